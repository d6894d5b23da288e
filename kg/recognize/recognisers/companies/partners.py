"""Takes the tokens of a sentence, proposes companies by what two parties do together: 华谊能化与德国汉高签订战略合作协议, 腾龙芳烃与中科宏业合作建设….

Governments, institutes and zones sign as well, so that each of the two must be called as companies are: a mark and a trade, a country or a place and a
mark; what is neither is one beside a partner that is, if it is four characters of two words that make none together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.companies.word_marks import mark_and_trade
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists import Member
from kg.recognize.recognisers.lists.companies import is_called_as_company
from kg.recognize.text.phrase import CLAUSE_ENDS, COUNTED, GENERIC, PLAIN_OR_BREAK, ends_names, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_DO = frozenset("签订 签署 签约 合作建设 出资 合资 合作开发".split())
PARTNERS = sign(words=_DO)
_TOGETHER = frozenset("正式 成功 共同 联合 双方 合作 近日 日前 再次".split())
_AND = frozenset("与 和 同".split())
_FOREIGN = words("developers", "foreign")
_LONGEST = 10  # characters of a name


def partners(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """The companies among two that do something together."""
    for verb in [i for i, token in enumerate(tokens) if token.signs & PARTNERS and i > 2]:
        stop = verb
        while stop and tokens[stop - 1].text in _TOGETHER:
            stop -= 1
        joint = next((i for i in range(stop - 2, max(0, stop - 7), -1) if tokens[i].text in _AND), None)
        if joint is None or any(t.text in CLAUSE_ENDS for t in tokens[joint:stop]):
            continue
        first = joint
        while first and tokens[first - 1].text not in CLAUSE_ENDS and tokens[first - 1].kind != "time":
            first -= 1
        parties = [(first, joint), (joint + 1, stop)]
        sure = [_is_called_one(tokens, *party) for party in parties]
        for party, other, called in zip(parties, sure[::-1], sure):
            if called or other and _may_be_one(tokens, *party):
                yield Candidate(tokens[party[0]].start, tokens[party[1] - 1].end, "Company", "list.company-partner", True)


def _is_called_one(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a party is called as companies are."""
    if not _is_a_name(tokens, first, stop):
        return False
    if mark_and_trade(tokens, first, stop) or is_called_as_company(tokens, Member(first, stop)) and tokens[first].kind != "District":
        return True
    last = tokens[stop - 1]
    if stop - first == 2 and (tokens[first].text in _FOREIGN or tokens[first].kind == "District"):
        return 2 <= len(last.text) <= 3 and not is_trade(last) and last.text not in GENERIC and (not known_word(last.text) or bears_a_company(last))
    return False


def _may_be_one(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a party is two words that make none together: 中科宏业; or a country and a word: 德国汉高."""
    if not _is_a_name(tokens, first, stop) or stop - first != 2:
        return False
    foreign = tokens[first].text in _FOREIGN
    return all(len(t.text) == 2 and t.kind == "word" and t.tag[:1] in ("n", "j", "a")[: 2 + foreign] and not is_trade(t) for t in tokens[first:stop])


def _is_a_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens may name a company, and no office, zone or work."""
    text = text_of(tokens, first, stop - 1) if first < stop else ""
    return (
        3 <= len(text) <= _LONGEST
        and not known_word(text)
        and not NO_MARK.search(text)
        and not any(cls != "Company" for _, cls in heads_at(tokens[stop - 1].text)[:1])
        and not any(
            t.kind not in ("word", "District", "Industry")
            or t.text in PLAIN_OR_BREAK
            or ends_names(t)
            or COUNTED.match(t.text)
            or t.tag[:1] in "pcrud"
            for t in tokens[first:stop]
        )
    )
