"""Takes the tokens of a sentence, proposes the companies that lead an industry: 以甲、乙为龙头."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.marks import word_mark_companies
from kg.recognize.text.phrase import GENERIC, NAMED_TAGS, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

LEADER = sign(words=("为首", "龙头", "链主", "代表", "重点", "骨干", "支撑"))
_LEADERS = re.compile(
    r"以(?P<names>[^，。；：的以为]{2,24}?)(?:等(?:企业|公司)?)?为(?:龙头|链主|引领的|首的|代表的[^，。；、]{0,14}(?:企业|公司)(?![^，。；]{0,3}(?:家|成长|群))"
    r"|代表的[^，。；、]{2,12}?(?:[两二三四五六七八九]大|产业|集群|板块))"
)
_WEIGHTY = re.compile(r"以(?P<names>[^，。；：的以为]{2,24}?)(?:等(?:企业|公司)?)?为(?:重点|骨干|支撑)的")
_OF_WORDS = ("n", "v", "vn", "a", "b", "d")  # 以流域治理为龙头: what is done, no company
_NO_LEADERS = tuple(words("lists", "no_leaders"))
_ONLY_COMPANIES = tuple(words("lists", "only_companies") | words("lists", "only_trades_of_companies"))


def leaders(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """以X、Y为龙头: companies, also where the segmenter takes 以 and 为 for parts of their names."""
    base, text = tokens[0].start, text_of(tokens, 0, len(tokens) - 1)
    for match in _LEADERS.finditer(text):
        at = base + match.start("names")
        certain: list[tuple[int, int]] = []
        of_words: list[tuple[int, int]] = []
        for name in match["names"].split("、"):
            inner = [t for t in tokens if at <= t.start and t.end <= at + len(name)]
            ordinary = (
                name in GENERIC
                or name.endswith(_NO_LEADERS) and not name.endswith(_ONLY_COMPANIES)
                or any(t.kind in ("District", "quantity") for t in inner)
                or sum(len(t.text) for t in inner) == len(name)  # not where the segmenter draws 以 to the name: 以太|重
                and all(t.kind == "word" and known_word(t.text) and t.tag in _OF_WORDS for t in inner)
                or any(map(is_trade, inner))
                and not any(True for _ in word_mark_companies(inner))
            )
            if 2 <= len(name) <= 8 and (not ordinary or len(name) > 3 and name.endswith(_ONLY_COMPANIES)):
                (of_words if ordinary else certain).append((at, at + len(name)))
            at += len(name) + 1
        for start, end in (*certain, *(of_words if len(certain) > 1 else ())):  # 晨帆集团、松元医疗、回春药业: called as two others are
            yield Candidate(start, end, "Company", "list.company-leads", True)
    yield from _weighty(tokens, text)


def _weighty(tokens: Sequence[Token], text: str) -> Iterator[Candidate]:
    """以X、Y等为重点的…产业: companies, if all are short and no word or trade tells that they are anything else, and one is no word at all."""
    base = tokens[0].start
    for match in _WEIGHTY.finditer(text):
        at, found = base + match.start("names"), []
        for name in match["names"].split("、"):
            inner = [t for t in tokens if at <= t.start and t.end <= at + len(name)]
            if not 2 <= len(name) <= 6 or name in GENERIC or name.endswith(_NO_LEADERS) or not inner or any(map(is_trade, inner)):
                break
            if any(t.kind != "Company" and (t.kind != "word" or t.tag[:1] in "vabdmf" or known_word(t.text) and t.tag not in NAMED_TAGS) for t in inner):
                break
            found.append((at, at + len(name), any(t.kind == "Company" or not known_word(t.text) for t in inner)))
            at += len(name) + 1
        else:
            if len(found) > 1 and any(unknown for _, _, unknown in found):
                for start, end, _ in found:
                    yield Candidate(start, end, "Company", "list.company-leads", True)
