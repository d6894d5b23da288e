"""Judges a query by its words before it is run: what form it has, which graphs it asks, and what may not be run at all.

The engine's grammar has the last word. Looked for here is what the engine would do but must not (fetch), and what it
reports far from the place or in its own terms (an undeclared prefix, a word that is none).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from kg import names
from kg.errors import QueryError
from kg.query.place import query_error
from kg.query.tokens import Token, tokens
from kg.query.words import FORMS, UPDATES, WORDS

_PAIRS = {")": "(", "]": "[", "}": "{"}
_CLOSING = {opening: closing for closing, opening in _PAIRS.items()}
_SCHEME = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True)
class Query:
    """What the words of a query tell."""

    text: str
    form: str                       # SELECT, ASK, CONSTRUCT or DESCRIBE
    sources: tuple[str, ...]        # IRIs after FROM
    named: tuple[str, ...]          # IRIs after FROM NAMED
    ordered: bool                   # has an ORDER BY
    names_graphs: bool              # has a GRAPH pattern
    needs_union: bool               # asks the union of several graphs


def parse(text: str) -> Query:
    """Judge a query.

    :raises QueryError: if it is empty, an update, would fetch (SERVICE), uses a prefix that is not declared, has a word
        that SPARQL does not know, an unclosed string or a bracket without its partner
    """
    words = list(tokens(text))
    if not words:
        raise QueryError("the query is empty", hint="for example: SELECT * WHERE { ?s ?p ?o } LIMIT 10")
    prefixes, body = _prologue(text, words)
    if not body:
        raise query_error(text, len(text), "the query ends after its prefixes", "SELECT, ASK, CONSTRUCT or DESCRIBE must follow")
    _refuse_updates(text, body[0])
    _refuse_fetching(text, words)
    _check_words(text, body, prefixes)
    _check_brackets(text, body)
    keywords = [token.keyword for token in body]
    sources, named = _dataset(text, body, prefixes)
    one_source = len(sources) == 1 or bool(named) and not sources
    return Query(text, keywords[0], sources, named, ordered="ORDER" in keywords, names_graphs="GRAPH" in keywords,
                 needs_union=not one_source and not _asks_graphs_alone(body))


def _prologue(text: str, words: list[Token]) -> tuple[dict[str, str | None], list[Token]]:
    """The prefixes that hold (a query's own win; None where its IRI is relative), and the words after the prologue."""
    prefixes: dict[str, str | None] = dict(names.PREFIXES)
    at = 0
    while at < len(words) and words[at].keyword in ("BASE", "PREFIX", "VERSION"):
        if words[at].keyword == "PREFIX":
            if at + 2 >= len(words) or not words[at + 1].text.endswith(":") or words[at + 2].kind != "iri":
                raise query_error(text, words[at].start, "a PREFIX is not well formed", "write PREFIX name: <IRI>")
            iri = words[at + 2].text
            prefixes[words[at + 1].text[:-1]] = iri[1:-1] if _SCHEME.match(iri) else None
            at += 3
        else:
            at += 2
    return prefixes, words[at:]


def _refuse_updates(text: str, first: Token) -> None:
    if first.keyword in UPDATES:
        raise query_error(text, first.start, f"{first.keyword} would change the graph",
                          "only SELECT, ASK, CONSTRUCT and DESCRIBE are run; kg build changes the graph")
    if first.keyword not in FORMS:
        raise query_error(text, first.start, f"a query can't begin with «{first.text}»",
                          "it begins with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _refuse_fetching(text: str, words: list[Token]) -> None:
    """Refuse SERVICE: the engine would call the address.

    The engine reads ``?x<'a>'`` as a comparison where the words here see an IRI ``<'a>``, so that a quotation mark or # in
    such an "IRI" could hide a SERVICE from one of the two. Where both come together, it is refused too.
    """
    for token in words:
        if token.keyword == "SERVICE":
            raise query_error(text, token.start, "SERVICE would fetch from another endpoint, and nothing is fetched",
                              "ask the store alone")
    if re.search(r"\bservice\b", text, re.IGNORECASE):
        for token in words:
            if token.kind == "iri" and re.search("['#]", token.text) and not _SCHEME.match(token.text):
                raise query_error(text, token.start, "this can be read in two ways", "put a space after <")


def _check_words(text: str, body: list[Token], prefixes: dict[str, str | None]) -> None:
    for token in body:
        if token.kind == "prefixed":
            prefix = token.text.split(":", 1)[0]
            if prefix not in prefixes:
                raise query_error(text, token.start, f"the prefix {prefix}: is not declared",
                                  _about_prefix(prefix))
        elif token.kind == "word" and token.keyword not in WORDS:
            raise query_error(text, token.start, f"«{token.text}» is no word of SPARQL",
                              "a variable begins with ?, an entity has its prefix (company:…), a text its quotation marks")
        elif token.kind == "sign" and token.text in "'\"":
            raise query_error(text, token.start, "a text in quotation marks does not end", f"close it with {token.text}")


def _about_prefix(prefix: str) -> str:
    close = get_close_matches(prefix, names.PREFIXES, n=1)
    return f"did you mean {close[0]}:?" if close else f"write PREFIX {prefix}: <IRI> in front of the query"


def _check_brackets(text: str, body: list[Token]) -> None:
    opened: list[Token] = []
    for token in body:
        if token.kind != "sign":
            continue
        if token.text in _PAIRS.values():
            opened.append(token)
        elif token.text in _PAIRS:
            if not opened:
                raise query_error(text, token.start, f"{token.text} closes nothing", f"there is no {_PAIRS[token.text]} for it")
            expected = _CLOSING[opened.pop().text]
            if token.text != expected:
                raise query_error(text, token.start, f"{token.text} stands where {expected} is expected")
    if opened:
        raise query_error(text, opened[-1].start, f"{opened[-1].text} is never closed")


def _dataset(text: str, body: list[Token], prefixes: dict[str, str | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The IRIs after FROM and after FROM NAMED."""
    sources, named = list[str](), list[str]()
    for at, token in enumerate(body):
        if token.keyword == "FROM" and at + 1 < len(body):
            is_named = body[at + 1].keyword == "NAMED"
            graph = body[min(at + 1 + is_named, len(body) - 1)]
            (named if is_named else sources).append(_graph(text, graph, prefixes))
    return tuple(sources), tuple(named)


def _graph(text: str, token: Token, prefixes: dict[str, str | None]) -> str:
    if token.kind == "iri" and _SCHEME.match(token.text):
        return token.text[1:-1]
    if token.kind == "prefixed":
        prefix, local = token.text.split(":", 1)
        if (base := prefixes[prefix]) is not None:
            return base + re.sub(r"\\(.)", r"\1", local)
    raise query_error(text, token.start, "FROM must name a graph of the store by its full IRI")


def _asks_graphs_alone(body: list[Token]) -> bool:
    """Whether the query's one group is made of ``GRAPH … { … }`` and nothing else; False where that isn't certain."""
    depth = groups = 0
    for at, token in enumerate(body):
        sign = token.text if token.kind == "sign" else ""
        if sign == "{":
            groups += depth == 0
            if depth == 1 and body[at - 2].keyword != "GRAPH":
                return False
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 1 and sign != "." and "GRAPH" not in (token.keyword, body[at - 1].keyword):
            return False
    return groups == 1
