"""Draw sentences at random from a store, with every fact read from them, for marking by hand.

    python tools/sample_sentences.py STORE [--number 30] [--seed 1] [--silent]

Prints each sentence with its facts, or with ``--silent`` sentences that hold a figure from which nothing was read. The same
store and seed give the same sentences; docs/accuracy.md says how many of their facts a reader found right.
"""

from __future__ import annotations

import argparse
import random
import re

from kg.model import Reading
from kg.recognize.values.quantities import quantities
from kg.store import Store

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")


def facts(reading: Reading) -> list[tuple[int, int, str]]:
    """Every fact of a reading in words, with the span of each of its evidences in the original text."""
    name = [entity.names[0] for entity in reading.entities]
    found: list[tuple[int, int, str]] = []
    for r in reading.relations:
        words = f"relation   {name[r.subject]} {r.predicate} {name[r.object]}, {r.modality}"
        found += [(e.start, e.end, f"{words} ({e.rule})") for e in r.evidence]
    for o in reading.observations:
        figure = f"{o.indicator} {o.measure} {o.value} {o.unit} {o.bound} {o.period} {o.modality} «{o.value_text}»"
        found += [(e.start, e.end, f"figure     {name[o.entity]} {figure}") for e in o.evidence]
    for m in reading.milestones:
        found += [(e.start, e.end, f"milestone  {name[m.entity]} {m.stage} {m.date} {m.modality}") for e in m.evidence]
    return found


def sentences(store: Store, silent: bool) -> list[tuple[str, str, list[str]]]:
    """Sentences of a store with their facts; with ``silent`` those with a figure and no fact."""
    found = []
    for reading in store.readings():
        text = store.text(reading.document)
        said = facts(reading)
        for match in _SENTENCE.finditer(text):
            here = [fact for start, end, fact in said if start < match.end() and match.start() < end]
            if silent and not here and next(quantities(match.group()), None) is not None:
                found.append((reading.document, match.group().strip(), []))
            elif not silent and here:
                found.append((reading.document, match.group().strip(), here))
    return found


def main() -> None:
    """Read the arguments, draw, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store")
    parser.add_argument("--number", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--silent", action="store_true", help="sentences with a figure from which nothing was read")
    given = parser.parse_args()
    with Store.open(given.store) as store:
        drawn = random.Random(given.seed).sample(sentences(store, given.silent), given.number)
    for i, (document, sentence, said) in enumerate(drawn, 1):
        print(f"{i:2} {document}: {sentence}")
        for fact in said:
            print(f"      {fact}")


if __name__ == "__main__":
    main()
