"""The spaCy pipeline: a blank Chinese ``Language`` whose components each add one layer to the document and touch no other.

The layers are attributes of the ``Doc``: ``doc._.sentences``, ``listed``, ``quantities``, ``times``, ``home``, ``tokens``,
``mentions``. Components say what they require and assign, so that ``nlp.analyze_pipes()`` can check the chain. The
``Doc`` has no tokens of spaCy's, for which none of them asks: what is in the layers has clean offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from operator import attrgetter
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import UsageError
from kg.model import Document
from kg.recognize.gazetteer import Gazetteer, load
from kg.recognize.names import mentions
from kg.recognize.home import home
from kg.recognize.sources import SOURCES
from kg.recognize.text.sentences import by_sentence, in_sentences, sentences
from kg.recognize.text.tokens import tokenize
from kg.recognize.values.quantities import bare_money, fractions, quantities, shared_units
from kg.recognize.values.times import times

LAYERS = ("document", "sentences", "listed", "quantities", "times", "home", "tokens", "mentions")
for _layer in LAYERS:
    if not Doc.has_extension(_layer):
        Doc.set_extension(_layer, default=None)


@Language.component("kg_sentences", assigns=["doc._.sentences"])  # of doc._.document, with which recognize() begins
def _sentences(doc: Doc) -> Doc:
    doc._.sentences = list(sentences(doc._.document))
    return doc


@Language.component("kg_quantities", requires=["doc._.sentences"], assigns=["doc._.quantities"])
def _quantities(doc: Doc) -> Doc:
    text = doc._.document.clean
    found = sorted((*quantities(text), *shared_units(text), *fractions(text), *bare_money(text)), key=attrgetter("start"))
    doc._.quantities = list(in_sentences(found, doc._.sentences))
    return doc


@Language.component("kg_times", requires=["doc._.sentences"], assigns=["doc._.times"])
def _times(doc: Doc) -> Doc:
    document = doc._.document
    issued = int(document.issued[:4]) if document.issued else None
    doc._.times = list(in_sentences(times(document.clean, issued), doc._.sentences))
    return doc


@Language.factory("kg_gazetteer", requires=["doc._.sentences"], assigns=["doc._.listed", "doc._.home"], default_config={"ontology": "", "user": ""})
def _gazetteer(nlp: Language, name: str, ontology: str, user: str) -> Callable[[Doc], Doc]:
    gazetteer = load(Path(ontology), Path(user) if user else None)

    def find(doc: Doc) -> Doc:
        text = doc._.document.clean
        found = list(in_sentences(gazetteer.find(text), doc._.sentences))
        doc._.home = home(doc._.document, found, gazetteer)
        hidden = in_sentences(gazetteer.hidden(text, found), doc._.sentences)
        doc._.listed = sorted((*found, *hidden), key=lambda hit: (hit.start, -hit.end))
        return doc

    return find


@Language.component("kg_tokens", requires=["doc._.sentences", "doc._.listed", "doc._.quantities", "doc._.times"], assigns=["doc._.tokens"])
def _tokens(doc: Doc) -> Doc:
    text = doc._.document.clean
    layers = [by_sentence(layer, doc._.sentences) for layer in (doc._.listed, doc._.quantities, doc._.times)]
    doc._.tokens = [tokenize(text, start, end, *found) for (start, end, _), *found in zip(doc._.sentences, *layers)]
    return doc


@Language.factory(
    "kg_names",
    requires=["doc._.tokens", "doc._.home"],
    assigns=["doc._.mentions"],
    default_config={"ontology": "", "user": "", "ner": "", "sources": list(SOURCES)},
)
def _names(nlp: Language, name: str, ontology: str, user: str, ner: str, sources: list[str]) -> Callable[[Doc], Doc]:
    gazetteer = load(Path(ontology), Path(user) if user else None)
    further = trained = None
    if ner:
        from kg.recognize.ner import SpacyNames, trained_model

        trained = trained_model(ner)
        further = SpacyNames(ner, gazetteer) if trained is None else None

    def find(doc: Doc) -> Doc:
        doc._.mentions = mentions(doc._.tokens, doc._.document.clean, doc._.home, gazetteer, sources=sources, further=further, trained=trained)
        return doc

    return find


def language(ontology: Path, gazetteer: Path | None = None, *, ner: str | None = None, sources: Collection[str] = tuple(SOURCES)) -> Language:
    """Build the pipeline.

    :param ontology: the ontology's folder
    :param gazetteer: a user's table of names
    :param ner: a recogniser that sees what the rules found: ``trained``, the one that comes with the program; a file that ``kg train`` wrote; or a
        spaCy model, by name or folder; None for the rules alone
    :param sources: the sources of names that are switched on, see :mod:`.sources`
    :raises UsageError: if the model is not installed, or there is no such source
    :returns: a Language for :func:`recognize`
    """
    unknown = sorted(set(sources) - set(SOURCES))
    if unknown:
        raise UsageError(f"there is no source of names called {', '.join(unknown)}", hint=f"sources are {', '.join(SOURCES)}")
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "char"}}})
    tables = {"ontology": str(ontology), "user": str(gazetteer or "")}
    nlp.add_pipe("kg_sentences")
    nlp.add_pipe("kg_quantities")
    nlp.add_pipe("kg_times")
    nlp.add_pipe("kg_gazetteer", config=tables)
    nlp.add_pipe("kg_tokens")
    nlp.add_pipe("kg_names", config={**tables, "ner": ner or "", "sources": [source for source in SOURCES if source in set(sources)]})
    return nlp


def recognize(nlp: Language, document: Document) -> Doc:
    """Run the pipeline over one document.

    :returns: a ``Doc`` whose layers hold what was recognised, in clean offsets
    """
    doc = Doc(nlp.vocab)
    doc._.document = document
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def gazetteer_of(ontology: Path, user: Path | None = None) -> Gazetteer:
    """The listed names that the pipeline reads."""
    return load(ontology, user)
