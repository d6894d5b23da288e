"""What a rule is, and what it reads: a fact between names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

TOPIC, FOCUS = "topic", "focus"  # in ``asserts``: the place that the text speaks of, the company, project or park that it is about
Arguments = dict[str, tuple[frozenset[str], bool]]  # name of an argument -> its classes, and whether it is a list


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence as rules see it."""

    start: int
    end: int
    cls: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """What a rule read: names or the topic (None) at both ends, and where."""

    subject: Name | str  # a name, or "topic", "focus"
    predicate: str
    object: Name | str
    start: int
    end: int
    rule: str
    modality: str | None


@dataclass(frozen=True, slots=True)
class Rule:
    """One hand-written rule, checked."""

    name: str
    pattern: str
    expression: str  # regular expression that the pattern stands for
    asserts: tuple[tuple[str, str, str], ...]
    arguments: Arguments
    triggers: tuple[str, ...]  # one of these must stand in the sentence; empty: always tried
    needs: tuple[frozenset[str], ...]  # for each a name of one of its classes must stand there, too
    matches: tuple[tuple[str, tuple[str, ...]], ...]
    rejects: tuple[str, ...]
    modality: str | None
    pairwise: bool
    source: str
    file: str

    @property
    def regex(self) -> re.Pattern[str]:
        """The expression, compiled when the rule is first tried: few texts call more than a third of the rules, and compiling all takes a second.

        :raises re.error: if it is none
        """
        return _compiled(self.expression)


_compiled = cache(re.compile)
