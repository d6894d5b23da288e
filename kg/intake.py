"""Files on their way into the store: read, in one or several processes, and put.

Only what changed is read again: a document is skipped if its bytes, its title, date and source, and everything that read it last
time (this program, its ontology, its patterns, the gazetteer) are the same.
"""

from __future__ import annotations

import gc
import os
from bisect import insort
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from kg.errors import KgError
from kg.jobs import Died, can_fork, run
from kg.model import Document, Reading
from kg.read import Failure, Source, read
from kg.store import Store
from kg.store.counts import Counts
from kg.store.pack import Packed, StoredDocument, described, pack
from kg.store.quarantine import Quarantined

# Bytes of texts that a process of its own is worth while for: about half a second of reading.
_WORTH = 150_000
_YOUNG = 200_000        # new objects between two looks of the collector, while texts are read

T = TypeVar("T")


@runtime_checkable
class Reader(Protocol):
    """What reads a document; :class:`kg.relate.reading.Reader` does."""

    def read(self, document: Document) -> Reading:
        """Find what a document says."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a build is."""

    done: int                   # files
    total: int
    characters: int             # of the documents that were read


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that was left out."""

    where: str
    error: KgError


@dataclass(slots=True)
class Report:
    """What a build did; identifiers in order."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    retried: list[Failed] = field(default_factory=list)     # the process that read it died, and another one read it
    quarantined: list[Quarantined] = field(default_factory=list)    # what breaks a shape, and did not before
    characters: int = 0         # of the documents that were read, not of those skipped
    seconds: float = 0.0        # for all of it
    counts: Counts | None = None    # of the graph as it is now


@dataclass(frozen=True, slots=True)
class Task:
    """A text to read, and what the store knows of it."""

    source: Source
    held: StoredDocument | None


class Work:
    """Reads a text, in whichever process: gives the document packed, None if it is the one that is held, or the error that it is left out
    for."""

    def __init__(self, made_with: str, given: dict[str, str | None], reader: Reader | Callable[[], Reader]):
        """Take down what is the same for all texts.

        :param made_with: fingerprint of what reads the documents
        :param given: date and source of documents that do not say theirs
        :param reader: what reads the documents, or makes it when the first one comes
        """
        self.made_with, self._given = made_with, given
        self._make: Callable[[], Reader] | None = None if isinstance(reader, Reader) else reader
        self._ready: Reader | None = reader if isinstance(reader, Reader) else None

    def __getstate__(self) -> dict:
        """For another process, which makes its own reader."""
        return {**self.__dict__, "_ready": self._ready if self._make is None else None}

    @property
    def makes_its_reader(self) -> bool:
        """Whether what reads the documents is made for them, and not given."""
        return self._make is not None

    def prepare(self) -> Reader:
        """Make the reader, if it is not yet there."""
        if self._ready is None:
            assert self._make is not None           # one of the two is there from the start
            self._ready = self._make()
        return self._ready

    def unchanged(self, task: Task) -> bool:
        """Whether the store holds the text as it is; one that can't be read is not."""
        return task.held is not None and task.held.reader == self.made_with and isinstance(self._attempt(task, self._compare), _Same)

    def __call__(self, task: Task) -> Packed | Unprepared | KgError | None:
        found = self._attempt(task, self._read)
        return None if isinstance(found, _Same) else found

    def _compare(self, task: Task) -> _Same | None:
        return _Same() if described(read(task.source, **self._given), self.made_with) == task.held else None

    def _read(self, task: Task) -> Packed | Unprepared | _Same:
        document = read(task.source, **self._given)
        if described(document, self.made_with) == task.held:
            return _Same()
        try:
            reader = self.prepare()
        except KgError as error:
            return Unprepared(error)
        return pack(document, reader.read(document), self.made_with)

    def _attempt(self, task: Task, read: Callable[[Task], T]) -> T | KgError:
        try:
            return read(task)
        except KgError as error:
            return error
        except (MemoryError, RecursionError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            # A fault of ours that one document brings to light must not cost the others.
            if os.environ.get("KG_DEBUG"):
                raise
            return KgError(f"internal error: {type(error).__name__}: {error}", where=task.source.path,
                           hint="run with KG_DEBUG=1 for the traceback")


class _Same:
    """The document is the one that is held."""


@dataclass(frozen=True, slots=True)
class Unprepared:
    """Nothing can be read, since what reads the documents can't be made: that is no fault of the document that came first."""

    error: KgError


class Batch:
    """The files of one build on their way into the store."""

    def __init__(self, store: Store, report: Report, work: Work, progress: Callable[[Progress], None]):
        self._store, self._report, self._work, self._progress = store, report, work, progress
        self._total = self._done = 0

    def take(self, found: list[Source | Failure], strict: bool, jobs: int) -> None:
        """Take the files, those first that need not be read."""
        self._total = len(found)
        tasks = []
        with settled():
            for item in found:
                if isinstance(item, Failure):
                    self._settle(item.path, item.error)
                elif self._work.unchanged(task := Task(item, self._store.known(item.identifier))):
                    self._report.unchanged.append(item.identifier)
                    self._settle(item.path, None)
                else:
                    tasks.append(task)
                if strict and self._report.failed:
                    return
            self._read(tasks, strict, jobs)

    def _read(self, tasks: list[Task], strict: bool, jobs: int) -> None:
        size = _size(tasks)
        jobs = min(jobs, len(tasks), 1 + size // _WORTH)
        if jobs > 1:
            self._work.prepare()                            # once, for all processes that are forked
        outcomes = run(self._work, tasks, jobs if jobs > 1 or self._apart(size) else 0, started=self._store.leave, died=self._died)
        with closing(outcomes):
            for task, outcome in zip(tasks, outcomes, strict=True):
                self._settle(task.source.path, self._put(task, outcome))
                if strict and self._report.failed:
                    return

    def _apart(self, size: int) -> bool:
        """Whether one process reads for this one: what it loads, two hundred megabytes, is gone with it before the graph is made."""
        return size >= _WORTH and self._work.makes_its_reader and can_fork() and not os.environ.get("KG_DEBUG")

    def _put(self, task: Task, outcome: Packed | Unprepared | KgError | Died | None) -> KgError | None:
        """Take what came of a text into the store; give the error that it is left out for.

        :raises KgError: if no text can be read
        """
        identifier = task.source.identifier
        if isinstance(outcome, Unprepared):
            raise outcome.error
        if isinstance(outcome, Packed):
            (self._report.added if task.held is None else self._report.replaced).append(identifier)
            self._store.put_packed(outcome)
            self._report.characters += outcome.known.characters
        elif outcome is None:
            self._report.unchanged.append(identifier)
        elif isinstance(outcome, Died):
            return KgError(f"the process that read it died twice ({outcome.reason})", where=task.source.path,
                           hint="run with --jobs 1 and KG_DEBUG=1 to see what goes wrong; a text that needs more memory than there is can be split")
        return outcome if isinstance(outcome, KgError) else None

    def _died(self, task: Task, reason: str) -> None:
        error = KgError(f"the process that read it died ({reason}); another one reads it", where=task.source.path)
        insort(self._report.retried, Failed(str(task.source.path), error), key=attrgetter("where"))    # whichever of two died first

    def _settle(self, path: Path, error: KgError | None) -> None:
        """Take note that a file is done."""
        if error is not None:
            self._report.failed.append(Failed(str(path), error))
        self._done += 1
        self._progress(Progress(self._done, self._total, self._report.characters))


def _size(tasks: Iterable[Task]) -> int:
    """The bytes of the files that tasks read from; some may be gone."""
    total = 0
    for path in {task.source.path for task in tasks}:
        with suppress(OSError):
            total += path.stat().st_size
    return total


@contextmanager
def settled() -> Iterator[None]:
    """Keep Python's collector from looking through the loaded gazetteer and ontology again and again: a sixth of the time.

    What is made of a document makes no circles, so that the collector need not look for some every few hundred objects either.
    """
    ours = gc.get_freeze_count() == 0
    threshold = gc.get_threshold()
    if ours:
        gc.collect()
        gc.freeze()
        gc.set_threshold(_YOUNG, *threshold[1:])
    try:
        yield
    finally:
        if ours:
            gc.set_threshold(*threshold)
            gc.unfreeze()
