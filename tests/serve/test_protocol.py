"""The SPARQL 1.1 Protocol, with real clients on a real server."""

from __future__ import annotations

import json
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

import pytest
import rdflib

from tests.serve.conftest import TEXTS

PARKS = "SELECT ?park ?name WHERE { ?park a pk:Park ; skos:prefLabel ?name } ORDER BY ?name"
NAMES = "CONSTRUCT { ?park skos:prefLabel ?name } WHERE { ?park a pk:Park ; skos:prefLabel ?name }"
PREFIX = "PREFIX pk: <https://w3id.org/parkkg/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "


@pytest.fixture(scope="module")
def parks(server) -> list[str]:
    found = [row["name"] for row in server.rows(PARKS)]
    assert "肇庆高新技术产业开发区" in found
    return found


# --- formats

def test_json_is_what_a_client_gets_that_takes_anything(server, parks):
    answer = server.ask(PARKS, "*/*")
    assert answer.headers["content-type"] == "application/sparql-results+json"
    assert [row["name"]["value"] for row in answer.json()["results"]["bindings"]] == parks


def test_xml(server, parks):
    answer = server.ask(PARKS, "application/sparql-results+xml")
    space = "{http://www.w3.org/2005/sparql-results#}"
    root = ElementTree.fromstring(answer.content)
    assert [literal.text for literal in root.iter(space + "literal")] == parks


def test_csv_and_tsv(server, parks):
    csv, tsv = server.ask(PARKS, "text/csv"), server.ask(PARKS, "text/tab-separated-values")
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert [line.split(",")[1] for line in csv.text.splitlines()[1:]] == parks
    assert [line.split("\t")[1] for line in tsv.text.splitlines()[1:]] == [f'"{name}"@zh' for name in parks]


def test_the_quality_of_what_is_taken_decides(server):
    assert server.ask(PARKS, "text/csv;q=0.4, application/sparql-results+xml;q=0.6").headers["content-type"] == "application/sparql-results+xml"
    assert server.ask(PARKS, "application/sparql-results+json;q=0, */*").headers["content-type"] != "application/sparql-results+json"


def test_a_format_can_be_named_in_a_link(server):
    assert server.ask(PARKS, "text/html", format="csv").headers["content-type"] == "text/csv; charset=utf-8"


@pytest.mark.parametrize("query, accept", [(PARKS, "text/turtle"), (NAMES, "text/csv"), (PARKS, "image/png")])
def test_a_result_that_can_not_be_written_as_asked_is_refused(server, query, accept):
    assert server.ask(query, accept).status_code == 406


@pytest.mark.parametrize("accept, format", [("text/turtle", "turtle"), ("application/n-triples", "nt"), ("application/ld+json", "json-ld"),
                                            ("application/rdf+xml", "xml")])
def test_triples(server, parks, accept, format):
    answer = server.ask(NAMES, accept)
    assert answer.headers["content-type"].startswith(accept)
    graph = rdflib.Graph().parse(data=answer.content, format=format)
    assert sorted(map(str, graph.objects())) == sorted(parks)


def test_describe_tells_what_is_said_of_a_node(server):
    graph = rdflib.Graph().parse(data=server.ask("DESCRIBE park:肇庆高新技术产业开发区", "text/turtle").content, format="turtle")
    assert rdflib.URIRef("http://www.w3.org/ns/oa#exact") in set(graph.predicates())


@pytest.mark.parametrize("accept, said", [("application/sparql-results+json", '"boolean":true'), ("application/sparql-results+xml", "<boolean>true")])
def test_ask(server, accept, said):
    assert said in server.ask("ASK { ?park a pk:Park }", accept).text


# --- ways to send a query

def test_post_as_a_form_and_as_the_body(server):
    expected = server.ask(PARKS).json()
    assert server.client.post("/sparql", data={"query": PARKS}).json() == expected
    assert server.client.post("/sparql", content=PARKS.encode(), headers={"Content-Type": "application/sparql-query"}).json() == expected


def test_head_is_get_without_the_body(server):
    answer = server.client.head("/sparql", params={"query": PARKS})
    assert answer.status_code == 200 and answer.content == b""
    assert int(answer.headers["content-length"]) == len(server.ask(PARKS, "*/*").content)


def test_options_and_other_methods(server):
    options = server.client.options("/sparql")
    assert options.status_code == 204 and options.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    for method in ("PUT", "DELETE", "PATCH"):
        answer = server.client.request(method, "/sparql", params={"query": PARKS})
        assert answer.status_code == 405 and "POST" in answer.headers["allow"]


def test_other_pages_may_not_read_answers(server):
    answer = server.client.get("/sparql", params={"query": PARKS}, headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"


# --- graphs

def test_default_graph_uri_chooses_the_graph(server):
    graphs = [row["g"] for row in server.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s a pk:Document } } ORDER BY ?g")]
    assert len(graphs) == len(TEXTS)
    count = "SELECT (COUNT(*) AS ?n) { ?document a pk:Document }"
    for chosen in (graphs[:1], graphs[:2], graphs):
        answer = server.ask(count, **{"default-graph-uri": chosen}).json()
        assert answer["results"]["bindings"][0]["n"]["value"] == str(len(chosen))


def test_what_two_graphs_say_is_said_once(server):
    graphs = [row["g"] for row in server.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s a pk:Document } } ORDER BY ?g")]
    query = "SELECT (COUNT(*) AS ?n) { ?rule a pk:Rule }"
    distinct = "SELECT (COUNT(DISTINCT ?rule) AS ?n) { ?rule a pk:Rule }"
    answers = [server.ask(text, **{"default-graph-uri": graphs}).json()["results"]["bindings"] for text in (query, distinct)]
    assert answers[0] == answers[1]


def test_named_graph_uri_says_which_graphs_there_are(server):
    graphs = [row["g"] for row in server.rows("SELECT DISTINCT ?g { GRAPH ?g { ?s a pk:Document } } ORDER BY ?g")]
    answer = server.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }", **{"named-graph-uri": graphs[:2]}).json()
    assert sorted(row["g"]["value"] for row in answer["results"]["bindings"]) == graphs[:2]
    assert server.ask("ASK { ?s ?p ?o }", **{"named-graph-uri": graphs[0]}).json()["boolean"] is False


def test_a_graph_elsewhere_is_refused_and_not_fetched(server):
    answer = server.ask(PARKS, **{"default-graph-uri": "http://127.0.0.1:9/elsewhere.ttl"})
    assert answer.status_code == 400 and "not in the store" in answer.json()["error"]
    assert server.ask("SELECT * FROM <http://127.0.0.1:9/elsewhere.ttl> { ?s ?p ?o }").status_code == 400
    assert server.ask(PARKS, **{"default-graph-uri": "no iri"}).status_code == 400


# --- what is wrong

def test_a_bad_query_is_400_with_line_and_column(server):
    answer = server.ask("SELECT ?park\nWHERE { ?park a nope:Park }")
    assert answer.status_code == 400
    assert (answer.json()["line"], answer.json()["column"]) == (2, 17)
    text = server.ask("SELECT ?park\nWHERE { ?park a }", "text/csv")
    assert text.status_code == 400 and text.text.startswith("line 2, column ") and text.text.count("\n") == 1


@pytest.mark.parametrize("query", ["INSERT DATA { <a:a> <a:b> <a:c> }", "LOAD <http://127.0.0.1:9/>", "DROP ALL", "CLEAR ALL",
                                   "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "", "nonsense", "SELECT"])
def test_updates_and_fetching_are_refused(server, query):
    assert server.ask(query).status_code == 400
    assert server.client.post("/sparql", data={"query": query}).status_code == 400


def test_an_update_request_is_refused(server):
    update = "INSERT DATA { <a:a> <a:b> <a:c> }"
    assert server.client.post("/sparql", data={"update": update}).status_code == 403
    assert server.client.post("/sparql", content=update, headers={"Content-Type": "application/sparql-update"}).status_code == 403


def test_requests_that_are_none(server):
    assert server.client.post("/sparql", content=PARKS, headers={"Content-Type": "text/plain"}).status_code == 415
    assert server.client.post("/sparql", data={"nothing": "x"}).status_code == 400
    assert server.client.get("/sparql", params=[("query", PARKS), ("query", PARKS)]).status_code == 400
    assert server.client.get("/sparql?query=%FF%FE").status_code == 400
    assert server.client.post("/sparql", content=b"\xff", headers={"Content-Type": "application/sparql-query"}).status_code == 400
    assert server.client.post("/sparql", data={"query": "#" * (1 << 20) + PARKS}).status_code == 413


# --- the service

def test_the_description_says_where_and_what(server):
    answer = server.client.get("/sparql", headers={"Accept": "text/turtle"})
    graph = rdflib.Graph().parse(data=answer.text, format="turtle")
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    assert set(graph.objects(None, sd.endpoint)) == {rdflib.URIRef(server.address + "/sparql")}
    assert set(graph.objects(None, sd.supportedLanguage)) == {sd.SPARQL11Query}
    assert len(set(graph.objects(None, sd.resultFormat))) == 8
    assert server.client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406


def test_a_browser_is_led_to_the_editor(server):
    answer = server.client.get("/sparql", params={"query": PARKS}, headers={"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"})
    assert answer.status_code == 303 and answer.headers["location"].startswith("./editor?query=")


# --- real clients

def test_rdflib(server, parks):
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    for method in ("GET", "POST", "POST_FORM"):
        graph = rdflib.Graph(SPARQLStore(server.address + "/sparql", method=method))
        rows = graph.query(PREFIX + PARKS)
        assert [str(row.name) for row in rows] == parks
    park = rdflib.URIRef("https://w3id.org/parkkg/id/park/肇庆高新技术产业开发区")
    assert (park, rdflib.SKOS.prefLabel, rdflib.Literal("肇庆高新技术产业开发区", lang="zh")) in graph
    assert len(graph.query(PREFIX + NAMES).graph) == len(parks)


def test_sparqlwrapper(server, parks):
    from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper

    client = SPARQLWrapper(server.address + "/sparql")
    for format in (JSON, XML):
        client.setQuery(PREFIX + PARKS)
        client.setReturnFormat(format)
        found = client.queryAndConvert()
        rows = found["results"]["bindings"] if format == JSON else found.getElementsByTagName("result")
        assert len(rows) == len(parks)
    client.setReturnFormat(CSV)
    client.setMethod(POST)
    assert client.queryAndConvert().decode().count("\n") == len(parks) + 1
    client.setQuery(PREFIX + NAMES)
    client.setReturnFormat(TURTLE)
    assert len(rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")) == len(parks)


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_curl(server, parks):
    def curl(*arguments: str) -> str:
        return subprocess.run(["curl", "-sS", "--fail-with-body", server.address + "/sparql", *arguments], check=True, capture_output=True).stdout.decode()

    assert len(json.loads(curl("--data-urlencode", "query=" + PARKS))["results"]["bindings"]) == len(parks)
    assert curl("-H", "Accept: text/csv", "-G", "--data-urlencode", "query=" + PARKS).count("\n") == len(parks) + 1
    assert curl("-H", "Content-Type: application/sparql-query", "-H", "Accept: text/turtle", "--data", NAMES).count("prefLabel") == len(parks)
