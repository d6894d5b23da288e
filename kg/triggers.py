"""Which of many regular expressions may match in a text: told by one pass over its characters for all of them.

Whatever an expression matches holds its *triggers*, words that are read off the expression itself: (?:发展|培育)[^，]*(?:产业|集群) needs 发展 or 培育, and
产业 or 集群. One automaton finds the triggers of all expressions of the program at once, and only those expressions are tried of which all are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from re import _constants as kinds, _parser as parser  # type: ignore[attr-defined]  # undocumented
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick

Words = frozenset[str]
_MOST = 400  # words of which an expression needs one
_NOTHING: Words = frozenset(("",))
_bits: dict[Words, int] = {}  # words of which an expression needs one -> their bit


class Expressions:
    """Some expressions that are sought together."""

    def __init__(self, *expressions: re.Pattern[str]):
        self.expressions = expressions
        self._needed: list[tuple[int, int]] = []  # what an alternative of an expression needs, and the expression's position
        for i, expression in enumerate(expressions):
            for alternative in triggers(expression):
                self._needed.append((sum(_bits.setdefault(words, 1 << len(_bits)) for words in alternative), i))
        _automaton.cache_clear()
        _told.cache_clear()

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """What the expressions match in a text, one expression after the other, each match with the position of its expression."""
        for i in self.possible(text):
            for match in self.expressions[i].finditer(text):
                yield i, match

    def possible(self, text: str) -> list[int]:
        """The positions of the expressions that may match in a text, in order."""
        told = _told(text)
        found = [i for needed, i in self._needed if told & needed == needed]
        return list(dict.fromkeys(found)) if len(found) > 1 else found


@cache
def _automaton() -> tuple[CharwiseDoubleArrayAhoCorasick, list[int]]:
    """What finds all triggers, and the bits of each."""
    import daachorse

    bits_of: dict[str, int] = {"\0": 0}
    for words, bit in _bits.items():
        for word in words:
            bits_of[word] = bits_of.get(word, 0) | bit
    known = sorted(bits_of)
    return daachorse.CharwiseDoubleArrayAhoCorasick(known), [bits_of[word] for word in known]


@lru_cache(maxsize=8_192)
def _told(text: str) -> int:
    """The bits of all triggers that stand in a text; for one sentence many ask."""
    automaton, bits_of = _automaton()
    told = 0
    for _, _, word in automaton.find_overlapping(text):
        told |= bits_of[word]
    return told


def triggers(expression: re.Pattern[str]) -> list[set[Words]]:
    """For each alternative of an expression sets of words; one of each set stands in whatever it matches. Alternatives that need but one word are one.

    >>> triggers(re.compile("(?:在|有).+项目|建成|开工")) == [{frozenset({"建成", "开工"})}, {frozenset({"在", "有"}), frozenset({"项目"})}]
    True
    """
    if expression.flags & re.IGNORECASE:
        return [set()]
    items = list(parser.parse(expression.pattern, expression.flags))
    alternatives = items[0][1][-1] if len(items) == 1 and items[0][0] is kinds.BRANCH else [items]
    needed = [set(_obligatory(alternative)) for alternative in alternatives]
    simple = [words for one in needed if len(one) == 1 for words in one]
    together = [{frozenset().union(*simple)}] if simple else []
    return [set(map(_shortest, one)) for one in together + [one for one in needed if len(one) != 1]]


def _shortest(words: Words) -> Words:
    """The words without those that hold another one."""
    return frozenset(word for word in words if not any(other in word for other in words - {word}))


Item = tuple[int, object]  # kind and what it is made of, as the parser gives them


def _obligatory(items: Iterable[Item]) -> Iterator[Words]:
    """Sets of words; of each one stands in whatever matches a sequence."""
    told = _NOTHING  # what the items since the last one that may be anything read
    for item in items:
        words = _words(item)
        if words and len(told) * len(words) <= _MOST:
            told = _joined(told, words)
            continue
        if "" not in told:
            yield told
        told = words or _NOTHING
        if not words:
            yield from _inside(item)
    if "" not in told:
        yield told


def _inside(item: Item) -> Iterator[Words]:
    """The same of an item that may read more than a few words."""
    match item:
        case (kinds.SUBPATTERN, (*_, parser.SubPattern() as inner)):
            yield from _obligatory(inner)
        case (kinds.MAX_REPEAT, (int(least), _, parser.SubPattern() as inner)) if least >= 1:
            yield from _obligatory(inner)
        case (kinds.BRANCH, (_, list(alternatives))):
            each: list[Words] = [max(_obligatory(alternative), key=_worth, default=frozenset()) for alternative in alternatives]
            if all(each):
                yield frozenset().union(*each)


def _worth(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


def _words(item: Item) -> Words:
    """All that an item may read; empty if that is not a few words."""
    match item:
        case (kinds.LITERAL, int(character)):
            return frozenset(chr(character))
        case (kinds.IN, list(members)):
            return frozenset(chr(c) for _, c in members) if all(k is kinds.LITERAL for k, _ in members) else frozenset()
        case (kinds.AT | kinds.ASSERT | kinds.ASSERT_NOT, _):
            return _NOTHING
        case (kinds.SUBPATTERN, (*_, parser.SubPattern() as inner)):
            return _all_words(inner)
        case (kinds.BRANCH, (_, list(alternatives))):
            each = [_all_words(alternative) for alternative in alternatives]
            return frozenset().union(*each) if all(each) else frozenset()
        case (kinds.MAX_REPEAT, (0, 1, parser.SubPattern() as inner)):
            once = _all_words(inner)
            return once | _NOTHING if once else once
    return frozenset()


def _all_words(items: Iterable[Item]) -> Words:
    """All that a sequence may read; empty if that is not a few words."""
    told = _NOTHING
    for item in items:
        words = _words(item)
        if not words or len(told) * len(words) > _MOST:
            return frozenset()
        told = _joined(told, words)
    return told


def _joined(fronts: Words, ends: Words) -> Words:
    return frozenset(front + end for front in fronts for end in ends)
