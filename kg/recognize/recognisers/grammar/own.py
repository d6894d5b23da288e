"""Whether the words in front of a head noun make a name: it must hold something of its own (重大产业项目 names nothing)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.recognisers.grammar.heads import REGISTERED_FORMS, ends_with, heads_at
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, NO_PLACES, ROUTES, names_something, text_of
from kg.recognize.text.tokens import Token, known_word

# heads that alone say little: the words in front must be a name, or many
PLAIN_HEADS = frozenset(
    (
        "产线 生产线 工厂 厂 一期 二期 扩产 扩建 项目 工程 基地 平台 通道 线 枢纽 装置 总部 基地 广场 公路 景区 示范园 示范带 核心区 中心区 功能区 片区 示范区 试验区 服务区 委员会 学院 医院 公司 "
        "集团 银行 政府 办公室 实验室 协会 联盟 校区 分院 新区 新城 高新区 开发区 经开区 合作区 先导区 先行区 产业基地 集聚区 经济区 园区 旅游度假区 度假区 港 中心 片区 机组 组团 启动区 拓展区 投资区 大走廊"
    ).split()
)
# how many words that say something make a name where none of them is one
_SPECIFIC_WORDS_ENOUGH = {"Park": 3, "Project": 4, "Organization": 2, "Company": 9}
_NUMBER = re.compile(r"[\dA-Z一二三四五六七八九十]+")
_ITS_RANK = re.compile(r"第[二三四五]大")
_SUPERLATIVE = re.compile(r"首[个座家条批]|最大|唯一|第[一二三四五][个座家条大]|[百千万]亿级")
_ROUTES_AND_PROJECTS = frozenset((*ROUTES, "项目", "工程"))
_KINDS_OF_SITES = NO_PLACES - {"机场"}  # of which a place has one
_NATIONAL = re.compile("(?<=..)(?:国家|全国)(?:工程研究中心|工程技术研究中心|工程实验室|重点实验室|技术创新中心|实验室)$")
_APPLIED_FOR = frozenset("创建 申报 争创 申建 申请 争取 谋划".split())
KINDS_OF_PROJECTS = frozenset(
    "发展 高质量 重点 重大 代表性 标志性 产业 建设 投资 示范 支撑性 引领性 旗舰 招商引资 工业 民生 技改 技术改造 亿元".split()
)


def named_by_head(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens end in a head noun and have something of their own in front of it.

    :param first, stop: half-open range
    """
    for head, cls in heads_at(tokens[stop - 1].text):
        found = ends_with(tokens, stop - 1, head, first)
        if found is not None:
            return (found > first or tokens[found].text != head) and is_enough(cls, head, tokens, first, found, tokens[found].text)
    return False


def is_enough(cls: str, head: str, tokens: Sequence[Token], first: int, head_first: int, head_text: str) -> bool:
    """Whether the words in front of a head make a name."""
    between_edges = text_of(tokens, first + 1, head_first - 1)
    if tokens[first].kind == "Company" and _ITS_RANK.search(between_edges):
        return False  # 甲公司全球第三大…基地: a description; but 甲公司…生态园首座工厂 is one thing
    if _SUPERLATIVE.search(between_edges) and (
        tokens[first].kind == "District" or tokens[first].text.startswith(("中国", "我国", "全国", "亚洲", "全球", "世界"))
    ):
        return False  # 粤港澳大湾区首个…工程: a description, not a name
    if head in ("项目", "工程") and head_text == head and all(t.kind == "District" for t in tokens[first:head_first]):
        return False  # 云州松岭区项目: whose?
    if head in ("项目", "工程") and _only_describes(tokens, first, head_first, head_text.removesuffix(head)):
        return False  # 晨州市级重点项目: a rank
    if head in _ROUTES_AND_PROJECTS and head_first == first + 1 and tokens[first].kind == "word" and tokens[first].text in _KINDS_OF_SITES:
        return False  # 港口铁路: 港口 is some town's name too
    if cls == "Organization" and (national := _NATIONAL.search(text_of(tokens, first, head_first - 1) + head_text)):
        field = [t for t in tokens[first:head_first] if t.start - tokens[first].start < national.start()]
        wanted = first > 0 and tokens[first - 1].text in _APPLIED_FOR
        return not wanted and any(t.text not in GENERIC for t in field)  # 有色金属全国重点实验室
    needed = _SPECIFIC_WORDS_ENOUGH[cls]
    if head in REGISTERED_FORMS and tokens[head_first].start - tokens[first].start >= 4:
        return not all(t.text in GENERIC or t.text in EDGE or t.text in BREAK for t in tokens[first:head_first])
    if head == "号线" and head_first > first and _NUMBER.fullmatch(tokens[head_first - 1].text):
        return True
    if head in PLAIN_HEADS:
        needed = 9
    if cls == "Company":
        needed = 9
    inner = head_text[: -len(head)] if len(head_text) > len(head) else ""
    if inner and inner not in GENERIC and head_text not in GENERIC and not known_word(head_text):
        return True
    return names_something(tokens, first, head_first, needed)


def _only_describes(tokens: Sequence[Token], first: int, stop: int, inner: str) -> bool:
    """Whether words in front of 项目 say no more than where it is, of which level and how important: a rank of projects, no name.

    :param inner: what stands in front of 项目 within its own token
    """
    if (inner or tokens[stop - 1].text) not in KINDS_OF_PROJECTS:
        return False
    for token in reversed(tokens[first:stop]):
        if token.kind == "word" and any(cls == "Park" and token.text == head for head, cls in heads_at(token.text)):
            return True  # 晨州枢纽港产业园重点产业项目: of a park
        if not (
            token.kind in ("District", "Park", "quantity", "time") or token.text in GENERIC or token.text in EDGE or token.text in KINDS_OF_PROJECTS
        ):
            return False
    return True
