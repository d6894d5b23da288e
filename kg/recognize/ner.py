"""Recognisers beside the rules, by what a user calls them; any installed spaCy model as one: runs it on sentences that may say something, maps its
labels, proposes.

What it proposes is the last in the order of :mod:`.conflicts`. The table of labels is ``lexicon/ner.yaml``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.lexicon import ordered, words
from kg.recognize.text.tokens import Token, known_word
from kg.recognize.trained.model import MODEL, load
from kg.settings import TRAINED

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

ENDING = ".npz"  # of the files that kg train writes
_CLASSES = ("Person", "Product", "Programme", "Industry")  # given by a label
_NOT_NEEDED = ("parser", "tagger", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
_TRIGGERS = words("lists", "construct") | words("lists", "stages") | {"等"}
_OFFICIAL = "zh_core_web_"  # spaCy's own models, which lie not on the package index
_MARGINS = " \u3000\n、，。；：,;:"


def trained_model(recogniser: str) -> Path | None:
    """The file of the trained recogniser that is meant, None if a spaCy model is.

    :param recogniser: ``trained``, the one that comes with the program; a file that ``kg train`` wrote; or a spaCy model, by name or folder
    :raises KgError: if the file can't be read
    """
    if recogniser != TRAINED and not recogniser.endswith(ENDING):
        return None
    path = MODEL if recogniser == TRAINED else Path(recogniser)
    load(path)
    return path


class SpacyNames:
    """A spaCy model that proposes names.

    :param model: name of an installed model, or the folder of one
    :param gazetteer: places are taken only if it lists them
    :raises UsageError: if there is no such model, it can't be loaded, or none of its labels is known
    """

    def __init__(self, model: str, gazetteer: Gazetteer):
        self._model, self._gazetteer = _loaded(model), gazetteer
        self._rule = f"ner.{Path(model).name}"
        labels = _labels(self._model)
        if not labels & set(_kinds()):
            shown = ", ".join(sorted(labels)) or "none"
            raise UsageError(
                f"no label of the spaCy model {model} is in kg/recognize/lexicon/ner.yaml: {shown}",
                hint="add them there, or take another model",
            )

    def __call__(self, sentences: Iterable[Sequence[Token]], text: str) -> dict[int, list[Candidate]]:
        """Propose names.

        :param sentences: tokens of the sentences of a document
        :param text: the clean text
        :returns: candidates by the start of their sentence
        """
        chosen = [tokens for tokens in sentences if tokens and may_say_something(tokens)]
        docs = self._model.pipe(text[tokens[0].start : tokens[-1].end] for tokens in chosen)
        return {tokens[0].start: list(self._candidates(tokens, doc)) for tokens, doc in zip(chosen, docs, strict=True)}

    def _candidates(self, tokens: Sequence[Token], doc: Doc) -> Iterable[Candidate]:
        base = tokens[0].start
        for entity in doc.ents:
            name = entity.text.strip(_MARGINS)
            if len(name) < 2:
                continue
            start = base + entity.start_char + entity.text.index(name)
            cls = class_of(entity.label_, name, self._gazetteer)
            if cls is not None and _borders(tokens, start, start + len(name)):
                yield Candidate(start, start + len(name), cls, self._rule, False)


def may_say_something(tokens: Sequence[Token]) -> bool:
    """Whether a sentence holds a quantity, a verb of stages or building, or a list: a model is not asked about others."""
    return any(token.kind == "quantity" or token.text in _TRIGGERS for token in tokens)


def class_of(label: str, name: str, gazetteer: Gazetteer) -> str | None:
    """The class of a name to which a model gave a label; None if it is left out.

    :param label: any; see ``lexicon/ner.yaml``
    """
    kind = _kinds().get(label)
    if kind in _CLASSES:
        return kind
    if kind == "if_listed":
        listed = [entry.cls for entry in gazetteer.lookup(name) if entry.cls in ("District", "Park")]
        return listed[0] if listed else None
    if kind == "by_head":
        return _by_head(name) or ("Organization" if name.endswith(ordered("ner", "offices")) else "Company")
    return _by_head(name) if kind == "by_head_only" else None


@cache
def _kinds() -> dict[str, str]:
    """What is done with each label."""
    return {label: kind for kind in (*_CLASSES, "by_head", "by_head_only", "if_listed") for label in ordered("ner", kind)}


@cache
def _heads() -> tuple[tuple[str, str], ...]:
    """Head nouns with their class, the longest first."""
    lists = (
        ("Park", "Park"),
        ("Project", "Project"),
        ("Organization", "Organization"),
        ("Company", "Company"),
        ("CompanyAfterWordMark", "Company"),
    )
    return tuple(sorted(((head, cls) for name, cls in lists for head in ordered("heads", name)), key=lambda row: -len(row[0])))


def _by_head(name: str) -> str | None:
    return next((cls for head, cls in _heads() if name.endswith(head) and len(name) > len(head)), None)


def _borders(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name cuts neither a listed name, a quantity or a time, nor a word of the dictionary."""
    for token in tokens:
        if any(token.start < edge < token.end for edge in (start, end)) and (token.kind != "word" or known_word(token.text)):
            return False
    return True


def identity(model: str) -> str:
    """Tell a recogniser from others and from its other versions.

    :param model: as a user calls it, see :func:`trained_model`
    :raises KgError: if it is not installed, or can't be read
    """
    from importlib.metadata import version

    import spacy

    if (trained := trained_model(model)) is not None:
        return f"{trained.name} {hashlib.sha256(trained.read_bytes()).hexdigest()}"
    if spacy.util.is_package(model):
        return f"{model} {version(model)}"
    folder = Path(model)
    if not (folder / "config.cfg").is_file():
        raise _not_installed(model)
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return f"{folder.name} {digest.hexdigest()}"


@cache
def _loaded(model: str) -> Language:
    import spacy

    identity(model)
    try:
        return spacy.load(model, exclude=list(_NOT_NEEDED))
    except (OSError, ImportError, ValueError, KeyError) as error:
        raise UsageError(f"the spaCy model {model} can't be loaded: {error}", hint="install what it needs, or take another model") from error


def _not_installed(model: str) -> UsageError:
    from spacy import about
    from spacy.util import get_minor_version

    what = model
    if model.startswith(_OFFICIAL):
        release = f"{model}-{get_minor_version(about.__version__)}.0"
        what = f"{about.__download_url__}/{release}/{release}-py3-none-any.whl"
    return UsageError(f"the spaCy model {model} is not installed", hint=f"pip install {what}, or name the folder of a model")


def _labels(model: Language) -> set[str]:
    """The entity labels that a model can give."""
    return {label for name, _ in model.pipeline if "doc.ents" in model.get_pipe_meta(name).assigns for label in model.pipe_labels.get(name, ())}
