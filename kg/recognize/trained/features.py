"""What the trained recogniser sees of a sentence: its tokens with what is known of each, and what the rules found.

A feature is an attribute of a token at some distance, with its value: ``class256[-1]=85`` says that the word in front belongs to the distributional
class 85. Attributes of a word alone are the same wherever it stands (:func:`of_word`); the others are read from the sentence (:class:`Sight`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.recognize.text.tokens import Token, known_word
from kg.recognize.trained.distribution import SIZES, Distribution

CLAUSE_ENDS = frozenset("，。；：！？,;:!?\n")
SEPARATORS = frozenset(("、", "和", "与", "及", "以及"))
OUTSIDE = "O"
MARGIN = 2  # so many tokens on each side are seen
EDGE_OF_SENTENCE = "<>"
_NO_NAME_KINDS = frozenset(("word", "punctuation", "quantity", "time"))

Form = tuple[str, str, str]  # of a token: its text (of a quantity or a time only its kind), part of speech and kind

# Attribute of a word -> the distances at which it is seen.
OF_WORD: dict[str, tuple[int, ...]] = {
    "word": (-2, -1, 0, 1, 2),
    "shape": (-2, -1, 0, 1, 2),
    "last": (-1, 0, 1),  # character
    "ending": (0,),  # two characters
    "first": (0, 1),
    "listed": (-1, 0, 1),
    "role": (-1, 0, 1),
    **{f"class{size}": (-2, -1, 0, 1, 2) for size in SIZES},
}
# Attribute of a token in its sentence -> the distances at which it is seen.
OF_TOKEN: dict[str, tuple[int, ...]] = {
    "found": (-2, -1, 0, 1, 2),
    "found_by": (0,),
    "verb_left": (0,),
    "verb_right": (0,),
    "member_left": (0,),
    "member_right": (0,),
    "list_of": (0,),
}
# Attributes seen together, each with its distance.
TOGETHER: tuple[tuple[tuple[str, int], ...], ...] = (
    (("class256", -1), ("class256", 0)),
    (("class256", 0), ("class256", 1)),
    (("class64", -1), ("class64", 0), ("class64", 1)),
    (("class64", -2), ("class64", -1)),
    (("found", -1), ("found", 0), ("found", 1)),
    (("list_of", 0), ("member_left", 0), ("member_right", 0)),
)


def named(attribute: str, distance: int, value: str) -> str:
    """The name of a feature.

    >>> named("shape", -1, "2kn")
    'shape[-1]=2kn'
    """
    return f"{attribute}[{distance}]={value}"


def named_together(parts: Sequence[tuple[str, int]], values: Sequence[str]) -> str:
    """The name of a feature of several attributes: one of :data:`TOGETHER` with the value of each."""
    return "&".join(named(attribute, distance, value) for (attribute, distance), value in zip(parts, values, strict=True))


@dataclass(frozen=True, slots=True)
class Sight:
    """A sentence as it is seen: for each token what :data:`OF_TOKEN` names, in lists of the same length."""

    forms: list[Form]
    found: list[str]  # what the rules found: "O", or the class of a name behind B where it begins and I further on
    found_by: list[str]  # the same with the kind of rule
    verb_left: list[str]  # the nearest verb in the clause
    verb_right: list[str]
    member_left: list[str]  # class of the name in front of the separator to the left
    member_right: list[str]
    list_of: list[str]  # the noun behind the 等 to the right


def sight(tokens: Sequence[Token], standing: Sequence[tuple[int, int, str, str]]) -> Sight:
    """See a sentence.

    :param standing: the names that the rules found: start, end, class, rule; in order, without overlap
    """
    forms = [(t.text if t.kind not in ("quantity", "time") else t.kind, t.tag, t.kind) for t in tokens]
    found, found_by = _labels(tokens, standing)
    verb_left, member_left = _to_the_left(tokens, found)
    verb_right, member_right, list_of = _to_the_right(tokens, found)
    return Sight(forms, found, found_by, verb_left, verb_right, member_left, member_right, list_of)


def _labels(tokens: Sequence[Token], standing: Sequence[tuple[int, int, str, str]]) -> tuple[list[str], list[str]]:
    found, found_by = [], []
    k = 0
    for token in tokens:
        while k < len(standing) and standing[k][1] <= token.start:
            k += 1
        if k < len(standing) and standing[k][0] <= token.start and token.end <= standing[k][1]:
            start, _, cls, rule = standing[k]
            label = ("B" if token.start == start else "I") + cls
            found.append(label)
            found_by.append(label + "." + rule.split(".", 1)[0])
        else:
            found.append(OUTSIDE)
            found_by.append(OUTSIDE)
    return found, found_by


def _to_the_left(tokens: Sequence[Token], found: Sequence[str]) -> tuple[list[str], list[str]]:
    verbs, members = [], []
    verb = member = "-"
    for i, token in enumerate(tokens):
        text = token.text
        if text in CLAUSE_ENDS:
            verb = member = "-"
        verbs.append(verb)
        members.append(member)
        if text in SEPARATORS:
            member = _member(found, i - 1)
        elif token.tag == "v":
            verb, member = text, "-"
    return verbs, members


def _to_the_right(tokens: Sequence[Token], found: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    verbs, members, nouns = [], [], []
    verb = member = noun = "-"
    for i in range(len(tokens) - 1, -1, -1):
        token = tokens[i]
        text = token.text
        if text in CLAUSE_ENDS:
            verb = member = noun = "-"
        verbs.append(verb)
        members.append(member)
        nouns.append(noun)
        if text in SEPARATORS:
            member = _member(found, i + 1)
        elif text == "等":
            noun = _noun_behind(tokens, i)
        elif token.tag == "v":
            verb = text
    return verbs[::-1], members[::-1], nouns[::-1]


def _member(found: Sequence[str], i: int) -> str:
    """What stands beside a separator: the class of a name, else a word."""
    return found[i][1:] if 0 <= i < len(found) and found[i] != OUTSIDE else "word"


def _noun_behind(tokens: Sequence[Token], etc: int) -> str:
    """What 等 closes a list of; a number may stand between."""
    i = etc + 2 if etc + 2 < len(tokens) and tokens[etc + 1].kind == "quantity" else etc + 1
    return tokens[i].text if i < len(tokens) and tokens[i].kind not in ("quantity", "time") else "-"


def of_word(form: Form, distribution: Distribution) -> dict[str, tuple[str, ...]]:
    """What is known of a word by itself: the values of the attributes of :data:`OF_WORD`."""
    text, tag, kind = form
    classes, roles = distribution.of(text)
    known: dict[str, tuple[str, ...]] = {
        "word": (text,),
        "shape": (_shape(text, tag, kind),),
        "role": roles,
        **{f"class{size}": (value,) for size, value in zip(SIZES, classes, strict=True)},
        "listed": () if kind in _NO_NAME_KINDS else (kind,),
        "last": (), "ending": (), "first": (),
    }
    if kind == "word":
        known |= {"last": (text[-1],), "ending": (text[-2:],), "first": (text[0],)}
    return known


_OUTSIDE_OF_SENTENCE: dict[str, tuple[str, ...]] = {attribute: (EDGE_OF_SENTENCE,) for attribute in (*OF_WORD, *OF_TOKEN)} | {"role": ()}


def edge() -> dict[str, tuple[str, ...]]:
    """What is known of the places in front of a sentence and behind it."""
    return _OUTSIDE_OF_SENTENCE


def _shape(text: str, tag: str, kind: str) -> str:
    if kind in ("quantity", "time"):
        return kind
    if kind == "punctuation":
        return text
    return f"{min(len(text), 5)}{'k' if known_word(text) else 'u'}{tag}"


def feature_names(seen: Sight, distribution: Distribution) -> Iterator[list[str]]:
    """The features of every token of a sentence, by name."""
    known = [of_word(form, distribution) for form in seen.forms]
    for i, of_this in enumerate(known):
        of_this |= {attribute: (getattr(seen, attribute)[i],) for attribute in OF_TOKEN}
    known = [edge()] * MARGIN + known + [edge()] * MARGIN
    for i in range(MARGIN, len(known) - MARGIN):
        names = [
            named(attribute, distance, value)
            for attributes in (OF_WORD, OF_TOKEN)
            for attribute, distances in attributes.items()
            for distance in distances
            for value in known[i + distance][attribute]
        ]
        yield names + [named_together(parts, [known[i + distance][attribute][0] for attribute, distance in parts]) for parts in TOGETHER]
