"""The whole flow: files are found, read, related, put into the store, and the store's graph is written.

Only what changed is read again: a document is skipped if its bytes, its title, date and source, and everything that read it last
time (this program, its ontology, its patterns, the gazetteer) are the same.
"""

from __future__ import annotations

import gc
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kg.errors import GazetteerError, KgError, PatternError, StoreError
from kg.graph.curated import read_facts
from kg.graph.dataset import Knowledge
from kg.model import Document, Reading
from kg.read import Failure, Source, find, issued_date, read
from kg.resolve import read_pairs
from kg.schema import load_schema
from kg.settings import ontology_folder
from kg.store import Store
from kg.store.counts import Counts, count
from kg.update import update
from kg.version import VERSION

# What a reading depends on beside the document, and what a graph depends on beside the readings: folders and files of the package.
_READING = ("model.py", "schema.py", "read", "recognize", "relate")
_GRAPH = ("names.py", "schema.py", "resolve", "graph", "update.py")


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
    """What a build did."""

    added: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failed] = field(default_factory=list)
    characters: int = 0         # of the documents that were read, not of those skipped
    seconds: float = 0.0        # for all of it
    counts: Counts | None = None    # of the graph as it is now


def build(paths: Iterable[str | Path], folder: str | Path, *, issued: str | None = None, source: str | None = None,
          gazetteer: str | Path | None = None, rules: Iterable[str | Path] = (), ner: str | None = None, strict: bool = False,
          progress: Callable[[Progress], None] = lambda _: None, reader: Reader | None = None) -> Report:
    """Read files and folders into a store, which is made if it is missing.

    A file that can't be read is reported and left out; the rest goes on. Without paths only the graph is brought up to date.

    :param issued: date of issue of documents that do not say theirs; EDTF
    :param source: source of documents that do not say theirs
    :param gazetteer: a CSV file of further names
    :param rules: YAML files of further rules (:mod:`kg.relate.pattern`), read beside the project's
    :param ner: a spaCy model, by name or folder, that proposes names in the place of the trained recogniser
    :param strict: stop at the first file that can't be read; what was read before is kept
    :param progress: told after every file
    :param reader: reads the documents; by default the one of :mod:`kg.relate`
    :raises KgError: if the store can't be written, an argument can't be honoured, or ``strict`` and a file can't be read
    """
    started = time.monotonic()
    report = Report()
    user = Path(gazetteer) if gazetteer is not None else None
    if issued is not None:
        issued_date(issued)                             # an impossible one is refused before anything is written
    further = tuple(dict.fromkeys(map(Path, rules)))
    knowledge = load_knowledge(user)
    if further:
        _check_rules(further, knowledge)                # so is a broken rule
    made_with = fingerprint(_READING, user, further, ner)
    found = list(find(Path(path) for path in paths))
    some = any(isinstance(item, Source) for item in found)
    if some or not found or Store.exists(folder):           # nothing but mistyped paths makes no store
        with Store.open(folder, write=True, create=some) as store:
            if found:
                given = {"issued": issued, "source_text": source}
                batch = _Batch(store, report, given, made_with, reader or _reader(user, further, ner))
                batch.take(found, strict, progress)
            refresh(store, knowledge, user)
            report.counts = count(store.union, knowledge.schema.entity_classes)
    else:
        report.failed += [Failed(str(item.path), item.error) for item in found]
    report.seconds = time.monotonic() - started
    if strict and report.failed:
        raise report.failed[0].error
    return report


class _Batch:
    """The files of one build on their way into the store."""

    def __init__(self, store: Store, report: Report, given: dict[str, str | None], reader_fingerprint: str, reader: Reader):
        self._store, self._report, self._given = store, report, given
        self._fingerprint, self._reader = reader_fingerprint, reader

    def take(self, found: list[Source | Failure], strict: bool, progress: Callable[[Progress], None]) -> None:
        with _settled():
            for done, item in enumerate(found, 1):
                error = item.error if isinstance(item, Failure) else self._try(item)
                if error is not None:
                    self._report.failed.append(Failed(str(item.path), error))
                progress(Progress(done, len(found), self._report.characters))
                if strict and error is not None:
                    return

    def _try(self, source: Source) -> KgError | None:
        """Take one file; give the error that it had to be left out for."""
        try:
            self._take(source)
        except StoreError:
            raise                                       # the next document would fare no better
        except KgError as error:
            return error
        except (MemoryError, RecursionError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            # A fault of ours that one document brings to light must not cost the others.
            if os.environ.get("KG_DEBUG"):
                raise
            return KgError(f"internal error: {type(error).__name__}: {error}", where=source.path,
                           hint="run with KG_DEBUG=1 for the traceback")
        return None

    def _take(self, source: Source) -> None:
        document = read(source, **self._given)
        report, identifier = self._report, document.identifier
        if self._store.holds(document, self._fingerprint):
            report.unchanged.append(identifier)
            return
        reading = self._reader.read(document)
        (report.replaced if identifier in self._store else report.added).append(identifier)
        self._store.put(document, reading, self._fingerprint)
        report.characters += len(document.text)


@contextmanager
def _settled() -> Iterator[None]:
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


def refresh(store: Store, knowledge: Knowledge, gazetteer: Path | None = None) -> bool:
    """Bring the graph of a store up to date with its documents and with what is known beside them.

    :param gazetteer: the user's, that the knowledge was loaded with
    :returns: whether the graph had to be written
    """
    made_with = fingerprint(_GRAPH, gazetteer)
    if store.graph_is_current(made_with):
        return False
    update(store, knowledge, made_with)
    return True


def load_knowledge(gazetteer: Path | None = None) -> Knowledge:
    """Load what is known beside the documents, from the ontology's folder.

    :param gazetteer: a user's CSV file of further names
    """
    from kg.recognize.gazetteer import load

    folder = ontology_folder()
    schema = load_schema(folder)
    same, different = (read_pairs(folder / "curated" / name, schema.entity_classes) for name in ("same.tsv", "different.tsv"))
    return Knowledge(schema, load(folder, gazetteer), same, different, read_facts(folder / "curated" / "facts.ttl", schema))


def _reader(gazetteer: Path | None, rules: tuple[Path, ...] = (), ner: str | None = None) -> Reader:
    from kg.relate.reading import Reader as FullReader

    return FullReader(gazetteer, rules, ner=ner)


def _check_rules(rules: tuple[Path, ...], knowledge: Knowledge) -> None:
    """Load rules beside the project's, to see whether they are well formed.

    :raises PatternError: says file, rule and reason
    """
    from kg.relate.pattern import load

    load(knowledge.schema, *rules)


def fingerprint(parts: Iterable[str], gazetteer: Path | None, rules: Sequence[Path] = (), ner: str | None = None) -> str:
    """Give a digest of what a result depends on beside the documents: parts of the program, the ontology, a user's gazetteer, rules and model."""
    digest = hashlib.sha256(f"{VERSION}\n{_content(parts)}".encode())
    if gazetteer is not None:
        try:
            digest.update(gazetteer.read_bytes())
        except OSError as error:
            raise GazetteerError(f"the gazetteer can't be read: {error.strerror}", where=gazetteer) from error
    for content in sorted(map(_rules_digest, rules)):       # which file comes first changes nothing
        digest.update(f"\nrules {content}".encode())
    if ner is not None:
        from kg.recognize.ner import identity

        digest.update(f"\nner {identity(ner)}".encode())
    return digest.hexdigest()[:20]


def _rules_digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise PatternError(f"the rules can't be read: {error.strerror}", where=path) from error


def _content(parts: Iterable[str]) -> str:
    """Digests of all files of some parts of the package, and of the ontology."""
    package = Path(__file__).resolve().parent
    roots = [package / part for part in parts] + [ontology_folder()]
    lines = []
    for root in roots:
        files = sorted(path for path in root.rglob("*") if path.suffix != ".pyc" and path.is_file()) if root.is_dir() else [root]
        lines += [f"{path.relative_to(root)} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files]
    return "\n".join(lines)
