"""Documents go in and come out; the graph is that of the documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, NamedNode, RdfFormat

from kg.errors import StoreError
from kg.graph import dataset
from kg.names import BASE, ONTOLOGY
from kg.store import Store, StoredDocument
from kg.store.graphs import NAME as GRAPHS
from tests.graph import made
from tests.store.conftest import KNOWLEDGE, fill


@pytest.fixture
def empty(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as opened:
        yield opened


def test_what_was_put_comes_back_after_closing(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        store.put(made.document(), made.reading(), "made")
    with Store.open(tmp_path / "store", write=True) as store:
        assert store.text("a.txt") == made.TEXT
        assert store.reading("a.txt") == made.reading()
        assert list(store.readings()) == [made.reading()]
        document = made.document()
        assert store.document("a.txt") == StoredDocument("a.txt", document.sha256, document.title, document.issued, document.source,
                                                         document.publisher, len(made.TEXT), "made")
        assert "a.txt" in store and "b.txt" not in store and len(store) == 1


def test_documents_come_by_identifier(empty):
    for identifier in ("b", "c", "a"):
        empty.put(made.document(identifier), made.reading(identifier))
    assert [document.identifier for document in empty.documents()] == ["a", "b", "c"]
    assert [reading.document for reading in empty.readings()] == ["a", "b", "c"]
    assert [identifier for identifier, _ in empty.entities()] == ["a", "b", "c"]


def test_a_text_keeps_every_character(empty):
    text = "\ufeff第一行\r\n第二行\u3000\x00\U0001f600 末"
    document = made.document(text=text)
    empty.put(document, replace(made.reading(), entities=(), relations=(), observations=(), milestones=()))
    assert empty.text("a.txt") == text


def test_the_same_identifier_replaces(empty):
    empty.put(made.document(), made.reading())
    empty.put(made.document(title="另一个"), made.reading(confidence="0.1"))
    assert len(empty) == 1
    assert empty.document("a.txt").title == "另一个"
    assert empty.reading("a.txt") == made.reading(confidence="0.1")


@pytest.mark.parametrize("ask", ["text", "reading", "document", "remove"])
def test_an_unknown_document_is_an_error_that_names_it(empty, ask):
    with pytest.raises(StoreError, match="no document 'x'"):
        getattr(empty, ask)("x")


def test_a_store_open_for_reading_can_not_be_changed(folder):
    with Store.open(folder) as store:
        for change in (lambda: store.put(made.document(), made.reading()), lambda: store.remove("a.txt"),
                       lambda: store.write_graph([], "x")):
            with pytest.raises(StoreError, match="for reading only"):
                change()


def test_the_graph_holds_what_the_documents_say(store):
    expected = {str(quad) for quad in dataset(store, KNOWLEDGE)}
    assert {str(quad) for quad in store.graph} == expected


def test_the_union_holds_every_triple_once_in_the_default_graph(store):
    triples = [str(quad.triple) for quad in store.graph]
    assert len(triples) > len(set(triples)), "the documents were to say the same"
    union = list(store.union)
    assert {quad.graph_name for quad in union} == {DefaultGraph()}
    assert sorted(str(quad.triple) for quad in union) == sorted(set(triples))


def test_a_document_taken_out_leaves_nothing_behind(tmp_path):
    with Store.open(tmp_path / "one", write=True, create=True) as one, Store.open(tmp_path / "two", write=True, create=True) as two:
        fill(one, "a.txt", "b.txt")
        one.remove("b.txt")
        fill(one)
        fill(two, "a.txt")
        assert set(map(str, one.graph)) == set(map(str, two.graph))
        assert not list(one.graph.quads_for_pattern(None, None, None, NamedNode(BASE + "document/b.txt")))


def test_the_graph_is_current_until_a_document_or_what_it_was_made_with_changes(empty):
    assert not empty.graph_is_current("made")
    fill(empty, "a.txt")
    assert empty.graph_is_current("made")
    assert not empty.graph_is_current("made otherwise")
    empty.put(made.document(), made.reading(confidence="0.1"))
    assert not empty.graph_is_current("made")


def test_a_store_without_a_graph_says_so(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        store.put(made.document(), made.reading())
    with Store.open(tmp_path / "store") as store:
        assert len(store) == 0 and store.pending == 1
        for part in ("graph", "union"):
            with pytest.raises(StoreError, match=r"no graph yet: a build was interrupted.*run: kg build --store"):
                getattr(store, part)


def test_readers_see_what_was_put_when_the_graph_made_of_it_is_in_force(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as writer:
        fill(writer, "a.txt", "b.txt")
        other = made.document("a.txt", title="另一个")
        writer.put(other, made.reading("a.txt", "0.1"))
        writer.remove("b.txt")
        writer.put(made.document("c.txt"), made.reading("c.txt"))
        assert [document.identifier for document in writer.documents()] == ["a.txt", "c.txt"] and writer.pending == 3
        with Store.open(tmp_path / "store") as reader:
            assert [document.identifier for document in reader.documents()] == ["a.txt", "b.txt"] and reader.pending == 3
            assert reader.document("a.txt").title == "高新区一年"
            before = set(map(str, reader.graph))
            assert reader.generation == writer.generation == "1" and not reader.outdated
            fill(writer)
            assert writer.pending == 0 and writer.generation == "2" and not writer.outdated
            assert reader.generation == "1" and reader.outdated
            # Who has it open keeps the whole of the old one, its documents too.
            assert [document.identifier for document in reader.documents()] == ["a.txt", "b.txt"]
            assert reader.reading("a.txt") == made.reading("a.txt") and reader.text("b.txt") == made.TEXT
            assert set(map(str, reader.graph)) == before
        with Store.open(tmp_path / "store") as reader:
            assert [document.identifier for document in reader.documents()] == ["a.txt", "c.txt"]
            assert reader.document("a.txt").title == "另一个" and reader.reading("a.txt") == made.reading("a.txt", "0.1")
            assert set(map(str, reader.graph)) == {str(quad) for quad in dataset(writer, KNOWLEDGE)}


def test_a_generation_that_is_read_is_kept_and_swept_later(tmp_path):
    folder = tmp_path / "store"

    def generations():
        return sorted(path.name for path in (folder / GRAPHS).iterdir())

    def rows(store):
        return store._documents.connection.execute("SELECT count(*) FROM document").fetchone()[0]

    with Store.open(folder, write=True, create=True) as writer:
        fill(writer, "a.txt")
        reader = Store.open(folder)
        for title in "甲乙丙":
            writer.put(made.document("a.txt", title=title), made.reading())
            fill(writer)
        assert generations() == ["1", "4"] and rows(writer) >= 2
        assert reader.document("a.txt").title == "高新区一年" and len(reader.graph)
        reader.close()
        fill(writer, "b.txt")
        assert generations() == ["5"] and rows(writer) == 2
        writer.remove("b.txt")
        fill(writer)
        assert rows(writer) == 1


def test_a_query_means_the_same_to_both_views(store):
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    for view in (store.graph, store.union):
        assert int(next(iter(view.query(count)))["n"].value) == len(store.union)
        assert int(next(iter(view.query(count, use_default_graph_as_union=True)))["n"].value) == len(store.union)
    assert len(store.graph) == sum(1 for _ in store.graph) > len(store.union)
    assert {quad.graph_name for quad in store.graph.quads_for_pattern(None, NamedNode(ONTOLOGY + "mentionedIn"), None)} == {
        NamedNode(f"{BASE}document/{name}.txt") for name in "ab"}
    assert list(store.union.named_graphs()) == [] and len(list(store.graph.named_graphs())) == 4


def test_what_a_view_dumps_is_what_it_shows(store):
    lines = store.union.dump(format=RdfFormat.N_TRIPLES).decode().splitlines()
    assert sorted(lines) == sorted(f"{quad.triple} ." for quad in store.union)
    lines = store.graph.dump(format=RdfFormat.N_QUADS).decode().splitlines()
    assert sorted(lines) == sorted(f"{quad} ." for quad in store.graph)


def test_a_store_without_documents_has_an_empty_graph(empty):
    fill(empty)
    assert len(empty.graph) == len(empty.union) == 0


def test_the_base_of_the_iris_is_kept(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True, base="https://example.org/id/") as store:
        fill(store, "a.txt")
    with Store.open(tmp_path / "store") as store:
        assert store.base == "https://example.org/id/"
        own = {quad.subject.value for quad in store.union if "w3id.org/parkkg/id" in quad.subject.value}
        assert own == set()


def test_a_closed_store_is_two_plain_files_and_the_graph(folder):
    assert sorted(path.name for path in folder.iterdir()) == ["documents.sqlite", "graph", "lock", "store.json"]
