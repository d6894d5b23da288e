"""Takes the ranks of a clause, gives their figures: what they rank, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.recognize.values.numerals import parse
from kg.relate.figures.dealt import to_owners
from kg.relate.figures.figure import RANK, Clause, Figure
from kg.relate.figures.owner import owner_of
from kg.relate.figures.phrase import indicator_phrase
from kg.relate.figures.rank import NUMBER, Rank, ranks
from kg.relate.figures.state import State
from kg.relate.figures.truth import period_of
from kg.relate.focus import Owner
from kg.relate.focus.subjects import SUBJECTS
from kg.relate.truth import ACTUAL, modality
from kg.relate.view import Sentence

_IS_ONE_OF_THE = re.compile("(?:唯一|首[家个]|少数)[^，。；、]{0,4}$")
_SIZE_AND_GROWTH = re.compile("(?P<what>.{2,16}?)(?:总量|规模|总额)?[和、及]增[速幅](?:都|均|双双)?")
_BROUGHT = re.compile("^(?:引进|引入|吸引|拥有|集聚|聚集|汇聚)了?")  # 引进封测行业排名第一的甲公司
_EACH_RANKED = re.compile("分别[位排名]?[居列在]")  # 甲园、乙园分别位列第三、第四
_RANKS_LAST = re.compile(
    r"连续.*|(?:经济)?(?:总量|规模|总数|数量|总额|体量|增速|增幅|增量|比重|占比|份额|排名|位次|总值|绩效|均)*"
)  # what the figure before has, ranks
_FURTHER_RANKS = re.compile(f"(?:[、和]第{NUMBER}[位名]?)+(?=[，。；]|$)")
_NO_MORE_THAN_RANKS = re.compile("[、，]?(?:继续|持续|连续.{1,3}年)?(?:保持|稳居|位居|居)?")
_STILL = re.compile(r"(?:连续.{1,3}年|继续|保持)$")


def rank_figures(state: State, clause: Clause) -> Iterator[Figure]:
    """The first rank of a clause."""
    for rank in ranks(state.sentence.text, *clause):
        if any(q.start <= rank.start < q.end for q in state.sentence.quantities):
            continue
        figure = _ranked(state, rank, clause)
        if figure is not None:
            yield from _dealt_ranks(state, figure, rank, clause) or _to_owners(state, figure)
            return


def _to_owners(state: State, figure: Figure) -> list[Figure]:
    """The rank of each owner, and of both that are ranked if size and growth are."""
    return [one for ranked in _both_ranked(state, figure) for one in to_owners(state, ranked, "")]


def _both_ranked(state: State, figure: Figure) -> list[Figure]:
    """The rank of what is ranked, and of its growth if that is told with it: 工业投资总量和增速都居全市第一."""
    both = _SIZE_AND_GROWTH.fullmatch(figure.indicator)
    if both is None:
        return [figure]
    name = both["what"]
    return [replace(figure, indicator=state.index.listed(name) or name), replace(figure, indicator=f"{name}增速")]


def _dealt_ranks(state: State, figure: Figure, rank: Rank, clause: Clause) -> list[Figure]:
    """A rank for each of the figures that the clause before told: 分别达8亿吨、900万标箱，居全球第4位、第5位."""
    further = _FURTHER_RANKS.match(state.sentence.text, rank.end, clause[1])
    numbers = [rank.value, *map(parse, re.findall(NUMBER, further.group()))] if further is not None else []
    if len(numbers) < 2 or len(numbers) != len(state.told) or figure.indicator != state.told[-1].indicator:
        return []
    return [replace(figure, indicator=one.indicator, value=value) for one, value in zip(state.told, numbers) if value is not None]


def _ranked(state: State, rank: Rank, clause: Clause) -> Figure | None:
    """The figure of a rank."""
    text = state.sentence.text
    front = text[clause[0] : rank.start]
    if _IS_ONE_OF_THE.search(front) and text.startswith("的", rank.end):
        return None  # 是唯一进入全球前十的企业: it tells what something is
    owner, indicator, last = _what_is_ranked(state, rank, clause, front)
    if owner is None or not state.index.names_something(indicator) or _EACH_RANKED.search(text, clause[0], rank.end):
        return None
    found = modality(front, state.topic.forward)
    if last is not None and indicator == last.indicator:
        period = last.period
    else:
        period = period_of(state.sentence, state.topic, state.time, found == ACTUAL)
    bound = "AtMost" if rank.at_most else "Exact"
    return Figure(owner, indicator, RANK, rank.value, "count", rank.text, bound, period, found, *clause, "figure.rank")


def _what_is_ranked(state: State, rank: Rank, clause: Clause, front: str) -> tuple[Owner | None, str, Figure | None]:
    """Owner and indicator of a rank, and the figure before if it may be the one that is ranked."""
    last, behind = state.last, _described_by(state.sentence, rank)
    phrase = _phrase(state, rank, clause, front)
    phrase = _BROUGHT.sub("", phrase) if behind is not None else phrase
    if len(phrase) >= 2 and not (last is not None and _RANKS_LAST.fullmatch(phrase)):
        indicator = state.index.listed(phrase) or phrase[-22:]
        return behind or owner_of(state, indicator, clause, rank.start), indicator, last
    if behind is not None:
        return behind, rank.name, None
    if last is not None:
        return last.owner, last.indicator, last
    return owner_of(state, "", clause, rank.start), rank.name, None


def _phrase(state: State, rank: Rank, clause: Clause, front: str) -> str:
    """The phrase in front of a rank that names what is ranked; empty where the figure before it does: 煤制油年产量突破460万吨、保持全国第一."""
    last = state.last
    if last is not None and last.start == clause[0] and _NO_MORE_THAN_RANKS.fullmatch(_since_number(state.sentence, clause, rank.start)):
        return ""
    return _STILL.sub("", indicator_phrase(front, state.sentence.mentions))


def _since_number(sentence: Sentence, clause: Clause, end: int) -> str:
    """The words between the last number of a clause and a place in it."""
    numbers = [q.end for q in sentence.quantities_from(*clause) if q.end <= end]
    return sentence.text[numbers[-1] : end] if numbers else "?"


def _described_by(sentence: Sentence, rank: Rank) -> Owner | None:
    """Whom a rank in front of a name describes: 电解液行业排名第一的甲公司."""
    if not sentence.text.startswith("的", rank.end):
        return None
    return next(((m.cls, m.text) for m in sentence.mentions if m.start == rank.end + 1 and m.cls in SUBJECTS), None)
