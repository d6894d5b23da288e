"""Takes a sentence, gives what stands for a name anywhere in it: nouns and pronouns of office at the front of a clause (项目, 全市), pronouns
and 公司, 园区 inside one (联诚为它配套, 其供应商, 落户园区)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.relate.focus.focus import STANDS_FOR_ANYTHING, WE, Focus
from kg.relate.focus.memory import nearest
from kg.relate.focus.nouns import NUMBERED, PARKS, lead_in
from kg.relate.focus.offices import OFFICE
from kg.relate.focus.phases import Owner
from kg.relate.view import Sentence
from kg.triggers import Expressions

StandIn = tuple[int, int, Owner]  # where it begins and ends, and what it means

_STANDS_IN = re.compile(STANDS_FOR_ANYTHING.pattern + "|区内|园内|它|该集团|这家集团|该车企|这家车企")
_SIZED_PHASE = re.compile(rf"\d[^，。；的]{{1,8}}的(?P<phase>{NUMBERED})(?=项目|工程|[^，。；、]{{0,6}}(?:开工|动工|投产|竣工|签约|启动)|[，。；])")
_IN_THE_PARK = re.compile(
    rf"(?:落户|入驻|进驻|位于|选址|扎根|落地|坐落)[于在到]?(?:该|本|这一)?(?P<noun>{PARKS})(?=[，。；！]|内|的(?:企业|公司|项目)|$)"
)  # 某厂也落户新区
_HERE = re.compile("(?<=在)(?:区内|园区?内)(?=[新建设布投扩开落])")  # 在区内新建气体站
_INSIDE = re.compile(
    r"(?P<its>(?<![尤极何及与])其(?![中他它余次实间后前一二三])|(?<![及与])它(?![们的山])|(?<=[及与])其(?=[^，。；]{0,6}(?:子公司|供应商|旗下|母公司|控股)))|"
    r"(?P<company>(?:该|这家|本)(?:公司|企业|集团|厂商|车企)(?!的?(?:数|群|所得税)))"
)  # inside a clause: 为它配套, 与其签约, 由该公司控股
_STANDS_INSIDE = Expressions(_INSIDE)
_OF_COMPANIES = re.compile(r"[^，。；]{0,8}(?:供应商|供货商|配套|供货|供应|子公司|母公司|旗下|控股|客户|董事|总裁|总经理|总部)")


def holds_stand_ins(sentence: Sentence) -> bool:
    """Whether a word that may stand for a name is in a sentence."""
    return _STANDS_IN.search(sentence.text, sentence.start, sentence.end) is not None


def stand_ins(sentence: Sentence, focus: Focus) -> Iterator[StandIn]:
    """What stands for a name in a sentence. Offsets in the text, and what they mean."""
    if not holds_stand_ins(sentence):
        return
    inside_a_clause = _STANDS_INSIDE.possible(sentence.words)
    for start, end in sentence.clauses:
        clause = sentence.text[start:end]
        if not _STANDS_IN.search(clause):
            continue
        before = [m for m in sentence.mentions if m.end <= start]
        for found in (_front, _called_by_its_place):
            for begin, stop, owner in found(clause, before, focus):
                yield start + begin, start + stop, owner
        if inside_a_clause:
            yield from _inside(sentence, start, clause, before, focus)


def _front(clause: str, before: Sequence[Mention], focus: Focus) -> Iterator[StandIn]:
    """The noun or pronoun of office at the front of a clause, and a phase behind its size (投资5亿元的二期); offsets in the clause."""
    noun = focus.stands_for(clause, before)
    if noun is not None:
        yield noun
    phase = _SIZED_PHASE.search(clause)
    if phase is not None and (sized := focus.pronoun(clause[phase.start("phase") :], before)) is not None:
        yield *phase.span("phase"), sized
    if focus.speaker is not None and (we := WE.match(clause)) is not None:
        yield *we.span("we"), focus.speaker
    lead = lead_in(clause)
    if (office := OFFICE.match(clause, lead)) is not None and (place := focus.pronoun(clause)) is not None:
        yield lead, office.end(), place


def _called_by_its_place(clause: str, before: Sequence[Mention], focus: Focus) -> Iterator[StandIn]:
    """The park or place in which a clause says that something is: 落户园区, 在区内新建; offsets in the clause."""
    if (park := _IN_THE_PARK.search(clause)) is not None and (here := focus.this_park(park["noun"], before)) is not None:
        yield *park.span("noun"), here
    if (inside := _HERE.search(clause)) is not None and (around := focus.place_of("county") or focus.this_park("园区")) is not None:
        yield *inside.span(), around


def _inside(sentence: Sentence, start: int, clause: str, before: Sequence[Mention], focus: Focus) -> Iterator[StandIn]:
    """Pronouns inside a clause: 其 and 它 are what the sentence spoke of first in its clauses before, else what the text goes on about; 该公司
    is the last company."""
    for match in _INSIDE.finditer(clause):
        if any(m.start == start + match.end() for m in sentence.mentions):
            continue  # 其储能基地项目: rules know this one
        own = [m for m in sentence.mentions if start <= m.start and m.end <= start + match.start()]
        if match["company"]:
            owner = nearest("Company", before) or focus.last("Company")
        else:
            companies = _OF_COMPANIES.match(clause, match.end()) is not None
            owner = _antecedent(before or (own if clause[match.start() - 1 : match.start()] in ("及", "与") else ()), companies, focus)
        if owner is not None and not any((m.cls, m.text) == owner for m in own if before):
            yield start + match.start(), start + match.end(), owner


def _antecedent(before: Sequence[Mention], companies: bool, focus: Focus) -> Owner | None:
    """What 其 means: the first name of the sentence that can own something, else the one in focus; only a company has suppliers."""
    kinds = ("Company",) if companies else ("Company", "Project", "Park")
    first = next(((m.cls, m.text) for m in before if m.cls in kinds), None)
    current = focus.current if focus.current is not None and focus.current[0] in kinds else None
    return first or current or (focus.last("Company") if companies else None)
