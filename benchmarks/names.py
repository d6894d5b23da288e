"""How fast names are found, beside jieba.posseg, which cuts the same texts into words and tags them.

    pip install -r benchmarks/requirements.txt
    python benchmarks/names.py                            50 reports made from the corpus
    python benchmarks/names.py --texts FOLDER             50 texts of your own
    python benchmarks/names.py --write                    writes the table to docs/performance.md

The texts are read beforehand: what is measured is the pass from sentences to names (listed names, figures and times that words must not cut, tokens, all sources of names),
and ``jieba.posseg.lcut`` over the same main text, line by line. Both run in this process in turns, on one core, after a text of warming up;
seconds are CPU time, the best of several runs, Python's collector kept from what is loaded, as in a build. The pass with the trained recogniser beside the rules has a row of its own.
"""

from __future__ import annotations

import argparse
import logging
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path

from page import PAGE, report, table, write
from texts import add_options, texts

from kg.intake import settled
from kg.model import Document
from kg.read import Source, read
from kg.recognize.language import language, recognize
from kg.recognize.sources import source_of
from kg.recognize.text.sentences import MAIN_TEXT
from kg.settings import ontology_folder

Work = Callable[[Sequence[Document]], Counter]      # documents -> how many of what was found
JIEBA = "jieba.posseg: words and tags"
NAMES = "parkkg: names"
TRAINED = "parkkg: names, with the trained recogniser"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=50, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, metavar="N", help="of each (default: %(default)s)")
    add_options(parser)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        documents = [read(Source(path, path.name)) for path in texts(options, options.documents, Path(folder))]
    text = report(results(documents, options.runs))
    print(text)
    if options.write:
        write(options.write, "names of given texts" if options.texts else "names", text)


def results(documents: Sequence[Document], runs: int) -> str:
    """Measure all in turns and make the table."""
    works = {NAMES: naming(), TRAINED: naming("trained"), JIEBA: tagging()}
    found = {kind: work(documents[:1]) for kind, work in works.items()}         # what is made at the first use is no part of the speed
    seconds: dict[str, list[float]] = {kind: [] for kind in works}
    with settled():
        for _ in range(runs):
            for kind, work in works.items():
                started = time.process_time()
                found[kind] = work(documents)
                seconds[kind].append(time.process_time() - started)
    characters = sum(len(text) for document in documents for text in main_text(document))
    speed = {kind: characters / min(measured) for kind, measured in seconds.items()}
    rows = [[kind, f"{min(seconds[kind]):.2f}", f"{speed[kind]:,.0f}", f"{speed[kind] / speed[JIEBA]:.2f}",
             ", ".join(f"{count:,} {what}" for what, count in sorted(found[kind].items()))] for kind in works]
    head = ["", "CPU seconds", "characters/s", "times jieba.posseg", "found"]
    return f"{len(documents)} documents, {characters:,} characters of main text; jieba {version('jieba')}.\n\n{table(head, rows)}"


def main_text(document: Document) -> list[str]:
    """The blocks that names are looked for in."""
    return [document.clean[block.start:block.end] for block in document.blocks if block.kind in MAIN_TEXT]


def naming(ner: str | None = None) -> Work:
    """The name pass, with a recogniser beside the rules if one is given; counts names by source."""
    nlp = language(ontology_folder(), ner=ner)

    def work(documents: Sequence[Document]) -> Counter:
        found: Counter = Counter()
        for document in documents:
            found.update(source_of(mention.rule) for mention in recognize(nlp, document)._.mentions)
        return found

    return work


def tagging() -> Work:
    """jieba.posseg; counts words."""
    try:
        import jieba
        import jieba.posseg
    except ImportError:
        raise SystemExit("jieba is not installed: pip install -r benchmarks/requirements.txt") from None
    jieba.setLogLevel(logging.WARNING)

    def work(documents: Sequence[Document]) -> Counter:
        return Counter(words=sum(len(jieba.posseg.lcut(text)) for document in documents for text in main_text(document)))

    return work


if __name__ == "__main__":
    main()
