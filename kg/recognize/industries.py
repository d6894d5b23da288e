"""Takes the tokens of a sentence, proposes industries: what the text names as an industry, chain, cluster or segment.

A listed industry counts where its label says what it is (现代服务业, 低空经济) or where 产业, 集群, 领域 … stands behind it;
a noun phrase in front of 产业 counts too, if it is not generic (重点产业).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.phrase import BREAK, GENERIC, start_of
from kg.recognize.tokens import Token

_HEADS = frozenset("产业 行业 产业链 产业集群 集群 制造业 全产业链 供应链 制造产业 制造业集群 产业带 赛道".split())
_SELF_EVIDENT = ("业", "经济", "产业", "制造")
_PROMOTED = frozenset("发展 培育 壮大 做强 做大 培育壮大 发展壮大 大力发展 加快发展 布局 培育发展 重点发展 做优做强 积极发展 推动 聚焦 抢抓 发展以 涵盖".split())
_TOO_GENERAL = frozenset("产业 行业 工业 农业 经济 商业 企业 就业 创业 作业 事业 职业 专业 林业 渔业 物业 毕业 失业 建筑业 第一产业 第二产业 第三产业 一二三产业 优势产业 传统产业 新兴产业 主导产业 特色产业 支柱产业 实体经济 民营经济 区域经济 县域经济 市场经济 国民经济 重点产业 相关产业 总部经济 开放型经济 外向型经济 集体经济 国有经济 产业链 产业集群 中小企业".split())


def industries(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries of a sentence."""
    for i, token in enumerate(tokens):
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.kind == "Industry":
            if behind is not None and behind.text in _HEADS:
                yield Candidate(token.start, token.end, "Industry", "industry.listed", True)
            elif token.text.endswith(_SELF_EVIDENT) and token.text not in _TOO_GENERAL:
                if behind is None or behind.kind != "word" or behind.text in BREAK or not behind.tag.startswith("n") or behind.text.endswith(("值", "入", "额", "资", "数", "量")):
                    yield Candidate(token.start, token.end, "Industry", "industry.listed", True)
            elif i and tokens[i - 1].text in _PROMOTED and (behind is None or behind.kind == "punctuation"):
                yield Candidate(token.start, token.end, "Industry", "industry.promoted", True)
        elif token.kind == "word" and token.text in _HEADS and i and tokens[i - 1].kind != "Industry":
            yield from _in_front(tokens, i)
        elif token.kind == "word" and token.hit is not None and token.hit.entries[0].cls == "Industry" and behind is not None and behind.text in _HEADS:
            yield Candidate(token.start, token.end, "Industry", "industry.listed", True)


def _in_front(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    first = start_of(tokens, head)
    while first < head and (tokens[first].kind in ("District", "Company", "Park", "quantity") or tokens[first].text in GENERIC and tokens[first].hit is None and first + 1 < head):
        first += 1
    if first == head or not 1 <= head - first <= 4:
        return
    if all(t.text in GENERIC or t.kind == "punctuation" for t in tokens[first:head]):
        return
    text = "".join(t.text for t in tokens[first:head])
    if not 2 <= len(text) <= 12 or any(t.kind in ("quantity", "time", "punctuation") for t in tokens[first:head]):
        return
    if text + tokens[head].text in _TOO_GENERAL or text in _TOO_GENERAL or tokens[head - 1].tag in ("a", "b", "m", "f", "r") and head - first == 1:
        return
    yield Candidate(tokens[first].start, tokens[head - 1].end, "Industry", "industry.head-noun", False)
