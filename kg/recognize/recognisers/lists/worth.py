"""Takes the tokens of a sentence, proposes the project between a sum and the noun behind it: 总投资11亿元的…项目."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.projects.sized import SIZE
from kg.recognize.text.phrase import CLAUSE_ENDS, names_something
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

MONEY = sign(lambda word: word.kind == "quantity" and word.text.rstrip("以上").endswith("元"))
_DONE_THERE = frozenset("研发 设计 生产 制造 加工 销售 组装 检测 仓储 展示".split())


def worth(tokens: Sequence[Token], of: int) -> Iterator[Candidate]:
    """总投资11亿元的…项目: everything between the size and 项目 is the project's name."""
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
        if tokens[stop].text in ("项目", "工程") and names_something(tokens, of + 1, stop, 2) and not _is_rank(tokens, of + 1, stop):
            yield Candidate(tokens[of + 1].start, tokens[stop].end, "Project", "list.sized", True)
            return


def _is_made(tokens: Sequence[Token], of: int, size: int) -> bool:
    """Whether a quantity inside a name is what the project will make: 总投资12亿元的甲公司300万套车桥扩能项目."""
    return size > of + 1 and bool(tokens[size].signs & SIZE) and not tokens[size].signs & MONEY


def _is_rank(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether words in front of 项目 only say of what field and how important it is."""
    ranks = ("产业", "产业链", "领域", "类", "重大", "重点", "系列", "招商", "合作")
    return tokens[stop - 1].text in ranks or any(t.text in ("项目", "工程") for t in tokens[first:stop])
