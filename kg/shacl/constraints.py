"""Constraints as functions: tests of one value, and judgements of all values of a path.

A test tells whether a value is as it should be. A judgement yields, for each way in which the values as a whole are not, the value that is
wrong, or None where it is their number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.names import PREFIXES
from kg.rdf import Term
from kg.shacl.data import Data

Test = Callable[[Term, Data], bool]
Judgement = Callable[[Term, Sequence[Term], Data], Iterator[Term | None]]

_XSD = PREFIXES["xsd"]
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger", "double",
                                     "float")}
_FORMS = {_XSD + name: re.compile(form) for name, form in {
    "integer": r"[+-]?\d+", "decimal": r"[+-]?(\d+(\.\d*)?|\.\d+)", "boolean": r"true|false|0|1", "gYear": r"-?\d{4,}(Z|[+-]\d\d:\d\d)?",
    "gYearMonth": r"-?\d{4,}-(0[1-9]|1[0-2])(Z|[+-]\d\d:\d\d)?", "date": r"\d{4}-\d\d-\d\d(Z|[+-]\d\d:\d\d)?",
    "nonNegativeInteger": r"\+?\d+", "positiveInteger": r"\+?0*[1-9]\d*",
}.items()}


# --- tests of a value


def of_class(cls: NamedNode) -> Test:
    return lambda value, data: data.is_a(value, cls)


def of_datatype(datatype: NamedNode) -> Test:
    form, wanted, dated = _FORMS.get(datatype.value), datatype, datatype.value == _XSD + "date"

    def test(value: Term, data: Data) -> bool:
        if type(value) is not Literal or value.datatype != wanted:
            return False
        if form is not None and not form.fullmatch(value.value):
            return False
        return not dated or _is_date(value.value[:10])

    return test


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def of_kind(kind: str) -> Test:
    """:param kind: IRI, BlankNode, Literal, or two of them: BlankNodeOrIRI"""
    kinds = {"IRI": NamedNode, "BlankNode": BlankNode, "Literal": Literal}
    allowed = tuple(kinds[part] for part in kind.split("Or"))
    return lambda value, data: type(value) in allowed


def one_of(terms: Collection[Term]) -> Test:
    allowed = frozenset(terms)
    return lambda value, data: value in allowed


def like(pattern: str, flags: str) -> Test:
    compiled = re.compile(pattern, sum(getattr(re, flag.upper(), 0) for flag in set(flags)))
    return lambda value, data: type(value) is not BlankNode and compiled.search(value.value) is not None


def no_shorter(length: int) -> Test:
    return lambda value, data: type(value) is not BlankNode and len(value.value) >= length


def no_longer(length: int) -> Test:
    return lambda value, data: type(value) is not BlankNode and len(value.value) <= length


def in_language(languages: Collection[str]) -> Test:
    ranges = [language.lower() for language in languages]

    def test(value: Term, data: Data) -> bool:
        own = value.language.lower() if type(value) is Literal and value.language else None
        return own is not None and any(own == language or own.startswith(language + "-") for language in ranges)

    return test


def within(limit: Literal, holds: Callable[[int], bool]) -> Test:
    """:param holds: of how a value compares with the limit: -1, 0 or 1"""
    return lambda value, data: (compared := compare(value, limit)) is not None and holds(compared)


def compare(one: Term, other: Term) -> int | None:
    """How two values compare; None if they can't be compared."""
    if type(one) is not Literal or type(other) is not Literal:
        return None
    left, right = _key(one), _key(other)
    if left is None or right is None or left[0] != right[0]:
        return None
    return (left > right) - (left < right)


def _key(value: Literal) -> tuple[str, Decimal | str] | None:
    datatype = value.datatype.value
    if datatype in _NUMBERS:
        try:
            number = Decimal(value.value)
        except InvalidOperation:
            return None
        return ("number", number) if number.is_finite() else None
    return (datatype, value.value) if not value.language else None


# --- judgements of all values


def at_least(number: int) -> Judgement:
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[None]:
        if len(values) < number:
            yield None

    return judge


def at_most(number: int) -> Judgement:
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[None]:
        if len(values) > number:
            yield None

    return judge


def that_conform(conforms: Test, least: int | None, most: int | None) -> Judgement:
    """The number of values that conform to a shape."""
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[None]:
        number = sum(1 for value in values if conforms(value, data))
        if least is not None and number < least:
            yield None
        if most is not None and number > most:
            yield None

    return judge


def with_value(term: Term) -> Judgement:
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[None]:
        if term not in values:
            yield None

    return judge


def one_per_language(focus: Term, values: Sequence[Term], data: Data) -> Iterator[None]:
    languages = Counter(value.language.lower() for value in values if type(value) is Literal and value.language)
    yield from (None for number in languages.values() if number > 1)


def less_than(predicate: NamedNode, holds: Callable[[int], bool]) -> Judgement:
    """Each value compared with each value of another property."""
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[Term]:
        others = data.values(focus, predicate)
        for value in values:
            for other in others:
                compared = compare(value, other)
                if compared is None or not holds(compared):
                    yield value

    return judge


def same_as(predicate: NamedNode) -> Judgement:
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[Term]:
        others = data.values(focus, predicate)
        yield from (value for value in values if value not in others)
        yield from (other for other in others if other not in values)

    return judge


def apart_from(predicate: NamedNode) -> Judgement:
    def judge(focus: Term, values: Sequence[Term], data: Data) -> Iterator[Term]:
        others = data.values(focus, predicate)
        yield from (value for value in values if value in others)

    return judge
