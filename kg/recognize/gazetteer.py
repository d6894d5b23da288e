"""Listed names: where they come from, and where they stand in a text.

The tables lie in ``ontology/gazetteer/*.csv`` (their README names the sources); industries come from the ontology;
users add theirs. A *weak* name is also an ordinary word (现代, 和平): it counts only where the context supports it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import GazetteerError

if TYPE_CHECKING:
    from kg.resolve.gazetteer import Listed

COLUMNS = ("name", "class", "aliases", "weak_aliases", "id", "within", "level")
TOWN_ENDINGS = ("镇", "乡", "街道", "苏木", "街道办事处", "民族乡")


@dataclass(frozen=True, slots=True)
class Entry:
    """One listed thing."""

    name: str  # the best name
    cls: str
    identifier: str  # division code, stock code or own id; "" if none
    within: str  # identifier or name of the nearest place above it; "" if unknown
    level: str  # of a district: province, city, county, town, region
    names: tuple[str, ...]  # the name and its aliases, weak ones too


class Hit(NamedTuple):
    """A listed name in a text, in clean offsets."""

    start: int
    end: int
    entries: tuple[Entry, ...]  # more than one if several things bear the name
    classes: tuple[str, ...]  # of the entries
    weak: bool


_LONGEST_HIDDEN = 4  # characters behind a name that another one, which begins inside it, may have


class Gazetteer:
    """All listed names, behind two automata: names that count wherever they stand, and weak ones."""

    def __init__(self, entries: Iterable[Entry], weak: Iterable[tuple[str, Entry]] = ()):
        self.entries = tuple(entries)
        weak_of: dict[int, set[str]] = defaultdict(set)
        weak_names: dict[str, list[Entry]] = defaultdict(list)
        strong_names: dict[str, list[Entry]] = defaultdict(list)
        for name, entry in weak:
            weak_of[id(entry)].add(name)
            weak_names[name].append(entry)
        for entry in self.entries:
            for name in entry.names:
                if name not in weak_of[id(entry)]:
                    strong_names[name].append(entry)
        # what is strong for one thing is strong; things of other classes for which it is weak stay candidates (常熟: a company too)
        for name in strong_names.keys() & weak_names.keys():
            classes = {entry.cls for entry in strong_names[name]}
            strong_names[name] += [entry for entry in weak_names.pop(name) if entry.cls not in classes]
        self._strong, self._weak = _Names(strong_names), _Names(weak_names)
        self._bearers = {name: tuple(entries) for names in (weak_names, strong_names) for name, entries in names.items()}
        self._above: dict[str, tuple[Entry, ...]] = {}
        self.by_identifier = {e.identifier: e for e in self.entries if e.identifier}

    def find(self, text: str) -> list[Hit]:
        """Listed names in a text, leftmost longest, in order: strong ones, and weak ones where no strong one stands."""
        strong = [Hit(start, end, *self._strong.bearers[i], False) for start, end, i in self._strong.automaton.find(text)]
        hits, k = [], 0
        for start, end, i in self._weak.automaton.find(text):
            while k < len(strong) and strong[k].end <= start:
                hits.append(strong[k])
                k += 1
            if k == len(strong) or strong[k].start >= end:
                hits.append(Hit(start, end, *self._weak.bearers[i], True))
        return hits + strong[k:]

    def hidden(self, text: str, hits: Iterable[Hit]) -> Iterator[Hit]:
        """Strong names that begin inside a strong one that was found and end behind it: 河南 in 亲临河南, where 临河 is a place, too.

        They stand where the first one turns out to cut a word.
        """
        for hit in hits:
            if not hit.weak:
                begin = hit.start + 1
                for start, end, i in self._strong.automaton.find(text[begin : hit.end + _LONGEST_HIDDEN]):
                    if begin + start < hit.end < begin + end:
                        yield Hit(begin + start, begin + end, *self._strong.bearers[i], False)
                        break

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The entries that bear exactly this name; empty if none does."""
        return self._bearers.get(name, ())

    def is_weak(self, name: str) -> bool:
        """Whether a listed name is also an ordinary word."""
        return name in self._weak.names

    def above(self, entry: Listed) -> tuple[Entry, ...]:
        """The places above an entry, the nearest first."""
        found = self._above.get(entry.within)
        if found is None:
            chain: list[Entry] = []
            seen = {entry.identifier}
            within = entry.within
            while within and within not in seen and within in self.by_identifier:
                seen.add(within)
                chain.append(self.by_identifier[within])
                within = chain[-1].within
            found = self._above[entry.within] = tuple(chain)
        return found


class _Names:
    """Names, the things that bear them, and an automaton that finds them."""

    def __init__(self, by_name: dict[str, list[Entry]]):
        import daachorse

        names = sorted(by_name) or ["\0"]
        self.bearers = [(tuple(entries), tuple([entry.cls for entry in entries])) for entries in (by_name.get(name, ()) for name in names)]
        self.names = frozenset(names)
        self.automaton = daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST)


def _split(cell: str | None) -> tuple[str, ...]:
    return tuple(part.strip() for part in (cell or "").split("|") if part.strip())


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if "name" not in (reader.fieldnames or ()):
                raise GazetteerError("the header has no column «name»", where=f"{path}:1", hint=f"columns are {', '.join(COLUMNS)}")
            for row in reader:
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise GazetteerError(f"the gazetteer can't be read: {error}", where=path) from error


def read_table(path: Path, classes: frozenset[str], default_class: str | None = None) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    """Read one table of names.

    :param classes: entity classes of the ontology
    :param default_class: class of rows that name none
    :returns: each entry with its weak names
    :raises GazetteerError: with file and line, for a row without name or with an unknown class
    """
    for line, row in _rows(path):
        name, cls = (row.get("name") or "").strip(), (row.get("class") or default_class or "").strip()
        if not name:
            raise GazetteerError("a row has no name", where=f"{path}:{line}")
        if cls not in classes:
            raise GazetteerError(f"unknown class {cls!r} of {name}", where=f"{path}:{line}", hint=f"use one of {', '.join(sorted(classes))}")
        weak = _split(row.get("weak_aliases"))
        registered = _split(row.get("registered_name"))
        names = tuple(dict.fromkeys((name, *_split(row.get("aliases")), *registered, *weak)))
        yield Entry(name, cls, (row.get("id") or "").strip(), (row.get("within") or "").strip(), (row.get("level") or "").strip(), names), weak


def _stem(name: str) -> str:
    """A town's name without 镇 that an upgrade left in it: 石湾 of 石湾镇街道."""
    return name[:-1] if name[-1] in "镇乡" else name


def _towns(path: Path) -> Iterator[tuple[Entry, tuple[str, ...]]]:
    for _, row in _rows(path):
        weak = tuple(dict.fromkeys(w for name in _split(row.get("weak_aliases")) for w in (name, _stem(name)) if len(w) >= 2))
        yield Entry(row["name"], "District", row["id"], row["within"], "town", (row["name"], *weak)), weak


@lru_cache(maxsize=4)
def load(folder: Path, user: Path | None = None) -> Gazetteer:
    """Load the tables of the ontology's folder, and a user's own.

    :param folder: the ontology's folder; tables are in its ``gazetteer/``, industries in ``industries.ttl``
    :param user: a further CSV file: name, class, aliases, id
    :raises GazetteerError: with file and line
    """
    from kg.schema import load_schema

    schema = load_schema(folder)
    classes = frozenset(schema.entity_classes)
    entries: list[Entry] = []
    weak: list[tuple[str, Entry]] = []

    def add(rows: Iterable[tuple[Entry, tuple[str, ...]]]) -> None:
        for entry, weak_names in rows:
            entries.append(entry)
            weak.extend((name, entry) for name in weak_names)

    for path in sorted((folder / "gazetteer").glob("*.csv")):
        add(_towns(path) if path.stem == "towns" else read_table(path, classes, "District" if path.stem in ("districts", "regions") else None))
    for industry in schema.industries.values():
        names = tuple(dict.fromkeys((industry.label, *industry.alt_labels)))
        entry = Entry(industry.label, "Industry", "", "", "", names)
        entries.append(entry)
        weak.extend((name, entry) for name in names if name not in industry.labels_alone)
    if user is not None:
        add(read_table(user, classes))
    return Gazetteer(entries, weak)


MUNICIPALITIES = frozenset(("110000", "120000", "310000", "500000"))  # Beijing, Tianjin, Shanghai, Chongqing: division codes of GB/T 2260


@cache
def provinces(gazetteer: Gazetteer) -> frozenset[str]:
    """Identifiers of the provinces, without the four cities that are one."""
    found = {e.identifier for e in gazetteer.entries if e.cls == "District" and e.level == "province"}
    return frozenset(found - MUNICIPALITIES)
