"""A stage of something, as a sentence tells it, and the date of the verb that tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.model import TimeSpan
from kg.relate.focus import Owner
from kg.relate.topic import Topic
from kg.relate.topic.dates import brings_news, dated
from kg.relate.view import Sentence

EITHER = ("开", "开（")  # in front of 竣工: 集中开竣工 tells of some that they are begun, of others that they are completed
_YEAR_END = re.compile(r"年[底末]$")
_BEFORE = ("前", "以前", "之前")
_TOWARDS = re.compile(r"(?<!截)[到至]$")
_OF_A_NAME = re.compile(
    r"度?(?:招商|全?[省市区县]?重[点大]|全[省市]|政府|第[一二三四](?!季)|首批(?![^，。；]{0,14}下线))"
)  # 2013年招商引资重点项目: no time of what it undergoes
_NOW = re.compile(r"目前|眼下|如今|当前|现已|用了?[\d一二两三四五六七八九十]+余?个?[月天年]")  # 2021年6月开工，目前主体已封顶: not in that month
_AT_ONCE = re.compile("[^ ，预计拟将]*")  # between a verb and its time; 开工 预计明年投产 goes on to another


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of something, in clean offsets."""

    owner: Owner
    stage: str
    date: str | None
    modality: str
    start: int
    end: int

    @property
    def rule(self) -> str:
        """What stands as the rule beside what is read by it."""
        return f"milestone.{self.stage.lower()}"


def date_of_verb(sentence: Sentence, topic: Topic, verb: int, clause: tuple[int, int], done: bool) -> str | None:
    """The date of a verb: the last time in front of it in its clause, else behind it, else the clause before, else the frame's year."""
    start, end = clause
    told = [t for t in sentence.times if not brings_news(t, sentence) and not _OF_A_NAME.match(sentence.text, t.end)]
    inside = [t for t in told if start <= t.start < verb]
    if not inside:
        behind = [t for t in told if verb < t.start < end and _AT_ONCE.fullmatch(sentence.text, verb, t.start)]
        inside = behind[:1] or [t for t in told if t.start < start and not _NOW.search(sentence.text, t.end, verb)]
    if inside:
        date = dated(inside[-1], sentence, topic, done)
        return f"{date}-12" if date and len(date) == 4 and _ends_a_year(sentence.text, inside[-1]) else date
    return str(topic.year) if topic.year is not None else None


def _ends_a_year(text: str, span: TimeSpan) -> bool:
    """Whether a time is the end of its year: 2022年底动工; not 到2022年底, nor 2022年底前."""
    return (
        bool(_YEAR_END.search(span.text))
        and not text.startswith(_BEFORE, span.end)
        and not _TOWARDS.search(text[max(0, span.start - 2) : span.start])
    )
