"""The features that labels are told by.

A feature is an attribute of a token at some distance, with its value: ``class256[-1]=85`` says that the word in front belongs to the distributional
class 85. Attributes of a word alone are the same wherever it stands (:func:`of_word`); the others are read from the document (:class:`.sight.Sight`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.text.tokens import known_word
from kg.recognize.trained.distribution import SIZES, Distribution
from kg.recognize.trained.sight import EDGE, EDGE_FORM, Form, Sight, Vocabulary

_NO_NAME_KINDS = frozenset(("word", "punctuation", "quantity", "time"))

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


def of_word(form: Form, distribution: Distribution) -> dict[str, tuple[str, ...]]:
    """What is known of a word by itself: the values of the attributes of :data:`OF_WORD`. Edges of sentences have no role."""
    if form == EDGE_FORM:
        return {attribute: (EDGE,) for attribute in OF_WORD} | {"role": ()}
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


def _shape(text: str, tag: str, kind: str) -> str:
    if kind in ("quantity", "time"):
        return kind
    if kind == "punctuation":
        return text
    return f"{min(len(text), 5)}{'k' if known_word(text) else 'u'}{tag}"


def feature_names(seen: Sight, vocabulary: Vocabulary, distribution: Distribution) -> Iterator[list[list[str]]]:
    """The features by name: of each sentence of a document, of each of its tokens.

    :param vocabulary: the one that it was seen with
    """
    known = [of_word(vocabulary.forms.values_in_order[number], distribution) for number in seen.forms]
    for attribute in OF_TOKEN:
        values = getattr(vocabulary, attribute).values_in_order
        for of_this, number in zip(known, getattr(seen, attribute), strict=True):
            of_this[attribute] = (values[number],)
    for sentence in seen.sentences():
        yield [
            [
                *(
                    named(attribute, distance, value)
                    for attributes in (OF_WORD, OF_TOKEN)
                    for attribute, distances in attributes.items()
                    for distance in distances
                    for value in known[i + distance][attribute]
                ),
                *(named_together(parts, [known[i + distance][attribute][0] for attribute, distance in parts]) for parts in TOGETHER),
            ]
            for i in range(sentence.start, sentence.stop)
        ]
