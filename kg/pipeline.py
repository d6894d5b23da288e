"""The whole flow: files are found, read, related, put into the store, and the store's graph is brought up to date."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from kg.allocator import give_back
from kg.errors import GazetteerError, KgError, PatternError
from kg.graph.curated import CuratedFacts, read_facts
from kg.graph.dataset import Knowledge, resolution
from kg.intake import Batch, Failed, Progress, Reader, Report, Work
from kg.read import Failure, Source, find, issued_date
from kg.resolve import Decisions, Resolution, decisions_path, read_decisions
from kg.schema import load_schema
from kg.settings import TRAINED, ontology_folder
from kg.shacl import load_shapes
from kg.store import Store
from kg.store.counts import Counts, count
from kg.store.quarantine import Quarantined
from kg.tables import Change, Tables, read_changes, read_tables
from kg.update import update
from kg.version import VERSION

# What a reading depends on beside the document, and what a graph depends on beside the readings: folders and files of the package.
_READING = ("model.py", "schema.py", "tables.py", "read", "recognize", "relate")
_GRAPH = ("disk.py", "names.py", "schema.py", "tables.py", "resolve", "shacl", "graph", "update.py")


def build(paths: Iterable[str | Path], folder: str | Path, *, issued: str | None = None, source: str | None = None,
          gazetteer: str | Path | None = None, aliases: str | Path | None = None, rules: Iterable[str | Path] = (), ner: str | None = TRAINED,
          strict: bool = False, jobs: int = 1, progress: Callable[[Progress], None] = lambda _: None,
          writing: Callable[[int, int], None] = lambda done, total: None, reader: Reader | None = None) -> Report:
    """Read files and folders into a store, which is made if it is missing.

    A file that can't be read is reported and left out; the rest goes on. Without paths only the graph is brought up to date.

    :param issued: date of issue of documents that do not say theirs; EDTF
    :param source: source of documents that do not say theirs
    :param gazetteer: a CSV file of further names
    :param aliases: a folder of further tables of names and facts, see :func:`load_knowledge`
    :param rules: YAML files of further rules (:mod:`kg.relate.rules`), read beside the project's
    :param ner: a recogniser that sees what the rules found, see :func:`kg.recognize.language.language`
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
                Batch(store, report, work, progress).take(found, strict, jobs)
            report.quarantined = refresh(store, knowledge, user, tables, strict=strict, progress=writing)
            report.counts = count(store.union, knowledge.schema.entity_classes)
    else:
        report.failed += [Failed(str(item.path), item.error) for item in found if isinstance(item, Failure)]
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
    try:
        return update(store, knowledge, made_with, strict=strict, progress=progress)
    finally:
        gc.collect()                            # what is known of all documents is in circles, and not needed to count and to query
        give_back()


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
    tables, facts, changes = Tables(), CuratedFacts(), tuple[Change, ...]()
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
    from kg.relate.rules import load

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
