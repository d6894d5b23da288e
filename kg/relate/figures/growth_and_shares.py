"""Takes a percentage in its sentence, gives its figure: growth, a share, a holding, how far something is carried out, or a rate.

What the words in front say is read by :mod:`percent <kg.relate.figures.percent>`; here they meet the figures before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.relate.figures import percent
from kg.relate.figures.build import build, like
from kg.relate.figures.figure import GROWTH, LEVEL, RANK, SHARE, Figure
from kg.relate.figures.holdings import next_holder
from kg.relate.figures.phrase import JOINED, indicator_phrase, without_names
from kg.relate.figures.state import Number, State
from kg.relate.truth import ACTUAL, PLANNED

_SUM_HAS = re.compile("[，、]?(?:总量|总额|规模|总规模)(?=占)")
_ABOUT_SHARE = re.compile(r"(?:(?P<more>超过?|逾)|约|近)占")  # 约占全国产量的65%
_OF_SOME = re.compile("(?:企业|行业|产业|项目)(?:产值)?(?:均|都)?(?:实现|保持)了?")
_GREW = re.compile("的?(?:高速|快速|较快)?增长")  # 12家企业实现25%以上增长
_SO_MUCH_OF = re.compile(r"占(?P<what>[^，。；、\d]{2,16})[\d.]+[^，。；、\d]{1,4}的$")  # 占全区总产值177亿元的74%


def percentage(state: State, number: Number) -> Figure | None:
    """The figure of a percentage."""
    quantity, last = number.quantity, state.last
    if _OF_SOME.fullmatch(number.lead) and _GREW.match(state.sentence.text, quantity.end):
        return None
    holder = next_holder(state, number.lead, quantity)
    if holder is not None:
        return build(state, number, "持股比例", SHARE, holder)
    words = percent.bare(number.lead)
    joined = JOINED.fullmatch(words) is not None
    if "分别" in words:
        state.growing = _to_grow(state, number, words)
    elif not joined:
        state.growing = []
    if joined and last is not None and last.unit == quantity.unit:
        grown = state.growing.pop(0) if state.growing else last
        return like(state, replace(last, indicator=grown.indicator, owner=grown.owner), number)
    points = quantity.unit == "percentagePoint"
    growth = percent.growth(words, points)
    if growth is not None or points:
        return _growth(state, number, growth) if growth is not None else None
    return _completion(state, number, words) if _tells_completion(words) else _part_or_share(state, number, words)


# --- growth


def _to_grow(state: State, number: Number, words: str) -> list[Figure]:
    """The figures before to each of which 分别 gives its growth: 产值920亿元，投资136亿元，分别增长7%和31%; none where it names what
    grows: 居民收入分别增长4.6%、6.3%."""
    quantity = number.quantity
    left = sum(q.unit == quantity.unit for q in state.sentence.quantities if quantity.start <= q.start < number.clause[1])
    named = len(percent.without_comparison(words.split("分别")[0]).strip("，、")) > 1
    grown = state.told if len(state.told) == left else state.levels[-left:]
    return list(grown) if len(grown) == left > 1 and not named else []


def _growth(state: State, number: Number, growth: percent.Growth) -> Figure | None:
    """The growth of what its words name, or of the figure before, whose period and modality it shares."""
    quantity, clause = number.quantity, number.clause
    phrase = indicator_phrase(growth.head, state.sentence.mentions)
    if percent.names_nothing(phrase) and state.trend is not None and not state.growing:
        phrase = state.trend
    last = None
    if percent.names_nothing(phrase):
        last = state.growing.pop(0) if state.growing else state.last
        if last is None or last.measure == RANK:
            return None
    indicator = last.indicator if last is not None else state.index.listed(phrase) or phrase[-24:]
    signed = number._replace(quantity=replace(quantity, value=-quantity.value)) if growth.falling else number
    anew = last is not None and state.subject.opens(clause) and state.subject.owner not in (None, last.owner)
    figure = build(state, signed, indicator, GROWTH, last.owner if last is not None and not anew else None)
    if figure is None or last is None:
        return figure
    inherits = figure.modality == ACTUAL and last.modality not in (ACTUAL, PLANNED)
    begin = clause[0] if last.start != clause[0] else number.at
    own = any(span.start < quantity.start for span in state.sentence.times_from(begin, clause[1]))
    return replace(figure, period=figure.period if own else last.period, modality=last.modality if inherits else figure.modality)


# --- how far something is carried out


def _tells_completion(words: str) -> bool:
    """Whether a percentage tells how far works, spending or a plan have come."""
    return percent.progress(words) is not None or percent.completes_its_sum(words) or percent.completes_plan(words)


def _completion(state: State, number: Number, words: str) -> Figure | None:
    """How far works, spending or a plan have come."""
    progress = percent.progress(words)
    if progress is not None:
        works = state.subject.owner if not state.subject.speaks_of_no_project else None
        return build(state, number, f"{without_names(progress, state.sentence.mentions)}进度", SHARE, works)
    if percent.completes_its_sum(words):
        return build(state, number, "investment", SHARE)
    indicator, owner = (state.last.indicator, state.last.owner) if state.last is not None else ("年度任务完成率", None)
    return build(state, number._replace(front=percent.without_plan(number.front)), indicator, SHARE, owner)


# --- parts and shares of a whole


def _part_or_share(state: State, number: Number, words: str) -> Figure | None:
    """The share that the figure before, what stands behind, or what stands in front has of a whole; else a rate."""
    last = state.last
    if words == "的" and last is not None and (whole := _SO_MUCH_OF.search(number.front)) is not None:
        name = state.told[-1].indicator if state.told else ""
        return build(state, number, f"{state.index.label.get(name, name)}占{whole['what']}比重", SHARE, last.owner)
    before = last if last is not None and last.measure == SHARE else None  # the share with which it may go on
    part = percent.part(words, number.tail, before is not None) or percent.part_in_front(words, number.tail)
    if part:
        return build(state, number, f"{part}占比", SHARE)
    share = percent.share(words)
    if share is not None:
        return _share_of_whole(state, number, words, share)
    if before is not None and "占" in before.indicator and (further := percent.further_share(words)):
        number = _bounded(number, before.bound)
        return build(state, number, f"{before.indicator.split('占')[0]}占{further}比重", SHARE, before.owner)
    return _rate(state, number)


def _bounded(number: Number, bound: str) -> Number:
    """A number that is at least, at most or about so much, unless its own words say so."""
    return number._replace(quantity=replace(number.quantity, bound=bound)) if number.quantity.bound == "Exact" else number


def _share_of_whole(state: State, number: Number, words: str, share: str) -> Figure | None:
    """The share that words in front name, or that what the figure before tells has: 占全省比重."""
    last, bound = state.last, _ABOUT_SHARE.search(words)
    if bound is not None:
        share = share.replace(bound.group(), "占")
        number = _bounded(number, "AtLeast" if bound["more"] else "About")
    share = without_names(share, [m for m in state.sentence.mentions if (m.cls, m.text) == state.subject.owner])
    if last is not None and last.measure in (LEVEL, GROWTH) and (sum_of_last := _SUM_HAS.match(words)) is not None:
        words, share = words[sum_of_last.end() :], _SUM_HAS.sub("", share)  # 增加值71亿元，总量占全市三成
    if words.lstrip("、， 约近超过逾").startswith(("占", "其中")) and last is not None and len(share) < 12:
        return build(state, number, state.index.exact(share) or _name_of_share(state, last, share), SHARE, last.owner)
    return build(state, number, (state.index.exact(share) or share)[-30:] or "占比", SHARE)


def _name_of_share(state: State, last: Figure, phrase: str) -> str:
    """The name of a share that belongs to the figure before it: 货物进出口总额占全省比重."""
    if "研发" in last.indicator and re.search(r"占(?:地区)?生产总值|占GDP", phrase):
        return "rdIntensity"
    name = state.index.label.get(last.indicator, last.indicator)
    return f"{name}{phrase if phrase.startswith('占') else '占比'}"


def _rate(state: State, number: Number) -> Figure | None:
    """A rate that a phrase in front names, or a further one of what the figure before tells."""
    lead, last = number.lead, state.last
    phrase = indicator_phrase(lead, state.sentence.mentions)
    if not phrase and state.trend is not None and lead.strip("，").startswith("分别"):
        phrase = percent.share(state.trend) or state.trend  # 装机和发电量占比持续提高，分别为62%、74%
    if not phrase and last is not None and last.unit == "percent" and last.measure != RANK:
        return build(state, number, last.indicator, last.measure, last.owner)
    if len(phrase) < 2 or phrase in ("其中", "其余") or not state.names_something(phrase):
        return None
    measure = SHARE if phrase.endswith(("进度", "占比", "比重")) or lead.endswith("占") else LEVEL
    indicator = state.index.listed(phrase, "percent") or phrase[-22:]
    return build(state, number, indicator, measure)
