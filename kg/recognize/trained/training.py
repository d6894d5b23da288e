"""Learns the recogniser: how words are distributed from all texts of a folder, where names stand from slices of them and further texts in which names
were marked by hand.

What the rules find in them is among what the model sees, so it learns where they are right, what they miss, and where their borders are wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError, UsageError
from kg.model import Document, Mention
from kg.read import Failure, Source, document, find, read
from kg.recognize.text.tokens import Token
from kg.recognize.trained.clusters import Learner, uses
from kg.recognize.trained.distribution import Distribution
from kg.recognize.trained.features import feature_names
from kg.recognize.trained.marked import Marked, read_marked
from kg.recognize.trained.marks import MARKS, Mark, Slice, read_marks
from kg.recognize.trained.model import save
from kg.recognize.trained.scorer import Weights
from kg.recognize.trained.sight import OUTSIDE, Sentence, Vocabulary
from kg.settings import ontology_folder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MOST_ITERATIONS = 80
# L1 and L2 regularization, and the features that are kept: those that occur at least twice
PARAMETERS = {"c1": 0.1, "c2": 0.05, "max_iterations": MOST_ITERATIONS, "feature.minfreq": 2, "feature.possible_transitions": False}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the learning is."""

    step: str  # "reading", "marks" or "learning"
    done: int  # texts, marked texts or rounds
    total: int


@dataclass(frozen=True, slots=True)
class Report:
    """What was learnt from."""

    texts: int
    marked: int  # slices and texts
    names: int
    words: int  # whose distribution is known
    failed: tuple[str, ...]  # texts that were left out, with the reason


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, with the names that the rules found, and its labels."""

    sentence: Sentence
    labels: list[str]


def learn(
    folder: Path, output: Path, *, marked: Sequence[Path] = (MARKS,), seed: int = 0, without: Iterable[str] = (), progress: Callable[[Progress], None] = lambda _: None
) -> Report:
    """Learn from the texts of a folder and write the model.

    :param output: replaced when the model is complete, and not before
    :param marked: files with the names that were marked by hand: in slices of the texts (.tsv, :mod:`.marks`) or in texts of their own (.txt, :mod:`.marked`)
    :param seed: the same texts, marks, seed and versions of the libraries give the same model
    :param without: beginnings of the names of files to leave out
    :raises KgError: if there is nothing to learn from, or the model can't be written
    :raises UsageError: if python-crfsuite is not installed
    """
    from kg.recognize.language import language

    _check_library()
    left_out = tuple(without)
    sources, failed = _sources(folder, left_out)
    texts = list(_marked(marked, sources, left_out, folder))
    nlp = language(ontology_folder())
    learner = Learner()
    for doc in _recognized(sources, nlp, failed, progress):
        for words, found_by_rules in _words(doc):
            learner.add(list(uses(words, found_by_rules)))
    distribution = learner.distribution(seed)
    found: list[Example] = []
    for done, text in enumerate(texts, 1):
        found += examples(text, nlp)
        progress(Progress("marks", done, len(texts)))
    names = sum(label.startswith("B-") for example in found for label in example.labels)
    if not names:
        raise KgError("there is nothing to learn from: no name is marked", where=folder, hint="mark names in slices of the texts, or in texts of their own")
    _write(train(found, distribution, progress), distribution, output)
    return Report(len(sources) - len(failed), len(texts), names, len(distribution.words), tuple(failed))


def _check_library() -> None:
    """See whether the library is there that learns, before texts are read.

    :raises UsageError: if it is not
    """
    try:
        import pycrfsuite  # noqa: F401
    except ImportError:
        raise UsageError("python-crfsuite is not installed", where="kg train", hint="install it with: pip install 'parkkg[train]'") from None


def _sources(folder: Path, left_out: tuple[str, ...]) -> tuple[list[Source], list[str]]:
    sources, failed = [], []
    for item in find([folder]):
        if isinstance(item, Failure):
            failed.append(str(item.error))
        elif not (left_out and item.path.name.startswith(left_out)):
            sources.append(item)
    return sources, failed


def _recognized(sources: Sequence[Source], nlp: Language, failed: list[str], progress: Callable[[Progress], None]) -> Iterator[Doc]:
    from kg.recognize.language import recognize

    for done, source in enumerate(sources, 1):
        try:
            text = read(source)
        except KgError as error:
            failed.append(str(error))
            continue
        yield recognize(nlp, text)
        progress(Progress("reading", done, len(sources)))


def _words(doc: Doc) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each sentence of a document, with what the rules found of them."""
    vocabulary = Vocabulary()
    seen = vocabulary.sight(list(_sentences(doc)))
    forms, found = vocabulary.forms.values_in_order, vocabulary.found.values_in_order
    for sentence in seen.sentences():
        yield [forms[number][0] for number in seen.forms[sentence]], [found[number] for number in seen.found[sentence]]


def _sentences(doc: Doc) -> Iterator[Sentence]:
    """The sentences of a document with the names that stand in each, without those inside others."""
    names = [(m.start, m.end, m.cls, m.rule) for m in outer(doc._.mentions)]
    k = 0
    for tokens in doc._.tokens:
        if tokens:
            first = k
            while k < len(names) and names[k][0] < tokens[-1].end:
                k += 1
            yield tokens, names[first:k]


def outer(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The names that are inside no other."""
    end = -1
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention


def _marked(files: Iterable[Path], sources: Sequence[Source], left_out: tuple[str, ...], folder: Path) -> Iterator[Marked]:
    """All texts with marked names.

    :raises KgError: if a file can't be read, or the text of a slice is not there
    """
    by_name = {source.path.name: source for source in sources}
    for path in files:
        if path.suffix != ".tsv":
            yield from read_marked(path)
            continue
        slices = [part for part in read_marks(path) if not (left_out and part.file.startswith(left_out))]
        missing = sorted({part.file for part in slices} - by_name.keys())
        if missing:
            raise KgError(
                f"{len(missing)} texts of which slices are marked are not there, the first is {missing[0]}",
                where=folder,
                hint="give the folder that the marks were made from, or other files with --marked",
            )
        yield from (_cut(part, by_name[part.file]) for part in slices)


def _cut(part: Slice, source: Source) -> Marked:
    """A slice as a text of its own.

    :raises KgError: if the text is not the one that was marked, or can't be read
    """
    try:
        text = source.path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise KgError("the text of a slice can't be read as UTF-8", where=source.path) from error
    return Marked(part.file, part.cut(text), part.marks)


def examples(marked: Marked, nlp: Language) -> Iterator[Example]:
    """The sentences of a marked text with their labels."""
    from kg.recognize.language import recognize

    text = document(marked.text, marked.title)
    doc = recognize(nlp, text)
    names = list(_clean(marked.marks, text))
    for tokens, standing in _sentences(doc):
        yield Example((tokens, standing), _labels(tokens, names))


def _clean(marks: Iterable[Mark], text: Document) -> Iterator[Mark]:
    """The outer names of a marked text in clean offsets."""
    clean_at: dict[int, int] = {}
    for clean, original in enumerate(text.origins):
        clean_at.setdefault(original, clean)
    end = -1
    for mark in sorted((m for m in marks if not m.optional), key=lambda m: (m.start, -m.end)):
        if mark.start >= end and mark.start in clean_at and mark.end - 1 in clean_at:
            end = mark.end
            yield Mark(clean_at[mark.start], clean_at[mark.end - 1] + 1, mark.cls)


def _labels(tokens: Sequence[Token], names: Sequence[Mark]) -> list[str]:
    labels = []
    k = 0
    for token in tokens:
        while k < len(names) and names[k].end <= token.start:
            k += 1
        if k == len(names) or not names[k].start <= token.start:
            labels.append(OUTSIDE)
            continue
        goes_on = labels and labels[-1][2:] == names[k].cls and token.start > names[k].start
        labels.append(("I-" if goes_on else "B-") + names[k].cls)
    return labels


def train(found: Sequence[Example], distribution: Distribution, progress: Callable[[Progress], None] = lambda _: None) -> Weights:
    """Learn from examples.

    :returns: what is learnt of labels
    """
    import tempfile

    import pycrfsuite

    class Trainer(pycrfsuite.Trainer):
        """Tells how far it is instead of printing."""

        rounds = 0

        def message(self, message: str) -> None:
            if message.startswith("***** Iteration"):
                self.rounds += 1
                progress(Progress("learning", self.rounds, MOST_ITERATIONS))

    trainer = Trainer(algorithm="lbfgs", params=PARAMETERS)
    vocabulary = Vocabulary()
    for example in found:
        for names in feature_names(vocabulary.sight([example.sentence]), vocabulary, distribution):
            trainer.append(names, example.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.crfsuite")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        learnt = tagger.info()
        tagger.close()
    return _weights(learnt.labels, learnt.transitions, learnt.state_features)


def _weights(labels: Iterable[str], transitions: dict[tuple[str, str], float], features: dict[tuple[str, str], float]) -> Weights:
    import numpy as np

    in_order = tuple(sorted(labels))
    number = {label: i for i, label in enumerate(in_order)}
    matrix = np.zeros((len(in_order), len(in_order)), np.float32)
    for (label, following), weight in transitions.items():
        matrix[number[label], number[following]] = weight
    names = sorted({name for name, _ in features})
    row = {name: i for i, name in enumerate(names)}
    scores = np.zeros((len(names), len(in_order)), np.float32)
    for (name, label), weight in features.items():
        scores[row[name], number[label]] = weight
    return Weights(in_order, matrix, tuple(names), scores)


def _write(weights: Weights, distribution: Distribution, path: Path) -> None:
    new = path.with_name(path.name + ".new")
    try:
        save(weights, distribution, new)
        new.replace(path)
    except OSError as error:
        raise KgError(f"the model can't be written: {error.strerror}", where=path) from error
    finally:
        new.unlink(missing_ok=True)
