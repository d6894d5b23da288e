"""How the cost of resolving grows: which entities of all documents are one thing, for more and more documents.

    python benchmarks/resolve.py                                50, 200 and 683 reports made from the corpus
    python benchmarks/resolve.py --texts FOLDER                 texts of your own, evenly spread over the folder
    python benchmarks/resolve.py --documents 100 400            other numbers
    python benchmarks/resolve.py --write                        writes the table to docs/performance.md

The documents are read once; what is resolved are their entities, as a store gives them, with the project's tables. An entity counts once for each document
that names it. Seconds are CPU time of one core, of resolving the best of several runs.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from page import PAGE, report, table, write
from texts import add_options, texts

from kg.graph.dataset import Knowledge
from kg.model import Entity
from kg.pipeline import load_knowledge
from kg.read import find, read
from kg.relate import reader
from kg.resolve import Resolution, resolve

Read = tuple[str, tuple[Entity, ...], float]        # identifier, entities without evidence, CPU seconds of reading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[50, 200, 683], metavar="N", help="how many (default: 50 200 683)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each number (default: %(default)s)")
    add_options(parser, length=5_000)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        documents = read_all(texts(options, max(options.documents), Path(folder)))
    knowledge = load_knowledge()
    counts = sorted({min(count, len(documents)) for count in options.documents})
    rows = [row([documents[i * len(documents) // count] for i in range(count)], knowledge, options.runs) for count in counts]
    head = ["documents", "entities", "nodes", "resolving, s", "µs for each entity", "reading, s", "times resolving"]
    text = report(table(head, rows))
    print(text)
    if options.write:
        write(options.write, "resolve of given texts" if options.texts else "resolve", text)


def read_all(files: Sequence[Path]) -> list[Read]:
    """Read files into entities."""
    reads, found = reader(), []
    for number, item in enumerate(find(files)):
        started = time.process_time()
        reading = reads.read(read(item))
        seconds = time.process_time() - started
        found.append((f"{number:04} {reading.document}", tuple(replace(entity, evidence=()) for entity in reading.entities), seconds))
    return found


def row(documents: Sequence[Read], knowledge: Knowledge, runs: int) -> list[str]:
    """Measure one number of documents."""
    seconds, resolution = min((timed(documents, knowledge) for _ in range(runs)), key=lambda run: run[0])
    entities, reading = sum(len(found) for _, found, _ in documents), sum(spent for *_, spent in documents)
    return [f"{len(documents):,}", f"{entities:,}", f"{sum(1 for _ in resolution):,}", f"{seconds:.2f}", f"{seconds / entities * 1e6:.0f}", f"{reading:.1f}",
            f"{reading / seconds:.0f}"]


def timed(documents: Sequence[Read], knowledge: Knowledge) -> tuple[float, Resolution]:
    """CPU seconds of resolving, until each entity has its node."""
    gc.collect()
    started = time.process_time()
    resolution = resolve(((identifier, found) for identifier, found, _ in documents), same=knowledge.same, different=knowledge.different,
                         gazetteer=knowledge.gazetteer)
    for identifier, found, _ in documents:
        for entity in found:
            resolution.node(identifier, entity)
    return time.process_time() - started, resolution


if __name__ == "__main__":
    main()
