"""Which class a name has: that of its head noun, but for phases, campaigns that nobody builds and designations without a place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.recognisers.grammar.heads import PHASES
from kg.recognize.text.phrase import is_proper, text_of
from kg.recognize.text.tokens import Token

DESIGNATION_HEADS = frozenset("示范区 试验区 先行区 先导区 试验田".split())
# 产业强链工程: carried out, not built
_CAMPAIGN_WORDS = frozenset(
    "强链 补链 延链 培育 提升 振兴 攻关 倍增 惠民 创建 引育 赋能 扶贫 转型 增效 育种 富民 暖心 素质 质量 人才 民心 提质 壮大 跃升 突破 强基 强企 育才 引才 行动".split()
)
BUILT = re.compile(
    r"灌|高速|水|桥|路|隧|管|网|库|港|堤|渠|坝|站|厂|线|电|园|城|楼|馆|院|场|井|泵|道|闸|改造|扩建|迁建|治理|修复|开发|整治|建设|一期|二期|三期|扩容|配套|安置|航|轨|铁|矿|炉|塔|"
    r"段|标|口|绿化|供热|供暖|供气|供氧|基础设施|调蓄|分洪|[引调].{1,2}[入济补]|联网|联通|连通|机组|装置|主体|光伏|风"
)


def class_of(tokens: Sequence[Token], first: int, head_first: int, head: str, cls: str) -> str:
    """The class of a name.

    :param cls: its head noun's
    """
    if head in PHASES or head == "产业基地" and any(t.kind == "Company" for t in tokens[first:head_first]):
        return "Project"
    if head == "工程" and (tokens[head_first - 1].text in _CAMPAIGN_WORDS or not _is_built(tokens, first, head_first)):
        return "Programme"
    if cls == "Park" and head in DESIGNATION_HEADS and not has_place(tokens, first, head_first):
        return "Programme"
    return cls


def _is_built(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a 工程 is built rather than carried out: a place, a company or something built in its name (强师工程 has none)."""
    if any(t.kind in ("District", "Company", "Park") for t in tokens[first:head]):
        return True
    return bool(BUILT.search(text_of(tokens, first, head).removesuffix("建设工程").removesuffix("工程")))


def has_place(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the name in front of 示范区 says where it is; without that it is a designation (国家低空经济产业综合示范区)."""
    if tokens[first].text in ("国家", "全国", "中国") and tokens[first + 1].text != "（":
        return False
    return any(
        t.kind in ("District", "Park") or is_proper(t) and t.kind == "word" or t.is_first_a_place
        for t in tokens[first:stop]
    )
