"""The whole flow: files are found, read, related, put into the store, and the store's graph is written.

Only what changed is read again: a document is skipped if its bytes, its title, date and source, and everything that read it last
time (this program, its ontology, its patterns, the gazetteer) are the same.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, TypeVar

from kg.errors import GazetteerError, KgError, PatternError
from kg.graph.curated import CuratedFacts, read_facts
from kg.graph.dataset import Knowledge, resolution
from kg.jobs import Died, run
from kg.model import Document, Reading
from kg.read import Failure, Source, find, issued_date, read
from kg.resolve import Decisions, Resolution, decisions_path, read_decisions
from kg.schema import load_schema
from kg.settings import ontology_folder
from kg.shacl import load_shapes
from kg.store import Store
from kg.store.counts import Counts, count
from kg.store.quarantine import Quarantined
from kg.store.pack import Packed, StoredDocument, described, pack
from kg.tables import Tables, read_changes, read_tables
from kg.update import update
from kg.version import VERSION

# What a reading depends on beside the document, and what a graph depends on beside the readings: folders and files of the package.
_READING = ("model.py", "schema.py", "tables.py", "read", "recognize", "relate")
# Bytes of texts that another process is worth while for: about half a second of reading.
_WORTH = 150_000
_GRAPH = ("names.py", "schema.py", "tables.py", "resolve", "shacl", "graph", "update.py")


T = TypeVar("T")


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


def build(paths: Iterable[str | Path], folder: str | Path, *, issued: str | None = None, source: str | None = None,
          gazetteer: str | Path | None = None, aliases: str | Path | None = None, rules: Iterable[str | Path] = (), ner: str | None = None,
          strict: bool = False, jobs: int = 1, progress: Callable[[Progress], None] = lambda _: None,
          writing: Callable[[int, int], None] = lambda done, total: None, reader: Reader | None = None) -> Report:
    """Read files and folders into a store, which is made if it is missing.

    A file that can't be read is reported and left out; the rest goes on. Without paths only the graph is brought up to date.

    :param issued: date of issue of documents that do not say theirs; EDTF
    :param source: source of documents that do not say theirs
    :param gazetteer: a CSV file of further names
    :param aliases: a folder of further tables of names and facts, see :func:`load_knowledge`
    :param rules: YAML files of further rules (:mod:`kg.relate.pattern`), read beside the project's
    :param ner: a spaCy model, by name or folder, that proposes names in the place of the trained recogniser
    :param strict: stop at the first file that can't be read, what was read before is kept; and where a fact breaks a shape, before the graph is changed
    :param jobs: processes that read; fewer where there is little to read. Where this process has threads, what is passed as ``reader`` is pickled
    :param progress: told after every file
    :param writing: told how many documents of how many are in the new graph
    :param reader: reads the documents; by default the one of :mod:`kg.relate`
    :raises KgError: if the store can't be written, an argument can't be honoured, or ``strict`` and a file can't be read
    """
    started = time.monotonic()
    report = Report()
    user = Path(gazetteer) if gazetteer is not None else None
    tables = Path(aliases) if aliases is not None else None
    if issued is not None:
        issued_date(issued)                             # an impossible one is refused before anything is written
    further = tuple(dict.fromkeys(map(Path, rules)))
    knowledge = load_knowledge(user, tables, Path(folder))
    if further:
        _check_rules(further, knowledge)                # so is a broken rule
    made_with = fingerprint(_READING, user, further, ner, _files(tables, ("not_entity.tsv",)))
    found = list(find(Path(path) for path in paths))
    some = any(isinstance(item, Source) for item in found)
    if some or not found or Store.exists(folder):           # nothing but mistyped paths makes no store
        with Store.open(folder, write=True, create=some) as store:
            if found:
                reads = reader or partial(_reader, user, further, ner, knowledge.not_entities)
                work = Work(made_with, {"issued": issued, "source_text": source}, reads)
                _Batch(store, report, work, progress).take(found, strict, jobs)
            report.quarantined = refresh(store, knowledge, user, tables, strict=strict, progress=writing)
            report.counts = count(store.union, knowledge.schema.entity_classes)
    else:
        report.failed += [Failed(str(item.path), item.error) for item in found]
    report.seconds = time.monotonic() - started
    if strict and report.failed:
        raise report.failed[0].error
    return report


def retract(identifiers: Iterable[str], folder: str | Path, *, gazetteer: str | Path | None = None, aliases: str | Path | None = None) -> Counts:
    """Withdraw documents from a store: what only they said is gone from the graph.

    :param identifiers: of the documents
    :param gazetteer: the CSV file of further names that the store was built with
    :param aliases: the folder of further tables, likewise
    :returns: what the graph holds now
    :raises StoreError: if the store does not hold one of them, which leaves all of them, or it can't be written
    """
    user, tables = (Path(path) if path is not None else None for path in (gazetteer, aliases))
    knowledge = load_knowledge(user, tables, Path(folder))
    with Store.open(folder, write=True) as store:
        withdrawn = dict.fromkeys(identifiers)
        for identifier in withdrawn:
            store.document(identifier)                      # one that is not there is an error before any is gone
        for identifier in withdrawn:
            store.remove(identifier)
        refresh(store, knowledge, user, tables)
        return count(store.union, knowledge.schema.entity_classes)


@dataclass(frozen=True, slots=True)
class Task:
    """A text to read, and what the store knows of it."""

    source: Source
    held: StoredDocument | None


class Work:
    """Reads a text, in whichever process: gives the document packed, None if it is the one that is held, or the error that it is left out for."""

    def __init__(self, made_with: str, given: dict[str, str | None], reader: Reader | Callable[[], Reader]):
        """Take down what is the same for all texts.

        :param made_with: fingerprint of what reads the documents
        :param given: date and source of documents that do not say theirs
        :param reader: what reads the documents, or makes it when the first one comes
        """
        self.made_with, self._given = made_with, given
        self._make: Callable[[], Reader] | None = None if hasattr(reader, "read") else reader
        self._ready: Reader | None = reader if self._make is None else None

    def __getstate__(self) -> dict:
        """For another process, which makes its own reader."""
        return {**self.__dict__, "_ready": self._ready if self._make is None else None}

    def prepare(self) -> Reader:
        """Make the reader, if it is not yet there."""
        if self._ready is None:
            self._ready = self._make()
        return self._ready

    def unchanged(self, task: Task) -> bool:
        """Whether the store holds the text as it is; one that can't be read is not."""
        return task.held is not None and task.held.reader == self.made_with and isinstance(self._attempt(task, self._compare), _Same)

    def __call__(self, task: Task) -> Packed | KgError | None:
        found = self._attempt(task, self._read)
        return None if isinstance(found, _Same) else found

    def _compare(self, task: Task) -> _Same | None:
        return _Same() if described(read(task.source, **self._given), self.made_with) == task.held else None

    def _read(self, task: Task) -> Packed | _Same:
        document = read(task.source, **self._given)
        if described(document, self.made_with) == task.held:
            return _Same()
        return pack(document, self.prepare().read(document), self.made_with)

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


class _Batch:
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
                task = Task(item, self._store.known(item.identifier)) if isinstance(item, Source) else None
                if task is None:
                    self._settle(item.path, item.error)
                elif self._work.unchanged(task):
                    self._report.unchanged.append(item.identifier)
                    self._settle(item.path, None)
                else:
                    tasks.append(task)
                if strict and self._report.failed:
                    return
            self._read(tasks, strict, jobs)

    def _read(self, tasks: list[Task], strict: bool, jobs: int) -> None:
        jobs = min(jobs, len(tasks), 1 + _size(tasks) // _WORTH)
        if jobs > 1:
            self._work.prepare()                            # once, for all processes that are forked
        outcomes = run(self._work, tasks, jobs, started=self._store.leave, died=self._died)
        with closing(outcomes):
            for task, outcome in zip(tasks, outcomes, strict=True):
                self._settle(task.source.path, self._put(task, outcome))
                if strict and self._report.failed:
                    return

    def _put(self, task: Task, outcome: Packed | KgError | Died | None) -> KgError | None:
        identifier = task.source.identifier
        if isinstance(outcome, Packed):
            (self._report.added if task.held is None else self._report.replaced).append(identifier)
            self._store.put_packed(outcome)
            self._report.characters += outcome.known.characters
        elif outcome is None:
            self._report.unchanged.append(identifier)
        elif isinstance(outcome, Died):
            return KgError(f"the process that read it died twice ({outcome.reason})", where=task.source.path,
                           hint="run with --jobs 1 to see what goes wrong; a text that needs more memory than there is can be split")
        return outcome if isinstance(outcome, KgError) else None

    def _died(self, task: Task, reason: str) -> None:
        error = KgError(f"the process that read it died ({reason}); another one reads it", where=task.source.path)
        self._report.retried.append(Failed(str(task.source.path), error))

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
    """Keep Python's collector from looking through the loaded gazetteer and ontology again and again: a sixth of the time."""
    ours = gc.get_freeze_count() == 0
    if ours:
        gc.collect()
        gc.freeze()
    try:
        yield
    finally:
        if ours:
            gc.unfreeze()


def refresh(store: Store, knowledge: Knowledge, gazetteer: Path | None = None, aliases: Path | None = None, *, strict: bool = False,
            progress: Callable[[int, int], None] = lambda done, total: None) -> list[Quarantined]:
    """Bring the graph of a store up to date with its documents and with what is known beside them.

    :param gazetteer: the user's, that the knowledge was loaded with
    :param aliases: the folder of the user's tables, that the knowledge was loaded with
    :param strict: change nothing if a fact breaks a shape
    :returns: what breaks a shape now and did not before; it is not in the graph
    :raises ShapeError: if ``strict``, and a fact breaks a shape
    """
    made_with = fingerprint(_GRAPH, gazetteer, tables=(*_files(aliases), *(path for path in [decisions_path(store.folder)] if path.exists())))
    if store.graph_is_current(made_with):
        return []
    return update(store, knowledge, made_with, strict=strict, progress=progress)


def resolved(store: Store, knowledge: Knowledge) -> Resolution:
    """Find out anew which entities of a store's documents are one thing, as its graph was made."""
    return resolution(store, knowledge)


# What a folder of a user's tables may hold.
_TABLES = ("same.tsv", "different.tsv", "not_entity.tsv", "divisions.tsv", "facts.ttl")


def load_knowledge(gazetteer: Path | None = None, aliases: Path | None = None, store: Path | None = None) -> Knowledge:
    """Load what is known beside the documents, from the ontology's folder, and a user's own.

    :param gazetteer: a user's CSV file of further names
    :param aliases: a folder with some of ``same.tsv``, ``different.tsv``, ``not_entity.tsv``, ``divisions.tsv`` and ``facts.ttl``, as in ``ontology/curated``
    :param store: the folder of the store, beside which decisions by hand are kept
    :raises KgError: with file and line, for what can't be used
    """
    from kg.recognize.gazetteer import load

    folder = ontology_folder()
    schema = load_schema(folder)
    classes = schema.entity_classes
    tables, facts, changes = Tables(), CuratedFacts(), ()
    for source in (folder / "curated", *([aliases] if aliases is not None and _files(aliases) else ())):
        tables += read_tables(source, classes)
        facts += read_facts(source / "facts.ttl", schema)
        changes += read_changes(source / "divisions.tsv")
    decisions = read_decisions(decisions_path(store), classes) if store is not None else Decisions()
    return Knowledge(schema, load(folder, gazetteer), tables.same, tables.different, facts, changes, decisions,
                     tables.not_entities, load_shapes(folder / "shapes.ttl"))


def _files(aliases: Path | None, names: Sequence[str] = _TABLES) -> tuple[Path, ...]:
    """The tables in a user's folder.

    :raises GazetteerError: if the folder holds none
    """
    if aliases is None:
        return ()
    if not any((aliases / name).is_file() for name in _TABLES):
        raise GazetteerError("the folder of tables holds none" if aliases.is_dir() else "there is no such folder", where=aliases,
                             hint=f"it may hold {', '.join(_TABLES)}")
    return tuple(aliases / name for name in names if (aliases / name).is_file())


def _reader(gazetteer: Path | None, rules: tuple[Path, ...] = (), ner: str | None = None, not_entities: Collection[tuple[str, str]] = ()) -> Reader:
    from kg.relate.reading import Reader as FullReader

    return FullReader(gazetteer, rules, ner=ner, not_entities=not_entities)


def _check_rules(rules: tuple[Path, ...], knowledge: Knowledge) -> None:
    """Load rules beside the project's, to see whether they are well formed.

    :raises PatternError: says file, rule and reason
    """
    from kg.relate.pattern import load

    load(knowledge.schema, *rules)


def fingerprint(parts: Iterable[str], gazetteer: Path | None, rules: Sequence[Path] = (), ner: str | None = None, tables: Iterable[Path] = ()) -> str:
    """Give a digest of what a result depends on beside the documents: parts of the program, the ontology, a user's gazetteer, rules, model and tables."""
    digest = hashlib.sha256(f"{VERSION}\n{_content(parts)}".encode())
    if gazetteer is not None:
        try:
            digest.update(gazetteer.read_bytes())
        except OSError as error:
            raise GazetteerError(f"the gazetteer can't be read: {error.strerror}", where=gazetteer) from error
    for content in sorted(map(_rules_digest, rules)):       # which file comes first changes nothing
        digest.update(f"\nrules {content}".encode())
    for path in sorted(tables):
        digest.update(f"\n{path.name} {_digest(path, GazetteerError, 'table')}".encode())
    if ner is not None:
        from kg.recognize.ner import identity

        digest.update(f"\nner {identity(ner)}".encode())
    return digest.hexdigest()[:20]


def _rules_digest(path: Path) -> str:
    return _digest(path, PatternError, "rules")


def _digest(path: Path, error_class: type[KgError], what: str) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise error_class(f"the {what} can't be read: {error.strerror}", where=path) from error


def _content(parts: Iterable[str]) -> str:
    """Digests of all files of some parts of the package, and of the ontology."""
    package = Path(__file__).resolve().parent
    roots = [package / part for part in parts] + [ontology_folder()]
    lines = []
    for root in roots:
        files = sorted(path for path in root.rglob("*") if path.suffix != ".pyc" and path.is_file()) if root.is_dir() else [root]
        lines += [f"{path.relative_to(root)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return "\n".join(lines)
