"""What the gazetteer knows of the places that documents name: the place above each, what it was called before, and which places an
ambiguous name may mean.

All of it goes into the graph of curated facts: it has a source and no evidence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from pyoxigraph import Literal, NamedNode, Quad

from kg import names
from kg.graph.curated import GRAPH, statement
from kg.graph.terms import chinese, concept, day, vocabulary
from kg.resolve import Resolution
from kg.tables import Change

_SOURCE = "source/gazetteer"
_SOURCE_LABELS = ("区划与园区名录：国家统计局区划代码（2023年6月30日）、国家级与省级园区名单",
                  "gazetteer: division codes of the National Bureau of Statistics (30 June 2023), lists of national and provincial zones")


def quads(resolution: Resolution, changes: Iterable[Change], *, base: str = names.BASE) -> Iterator[Quad]:
    """Give what is known of places.

    :param changes: of divisions, by name and date
    """
    graph = NamedNode(base + GRAPH)
    source = NamedNode(base + _SOURCE)
    above = resolution.above
    for lower, higher in above:
        yield from statement((lower.iri, "locatedIn", higher.iri), "Actual", Decimal(1), [source], base, graph)
    if above:
        yield Quad(source, vocabulary("rdf:type"), vocabulary("prov:Entity"), graph)
        for label, language in zip(_SOURCE_LABELS, ("zh", "en"), strict=True):
            yield Quad(source, vocabulary("rdfs:label"), chinese(label) if language == "zh" else Literal(label, language=language), graph)
    for node, candidates in resolution.ambiguous:
        for candidate in candidates:
            yield Quad(NamedNode(node.iri), concept("candidate"), NamedNode(candidate.iri), graph)
    yield from _formerly(resolution, changes, base, graph)


def _formerly(resolution: Resolution, changes: Iterable[Change], base: str, graph: NamedNode) -> Iterator[Quad]:
    """What was renamed or became part of another division leads there, with the year in which that happened."""
    years: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for change in changes:
        now = resolution.listed("District", change.code)
        former = resolution.listed("District", f"former:{change.code}:{change.former}") if change.kind == "merged" else None
        if former is not None:
            years[former.iri].update(((now.iri, change.year),) if now is not None else ())
        elif now is not None and change.kind == "renamed":
            iri = names.entity("District", change.former, base)
            if resolution.at(iri) is None:
                years[iri].add((now.iri, change.year))
    for iri, ends in sorted(years.items()):
        if len(ends) == 1:                              # a name that two divisions had tells of neither
            [(successor, year)] = ends
            yield Quad(NamedNode(iri), vocabulary("dcterms:isReplacedBy"), NamedNode(successor), graph)
            yield Quad(NamedNode(iri), concept("until"), day(year), graph)
