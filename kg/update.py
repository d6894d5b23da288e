"""Brings the graph of a store up to date with its documents: only what changed is written.

A document's part of the graph is made anew if its reading changed, or an entity of it is another node now. What things are called and
what is known beside the documents is compared with what the graph says. What breaks a shape of the ontology goes into the quarantine and
not into the graph. Where most documents changed, the graph is written anew as a whole. On either way the same documents give the same graph.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg import names
from kg.allocator import give_back
from kg.disk import Rows
from kg.errors import ShapeError
from kg.graph import curated, entities
from kg.graph.dataset import Dataset, Knowledge
from kg.graph.document import confidence_quads
from kg.graph.screen import Refusal
from kg.graph.terms import concept
from kg.rdf import text_of
from kg.store import Store
from kg.store.derivation import Confidence, Derivation
from kg.store.quarantine import Quarantined

if TYPE_CHECKING:
    from kg.store.graphs import Draft

# Quads that are changed together: enough for a bulk load to pay, few enough for memory.
_BATCH = 50_000


def update(store: Store, knowledge: Knowledge, fingerprint: str, *, anew: bool | None = None, strict: bool = False,
           progress: Callable[[int, int], None] = lambda done, total: None) -> list[Quarantined]:
    """Write the next generation of a store's graph.

    :param store: open for writing
    :param fingerprint: of all that the graph is made with beside the documents
    :param anew: write it as a whole; decided by what changed if None; always so where no graph is there to begin with
    :param strict: write nothing if something breaks a shape
    :param progress: told how many documents of how many are written
    :returns: what breaks a shape now and did not before
    :raises StoreError: if it can't be written; the old graph stays
    :raises ShapeError: if ``strict``, and something breaks a shape
    """
    dataset = Dataset(store, knowledge)
    give_back()
    content = store.digests()
    wanted = {identifier: dataset.digest(identifier, content[identifier]) for identifier in content}
    held = store.derivation.digests() if store.graph_is_made_with(fingerprint) else None
    gone = sorted((held or {}).keys() - wanted.keys())
    before = store.quarantine()
    again = {quarantined.document for quarantined in before}
    changed = [identifier for identifier, digest in wanted.items() if (held or {}).get(identifier) != digest or identifier in again]
    if anew is None or held is None:
        anew = held is None or len(gone) + len(changed) > len(wanted) / 2
    with store.rewrite(fingerprint, anew=anew) as draft:
        writer = _Writer(store, dataset, draft, wanted, progress)
        if anew:
            writer.whole()
        else:
            writer.delta(changed, gone)
        new = [quarantined for quarantined in store.quarantine() if quarantined not in before]
        if strict and (refused := store.quarantine()):
            more = f", and {len(refused) - 1} more" if len(refused) > 1 else ""
            raise ShapeError(f"{refused[0]}{more}", where=refused[0].document or None,
                             hint="nothing was written; without --strict such facts are left out, and kg validate --quarantine lists them")
    return new


class _Writer:
    """Writes one generation."""

    def __init__(self, store: Store, dataset: Dataset, draft: Draft, digests: Mapping[str, str],
                 progress: Callable[[int, int], None]):
        self._store, self._dataset, self._draft, self._digests, self._progress = store, dataset, draft, digests, progress
        self._derivation: Derivation = store.derivation
        self._base = store.base

    # --- as a whole

    def whole(self) -> None:
        self._derivation.forget()
        self._draft.load(self._all())

    def _all(self) -> Iterator[Quad]:
        for number, identifier in enumerate(self._digests, 1):
            yield from self._made(identifier)
            self._progress(number, len(self._digests))
        for confidence in self._derivation.confidences():
            yield from self._confidence(confidence, after=True)
        descriptions = self._dataset.descriptions(self._derivation.indicators())
        for iri in descriptions:
            yield from self._kept(*descriptions[iri])
        for quads, refused in self._dataset.curated():
            yield from self._kept(quads, refused)

    def _kept(self, quads: list[Quad], refused: Iterable[Refusal], document: str = "") -> list[Quad]:
        """Put what is refused into the quarantine; give the rest."""
        for refusal in refused:
            self._derivation.refuse(document, refusal.fact, refusal.path, refusal.message, asdict(refusal))
        return quads

    def _made(self, identifier: str) -> list[Quad]:
        """Make a document's part, and take note of it."""
        part, refused = self._dataset.part(self._store.document(identifier))
        self._derivation.note(identifier, self._digests[identifier], part.indicators, part.said)
        return self._kept(part.quads, refused, identifier)

    def _confidence(self, confidence: Confidence, *, after: bool) -> Iterator[Quad]:
        value = confidence.after if after else confidence.before
        documents = confidence.documents_after if after else confidence.documents_before
        if value is None:
            return iter(())
        return confidence_quads((confidence.statement, names.document(document, self._base), value) for document in documents)

    # --- what changed

    def delta(self, changed: Sequence[str], gone: Sequence[str]) -> None:
        changes = _Changes(self._draft)
        for identifier in gone:
            self._derivation.drop(identifier)
            changes.replace(self._held(identifier), ())
        for number, identifier in enumerate(changed, 1):
            changes.replace(self._held(identifier), self._made(identifier))
            self._progress(number, len(changed))
        for confidence in self._derivation.confidences():
            changes.replace(self._confidence(confidence, after=False), self._confidence(confidence, after=True))
        changes.flush()                 # what is read below must not be waiting
        self._derivation.release("")
        self._describe(changes)
        self._curate(changes)

    def _held(self, identifier: str) -> Iterator[Quad]:
        """A document's part as it is in the graph, without the confidence of statements."""
        graph, confidence = NamedNode(names.document(identifier, self._base)), concept("confidence")
        return (quad for quad in self._draft.quads.quads_for_pattern(None, None, None, graph) if quad.predicate != confidence)

    def _describe(self, changes: _Changes) -> None:
        """Compare what things are called."""
        descriptions = self._dataset.descriptions(self._derivation.indicators())
        self._compare(changes, entities.GRAPH, descriptions, lambda iri: self._kept(*descriptions[iri]))

    def _curate(self, changes: _Changes) -> None:
        """Compare what is known beside the documents."""
        known: Rows[Quad] = self._dataset.disk.rows(1)      # by subject
        for quads, refused in self._dataset.curated():
            for quad in self._kept(quads, refused):
                known.add(text_of(quad.subject), quad)
        self._compare(changes, curated.GRAPH, (subject for (subject,), _ in known.grouped()), known.of)

    def _compare(self, changes: _Changes, name: str, subjects: Iterable[str], wanted: Callable[[str], list[Quad]]) -> None:
        """Compare what a graph holds with what it ought to hold, subject by subject.

        :param wanted: gives the quads of a subject
        """
        graph = NamedNode(self._base + name)
        for subject, quads in groupby(self._draft.quads.quads_for_pattern(None, None, None, graph), key=lambda quad: quad.subject):
            changes.replace(quads, wanted(subject.value))
        changes.flush()
        for subject in subjects:
            if next(self._draft.quads.quads_for_pattern(NamedNode(subject), None, None, graph), None) is None:
                changes.replace((), wanted(subject))
        changes.flush()


class _Changes:
    """Changes of the graph, made many at a time."""

    def __init__(self, draft: Draft):
        self._draft = draft
        self._removed: list[Quad] = []
        self._added: list[Quad] = []

    def replace(self, old: Iterable[Quad], new: Iterable[Quad]) -> None:
        """Let some quads stand in the place of others."""
        before, after = set(old), set(new)
        self._removed += before - after
        self._added += after - before
        if len(self._removed) + len(self._added) >= _BATCH:
            self.flush()

    def flush(self) -> None:
        self._draft.change(self._removed, self._added)
        self._removed, self._added = [], []
