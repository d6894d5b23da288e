"""What is no store, or can't be read or written, is one clear line, and stays as it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.store import Store, codec
from kg.store.documents import FORMAT
from kg.store.graphs import NAME as GRAPHS
from kg.store.pack import described
from tests.graph import made
from tests.store.conftest import fill

ROOT = Path(__file__).parents[2]


def one_line(caught) -> str:
    text = str(caught.value)
    assert "\n" not in text
    return text


@pytest.fixture
def copy(folder, tmp_path) -> Path:
    """A store to be broken."""
    return shutil.copytree(folder, tmp_path / "store")


def run(code: str, *arguments: object, **options) -> subprocess.CompletedProcess:
    """Run Python code in another process."""
    return subprocess.run([sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)], capture_output=True, text=True,
                          cwd=ROOT, timeout=120, **options)


# --- not a store


def test_a_missing_folder(tmp_path):
    with pytest.raises(StoreError) as caught:
        Store.open(tmp_path / "none")
    assert one_line(caught) == f"{tmp_path / 'none'}: there is no store; make one with: kg build PATH --store DIR"
    assert not (tmp_path / "none").exists()


def test_writing_alone_makes_no_store(tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        Store.open(tmp_path / "none", write=True)
    assert not (tmp_path / "none").exists()


def test_a_folder_with_other_things_is_not_taken(tmp_path):
    (tmp_path / "thesis.tex").touch()
    with pytest.raises(StoreError, match="this is not a store"):
        Store.open(tmp_path)
    with pytest.raises(StoreError, match="is not empty and is not a store"):
        Store.open(tmp_path, write=True, create=True)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_file_is_not_a_store(tmp_path):
    path = tmp_path / "file"
    path.touch()
    for options in ({}, {"write": True, "create": True}):
        with pytest.raises(StoreError) as caught:
            Store.open(path, **options)
        assert str(path) in one_line(caught)


def test_an_empty_folder_becomes_one(tmp_path):
    with Store.open(tmp_path, write=True, create=True) as store:
        assert len(store) == 0


def test_an_interrupted_creation_is_taken_up(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True):
        pass
    (tmp_path / "store" / "store.json").unlink()
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        assert len(store) == 0


# --- broken, or of another version


def test_another_version_s_store_is_refused_with_both_versions(copy):
    path = copy / "store.json"
    path.write_text(json.dumps({"format": 99, "program": "9.9.9", "base": "https://example.org/"}))
    for options in ({}, {"write": True}, {"write": True, "create": True}):
        with pytest.raises(StoreError, match=f"format 99, written by version 9.9.9.*reads format {FORMAT}"):
            Store.open(copy, **options)


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"format": 1}', "\udcff"])
def test_a_damaged_description(copy, content):
    (copy / "store.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    with pytest.raises(StoreError, match="description is damaged"):
        Store.open(copy)


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("content", [b"not a database, but long enough to look at" * 100, b""])
def test_a_damaged_database(copy, content, write):
    (copy / "documents.sqlite").write_bytes(content)
    with pytest.raises(StoreError) as caught:
        with Store.open(copy, write=write) as store:
            store.text("a.txt")
    assert "documents" in one_line(caught)


def test_a_missing_database(copy):
    (copy / "documents.sqlite").unlink()
    with pytest.raises(StoreError, match=r"documents.sqlite.*can't be read"):
        Store.open(copy)


def test_a_damaged_page_of_the_database(copy):
    path = copy / "documents.sqlite"
    data = bytearray(path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    path.write_bytes(data)
    with pytest.raises(StoreError) as caught, Store.open(copy) as store:
        list(store.documents())
        store.text("a.txt")
    assert "documents.sqlite" in one_line(caught)


def test_a_damaged_text(copy):
    import sqlite3

    with sqlite3.connect(copy / "documents.sqlite") as connection:
        connection.execute("UPDATE document SET text = x'00' WHERE identifier = 'a.txt'")
    with Store.open(copy) as store:
        assert store.text("b.txt")
        with pytest.raises(StoreError, match="document 'a.txt' is damaged"):
            store.text("a.txt")


@pytest.mark.parametrize("part", ["graph", "union"])
def test_a_missing_graph(copy, part):
    shutil.rmtree(copy / GRAPHS)
    with Store.open(copy) as store, pytest.raises(StoreError, match="the graph can't be opened.*kg build"):
        getattr(store, part)


def test_a_damaged_graph(copy):
    for path in copy.glob(f"{GRAPHS}/*/quads/CURRENT"):
        path.write_text("rubbish")
    with Store.open(copy) as store, pytest.raises(StoreError, match="the graph can't be opened.*kg build"):
        store.graph


def test_a_missing_graph_is_not_current(copy):
    shutil.rmtree(copy / GRAPHS)
    with Store.open(copy, write=True) as store:
        assert not store.graph_is_current("made")
        fill(store)
        assert len(store.graph)


# --- of an older format


OLD = """
CREATE TABLE document (
    identifier TEXT PRIMARY KEY, sha256 TEXT NOT NULL, title TEXT, issued TEXT, source TEXT, publisher TEXT, characters INTEGER NOT NULL,
    reader TEXT NOT NULL, text BLOB NOT NULL, reading BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE state (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO state VALUES ('revision', '7'), ('graph', '{"revision": 7, "fingerprint": "made", "number": "3"}');
"""


@pytest.fixture(params=[1, 2])
def old(tmp_path, request) -> Path:
    """A store as older versions left it: one table, one part for a reading, a graph in two stores."""
    import sqlite3
    import zlib

    folder = tmp_path / "old"
    (folder / GRAPHS / "3" / "named").mkdir(parents=True)
    columns = {1: 5, 2: 7}[request.param]       # of an entity
    (folder / "store.json").write_text(f'{{"format": {request.param}, "program": "0.0.9", "base": "https://example.org/id/"}}')
    with sqlite3.connect(folder / "documents.sqlite") as connection:
        connection.executescript(OLD)
        for name in ("a.txt", "b.txt"):
            document = made.document(name)
            entities, facts = (json.loads(part) for part in codec.encode(made.reading(name), document.text))
            evidence = facts.pop("named")
            rows = [[cls, names, told, *rest][:columns] for (cls, names, *rest), told in zip(entities, evidence, strict=True)]
            layout = zlib.compress(json.dumps({"entities": rows, **facts}).encode())
            connection.execute("INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, 'made', ?, ?)", (
                name, document.sha256, document.title, document.issued, document.source, document.publisher, len(document.text),
                zlib.compress(document.text.encode()), layout))
    return folder


def test_an_older_store_is_not_read_but_brought_up_to_date_by_who_may_write(old):
    with pytest.raises(StoreError, match=r"format [12], written by version 0.0.9.*bring it up to date with: kg build --store"):
        Store.open(old)
    with Store.open(old, write=True) as store:
        assert store.base == "https://example.org/id/" and store.pending == 2
        assert [store.reading(name) for name in ("a.txt", "b.txt")] == [made.reading(name) for name in ("a.txt", "b.txt")]
        assert store.known("a.txt") == described(made.document("a.txt"), "made") and store.text("b.txt") == made.TEXT
        fill(store)
    with Store.open(old) as store:
        assert len(store) == 2 and len(store.graph)
    assert sorted(path.name for path in (old / GRAPHS).iterdir()) == ["1"]


def test_bringing_a_store_up_to_date_can_be_interrupted(old):
    code = """
        import os, signal, sys
        from kg.store import Store, documents
        insert, calls = documents.Documents._insert, []
        def kill(self, *arguments):
            insert(self, *arguments)
            calls.append(1)
            if len(calls) == int(sys.argv[2]):
                os.kill(os.getpid(), signal.SIGKILL)
        documents.Documents._insert = kill
        Store.open(sys.argv[1], write=True)
    """
    assert run(code, old, 2).returncode == -9
    with Store.open(old, write=True) as store:
        assert [document.identifier for document in store.documents()] == ["a.txt", "b.txt"]


# --- interrupted


def test_an_interrupted_graph_is_noticed_and_the_old_documents_are_whole(copy):
    """Killed while the graph is written: the documents are there, the graph is known to be older."""
    code = """
        import os, signal, sys
        from kg.store import Store
        from tests.graph import made
        store = Store.open(sys.argv[1], write=True)
        store.put(made.document("c.txt"), made.reading("c.txt"), "made")
        def quads():
            from pyoxigraph import NamedNode, Quad
            yield Quad(NamedNode("http://a/"), NamedNode("http://a/"), NamedNode("http://a/"), NamedNode("http://a/"))
            os.kill(os.getpid(), signal.SIGKILL)
        store.write_graph(quads(), "made")
    """
    assert run(code, copy).returncode == -9
    with Store.open(copy) as store:
        assert [document.identifier for document in store.documents()] == ["a.txt", "b.txt"] and store.pending == 1
        assert len(store.graph) and not any("c.txt" in str(quad) for quad in store.graph)
    with Store.open(copy, write=True) as store:
        assert [document.identifier for document in store.documents()] == ["a.txt", "b.txt", "c.txt"]
        assert store.reading("c.txt") == made.reading("c.txt")
        assert not store.graph_is_current("made")
        fill(store)
        assert any("c.txt" in str(quad) for quad in store.graph)
    assert "new" not in [path.name for path in (copy / GRAPHS).iterdir()]


def test_an_error_while_the_graph_is_written_leaves_the_old_one(copy):
    def quads():
        yield from ()
        raise RuntimeError("broken")

    with Store.open(copy, write=True) as store:
        before = set(map(str, store.graph))
        with pytest.raises(RuntimeError):
            store.write_graph(quads(), "other")
        assert set(map(str, store.graph)) == before
    assert sorted(path.name for path in (copy / GRAPHS).iterdir()) == ["1"]


# --- the lock


HOLD = """
    import sys
    from kg.store import Store
    store = Store.open(sys.argv[1], write=True)
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def held(copy):
    """A store that another process is writing to, and that process."""
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(HOLD), str(copy)], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                               text=True, cwd=ROOT)
    assert process.stdout.readline() == "held\n"
    yield copy, process
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()


def test_a_second_writer_is_told_who_the_first_is(held):
    folder, process = held
    with pytest.raises(StoreError) as caught:
        Store.open(folder, write=True)
    assert f"another process is writing to the store (pid {process.pid} on " in one_line(caught)


def test_readers_need_no_lock(held):
    with Store.open(held[0]) as store:
        assert len(store) == 2 and len(store.graph)


def test_a_lock_does_not_outlive_its_holder(held):
    folder, process = held
    process.kill()
    process.wait()
    with Store.open(folder, write=True) as store:
        assert len(store) == 2


def test_a_reader_of_a_store_that_is_being_built_is_told_by_whom(held, tmp_path):
    folder, process = held
    import sqlite3

    with sqlite3.connect(folder / "documents.sqlite") as connection:
        connection.execute("DELETE FROM state")
    with Store.open(folder) as store, pytest.raises(StoreError, match=f"first build is not done .pid {process.pid}"):
        store.graph


def test_a_closed_writer_lets_go(copy):
    with Store.open(copy, write=True):
        pass
    with Store.open(copy, write=True):
        pass
    assert (copy / "lock").read_bytes() == b""


# --- a folder that may not be written


@pytest.fixture
def unwritable(folder):
    """A copy of a store that may not be written by who is asked in :func:`as_other`."""
    parent = Path(tempfile.mkdtemp())
    copy = shutil.copytree(folder, parent / "store")
    for path in (*copy.rglob("*"), copy, parent):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield copy
    for path in (parent, copy, *copy.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(parent)


def as_other(action) -> str:
    """Run an action in a child process, as nobody if this one may do everything; give what it returns, or its StoreError."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        answer = "died"
        try:
            if os.getuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            answer = str(action())
        except StoreError as error:
            answer = str(error)
        except BaseException as error:
            answer = repr(error)
        finally:
            os.write(send, answer.encode())
            os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        answer = pipe.read().decode()
    os.waitpid(child, 0)
    return answer


posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of POSIX")


@posix
def test_a_folder_that_may_not_be_written_can_be_read(unwritable):
    def action():
        with Store.open(unwritable) as store:
            return len(store), len(store.text("a.txt")), len(store.graph) > 0, len(store.union) > 0

    assert as_other(action) == str((2, len(made.TEXT), True, True))


@posix
def test_a_folder_that_may_not_be_written_is_named(unwritable):
    answer = as_other(lambda: Store.open(unwritable, write=True))
    assert answer.startswith(f"{unwritable}: the store can't be opened: Permission denied")
    assert "\n" not in answer


@posix
def test_a_store_can_not_be_made_where_nothing_may_be_written(unwritable):
    answer = as_other(lambda: Store.open(unwritable / "deeper", write=True, create=True))
    assert answer.startswith(f"{unwritable / 'deeper'}: the store can't be opened: Permission denied")
    assert "\n" not in answer


# --- a full disk


FULL = """
    import resource, signal, sys
    from kg.errors import StoreError
    from kg.store import Store
    from tests.graph import made
    from tests.store.conftest import KNOWLEDGE
    from kg.graph import dataset
    from dataclasses import replace
    import random
    store = Store.open(sys.argv[1], write=True)
    chance = random.Random(1)
    noise = made.TEXT + "".join(chr(chance.randrange(0x4e00, 0x9fff)) for _ in range(300_000))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)      # writing then fails, as on a full disk
    if sys.argv[2] == "graph":
        store.put(made.document("c.txt"), made.reading("c.txt"))
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    try:
        if sys.argv[2] == "put":
            store.put(made.document("c.txt", noise), made.reading("c.txt"))
        else:
            store.write_graph(dataset(store, KNOWLEDGE), "made")
        print("written")
    except StoreError as error:
        print(error)
"""


@posix
@pytest.mark.parametrize(("what", "limit", "says"), [
    ("put", 100_000, "documents can't be read or written"), ("graph", 1_000, "the graph can't be written"),
])
def test_a_full_disk_is_one_line_and_the_store_is_as_before(copy, what, limit, says):
    result = run(FULL, copy, what, limit)
    assert says in result.stdout and result.stdout.count("\n") == 1, result.stdout + result.stderr
    with Store.open(copy, write=True) as store:
        assert len(store) == (2 if what == "put" else 3)
        assert store.reading("a.txt") == made.reading("a.txt")
        fill(store, "c.txt")
        assert len(store.graph)
    assert "new" not in [path.name for path in (copy / GRAPHS).iterdir()]
