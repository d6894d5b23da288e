"""The examples of a rule: sentences whose names are marked, with the facts that the rule reads in them. Takes a rule, gives what its
examples show to be wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.relate.rules.matching import Rules
from kg.relate.rules.rule import Name, Rule
from kg.relate.truth import denied

Example = tuple[str, tuple[str, ...]]  # a sentence, and the facts in it

_NAME = re.compile(r"【(?P<text>[^】:]+):(?P<cls>\w+)】")


def example(line: object) -> Example:
    """An example as it stands in a rule: its sentence, and the facts behind «=>»."""
    text, _, facts = str(line).replace("⇒", "=>").partition("=>")
    return text.strip(), tuple(fact.strip() for fact in facts.split(";") if fact.strip())


def names_marked(text: str) -> list[tuple[str, str]]:
    """The names of an example, each with its class."""
    return [(match["text"], match["cls"]) for match in _NAME.finditer(text)]


def check(rule: Rule, classes: Sequence[str]) -> Iterator[str]:
    """Run a rule's own examples; yields what is wrong, in words."""
    rules = Rules([rule], classes)
    for text, expected in rule.matches:
        found = _facts_of(rules, text)
        if not found:
            yield f"does not match: {text}"
        elif expected and set(expected) != found:
            yield f"gives {'; '.join(sorted(found))} instead of {'; '.join(expected)}: {text}"
    for text in rule.rejects:
        found = _facts_of(rules, text)
        if found:
            yield f"matches though it must not: {text} (gives {'; '.join(sorted(found))})"


def _facts_of(rules: Rules, example: str) -> set[str]:
    """What rules read in an example, in words."""
    text, at = "", 0
    names: list[Name] = []
    for match in _NAME.finditer(example):
        text += example[at : match.start()]
        names.append(Name(len(text), len(text) + len(match["text"]), match["cls"], match["text"]))
        text += match["text"]
        at = match.end()
    text += example[at:]

    def said(end: Name | str) -> str:
        return end.text if isinstance(end, Name) else end

    return {
        f"{said(f.subject)} {f.predicate} {said(f.object)}"
        for f in rules.facts(text, 0, len(text), names)
        if not denied(text[max(0, f.start - 8) : f.start] + text[f.start : f.end][:-1], text[f.start : f.end])
    }
