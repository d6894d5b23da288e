"""How rules are matched in a sentence: those that its words call are tried on the masked sentence (:mod:`.masks`).

Rules are found by their trigger words in one pass (Aho-Corasick), not tried one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from kg.relate.rules.masks import Masked, mask
from kg.relate.rules.rule import FOCUS, TOPIC, Fact, Name, Rule

_DEALT = "分别"  # between two lists: the first goes with the first, the second with the second


class Rules:
    """Checked rules with an index of their trigger words."""

    def __init__(self, rules: Sequence[Rule], classes: Sequence[str]):
        import daachorse

        self.rules = tuple(rules)
        self._classes = tuple(classes)
        words: dict[str, list[int]] = {}
        self._always = frozenset(i for i, rule in enumerate(rules) if not rule.triggers)
        for i, rule in enumerate(rules):
            for word in rule.triggers:
                words.setdefault(word, []).append(i)
        self._words = sorted(words) or ["\0"]
        self._rules_of = [frozenset(words.get(word, ())) for word in self._words]
        self._most = max((len(rule.needs) for rule in rules), default=0)
        # classes of names, and how many -> rules that ask for no more
        self._possible: dict[tuple[frozenset[str], int], frozenset[int]] = {}
        self._automaton = daachorse.CharwiseDoubleArrayAhoCorasick(self._words)

    def facts(self, text: str, start: int, end: int, names: Sequence[Name]) -> Iterator[Fact]:
        """What the rules read in a sentence.

        :param names: the names that stand by themselves in it, in order
        """
        if not names:
            return
        told = {word for _, _, word in self._automaton.find_overlapping(text[start:end])}
        chosen = self._always.union(*[self._rules_of[word] for word in told]) & self._with_names(names)
        if not chosen:
            return
        masked = mask(text, start, end, names, self._classes)
        for i in sorted(chosen):
            yield from _apply(self.rules[i], masked)

    def _with_names(self, names: Sequence[Name]) -> frozenset[int]:
        """The rules for which there are names of the classes that they need."""
        classes, number = frozenset([name.cls for name in names]), min(len(names), self._most)
        found = self._possible.get((classes, number))
        if found is None:
            few = (i for i, rule in enumerate(self.rules) if len(rule.needs) <= number)
            found = frozenset(i for i in few if all(needed & classes for needed in self.rules[i].needs))
            self._possible[classes, number] = found
        return found


def _apply(rule: Rule, masked: Masked) -> Iterator[Fact]:
    at = 0
    while (match := rule.regex.search(masked.text, at)) is not None:
        at = max(match.start() + 1, match.end() - 1)
        bound: dict[str, list[Name | str]] = {TOPIC: [TOPIC], FOCUS: [FOCUS]}
        for argument in rule.arguments:
            bound[argument] = [
                masked.names[c] for c in match[argument] or "" if c in masked.names and masked.names[c].cls in rule.arguments[argument][0]
            ]
        start, end = masked.origin[match.start()], masked.end_of(match.end())
        for subject, predicate, object_ in rule.asserts:
            for a, b in _pairs(bound[subject], bound[object_], rule.pairwise or _DEALT in match[0]):
                yield Fact(a, predicate, b, start, end, rule.name, rule.modality)


def _pairs(left: list[Name | str], right: list[Name | str], pairwise: bool) -> Iterator[tuple[Name | str, Name | str]]:
    """Who goes with whom: each with each, the members of one list each with the others once, of two lists pair by pair; of two lists that
    are not equally long nothing can be dealt out."""
    if left is right:
        return combinations(left, 2)
    if pairwise and min(len(left), len(right)) > 1:
        return zip(left, right) if len(left) == len(right) else iter(())
    return product(left, right)
