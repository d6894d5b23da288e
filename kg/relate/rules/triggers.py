"""Takes a pattern, gives what must stand in a sentence that it matches: words of which one does, and names of some classes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.relate.rules.notation import ARGUMENT

_NO_LETTER = re.compile(r"[^\u4e00-\u9fffA-Za-z]")  # ends a plain word


def triggers(pattern: str) -> tuple[str, ...]:
    """The words of which one must stand in a sentence that matches: the obligatory group or literal with the longest words."""
    best: tuple[str, ...] = ()
    for group in _obligatory(ARGUMENT.sub(" ", re.sub(r"\s+", "", pattern))):
        words = tuple(_NO_LETTER.split(word, maxsplit=1)[0] for word in group)
        if all(words) and (not best or min(map(len, words)) > min(map(len, best))):
            best = words
    return tuple(sorted(set(best)))


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """The classes of the arguments that may not be missing: those outside any group, unless ``?`` or ``*`` stands behind."""
    needed = []
    for match in ARGUMENT.finditer(pattern):
        front = re.sub(r"\[[^\]]*\]", "", pattern[: match.start()])
        if front.count("(") == front.count(")") and not pattern[match.end() :].lstrip().startswith(("?", "*", "{0")):
            needed.append(frozenset(match["classes"].split("|")))
    return tuple(needed)


def _obligatory(pattern: str) -> Iterator[list[str]]:
    """Groups and literals of a pattern that must match, at its top level: a group's alternatives, or one literal."""
    depth, begin, literal = 0, 0, ""
    i = 0
    while i < len(pattern):
        c = pattern[i]
        if depth == 0 and c == "[":
            i = pattern.index("]", i)
            if literal:
                yield [literal]
            literal = ""
        elif c == "(":
            if depth == 0:
                if literal:
                    yield [literal]
                literal, begin = "", i
            depth += 1
        elif c == ")":
            depth -= 1
            if depth == 0 and pattern[i + 1 : i + 2] not in ("?", "*"):
                yield _alternatives(pattern[begin + 1 : i])
        elif depth == 0 and "\u4e00" <= c <= "\u9fff" and pattern[i + 1 : i + 2] not in ("?", "*", "{"):
            literal += c
        elif depth == 0:
            if literal:
                yield [literal]
            literal = ""
        i += 1
    if literal:
        yield [literal]


def _alternatives(group: str) -> list[str]:
    """The alternatives of a group, split at its own bars only."""
    parts, depth, part = [], 0, ""
    for c in group:
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += c
    return [*parts, part]
