"""Builds with several processes, what a crash costs, and documents that are withdrawn."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from kg import intake, pipeline
from kg.errors import PatternError, ReadError, StoreError
from kg.pipeline import build, retract
from kg.store import Store
from tests.graph import made

forked = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="needs processes that can be forked")


class Reader:
    """Reads the made text; dies, or fails, at documents that are named after that."""

    def __init__(self, marks: Path | None = None):
        self.marks = marks

    def read(self, document):
        name = document.identifier
        if name.startswith("deadly") or name.startswith("once") and not (self.marks / name).exists():
            if self.marks:
                (self.marks / name).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if name.startswith("faulty"):
            raise IndexError("list index out of range")
        return made.reading(name, "0.8" if "3" in name else "0.9")


@pytest.fixture
def several(monkeypatch):
    """As many processes as are wanted, however little there is to read."""
    monkeypatch.setattr(intake, "_WORTH", 1)
    monkeypatch.delenv("KG_DEBUG", raising=False)


@pytest.fixture
def texts(tmp_path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(made.TEXT + f"\n第{number}篇。\n", encoding="utf-8")
    return folder


def quads(folder: Path) -> list[str]:
    with Store.open(folder) as store:
        return sorted(map(str, store.graph))


@forked
def test_several_processes_give_the_graph_that_one_gives(texts, tmp_path, several):
    one = build([texts], tmp_path / "one", reader=Reader())
    more = build([texts], tmp_path / "more", reader=Reader(), jobs=3)
    assert quads(tmp_path / "one") == quads(tmp_path / "more")
    assert (one.added, one.characters, one.counts) == (more.added, more.characters, more.counts)
    again = build([texts], tmp_path / "more", reader=Reader(), jobs=3)
    assert again.unchanged == one.added and not again.added


_made_in: list[int] = []


def _make(*_: object) -> Reader:
    _made_in.append(os.getpid())
    return Reader()


@forked
@pytest.mark.parametrize(("worth", "made_here"), [(1, False), (1_000_000, True)])
def test_a_reader_is_made_where_it_reads_and_gone_with_that_process(texts, tmp_path, several, monkeypatch, worth, made_here):
    """Unless there is so little to read that no process is worth while."""
    _made_in.clear()
    monkeypatch.setattr(intake, "_WORTH", worth)
    monkeypatch.setattr(intake, "can_fork", lambda: True)
    monkeypatch.setattr(pipeline, "_reader", _make)
    report = build([texts], tmp_path / "store")
    assert len(report.added) == 6 and bool(_made_in) == made_here


def _broken(*_: object) -> Reader:
    raise PatternError("there is no word list 'rising'", where="figures.yaml")


@forked
@pytest.mark.parametrize(("worth", "jobs"), [(1, 1), (1, 2), (1_000_000, 1)])
def test_what_keeps_all_texts_from_being_read_is_told_once(texts, tmp_path, several, monkeypatch, worth, jobs):
    """Not once for each text; and the store is as it was."""
    build([texts / "0.txt"], tmp_path / "store", reader=Reader())
    before = quads(tmp_path / "store")
    monkeypatch.setattr(intake, "_WORTH", worth)
    monkeypatch.setattr(intake, "can_fork", lambda: True)
    monkeypatch.setattr(pipeline, "_reader", _broken)
    with pytest.raises(PatternError, match="figures.yaml: there is no word list 'rising'"):
        build([texts], tmp_path / "store", jobs=jobs)
    assert quads(tmp_path / "store") == before


@forked
def test_a_process_that_dies_costs_its_document_only(texts, tmp_path, several):
    for name in ("deadly.txt", "once.txt", "faulty.txt"):
        (texts / name).write_text(made.TEXT, encoding="utf-8")
    marks = tmp_path / "marks"
    marks.mkdir()
    report = build([texts], tmp_path / "store", reader=Reader(marks), jobs=2)
    assert report.added == [*(f"{number}.txt" for number in range(6)), "once.txt"]
    assert [Path(retried.where).name for retried in report.retried] == ["deadly.txt", "once.txt"]
    dead, faulty = report.failed
    assert "deadly.txt: the process that read it died twice (killed by SIGKILL)" in str(dead.error)
    assert "faulty.txt: internal error: IndexError" in str(faulty.error)
    with Store.open(tmp_path / "store") as store:
        assert len(store) == 7


@forked
def test_strict_stops_at_the_first_that_can_not_be_read(texts, tmp_path, several):
    (texts / "2a.txt").write_bytes(b"")
    with pytest.raises(ReadError, match="2a.txt"):
        build([texts], tmp_path / "store", reader=Reader(), jobs=2, strict=True)
    with Store.open(tmp_path / "store") as store:
        assert [document.identifier for document in store.documents()] == ["0.txt", "1.txt", "2.txt"]


@forked
def test_an_interrupted_build_is_taken_up(texts, tmp_path, several):
    """Killed while it reads: what was put is not read again, and readers see nothing of it meanwhile."""
    build([texts / "0.txt"], tmp_path / "store", reader=Reader())

    def begun():
        def progress(state):
            if state.done == 4:
                os.kill(os.getpid(), signal.SIGKILL)

        build([texts], tmp_path / "store", reader=Reader(), jobs=2, progress=progress)

    process = multiprocessing.get_context("fork").Process(target=begun)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    with Store.open(tmp_path / "store") as store:
        assert [document.identifier for document in store.documents()] == ["0.txt"] and store.pending == 3
        assert len(store.graph)
    report = build([texts], tmp_path / "store", reader=Reader(), jobs=2)
    assert report.unchanged == ["0.txt", "1.txt", "2.txt", "3.txt"] and report.added == ["4.txt", "5.txt"]
    build([texts], tmp_path / "whole", reader=Reader())
    assert quads(tmp_path / "store") == quads(tmp_path / "whole")


# --- withdrawing


def test_what_only_a_withdrawn_document_said_is_gone(texts, tmp_path):
    build([texts], tmp_path / "store", reader=Reader())
    counts = retract(["5.txt", "3.txt", "3.txt"], tmp_path / "store")
    assert counts.documents == 4
    for name in ("3.txt", "5.txt"):
        (texts / name).unlink()
    build([texts], tmp_path / "other", reader=Reader())
    assert quads(tmp_path / "store") == quads(tmp_path / "other")


def test_none_is_withdrawn_if_one_is_not_there(texts, tmp_path):
    build([texts], tmp_path / "store", reader=Reader())
    before = quads(tmp_path / "store")
    with pytest.raises(StoreError, match="no document 'x.txt'"):
        retract(["3.txt", "x.txt"], tmp_path / "store")
    with Store.open(tmp_path / "store") as store:
        assert len(store) == 6 and store.pending == 0
    assert quads(tmp_path / "store") == before
