"""Which of many regular expressions may match in a text: told by one pass over its characters for all of them.

Whatever an expression matches holds its *triggers*, words that are read off the expression itself: (?:发展|培育)[^，]*(?:产业|集群) needs 发展 or 培育, and
产业 or 集群. An automaton finds the triggers of all expressions at once, and only those expressions are tried of which all are there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as kinds, _parser as parser

Words = frozenset[str]
_MOST = 400  # words of which an expression needs one
_NOTHING: Words = frozenset(("",))


class Expressions:
    """Some expressions that are sought together."""

    def __init__(self, expressions: Iterable[re.Pattern[str]]):
        import daachorse

        self.expressions = tuple(expressions)
        alternatives: dict[Words, int] = {}  # words of which one is needed -> a bit for them
        bits: dict[str, int] = {}
        for words in {words: None for expression in self.expressions for words in triggers(expression)}:
            bit = alternatives[words] = 1 << len(alternatives)
            for word in words:
                bits[word] = bits.get(word, 0) | bit
        self._needed = [sum(alternatives[words] for words in triggers(expression)) for expression in self.expressions]
        known = sorted(bits) or ["\0"]
        self._bits = [bits.get(word, 0) for word in known]
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(known)

    def finditer(self, text: str) -> Iterator[tuple[int, re.Match[str]]]:
        """What the expressions match in a text, one expression after the other, each match with the position of its expression."""
        for i in self.possible(text):
            for match in self.expressions[i].finditer(text):
                yield i, match

    def possible(self, text: str) -> list[int]:
        """The positions of the expressions that may match in a text, in order."""
        found = 0
        for _, _, word in self._automaton.find_overlapping(text):
            found |= self._bits[word]
        return [i for i, needed in enumerate(self._needed) if found & needed == needed]


def triggers(expression: re.Pattern[str]) -> set[Words]:
    """Sets of words; one of each stands in whatever an expression matches.

    >>> [sorted(words) for words in triggers(re.compile(r"去年|过去[一五]年"))]
    [['去年', '过去一年', '过去五年']]
    >>> sorted(sorted(words) for words in triggers(re.compile(r"(?<!不)在[^，]*(?:建成|开工)(?!率)[^，]+(?:项目){1,3}")))
    [['在'], ['建成', '开工'], ['项目']]
    """
    if expression.flags & re.IGNORECASE:
        return set()
    return {_shortest(words) for words in _obligatory(parser.parse(expression.pattern, expression.flags))}


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
    kind, made_of = item
    if kind is kinds.SUBPATTERN or kind is kinds.MAX_REPEAT and made_of[0] >= 1:
        yield from _obligatory(made_of[-1])
    elif kind is kinds.BRANCH:
        each = [max(_obligatory(alternative), key=_worth, default=frozenset()) for alternative in made_of[-1]]
        if all(each):
            yield frozenset().union(*each)


def _worth(words: Words) -> tuple[int, int]:
    return min(map(len, words)), -len(words)


def _words(item: Item) -> Words:
    """All that an item may read; empty if that is not a few words."""
    kind, made_of = item
    if kind is kinds.LITERAL:
        return frozenset(chr(made_of))
    if kind is kinds.IN:
        return frozenset(chr(c) for _, c in made_of) if all(k is kinds.LITERAL for k, _ in made_of) else frozenset()
    if kind in (kinds.AT, kinds.ASSERT, kinds.ASSERT_NOT):
        return _NOTHING
    if kind is kinds.SUBPATTERN:
        return _all_words(made_of[-1])
    if kind is kinds.BRANCH:
        each = [_all_words(alternative) for alternative in made_of[-1]]
        return frozenset().union(*each) if all(each) else frozenset()
    if kind is kinds.MAX_REPEAT and made_of[:2] == (0, 1):
        once = _all_words(made_of[-1])
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
