"""What the trained recogniser sees of a clause: its pieces, and the features of each.

A piece is a token, or a name that stands already and is seen by its class alone. Words are seen by their text only
if they are common, else by their shape, so that what is learnt is where names stand, not which.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, INSIDE, LISTED, is_proper
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

CLAUSE_ENDS = frozenset("，。；：！？,;:!?\n")
SEPARATORS = frozenset(("、", "和", "与", "及", "以及"))
_NAME_TAGS = frozenset(("nr", "nrt", "nrfg", "nz", "nt"))
_AROUND = 2  # so many pieces on each side are seen
_ETC_NOUN = 9  # so many pieces behind 等 may the noun that types the list stand
_TRIGGERS = words("lists", "stages") | words("lists", "construct") | frozenset(("等", "依托", "携手", "合作", "联合", "龙头"))
_INFRASTRUCTURE = tuple(
    sorted(
        {word for word in words("lists", "infrastructure") if len(word) > 1}
        | set("抽水蓄能 水电 机组 古城 客专 复线 支线 快线 立交 垃圾 污水 企业 科大 大学".split())
    )
)


@dataclass(slots=True)
class Piece:
    """A token of a clause, or a name that stands, in clean offsets."""

    start: int
    end: int
    text: str
    tag: str
    kind: str  # as of a token; of a name that stands, its class
    stands: bool
    proper: bool  # whether it may be a name or a part of one
    marks: str  # the word lists it is in, in letters


@cache
def _lists() -> tuple[tuple[str, Container[str]], ...]:
    heads = {"P": "Park", "J": "Project", "O": "Organization", "C": "Company", "T": "CompanyAfterWordMark"}
    return (
        *((letter, words("heads", cls)) for letter, cls in heads.items()),
        ("B", BREAK),
        ("N", INSIDE),
        ("E", EDGE),
        ("G", GENERIC),
        ("S", words("lists", "stages")),
        ("V", words("lists", "construct")),
    )


@cache
def _marks(text: str) -> str:
    """The word lists that hold a word, one letter each; a word that ends in a head noun of two characters counts as one."""
    own = "".join(letter for letter, words_of in _lists() if text in words_of)
    if len(text) > 2:
        own += "".join(letter.lower() for letter, words_of in _lists()[:3] if text[-2:] in words_of)
    return own


@cache
def _list_nouns() -> dict[str, str]:
    classes = ("Industry", "Product", "District", "Organization", "Park", "Project", "Company")  # the last one wins
    return {word: cls for cls in classes for word in words("lists", cls)}


def _open(word: Word) -> bool:
    """Whether a word may be (a part of) a name that no list has: in no dictionary, or short and tagged as a name."""
    text, tag = word.text, word.tag
    if word.kind != "word" or word.listed and "Company" not in word.listed:
        return False
    if len(text) < 2 or known_word(text) and not (len(text) == 2 and (tag in _NAME_TAGS or bool(word.listed) and tag[0] == "n")):
        return False
    if text in GENERIC or text in EDGE or text in BREAK or tag == "m":
        return False
    return not (len(text) > 2 and text[-2:] in BREAK and text[-2:] not in INSIDE or text.isascii() and len(text) < 3)


OPEN = sign(_open)
_ENDS_CLAUSE = sign(words=CLAUSE_ENDS)
_TRIGGER = sign(words=_TRIGGERS)


def is_open(token: Token) -> bool:
    """Whether a token may be (a part of) a name that the rules missed; a word listed as something else than a company is none."""
    return token.signs & OPEN != 0


def _piece(token: Token) -> Piece:
    word = token.kind == "word"
    proper = word and (is_proper(token) or token.hit is not None and token.text not in GENERIC)
    marks = _marks(token.text) if word else ""
    return Piece(token.start, token.end, token.text, token.tag, token.kind, token.kind in LISTED, proper, marks)


def pieces(tokens: Sequence[Token], standing: Sequence[tuple[int, int, str]]) -> list[Piece]:
    """The pieces of a sentence or a clause.

    :param tokens: that cover it
    :param standing: names that stand in it: start, end, class; in order, without overlap, on borders of tokens
    """
    found: list[Piece] = []
    k = 0
    for token in tokens:
        while k < len(standing) and standing[k][1] <= token.start:
            k += 1
        if k < len(standing) and standing[k][0] <= token.start:
            start, end, cls = standing[k]
            if token.start == start:
                found.append(Piece(start, end, "", "nz", cls, True, False, ""))
            continue
        found.append(_piece(token))
    return found


def promising_clauses(tokens: Sequence[Token], standing: Sequence[tuple[int, int, str]]) -> Iterator[list[Piece]]:
    """The pieces of those clauses of a sentence that are worth looking at, each with the mark at its end.

    Such a clause holds a trigger (a verb of stages or of building, a list closed by 等, a company that stands), and a word that is
    likely to be (a part of) a name that the rules missed. The others are left quickly, since most are such.

    :param tokens, standing: as of :func:`pieces`
    """
    first, begins, trigger, k = 0, 0, False, 0
    if not [token for token in tokens if token.signs & OPEN]:
        return
    for i, token in enumerate(tokens):
        while k < len(standing) and standing[k][1] <= token.start:
            k += 1
        if k < len(standing) and standing[k][0] <= token.start:
            trigger = trigger or standing[k][2] == "Company"
        elif token.signs & _ENDS_CLAUSE:
            if trigger and _has_open(tokens[first:i], standing[begins:k]):
                yield pieces(tokens[first : i + 1], standing[begins:k])
            first, begins, trigger = i + 1, k, False
        else:
            trigger = trigger or token.signs & _TRIGGER != 0
    if trigger and _has_open(tokens[first:], standing[begins:]):
        yield pieces(tokens[first:], standing[begins:])


def _has_open(clause: Sequence[Token], standing: Sequence[tuple[int, int, str]]) -> bool:
    return any(is_open(t) and not any(start <= t.start < end for start, end, _ in standing) for t in clause)


def may_begin_with_company(name: Sequence[Piece]) -> bool:
    """Whether the name of a project or park may hold a company that nobody listed; one of a railway, a dam or a theatre does not."""
    if len(name) < 2 or not any(p.proper for p in name):
        return False
    text = "".join(p.text for p in name)
    return not any(word in text for word in _INFRASTRUCTURE)


def _shape(piece: Piece) -> str:
    if piece.stands or piece.kind in ("quantity", "time"):
        return piece.kind
    if piece.kind == "punctuation":
        return piece.text
    return f"{min(len(piece.text), 5)}{'k' if known_word(piece.text) else 'u'}{piece.tag}"


def list_class(clause: Sequence[Piece], etc: int) -> str:
    """The class that the noun behind 等 gives to the members in front of it."""
    nouns = _list_nouns()
    for piece in clause[etc + 1 : etc + 1 + _ETC_NOUN]:
        cls = nouns.get(piece.text) or nouns.get(piece.text[-2:])
        if cls:
            return cls
        if piece.text in CLAUSE_ENDS or piece.text == "、":
            break
        if "S" in piece.marks:
            return "stage"
    return "?"


@dataclass(slots=True)
class _Surroundings:
    """What stands around a piece in its clause, further than its neighbours."""

    list_class: str = "-"  # of the list that ends in 等 further right
    verb_left: str = "-"
    verb_right: str = "-"
    member_left: str = "-"  # class of the name in front of the separator to the left
    member_right: str = "-"
    separator: int = 9  # pieces since the separator to the left
    until: int = 9  # pieces to the separator to the right
    quoted: str = "-"


def _surroundings(clause: Sequence[Piece], seen: Sequence[str]) -> list[_Surroundings]:
    found = [_Surroundings() for _ in clause]
    verb, member, distance, depth = "-", "-", 9, "-"
    for i, (piece, around) in enumerate(zip(clause, found, strict=True)):
        if piece.text in ("”", "）"):
            depth = "-"
        around.verb_left, around.member_left, around.separator, around.quoted = verb, member, min(distance, 9), depth
        distance += 1
        if piece.text in ("“", "（"):
            depth = piece.text
        elif piece.text in SEPARATORS:
            distance, member = 0, clause[i - 1].kind if i and clause[i - 1].stands else "w"
        elif piece.tag == "v" or "B" in piece.marks or "V" in piece.marks:
            verb = seen[i]
    verb, member, distance, behind = "-", "-", 9, "-"
    for i in range(len(clause) - 1, -1, -1):
        piece, around = clause[i], found[i]
        around.verb_right, around.member_right, around.until, around.list_class = verb, member, min(distance, 9), behind
        distance += 1
        if piece.text == "等":
            behind, distance = list_class(clause, i), 0
        elif piece.text in SEPARATORS:
            distance, member = 0, clause[i + 1].kind if i + 1 < len(clause) and clause[i + 1].stands else "w"
        elif piece.tag == "v" or "S" in piece.marks:
            verb = seen[i]
    return found


def features(clause: Sequence[Piece], hidden: Container[int] = ()) -> list[list[str]]:
    """The features of every piece of a clause.

    :param hidden: positions of words that are seen by their shape alone (only in training)
    """
    shapes = [_shape(p) for p in clause]
    seen = ["~" + s if p.kind != "word" or i in hidden else p.text for i, (p, s) in enumerate(zip(clause, shapes, strict=True))]
    padded_shapes = ["<"] * _AROUND + shapes + [">"] * _AROUND
    padded_seen = ["<"] * _AROUND + seen + [">"] * _AROUND
    padded_marks = [""] * _AROUND + [p.marks for p in clause] + [""] * _AROUND
    result = []
    for i, (piece, around) in enumerate(zip(clause, _surroundings(clause, seen), strict=True)):
        j = i + _AROUND
        row = [
            "s" + shapes[i],
            "s-" + padded_shapes[j - 1],
            "s+" + padded_shapes[j + 1],
            "z-" + padded_shapes[j - 2],
            "z+" + padded_shapes[j + 2],
            "w-" + padded_seen[j - 1],
            "w+" + padded_seen[j + 1],
            "v-" + padded_seen[j - 2],
            "v+" + padded_seen[j + 2],
            "b-" + padded_shapes[j - 1] + "|" + shapes[i],
            "b+" + shapes[i] + "|" + padded_shapes[j + 1],
            "l" + around.list_class,
            "m-" + around.member_left,
            "m+" + around.member_right,
            f"d-{around.separator}",
            f"d+{around.until}",
            f"lm{around.list_class}{around.member_left}{around.member_right}{around.separator == 0}{around.until == 0}",
            "r-" + around.verb_left,
            "r+" + around.verb_right,
            "q" + around.quoted,
            "x" + piece.marks,
            "x-" + padded_marks[j - 1],
            "x+" + padded_marks[j + 1],
        ]
        if piece.kind == "word":
            if i not in hidden:
                row.append("w" + piece.text)
            row += ("e" + piece.text[-1], "a" + piece.text[0], "n" + str(min(len(piece.text), 6)))
            if len(piece.text) > 2:
                row.append("e" + piece.text[-2:])
            if piece.proper:
                row += ("p", "pl" + around.list_class)
        result.append(row)
    return result


def features_inside(name: Sequence[Piece], cls: str, hidden: Container[int] = ()) -> list[list[str]]:
    """The features of every piece of a name, by which its parts are told from each other.

    :param name: the pieces of a park's or a project's name
    :param cls: the class of the whole
    :param hidden: as of :func:`features`
    """
    shapes = [_shape(p) for p in name]
    seen = ["~" + s if p.kind != "word" or i in hidden else p.text for i, (p, s) in enumerate(zip(name, shapes, strict=True))]
    last = name[-1]
    head = last.text[-2:]
    result = []
    for i, piece in enumerate(name):
        before, behind = (seen[i - 1] if i else "<"), (seen[i + 1] if i + 1 < len(name) else ">")
        shape_before, shape_behind = (shapes[i - 1] if i else "<"), (shapes[i + 1] if i + 1 < len(name) else ">")
        further = shapes[i + 2] if i + 2 < len(name) else ">"
        at = min(i, 3)
        row = [
            f"s{shapes[i]}",
            f"s{at}{shapes[i]}",
            f"b-{shape_before}|{shapes[i]}",
            f"b+{shapes[i]}|{shape_behind}",
            f"b++{shapes[i]}|{shape_behind}|{further}",
            "w-" + before,
            "w+" + behind,
            "v+" + (seen[i + 2] if i + 2 < len(name) else ">"),
            f"h{at}{head}",
            f"i{at}",
            f"c{at}{cls}",
            f"o{at}{min(len(name), 6)}",
            "x" + piece.marks,
            "x+" + (name[i + 1].marks if i + 1 < len(name) else ""),
        ]
        if piece.kind == "word":
            if i not in hidden:
                row.append("w" + piece.text)
            row += [f"e{piece.text[-1]}", f"a{piece.text[0]}", f"n{min(len(piece.text), 6)}"]
            if piece.proper:
                row.append(f"p{at}")
        result.append(["%" + feature for feature in row])
    return result
