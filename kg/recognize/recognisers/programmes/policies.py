"""Takes the tokens of a sentence, proposes policies: those that go by the number of their articles (稳外贸20条措施), and plans and opinions by their title in
book marks (《肃州水网规划》).

The verb of their clause says that they are issued or carried out; laws, books and songs are no policies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.programmes.campaigns import IMPLEMENTED
from kg.recognize.text.phrase import CLAUSE_ENDS, LIST_JOINTS, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_ISSUED = IMPLEMENTED | words("programmes", "issued")
_ISSUED_BEHIND = words("programmes", "issued_behind")
_TITLE_HEADS = tuple(ordered("programmes", "policy_titles"))
_NO_TITLES = tuple(ordered("programmes", "no_policy_titles"))
_YEARS = re.compile(r"（[^）]*）$")  # …行动计划（2018—2020年）
_MEASURES = frozenset("政策 措施 举措 意见 政策措施 若干措施 具体措施 政策举措".split())
_ARTICLES = re.compile(r"^(?:\d{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)条(?:政策|措施|举措)?$")
_OF_LINES = re.compile(r"(?:路|线|街|巷|道|河|渠|沟|水体|岸|网|链|带|廊|村|整治|改造|整修|修缮|绿化|亮化|硬化)$")  # 整治道路56条
_WHOSE = frozenset("全市 全省 全区 全县 我市 我省 我区 我县 全州 市 省 县 新 一批 了 好 系列 一系列 新一轮 首批 两批 省市 率先 、 ，".split())
_CLAUSE_ENDS = CLAUSE_ENDS | {"《", "》"}
SHORTEST, LONGEST = 3, 30  # characters in front of the number of articles
SHORTEST_TITLE, LONGEST_TITLE = 6, 44

ARTICLES = sign(lambda word: "条" in word.text and bool(_ARTICLES.match(word.text)))
TITLE = sign(words=("《",))
POLICY_SIGNS = ARTICLES | TITLE


def policies(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """The policy that a token is a sign of."""
    if tokens[i].signs & ARTICLES:
        yield from _by_articles(tokens, i)
    elif tokens[i].signs & TITLE:
        yield from _by_title(tokens, i)


def _by_articles(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """稳外贸20条措施 behind 出台; in a list of them (惠企17条、促消费15条等政策) each."""
    last = count
    while last + 1 < len(tokens) and tokens[last + 1].text in _MEASURES:
        last += 1
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if last == count and behind is not None and behind.kind != "punctuation" and behind.text not in ("等", "和", "及", "以及"):
        return  # 15条道路: no policy
    first = _behind_verb(tokens, count)
    if first is None or first == count or tokens[count - 1].text in ("的", "等", "”", "》"):
        return
    if last == count and (_OF_LINES.search(text_of(tokens, first, count - 1)) or tokens[count].text in ("1条", "2条", "3条")):
        return
    if SHORTEST <= tokens[count].start - tokens[first].start <= LONGEST:
        yield Candidate(tokens[first].start, tokens[last].end, "Programme", "programme.policy", True)


def _behind_verb(tokens: Sequence[Token], count: int) -> int | None:
    """Where the name of a policy begins: behind the verb of its clause, or behind another policy in a list; None without such a verb."""
    start = None
    for i in range(count - 1, -1, -1):
        token = tokens[i]
        if token.text in _ISSUED:
            first = i + 1 if start is None else start
            while first < count and tokens[first].text in _WHOSE:
                first += 1
            return first
        if token.text in LIST_JOINTS and i and (tokens[i - 1].signs & ARTICLES or tokens[i - 1].text in _MEASURES):
            start = i + 1 if start is None else start
        elif token.text in _CLAUSE_ENDS or start is None and (token.kind in ("quantity", "time") or token.text == "等"):
            return None
    return None


def _by_title(tokens: Sequence[Token], opening: int) -> Iterator[Candidate]:
    """出台《肃州水网规划》: the title, and each of several that stand together."""
    closing = next((j for j in range(opening + 1, min(opening + 30, len(tokens))) if tokens[j].text == "》"), None)
    if closing is None or not (_is_issued(tokens, opening) or _is_issued_behind(tokens, closing)):
        return
    title = text_of(tokens, opening + 1, closing - 1)
    bare = _YEARS.sub("", title)
    if SHORTEST_TITLE <= len(bare) <= LONGEST_TITLE and bare.endswith(_TITLE_HEADS) and not any(word in title for word in _NO_TITLES):
        yield Candidate(tokens[opening].end, tokens[opening].end + len(bare), "Programme", "programme.policy", True)


def _is_issued_behind(tokens: Sequence[Token], closing: int) -> bool:
    """Whether the words behind a title say that it is issued or carried out: 《…方案》已印发实施."""
    behind = closing + 1
    while behind < len(tokens) and (tokens[behind].tag == "d" or tokens[behind].kind == "time" or tokens[behind].text in ("正式", "全面", "顺利")):
        behind += 1
    return behind < len(tokens) and tokens[behind].text in _ISSUED_BEHIND


def _is_issued(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a verb in front of a title, or in front of the titles before it, says that it is issued or carried out."""
    i = opening - 1
    while i >= 0:
        if tokens[i].text in _ISSUED:
            return True
        if tokens[i].text == "》":
            while i >= 0 and tokens[i].text != "《":
                i -= 1
        elif tokens[i].text not in LIST_JOINTS and tokens[i].text not in _WHOSE:
            return False
        i -= 1
    return False
