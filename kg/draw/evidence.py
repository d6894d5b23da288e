"""Evidence: takes a network and the graph that it was made from, gives the network with all that a page can tell.

``kg.network`` keeps one sentence of each relation, for the file formats that hold plain values only; a reader of the page wants them all,
and the figures and milestones with theirs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

import networkx as nx

from kg import names
from kg.schema import Labelled, Schema
from kg.store.part import Graph, rows

SENTENCES = 20          # of one relation; of a city's place in its province there may be hundreds
FIGURES = 120           # of one thing

_EVIDENCE = "pk:evidence ?evidence . ?evidence oa:exact ?sentence ; oa:start ?start ; prov:wasQuotedFrom ?document . " \
            "OPTIONAL { ?evidence prov:wasGeneratedBy ?rule }"
_STATEMENT = "?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; pk:modality ?modality ; "
_STATEMENTS = "SELECT * { " + _STATEMENT + _EVIDENCE + "}"
_ORIGINS = "SELECT * { " + _STATEMENT + \
           "prov:wasDerivedFrom ?origin . OPTIONAL { ?origin rdfs:label ?label . BIND(LANG(?label) AS ?language) } }"
_OBSERVATIONS = "SELECT * { ?observation pk:observedEntity ?entity ; pk:indicator ?indicator ; pk:measure ?measure ; " \
                "pk:valueText ?value ; pk:modality ?modality ; " + _EVIDENCE + " OPTIONAL { ?observation pk:period ?period } }"
_MILESTONES = "SELECT * { ?milestone pk:milestoneOf ?entity ; pk:stage ?stage ; pk:modality ?modality ; " + _EVIDENCE + \
              " OPTIONAL { ?milestone pk:date ?date } }"
_DOCUMENTS = "SELECT * { ?document dcterms:identifier ?identifier . OPTIONAL { ?document dcterms:title ?title } " \
             "OPTIONAL { ?document dcterms:issued ?date } OPTIONAL { ?document dcterms:source ?source } }"


def with_evidence(network: nx.MultiDiGraph, graph: Graph, schema: Schema, *, documents: Collection[str] | None = None) -> nx.MultiDiGraph:
    """Add what the graph tells beyond the network.

    An edge gets ``evidence``: dictionaries with ``sentence``, ``document``, ``title``, ``date``, ``source`` and ``rule``, the earliest
    first, at most SENTENCES of them, and ``origins``, the Chinese and English labels of what it was derived from beside
    documents. A node gets ``observations`` (``indicator``, ``measure``, ``value``, ``period``, ``modality``, ``evidence``), the latest
    first, at most FIGURES of them, and ``milestones`` (``stage``, ``date``, ``modality``, ``evidence``) in the order of time.
    What is not known is left out. Names of indicators, measures and stages are pairs, Chinese and English.

    :param graph: any union of the contract's graphs, as for the network; read only
    :param documents: take only what these documents say, given by identifier, as for the network
    :returns: a copy
    """
    reader = _Reader(graph, schema, documents)
    made = network.copy()
    for edge, evidence in reader.statements().items():
        if made.has_edge(*edge):
            made.edges[edge]["evidence"] = evidence[:SENTENCES]
    for edge, origins in reader.origins().items():
        if made.has_edge(*edge):
            made.edges[edge]["origins"] = origins
    for name, found in (("observations", reader.observations()), ("milestones", reader.milestones())):
        for node, items in found.items():
            if node in made:
                made.nodes[node][name] = items
    return made


class _Reader:
    """Answers of the graph, as plain values."""

    def __init__(self, graph: Graph, schema: Schema, documents: Collection[str] | None):
        self._graph, self._schema = graph, schema
        self._wanted = None if documents is None else set(documents)
        self._documents: dict[str, dict] = {}
        for row in self._rows(_DOCUMENTS):
            known = _known(document=row["identifier"], title=row["title"], date=row["date"], source=row["source"])
            self._documents.setdefault(row["document"], known)

    def _rows(self, query: str) -> list[dict]:
        """The rows of a SELECT, sorted; values as text, None where there is none."""
        solutions = rows(self._graph, query, prefixes=names.PREFIXES, use_default_graph_as_union=True)
        variables = [variable.value for variable in solutions.variables]
        values = [tuple(solution[name] and solution[name].value for name in variables) for solution in solutions]
        return [dict(zip(variables, row, strict=True)) for row in sorted(values, key=lambda row: [value or "" for value in row])]

    def _said(self, query: str) -> list[dict]:
        """The rows of a SELECT whose ``?document`` is wanted."""
        rows = self._rows(query)
        if self._wanted is None:
            return rows
        return [row for row in rows if self._documents.get(row["document"], {}).get("document") in self._wanted]

    def _evidence(self, row: Mapping) -> dict:
        return _known(sentence=row["sentence"], rule=row["rule"] and names.local(row["rule"])) | self._documents.get(row["document"], {})

    def statements(self) -> dict[tuple, list[dict]]:
        """The evidence of each edge, by subject, object and key, the earliest first."""
        found = defaultdict(list)
        for row in self._said(_STATEMENTS):
            found[_edge(row)].append((int(row["start"]), self._evidence(row)))
        return {edge: _in_time(quotes) for edge, quotes in found.items()}

    def origins(self) -> dict[tuple, list[dict]]:
        """What edges were derived from beside documents: labels by language."""
        found: dict[tuple, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
        for row in self._rows(_ORIGINS):
            text = row["label"] or names.local(row["origin"])
            found[_edge(row)][row["origin"]].setdefault(row["language"] or "zh", text)
        return {edge: [labels for _, labels in sorted(origins.items())] for edge, origins in found.items()}

    def observations(self) -> dict[str, list[dict]]:
        """The figures of each entity, the latest period first."""
        found: dict[str, dict[tuple[str, str, str, str, str], list]] = defaultdict(lambda: defaultdict(list))
        for row in self._said(_OBSERVATIONS):
            key = (row["period"] or "", row["indicator"], row["measure"], row["value"], row["modality"])
            found[row["entity"]][key].append((int(row["start"]), self._evidence(row)))
        return {entity: [self._observation(*key, quotes) for key, quotes in sorted(figures.items(), reverse=True)][:FIGURES]
                for entity, figures in found.items()}

    def _observation(self, period: str, indicator: str, measure: str, value: str, modality: str, quotes: list) -> dict:
        local = names.local(indicator)
        return _known(period=period, indicator=_labels(self._schema.indicators.get(local), local), value=value,
                      measure=_labels(self._schema.measures.get(names.local(measure)), names.local(measure)),
                      level=names.local(measure) == "Level", modality=names.local(modality), evidence=_in_time(quotes)[:SENTENCES])

    def milestones(self) -> dict[str, list[dict]]:
        """The milestones of each entity in the order of time, the undated last."""
        found: dict[str, dict[tuple[bool, str, str, str], list]] = defaultdict(lambda: defaultdict(list))
        for row in self._said(_MILESTONES):
            key = (row["date"] is None, row["date"] or "", row["stage"], row["modality"])
            found[row["entity"]][key].append((int(row["start"]), self._evidence(row)))
        return {entity: [self._milestone(date, stage, modality, quotes) for (_, date, stage, modality), quotes in sorted(stages.items())] for entity, stages in found.items()}

    def _milestone(self, date: str, stage: str, modality: str, quotes: list) -> dict:
        local = names.local(stage)
        return _known(date=date, stage=_labels(self._schema.stages.get(local), local), modality=names.local(modality),
                      evidence=_in_time(quotes)[:SENTENCES])


def _edge(row: Mapping) -> tuple[str, str, str]:
    """Subject, object and key, as ``kg.network`` names its edges."""
    modality = names.local(row["modality"])
    return row["subject"], row["object"], names.local(row["predicate"]) + ("" if modality == "Actual" else f"/{modality}")


def _in_time(quotes: Iterable[tuple[int, dict]]) -> list[dict]:
    """Evidence by date, document and place; the undated last; each sentence of a document once."""
    order = sorted(quotes, key=lambda quote: ("date" not in quote[1], quote[1].get("date", ""), quote[1].get("document", ""), quote[0],
                                              quote[1]["sentence"], quote[1].get("rule", "")))
    once = {(evidence.get("document"), evidence["sentence"]): evidence for _, evidence in reversed(order)}
    return list(reversed(once.values()))


def _labels(concept: Labelled | None, name: str) -> dict[str, str]:
    return {"zh": concept.label_zh, "en": concept.label_en} if concept else {"zh": name, "en": name}


def _known(**values: object) -> dict:
    return {name: value for name, value in values.items() if value not in (None, "")}
