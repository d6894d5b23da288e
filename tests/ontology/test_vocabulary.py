"""The vocabulary is whole: it parses, every term is defined, labelled and explained in both languages, and fits its neighbours."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.compare import isomorphic

from .conftest import FILES, FOLDER, PK

CASES = sorted((FOLDER / "cases").glob("*.ttl"))
CLASSES, OBJECT_PROPERTIES, DATATYPE_PROPERTIES = 23, 24, 16


def test_all_files_are_seen():
    assert (len(FILES), len(CASES)) == (4, 56)


@pytest.mark.parametrize("path", [FOLDER / name for name in FILES] + CASES, ids=lambda path: path.name)
def test_both_parsers_read_the_same(path: Path):
    by_rdflib = Graph().parse(path, format="turtle")
    by_oxigraph = Graph().parse(data=pyoxigraph.serialize(pyoxigraph.parse(path=str(path)), format=pyoxigraph.RdfFormat.N_TRIPLES),
                                format="nt")
    assert len(by_rdflib) == len(by_oxigraph) > 0
    if path.name != "shapes.ttl":       # its thousand blank nodes take rdflib too long
        assert isomorphic(by_rdflib, by_oxigraph)


def defined(ontology: Graph) -> set[URIRef]:
    """Terms of the namespace that stand somewhere as a subject with a type."""
    return {s for s in ontology.subjects(RDF.type, None) if isinstance(s, URIRef) and s.startswith(PK)}


def test_every_term_used_is_defined(graphs: dict[str, Graph], ontology: Graph):
    everything = list(graphs.values()) + [Graph().parse(path) for path in CASES if not path.stem.endswith("violates")]
    used = {term for graph in everything for triple in graph for term in triple if isinstance(term, URIRef) and term.startswith(PK)}
    assert used - defined(ontology) == set()
    assert len(used) > 90


def test_every_term_has_label_and_definition_in_both_languages(ontology: Graph):
    concepts = {s for kind in ("Indicator", "Unit", "Industry") for s in ontology.subjects(RDF.type, PK[kind])}
    terms = defined(ontology) | concepts
    assert len(terms) > 900
    missing = []
    for term in terms:
        label = SKOS.prefLabel if (term, SKOS.prefLabel, None) in ontology else RDFS.label
        for predicate in (label, SKOS.definition):
            texts = [o for o in ontology.objects(term, predicate) if isinstance(o, Literal)]
            if sorted(str(o.language) for o in texts) != ["en", "zh"] or not all(len(o) > 1 or o.language == "zh" for o in texts):
                missing.append((str(term), str(predicate)))
    assert missing == []


def test_the_number_of_terms(graphs: dict[str, Graph]):
    park = graphs["park.ttl"]
    named = {kind: [s for s in park.subjects(RDF.type, kind) if not isinstance(s, BNode)]
             for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)}
    assert [len(v) for v in named.values()] == [CLASSES, OBJECT_PROPERTIES, DATATYPE_PROPERTIES]


def test_every_property_has_one_domain_and_one_range(graphs: dict[str, Graph]):
    park = graphs["park.ttl"]
    for property_ in set(park.subjects(RDF.type, OWL.ObjectProperty)) | set(park.subjects(RDF.type, OWL.DatatypeProperty)):
        assert len(list(park.objects(property_, RDFS.domain))) == 1, property_
        assert len(list(park.objects(property_, RDFS.range))) == 1, property_


def members(graph: Graph, head) -> list[URIRef]:
    return list(Collection(graph, head))


def test_entities_are_the_disjoint_union_of_their_subclasses(graphs: dict[str, Graph]):
    park = graphs["park.ttl"]
    union = members(park, park.value(PK.Entity, OWL.disjointUnionOf))
    assert set(union) == set(park.subjects(RDFS.subClassOf, PK.Entity))
    assert len(union) == 9


def test_disjoint_classes_share_no_concept_and_no_superclass(graphs: dict[str, Graph], ontology: Graph):
    park = graphs["park.ttl"]
    groups = [members(park, park.value(node, OWL.members)) for node in park.subjects(RDF.type, OWL.AllDisjointClasses)]
    assert len(groups) == 4 and set(members(park, park.value(PK.Entity, OWL.disjointUnionOf))) in map(set, groups)
    for group in groups:
        seen: dict[URIRef, URIRef] = {}
        for cls in group:
            assert not set(park.transitive_objects(cls, RDFS.subClassOf)) & (set(group) - {cls})
            for member in ontology.subjects(RDF.type, cls):
                assert seen.setdefault(member, cls) == cls, f"{member} is of two disjoint classes"


def test_the_vocabulary_is_aligned(graphs: dict[str, Graph]):
    links = (RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch, SKOS.relatedMatch, RDF.type)
    seen = {str(o) for name in ("park.ttl", "terms.ttl") for p in links for o in graphs[name].objects(None, p)}
    for namespace in ("https://schema.org/", "http://www.w3.org/ns/org#", "http://www.w3.org/ns/prov#", "http://www.w3.org/2004/02/skos/core#",
                      "http://www.opengis.net/ont/geosparql#", "http://www.w3.org/ns/oa#", "http://purl.org/linked-data/cube#", "http://qudt.org/"):
        assert any(iri.startswith(namespace) for iri in seen), namespace
