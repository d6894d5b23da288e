"""Learns the recogniser from what the rules mark: no text is annotated by hand for it.

Half of the names that the rules find are hidden: their sentence is cut into words again as if no gazetteer listed
them, and their words are mostly seen by shape alone. The model learns to find the hidden ones from their form and from
what stands around them, the other names among it.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError
from kg.model import Document, Mention, Quantity, TimeSpan
from kg.read import Failure, Source, find, read
from kg.recognize.gazetteer import Gazetteer, Hit
from kg.recognize.lexicon import words
from kg.recognize.text.tokens import Token, tokenize
from kg.recognize.trained.features import Piece, features, features_inside, may_begin_with_company, pieces, promising_clauses
from kg.recognize.trained.model import CLASSES, WHOLES
from kg.settings import ontology_folder

if TYPE_CHECKING:
    from spacy.tokens import Doc

HIDDEN_NAMES = 0.5  # share of names that the model has to find
INVENTED_NAMES = 0.5  # share of hidden companies that get a word mark that does not exist
ROUNDS = 3  # so many times is each sentence drawn, with other names hidden
NEGATIVES = 0.35  # share of clauses without a hidden name that is kept
HIDDEN_WORDS = 0.6  # share of their words that are seen by shape alone
WORD_IN_PLACES = 4  # a word is seen as itself if texts of so many places use it
MOST_ITERATIONS = 80
PARAMETERS = {"c1": 0.3, "c2": 0.02, "max_iterations": MOST_ITERATIONS, "feature.minfreq": 3, "feature.possible_transitions": False}


@dataclass(frozen=True, slots=True)
class Example:
    """A clause with its labels, and whose text it is."""

    pieces: list[Piece]
    labels: list[str]
    hidden: frozenset[int]  # words to be seen by shape alone
    place: str  # identifier of the district whose text it is, else the document's
    whole: str = ""  # of the pieces of one name: its class

    def features(self, common: Container[str]) -> list[list[str]]:
        """The features of the pieces; rare words are hidden too."""
        hidden = self.hidden | {i for i, p in enumerate(self.pieces) if p.kind == "word" and p.text not in common}
        return features_inside(self.pieces, self.whole, hidden) if self.whole else features(self.pieces, hidden)


class _Draw:
    """Repeatable chance: the same seed, name and place give the same draw."""

    def __init__(self, seed: int):
        self._seed = seed

    def __call__(self, *what: object) -> float:
        return zlib.crc32(repr((self._seed, *what)).encode()) / 2**32


def examples(documents: Iterable[Document], ontology: Path, seed: int = 0) -> Iterator[Example]:
    """Clauses of documents with the names that the rules mark, half of them hidden; no clause twice.

    :param ontology: the ontology's folder
    """
    from kg.recognize.language import gazetteer_of, language, recognize

    chain, marks = language(ontology), _Marks.of(gazetteer_of(ontology))
    draws, told = [_Draw(seed * ROUNDS + i) for i in range(ROUNDS)], set()
    for document in documents:
        doc = recognize(chain, document)
        home = doc._.home
        place = home.chain[0] if home.chain else document.identifier
        for sentence in _sentences(doc):
            for draw in draws:
                for example in _of_sentence(sentence, document.clean, place, draw, marks):
                    key = " ".join((example.whole, *(p.text or p.kind for p in example.pieces)))
                    if key not in told and (example.whole or any(label != "O" for label in example.labels) or draws[0](key) < NEGATIVES):
                        yield example
                    told.add(key)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what was recognised in it."""

    start: int
    end: int
    tokens: Sequence[Token]
    names: list[Mention]  # none inside another
    parts: list[Mention]  # those inside one
    listed: list[Hit]
    quantities: list[Quantity]
    times: list[TimeSpan]


def _sentences(doc: Doc) -> Iterator[_Sentence]:
    layers = (doc._.listed, doc._.quantities, doc._.times, doc._.mentions)
    keys = [[span.start for span in layer] for layer in layers]
    for (start, end, _), tokens in zip(doc._.sentences, doc._.tokens, strict=True):
        listed, quantities, times, found = (layer[bisect_left(key, start) : bisect_left(key, end)] for layer, key in zip(layers, keys, strict=True))
        names: list[Mention] = []
        parts: list[Mention] = []
        for name in found:
            (names if not names or name.start >= names[-1].end else parts).append(name)
        yield _Sentence(start, end, tokens, names, parts, listed, quantities, times)


def _of_sentence(sentence: _Sentence, text: str, place: str, draw: _Draw, marks: _Marks) -> Iterator[Example]:
    """The clauses of a sentence, and the names in it that may begin with a company."""
    hidden = [n for n in sentence.names if n.cls in CLASSES and draw("name", n.text, sentence.start, place) < HIDDEN_NAMES]
    invented = [n for n in hidden if n.cls == "Company" and draw("mark", n.text, sentence.start, place) < INVENTED_NAMES]
    tokens = _cut_again(sentence, _replaced(sentence, text, invented, draw, marks), hidden) if hidden else sentence.tokens
    borders = {t.start for t in tokens} | {sentence.end}
    hidden = [n for n in hidden if n.start in borders and n.end in borders]
    shown = [n for n in sentence.names if n not in hidden and n.start in borders and n.end in borders]
    places = [(p.start, p.end, p.cls) for n in hidden for p in _places(tokens, n)]
    standing = sorted([(n.start, n.end, n.cls) for n in shown] + places)
    for clause in promising_clauses(tokens, standing):
        labels = _labels(clause, hidden)
        yield Example(clause, labels, _dropped(clause, labels, place, draw), place)
    for whole in sentence.names:
        if whole.cls in WHOLES:
            yield from _of_name(sentence, whole, text, place, draw, marks)


def _of_name(sentence: _Sentence, whole: Mention, text: str, place: str, draw: _Draw, marks: _Marks) -> Iterator[Example]:
    """The name of a project or park with the companies inside it, all hidden."""
    companies = [p for p in sentence.parts if p.cls == "Company" and whole.start <= p.start and p.end <= whole.end]
    invented = [n for n in companies if draw("mark", n.text, sentence.start, place) < INVENTED_NAMES]
    tokens = _cut_again(sentence, _replaced(sentence, text, invented, draw, marks), companies) if companies else sentence.tokens
    name = pieces([t for t in tokens if whole.start <= t.start and t.end <= whole.end], ())
    borders = {p.start for p in name} | {p.end for p in name}
    if not may_begin_with_company(name) or not {whole.start, whole.end} <= borders or any({c.start, c.end} - borders for c in companies):
        return
    labels = [label.replace("Company", "Front") for label in _labels(name, companies)]
    yield Example(name, labels, _dropped(name, labels, place, draw), place, whole.cls)


def _dropped(seen: Sequence[Piece], labels: Sequence[str], place: str, draw: _Draw) -> frozenset[int]:
    return frozenset(i for i, p in enumerate(seen) if labels[i] != "O" and draw("word", p.text, p.start, place) < HIDDEN_WORDS)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Characters of companies' names, of which word marks are made that do not exist."""

    first: str
    further: str

    @classmethod
    def of(cls, gazetteer: Gazetteer) -> _Marks:
        names = [name for entry in gazetteer.entries if entry.cls == "Company" for name in entry.names]
        marks = [name for name in names if 2 <= len(name) <= 4 and _CHINESE.fullmatch(name)]
        return cls("".join(mark[0] for mark in marks), "".join(mark[1:] for mark in marks))

    def invent(self, name: str, draw: _Draw) -> str:
        """A name of the same length and trade with another mark."""
        trades = sorted(words("heads", "CompanyAfterWordMark"), key=lambda t: (-len(t), t))
        trade = next((t for t in trades if name.endswith(t) and len(name) - len(t) >= 2), "")
        size = len(name) - len(trade)
        if not 2 <= size <= 4 or not self.first or not _CHINESE.fullmatch(name):
            return name
        chosen = [pool[int(draw("character", i, name) * len(pool))] for i, pool in enumerate((self.first, *[self.further] * (size - 1)))]
        return "".join(chosen) + trade


_CHINESE = re.compile("[\u4e00-\u9fff]+")


def _replaced(sentence: _Sentence, text: str, names: Sequence[Mention], draw: _Draw, marks: _Marks) -> str:
    """The text with other words in the place of names, the same length."""
    said = text[sentence.start : sentence.end]
    for name in names:
        said = said.replace(name.text, marks.invent(name.text, draw))
    return text[: sentence.start] + said + text[sentence.end :] if names else text


def _places(tokens: Sequence[Token], name: Mention) -> Iterator[Mention]:
    for token in tokens:
        if name.start <= token.start < name.end and token.kind == "District":
            yield Mention(token.start, token.end, token.text, "District", "")


def _cut_again(sentence: _Sentence, text: str, hidden: Sequence[Mention]) -> list[Token]:
    """The tokens of a sentence as if no gazetteer listed the hidden names; places inside them are known all the same."""
    kept = [h for h in sentence.listed if not any(h.start < n.end and n.start < h.end and not _place_inside(h, n) for n in hidden)]
    return tokenize(text, sentence.start, sentence.end, kept, sentence.quantities, sentence.times)


def _place_inside(hit: Hit, name: Mention) -> bool:
    return hit.entries[0].cls in ("District", "Industry") and (hit.start, hit.end) != (name.start, name.end)


def _labels(clause: Sequence[Piece], names: Sequence[Mention]) -> list[str]:
    labels = ["O"] * len(clause)
    for name in names:
        for i, piece in enumerate(clause):
            if name.start <= piece.start and piece.end <= name.end:
                labels[i] = ("B-" if piece.start == name.start else "I-") + name.cls
    return labels


def _common_words(found: Sequence[Example]) -> frozenset[str]:
    """Words that texts of several places use."""
    places: dict[str, set[str]] = defaultdict(set)
    for example in found:
        for piece in example.pieces:
            if piece.kind == "word" and len(places[piece.text]) < WORD_IN_PLACES:
                places[piece.text].add(example.place)
    return frozenset(word for word, used in places.items() if len(used) >= WORD_IN_PLACES)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the learning is."""

    step: str  # "reading" or "learning"
    done: int  # texts, or rounds
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was learnt from."""

    texts: int
    examples: int
    names: int  # hidden ones, that had to be found
    failed: tuple[str, ...]  # texts that were left out, with the reason


def learn(
    folder: Path,
    output: Path,
    *,
    seed: int = 0,
    limit: int | None = None,
    without: Iterable[str] = (),
    progress: Callable[[Progress], None] = lambda _: None,
) -> Report:
    """Learn from the texts of a folder and write the model.

    :param output: replaced when the model is complete, and not before
    :param seed: the same texts, seed and versions of the libraries give the same model
    :param limit: so many texts at most, taken evenly
    :param without: names of texts to leave out, without their endings
    :raises KgError: if there is nothing to learn from, or the model can't be written
    """
    left_out, failed = set(without), []
    sources = []
    for item in find([folder]):
        if isinstance(item, Failure):
            failed.append(str(item.error))
        elif item.path.stem not in left_out:
            sources.append(item)
    if limit is not None and limit < len(sources):
        sources = [sources[i * len(sources) // limit] for i in range(limit)]
    found = list(examples(_documents(sources, failed, progress), ontology_folder(), seed))
    names = sum(label.startswith("B-") for example in found for label in example.labels)
    if not names:
        raise KgError("there is nothing to learn from: the rules find no name in the texts", where=folder, hint="give a folder of reports or news")
    train(found, output, progress)
    return Report(len(sources) - len(failed), len(found), names, tuple(failed))


def _documents(sources: Sequence[Source], failed: list[str], progress: Callable[[Progress], None]) -> Iterator[Document]:
    for done, source in enumerate(sources, 1):
        try:
            document = read(source)
        except KgError as error:
            failed.append(str(error))
            continue
        yield document
        progress(Progress("reading", done, len(sources)))


def train(found: Sequence[Example], path: Path, progress: Callable[[Progress], None] = lambda _: None) -> None:
    """Learn from examples and write the model.

    :param path: replaced when the model is complete, and not before
    :raises KgError: if it can't be written
    """
    import pycrfsuite

    class Trainer(pycrfsuite.Trainer):
        """Tells how far it is instead of printing."""

        rounds = 0

        def message(self, message: str) -> None:
            if message.startswith("***** Iteration"):
                self.rounds += 1
                progress(Progress("learning", self.rounds, MOST_ITERATIONS))

    common = _common_words(found)
    trainer = Trainer(algorithm="lbfgs", params=PARAMETERS)
    for example in found:
        trainer.append(example.features(common), example.labels)
    new = path.with_name(path.name + ".new")
    try:
        new.touch()
        trainer.train(str(new))
        new.replace(path)
    except OSError as error:
        raise KgError(f"the model can't be written: {error.strerror}", where=path) from error
    finally:
        new.unlink(missing_ok=True)
