"""The JSON interface, and that its description is true."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from tests.serve.conftest import TEXTS


def get(server, path: str, **parameters: object):
    answer = server.client.get(path, params=parameters)
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    return answer.json()


def test_search(server):
    for q in ("小鹏", "xiaopeng", "xpqc"):
        assert get(server, "/api/search", q=q)[0]["label"] == "小鹏汽车"
    assert {found["cls"] for found in get(server, "/api/search", q="肇庆", **{"class": "Park"})} == {"Park"}


def test_entities_are_those_of_the_graph(server):
    whole = get(server, "/api/entities", limit=1000)
    assert whole["total"] == len(whole["entities"])
    parks = get(server, "/api/entities", limit=2, offset=1, **{"class": "Park"})
    assert parks["total"] == int(server.rows("SELECT (COUNT(*) AS ?n) { ?park a pk:Park ; pk:mentionedIn|^rdf:subject|^rdf:object ?x }")[0]["n"] != "0") \
        * sum(each["cls"] == "Park" for each in whole["entities"])
    assert len(parks["entities"]) == 2


def test_an_entity_with_its_sentences(server):
    profile = get(server, "/api/entities/company/小鹏汽车")
    assert profile["label"] == "小鹏汽车" and profile["cls"] == "Company"
    located = next(group for group in profile["relations"] if group["property"] == "locatedIn")
    for relation in located["shown"]:
        for evidence in relation["evidence"]:
            text = get(server, f"/api/documents/{evidence['document']}")
            assert evidence["exact"] and text["document"]["identifier"] == evidence["document"]
    assert server.client.get("/api/entities/company/没有").status_code == 404


@pytest.mark.parametrize("identifier", TEXTS)
def test_a_document_is_all_there_and_its_marks_are_where_they_should_be(server, identifier):
    shown = get(server, f"/api/documents/{identifier}")
    facts = {fact["number"]: fact for fact in shown["facts"]}
    assert facts and [part["kind"] for part in shown["parts"]].count("title") == 1
    pieces = [piece for part in shown["parts"] for piece in part["pieces"]]
    marked = {number for piece in pieces for number in piece["facts"]}
    assert marked == set(facts)
    for piece in pieces:
        for number in piece["facts"]:
            assert any(start <= piece["start"] < end for start, end in facts[number]["spans"])
    assert not [piece for part in shown["parts"] if part["kind"] == "furniture" for piece in part["pieces"] if piece["facts"]]


def test_every_name_leads_to_its_node(server):
    for identifier in TEXTS:
        pieces = [piece for part in get(server, f"/api/documents/{identifier}")["parts"] for piece in part["pieces"] if piece["mention"]]
        assert pieces and [piece["text"] for piece in pieces if not piece["mention"]["iri"]] == []


def test_the_ledger_has_a_row_for_each_project(server):
    ledger = get(server, "/api/ledger", limit=1000)
    assert ledger["total"] == len(ledger["rows"]) > 5
    assert all(row["name"]["value"] for row in ledger["rows"])


def test_terms(server):
    terms = get(server, "/api/ontology")
    assert {term["name"] for term in terms["class"]} >= {"Company", "Park"}
    for kind, group in terms.items():
        assert get(server, f"/api/ontology/{group[-1]['name']}")["term"]["kind"] == kind
    assert server.client.get("/api/ontology/Nothing").status_code == 404


def test_what_is_wrong_is_said_in_json(server):
    assert server.client.get("/api/search").status_code == 422
    assert server.client.get("/api/nothing").json() == {"error": "Not Found"}
    assert server.client.get("/api/entities", params={"limit": -1}).status_code == 422


def test_linked_data_by_what_the_client_takes(server):
    turtle = server.client.get("/id/company/小鹏汽车", headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert turtle.headers["content-type"].startswith("text/turtle") and "小鹏汽车" in turtle.text
    page = server.client.get("/id/company/小鹏汽车", headers={"Accept": "text/html"})
    assert page.headers["content-type"].startswith("text/html")
    assert server.client.get("/ontology", headers={"Accept": "text/turtle"}, follow_redirects=True).text.count("owl:Class") > 5


@pytest.mark.slow
def test_the_description_is_true(server):
    """Schemathesis makes requests from the description and compares the answers with it: status, media type, schema; and never a failure of ours."""
    made = 0
    for result in schemathesis.openapi.from_url(server.address + "/openapi.json").get_all_operations():
        operation = result.ok()
        # What makes a text a query, or a graph one of the store's, no schema can say.
        excluded = [positive_data_acceptance] if operation.path == "/sparql" else []

        @settings(max_examples=12, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
        @given(operation.as_strategy())
        def attempt(case):
            nonlocal made
            made += 1
            case.call_and_validate(base_url=server.address, timeout=30, excluded_checks=excluded)

        attempt()
    assert made >= 80
