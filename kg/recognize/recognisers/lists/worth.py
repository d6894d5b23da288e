"""Takes the tokens of a sentence, proposes the project between a sum and the noun behind it: 总投资11亿元的…项目."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.lists.by_itself import counts_things
from kg.recognize.recognisers.projects.sized import SIZE
from kg.recognize.text.phrase import CLAUSE_ENDS, names_something
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

MONEY = sign(lambda word: word.kind == "quantity" and word.text.rstrip("以上").endswith("元"))
_BEFORE_A_SUM = frozenset("总投资 投资 计划总投资 计划投资 年度计划 共 共计 约 近 超 超过 逾 、 ，".split())
_DONE_THERE = frozenset("研发 设计 生产 制造 加工 销售 组装 检测 仓储 展示".split())


def worth(tokens: Sequence[Token], of: int) -> Iterator[Candidate]:
    """总投资11亿元的…项目: everything between the size and 项目 is the project's name."""
    if _of_many(tokens, of):
        return
    for stop in range(of + 1, min(of + 16, len(tokens))):
        if (
            tokens[stop].text == "、"
            and tokens[stop - 1].text in _DONE_THERE
            and tokens[stop + 1 : stop + 2]
            and tokens[stop + 1].text in _DONE_THERE
        ):
            continue  # 电池箱体研发、生产、销售项目
        if tokens[stop].text in CLAUSE_ENDS or tokens[stop].text in ("、", "的", "等") or tokens[stop].kind == "quantity" and not _is_made(tokens, of, stop):
            return
        if tokens[stop].text in ("项目", "工程") and names_something(tokens, of + 1, stop, 2):
            yield Candidate(tokens[of + 1].start, tokens[stop].end, "Project", "list.sized", True)
            return


def _is_made(tokens: Sequence[Token], of: int, size: int) -> bool:
    """Whether a quantity inside a name is what the project will make: 总投资12亿元的甲公司300万套车桥扩能项目."""
    return size > of + 1 and bool(tokens[size].signs & SIZE) and not tokens[size].signs & MONEY


def _of_many(tokens: Sequence[Token], of: int) -> bool:
    """Whether a sum is that of several, or what each of a kind has: 209项总投资120亿元的…工程, 投资5000万元以上的…项目."""
    at = of - 2
    while at > 0 and tokens[at].text in _BEFORE_A_SUM:
        at -= 1
    return tokens[of - 1].text.endswith("以上") or counts_things(tokens[max(at, 0)])
