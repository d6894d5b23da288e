"""Kills work on a store at some moment, looks at what is left, and lets the work be done again.

The work runs in a process of its own. What must hold afterwards: the store opens; readers see one whole generation, the one before or the
one after; the writer finds whole documents only; and the work, done again, gives the same store as if nobody had interfered.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import UsageError
from kg.graph import dataset
from kg.graph.dataset import Knowledge
from kg.resolve import decisions_path, read_decisions
from kg.store import Store
from kg.store.check import check
from kg.update import update
from tests.graph import made
from tests.store.conftest import KNOWLEDGE

ROOT = Path(__file__).parents[2]
FIRST = tuple(f"{number}.txt" for number in range(6))
FURTHER = tuple(f"{number}.txt" for number in range(5, 8))          # 5.txt is replaced


def texts(identifier: str, edition: int):
    """A document, and its reading."""
    return made.document(identifier, title=f"第{edition}版"), made.reading(identifier, "0.8" if edition else "0.9")


def begin(folder: Path) -> None:
    """Make a store with the first documents."""
    with Store.open(folder, write=True, create=True) as store:
        for identifier in FIRST:
            store.put(*texts(identifier, 0), "made")
        update(store, KNOWLEDGE, "made")


def build(folder: Path) -> None:
    """Add documents and replace one, as ``kg build`` does; what is there already is not put again."""
    with Store.open(folder, write=True) as store:
        for identifier in FURTHER:
            document, reading = texts(identifier, 1)
            known = store.known(identifier)
            if known is None or known.title != document.title:
                store.put(document, reading, "made")
        update(store, KNOWLEDGE, "made")


def retract(folder: Path) -> None:
    """Withdraw two documents, as ``kg retract`` does."""
    with Store.open(folder, write=True) as store:
        for identifier in FIRST[:2]:
            if identifier in store:
                store.remove(identifier)
        update(store, KNOWLEDGE, "made")


def rebuild(folder: Path) -> None:
    """Write the graph anew as a whole."""
    with Store.open(folder, write=True) as store:
        update(store, KNOWLEDGE, "made otherwise")


def export(folder: Path) -> None:
    """Write the graph to a file beside the store, which is whole or not there."""
    from kg.export import export as write

    with Store.open(folder) as store:
        write(store.graph, folder.parent / "export.nq", "nquads")


def merge(folder: Path) -> None:
    """Decide that two nodes are one, as ``kg merge`` does."""
    from unittest import mock

    from kg.decide import Decider

    with mock.patch("kg.decide.load_knowledge", lambda gazetteer, aliases, store: knowledge(store)), suppress(UsageError):
        Decider(folder, "2024-01-01").merge("小鹏汽车", "宁德时代")        # refused where they are one already


WORKS: dict[str, Callable[[Path], None]] = {work.__name__: work for work in (build, retract, rebuild, export, merge)}


def knowledge(folder: Path) -> Knowledge:
    """What is known beside the documents, with what was decided by hand."""
    return replace(KNOWLEDGE, decisions=read_decisions(decisions_path(folder), KNOWLEDGE.schema.entity_classes))


@dataclass(frozen=True)
class State:
    """What a reader sees."""

    documents: tuple[str, ...]
    quads: frozenset[str]


def state(folder: Path) -> State:
    """Read a store, and check that what is seen is one whole."""
    with Store.open(folder) as store:
        assert check(store).problems == ()
        told = tuple(f"{document.identifier} {document.title}" for document in store.documents())
        quads = frozenset(map(str, store.graph))
        # what was decided by hand may be written already, and not yet be in the graph
        assert any(quads == {str(quad) for quad in dataset(store, known)} for known in (knowledge(folder), KNOWLEDGE))
        return State(told, quads)


class Trial:
    """One kind of work, killed again and again."""

    def __init__(self, name: str, home: Path, workshop: Workshop):
        """Do the work once undisturbed, to know what it takes and what it gives."""
        self.name, self.home, self._workshop = name, home, workshop
        begin(home / "origin")
        self.before = state(home / "origin")
        shutil.copytree(home / "origin", home / "undisturbed")
        self.seconds = self._run(home / "undisturbed", None)
        self.after = state(home / "undisturbed")
        self.interrupted = 0

    def kill_at(self, moment: float) -> None:
        """Kill the work after so many seconds, judge what is left, and finish.

        :param moment: from when the store is about to be opened
        """
        folder = self.home / "trial" / "store"
        shutil.rmtree(folder.parent, ignore_errors=True)
        shutil.copytree(self.home / "origin", folder)
        died = self._run(folder, moment) < 0
        self.interrupted += died
        left = state(folder)
        assert left in (self.before, self.after), f"{self.name} killed after {moment:.3f} s: neither before nor after"
        exported = folder.parent / "export.nq"
        if exported.exists():
            assert set(exported.read_text(encoding="utf-8").splitlines()) == {f"{quad} ." for quad in self.before.quads}
        self._run(folder, None)
        assert state(folder) == self.after, f"{self.name} killed after {moment:.3f} s: finished otherwise"
        rest = sorted(path.name for path in folder.iterdir())
        assert rest == ["documents.sqlite", "graph", "lock", "store.json"], rest

    def _run(self, folder: Path, moment: float | None) -> float:
        """Do the work in a process; give the seconds it took, or -1 if it was killed."""
        pid = self._workshop.begin(self.name, folder)
        began = time.monotonic()
        if moment is not None:
            time.sleep(moment)
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        code = self._workshop.end()
        if code == -signal.SIGKILL:
            return -1
        assert code == 0, f"{self.name} failed"
        return time.monotonic() - began


class Workshop:
    """A process that has everything loaded and no store open, and forks one that does the work."""

    def __init__(self) -> None:
        self._process = subprocess.Popen([sys.executable, "-m", "tests.store.killing"], cwd=ROOT, text=True,
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def begin(self, name: str, folder: Path) -> int:
        """Let work begin; give the process that does it."""
        self._process.stdin.write(f"{name} {folder}\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def end(self) -> int:
        """Wait for the end of the work; give its exit code, or the signal that ended it, below zero."""
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def trials(name: str, home: Path, number: int, seed: int, told: Callable[[int], None] = lambda done: None) -> Trial:
    """Kill work at random moments.

    :param seed: decides the moments
    :raises AssertionError: if something does not hold
    """
    workshop, chance = Workshop(), random.Random(seed)
    try:
        trial = Trial(name, home, workshop)
        for done in range(number):
            trial.kill_at(chance.uniform(0, trial.seconds * 1.05))
            told(done + 1)
    finally:
        workshop.close()
    return trial


def main() -> None:
    """Fork a process for each line «work folder»; print its number, and what became of it."""
    import kg.decide
    import kg.export  # noqa: F401 - loaded before the clock runs

    for line in sys.stdin:
        name, folder = line.split()
        pid = os.fork()
        if not pid:
            try:
                WORKS[name](Path(folder))
                os._exit(0)
            finally:
                os._exit(1)
        print(pid, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
