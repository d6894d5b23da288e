"""How fast documents are read, and how much memory that takes, beside a plain spaCy pipeline with the same names.

    python benchmarks/throughput.py                            100 reports made from the corpus
    python benchmarks/throughput.py --texts FOLDER             100 texts of your own
    python benchmarks/throughput.py --write                    writes the table to docs/performance.md; that of texts
                                                               of your own has a place of its own there

Speed is characters of the files per second of CPU time, one core, after loading; the best of several runs, taken in turns, because
a busy machine makes a program slower and never faster. Each run is a process of its own.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from page import PAGE, report, table, write
from process import measure
from texts import add_options, texts

KINDS = {"read": "parkkg: names, relations, figures, milestones", "ruler": "spaCy `EntityRuler`: names alone"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each pipeline (default: %(default)s)")
    add_options(parser)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = texts(options, options.documents, Path(folder))
        runs = {kind: [] for kind in KINDS}
        for _ in range(options.runs):
            for kind in KINDS:
                runs[kind].append(measure(kind, files))
    text = report(results(len(files), {kind: min(measured, key=lambda run: run["seconds"]) for kind, measured in runs.items()}))
    print(text)
    if options.write:
        write(options.write, "throughput of given texts" if options.texts else "throughput", text)


def results(documents: int, best: dict[str, dict]) -> str:
    """Make the table from the best run of each kind."""
    speed = {kind: run["characters"] / run["seconds"] for kind, run in best.items()}
    rows = [[KINDS[kind], f"{speed[kind]:,.0f}", f"{speed[kind] / speed['ruler']:.2f}", f"{run['loading']:.1f}", f"{run['loaded_mb']:,.0f}",
             f"{run['peak_mb']:,.0f}", f"{run['peak_mb'] / best['ruler']['peak_mb']:.2f}", found(run)] for kind, run in best.items()]
    head = ["pipeline", "characters/s", "ratio", "loading, s", "loaded, MB", "peak, MB", "ratio", "found"]
    return f"{documents} documents, {best['read']['characters']:,} characters.\n\n{table(head, rows)}"


def found(run: dict) -> str:
    return ", ".join(f"{count:,} {kind}" for kind, count in run["found"].items())


if __name__ == "__main__":
    main()
