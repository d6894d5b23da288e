"""The nouns that the stages exchange: frozen, picklable, without behaviour.

Two kinds of offsets exist, both half-open and counted in Unicode code points. *Clean* offsets point into
:attr:`Document.clean`, the view that recognisers read. *Original* offsets point into
:attr:`Document.text`, the text as it was decoded; everything that leaves the program uses these.
:attr:`Document.origins` leads from the first to the second.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from decimal import Decimal

# --- read: file -> Document


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the clean text that has one function on its page, in clean offsets.

    ``kind`` is one of ``title``, ``heading``, ``paragraph``, ``caption``, ``furniture``. Nothing is read from furniture.
    """

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text with what is known about it."""

    identifier: str             # unique in a store: path below the folder that was given, or the file's name
    text: str                   # as decoded, nothing taken away
    sha256: str                 # of the file's bytes, hexadecimal
    title: str | None
    issued: str | None          # EDTF: 2023-01-16, or only 2023 where no more is known
    source: str | None          # URL or path
    publisher: str | None       # paper, site or government
    clean: str                  # the view that recognisers read: no markup, no breaks inside sentences
    origins: array              # array("L"): origins[i] is the original offset of clean[i]; same length as clean
    blocks: tuple[Block, ...]   # in order, without overlap


# --- recognize: Document -> Mention, Quantity, TimeSpan (clean offsets)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of an entity in the text."""

    start: int
    end: int
    text: str
    cls: str                    # local name of an entity class of the ontology: Company, Park …
    rule: str                   # the recogniser or rule that found it
    shares: str = ""            # what its full name ends in, where a list says that but once: 水库 of 袁湾 in 袁湾、汉山水库


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, in the ontology's canonical unit."""

    start: int
    end: int
    text: str
    value: Decimal
    unit: str                   # CNY, m2, W, percent, count …
    bound: str                  # Exact, AtLeast, AtMost, About
    counted: str | None = None  # the classifier or noun counted, for the unit count: 家, 辆


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A point or period in time.

    ``edtf`` is Extended Date/Time Format (ISO 8601-2): 2023, 2023-05, 2023-01/2023-09. Where the text leaves the year to its
    context the year is unspecified (``XXXX-05``), and ``years`` says how far it lies from the year of the frame (当年 0, 次年 1).
    """

    start: int
    end: int
    text: str
    edtf: str
    years: int = 0


# --- relate: what one document says (original offsets)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters that a fact was read from: ``document.text[start:end] == exact``."""

    start: int
    end: int
    exact: str
    rule: str                   # name of the rule or recogniser


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing within one document."""

    cls: str
    names: tuple[str, ...]      # the best first, each without spaces; never empty
    evidence: tuple[Evidence, ...]
    identifier: str | None = None   # id in a gazetteer, if it was found there
    within: str | None = None       # the gazetteer's id of the place above it: the listed one, else the nearest that the document says
    candidates: tuple[str, ...] = ()    # ids of the listed things one of which it is, where the document does not decide
    context: tuple[tuple[str, str], ...] = ()   # what else tells it from others: (relation, or ^relation, and the other end's best name)


@dataclass(frozen=True, slots=True)
class Relation:
    """A fact between two entities of a reading, given by their positions in it."""

    subject: int
    predicate: str              # local name of a relation of the ontology: locatedIn …
    object: int
    modality: str               # Actual, Planned, Target, Forecast
    confidence: Decimal         # 0..1
    evidence: tuple[Evidence, ...]
    role: str | None = None     # the title, for holdsPositionIn


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure and what it measures."""

    entity: int
    indicator: str              # id of the ontology's list (investment), or a Chinese noun phrase
    measure: str                # Level, Growth, Share, Rank
    value: Decimal
    unit: str
    value_text: str
    bound: str
    period: str | None          # EDTF
    modality: str
    evidence: tuple[Evidence, ...]
    count_of: str | None = None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A stage that a project, park, company or organization reached, or is to reach."""

    entity: int
    stage: str                  # Signed, Groundbreaking …
    date: str | None            # EDTF
    modality: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document says."""

    document: str               # Document.identifier
    entities: tuple[Entity, ...]
    relations: tuple[Relation, ...]
    observations: tuple[Observation, ...]
    milestones: tuple[Milestone, ...]


# --- resolve: Readings -> Nodes


@dataclass(frozen=True, slots=True)
class Node:
    """One thing across all documents."""

    iri: str
    cls: str
    label: str                  # the best name
    alternatives: tuple[str, ...]   # the other names, sorted
    identifier: str | None = None
