"""The program's frozen view of the ontology, so that no class, property, indicator or stage is repeated in code.

Takes the folder that holds ``park.ttl``, ``terms.ttl`` and ``industries.ttl``; gives a :class:`Schema`.
Everything keeps the order of the files, so that output which follows it is the same on every run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from kg.errors import SchemaError
from kg.names import ONTOLOGY, PREFIXES, local
from kg.settings import ontology_folder

__all__ = ["Concept", "Indicator", "Industry", "OntologyClass", "Property", "Schema", "SchemaError", "Unit", "load_schema"]

FILES = ("park.ttl", "terms.ttl", "industries.ttl")

_PREFIX = {name: PREFIXES[name] for name in ("dcterms", "org", "owl", "rdf", "rdfs", "skos", "xsd")}
_ENTITY = "Entity"


class Labelled(Protocol):
    """A thing of the ontology that has a label in both languages."""

    @property
    def label_zh(self) -> str: ...

    @property
    def label_en(self) -> str: ...


@dataclass(frozen=True, slots=True)
class OntologyClass:
    """A class of ``park.ttl``; its name is the local name (``Company``), as everywhere in the program."""

    name: str
    iri: str
    label_zh: str
    label_en: str
    parents: tuple[str, ...]            # classes of the ontology by local name, others as prefix:name


@dataclass(frozen=True, slots=True)
class Property:
    """A property of ``park.ttl``. A domain or range that is a class with subclasses is given by these."""

    name: str
    iri: str
    label_zh: str
    label_en: str
    domain: frozenset[str]              # local names of classes; others as prefix:name (org:Membership)
    range: frozenset[str]               # likewise; datatypes as xsd:decimal
    symmetric: bool
    pairs: frozenset[tuple[str, str]]   # the classes of subject and object that may stand together


@dataclass(frozen=True, slots=True)
class Concept:
    """A value that a property takes: a stage, measure, bound, modality or division level."""

    id: str                             # local name: Groundbreaking, AtLeast
    iri: str
    label_zh: str
    label_en: str
    labels: tuple[str, ...]             # all Chinese labels, the preferred one first
    triggers: tuple[str, ...]           # the words of a text that tell of it, the longest first


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure may measure."""

    id: str                             # investment
    iri: str
    label_zh: str
    label_en: str
    labels: tuple[str, ...]             # all Chinese labels, the preferred one first
    quantity_kinds: tuple[str, ...]     # what its level may be measured in: money, area, power …


@dataclass(frozen=True, slots=True)
class Unit:
    """A canonical unit; the id is what ``pk:unit`` says."""

    id: str                             # CNY
    iri: str
    label_zh: str
    label_en: str
    labels: tuple[str, ...]
    triggers: tuple[str, ...]           # ways to write it, the longest first
    quantity_kind: str                  # money


@dataclass(frozen=True, slots=True)
class Industry:
    """An industry, chain or segment; others are named by their preferred Chinese label."""

    label: str
    iri: str
    label_en: str
    alt_labels: tuple[str, ...]
    broader: tuple[str, ...]
    upstream_of: tuple[str, ...]
    needs_head_noun: bool               # too general to be an industry without 产业, 行业 … behind it
    labels_alone: tuple[str, ...]       # the labels that name it by themselves: all, or those that end in a head noun

    @property
    def labels(self) -> tuple[str, ...]:
        """All Chinese labels, the preferred one first."""
        return (self.label, *self.alt_labels)


@dataclass(frozen=True, slots=True)
class Schema:
    """What the ontology allows. Mappings are read-only and keep the order of the files."""

    folder: Path
    classes: Mapping[str, OntologyClass]
    entity_classes: tuple[str, ...]
    properties: Mapping[str, Property]
    relations: Mapping[str, Property]           # the properties between entities
    indicators: Mapping[str, Indicator]
    stages: Mapping[str, Concept]
    measures: Mapping[str, Concept]
    bounds: Mapping[str, Concept]
    modalities: Mapping[str, Concept]
    levels: Mapping[str, Concept]
    units: Mapping[str, Unit]
    industries: Mapping[str, Industry]          # by preferred Chinese label
    industry_head_nouns: tuple[str, ...]        # 产业, 产业链 …, the longest first

    def allows(self, subject_class: str, property_name: str, object_class: str) -> bool:
        """Whether the relation may hold between entities of these classes; False for unknown names too."""
        relation = self.relations.get(property_name)
        return relation is not None and (subject_class, object_class) in relation.pairs

    def check_relation(self, subject_class: str, property_name: str, object_class: str) -> None:
        """Refuse a relation that the ontology does not define or forbids between these classes.

        :raises SchemaError: says what was found, what is allowed, and the file that says so
        """
        if self.allows(subject_class, property_name, object_class):
            return
        where = self.folder / "park.ttl"
        relation = self.relations.get(property_name)
        if relation is None:
            raise SchemaError(f"{property_name!r} is no relation between entities", where=where,
                              hint=f"the relations are {', '.join(self.relations)}")
        for name in (subject_class, object_class):
            if name not in self.entity_classes:
                raise SchemaError(f"{name!r} is no class of entities", where=where,
                                  hint=f"the classes are {', '.join(self.entity_classes)}")
        raise SchemaError(f"{subject_class} {property_name} {object_class} is not allowed", where=where,
                          hint=f"{property_name} goes {self._say_pairs(relation)}")

    def _say_pairs(self, relation: Property) -> str:
        """``from Company or Project to Product``, subjects with the same objects taken together."""
        subjects_of: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for subject in self.entity_classes:
            objects = tuple(o for o in self.entity_classes if (subject, o) in relation.pairs)
            if objects:
                subjects_of[objects].append(subject)
        return ", ".join(f"from {' or '.join(s)} to {' or '.join(o)}" for o, s in subjects_of.items())


def load_schema(folder: Path | str | None = None) -> Schema:
    """Read the ontology of a folder, once per process.

    :param folder: where ``park.ttl`` and its companions are; by default what :func:`kg.settings.ontology_folder` finds
    :raises SchemaError: if a file is missing or not Turtle, or a term lacks a label, or a name stands for nothing
    """
    return _load(Path(folder).resolve() if folder is not None else ontology_folder())


@lru_cache(maxsize=8)
def _load(folder: Path) -> Schema:
    terms = _Terms(folder)
    classes = {c.name: c for c in map(terms.ontology_class, terms.of_type("owl:Class"))}
    if _ENTITY not in classes:
        raise SchemaError("the class pk:Entity is not defined", where=folder / "park.ttl")
    entity_classes = tuple(terms.name(iri) for iri in terms.members(classes[_ENTITY].iri))
    datatype, between = terms.of_type("owl:DatatypeProperty"), terms.of_type("owl:ObjectProperty")
    properties = {p.name: p for p in (terms.property(iri, entity_classes) for iri in (*between, *datatype))}
    entity_set = set(entity_classes)
    relations = {n: p for n, p in properties.items() if p.domain <= entity_set and p.range <= entity_set}
    head_nouns = _longest_first(terms.texts(ONTOLOGY + "industries", "headNoun"))
    concepts = {kind: _mapping((terms.concept(iri, kind) for iri in terms.of_type(kind)), "id", folder)
                for kind in ("Stage", "Measure", "Bound", "Modality", "DivisionLevel")}
    return Schema(
        folder=folder, classes=MappingProxyType(classes), entity_classes=entity_classes,
        properties=MappingProxyType(properties), relations=MappingProxyType(relations),
        indicators=_mapping(map(terms.indicator, terms.of_type("Indicator")), "id", folder),
        stages=concepts["Stage"], measures=concepts["Measure"], bounds=concepts["Bound"],
        modalities=concepts["Modality"], levels=concepts["DivisionLevel"],
        units=_mapping(map(terms.unit, terms.of_type("Unit")), "id", folder),
        industries=_mapping((terms.industry(iri, head_nouns) for iri in terms.of_type("Industry")), "label", folder),
        industry_head_nouns=head_nouns,
    )


def _mapping(things: Iterable, key: str, folder: Path) -> Mapping:
    """Things by a field of theirs, which no two may share."""
    found: dict = {}
    for thing in things:
        if found.setdefault(getattr(thing, key), thing) is not thing:
            raise SchemaError(f"{found[getattr(thing, key)].iri} and {thing.iri} have the same {key}, {getattr(thing, key)}", where=folder)
    return MappingProxyType(found)


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def _is_iri(value: str) -> bool:
    return ":" in value                 # the label of a blank node has none


class _Terms:
    """The triples of the ontology's files, by subject and predicate, in the order of the files."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._objects: dict[str, dict[str, list]] = defaultdict(lambda: defaultdict(list))
        self._of_type: dict[str, list[str]] = defaultdict(list)
        self._short: dict[str, str] = {}
        self._file: dict[str, Path] = {}
        for file in FILES:
            self._read(folder / file)

    def _read(self, path: Path) -> None:
        from pyoxigraph import RdfFormat, parse    # 20 ms: only when an ontology is wanted

        try:
            triples = list(parse(path=path, format=RdfFormat.TURTLE))
        except OSError as error:
            raise SchemaError(f"can't be read: {error.strerror or error}", where=path,
                              hint=f"the ontology consists of {', '.join(FILES)}") from error
        except SyntaxError as error:
            raise SchemaError(f"is not Turtle: {error.msg}", where=f"{path}:{error.lineno}") from error
        for triple in triples:
            subject, predicate = triple.subject.value, self.name(triple.predicate.value)
            self._objects[subject][predicate].append(triple.object)
            if predicate == "rdf:type":
                self._file.setdefault(subject, path)
                self._of_type[self.name(triple.object.value)].append(subject)

    def name(self, iri: str) -> str:
        """Local name of a term of the ontology, ``prefix:name`` of another."""
        if iri not in self._short:
            self._short[iri] = self._shorten(iri)
        return self._short[iri]

    @staticmethod
    def _shorten(iri: str) -> str:
        if iri.startswith(ONTOLOGY):
            return iri[len(ONTOLOGY):]
        for prefix, namespace in _PREFIX.items():
            if iri.startswith(namespace):
                return f"{prefix}:{iri[len(namespace):]}"
        return iri

    def of_type(self, name: str) -> list[str]:
        """Subjects of a type that have an IRI."""
        return [s for s in self._of_type[name] if _is_iri(s)]

    def objects(self, subject: str, predicate: str) -> list:
        return self._objects[subject][predicate] if subject in self._objects else []

    def values(self, subject: str, predicate: str) -> list[str]:
        return [o.value for o in self.objects(subject, predicate)]

    def texts(self, subject: str, predicate: str, language: str | None = None) -> tuple[str, ...]:
        """Literals of a property in one language, in the order of the file."""
        return tuple(o.value for o in self.objects(subject, predicate) if language is None or o.language == language)

    def label(self, subject: str, language: str, predicate: str) -> str:
        found = self.texts(subject, predicate, language)
        if len(found) != 1:
            raise SchemaError(f"{self.name(subject)} has {len(found)} {predicate} in {language!r}",
                              where=self._file.get(subject, self.folder), hint="give it exactly one")
        return found[0]

    def members(self, subject: str) -> Iterator[str]:
        """The classes that a class expression stands for: itself, or the members of its union."""
        lists = self.values(subject, "owl:unionOf") or self.values(subject, "owl:disjointUnionOf")
        if not lists:
            yield subject
        for head in lists:
            while head != _PREFIX["rdf"] + "nil":
                yield self.values(head, "rdf:first")[0]
                head = self.values(head, "rdf:rest")[0]

    def ontology_class(self, iri: str) -> OntologyClass:
        parents = tuple(self.name(p) for p in self.values(iri, "rdfs:subClassOf") if _is_iri(p))
        return OntologyClass(self.name(iri), iri, *self._labels(iri, "rdfs:label"), parents)

    def property(self, iri: str, entity_classes: tuple[str, ...]) -> Property:
        domain, range_ = (self._class_names(iri, p) for p in ("rdfs:domain", "rdfs:range"))
        symmetric = _PREFIX["owl"] + "SymmetricProperty" in self.values(iri, "rdf:type")
        forbidden = {(s, o) for s in domain & set(entity_classes) for o in range_ - self._allowed_objects(s, iri, range_)}
        pairs = frozenset(product(domain, range_)) - forbidden
        return Property(self.name(iri), iri, *self._labels(iri, "rdfs:label"), domain, range_, symmetric, pairs)

    def _class_names(self, iri: str, predicate: str) -> frozenset[str]:
        expressions = self.values(iri, predicate)
        if len(expressions) != 1:
            raise SchemaError(f"{self.name(iri)} has {len(expressions)} {predicate}", where=self.folder / FILES[0],
                              hint="give it exactly one; join several classes by owl:unionOf")
        found = {self.name(leaf) for c in self.members(expressions[0]) for leaf in self.members(c)}
        unknown = {n for n in found if not _is_iri(n) and ONTOLOGY + n not in self._objects}
        if unknown:
            raise SchemaError(f"{predicate} of {self.name(iri)} names the undefined {', '.join(sorted(unknown))}",
                              where=self.folder / FILES[0])
        return frozenset(found)

    def _allowed_objects(self, subject_class: str, iri: str, range_: frozenset[str]) -> set[str]:
        """What the class's own restriction (owl:allValuesFrom) leaves of a property's range."""
        allowed = set(range_)
        for parent in self.values(ONTOLOGY + subject_class, "rdfs:subClassOf"):
            if iri in self.values(parent, "owl:onProperty"):
                allowed &= {self.name(c) for e in self.values(parent, "owl:allValuesFrom") for c in self.members(e)}
        return allowed

    def _labels(self, iri: str, predicate: str) -> tuple[str, str]:
        return self.label(iri, "zh", predicate), self.label(iri, "en", predicate)

    def _all_labels(self, iri: str) -> tuple[str, ...]:
        return (self.label(iri, "zh", "skos:prefLabel"), *self.texts(iri, "skos:altLabel", "zh"))

    def concept(self, iri: str, kind: str) -> Concept:
        labels = self._all_labels(iri)
        # pk:Planned is a stage and a modality: its labels are the words of the first, its cues those of the second.
        triggers = self.texts(iri, "modalityCue", "zh") if kind == "Modality" else labels
        return Concept(self.name(iri), iri, *self._labels(iri, "skos:prefLabel"), labels, _longest_first(triggers))

    def indicator(self, iri: str) -> Indicator:
        return Indicator(local(iri), iri, *self._labels(iri, "skos:prefLabel"), self._all_labels(iri),
                         self.texts(iri, "quantityKind"))

    def unit(self, iri: str) -> Unit:
        labels = self._all_labels(iri)
        notation, kinds = self.texts(iri, "skos:notation"), self.texts(iri, "quantityKind")
        if len(notation) != 1 or len(kinds) != 1:
            raise SchemaError(f"unit {local(iri)} needs one skos:notation and one pk:quantityKind", where=self.folder / FILES[1])
        return Unit(notation[0], iri, *self._labels(iri, "skos:prefLabel"), labels, _longest_first(labels), kinds[0])

    def industry(self, iri: str, head_nouns: tuple[str, ...]) -> Industry:
        label, label_en = self._labels(iri, "skos:prefLabel")
        alternatives = self.texts(iri, "skos:altLabel", "zh")
        broader, upstream_of = (self._industry_labels(iri, p) for p in ("skos:broader", "upstreamOf"))
        needs_head_noun = self.values(iri, "needsHeadNoun") == ["true"]
        # 农业 ends in 业 and is general all the same, so that the preferred label is never an exception.
        alone = tuple(a for a in alternatives if a.endswith(head_nouns)) if needs_head_noun else (label, *alternatives)
        return Industry(label, iri, label_en, alternatives, broader, upstream_of, needs_head_noun, alone)

    def _industry_labels(self, iri: str, predicate: str) -> tuple[str, ...]:
        return tuple(self.label(other, "zh", "skos:prefLabel") for other in self.values(iri, predicate))
