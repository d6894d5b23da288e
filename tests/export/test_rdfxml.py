"""RDF/XML, read back by rdflib and by Oxigraph."""

import io

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse

from kg.errors import ExportError
from kg.export.rdfxml import write_rdfxml
from kg.query.union import merged

NODE = NamedNode("http://example.org/a")


def of(object_) -> Store:
    store = Store()
    store.add(Quad(NODE, NODE, object_))
    return store


def written(graph: Store) -> bytes:
    output = io.BytesIO()
    write_rdfxml(graph, output)
    return output.getvalue()


def test_oxigraph_reads_the_same_triples(graph):
    assert set(parse(written(graph), RdfFormat.RDF_XML)) == set(merged(graph))


def test_rdflib_reads_as_many(graph):
    read = rdflib.Graph().parse(data=written(graph), format="xml")
    assert len(read) == len(merged(graph))
    label = rdflib.URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
    assert rdflib.Literal("华星电子", lang="zh") in set(read.objects(None, label))


@pytest.mark.parametrize("text", ["<&>\"'", "一\n二\t三", " ", "]]>", "😀"])
def test_texts_come_back_as_they_were(text):
    store = of(Literal(text))
    assert [quad.object.value for quad in parse(written(store), RdfFormat.RDF_XML)] == [text]


@pytest.mark.parametrize("object_", [Literal("a\x00b"), Literal("\x0b"), Triple(NODE, NODE, NODE)])
def test_what_it_has_no_form_for_is_refused(object_):
    with pytest.raises(ExportError, match="RDF/XML has no form for this; use turtle or ntriples"):
        written(of(object_))
