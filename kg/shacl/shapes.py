"""A shapes graph -> compiled shapes, and what of some data breaks them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path as File

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg import names
from kg.errors import SchemaError
from kg.rdf import Term, as_named, language_of
from kg.shacl import constraints
from kg.shacl.constraints import Judgement, Test
from kg.shacl.data import Data

_SH = "http://www.w3.org/ns/shacl#"
_FIRST, _REST, _NIL = (NamedNode(names.PREFIXES["rdf"] + name) for name in ("first", "rest", "nil"))

Path = Callable[[Data, Term], Sequence[Term]]

# What belongs to a shape and is no constraint, or belongs to a constraint that is compiled by another name.
_NO_CONSTRAINT = frozenset(_SH + name for name in (
    "path", "message", "name", "description", "order", "group", "defaultValue", "severity", "deactivated", "flags", "targetClass",
    "targetNode", "targetSubjectsOf", "targetObjectsOf", "qualifiedMinCount", "qualifiedMaxCount"))


@dataclass(frozen=True, slots=True, order=True)
class Result:
    """A node that breaks a shape."""

    node: str                               # its IRI
    path: str                               # the property, by prefix and name; "" for the node itself, and a path of several steps
    value: str                              # what was found; "" if something is missing
    messages: tuple[tuple[str, str], ...]   # language and text
    about: str = ""                         # the property that makes the node one to be looked at, if that is not its class

    def message(self, language: str) -> str:
        """The message in a language, or in any."""
        texts = dict(self.messages)
        return texts.get(language) or next(iter(texts.values()), "")


@dataclass(slots=True)
class _Shape:
    """A shape compiled."""

    path: Path | None = None                # of a property shape
    named: str = ""                         # the path by prefix and name
    tests: list[Test] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    properties: list[_Shape] = field(default_factory=list)
    messages: tuple[tuple[str, str], ...] = ()
    active: bool = True

    def results(self, focus: Term, data: Data) -> Iterator[tuple[_Shape, Term, Term | None]]:
        """Yield each way in which a node breaks the shape: the shape itself or one within, the node, and the value."""
        if not self.active:
            return
        values = (focus,) if self.path is None else self.path(data, focus)
        for judge in self.judgements:
            for value in judge(focus, values, data):
                yield self, focus, value
        for test in self.tests:
            for value in values:
                if not test(value, data):
                    yield self, focus, value
        for within in self.properties:
            for value in values:
                yield from within.results(value, data)

    def conforms(self, focus: Term, data: Data) -> bool:
        return next(self.results(focus, data), None) is None


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of a file, by what they are for."""

    of_class: dict[Term, tuple[_Shape, ...]]
    of_subjects: dict[Term, tuple[_Shape, ...]]
    of_objects: dict[Term, tuple[_Shape, ...]]
    of_nodes: dict[Term, tuple[_Shape, ...]]
    unchecked: tuple[str, ...]              # constraints that are not compiled, each as «sh:closed»

    def check(self, data: Data) -> list[Result]:
        """Give what breaks a shape, sorted, each once."""
        found: set[Result] = set()
        for cls, nodes in data.by_class().items():
            for shape in self.of_class.get(cls, ()):
                for node in nodes:
                    _collect(found, shape, node, data, "")
        if self.of_subjects or self.of_objects:
            for node, properties in data.subjects.items():
                for predicate, objects in properties.items():
                    for shape in self.of_subjects.get(predicate, ()):
                        _collect(found, shape, node, data, predicate.value)
                    for shape in self.of_objects.get(predicate, ()):
                        for value in objects:
                            _collect(found, shape, value, data, predicate.value)
        for node, shapes in self.of_nodes.items():
            for shape in shapes:
                _collect(found, shape, node, data, "")
        return sorted(found)


def _collect(found: set[Result], shape: _Shape, node: Term, data: Data, about: str) -> None:
    for broken, focus, value in shape.results(node, data):
        found.add(Result(focus.value, broken.named, "" if value is None else value.value, broken.messages, names.short(about)))


def load_shapes(path: File) -> Shapes:
    """Compile a Turtle file of shapes.

    :raises SchemaError: if it can't be read, is not Turtle, or a shape is not well formed
    """
    try:
        triples = list(parse(path=str(path), format=RdfFormat.TURTLE))
    except OSError as error:
        raise SchemaError(f"the shapes can't be read: {error.strerror or error}", where=path) from error
    except SyntaxError as error:
        raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error
    return _Compiler(triples, path).shapes()


class _Compiler:
    def __init__(self, triples: Sequence[Triple], where: File):
        self._data, self._where = Data(triples), where
        self._made: dict[Term, _Shape] = {}
        self._unchecked: set[str] = set()

    def shapes(self) -> Shapes:
        kinds = ("targetClass", "targetSubjectsOf", "targetObjectsOf", "targetNode")
        targets: dict[str, dict[Term, list[_Shape]]] = {kind: {} for kind in kinds}
        for node in sorted(self._data.subjects, key=str):
            for name, shapes in targets.items():
                for target in self._all(node, name):
                    shapes.setdefault(target, []).append(self._shape(node))
            if self._data.is_a(node, NamedNode(_SH + "NodeShape")) and self._data.is_a(node, NamedNode(names.PREFIXES["rdfs"] + "Class")):
                targets["targetClass"].setdefault(node, []).append(self._shape(node))
        of_class, of_subjects, of_objects, of_nodes = ({target: tuple(shapes) for target, shapes in kind.items()} for kind in targets.values())
        return Shapes(of_class, of_subjects, of_objects, of_nodes, tuple(sorted(self._unchecked)))

    # --- looking at the shapes graph

    def _all(self, node: Term, name: str) -> list[Term]:
        return list(self._data.values(node, NamedNode(_SH + name)))

    def _one(self, node: Term, name: str) -> Term | None:
        return next(iter(self._all(node, name)), None)

    def _list(self, node: Term) -> list[Term]:
        found = []
        while node != _NIL:
            first, rest = (list(self._data.values(node, predicate)) for predicate in (_FIRST, _REST))
            if len(first) != 1 or len(rest) != 1:
                raise SchemaError("a list of a shape does not end", where=self._where)
            found += first
            node = rest[0]
        return found

    # --- compiling

    def _shape(self, node: Term) -> _Shape:
        if node in self._made:
            return self._made[node]
        shape = self._made[node] = _Shape()             # known before it is done: shapes may lead back to themselves
        path = self._one(node, "path")
        if path is not None:
            shape.path, shape.named = self._path(path), names.short(path.value) if isinstance(path, NamedNode) else ""
        shape.messages = tuple(sorted((language_of(message) or "", message.value) for message in self._all(node, "message")))
        shape.active = not any(value.value == "true" for value in self._all(node, "deactivated"))
        for predicate, values in self._data.of(node).items():
            if predicate.value.startswith(_SH) and predicate.value not in _NO_CONSTRAINT:
                for value in values:
                    self._constrain(shape, node, names.local(predicate.value), value)
        return shape

    def _constrain(self, shape: _Shape, node: Term, name: str, value: Term) -> None:
        try:
            if name == "property":
                shape.properties.append(self._shape(value))
            elif (test := self._logical(name, value) or _plain_test(name, value, self._list, self._one(node, "flags"))) is not None:
                shape.tests.append(test)
            elif (judgement := self._judgement(node, name, value)) is not None:
                shape.judgements.append(judgement)
            else:
                self._unchecked.add(f"sh:{name}")
        except (ValueError, KeyError, TypeError) as error:
            raise SchemaError(f"sh:{name} {value} is not well formed: {error}", where=self._where) from error

    def _logical(self, name: str, value: Term) -> Test | None:
        if name in ("or", "and", "xone"):
            shapes = [self._shape(item) for item in self._list(value)]
            numbers = {"or": lambda n: n > 0, "and": lambda n: n == len(shapes), "xone": lambda n: n == 1}[name]
            if name == "or":            # the most frequent by far: stop at the first
                return lambda node, data: any(shape.conforms(node, data) for shape in shapes)
            return lambda node, data: numbers(sum(shape.conforms(node, data) for shape in shapes))
        if name == "not":
            shape = self._shape(value)
            return lambda node, data: not shape.conforms(node, data)
        if name == "node":
            return self._shape(value).conforms
        return None

    def _judgement(self, node: Term, name: str, value: Term) -> Judgement | None:
        if name == "minCount":
            return constraints.at_least(int(value.value))
        if name == "maxCount":
            return constraints.at_most(int(value.value))
        if name == "hasValue":
            return constraints.with_value(value)
        if name == "uniqueLang":
            return constraints.one_per_language if value.value == "true" else constraints.at_least(0)
        if name == "qualifiedValueShape" and self._one(node, "qualifiedValueShapesDisjoint") is None:
            least, most = (int(bound.value) if (bound := self._one(node, f"qualified{end}Count")) else None for end in ("Min", "Max"))
            return constraints.that_conform(self._shape(value).conforms, least, most)
        if name in ("lessThan", "lessThanOrEquals"):
            return constraints.less_than(as_named(value), (lambda order: order < 0) if name == "lessThan" else (lambda order: order <= 0))
        if name in ("equals", "disjoint"):
            return (constraints.same_as if name == "equals" else constraints.apart_from)(as_named(value))
        return None

    # --- paths

    def _path(self, node: Term) -> Path:
        if isinstance(node, NamedNode):
            return lambda data, focus: tuple(data.values(focus, node))
        if list(self._data.values(node, _FIRST)):
            steps = [self._path(step) for step in self._list(node)]
            return lambda data, focus: _follow(steps, data, focus)
        alternatives = self._one(node, "alternativePath")
        if alternatives is not None:
            ways = [self._path(way) for way in self._list(alternatives)]
            return lambda data, focus: tuple(dict.fromkeys(value for way in ways for value in way(data, focus)))
        raise SchemaError("a path is neither a property nor steps nor alternatives", where=self._where,
                          hint="inverse and repeated paths are not read; kg validate --full reads them")


def _plain_test(name: str, value: Term, listed: Callable[[Term], list[Term]], flags: Term | None) -> Test | None:
    """Compile a constraint that looks at nothing but its value."""
    if name == "class":
        return constraints.of_class(as_named(value))
    if name == "datatype":
        return constraints.of_datatype(as_named(value))
    if name == "nodeKind":
        return constraints.of_kind(names.local(value.value))
    if name == "in":
        return constraints.one_of(listed(value))
    if name == "languageIn":
        return constraints.in_language([tag.value for tag in listed(value)])
    if name == "pattern":
        return constraints.like(value.value, flags.value if flags is not None else "")
    if name in ("minLength", "maxLength"):
        return (constraints.no_shorter if name == "minLength" else constraints.no_longer)(int(value.value))
    holds = {"minInclusive": lambda order: order >= 0, "minExclusive": lambda order: order > 0,
             "maxInclusive": lambda order: order <= 0, "maxExclusive": lambda order: order < 0}.get(name)
    return constraints.within(value, holds) if holds is not None and isinstance(value, Literal) else None


def _follow(steps: Sequence[Path], data: Data, focus: Term) -> tuple[Term, ...]:
    reached: tuple[Term, ...] = (focus,)
    for step in steps:
        reached = tuple(dict.fromkeys(value for node in reached for value in step(data, node)))
    return reached
