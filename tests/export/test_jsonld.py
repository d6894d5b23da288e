import io
import json

import pytest
import rdflib
from hypothesis import given, settings
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg import names
from kg.errors import ExportError
from kg.export.jsonld import write_jsonld

from .test_turtle import QUADS


def written(quads) -> bytes:
    store = Store()
    store.extend(quads)
    output = io.BytesIO()
    write_jsonld(store, output)
    return output.getvalue()


@given(QUADS)
def test_oxigraph_reads_back_the_union(quads):
    store = Store()
    store.extend(quads)
    assert {quad.triple for quad in parse(written(quads), RdfFormat.JSON_LD)} == {quad.triple for quad in store}


@given(QUADS)
@settings(max_examples=50)
def test_rdflib_reads_the_same_subjects_and_predicates(quads):
    back = rdflib.Graph().parse(data=written(quads), format="json-ld")
    assert {(str(s), str(p)) for s, p, _ in back} == {(quad.subject.value, quad.predicate.value) for quad in quads}


def test_rdflib_reads_the_whole_example(graph):
    output = io.BytesIO()
    write_jsonld(graph, output)
    lines = "".join(f"{triple} .\n" for triple in {quad.triple for quad in graph})
    assert set(rdflib.Graph().parse(data=output.getvalue(), format="json-ld")) == set(rdflib.Graph().parse(data=lines, format="nt"))


def test_it_is_json_with_the_prefixes_it_needs(graph):
    output = io.BytesIO()
    write_jsonld(graph, output)
    document = json.loads(output.getvalue())
    assert document["@context"]["company"] == names.PREFIXES["company"]
    assert "owl" not in document["@context"]
    company = next(node for node in document["@graph"] if node["@id"] == "company:华星电子")
    assert company["@type"] == "pk:Company"
    assert company["skos:prefLabel"] == {"@value": "华星电子", "@language": "zh"}


def test_an_iri_whose_scheme_is_a_prefix_is_not_mistaken():
    place = NamedNode("geo:23.1,112.4")
    quads = [Quad(place, NamedNode(names.PREFIXES["geo"] + "asWKT"), NamedNode(names.term("Park")))]
    assert [quad.subject for quad in parse(written(quads), RdfFormat.JSON_LD)] == [place]
    assert [quad.predicate for quad in parse(written(quads), RdfFormat.JSON_LD)] == [quads[0].predicate]


def test_an_empty_graph_is_an_empty_list():
    assert json.loads(written([])) == {"@context": {}, "@graph": []}


def test_what_json_ld_cannot_hold_is_refused():
    a = NamedNode("http://e/a")
    with pytest.raises(ExportError, match="triple within a triple"):
        written([Quad(a, a, Triple(a, a, Literal("x")))])
