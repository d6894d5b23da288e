"""Figures that a sentence deals out: one of several owners or indicators to each (分别), or the same to all of them (均, 各)."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.relate.figures.figure import GROWTH, LEVEL, Figure
from kg.relate.figures.indicator import KIND
from kg.relate.figures.percent import without_comparison
from kg.relate.figures.phrase import JOINED, list_members, without_front
from kg.relate.figures.state import State
from kg.relate.focus.subjects import SUBJECTS

_BOTH_SIDES = re.compile("存、?贷款")  # 存贷款余额分别为…
_EACH_SO_MANY = re.compile(r"(?:^|[，：])(?P<list>[^，。；：\d“”（）]{2,40}?、[^，。；：、\d“”（）]{2,20}?)各$")  # 产业园、产业集群各1个
_GRADES = re.compile("(?:国家|[省市县区]|级)(?=[、和及])")  # 国家、省卫生镇各6个: of one noun
# what a list of indicators shares
_SHARED = re.compile(
    r"(?:^|[，：])(?P<list>[^，。；：\d“”（）]{2,40}?)(?:(?:均|双双|都)(?![衡价])[^，。；、\d]{0,8}|等(?:主要)?(?:经济)?指标(?:均|分别)?[^，。；、\d分]{0,8})$"
)


def to_owners(state: State, figure: Figure, lead: str) -> list[Figure]:
    """Give a figure to all owners of a list, or with 分别 to each its own: 高新区、经开区产值分别达210亿元、180亿元.

    :param lead: the words in front of its number
    """
    owners = state.subject.owners
    if figure.owner not in owners:
        return [figure]
    if "分别" in lead:
        state.turn = 0
    elif state.turn is not None and JOINED.fullmatch(lead):
        state.turn += 1
    else:
        state.turn = None
    if state.turn is None:
        return [replace(figure, owner=owner) for owner in owners]
    return [replace(figure, owner=owners[min(state.turn, len(owners) - 1)])]


def deal(state: State, figure: Figure, lead: str, left: int) -> Figure:
    """Deal the members of a list out to its figures: 化工、玩具产值分别超过700、500亿元.

    :param lead: the words in front of its number
    :param left: how many numbers the clause still has, with this one
    """
    if state.subject.owners:
        return figure
    if "分别" in lead:
        listed = without_comparison(lead.split("分别")[0])
        listed = _both_named(listed if listed.strip("，") else state.trend or "")
        owner = state.subject.owner
        if owner is not None and listed.startswith(owner[1]) and listed[len(owner[1]) :][:1] not in ("", *"、和与及"):
            listed = listed[len(owner[1]) :]  # 甲基地年产值、税收分别可达50亿元、3亿元
        members = list_members(listed)
        state.dealt = members if 1 < len(members) <= left else []
    elif not JOINED.fullmatch(lead):
        state.dealt = []
    if not state.dealt:
        return figure
    member = state.dealt.pop(0)
    if figure.indicator in ("companies", "projects") and figure.measure == LEVEL:
        return figure
    return replace(figure, indicator=state.index.listed(member, _kind(figure)) or member)


def each_of_list(state: State, figure: Figure, lead: str, end: int) -> list[Figure]:
    """The figure of each indicator that a list says to share it: 营收、固投均增长10%, 产值、税收等指标增长15%.

    :param lead: the words in front of its number
    :param end: where they end
    """
    each = _EACH_SO_MANY.search(lead) if figure.unit == "count" and figure.indicator not in ("companies", "projects") else None
    if each is not None and not _GRADES.search(each["list"]):
        return [replace(figure, indicator=member) for member in re.split("、|以及|及|和", each["list"]) if len(member) > 1] or [figure]
    found = _SHARED.search(lead) if "、" in lead and figure.measure in (LEVEL, GROWTH) else None
    if found is None:
        return [figure]
    start = end - len(lead)
    members = _members(state, found["list"], _kind(figure))
    named = any(start <= m.start < start + found.end("list") for m in state.sentence.mentions if m.cls in SUBJECTS)
    if len(members) < 2 or state.dealt or named:
        return [figure]
    return [replace(figure, indicator=state.index.listed(member, _kind(figure)) or member) for member in dict.fromkeys(members)]


def _members(state: State, listed: str, kind: str) -> list[str]:
    """The members of a list, each with the noun that they share unless it names an indicator alone: 营收 of 营收、固定资产投资 is whole."""
    members = list_members(_both_named(listed))
    written = re.split("[、和]", listed)
    if len(written) != len(members):
        return members
    return [without_front(name) if state.index.listed(without_front(name), kind) else member for name, member in zip(written, members)]


def _both_named(listed: str) -> str:
    """A list with deposits and loans as two of its members: 存贷款余额分别为…."""
    return _BOTH_SIDES.sub("存款、贷款", listed)


def _kind(figure: Figure) -> str:
    """The kind of quantity in which the indicator of a figure is measured; empty for growth, which tells nothing of it."""
    return KIND.get(figure.unit, "") if figure.measure == LEVEL else ""
