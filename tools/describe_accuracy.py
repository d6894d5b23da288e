"""Measures how much is found and how much of it is right, and writes the tables of docs/accuracy.md.

    python tools/describe_accuracy.py                           # the texts of corpus/
    python tools/describe_accuracy.py --elsewhere FOLDER        # and others: a folder with gold/*.json, and their texts in other folders of it
    python tools/describe_accuracy.py --reports FOLDER          # and the slices of reports that tests/elsewhere is about

Each set of texts is read into a store of its own, once with all sources of names and once for each line of the table of sources
(:mod:`kg.recognize.sources`). ``--print`` writes to the terminal instead of the page.
"""

from __future__ import annotations

import argparse
import datetime
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from cut_reports import cut_all

from kg.evaluate import Evaluation, evaluate, load
from kg.evaluate.gold import Gold
from kg.evaluate.listed import known_names
from kg.evaluate.tally import Tally
from kg.model import Document, Reading
from kg.pipeline import build
from kg.recognize import gazetteer
from kg.recognize.sources import SOURCES, source_of
from kg.relate.reading import Reader
from kg.schema import load_schema
from kg.settings import TRAINED, ontology_folder
from kg.store import Store

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "accuracy.md"
ELSEWHERE = ROOT / "tests" / "elsewhere"
UNSEEN_CLASSES = ("Company", "Park", "District", "Project", "Industry", "Programme")     # those with enough in the slices for a figure to mean something
ENDINGS = (".txt", ".md", ".html", ".htm")
# What is switched on in each line of the table of sources.
STEPS = (("rules", ("listed", "rules"), None), ("+ context", ("listed", "rules", "context"), None), ("+ trained", tuple(SOURCES), TRAINED))


class Measured(NamedTuple):
    """A reading of all texts with some sources."""

    evaluation: Evaluation
    names: Counter              # evidences of entities by the source that found them


class Counting:
    """A reader that counts what each source finds."""

    def __init__(self, sources: Sequence[str], ner: str | None):
        self._reader, self.names = Reader(sources=sources, ner=ner), Counter()

    def read(self, document: Document) -> Reading:
        reading = self._reader.read(document)
        for entity in reading.entities:
            for evidence in entity.evidence:
                try:
                    self.names[source_of(evidence.rule)] += 1
                except KeyError:
                    pass            # the entity of a relation whose name stands elsewhere: its rule is no rule of names
        return reading


def measure(texts: Sequence[Path], golds: Sequence[Gold], sources: Sequence[str] = tuple(SOURCES), ner: str | None = TRAINED) -> Measured:
    """Read texts with some sources of names and a recogniser that sees what they found, and compare them with their gold."""
    reader = Counting(sources, ner)
    with tempfile.TemporaryDirectory() as folder:
        build(texts, Path(folder) / "kg-store", strict=True, reader=reader)
        with Store.open(Path(folder) / "kg-store") as store:
            known = known_names(gazetteer.load(ontology_folder()))
            return Measured(evaluate(store.union, golds, store.text, known=known), reader.names)


def texts_of(golds: Iterable[Gold], folder: Path) -> list[Path]:
    """The text of each gold file, anywhere in a folder: the file of its name.

    :raises SystemExit: if one is not there
    """
    files = {path.stem: path for path in sorted(folder.rglob("*"), reverse=True) if path.suffix in ENDINGS}
    missing = [gold.document for gold in golds if gold.document not in files]
    if missing:
        raise SystemExit(f"{folder}: there is no text of {', '.join(missing)}")
    return [files[gold.document] for gold in golds]


def tables(folder: Path, gold: Path) -> str:
    """All tables for one set of texts."""
    golds = load([gold])
    texts = texts_of(golds, folder)
    whole = measure(texts, golds)
    steps = [(name, measure(texts, golds, sources, ner)) for name, sources, ner in STEPS]
    return "\n\n".join([f"Texts: {len(golds)}.", *parts(whole.evaluation), *sources_table(steps)]) + "\n"


def unseen(reports: Path) -> str:
    """One table for the slices of reports that no rule was written for: open ones beside those that are held out, by the rules alone and with the recogniser.

    :param reports: the folder that they are cut out of
    """
    found = []
    for name in ("gold", "held-out"):
        golds = load([ELSEWHERE / name])
        with tempfile.TemporaryDirectory() as folder:
            texts = cut_all(golds, reports, Path(folder))
            found += [measure(texts, golds, ner=ner).evaluation.tallies for ner in (None, TRAINED)]
    kinds = {"entities/core": "Company, Park, District, Project", "entities/all": "all classes", **{f"entities/{cls}": cls for cls in UNSEEN_CLASSES}}
    kinds |= {kind: kind for kind in ("relations", "figures", "figures/strict", "milestones")}
    lines = ["| F1 (precision, recall) | open: rules | + trained | held out: rules | + trained |", "|---|---:|---:|---:|---:|"]
    lines += [f"| {label} | " + " | ".join(f"{t[kind].f1:.3f} ({t[kind].precision:.3f}, {t[kind].recall:.3f})" for t in found) + " |" for kind, label in kinds.items()]
    return "\n".join(lines) + "\n"


def parts(evaluation: Evaluation) -> Iterator[str]:
    """The tables of entities, relations, and facts."""
    schema = load_schema()
    tallies, unlisted = evaluation.tallies, evaluation.never_listed
    named = [("Company, Park, District, Project", tallies["entities/core"]), ("all classes", tallies["entities/all"]),
             *((cls, tallies[f"entities/{cls}"]) for cls in schema.entity_classes),
             ("never listed: Company, Park, District, Project", unlisted["core"]), ("never listed: all classes", unlisted["all"])]
    yield _table("entities", named)
    yield _table("relations", [("all", tallies["relations"]), *((name, tallies[f"relations/{name}"]) for name in schema.relations)])
    yield _table("facts", [(name, tallies[name]) for name in ("figures", "figures/strict", "milestones", "milestones/strict")])
    quotes = evaluation.quotes
    yield f"Quotes that stand in the text letter by letter: {quotes.hit:,} of {quotes.found:,}."


def _table(head: str, rows: Iterable[tuple[str, Tally]]) -> str:
    lines = [f"| {head} | precision | recall | F1 | right | found | gold |", "|---|---:|---:|---:|---:|---:|---:|"]
    lines += [f"| {name} | {t.precision:.3f} | {t.recall:.3f} | {t.f1:.3f} | {t.hit} | {t.found} | {t.gold} |" for name, t in rows if t.gold or t.found]
    return "\n".join(lines)


def sources_table(steps: Sequence[tuple[str, Measured]]) -> Iterator[str]:
    """What each source adds."""
    yield "What each source of names adds: the grammar and the gazetteers alone; with lists, known names and weak names; with the trained recogniser."
    lines = ["| sources | names it found | core: precision | recall | F1 | all: F1 | never listed, core: F1 | relations: F1 | figures: F1 |",
             "|---|---:|---:|---:|---:|---:|---:|---:|---:|"]
    for (name, measured), last in zip(steps, (("listed", "rules"), ("context",), ("trained",)), strict=True):
        found = sum(measured.names[source] for source in last)
        tallies, core = measured.evaluation.tallies, measured.evaluation.tallies["entities/core"]
        figures = [core.precision, core.recall, core.f1, tallies["entities/all"].f1, measured.evaluation.never_listed["core"].f1,
                   tallies["relations"].f1, tallies["figures"].f1]
        lines.append(f"| {name} | {found:,} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    yield "\n".join(lines)


def write(page: str, section: str, text: str) -> str:
    """Replace what stands between the marks of a section.

    :raises SystemExit: if the page has no such section
    """
    pattern = re.compile(rf"(<!-- {section} -->\n).*?(<!-- end of {section} -->)", re.S)
    if not pattern.search(page):
        raise SystemExit(f"{PAGE}: there is no section «{section}» to write to")
    return pattern.sub(lambda found: found[1] + text + found[2], page)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--elsewhere", type=Path, metavar="FOLDER", help="other texts with gold")
    parser.add_argument("--reports", type=Path, metavar="FOLDER", help="the reports that the slices of tests/elsewhere are cut out of")
    parser.add_argument("--print", action="store_true", help="to the terminal, not to the page")
    options = parser.parse_args()
    typed = "".join(f" --{name} FOLDER" for name in ("elsewhere", "reports") if getattr(options, name) is not None)
    stamp = f"{datetime.date.today()}, `python tools/describe_accuracy.py{typed}`. "
    sections = {"accuracy corpus": stamp + tables(ROOT / "corpus", ROOT / "corpus" / "gold")}
    if options.elsewhere is not None:
        sections["accuracy elsewhere"] = stamp + tables(options.elsewhere, options.elsewhere / "gold")
    if options.reports is not None:
        sections["accuracy unseen"] = stamp.rstrip() + "\n\n" + unseen(options.reports)
    page = PAGE.read_text(encoding="utf-8")
    for section, text in sections.items():
        if options.print:
            print(text)
        page = write(page, section, text)
    if not options.print:
        PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
