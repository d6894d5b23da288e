"""Where names come from. A source can be switched off, so that what it adds can be measured (docs/accuracy.md)."""

from __future__ import annotations

from functools import cache

SOURCES = {
    "listed": "gazetteers and the ontology's industries",
    "rules": "the grammar of names",
    "context": "lists, names known from elsewhere in the text, weak names that the context supports",
    "trained": "the trained recogniser",
    "spaCy": "a spaCy model",
}

# The source of a rule is that of the longest beginning of its name.
_OF = {
    "gazetteer": "listed",
    "gazetteer.weak": "context",
    "industry.listed": "listed",
    "industry": "rules",
    "grammar": "rules",
    "programme": "rules",
    "product": "rules",
    "person": "rules",
    "public-work": "rules",
    "composition": "rules",
    "list": "context",
    "known": "context",
    "trained": "trained",
    "ner": "spaCy",
}


@cache
def source_of(rule: str) -> str:
    """The source that a rule belongs to.

    :param rule: as in a candidate: ``grammar.park``
    :raises KeyError: for a rule of no source

    >>> source_of("gazetteer"), source_of("gazetteer.weak"), source_of("industry.listed-run")
    ('listed', 'context', 'listed')
    """
    if rule in _OF:
        return _OF[rule]
    return _OF[max((start for start in _OF if rule.startswith((start + ".", start + "-"))), key=len, default=rule)]
