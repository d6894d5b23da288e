"""How fast the rules for relations are: indexed by their trigger words, beside the same rules tried one by one, and beside spaCy's ``Matcher``.

    python benchmarks/rules.py                            30 reports made from the corpus
    python benchmarks/rules.py --texts FOLDER             30 texts of your own
    python benchmarks/rules.py --write                    writes the table to docs/performance.md

All read the same sentences, in which the names are known already; finding them is not counted. One by one, each rule's regular expression is
searched for in each sentence; the facts are checked to be the same. For the ``Matcher`` each rule that token patterns can express becomes one,
over sentences cut into words beforehand, which is not counted either. A list of names is then any run of names and joints, and a gap may be
of any length within its clause: the ``Matcher`` has no groups to repeat, and tries every length of a gap by itself. Seconds are CPU time of one core, the best of several runs.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from page import PAGE, report, table, write
from process import measure
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab
from texts import add_options, texts

from kg.read import find, read
from kg.recognize.language import language, recognize
from kg.relate.rules import Name, Rule, Rules, load
from kg.relate.view import views
from kg.schema import load_schema
from kg.settings import ontology_folder

_ARGUMENT = re.compile(r"\{\w+:([\w|]+)(\+?)\}")
_GROUP = re.compile(r"\(([\u4e00-\u9fffA-Za-z，。：；、—“”|]+)\)([?*+]?)")
_GAP = re.compile(r"(\[\^[^\]]+\]\{\d+,\d+\}\??|……|…)")
_LITERAL = re.compile(r"(?:[\u4e00-\u9fff]+(?!\?)|[\u4e00-\u9fffA-Za-z，。：、；—“”])(\??)")
_STOPS = {"……": "。；！？\n", "…": "，。；！？：\n"}
_JOINTS = frozenset(("、", "，", "和", "与", "及", "以及"))
_JOINT = "joint"
_WORD = re.compile(r"[\u4e00-\u9fff]{2,}")


@dataclass(frozen=True)
class Masked:
    """A sentence with its names, in offsets of the text."""

    text: str
    start: int
    end: int
    names: tuple[Name, ...]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=30, metavar="N", help="how many (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=5, metavar="N", help="of each way (default: %(default)s)")
    add_options(parser)
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = texts(options, options.documents, Path(folder))
        sentences = list(masked(files))
        chain = min((measure("read", files) for _ in range(min(3, options.runs))), key=lambda run: run["seconds"])
    text = report(results(sentences, options.runs, chain))
    print(text)
    if options.write:
        write(options.write, "rules of given texts" if options.texts else "rules", text)


def masked(files: Sequence[Path]) -> Iterator[Masked]:
    """The sentences of some files that hold a name; others hold no relation."""
    nlp = language(ontology_folder())
    for item in find(files):
        for sentence in views(recognize(nlp, read(item))):
            if sentence.mentions:
                names = tuple(Name(m.start - sentence.start, m.end - sentence.start, m.cls, m.text) for m in sentence.mentions)
                yield Masked(sentence.words, 0, sentence.end - sentence.start, names)


def results(sentences: Sequence[Masked], runs: int, chain: dict) -> str:
    """Measure all ways and make the table.

    :param chain: measurement of the whole reading
    """
    schema = load_schema()
    rules = load(schema).rules
    patterns = {rule.name: pattern for rule in rules if (pattern := token_pattern(rule)) is not None}
    some = [rule for rule in rules if rule.name in patterns]
    ways: dict[str, tuple[int, Callable[[], int]]] = {
        "indexed by trigger words": (len(rules), counter(Rules(rules, schema.entity_classes), sentences)),
        "one by one, as regular expressions": (len(rules), counter(one_by_one(rules, schema.entity_classes), sentences)),
        "indexed, those that token patterns can express": (len(some), counter(Rules(some, schema.entity_classes), sentences)),
        "the same as spaCy `Matcher` patterns": (len(some), matching(patterns, some, sentences)),
    }
    same_facts(rules, schema.entity_classes, sentences)
    best = {way: min(timed(work) for _ in range(runs)) for way, (_, work) in ways.items()}
    characters = sum(len(sentence.text) for sentence in sentences)
    reference = {way: list(best)[0 if number == len(rules) else 2] for way, (number, _) in ways.items()}
    rows = [[way, number, f"{best[way][0]:.3f}", f"{characters / best[way][0]:,.0f}", f"{best[way][0] / best[reference[way]][0]:.1f}", f"{best[way][1]:,}"]
            for way, (number, _) in ways.items()]
    head = ["rules for relations", "rules", "seconds", "characters/s", "times the time indexed", "found"]
    speed = chain["characters"] / chain["seconds"]
    return (f"{len(sentences):,} sentences with names, {characters:,} characters.\n\n{table(head, rows)}\n\n"
            f"The whole chain, from the file to relations, figures and milestones: {speed:,.0f} characters/s.")


def timed(work: Callable[[], int]) -> tuple[float, int]:
    """CPU seconds, and what was found."""
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


def counter(rules: Rules, sentences: Sequence[Masked]) -> Callable[[], int]:
    """Count the facts that rules give."""
    return lambda: sum(1 for s in sentences for _ in rules.facts(s.text, s.start, s.end, s.names))


def one_by_one(rules: Sequence[Rule], classes: Sequence[str]) -> Rules:
    """The same rules without trigger words: each is tried on each sentence."""
    return Rules([replace(rule, triggers=()) for rule in rules], classes)


def same_facts(rules: Sequence[Rule], classes: Sequence[str], sentences: Sequence[Masked]) -> None:
    """Make sure that the index loses nothing.

    :raises SystemExit: if it does
    """
    indexed, plain = Rules(rules, classes), one_by_one(rules, classes)
    for s in sentences:
        if (one := list(indexed.facts(s.text, s.start, s.end, s.names))) != (other := list(plain.facts(s.text, s.start, s.end, s.names))):
            raise SystemExit(f"the index gives other facts: {s.text}: {one} instead of {other}")


# --- spaCy's Matcher


def matching(patterns: dict[str, list[dict]], rules: Sequence[Rule], sentences: Sequence[Masked]) -> Callable[[], int]:
    """Count the matches that token patterns give, the longest of those of a rule that begin together."""
    vocab = Vocab()
    matcher = Matcher(vocab, validate=False)
    for rule in rules:
        matcher.add(rule.name, [patterns[rule.name]])
    words = {word for rule in rules for word in _WORD.findall(_ARGUMENT.sub(" ", rule.pattern))}
    longest = re.compile("|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word))) + "|.", re.S)
    docs = [doc_of(s, vocab, longest) for s in sentences]
    return lambda: sum(len({match[:2] for match in matcher(doc)}) for doc in docs)


def doc_of(sentence: Masked, vocab: Vocab, longest: re.Pattern) -> Doc:
    """A sentence as tokens: a name is one, with its class as tag; so is a word of the rules; else each character. Joints of lists have a tag too."""
    words, tags, at = [], [], 0
    for name in (*sentence.names, None):
        rest = longest.findall(sentence.text[at:name.start if name else None])
        words += rest + ([name.text] if name else [])
        tags += [_JOINT if word in _JOINTS else "" for word in rest] + ([name.cls] if name else [])
        at = name.end if name else at
    return Doc(vocab, words=words, spaces=[False] * len(words), tags=tags)


def token_pattern(rule: Rule) -> list[dict] | None:
    """A rule as a pattern of the ``Matcher``; None if token patterns can't express it (look-ahead, anchors, words with gaps inside)."""
    source, out, at = re.sub(r"\s+", "", rule.pattern).replace(",", "，"), [], 0
    source = re.sub(r"\{(\d+)，(\d+)\}", r"{\1,\2}", source)
    while at < len(source):
        piece = next((found for kind in (_ARGUMENT, _GAP, _GROUP, _LITERAL) if (found := kind.match(source, at))), None)
        if piece is None:
            return None
        out += _tokens(piece)
        at = piece.end()
    return out


def _tokens(piece: re.Match) -> Iterator[dict]:
    if piece.re is _ARGUMENT:
        classes = piece[1].split("|")
        yield {"TAG": {"IN": classes}}
        if piece[2]:
            yield {"TAG": {"IN": [*classes, _JOINT]}, "OP": "*"}
            yield {"ORTH": "等", "OP": "?"}
    elif piece.re is _GAP:
        stops = _STOPS.get(piece[1]) or piece[1][2:piece[1].index("]")]
        yield {"ORTH": {"NOT_IN": list(stops)}, "OP": "*"}
    elif piece.re is _GROUP:
        yield {"ORTH": {"IN": [word for word in piece[1].split("|") if word]}, **({"OP": piece[2]} if piece[2] else {})}
    else:
        yield {"ORTH": piece[0].rstrip("?"), **({"OP": "?"} if piece[1] else {})}


if __name__ == "__main__":
    main()
