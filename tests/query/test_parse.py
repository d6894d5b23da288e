import pytest

from kg.errors import QueryError
from kg.query.parse import parse


def complaint(query: str) -> QueryError:
    with pytest.raises(QueryError) as caught:
        parse(query)
    return caught.value


@pytest.mark.parametrize("query", [
    "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?s ?p ?o } } }",
    "PREFIX a: <http://x/> ASK{SERVICE a:b{}}",
])
def test_fetching_is_refused(query):
    assert "SERVICE would fetch" in complaint(query).what


def test_a_service_cannot_hide_in_what_looks_like_an_iri():
    assert complaint("SELECT * { ?s ?p ?x FILTER(?x<'a>') SERVICE <http://x/> {?s ?p ?o} FILTER('x'='x') }").exit_code == 2
    assert complaint("SELECT * { ?s ?p ?x FILTER(?x<#> '''\n 1) SERVICE <http://x/> {} #'''\n }").exit_code == 2


@pytest.mark.parametrize("query", [
    'SELECT * { ?s skos:altLabel "SERVICE <http://x/>" }',
    "SELECT * { ?s ?p ?o } # SERVICE <http://x/>",
    "SELECT ?service { ?service ?p <http://x/service#a> }",
    "PREFIX service: <http://x/> SELECT * { ?s service:SERVICE ?o }",
])
def test_the_word_alone_is_no_fetching(query):
    assert parse(query).form == "SELECT"


@pytest.mark.parametrize("query", ["INSERT DATA { pk:a pk:b pk:c }", "delete where { ?s ?p ?o }", "DROP ALL", "LOAD <http://x/>",
                                   "PREFIX a: <http://x/> CLEAR ALL", "WITH <http://x/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"])
def test_updates_are_refused(query):
    assert "would change the graph" in complaint(query).what


@pytest.mark.parametrize("query, where, what", [
    ("SELECT * WHERE {\n  ?s nope:x ?o }", "line 2, column 6", "the prefix nope: is not declared"),
    ("SELECT * WHERE {\n  ?s ?p 宁德时代 }", "line 2, column 9", "«宁德时代» is no word of SPARQL"),
    ("SELECT * {\n ?s ?p 'abc }", "line 2, column 8", "a text in quotation marks does not end"),
    ("SELECT * { ?s ?p ?o", "line 1, column 10", "{ is never closed"),
    ("SELECT * { ?s ?p ?o }\n}", "line 2, column 1", "} closes nothing"),
    ("SELECT * { FILTER(1 = 1 }", "line 1, column 25", "} stands where ) is expected"),
    ("SELEKT * { ?s ?p ?o }", "line 1, column 1", "a query can't begin with «SELEKT»"),
    ("PREFIX a: <http://x/>", "line 1, column 22", "the query ends after its prefixes"),
    ("PREFIX a <http://x/> ASK {}", "line 1, column 1", "a PREFIX is not well formed"),
    ("SELECT * FROM <one> { ?s ?p ?o }", "line 1, column 15", "FROM must name a graph of the store by its full IRI"),
])
def test_what_is_wrong_is_said_with_its_place(query, where, what):
    error = complaint(query)
    assert error.where == where
    assert error.what.startswith(what)
    assert "\n" not in str(error)


@pytest.mark.parametrize("query", ["", "   \n", "# only a comment"])
def test_an_empty_query_is_said_to_be_empty(query):
    assert complaint(query).what == "the query is empty"


def test_graphs_are_found_behind_from():
    query = parse("PREFIX n: <http://n/> SELECT * FROM <http://g/1> FROM n:2 FROM NAMED named:entities { ?s ?p ?o }")
    assert query.sources == ("http://g/1", "http://n/2")
    assert query.named == ("https://w3id.org/parkkg/id/graph/entities",)


@pytest.mark.parametrize("query, needs_union", [
    ("SELECT ?s { ?s ?p ?o }", True),
    ("SELECT ?s FROM named:a { ?s ?p ?o }", False),
    ("SELECT ?s FROM named:a FROM named:b { ?s ?p ?o }", True),
    ("SELECT ?s FROM NAMED named:a { GRAPH ?g { ?s ?p ?o } }", False),
    ("SELECT ?s { GRAPH ?g { ?s ?p ?o FILTER EXISTS { ?s a ?c } } . GRAPH named:a { ?s ?p ?o } } GROUP BY ?s", False),
    ("SELECT ?s { GRAPH ?g {} ?s ?p ?o }", True),
    ("SELECT ?s { ?s ?p ?o . GRAPH ?g {} }", True),
    ("SELECT ?s { OPTIONAL { ?s ?p ?o } GRAPH ?g {} }", True),
    ("SELECT ?s { { ?s ?p ?o } GRAPH ?g {} }", True),
    ("SELECT (EXISTS { ?s ?p ?o } AS ?x) { GRAPH ?g {} }", True),
    ("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }", True),
    ("DESCRIBE pk:a", True),
])
def test_whether_a_query_needs_the_union(query, needs_union):
    assert parse(query).needs_union is needs_union
