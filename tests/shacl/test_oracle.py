"""What the compiled shapes find is what pySHACL finds."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse

from kg.graph import dataset
from kg.graph.dataset import Knowledge
from kg.graph.terms import concept, vocabulary
from kg.names import BASE
from kg.settings import ontology_folder
from kg.shacl import Data, Result, load_shapes
from kg.shacl.full import Judge
from tests.graph import made
from tests.graph.test_dataset import SCHEMA, Held

SHAPES = ontology_folder() / "shapes.ttl"
CASES = sorted((ontology_folder() / "cases").glob("*.ttl"))

# Constraints that the project's shapes do not use, or use in one way only.
MORE = """
@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix e: <http://e/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
e:All a sh:NodeShape ; sh:targetSubjectsOf e:p ; sh:targetObjectsOf e:q ; sh:targetNode e:a ;
  sh:property [ sh:path e:p ; sh:minExclusive 1 ; sh:maxExclusive 4 ; sh:maxLength 3 ; sh:message "p" ],
    [ sh:path e:q ; sh:nodeKind sh:BlankNodeOrIRI ; sh:hasValue e:b ; sh:message "q" ],
    [ sh:path e:r ; sh:disjoint e:q ; sh:message "r" ], [ sh:path e:v ; sh:lessThanOrEquals e:w ; sh:message "v" ],
    [ sh:path e:s ; sh:equals e:p ; sh:message "s" ], [ sh:path ( e:q e:p ) ; sh:maxCount 1 ; sh:message "q p" ],
    [ sh:path [ sh:alternativePath ( e:p ( e:q e:r ) ) ] ; sh:datatype xsd:integer ; sh:message "p or q r" ],
    [ sh:path e:t ; sh:pattern "^A" ; sh:flags "i" ; sh:uniqueLang true ; sh:languageIn ( "en" "zh" ) ; sh:message "t" ],
    [ sh:path e:u ; sh:xone ( [ sh:class e:C ] [ sh:class e:D ] ) ;
      sh:and ( [ sh:nodeKind sh:IRI ] [ sh:not [ sh:class e:E ] ] ) ; sh:message "u" ] .
e:Off a sh:NodeShape ; sh:deactivated true ; sh:targetNode e:a ; sh:property [ sh:path e:p ; sh:maxCount 0 ] .
"""


@cache
def engines(path: Path):
    return load_shapes(path), Judge(path)


def agree(path: Path, triples: list[Triple]) -> set[Result]:
    shapes, judge = engines(path)
    found = {Result(r.node, r.path, r.value, r.messages) for r in shapes.check(Data(triples))}
    assert found == set(judge.check(triples))
    return found


def test_the_shapes_of_the_ontology_are_compiled_whole():
    assert engines(SHAPES)[0].unchecked == ()
    assert len(CASES) > 40


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_case_of_the_ontology_is_judged_alike(case):
    assert bool(agree(SHAPES, list(parse(path=str(case), format=RdfFormat.TURTLE)))) == case.stem.endswith("-violates")


TRIPLES = sorted({quad.triple for quad in dataset(Held(made.reading()), Knowledge(SCHEMA))}, key=str)
NODES = sorted({triple.subject for triple in TRIPLES}, key=str)
OBJECTS = sorted({triple.object for triple in TRIPLES}, key=str) + [
    Literal(""), Literal("x", language="en"), Literal("2", datatype=vocabulary("xsd:decimal")), NamedNode(BASE + "company/x"),
    Literal("x", datatype=vocabulary("xsd:decimal")), Literal("-1", datatype=vocabulary("xsd:integer")),
    Literal("2023-02-30", datatype=vocabulary("xsd:date")),
]
FURTHER = {concept(name) for name in ("partOf", "leads", "produces", "stockCode")}
PREDICATES = sorted({triple.predicate for triple in TRIPLES} | FURTHER, key=str)
others = st.builds(Triple, st.sampled_from(NODES), st.sampled_from(PREDICATES), st.sampled_from(OBJECTS))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(range(len(TRIPLES))), max_size=6, unique=True), st.lists(others, max_size=6))
def test_a_graph_with_triples_taken_out_and_put_in_is_judged_alike(gone, more):
    agree(SHAPES, [triple for number, triple in enumerate(TRIPLES) if number not in gone] + more)


_E = [NamedNode(f"http://e/{name}") for name in "abcCDE"]
_VALUES = _E + [Literal(str(n), datatype=vocabulary("xsd:integer")) for n in (0, 1, 2, 4, 10000)] + [
    Literal("Ab", language="en"), Literal("aB", language="en"), Literal("天", language="zh-CN"), Literal("ab", language="fr"),
    Literal("Abcd"), Literal("1.5", datatype=vocabulary("xsd:decimal"))]
_NUMBERS = [value for value in _VALUES if isinstance(value, Literal) and value.value[0].isdecimal()]
_SUBJECTS = st.sampled_from(_E[:3])


def properties(names: str):
    return st.sampled_from([NamedNode(f"http://e/{name}") for name in names])


# Of v and w numbers alone: pySHACL compares IRIs by their characters, where the recommendation says that they can't be compared.
small = (st.builds(Triple, _SUBJECTS, properties("pqrstu"), st.sampled_from(_VALUES))
         | st.builds(Triple, _SUBJECTS, st.just(vocabulary("rdf:type")), st.sampled_from(_E))
         | st.builds(Triple, _SUBJECTS, properties("vw"), st.sampled_from(_NUMBERS)))


@settings(max_examples=60, deadline=None)
@given(st.lists(small, max_size=10))
def test_other_constraints_are_judged_alike(tmp_path_factory, triples):
    path = tmp_path_factory.getbasetemp() / "more.ttl"
    if not path.exists():
        path.write_text(MORE)
    agree(path, triples)


def test_what_is_not_compiled_is_listed(tmp_path):
    path = tmp_path / "shapes.ttl"
    path.write_text("@prefix sh: <http://www.w3.org/ns/shacl#> . <http://e/S> a sh:NodeShape ; sh:targetNode <http://e/a> ; "
                    "sh:closed true .")
    assert load_shapes(path).unchecked == ("sh:closed",)
