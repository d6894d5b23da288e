"""Publishing to real servers: all arrives, only changes follow, what is not ours stays, and trouble is told in one line."""

from __future__ import annotations

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg import names
from kg.errors import PublishError, UsageError
from kg.publish import Credentials, Server, endpoints, publish

GRAPH = names.BASE + "document/一篇.txt"
OTHER = names.BASE + "document/另一篇.txt"
LABEL = NamedNode(names.PREFIXES["skos"] + "prefLabel")


def quad(subject: str, value: str, graph: str) -> Quad:
    return Quad(NamedNode(names.BASE + "company/" + subject), LABEL, Literal(value, language="zh"), NamedNode(graph))


@pytest.fixture
def store() -> Store:
    made = Store()
    made.extend([quad("晨帆科技", "晨帆科技", GRAPH), quad("晨帆科技", '带"引号"的\n名字 \\ <b>', GRAPH), quad("远山材料", "远山材料", OTHER)])
    decimal = NamedNode(names.PREFIXES["xsd"] + "decimal")
    made.add(Quad(NamedNode(names.BASE + "observation/1"), NamedNode(names.term("value")), Literal("1.50", datatype=decimal), NamedNode(OTHER)))
    return made


def client(server, **options) -> Server:
    return Server(endpoints(server.address, protocol=server.protocol), Credentials(server.user, server.password), **options)


def labels(server) -> set[str]:
    return {row["l"] for row in server.ask(f"SELECT ?l WHERE {{ GRAPH ?g {{ ?s <{LABEL.value}> ?l }} FILTER(STRSTARTS(STR(?g), '{names.BASE}')) }}")}


def test_all_arrives_letter_by_letter(server, store):
    report = publish(store, client(server))
    assert (len(report.sent), report.removed, report.unchanged, report.triples, report.triples_sent) == (2, [], [], 4, 4)
    assert labels(server) == {"晨帆科技", '带"引号"的\n名字 \\ <b>', "远山材料"}


def test_only_changes_follow(server, store):
    publish(store, client(server))
    store.add(quad("新来的", "新来的", OTHER))
    report = publish(store, client(server))
    assert (report.sent, report.unchanged, report.triples_sent, report.triples) == ([OTHER], [GRAPH], 3, 5)
    assert "新来的" in labels(server)
    assert publish(store, client(server)).sent == []


def test_what_is_gone_is_removed(server, store):
    publish(store, client(server))
    store.remove_graph(NamedNode(OTHER))
    report = publish(store, client(server))
    assert report.removed == [OTHER] and labels(server) == {"晨帆科技", '带"引号"的\n名字 \\ <b>'}


def test_graphs_of_others_are_left_alone(server, store):
    foreign = "https://other.example/graph"
    client(server).replace(foreign, [b'<https://other.example/a> <https://other.example/p> "b" .\n'])
    publish(store, client(server))
    store.remove_graph(NamedNode(OTHER))
    publish(store, client(server), again=True)
    assert client(server).counts([foreign]) == {foreign: 1}


def test_a_large_graph_goes_in_chunks(server):
    store = Store()
    store.extend(quad(f"企业{number}", f"企业{number}", GRAPH) for number in range(2500))
    report = publish(store, client(server), chunk=1000)
    assert report.triples == 2500 and client(server).counts([GRAPH]) == {GRAPH: 2500}


def test_a_run_that_was_cut_short_is_gone_on_with(server, store, monkeypatch):
    publish(store, client(server))
    for graph in (GRAPH, OTHER):
        store.add(quad("新来的", "新来的", graph))
    cut, replace = client(server), Server.replace

    def lose(self, graph, chunks):
        if graph == OTHER:
            raise PublishError("the server can't be reached")
        replace(self, graph, chunks)

    with monkeypatch.context() as patch:
        patch.setattr(Server, "replace", lose)
        with pytest.raises(PublishError):
            publish(store, cut)
    report = publish(store, client(server))
    assert report.sent == [OTHER] and report.triples == 6     # the first graph had arrived, and was remembered


def test_what_was_changed_behind_our_back_is_found_and_mended(server, store):
    publish(store, client(server))
    client(server).replace(GRAPH, [b""])
    with pytest.raises(PublishError, match="1 graphs hold another number of triples than was sent, the first 0 instead of 2"):
        publish(store, client(server))
    assert publish(store, client(server)).sent == [GRAPH]


def test_a_dry_run_changes_nothing(server, store):
    report = publish(store, client(server), dry_run=True)
    assert len(report.sent) == 2 and labels(server) == set()


def test_an_empty_store_empties_the_server(server, store):
    publish(store, client(server))
    report = publish(Store(), client(server))
    assert sorted(report.removed) == sorted([GRAPH, OTHER]) and labels(server) == set()


def test_a_wrong_password_is_one_clear_line(virtuoso, store):
    where = endpoints(f"{virtuoso}/sparql-graph-crud-auth")
    with pytest.raises(PublishError, match="does not let us in .*check the name, the password"):
        publish(store, Server(where, Credentials("dba", "wrong")))
    with pytest.raises(PublishError, match="set KG_PUBLISH_USER"):
        publish(store, Server(where))


def test_an_address_without_a_server_is_one_clear_line(store):
    with pytest.raises(PublishError, match="can't be reached: .*is it running") as caught:
        publish(store, Server(endpoints("http://127.0.0.1:9/store"), timeout=(1, 1)))
    assert "\n" not in str(caught.value) and "object at" not in str(caught.value)


def test_an_address_without_a_graph_store_is_one_clear_line(oxigraph, store):
    with pytest.raises(PublishError, match="nothing here that takes|does not answer as"):
        publish(store, Server(endpoints(f"{oxigraph}/nowhere", query=f"{oxigraph}/query")))


@pytest.mark.parametrize("url, says", [
    ("localhost:7878", "no address"), ("ftp://host/store", "no address"), ("http://me:secret@host/store", "name or password"), ("http://host/x", "--query")])
def test_an_address_that_can_not_be_used_is_refused_before_anything_is_sent(url, says):
    with pytest.raises(UsageError, match=says):
        endpoints(url)


def test_a_secret_is_never_shown():
    assert "geheim" not in repr(Credentials("me", "geheim", "geheim"))
