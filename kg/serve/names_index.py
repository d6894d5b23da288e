"""All names in a graph, found as one types: in Chinese, in pinyin, by the first letters of the syllables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pyoxigraph import NamedNode

from kg import names
from kg.draw.data import pinyin
from kg.graph.terms import vocabulary
from kg.rdf import language_of, text_of
from kg.resolve.names import fold
from kg.schema import Schema
from kg.store import Store
from kg.store.part import Graph

_WORST = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A thing of which one name fits."""

    iri: str
    label: str
    cls: str
    name: str                   # the name that fits; the label, if that does
    documents: int              # in how many it is mentioned
    relations: int              # how many statements it is in


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    names: tuple[tuple[str, str], ...]      # name, and as it is compared


class NameIndex:
    """The entities of a graph by name.

    :ivar entities: all of them, those in most documents first
    """

    def __init__(self, entries: Iterable[_Entry]):
        self._entries = sorted(entries, key=lambda e: (-e.found.documents, -e.found.relations, e.found.label, e.found.iri))
        self.entities = [entry.found for entry in self._entries]
        self.classes = Counter(found.cls for found in self.entities)

    @classmethod
    def of(cls, store: Store, schema: Schema) -> NameIndex:
        """Make the index of a store's graph."""
        graph = store.union
        documents, statements = Counter[str](), Counter[str]()
        for quad in graph.quads_for_pattern(None, vocabulary("pk:mentionedIn"), None):
            documents[text_of(quad.subject)] += 1
        for end in ("rdf:subject", "rdf:object"):
            for quad in graph.quads_for_pattern(None, vocabulary(end), None):
                statements[text_of(quad.object)] += 1
        labels, alternatives = _texts(graph, "skos:prefLabel"), _texts(graph, "skos:altLabel")
        entries = []
        for class_ in schema.entity_classes:
            for quad in graph.quads_for_pattern(None, vocabulary("rdf:type"), NamedNode(names.term(class_))):
                iri = text_of(quad.subject)
                if iri in labels and (documents[iri] or statements[iri]):
                    label = min(labels[iri])
                    called = dict.fromkeys([label, *sorted(alternatives.get(iri, ()))])
                    found = Found(iri, label, class_, label, documents[iri], statements[iri])
                    entries.append(_Entry(found, tuple((name, fold(name)) for name in called)))
        return cls(entries)

    def find(self, text: str, *, limit: int = 20, cls: str | None = None) -> list[Found]:
        """Find what has a name like this, the best first: the same, one that begins so, one that holds it; then likewise by sound.

        :param text: in Chinese, pinyin or first letters; case, width and spaces say nothing
        :param cls: only things of this class
        """
        wanted = fold(text)
        letters = "".join(wanted.split())
        if not letters:
            return []
        by_sound = letters.isascii()
        rows = []
        for position, entry in enumerate(self._entries):
            if cls is not None and entry.found.cls != cls:
                continue
            best = min((_rank(*name, wanted, letters, by_sound) + 0.5 * (i > 0), i) for i, name in enumerate(entry.names))
            if best[0] < _WORST:
                rows.append((best[0], position, best[1]))
        rows.sort()
        return [self._named(self._entries[position], which) for _, position, which in rows[:limit]]

    def listen(self) -> None:
        """Learn how all names sound, which takes some seconds for many, so that the first search by sound need not."""
        for entry in self._entries:
            for name, _ in entry.names:
                sound(name)

    def _named(self, entry: _Entry, which: int) -> Found:
        found = entry.found
        return Found(found.iri, found.label, found.cls, entry.names[which][0], found.documents, found.relations)


def _texts(graph: Graph, predicate: str) -> dict[str, list[str]]:
    """The Chinese texts of a property by subject."""
    found: dict[str, list[str]] = {}
    for quad in graph.quads_for_pattern(None, vocabulary(predicate), None):
        if language_of(quad.object) == "zh":
            found.setdefault(text_of(quad.subject), []).append(text_of(quad.object))
    return found


@lru_cache(maxsize=500_000)
def sound(name: str) -> tuple[str, str]:
    """A name in pinyin without spaces, and the first letters of its syllables; kept, for a name sounds alike in every graph.

    >>> sound("重庆高新区")
    ('chongqinggaoxinqu', 'cqgxq')
    """
    syllables = pinyin(name).split()
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)


def _rank(name: str, folded: str, wanted: str, letters: str, by_sound: bool) -> float:
    if folded == wanted:
        return 0
    if folded.startswith(wanted):
        return 1
    if wanted in folded:
        return 2
    if by_sound:
        whole, first = sound(name)
        if whole.startswith(letters):
            return 3
        if first.startswith(letters):
            return 4
        if len(letters) > 1 and letters in first:
            return 5
        if len(letters) > 2 and letters in whole:
            return 6
    return _WORST
