"""No query keeps others from being answered: what takes too long, too much memory or gives too much is stopped."""

from __future__ import annotations

import threading
import time

import pytest

from tests.serve.server import served

HOURS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
QUICK = "ASK { ?park a pk:Park }"


def test_a_query_of_hours_is_stopped_and_the_next_is_answered(server):
    begun = time.monotonic()
    answer = server.ask(HOURS)
    assert answer.status_code == 503 and answer.json()["error"] == "the query was stopped after 3 seconds"
    assert 3 <= time.monotonic() - begun
    assert server.ask(QUICK).json()["boolean"] is True


def test_others_are_answered_while_it_runs(server):
    slow = threading.Thread(target=server.ask, args=(HOURS,))
    slow.start()
    answers = [server.ask(QUICK).status_code for _ in range(20)]
    assert slow.is_alive() and set(answers) == {200}
    slow.join()


@pytest.mark.slow
def test_more_of_them_than_processes_are_all_stopped(server):
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(server.ask(HOURS).status_code)) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [503] * 10
    assert server.ask(QUICK).json()["boolean"] is True


def test_memory_is_limited(store_folder):
    with served(store_folder, "--timeout", "60", "--memory", "256") as server:
        answer = server.ask("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c")
        assert answer.status_code == 503 and "memory" in answer.json()["error"]
        assert server.ask(QUICK).json()["boolean"] is True


def test_rows_are_limited_in_every_format_and_never_cut(server):
    many = "SELECT ?a ?d { ?a a ?c . ?d a ?f }"
    for accept in ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        answer = server.ask(many, accept)
        assert answer.status_code == 422 and "5,000 rows" in answer.text
        assert server.ask(many + " LIMIT 5000", accept).status_code == 200
    answer = server.ask("CONSTRUCT { ?a pk:x ?d } { ?a a ?c . ?d a ?f }", "text/turtle")
    assert answer.status_code == 422 and "5,000 triples" in answer.text


def test_texts_that_look_like_rows_are_not_counted_as_rows(server):
    text = "},{\\\"" + "<result>" * 3 + "\\n" * 3
    assert len(server.rows(f'SELECT ?x {{ VALUES ?y {{ {"1 " * 4000} }} BIND("{text * 3}" AS ?x) }}')) == 4000


def test_a_query_nested_beyond_measure_leaves_the_server_running(server):
    for query in ("SELECT * " + "{" * 50_000 + "}" * 50_000, "SELECT * { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }",
                  "SELECT * { ?a " + "!" * 50_000 + "^pk:x ?b }"):
        assert server.client.post("/sparql", data={"query": query}).status_code in (400, 503)
    assert server.ask(QUICK).json()["boolean"] is True
