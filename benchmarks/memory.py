"""Whether memory grows with the number of documents: the most that reading, and that a whole build, takes for more and more of them.

    python benchmarks/memory.py                                683 and 6,830 reports made from the corpus
    python benchmarks/memory.py --documents 50 100 200         other numbers
    python benchmarks/memory.py --write                        writes the table to docs/performance.md

Reading keeps no document, so its peak ought to be that of the largest one. A build also finds out which names of all documents are one thing,
and writes and counts the graph, in a store on disk. So that there are more names where there are more documents, companies are invented.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from page import PAGE, report, table, write
from process import measure
from texts import add_options, texts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, nargs="+", default=[683, 6_830], metavar="N", help="how many (default: 683 6830)")
    add_options(parser, length=2_000)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = [row(texts(options, count, Path(folder) / str(count), invented=True)) for count in options.documents]
    text = report(table(["documents", "characters", "reading: loaded, MB", "peak, MB", "build: peak, MB", "triples"], rows))
    print(text)
    if options.write:
        write(options.write, "memory", text)


def row(files: list[Path]) -> list[str]:
    """Measure reading and building of the same files."""
    read, built = measure("read", files), measure("build", files)
    return [f"{len(files):,}", f"{read['characters']:,}", f"{read['loaded_mb']:,.0f}", f"{read['peak_mb']:,.0f}", f"{built['peak_mb']:,.0f}",
            f"{built['found']['triples']:,}"]


if __name__ == "__main__":
    main()
