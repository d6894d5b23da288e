"""Head nouns of parks, projects, organizations and companies, and where they stand in a sentence: the longest at each end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.recognize.lexicon import ordered
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

CLASSES = ("Park", "Project", "Organization", "Company")
PHASES = frozenset("一期 二期 三期 四期 五期 首期 一厂 二厂 三厂 四厂 五厂".split())
REGISTERED_FORMS = frozenset("有限公司 有限责任公司 股份有限公司".split())


@cache
def _heads_by_last_character() -> dict[str, tuple[tuple[str, str], ...]]:
    by_last: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for cls in CLASSES:
        for head in ordered("heads", cls):
            by_last[head[-1]].append((head, cls))
    return {c: tuple(sorted(heads, key=lambda h: -len(h[0]))) for c, heads in by_last.items()}


@lru_cache(maxsize=8_192)
def heads_at(word: str) -> tuple[tuple[str, str], ...]:
    """Head nouns, with their class, that may end in a word, the longest first: those that it ends in, and those that end in it."""
    return tuple((head, cls) for head, cls in _heads_by_last_character().get(word[-1], ()) if word.endswith(head) or head.endswith(word))


@lru_cache(maxsize=8_192)
def _heads_behind(before: str, word: str) -> tuple[tuple[str, str], ...]:
    """Those of :func:`heads_at` that the word holds, or of which the character in front of it belongs to the rest."""
    return tuple((head, cls) for head, cls in heads_at(word) if len(head) <= len(word) or head[-len(word) - 1] == before)


HEADS = frozenset(head for heads in _heads_by_last_character().values() for head, _ in heads)
HEAD_NOUN = sign(  # of those of which :func:`heads_at` tells; 药业 is an industry, too
    lambda word: word.kind == "Industry" and heads_at(word.text)[:1] == ((word.text, "Company"),),
    words={head[i:] for head in HEADS for i in range(len(head))},
    ends=HEADS,
    plain_words=True,
)


def heads(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, str]]:
    """Head nouns of a sentence: (first token, last token, head, class), the longest at each end.

    A token that ends in a head noun is one (科技园 in 佛山科技园 as a word); the head then is the whole token.
    """
    for last, token in enumerate(tokens):
        if token.signs & HEAD_NOUN:
            for head, cls in _heads_behind(tokens[last - 1].text[-1] if last else "", token.text):
                found = ends_with(tokens, last, head)
                if found is not None:
                    yield found, last, head, cls
                    break


def ends_with(tokens: Sequence[Token], last: int, head: str, floor: int = 0) -> int | None:
    """The token in which a head begins if the tokens from ``floor`` to ``last`` end in it."""
    rest, i = head, last
    while i >= floor:
        text = tokens[i].text
        if len(text) >= len(rest):
            return i if text.endswith(rest) else None
        if not rest.endswith(text):
            return None
        rest = rest[: -len(text)]
        i -= 1
    return None


def ends_a_park(token: Token) -> bool:
    """Whether a word ends in a head noun of parks."""
    return any(cls == "Park" and token.text.endswith(head) for head, cls in heads_at(token.text))
