"""Takes the tokens of a project's or park's name and what may be a company at its front, tells whether it can be one.

Public works, places, countries, goods and adjectives stand there too: 京沈客专, 中白产业园, 聚丙烯基地, 现代服务项目. The words are in
``lexicon/developers.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from kg.recognize.lexicon import any_of, words
from kg.recognize.text.phrase import text_of
from kg.recognize.text.tokens import Token, known_word


_any = partial(any_of, "developers")
_PUBLIC = re.compile(_any("public"))
# of an office (市政务云), counted or numbered (三大新, 8号), of two places (甬绍), round one (环莞), a place, a road, goods, what goes round or along something,
# 藏医藏药 and the like
_NO_WORD_MARK = (
    rf"^{_any('abbreviations')}{{2,}}$|^环{_any('abbreviations')}$|^{_any('abbreviations')}[东西南北]$|^(.).\1.$|^{_any('in_front')}"
    rf"|^中{_any('countries')}|{_any('goods')}$|{_any('kinds')}$|"
    rf"^[一二两三四五六七八九十百千万]+{_any('counted')}|^[一二两三四五六七八九].[一二两三四五六七八九]|^{_any('offices')}|^{_any('coined')}|\d"
)
NO_MARK = re.compile(rf"{_NO_WORD_MARK}|(?<=..){_any('ends_of_sites')}$|{_any('place_endings')}$")
NO_MARK_OF_AN_OWNER = re.compile(_NO_WORD_MARK)  # of whom a clause tells as of a company: 远岭科技 may be called like a hill
PART_OF_A_PROVINCE = re.compile(_any("abbreviations") + "[东南西北中]")  # 粤东, 苏北
_BEHIND = {"纯": ("电",), "高": ("镍", "端", "压", "倍率", "纯")}  # first character of goods -> what it goes on with
_ADJECTIVES, _GENERAL, _OTHERS, _BRANCH_TRADES = (
    words("developers", name) for name in ("adjectives", "general", "other_companies", "trades_of_branches")
)


def may_develop(tokens: Sequence[Token], a: int, b: int, stop: int) -> bool:
    """Whether the words at the front of a project's name may be the company that develops it.

    :param a, b: half-open range of the words in question
    :param stop: the end of the name
    """
    mark, rest = text_of(tokens, a, b - 1), text_of(tokens, b, stop - 1)
    if mark == "日产" and tokens[b].kind == "quantity" or rest == "国际":
        return False  # how much a day; 凯岭国际 is the name
    if a > 0 and tokens[a - 1].kind == "District" and mark[0] in "站港口":
        return False  # 晨州站扩能改造, 晨州港拆装箱基地
    if any(token.kind == "Company" for token in tokens[a:b]):
        return True  # listed without doubt
    if any(map(bears_a_company, tokens[a:b])):
        if tokens[b].text in _OTHERS:
            return False
        if mark not in _ADJECTIVES:
            return not (known_word(mark) and _PUBLIC.search(rest))
        if a > 0 and tokens[a - 1].text in ("新", "后") or _PUBLIC.search(rest):
            return False  # 新时代…工程
        return tokens[b].text not in _GENERAL and not (tokens[b].kind == "District" and b + 1 == stop)  # 现代服务, 平安云南
    if tokens[b].kind == "District" and b + 1 == stop or rest == "城" or tokens[b].text in ("至", "—"):
        return False  # 雅岭克山, 同创城: a place
    return not (_PUBLIC.search(mark + rest) or NO_MARK.search(mark))


def drawn_to_a_mark(tokens: Sequence[Token], b: int) -> bool:
    """Whether the segmenter drew the first character of what is made to the mark in front of it: 凯沃纯|电动客车, 凯沃高|镍材料.

    :param b: the word behind the mark
    """
    mark = tokens[b - 1].text
    return len(mark) > 1 and tokens[b].text.startswith(_BEHIND.get(mark[-1], ()))


def closes_a_company(tokens: Sequence[Token], b: int, stop: int) -> bool:
    """Whether the trade behind a mark is a part of the company's name, behind which the project's goes on: 凯岭药业晨州基地."""
    return b + 1 < stop and tokens[b].text in _OTHERS


def longer_company(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """The company whose longer name a listed one was cut from: 正欣卫材 where 卫材 is listed, 云南建投物流 where 云南建投 is.

    In front stands a word that no dictionary has, at the beginning of a phrase; behind, in a list or in front of what owns or ends, a trade that no
    product is called by.

    :returns: a half-open range of tokens; None if the listed name is whole
    """
    token, before = tokens[i], tokens[i - 1] if i else None
    if (
        before is not None
        and before.kind == "word"
        and before.hit is None
        and len(before.text) == len(token.text) == 2
        and before.tag[:1] in "nx"
        and not known_word(before.text)
        and (i < 2 or tokens[i - 2].kind in ("punctuation", "District", "Park", "quantity") or tokens[i - 2].tag in ("uj", "p", "c"))
        and (i + 1 == len(tokens) or tokens[i + 1].kind == "punctuation" or tokens[i + 1].tag in ("uj", "u", "c", "d", "p"))
    ):
        return i - 1, i + 1
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if behind is None or behind.text not in _BRANCH_TRADES or token.text.endswith(behind.text):
        return None
    after = tokens[i + 2] if i + 2 < len(tokens) else None
    ends = after is None or after.kind == "punctuation" or after.tag in ("uj", "u", "c", "d")
    listed = before is not None and before.text in "、和与及为由" or after is not None and after.text in ("、", "等")
    return (i, i + 2) if ends and listed else None


def is_cut_from_a_mark(tokens: Sequence[Token], i: int, floor: int = 0) -> bool:
    """Whether a listed name of two characters is the rest of another company's mark, of which one character stands in front: 高德 in 斯高德."""
    before = tokens[i - 1] if i > floor else None
    return (
        before is not None
        and before.kind == "word"
        and len(before.text) == 1
        and len(tokens[i].text) == 2
        and before.tag[:1] in ("n", "g", "x")
        and before.text not in "省市县区州镇乡村路街的有由与让用以为是和及"
        and (i < 2 or tokens[i - 2].kind in ("punctuation", "District", "quantity") or tokens[i - 2].tag in ("uj", "p", "c", "v"))
    )


def bears_a_company(token: Token) -> bool:
    """Whether a word is a listed name of a company, be it a weak one."""
    return token.hit is not None and "Company" in token.hit.classes
