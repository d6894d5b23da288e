"""Takes a verb that tells of a stage, gives whether it is so by now, and when it was or is to be."""

from __future__ import annotations

import re

from kg.relate.focus import Focus
from kg.relate.lexicon import any_of
from kg.relate.milestones.stage import date_of_verb
from kg.relate.milestones.verbs import SIZED_FRONT, SUBJECTLESS, Told
from kg.relate.topic import Topic
from kg.relate.topic.dates import dated
from kg.relate.truth import ACTUAL, PLANNED, TARGET, is_asked_for, modality
from kg.relate.view import Sentence

_IN_ONE_YEAR = re.compile("实现[“]?当年[^，。；]{0,8}$")  # 实现当年签约、当年开工: it was done
_TO_COME = re.compile(r"在即|(?:达效|达产|运营|使用|建设)?后(?!续|勤|来)[^，。；]{0,2}[，将可年预能]")  # 投产在即; 建成后，年产值50亿元
# … where the comma is followed by what it will bring: not 开工后，市领导到现场调研
_BRINGS = re.compile(any_of("milestones", "brings"))
_WILL_BRING = re.compile("，?[将可]")  # 甲基地的建成投产，将新增产能10GWh
_SINCE = re.compile(r"自[^，。；]{2,14}$")  # 自5月开工后，一期厂房已成型: it has begun
_ALREADY = re.compile("已经?$")
_BY_THEN = re.compile("月[底末](?:前)?[^，。；]{0,4}$|月前[^，。；]{0,4}$")  # 9月底前建成, in a text of that month
_EXPECTS = re.compile(any_of("milestones", "expects") + "[于在到至]?$")


def truth_and_date(told: Told, topic: Topic, focus: Focus) -> tuple[str, str | None]:
    """How true a stage is, a modality of the ontology, and its date, in EDTF; None if the text tells none."""
    truth = _truth(told, topic, focus)
    date = date_of_verb(told.sentence, topic, told.at, (told.start, told.end), truth == ACTUAL)
    if date is None and truth == ACTUAL:
        date = _date_told_before(told, topic, focus)
    if truth == ACTUAL and date and (_is_to_come(date, topic) or _BY_THEN.search(told.front) and date[:7] == (topic.issued_day or "")[:7]):
        truth = TARGET
    elif truth == TARGET and date and _is_over(date, topic) and modality(told.front, False) == ACTUAL:
        truth = ACTUAL  # 首批装置2020年开工, in a sentence that goes on to what is to come
    return truth, date


def _truth(told: Told, topic: Topic, focus: Focus) -> str:
    """How true a stage is by the words around its verb."""
    text, front, undergoing = told.sentence.text, told.front, told.undergoing
    sized = SIZED_FRONT.match(front) if undergoing is told.subjects else None
    truth = modality(front[sized.end() :] if sized is not None else front, topic.forward)
    if truth == ACTUAL and told.of_its_subject and not focus.speaks_for_its_place and is_asked_for(text[told.start : undergoing[0].start]):
        truth = TARGET  # 推动X投产
    if truth == TARGET and topic.forward and modality(front, False) == ACTUAL and _IN_ONE_YEAR.search(front):
        truth = ACTUAL
    if truth == ACTUAL:
        truth = _planned_before(told.sentence, told.start, told.at) or truth
    to_come = _TO_COME.match(text, told.behind)
    if truth == ACTUAL and front.endswith("的") and _WILL_BRING.match(text, told.behind):
        return PLANNED
    if truth == ACTUAL and to_come is not None and not _SINCE.search(front):
        brings = not to_come.group().endswith("，") or _BRINGS.search(text, to_come.end(), told.sentence.end) is not None
        truth = PLANNED if brings else truth
    return ACTUAL if told.describes and _ALREADY.search(front) else truth  # 确保已经建成的甲项目达产


def _planned_before(sentence: Sentence, start: int, verb: int) -> str | None:
    """How true a stage is of which a clause tells no more than the time, behind one of a time that is planned: 计划2022年4月开工，2023年6月建成."""
    text = sentence.text
    while start > sentence.start and sentence.times_from(start, verb) and SUBJECTLESS.match(text[start:verb]):
        before, _ = sentence.clause_at(start - 1)
        for time in sentence.times_from(before, start):
            cue = _EXPECTS.search(text, before, time.start)
            if cue is not None:
                return modality(cue.group(), False)
        match = next((t for t in sentence.times_from(before, start)), None)
        start, verb = before, match.end if match is not None else before
    return None


def _date_told_before(told: Told, topic: Topic, focus: Focus) -> str | None:
    """The date of what has no time of its own: that of the event of which the next paragraphs tell who signed what, or the one in front of a semicolon."""
    event = topic.event
    if event is not None and told.stage in event.stages and (topic.at_the_event or not told.sentence.times):
        date = event.day or event.date
        if date is not None:
            return date
    return _before_semicolon(told.sentence, topic, focus) if not told.sentence.opens_block else None


def _before_semicolon(sentence: Sentence, topic: Topic, focus: Focus) -> str | None:
    """The year or part of one that the sentence before a semicolon told of, where this one names no time: 上半年，…；甲项目等全部开工."""
    if sentence.times or focus.before_semicolon is None:
        return None
    time = focus.before_semicolon.time
    date = dated(time, sentence, topic, True) if time is not None else None
    return date if date and ("/" in date or len(date) == 4) else None


def _is_over(date: str, topic: Topic) -> bool:
    """Whether a date lies in a year before the document's."""
    return topic.issued is not None and date[:4].isdigit() and int(date.rsplit("/", 1)[-1][:4]) < topic.issued


def _is_to_come(date: str, topic: Topic) -> bool:
    """Whether a date lies in a year, or a month, after the document's."""
    if topic.issued is None or not date[:4].isdigit():
        return False
    if int(date[:4]) != topic.issued or topic.issued_month is None or not date[5:7].isdigit() or "/" in date:
        return int(date[:4]) > topic.issued
    return int(date[5:7]) > topic.issued_month
