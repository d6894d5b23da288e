"""What the benchmarks read: a folder of texts, or reports made from the corpus with other names in them."""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from kg.read import Source, find, read
from kg.recognize.gazetteer import Entry, Gazetteer, load
from kg.settings import ontology_folder

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
LENGTH = 17_000                 # characters: the mean of 100 yearly reports of Chinese city and province governments
_VARIED = ("Company", "Park")   # the classes whose names are exchanged
_MARKS = "岚岱岷峄岫嵘嵩巍峤峪崧嵫浔淇渭湄溆滁漳潞"      # characters that names are made of
_TRADES = ("科技", "新材料", "装备", "能源")
_STEP = 389                     # how far a name moves in the list from one copy to the next; any prime will do


def add_options(parser: argparse.ArgumentParser, length: int = LENGTH) -> None:
    """Add the options that choose the texts; ``length`` is that of the reports that are made, in characters."""
    parser.add_argument("--texts", type=Path, metavar="FOLDER",
                        help="read texts of this folder, evenly spread over its sorted files; "
                             "without it, reports are made from the corpus with other names in them")
    parser.add_argument("--length", type=int, default=length, metavar="CHARACTERS", help="of each report that is made (default: %(default)s)")


def texts(options: argparse.Namespace, count: int, target: Path, *, invented: bool = False) -> list[Path]:
    """Give the files to read, always the same ones in the same order.

    :param options: as parsed by a parser with :func:`add_options`
    :param count: how many; all that there are if the folder holds fewer
    :param target: folder that made reports are written to
    :param invented: let every other company of a made report have a name that no list and no other report has
    """
    return gather(options.texts, count) if options.texts else make(target, count, options.length, invented=invented)


def gather(folder: Path, count: int) -> list[Path]:
    """Take ``count`` texts of a folder, evenly spread over its sorted files."""
    files = [item.path for item in find([folder]) if isinstance(item, Source)]
    if not files:
        raise SystemExit(f"{folder}: no texts there")
    count = min(count, len(files))
    return [files[i * len(files) // count] for i in range(count)]


def make(target: Path, count: int, length: int, *, invented: bool = False) -> list[Path]:
    """Write ``count`` reports of at least ``length`` characters: texts of the corpus one after another, with names exchanged.

    The n-th report has every listed company and park of the corpus replaced by another one, so that no two reports say the same.
    """
    gazetteer = load(ontology_folder())
    others = _Others(gazetteer, invented)
    parts = [read(item).clean for item in find([CORPUS]) if isinstance(item, Source)]
    target.mkdir(parents=True, exist_ok=True)
    files = []
    for number in range(count):
        report, part = f"2023年报告之{number + 1}\n日期：2024-01-{number % 28 + 1:02}\n\n", number
        while len(report) < length:
            report += others.exchange(parts[part % len(parts)], number) + "\n"
            part += 1
        files.append(target / f"report-{number + 1:04}.txt")
        files[-1].write_text(report, encoding="utf-8")
    return files


class _Others:
    """Other things of the same class, for every listed thing."""

    def __init__(self, gazetteer: Gazetteer, invented: bool):
        self._gazetteer, self._invented = gazetteer, invented
        self._listed: dict[str, list[str]] = defaultdict(list)
        self._rank: dict[Entry, int] = {}
        for entry in gazetteer.entries:
            if entry.cls in _VARIED:
                self._rank[entry] = len(self._listed[entry.cls])
                self._listed[entry.cls].append(entry.name)

    def exchange(self, text: str, number: int) -> str:
        """Replace the listed names of a text by others that lie ``number`` steps away."""
        made, done = [], 0
        for hit in self._gazetteer.find(text):
            entry = hit.entries[0]
            if entry in self._rank and not hit.weak and hit.start >= done:
                listed = self._listed[entry.cls]
                rank = self._rank[entry] + number * _STEP
                invented = self._invented and entry.cls == "Company" and self._rank[entry] % 2
                made += text[done:hit.start], _invent(rank) if invented else listed[rank % len(listed)]
                done = hit.end
        return "".join(made) + text[done:]


def _invent(number: int) -> str:
    """A company's name of its own for each number."""
    mark = ""
    while number or not mark:
        number, char = divmod(number, len(_MARKS))
        mark += _MARKS[char]
    return f"{mark}{_TRADES[len(mark) % len(_TRADES)]}有限公司"
