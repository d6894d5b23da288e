"""Takes the full name of a thing, gives the names that a text shortens it to: 小鹏 of 小鹏汽车, 大旺产业城 of 肇庆大旺产业城."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.recognize.gazetteer import Gazetteer
from kg.recognize.known import SHORTEST, cut_end
from kg.recognize.lexicon import any_of
from kg.recognize.text.phrase import ALL_TRADES, TRADES
from kg.recognize.text.tokens import known_word
from kg.relate.entities.project_names import mark_of

_LONG_ENOUGH = 6  # characters of a project's name that tell it without the one that it is a part of
_TRADES_OF_FORMS = frozenset(("药业", "制药", "实业", "置业"))  # they end a company's name whatever stands in front
_AREA = re.compile(f"[\u4e00-\u9fff）]{{2,}}{any_of('places', 'areas')}$")
_BEGIN_WITH_A_TRADE = tuple(ALL_TRADES)


def short_forms(long: str, cls: str, named: Collection[str], gazetteer: Gazetteer) -> Iterator[str]:
    """The names among some that shorten a name: a company's without its trade, another thing's without the place or company in front,
    or with the place's short name.

    :param named: the names that a text has for things of the class
    """
    return _of_a_company(long, named, gazetteer) if cls == "Company" else _of_another_thing(long, cls, named, gazetteer)


def is_a_place(text: str, gazetteer: Gazetteer) -> bool:
    """Whether characters are the name of a listed place."""
    return any(e.cls == "District" for e in gazetteer.lookup(text))


def _is_a_place_in_a_place(text: str, gazetteer: Gazetteer) -> bool:
    """Whether characters are the names of two places, one behind the other."""
    return any(is_a_place(text[:cut], gazetteer) and is_a_place(text[cut:], gazetteer) for cut in range(2, len(text) - 1))


def _is_a_company(text: str, gazetteer: Gazetteer) -> bool:
    """Whether characters are the name of a listed company."""
    return any(e.cls == "Company" for e in gazetteer.lookup(text))


def _of_a_company(long: str, named: Collection[str], gazetteer: Gazetteer) -> Iterator[str]:
    mark = mark_of(long)
    place = next((n for n in range(min(6, len(long) - 2), 1, -1) if is_a_place(long[:n], gazetteer)), 0)
    for short in {mark, mark[place:], long[place:]} - {long}:  # 健诺, 健诺生物科技 of 阜阳健诺生物科技; not 比亚迪 of 合肥比亚迪汽车
        if len(short) >= 2 and short in named and not _is_a_company(short, gazetteer):
            yield short
    for end in range(place + 2, min(place + 5, len(long) - 1)):  # 瑞锋 of 晨州瑞锋五金制品有限公司
        short = long[place:end]
        if short in named and long.startswith(_BEGIN_WITH_A_TRADE, end) and not known_word(short) and not gazetteer.lookup(short):
            yield short
    if place and mark != long and mark in named and _is_a_company(mark, gazetteer):
        yield mark  # 贵州晨能 of 贵州晨能新能源材料, listed with its place
    for short in named:  # 云岭新材料, 云岭汽配 of 湛州云岭新材料科技, 湛州云岭汽车配件: its mark, and what its trades are cut down to
        if place and _cuts_trades(short, long[place:]) and not _is_a_company(short, gazetteer):
            yield short
    for begin in {0, place}:
        for cut in range(begin + 4, len(long) - (begin == 0)):  # 云岭食品 of 云岭食品（湛州）有限公司, 瑞锋五金 of 晨州瑞锋五金制品有限公司
            short = long[begin:cut]
            if short in named and not _is_a_company(short, gazetteer):
                yield short
    for cut in range(2, len(long)):
        front, rest = long[:cut], long[cut:]
        if front in named and (rest in TRADES or rest in _TRADES_OF_FORMS):
            yield front


def _cuts_trades(short: str, name: str) -> bool:
    """Whether a short form is a company's mark, and its trades without some of their characters: 云岭汽配 of 云岭汽车配件."""
    return SHORTEST <= len(short) < len(name) and cut_end(short, 0, name) == len(short)


def _of_another_thing(long: str, cls: str, named: Collection[str], gazetteer: Gazetteer) -> Iterator[str]:
    for cut in range(1, len(long)):
        front, rest = long[:cut], long[cut:]
        if cut >= 3 and front[-1] in "县市区" and len(rest) >= 4 and front[:-1] + rest in named and is_a_place(front, gazetteer):
            yield front[:-1] + rest  # 天祝金强工业集中区 of 天祝县金强工业集中区
        elif len(rest) >= 4 and rest in named and _may_be_left_out(front, rest, cls, named, gazetteer):
            yield rest


def _may_be_left_out(front: str, rest: str, cls: str, named: Collection[str], gazetteer: Gazetteer) -> bool:
    """Whether the front of a name may be left out: the rest tells the thing without it."""
    if any(e.cls == "District" or e.cls == "Company" and cls == "Project" for e in gazetteer.lookup(front)):
        return True
    if cls == "Park":  # 滨湖经开区 of 晨州市云岭区滨湖经开区, 利民生物医药产业园 of 晨州新区利民生物医药产业园
        return _is_a_place_in_a_place(front, gazetteer) or len(rest) > 4 and _AREA.search(front) is not None
    if cls != "Project":
        return False
    of_a_whole = front.endswith("·") or any(front in named or front + end in named for end in ("", "项目"))
    if of_a_whole and len(rest) >= _LONG_ENOUGH:
        return True  # 溪江2号特大桥 of 甲县过境高速公路溪江2号特大桥, 鲜果加工交易中心项目 of 晨州·鲜果加工交易中心项目
    return len(rest) > 6 and 2 <= len(front) <= 4 and not known_word(front)  # 智慧乳品工厂项目 of 湛氏智慧乳品工厂项目
