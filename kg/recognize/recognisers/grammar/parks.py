"""What ends in a head noun of parks and names none: kinds of areas, slogans, positions, designations, zones that a park or company has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.around import counts_a_kind
from kg.recognize.recognisers.grammar.classes import DESIGNATION_HEADS, has_place
from kg.recognize.recognisers.grammar.heads import ends_with, heads_at
from kg.recognize.text.phrase import is_proper, is_trade, text_of
from kg.recognize.text.tokens import Token

BARE_ZONES = words("places", "areas") | words("places", "zones_of_its_own")
_ZONES_OF_PROVINCES = words("places", "kinds_of_zones")
_SLOGAN_OF_AREAS = re.compile(r"[一二三四五六七八九两\d][主副区核城园心轴].*组团|[多二三四五六七八九两\d]组团")
_KINDS_OF_AREAS = words("own_parks", "kinds") - {"合作", "转移", "飞地", "工业", "农业"}
_HAVE_A_CORE = ("新区", "新城", "片区", "开发区", "示范区", "高新区", "经开区")
_CLUSTERS = frozenset("集聚区 聚集区 功能区 实验区 示范片区 示范带".split())
_LEVELS = frozenset("国家级 省级 自治区级 市级 国家".split())
_WANTED_HEADS = DESIGNATION_HEADS | frozenset(
    "实验区 集聚区 聚集区 产业基地 智谷 创业园 园区".split()
)  # alone in a list also what a place wants to have


def names_no_park(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens that end in a head of parks name none: a kind, a slogan, a designation."""
    for head, cls in heads_at(tokens[last].text):
        head_first = ends_with(tokens, last, head, first)
        if head_first is not None and cls == "Park":
            return is_no_park(tokens, first, head_first, last, head) or head in _WANTED_HEADS and not has_place(tokens, first, head_first)
    return False


def is_no_park(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    behind = tokens[last + 1].text if last + 1 < len(tokens) else ""
    before = tokens[head_first - 1].text if head_first > first else ""
    if head.endswith("城") and behind == "市" or counts_a_kind(tokens, last):
        return True  # 会展城市; 新增现代农业示范区21个
    if head == "组团" and (behind in ("发展", "出海", "式") and before.endswith("区") or _SLOGAN_OF_AREAS.search(text_of(tokens, first, last))):
        return True  # 滨海片区组团发展; 一主两副七组团
    if head == "园区" and (
        before in _KINDS_OF_AREAS
        or before.endswith(("代化", "准化", "版"))
        or any(t.kind == "quantity" for t in tokens[first:head_first])
    ):
        return True  # 重点园区, 湘电50万千瓦园区绿色供电
    if head == "核心区" and (not before.endswith(_HAVE_A_CORE) or before == "新区" and head_first == first + 1):
        return True  # 丝绸之路经济带核心区: a position
    if head in ("园区", "产业园区") and head_first > first and all(t.kind == "word" and t.text in BARE_ZONES for t in tokens[first:head_first]):
        return True  # 高新区园区: its own
    if head in BARE_ZONES and head_first == first + 1 and tokens[first].kind == "Company":
        return True  # 中国移动新区数据中心: a company's centre in the zone whose text it is
    if head == "园区" and head_first > first and (tokens[head_first - 1].kind == "Park" or before.endswith(("保税区", "开发区", "高新区", "经开区"))):
        return True  # 晨州综合保税区园区内: the park itself
    if head in _ZONES_OF_PROVINCES and head_first == first + 1 and tokens[first].text.endswith(("省", "自治区")):
        return True  # 云岭省开发区: all of them
    if head in _CLUSTERS and not _stands_somewhere(tokens, first, head_first):
        return True  # 海洋特色产业集聚区
    level = next((i for i in range(first + 1, head_first) if tokens[i].text in _LEVELS), None)
    if level is None:
        return False
    park = tokens[level - 1]  # 双凤经开区国家级绿色工业园区: what the park is designated as
    return park.kind == "Park" or any(cls == "Park" for _, cls in heads_at(park.text))


def _stands_somewhere(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name stands in front of 集聚区, so that it is not one that a place wants (海洋特色产业集聚区): 海洋 is tagged as a place."""
    return any(t.text != "海洋" and (is_proper(t) or t.hit is not None and not is_trade(t)) for t in tokens[first:stop])
