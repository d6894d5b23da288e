"""A build may run while the server does: readers see the graph as it was, then the new one, and never a half."""

from __future__ import annotations

import subprocess
import sys
import time

import httpx
import pytest

from kg.serve.opened import Newest, Opened
from tests.serve.conftest import CORPUS
from tests.serve.server import served

DOCUMENTS = "SELECT ?name (COUNT(?evidence) AS ?quotes) { ?document a pk:Document ; dcterms:identifier ?name . ?evidence prov:wasQuotedFrom ?document } " \
            "GROUP BY ?name ORDER BY ?name"


def build(store, *names: str) -> subprocess.Popen:
    return subprocess.Popen([sys.executable, "-m", "kg", "build", "--quiet", "--store", str(store), *(str(CORPUS / name) for name in names)])


def test_readers_see_whole_documents_only(tmp_path):
    store = tmp_path / "kg-store"
    assert build(store, "zhaoqing-gaoxinqu-2022.md").wait() == 0
    with served(store) as server:
        first = server.rows(DOCUMENTS)
        assert [row["name"] for row in first] == ["zhaoqing-gaoxinqu-2022.md"]
        assert server.client.get("/api/search", params={"q": "京东方"}).json() == []
        builder = build(store, "chengdu-boe-2023.md", "hefei-byd-2022.md")
        seen, listed = [], []
        until = time.monotonic() + 90
        while time.monotonic() < until and (builder.poll() is None or not (seen and len(seen[-1]) == 3 and listed[-1] == 3)):
            seen.append(server.rows(DOCUMENTS))
            documents = server.client.get("/api/documents").json()["documents"]
            listed.append(len(documents))
            for document in documents:          # what is listed can be read, and its quotations fit its text
                assert server.client.get(f"/api/documents/{document['identifier']}").status_code == 200
            time.sleep(0.05)
        assert builder.returncode == 0
        assert list(map(len, seen)) == sorted(map(len, seen)) and listed == sorted(listed)      # none goes back
        assert set(map(len, seen)) == {1, 3} and set(listed) == {1, 3}
        assert [rows for rows in seen if len(rows) == 1] == [first] * sum(len(rows) == 1 for rows in seen)
        assert len({str(rows) for rows in seen if len(rows) == 3}) == 1
        assert server.client.get("/api/search", params={"q": "京东方"}).json()[0]["label"] == "京东方"


def test_a_kept_answer_is_forgotten_with_its_graph(tmp_path):
    store = tmp_path / "kg-store"
    assert build(store, "zhaoqing-gaoxinqu-2022.md").wait() == 0
    with served(store) as server:
        assert [len(server.rows(DOCUMENTS)) for _ in range(3)] == [1, 1, 1]
        assert build(store, "hefei-byd-2022.md").wait() == 0
        until = time.monotonic() + 30
        while len(server.rows(DOCUMENTS)) == 1 and time.monotonic() < until:
            time.sleep(0.1)
        assert len(server.rows(DOCUMENTS)) == 2


def test_what_changes_each_time_is_asked_each_time(server):
    query = "SELECT (STRUUID() AS ?x) {}"
    assert len({server.rows(query)[0]["x"] for _ in range(3)}) == 3


def test_a_client_that_goes_away_takes_its_query_with_it(server):
    hours = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    for _ in range(12):
        try:
            httpx.post(server.address + "/sparql", data={"query": hours}, timeout=0.05)
        except httpx.TimeoutException:
            pass
    assert server.ask("ASK { ?s a pk:Park }").json()["boolean"] is True


def test_no_reader_is_behind_another(tmp_path):
    store = tmp_path / "kg-store"
    assert build(store, "zhaoqing-gaoxinqu-2022.md").wait() == 0
    newest = Newest()
    behind, ahead = Opened(store, newest), Opened(store, newest)
    assert build(store, "hefei-byd-2022.md").wait() == 0
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("kg.serve.opened._PAUSE", -1)           # this one looks now
        assert len(list(ahead.store.documents())) == 2
    assert len(list(behind.store.documents())) == 2             # so this one does too
    assert newest.generation == behind.generation == ahead.generation
