"""From what a user wrote for a parameter to a term of SPARQL; what means nothing, or several things, is refused with what would do."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from kg import names
from kg.ask.question import Parameter
from kg.errors import UsageError
from kg.read import issued_date
from kg.schema import Schema
from kg.store.lookup import the_named

if TYPE_CHECKING:
    from kg.store.part import Graph

_MONEY = re.compile(r"[0-9.]+\s*[万亿]*\Z")


@dataclass(frozen=True, slots=True)
class Value:
    """What a parameter was taken for."""

    term: str       # in SPARQL's syntax
    shown: str      # 肇庆高新技术产业开发区, 10亿元


def value(graph: Graph, schema: Schema, parameter: Parameter, text: str) -> Value:
    """Make a term of a text.

    :param graph: a store's union
    :raises UsageError: if the text can't be one of the parameter's type
    """
    make = _KINDS.get(parameter.kind)
    try:
        if make is not None:
            return make(graph, schema, text.strip())
        named = the_named(graph, text.strip(), tuple(parameter.kind.split("|")))
        return Value(f"<{named.iri}>", named.label)
    except UsageError as error:
        raise UsageError(f"--{parameter.name}: {error.what}", hint=error.hint) from error


def _entity(graph: Graph, _: Schema, text: str) -> Value:
    named = the_named(graph, text)
    return Value(f"<{named.iri}>", named.label)


def _amount(_: Graph, __: Schema, text: str) -> Value:
    """An amount of money in yuan: 10亿元, 3000万, 1000000000."""
    from kg.recognize.values.quantities import quantities

    text = "".join(text.split())
    found = [quantity for quantity in quantities(text + "元" if _MONEY.fullmatch(text) else text) if quantity.unit == "CNY"]
    if len(found) != 1 or len(found[0].text) < len(text):
        raise UsageError(f"{text!r} is no amount in yuan", hint="for example 10亿元")
    return Value(_decimal(found[0].value), found[0].text)


def _number(_: Graph, __: Schema, text: str) -> Value:
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise UsageError(f"{text!r} is no number", hint="for example 2.5")
    return Value(_decimal(number), text)


def _decimal(number: Decimal) -> str:
    return f'"{format(number, "f")}"^^<{names.PREFIXES["xsd"]}decimal>'


def _date(_: Graph, __: Schema, text: str) -> Value:
    day = issued_date(text)
    return Value(f'"{day}"', day)


def _text(_: Graph, __: Schema, text: str) -> Value:
    from pyoxigraph import Literal

    return Value(str(Literal(text)), text)


def _stage(_: Graph, schema: Schema, text: str) -> Value:
    """A stage by its name in either language, or by a verb that tells of it."""
    for stage in schema.stages.values():
        if text in (stage.id, stage.label_en, *stage.labels):
            return Value(f"<{stage.iri}>", stage.label_zh)
    raise UsageError(f"{text!r} is no stage", hint="use " + ", ".join(stage.label_zh for stage in schema.stages.values()))


def _indicator(graph: Graph, schema: Schema, text: str) -> Value:
    """An indicator by its id or a name of the ontology, or by the noun phrase that a text minted."""
    for indicator in schema.indicators.values():
        if text in (indicator.id, indicator.label_en, *indicator.labels):
            return Value(f"<{indicator.iri}>", indicator.label_zh)
    found = _of_type(graph, "Indicator", "skos:prefLabel")
    labels = {quad.object.value: quad.subject.value for quad in found if quad.object.language == "zh"}
    if text in labels:
        return Value(f"<{labels[text]}>", text)
    raise _nothing(f"nothing in the graph is measured as {text}", text, labels, "kg stats tells which indicators there are")


def _document(graph: Graph, _: Schema, text: str) -> Value:
    known = {quad.object.value: quad.subject.value for quad in _of_type(graph, "Document", "dcterms:identifier")}
    if text in known:
        return Value(f"<{known[text]}>", text)
    raise _nothing(f"the store holds no document {text}", text, known, "kg stats --documents lists them")


def _of_type(graph: Graph, cls: str, predicate: str) -> Iterable:
    from kg.graph.terms import vocabulary

    for typed in graph.quads_for_pattern(None, vocabulary("rdf:type"), vocabulary(f"pk:{cls}")):
        yield from graph.quads_for_pattern(typed.subject, vocabulary(predicate), None)


def _nothing(what: str, text: str, known: Iterable[str], otherwise: str) -> UsageError:
    ordered = sorted(known)
    close = [name for name in ordered if text in name][:8] or difflib.get_close_matches(text, ordered, 8, 0.5)
    return UsageError(what, hint="did you mean " + ", ".join(close) if close else otherwise)


_KINDS: dict[str, Callable[[Graph, Schema, str], Value]] = {
    "amount": _amount, "date": _date, "document": _document, "entity": _entity, "indicator": _indicator, "number": _number, "stage": _stage,
    "text": _text,
}
