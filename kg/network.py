"""The store's graph as a property graph of networkx: entities as nodes, relations as edges, each with the sentence it was read from.

For graph algorithms, GraphML and drawing. Every attribute is a ``str``, ``int``, ``float`` or ``bool``; what is not known is
left out. Relations that are only planned or hoped for are edges too: their ``modality`` says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg import names
from kg.errors import UsageError
from kg.rdf import text_of
from kg.schema import Schema, load_schema

if TYPE_CHECKING:
    import networkx

    from kg.store.part import Graph

# Indicators that become a number of their own on a node, each in the one unit that makes the numbers comparable.
KEY_FIGURES = {"investment": "CNY", "outputValue": "CNY", "revenue": "CNY", "landArea": "m2", "jobs": "person"}
SEPARATOR = "; "
_FIGURES_SHOWN = 5


def network(graph: Graph, *, documents: Collection[str] | None = None, schema: Schema | None = None) -> networkx.MultiDiGraph:
    """Make the property graph; reads each needed predicate once, so the time grows with the graph's size alone.

    Nodes are named by their IRI, in sorted order::

        label           preferred name          class           Company, Park …
        class_zh        企业, 园区 …            class_en        company, park …
        alternatives    other names, joined by "; "
        documents       in how many it is mentioned
        sentence, document, title, date         of the earliest evidence of a fact about it, else of its name
        level, level_zh, code                   of a district
        figures         the latest figures, as written, joined by "; "
        investment, outputValue …               the latest of KEY_FIGURES, in their units

    Edges go from subject to object; their key is ``property`` or, for what is not actual, ``property/modality``::

        property        locatedIn …             label, label_en  the property's name in Chinese and English
        modality        Actual, Planned …       modality_zh
        confidence      0..1, the best of its statements
        sources         in how many documents it was read
        sentence, sentence_start, sentence_end, document, title, date, rule     of the earliest evidence
        origin          the source of curated knowledge that no document states
        role            the title, for holdsPositionIn

    :param graph: any union of the contract's graphs; read only
    :param documents: take only what these documents say, given by identifier
    :param schema: the ontology; the program's own if None
    :raises UsageError: if ``documents`` names one that is not in the graph
    """
    import networkx

    scan = _Scan(graph, schema or load_schema(), documents)
    made = networkx.MultiDiGraph()
    made.add_nodes_from((node, scan.node(node)) for node in scan.chosen)
    for (subject, key, object_), attributes in sorted(scan.edges().items()):
        made.add_edge(subject, object_, key=key, **attributes)
    return made


@dataclass(frozen=True, slots=True, order=True)
class _Quote:
    """An evidence; they sort by time, document and place."""

    issued: str
    identifier: str
    start: int
    end: int
    exact: str = field(compare=False)
    title: str = field(compare=False)
    rule: str = field(compare=False)


class _Scan:
    """What the graph says, predicate by predicate, in dictionaries by IRI."""

    def __init__(self, graph: Graph, schema: Schema, documents: Collection[str] | None):
        self._graph = graph
        self._schema = schema
        self._identifiers = self._first(names.PREFIXES["dcterms"] + "identifier")
        unknown = sorted(set(documents or ()) - set(self._identifiers.values()))
        if unknown:
            raise UsageError(f"not in the store: {', '.join(unknown)}", hint="kg stats --documents lists what is")
        self._wanted = None if documents is None else frozenset(documents)

    # --- reading the graph

    def _pairs(self, predicate: str, object_: str | None = None) -> Iterator[tuple[str, str]]:
        """Subject and object of all triples of a predicate, as IRIs or texts; what several graphs say may come repeatedly."""
        from pyoxigraph import NamedNode

        wanted = NamedNode(object_) if object_ else None
        for quad in self._graph.quads_for_pattern(None, NamedNode(predicate), wanted, None):
            yield text_of(quad.subject), text_of(quad.object)

    def _first(self, predicate: str) -> dict[str, str]:
        """One object for each subject: the smallest, should there be several."""
        found: dict[str, str] = {}
        for subject, object_ in self._pairs(predicate):
            if subject not in found or object_ < found[subject]:
                found[subject] = object_
        return found

    def _all(self, predicate: str) -> dict[str, list[str]]:
        """All objects of each subject, each once, sorted."""
        found: dict[str, set[str]] = defaultdict(set)
        for subject, object_ in self._pairs(predicate):
            found[subject].add(object_)
        return {subject: sorted(objects) for subject, objects in found.items()}

    # --- entities

    @cached_property
    def _classes(self) -> dict[str, str]:
        """The class of each entity, by local name; the ontology's order decides if there are several."""
        found: dict[str, str] = {}
        for cls in self._schema.entity_classes:
            for entity, _ in self._pairs(names.PREFIXES["rdf"] + "type", names.term(cls)):
                found.setdefault(entity, cls)
        return found

    @cached_property
    def _mentioned_in(self) -> dict[str, list[str]]:
        """The identifiers of the documents, of those that were asked for, that mention each entity."""
        found = {}
        for entity, documents in self._all(names.term("mentionedIn")).items():
            identifiers = [self._identifiers.get(document, document) for document in documents]
            if self._wanted is not None:
                identifiers = [identifier for identifier in identifiers if identifier in self._wanted]
            if identifiers:
                found[entity] = identifiers
        return found

    @cached_property
    def chosen(self) -> list[str]:
        """The entities to show, sorted: all, or those that the documents mention or relate."""
        if self._wanted is None:
            return sorted(self._classes)
        related = {end for subject, _, object_ in self._statements for end in (subject, object_)}
        return sorted(entity for entity in self._classes if entity in self._mentioned_in or entity in related)

    def node(self, entity: str) -> dict[str, Any]:
        """The attributes of a node."""
        cls = self._schema.classes[self._classes[entity]]
        attributes = {
            "label": self._labels.get(entity, names.local(entity)), "class": cls.name, "class_zh": cls.label_zh,
            "class_en": cls.label_en, "alternatives": SEPARATOR.join(self._alternatives.get(entity, ())),
            "documents": len(self._mentioned_in.get(entity, ())),
            **self._level(entity), **self._figures(entity),
        }
        if entity in self._first_mentions:
            quote = self._first_mentions[entity]
            attributes |= {"sentence": quote.exact, "document": quote.identifier, "title": quote.title, "date": quote.issued}
        return _known(attributes)

    @cached_property
    def _labels(self) -> dict[str, str]:
        return self._first(names.PREFIXES["skos"] + "prefLabel")

    @cached_property
    def _alternatives(self) -> dict[str, list[str]]:
        return self._all(names.PREFIXES["skos"] + "altLabel")

    @cached_property
    def _levels(self) -> dict[str, str]:
        return self._first(names.term("level"))

    @cached_property
    def _codes(self) -> dict[str, str]:
        return self._first(names.term("divisionCode"))

    def _level(self, entity: str) -> dict[str, str]:
        level = names.local(self._levels.get(entity, ""))
        concept = self._schema.levels.get(level)
        return {"level": level, "level_zh": concept.label_zh if concept else "", "code": self._codes.get(entity, "")}

    # --- evidence

    @cached_property
    def _quotes(self) -> dict[str, _Quote]:
        """The evidences that the chosen documents give."""
        titles = self._first(names.PREFIXES["dcterms"] + "title")
        dates = self._first(names.PREFIXES["dcterms"] + "issued")
        exact = self._first(names.PREFIXES["oa"] + "exact")
        starts, ends = self._first(names.PREFIXES["oa"] + "start"), self._first(names.PREFIXES["oa"] + "end")
        rules = self._first(names.PREFIXES["prov"] + "wasGeneratedBy")
        found = {}
        for evidence, document in self._first(names.PREFIXES["prov"] + "wasQuotedFrom").items():
            identifier = self._identifiers.get(document, document)
            if evidence in exact and (self._wanted is None or identifier in self._wanted):
                found[evidence] = _Quote(
                    dates.get(document, ""), identifier, int(starts.get(evidence, 0)), int(ends.get(evidence, 0)),
                    exact[evidence], titles.get(document, ""), names.local(rules.get(evidence, "")))
        return found

    @cached_property
    def _evidence(self) -> dict[str, list[_Quote]]:
        """The evidences of each statement, observation, milestone or entity, the earliest first; the undated last."""
        found = {}
        for subject, evidences in self._all(names.term("evidence")).items():
            quotes = [self._quotes[evidence] for evidence in evidences if evidence in self._quotes]
            if quotes:
                found[subject] = sorted(quotes, key=lambda quote: (not quote.issued, quote))
        return found

    @cached_property
    def _first_mentions(self) -> dict[str, _Quote]:
        """The earliest evidence of each entity: of a fact about it, else of its name alone."""
        found: dict[str, _Quote] = {}
        for described, entity in self._described():
            for quote in self._evidence.get(described, ())[:1]:
                known = found.get(entity)
                if known is None or (not quote.issued, quote) < (not known.issued, known):
                    found[entity] = quote
        names_alone = {entity: quotes[0] for entity, quotes in self._evidence.items() if entity in self._classes}
        return names_alone | found

    def _described(self) -> Iterator[tuple[str, str]]:
        """Pairs of a statement, observation or milestone and an entity it is about."""
        for predicate in (names.PREFIXES["rdf"] + "subject", names.PREFIXES["rdf"] + "object",
                          names.term("observedEntity"), names.term("milestoneOf")):
            yield from self._first(predicate).items()

    # --- figures

    @cached_property
    def _observations(self) -> dict[str, list[str]]:
        """The levels observed of each entity, the latest first."""
        measures = self._first(names.term("measure"))
        found: dict[str, list[str]] = defaultdict(list)
        for observation, entity in self._first(names.term("observedEntity")).items():
            if names.local(measures.get(observation, "Level")) == "Level" and observation in self._evidence:
                found[entity].append(observation)
        for observations in found.values():
            observations.sort(key=self._recency)
        return found

    def _recency(self, observation: str) -> tuple:
        """Sorts the latest period first, then what is actual, then what was published last."""
        period = self._periods.get(observation, "").rsplit("/", 1)[-1]
        actual = names.local(self._modalities.get(observation, "Actual")) == "Actual"
        return _descending(period), not actual, _descending(self._evidence[observation][-1].issued), observation

    @cached_property
    def _periods(self) -> dict[str, str]:
        return self._first(names.term("period"))

    @cached_property
    def _modalities(self) -> dict[str, str]:
        return self._first(names.term("modality"))

    @cached_property
    def _figure_parts(self) -> tuple[dict[str, str], ...]:
        return tuple(self._first(names.term(part)) for part in ("indicator", "value", "unit", "valueText"))

    def _figures(self, entity: str) -> dict[str, Any]:
        """The latest level of each indicator: all as text, the key ones as numbers too."""
        indicators, values, units, texts = self._figure_parts
        latest: dict[str, str] = {}
        for observation in self._observations.get(entity, ()):
            latest.setdefault(indicators.get(observation, ""), observation)
        shown = []
        numbers: dict[str, Any] = {}
        for indicator, observation in latest.items():
            name = names.local(indicator)
            known = self._schema.indicators.get(name)
            parts = (self._periods.get(observation), known.label_zh if known else name, texts.get(observation))
            shown.append(" ".join(filter(None, parts)))
            if KEY_FIGURES.get(name) == units.get(observation) is not None and observation in values:
                numbers[name] = float(values[observation])
        return {"figures": SEPARATOR.join(shown[:_FIGURES_SHOWN]), **numbers}

    # --- relations

    @cached_property
    def _statements(self) -> Mapping[tuple[str, str, str], list[str]]:
        """The statements behind each edge: subject, key and object, to the statements' IRIs, sorted."""
        subjects, objects = self._first(names.PREFIXES["rdf"] + "subject"), self._first(names.PREFIXES["rdf"] + "object")
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for statement, predicate in sorted(self._first(names.PREFIXES["rdf"] + "predicate").items()):
            subject, object_ = subjects.get(statement), objects.get(statement)
            if subject in self._classes and object_ in self._classes and (self._wanted is None or statement in self._evidence):
                modality = names.local(self._modalities.get(statement, "Actual"))
                key = names.local(predicate) + ("" if modality == "Actual" else f"/{modality}")
                found[subject, key, object_].append(statement)
        return found

    def edges(self) -> dict[tuple[str, str, str], dict[str, Any]]:
        """The attributes of each edge, by subject, key and object."""
        return {edge: self._edge(edge, statements) for edge, statements in self._statements.items()}

    def _edge(self, edge: tuple[str, str, str], statements: list[str]) -> dict[str, Any]:
        subject, key, object_ = edge
        name, _, modality = key.partition("/")
        relation = self._schema.relations.get(name)
        kind = self._schema.modalities.get(modality or "Actual")
        quotes = sorted((quote for statement in statements for quote in self._evidence.get(statement, ())),
                        key=lambda quote: (not quote.issued, quote))
        attributes: dict[str, Any] = {
            "property": name, "label": relation.label_zh if relation else name, "label_en": relation.label_en if relation else name,
            "modality": modality or "Actual", "modality_zh": kind.label_zh if kind else "",
            "sources": len({quote.identifier for quote in quotes}),
            "origin": next((self._origins[s] for s in statements if s in self._origins), ""),
        }
        confidences = [float(self._confidences[s]) for s in statements if s in self._confidences]
        if confidences:
            attributes["confidence"] = max(confidences)
        if quotes:
            first = quotes[0]
            attributes |= {"sentence": first.exact, "document": first.identifier, "title": first.title, "date": first.issued,
                           "sentence_start": first.start, "sentence_end": first.end, "rule": first.rule}
        if name == "holdsPositionIn":
            attributes["role"] = SEPARATOR.join(self._roles.get((subject, object_), ()))
        return _known(attributes)

    @cached_property
    def _confidences(self) -> dict[str, str]:
        return self._first(names.term("confidence"))

    @cached_property
    def _origins(self) -> dict[str, str]:
        return self._first(names.PREFIXES["prov"] + "wasDerivedFrom")

    @cached_property
    def _roles(self) -> dict[tuple[str, str], list[str]]:
        """The titles that a person has in an organization."""
        members, organizations = self._first(names.PREFIXES["org"] + "member"), self._first(names.PREFIXES["org"] + "organization")
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for membership, roles in self._all(names.PREFIXES["org"] + "role").items():
            pair = (members.get(membership, ""), organizations.get(membership, ""))
            found[pair].update(self._labels.get(role, names.local(role)) for role in roles)
        return {pair: sorted(titles) for pair, titles in found.items()}


def _known(attributes: dict[str, Any]) -> dict[str, Any]:
    """Leave out empty texts; zero is a value."""
    return {name: value for name, value in attributes.items() if value != ""}


def _descending(text: str) -> list[int]:
    """A key that sorts texts backwards, an empty one last."""
    return [-ord(character) for character in text] or [0]
