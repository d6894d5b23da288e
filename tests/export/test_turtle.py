import io

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib.compare import isomorphic

from kg import names
from kg.export.turtle import triples_as_turtle, write_trig, write_turtle

XSD = names.PREFIXES["xsd"]
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ODD = ["（一期）", "a b/c", '"quoted"', "<img src=x>", "it's", "😀", "a\u202eb", "\u200f", "½~.", ".", "-", "a.", "%41", "A、B", "\\", "C#"]
NAMES = st.one_of(st.sampled_from(ODD), TEXTS.filter(bool))
IRIS = st.builds(names.entity, st.sampled_from(["Company", "Park"]), NAMES).map(NamedNode)
LITERALS = st.one_of(
    st.builds(Literal, TEXTS),
    st.builds(lambda text: Literal(text, language="zh"), TEXTS),
    st.builds(lambda text: Literal(text, datatype=NamedNode(XSD + "date")), st.sampled_from(["2023-01-16", "2024-02-29"])),
    st.builds(lambda value: Literal(str(value), datatype=NamedNode(XSD + "decimal")), st.decimals(-1e12, 1e12, places=2)),
    st.builds(lambda value: Literal(str(value), datatype=NamedNode(XSD + "integer")), st.integers(-10**12, 10**12)),
    st.builds(lambda value: Literal(str(value).lower(), datatype=NamedNode(XSD + "boolean")), st.booleans()),
)
GRAPHS = st.builds(NamedNode, st.sampled_from(["http://g/1", "http://g/2"]))
QUADS = st.lists(st.builds(Quad, IRIS, IRIS, st.one_of(IRIS, LITERALS), GRAPHS))


def written(write, quads) -> bytes:
    store = Store()
    store.extend(quads)
    output = io.BytesIO()
    write(store, output)
    return output.getvalue()


@given(QUADS)
def test_turtle_is_read_back_as_the_union(quads):
    store = Store()
    store.extend(quads)
    back = {quad.triple for quad in parse(written(write_turtle, quads), RdfFormat.TURTLE)}
    assert back == {quad.triple for quad in store}


@given(QUADS)
def test_trig_is_read_back_as_it_was(quads):
    store = Store()
    store.extend(quads)
    assert set(parse(written(write_trig, quads), RdfFormat.TRIG)) == set(store)


@given(QUADS)
def test_rdflib_reads_the_same(quads):
    quads = [quad for quad in quads if getattr(getattr(quad.object, "datatype", None), "value", "") != XSD + "decimal"]  # it rewrites them
    lines = "".join(f"{quad.triple} .\n" for quad in quads)
    turtle = rdflib.Graph().parse(data=written(write_turtle, quads), format="turtle")
    assert set(turtle) == set(rdflib.Graph().parse(data=lines, format="nt"))


@given(QUADS, st.randoms())
def test_the_order_of_insertion_does_not_matter(quads, random):
    shuffled = random.sample(quads, len(quads))
    assert written(write_turtle, quads) == written(write_turtle, shuffled)
    assert written(write_trig, quads) == written(write_trig, shuffled)


def test_the_whole_example_is_isomorphic_for_rdflib(graph):
    output = io.BytesIO()
    write_turtle(graph, output)
    lines = "".join(f"{triple} .\n" for triple in {quad.triple for quad in graph})
    assert isomorphic(rdflib.Graph().parse(data=output.getvalue(), format="turtle"), rdflib.Graph().parse(data=lines, format="nt"))


def test_how_a_block_reads():
    company = NamedNode(names.entity("Company", "宁德时代"))
    skos = names.PREFIXES["skos"]
    triples = [
        Triple(company, NamedNode(skos + "altLabel"), Literal("CATL", language="zh")),
        Triple(company, NamedNode(skos + "altLabel"), Literal("宁德", language="zh")),
        Triple(company, NamedNode(names.PREFIXES["rdf"] + "type"), NamedNode(names.term("Company"))),
        Triple(company, NamedNode(names.term("value")), Literal("30000000000", datatype=NamedNode(XSD + "decimal"))),
    ]
    assert triples_as_turtle(triples) == """\
@prefix company: <https://w3id.org/parkkg/id/company/> .
@prefix pk: <https://w3id.org/parkkg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

company:宁德时代 a pk:Company ;
    skos:altLabel "CATL"@zh, "宁德"@zh ;
    pk:value "30000000000"^^xsd:decimal .
"""


def test_many_objects_get_lines_of_their_own(graph):
    objects = [NamedNode(names.entity("Company", f"企业{number}" * 5)) for number in range(10)]
    company = NamedNode(names.entity("Company", "宁德时代"))
    text = triples_as_turtle(Triple(company, NamedNode(names.term("suppliesTo")), object_) for object_ in objects)
    assert max(map(len, text.splitlines())) < 120
    assert len(list(parse(text.encode(), RdfFormat.TURTLE))) == 10


def test_marks_that_turn_the_line_around_are_escaped():
    triple = Triple(NamedNode("http://e/a"), NamedNode("http://e/b"), Literal("公司\u202eabc\u2066\ufeff\u2028\x00\x85"))
    text = triples_as_turtle([triple])
    assert r"公司\u202Eabc\u2066\uFEFF\u2028\u0000\u0085" in text
    assert [quad.triple for quad in parse(text.encode(), RdfFormat.TURTLE)] == [triple]


@pytest.mark.parametrize("lexical, datatype, expected", [
    ("120", "integer", "120"), ("0.9", "decimal", "0.9"), ("true", "boolean", "true"),
    ("5", "decimal", '"5"^^xsd:decimal'), ("1e5", "double", '"1e5"^^xsd:double'), ("x", "integer", '"x"^^xsd:integer')])
def test_only_what_turtle_takes_for_the_same_datatype_is_bare(lexical, datatype, expected):
    triple = Triple(NamedNode("http://e/a"), NamedNode("http://e/b"), Literal(lexical, datatype=NamedNode(XSD + datatype)))
    assert f" {expected} ." in triples_as_turtle([triple])


def test_an_empty_graph_gives_an_empty_text():
    assert written(write_turtle, []) == written(write_trig, []) == b""


def test_blank_nodes_are_kept():
    node = BlankNode()
    a, b = NamedNode("http://e/a"), NamedNode("http://e/b")
    quads = [Quad(node, a, Literal("x"), NamedNode("http://g/1")), Quad(a, b, node)]
    back = list(parse(written(write_trig, quads), RdfFormat.TRIG))
    assert len({term for quad in back for term in (quad.subject, quad.object) if isinstance(term, BlankNode)}) == 1
