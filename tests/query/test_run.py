import time

import pytest
from pyoxigraph import NamedNode, Quad, Store

from kg import names
from kg.errors import QueryError
from kg.query import run
from kg.store import Store as DocumentStore

ONE = "document:one.txt"
TWO = "<https://w3id.org/parkkg/id/document/two.txt>"


def values(result) -> list[tuple]:
    return [tuple(term.value if term is not None else None for term in row) for row in result.rows]


def test_prefixes_are_known_and_all_documents_are_one_graph(graph):
    result = run(graph, "SELECT ?name { company:华星电子 pk:inIndustry ?i ; pk:locatedIn ?p . ?p skos:prefLabel ?name }")
    assert result.variables == ("name",)
    assert values(result) == [("东湖高新区",)]


def test_the_prefix_of_a_query_wins(graph):
    result = run(graph, f"PREFIX skos: <{names.ONTOLOGY}> SELECT ?level {{ district:临江市 skos:level ?level }}")
    assert values(result) == [(names.term("City"),)]


def test_what_two_documents_say_counts_once(graph):
    result = run(graph, "SELECT (COUNT(*) AS ?n) { company:华星电子 pk:locatedIn ?park }")
    assert values(result) == [("1",)]
    assert values(run(graph, "SELECT ?park { company:华星电子 pk:locatedIn ?park }")) == [(names.entity("Park", "东湖高新区"),)]


def test_graph_patterns_still_tell_the_documents_apart(graph):
    result = run(graph, "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { company:华星电子 pk:locatedIn ?park } }")
    assert values(result) == [("2",)]


@pytest.mark.parametrize("sources, count", [(f"FROM {ONE}", 2), (f"FROM {TWO}", 1), (f"FROM {ONE} FROM {TWO}", 2)])
def test_from_chooses_the_documents(graph, sources, count):
    assert values(run(graph, f"SELECT (COUNT(*) AS ?n) {sources} {{ ?s pk:locatedIn ?o }}")) == [(str(count),)]


def test_patterns_within_and_without_graph_together(graph):
    query = "SELECT (COUNT(*) AS ?n) { ?c pk:locatedIn park:东湖高新区 GRAPH ?g { ?c pk:mentionedIn ?d } }"
    assert values(run(graph, query)) == [("2",)]


def test_from_named_chooses_what_graph_sees(graph):
    result = run(graph, f"SELECT (COUNT(*) AS ?n) FROM NAMED {TWO} {{ GRAPH ?g {{ ?s pk:locatedIn ?o }} }}")
    assert values(result) == [("1",)]


def test_a_graph_that_is_not_there_is_not_fetched(graph):
    with pytest.raises(QueryError, match="not in the store, and nothing is fetched: <https://example.org/x>"):
        run(graph, "SELECT * FROM <https://example.org/x> { ?s ?p ?o }")


def test_ask(graph):
    assert run(graph, "ASK { park:东湖高新区 a pk:Park }").answer is True
    assert run(graph, "ASK { park:东湖高新区 a pk:Company }").answer is False


def test_construct_gives_each_triple_once_and_sorted(graph):
    result = run(graph, "CONSTRUCT { ?s pk:locatedIn ?o } WHERE { ?s pk:locatedIn ?o }")
    assert len(result.triples) == 2
    assert list(result.triples) == sorted(result.triples, key=str)


def test_describe_gives_statements_and_figures_with_their_sentences(graph):
    triples = run(graph, "DESCRIBE company:华星电子").triples
    kinds = {triple.object.value for triple in triples if triple.predicate.value.endswith("#type")}
    assert {names.term(name) for name in ("Company", "Statement", "Observation", "Evidence")} <= kinds
    assert "2022年产值超300亿元" in {getattr(triple.object, "value", "") for triple in triples}
    about_others = NamedNode(names.PREFIXES["statement"] + "s2")
    assert about_others not in {triple.subject for triple in triples}


def test_describe_of_a_person_tells_the_position(graph):
    texts = {getattr(triple.object, "value", "") for triple in run(graph, "DESCRIBE person:林岚").triples}
    assert "董事长" in texts


def test_describe_of_what_is_not_there_is_empty(graph):
    assert run(graph, "DESCRIBE company:无此公司").triples == ()


def test_rows_without_an_order_are_sorted_and_those_with_one_are_not(graph):
    assert values(run(graph, "SELECT ?x { VALUES ?x { 'b' 'c' 'a' } }")) == [("a",), ("b",), ("c",)]
    assert values(run(graph, "SELECT ?x { VALUES ?x { 'b' 'c' 'a' } } ORDER BY DESC(?x)")) == [("c",), ("b",), ("a",)]


def test_a_limit_takes_no_more_and_says_so(graph):
    query = "SELECT ?s { ?s a pk:Company }"
    assert (len(run(graph, query, limit=1).rows), run(graph, query, limit=1).truncated) == (1, True)
    assert (len(run(graph, query, limit=2).rows), run(graph, query, limit=2).truncated) == (2, False)
    described = run(graph, "DESCRIBE company:华星电子", limit=3)
    assert (len(described.triples), described.truncated) == (3, True)


def test_an_unbound_variable_is_none(graph):
    assert run(graph, "SELECT ?s ?x { ?s a pk:Park OPTIONAL { ?s pk:nothing ?x } }").rows[0][1] is None


@pytest.mark.parametrize("query, where", [
    ("SELECT * WHERE {\n  ?s pk:x }", "line 2, column 11"),
    ("SELECT *\n\n WHERE { ?s ?p ?o } GROUP BY", "line 3, column 29"),
    ("SELECT ?x { ?s ?p ?o } GROUP BY ?s", "line 1, column 35"),
    ("SELECT * {\n ?公司 ?p ?o . ?o ?q FILTER(1) }", "line 2, column 20"),
])
def test_the_place_of_an_error_is_that_in_the_users_text(graph, query, where):
    with pytest.raises(QueryError) as caught:
        run(graph, query)
    assert caught.value.where == where
    assert "\n" not in str(caught.value)


def test_a_function_that_does_not_exist_is_an_error_of_the_query(graph):
    with pytest.raises(QueryError, match="not supported"):
        run(graph, "SELECT (<http://example.org/f>(1) AS ?x) {}")


def test_a_query_that_takes_too_long_is_given_up():
    crowd = Store()
    crowd.extend(Quad(NamedNode(f"http://e/{i}"), NamedNode("http://e/p"), NamedNode(f"http://e/{i}")) for i in range(2000))
    began = time.monotonic()
    with pytest.raises(QueryError, match="longer than 0.2 seconds"):
        run(crowd, "SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y FILTER(STR(?x) > STR(?y)) }", timeout=0.2)
    assert time.monotonic() - began < 10


def test_within_its_time_a_query_answers_and_complains_as_ever(graph):
    assert run(graph, "ASK { ?s a pk:Park }", timeout=60).answer is True
    with pytest.raises(QueryError, match="line 1, column 6"):
        run(graph, "ASK ?", timeout=60)


def test_a_union_that_is_at_hand_is_asked_unless_the_query_names_graphs(graph):
    other = Store()
    other.add(Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), NamedNode("http://e/c")))
    assert values(run(graph, "SELECT ?s { ?s ?p ?o }", union=other)) == [("http://e/a",)]
    assert run(graph, "ASK { GRAPH ?g { park:东湖高新区 a pk:Park } }", union=other).answer is True
    assert values(run(graph, f"SELECT (COUNT(*) AS ?n) FROM {ONE} {{ ?s pk:locatedIn ?o }}", union=other)) == [("2",)]


@pytest.mark.parametrize("query", [
    "SELECT (COUNT(*) AS ?n) { company:华星电子 pk:locatedIn ?park }",
    "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { company:华星电子 pk:locatedIn ?park } }",
    f"SELECT (COUNT(*) AS ?n) FROM {ONE} FROM {TWO} {{ ?s pk:locatedIn ?o }}",
    f"SELECT (COUNT(*) AS ?n) FROM {TWO} {{ ?s pk:locatedIn ?o }}",
    f"SELECT (COUNT(*) AS ?n) FROM NAMED {TWO} {{ GRAPH ?g {{ ?s pk:locatedIn ?o }} }}",
    "SELECT (COUNT(*) AS ?n) { ?c pk:locatedIn park:东湖高新区 GRAPH ?g { ?c pk:mentionedIn ?d } }",
    "SELECT ?g ?s { GRAPH ?g { ?s a pk:Company } }",
    "DESCRIBE company:华星电子",
])
def test_a_store_answers_as_a_graph_in_memory(graph, store_folder, query):
    with DocumentStore.open(store_folder) as store:
        for union in (None, store.union):
            assert run(store.graph, query, union=union) == run(graph, query)
