"""Takes the tokens of a sentence, proposes projects that renew what is there already: 凯宇智能终端生产线智能化升级改造项目, 溪山古镇提升改造（二期）项目, 凯宇钛业新建项目.

What is there, a listed company or a name that ends in a head noun, stands in front; what is done to it, between it and 项目.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.heads import PHASES, REGISTERED_FORMS, ends_with, heads_at
from kg.recognize.recognisers.grammar.own import named_by_head
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.registered import start_of_registered
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

RENEWED = sign(words=("项目", "工程", "工程项目", "建设项目"))
_DONE = words("lists", "done_to_works") | words("lists", "renewals")
_HOW = words("lists", "renewed_how") | PHASES
_LONGEST = 8  # tokens of what is done
_CLASSES = ("Company", "Park", "Organization", "Project")


def renewed(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects that renew something named."""
    for last in [i for i, token in enumerate(tokens) if token.signs & RENEWED and i > 1]:
        if (first := _park_that_is_built(tokens, last)) is not None:
            yield Candidate(tokens[first].start, tokens[last].end, "Project", "grammar.renewed", True)
            continue
        stop, done = last, False
        while stop > max(1, last - _LONGEST) and (tokens[stop - 1].text in _DONE or tokens[stop - 1].text in _HOW):
            stop -= 1
            done = done or tokens[stop].text in _DONE or tokens[stop].text == "（"
            if done and tokens[stop].text not in ("）", "和", "及") and (first := _begin(tokens, stop)) is not None:
                yield Candidate(tokens[first].start, tokens[last].end, "Project", "grammar.renewed", True)
                break


def _park_that_is_built(tokens: Sequence[Token], last: int) -> int | None:
    """Where the name of a park begins that 建设项目 makes a project: 晨州农产品物流园建设项目."""
    stop = last if tokens[last].text == "建设项目" else last - 1 if tokens[last].text == "项目" and tokens[last - 1].text == "建设" else 0
    if stop < 1 or not (tokens[stop - 1].kind == "Park" or any(cls == "Park" for _, cls in heads_at(tokens[stop - 1].text)[:1])):
        return None
    return _begin(tokens, stop)


def _begin(tokens: Sequence[Token], stop: int) -> int | None:
    """Where a name begins that ends in front of a token; None if none does."""
    token = tokens[stop - 1]
    if token.kind in _CLASSES:
        return start_of(tokens, stop - 1) if token.kind != "Company" else stop - 1
    for head, cls in heads_at(token.text)[:1]:
        at = ends_with(tokens, stop - 1, head)
        if at is not None and cls in _CLASSES:
            first = start_of_registered(tokens, at) if head in REGISTERED_FORMS else start_of(tokens, at)
            return first if named_by_head(tokens, first, stop) else None
    return None
