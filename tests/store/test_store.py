"""Documents go in and come out; the graph is that of the documents."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, NamedNode

from kg.errors import StoreError
from kg.graph import dataset
from kg.names import BASE
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
    with Store.open(tmp_path / "store") as store:
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


@pytest.mark.parametrize(("change", "reader", "held"), [
    ({}, "made", True), ({}, "other", False), ({"title": "x"}, "made", False), ({"issued": None}, "made", False),
    ({"source": "x"}, "made", False), ({"publisher": "x"}, "made", False), ({"text": made.TEXT + "。"}, "made", False),
    ({"identifier": "b.txt"}, "made", False),
])
def test_a_document_is_held_if_nothing_about_it_changed(empty, change, reader, held):
    empty.put(made.document(), made.reading(), "made")
    assert empty.holds(made.document(**change), reader) is held


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


def test_a_graph_older_than_the_documents_is_not_given(empty):
    fill(empty, "a.txt")
    empty.put(made.document("b.txt"), made.reading("b.txt"))
    for part in ("graph", "union"):
        with pytest.raises(StoreError, match=r"older than the documents.*run: kg build --store"):
            getattr(empty, part)


def test_a_reader_keeps_the_graph_that_it_has_open_while_a_new_one_is_written(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as writer:
        fill(writer, "a.txt")
        with Store.open(tmp_path / "store") as reader:
            before = set(map(str, reader.graph))
            fill(writer, "a.txt", "b.txt")
            assert set(map(str, reader.graph)) == before
        assert len(set(map(str, writer.graph))) > len(before)


def test_old_graphs_are_swept_away(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        for number in range(5):
            fill(store, f"{number}.txt")
    assert sorted(path.name for path in (tmp_path / "store" / GRAPHS).iterdir()) == ["4", "5"]


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
