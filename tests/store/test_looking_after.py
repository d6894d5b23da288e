"""Checking, compacting, backing up and restoring a store."""

from __future__ import annotations

import io
import random
import shutil
import sqlite3
import tarfile

import pytest

from kg.errors import StoreError
from kg.store import Store
from kg.store.backup import backup, compact, restore
from kg.store.check import check
from kg.store.graphs import NAME as GRAPHS
from tests.graph import made
from tests.store.conftest import fill


@pytest.fixture
def copy(folder, tmp_path):
    """A store to be changed."""
    return shutil.copytree(folder, tmp_path / "store")


def quads(folder):
    with Store.open(folder) as store:
        return sorted(map(str, store.graph))


# --- checking


def test_a_store_that_is_whole(store):
    told = []
    found = check(store, progress=lambda done, total: told.append((done, total)))
    assert found.problems == () and found.documents == 2 and found.triples == len(store.union)
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize(("change", "problem"), [
    ("UPDATE document SET text = x'00' WHERE identifier = 'a.txt'", "'a.txt' is damaged"),
    ("UPDATE document SET facts = (SELECT entities FROM document LIMIT 1) WHERE identifier = 'b.txt'", "'b.txt' is damaged"),
    ("UPDATE document SET title = 'x' WHERE identifier = 'b.txt'", "the reading of 'b.txt' is not what was put"),
    ("UPDATE document SET characters = 3 WHERE identifier = 'a.txt'", "the text of 'a.txt' is shorter or longer"),
    ("DELETE FROM document WHERE identifier = 'a.txt'", "document/a.txt>, which is no document of the store"),
    ("INSERT INTO document SELECT 'c.txt', since, sha256, title, issued, source, publisher, characters, reader, digest, text, entities, "
     "facts FROM document LIMIT 1", "the graph lacks 'c.txt'"),
])
def test_what_is_damaged_is_named(copy, change, problem):
    with sqlite3.connect(copy / "documents.sqlite") as connection:
        connection.execute(change)
    with Store.open(copy) as store:
        found = check(store)
    assert any(problem in told for told in found.problems), found.problems


def test_a_graph_with_a_damaged_file(copy):
    for path in copy.glob(f"{GRAPHS}/*/quads/*.sst"):
        data = bytearray(path.read_bytes())
        data[:len(data) // 2] = b"\xff" * (len(data) // 2)
        path.write_bytes(data)
    with Store.open(copy) as store:
        found = check(store)
    assert any("graph" in told for told in found.problems)


# --- compacting


def test_a_store_that_was_changed_often_is_made_small(copy):
    chance = random.Random(1)
    noise = "".join(chr(chance.randrange(0x4e00, 0x9fff)) for _ in range(500_000))
    with Store.open(copy, write=True) as store:
        for number in range(3):
            store.put(made.document("a.txt", made.TEXT + noise, title=str(number)), made.reading())
            fill(store)
        store.put(made.document("a.txt"), made.reading())
        fill(store)
        expected = sorted(map(str, store.graph))
        before, after = compact(store)
        assert after < before
        assert sorted(map(str, store.graph)) == expected and store.reading("a.txt") == made.reading()
    assert quads(copy) == expected


def test_a_build_that_was_interrupted_comes_first(copy):
    with Store.open(copy, write=True) as store:
        store.put(made.document("c.txt"), made.reading("c.txt"))
        with pytest.raises(StoreError, match="a build was interrupted; first run: kg build"):
            compact(store)


# --- backing up and restoring


@pytest.mark.parametrize("name", ["b.tar", "b.tar.gz"])
@pytest.mark.parametrize("graph", [True, False])
def test_a_store_comes_back_from_its_backup(folder, tmp_path, name, graph):
    backup(folder, tmp_path / name, graph=graph)
    restore(tmp_path / name, tmp_path / "again")
    with Store.open(tmp_path / "again", write=True) as store:
        assert [store.reading(document.identifier) for document in store.documents()] == [made.reading("a.txt"), made.reading("b.txt")]
        assert store.has_graph is graph and store.graph_is_made_with("made") is graph
        if not graph:
            fill(store)
    assert quads(tmp_path / "again") == quads(folder)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["again", name])


def test_a_store_can_be_backed_up_while_it_is_written(copy, tmp_path):
    before = quads(copy)
    with Store.open(copy, write=True) as store:
        store.put(made.document("c.txt"), made.reading("c.txt"))
        backup(copy, tmp_path / "b.tar")
    restore(tmp_path / "b.tar", tmp_path / "again")
    assert quads(tmp_path / "again") == before
    with Store.open(tmp_path / "again", write=True) as store:
        assert store.pending == 1 and store.reading("c.txt") == made.reading("c.txt")


def test_a_store_is_not_restored_over_another(copy, folder, tmp_path):
    backup(folder, tmp_path / "b.tar")
    before = quads(copy)
    with pytest.raises(StoreError, match="the folder is not empty"):
        restore(tmp_path / "b.tar", copy)
    assert quads(copy) == before


def tar(path, *members: tuple[tarfile.TarInfo, bytes]) -> None:
    with tarfile.open(path, "w") as file:
        for member, content in members:
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))


def link(name: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return member


@pytest.mark.parametrize("kind, name", [
    (tarfile.TarInfo, "../outside"), (tarfile.TarInfo, "/outside"), (tarfile.TarInfo, "graph/../../outside"), (tarfile.TarInfo, "other"),
    (link, "store.json"), (link, "graph/x"),
])
def test_a_file_that_leads_out_of_its_folder_is_refused(tmp_path, kind, name):
    tar(tmp_path / "b.tar", (kind(name), b""))
    with pytest.raises(StoreError, match="is no part of a store"):
        restore(tmp_path / "b.tar", tmp_path / "deep" / "again")
    assert not (tmp_path / "outside").exists() and not (tmp_path / "deep" / "again").exists()


@pytest.mark.parametrize("content", [b"", b"not a tar", None])
def test_what_is_no_backup_is_one_line_and_nothing_is_made(folder, tmp_path, content):
    path = tmp_path / "b.tar"
    if content is None:                             # a backup cut short
        backup(folder, path)
        content = path.read_bytes()[:2000]
    path.write_bytes(content)
    with pytest.raises(StoreError) as caught:
        restore(path, tmp_path / "again")
    assert "\n" not in str(caught.value) and str(path) in str(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["b.tar"]


def test_a_backup_that_can_not_be_written_is_one_line(folder, tmp_path):
    with pytest.raises(StoreError, match="the backup can't be written"):
        backup(folder, tmp_path / "none" / "b.tar")
    with pytest.raises(StoreError, match="there is no store"):
        backup(tmp_path / "nothing", tmp_path / "b.tar")
    assert list(tmp_path.iterdir()) == []
