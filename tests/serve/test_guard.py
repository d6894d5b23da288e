"""Who may ask: this machine, or who has the token; and what a browser may do with the answer."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import httpx
import pytest

from kg.serve.guard import is_loopback
from tests.serve.server import Server, served

TOKEN = "a-token-for-these-tests-0123"
QUERY = {"query": "ASK { ?park a pk:Park }"}


@pytest.fixture(scope="module")
def guarded(store_folder) -> Iterator[Server]:
    with served(store_folder, "--host", "0.0.0.0", KG_TOKEN=TOKEN) as running:
        yield running


@pytest.mark.parametrize("host, own", [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("[::1]", True), ("localhost", True), ("LOCALHOST", True),
                                       ("0.0.0.0", False), ("192.168.1.2", False), ("example.org", False), ("localhost.example.org", False), ("", False)])
def test_which_names_mean_this_machine(host, own):
    assert is_loopback(host) is own


@pytest.mark.parametrize("host", ["example.org", "example.org:8765", "127.0.0.1.example.org", "localhost.example.org", "", "[::1].example.org", "10.0.0.1"])
def test_a_request_that_names_another_host_is_refused(server, host):
    answer = server.client.get("/sparql", params=QUERY, headers={"Host": host})
    assert answer.status_code == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:80", "[::1]:8765", "localhost:1"])
def test_names_of_this_machine_are_answered(server, host):
    assert server.client.get("/sparql", params=QUERY, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/sparql", "/openapi.json", "/nothing"])
def test_nothing_is_given_without_the_token(guarded, path):
    for headers in ({}, {"Authorization": "Bearer wrong-token-for-these-tests"}, {"Authorization": "Basic !!"}, {"Cookie": "kg-token=wrong"},
                    {"Cookie": "kg-token"}, {"Authorization": "Bearer " + TOKEN + "x"}):
        answer = guarded.client.get(path, params={"token": "wrong", **QUERY}, headers=headers)
        assert answer.status_code == 401 and "Bearer" in answer.headers["www-authenticate"]


def test_the_token_in_the_header(guarded):
    basic = base64.b64encode(f"anybody:{TOKEN}".encode()).decode()
    for value in (f"Bearer {TOKEN}", f"bearer {TOKEN}", f"Basic {basic}"):
        assert guarded.client.get("/sparql", params=QUERY, headers={"Authorization": value}).json()["boolean"] is True


def test_a_browser_gets_a_cookie_and_an_address_without_the_token(guarded):
    with httpx.Client(base_url=guarded.address, follow_redirects=True) as browser:
        answer = browser.get("/sparql", params={"token": TOKEN, **QUERY})
        assert answer.status_code == 200 and "token" not in str(answer.url)
        cookie = answer.history[0].headers["set-cookie"].lower()
        assert "httponly" in cookie and "samesite=strict" in cookie
        assert browser.get("/sparql", params=QUERY).status_code == 200


def test_it_leads_to_no_other_place(guarded):
    for path in ("//example.org/", "/\\example.org/"):
        answer = guarded.client.get(path, params={"token": TOKEN})
        location = httpx.URL(guarded.address).join(answer.headers.get("location", "/"))
        assert location.host == httpx.URL(guarded.address).host


def test_real_clients_send_it(guarded):
    import rdflib
    from rdflib.plugins.stores.sparqlstore import SPARQLStore
    from SPARQLWrapper import JSON, SPARQLWrapper

    graph = rdflib.Graph(SPARQLStore(guarded.address + "/sparql", auth=("anybody", TOKEN)))
    assert graph.query("ASK { ?s ?p ?o }").askAnswer is True
    client = SPARQLWrapper(guarded.address + "/sparql")
    client.setCredentials("anybody", TOKEN)
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["boolean"] is True


def test_pages_may_not_run_or_reach_what_is_not_ours(server):
    for path in ("/", "/sparql", "/nothing"):
        policy = server.client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert server.client.get(path).headers["x-content-type-options"] == "nosniff"


def test_one_origin_may_read_answers_if_it_is_named(store_folder):
    with served(store_folder, "--cors", "https://example.org") as server:
        for answer in (server.ask(QUERY["query"]), server.client.options("/sparql")):
            assert answer.headers["access-control-allow-origin"] == "https://example.org"
            assert "access-control-allow-credentials" not in answer.headers
