"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

The verbs are the ontology's labels of the stages. What stands before the verb in its clause, or behind it to the
clause's end, has the stage; a list shares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Mention
from kg.recognize.times import with_year
from kg.relate.topic import Topic
from kg.relate.truth import denied, modality
from kg.relate.view import Sentence
from kg.schema import Schema

_WITH_STAGES = frozenset(("Project", "Park", "Company", "Organization"))
# what may stand between a name and its verb
_BETWEEN_SUBJECT = re.compile(r"(?:[、和及与，]?(?:等)?(?:一批|一系列|系列|\d+个|多个|重大|重点|产业|对外开放|大科学|科学|文化|技改|服务业|制造业|先进|省级|国家级|新型|研发|标志性|基础|新基建|整车|配套|优质|标杆|基建|高端|能源|交通|民生)*(?:企业|项目|工程|设施|机构|园区|基地|载体|平台|生产线|工厂)?(?:[\d]+个)?(?:也|均|已|将|先后|相继|陆续|顺利|正式|成功|全部|全面|加快|尽快|快速|如期|同步|按期|竣工并|首批|成为.{0,4}|等|实现|当年|今年|[上下]半年|在.{2,8}?|于.{2,10}?|的)*)$")
_BETWEEN_OBJECT = re.compile(r"^(?:了|好|并)?(?:[^，。；、]{0,6}(?:亿元|万元)(?:以上)?的)?$")
_PLAIN_CONSTRUCTION = re.compile(r"(?:加快|推进|推动|抓好|持续|全力|稳步|扎实|高标准|有序|继续|加速)(?:推进)?[^，。；]*?建设$")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of something, in clean offsets."""

    mention: Mention
    stage: str
    date: str | None
    modality: str
    start: int
    end: int
    rule: str


class StageVerbs:
    """The ontology's stages by the words that tell of them, the longest first."""

    def __init__(self, schema: Schema):
        self.by_word = {word: stage.id for stage in schema.stages.values() for word in stage.triggers}
        self.pattern = re.compile("|".join(sorted(map(re.escape, self.by_word), key=len, reverse=True)))


def milestones(sentence: Sentence, topic: Topic, verbs: StageVerbs) -> Iterator[Stage]:
    """The milestones of a sentence."""
    text = sentence.text
    covered = [(m.start, m.end) for m in sentence.mentions]
    for match in verbs.pattern.finditer(text, sentence.start, sentence.end):
        if any(a <= match.start() < b for a, b in covered):
            continue
        start, end = sentence.clause_at(match.start())
        stage = verbs.by_word[match.group()]
        front = text[start:match.start()]
        if denied(front, text[start:end]):
            continue
        subjects = _before(sentence, match.start(), start)
        objects = _behind(sentence, match.end(), end)
        chosen = objects if objects and (not subjects or _is_agent(subjects, front)) else subjects
        if match.group() in ("落户", "引进", "落地"):
            continue
        truth = modality(front, topic.forward)
        date = _date(sentence, topic, start, end)
        for mention in chosen:
            yield Stage(mention, stage, date, truth, start, end, f"milestone.{stage.lower()}")


def _is_agent(subjects: list[Mention], front: str) -> bool:
    """A place or company in front of a verb with objects does it; it does not undergo it."""
    return all(m.cls in ("District", "Park", "Company", "Organization") for m in subjects)


def _before(sentence: Sentence, verb: int, start: int) -> list[Mention]:
    """The names directly in front of a verb: one, or a list."""
    mentions = [m for m in sentence.mentions if start <= m.start and m.end <= verb]
    if not mentions:
        return []
    last = mentions[-1]
    if not _BETWEEN_SUBJECT.fullmatch(sentence.text[last.end:verb]) or last.cls not in _WITH_STAGES:
        return []
    return _list_left(sentence.text, mentions)


def _list_left(text: str, mentions: list[Mention]) -> list[Mention]:
    chosen = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = text[mention.end:chosen[-1].start]
        if not re.fullmatch(r"[、和及与]|以及|以及|（[^）]{0,12}）、", between):
            break
        chosen.append(mention)
    return [m for m in reversed(chosen) if m.cls in _WITH_STAGES]


def _behind(sentence: Sentence, verb: int, end: int) -> list[Mention]:
    """The names directly behind a verb: one, or a list."""
    mentions = [m for m in sentence.mentions if verb <= m.start and m.end <= end]
    if not mentions or not _BETWEEN_OBJECT.fullmatch(sentence.text[verb:mentions[0].start]):
        return []
    chosen = [mentions[0]]
    for mention in mentions[1:]:
        if not re.fullmatch(r"[、和及与]|以及|四期、", sentence.text[chosen[-1].end:mention.start]):
            break
        chosen.append(mention)
    return [m for m in chosen if m.cls in _WITH_STAGES]


def _date(sentence: Sentence, topic: Topic, start: int, end: int) -> str | None:
    """The date of a clause: stated in it, else in the sentence before it, else the frame's year."""
    inside = [t for t in sentence.times if start <= t.start < end] or [t for t in sentence.times if t.start < start]
    if inside:
        return with_year(inside[-1], topic.year)
    return str(topic.year) if topic.year is not None else None
