"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

The verbs are the ontology's labels of the stages. What stands before the verb in its clause, or behind it to the
clause's end, has the stage; a list shares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Mention
from kg.relate.dates import dated
from kg.relate.focus import Focus, Owner
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, TARGET, denied, modality
from kg.relate.view import Sentence
from kg.schema import Schema

_WITH_STAGES = frozenset(("Project", "Park", "Company", "Organization"))
# what may stand between a name and its verb: the noun of a list (等…重大项目), adverbs, a place
_LIST_NOUN = (
    r"(?:等[^，。；、]{0,24}?|(?:等)?(?:一批|一系列|\d+个|多个)?(?:重大|重点|产业)*)(?:企业|项目|工程|设施|机构|园区|基地|载体|平台|生产线|工厂|供应商|公司|研究院|实验室|"
    r"中心|企业总部)?(?:[\d]+个)?"
)
_ADVERBS = (
    r"(?:也|均|已|将|先后|相继|陆续|顺利|正式|成功|全部|全面|加快|加速|尽快|快速|如期|同步|按期|提前|基本|竣工并|首批|等|实现|当年|今年|去年|[上下]半年|年内|多|就|即将|也将|(?:于|"
    r"在)[^，。；]{2,12}?|的|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末)?|年底前?|全线|主体)*"
)
_BETWEEN_SUBJECT = re.compile(_LIST_NOUN + _ADVERBS)
_BETWEEN_OBJECT = re.compile(r"^(?:了|好|并)?(?:[^，。；、]{0,6}(?:亿元|万元)(?:以上)?的)?$")
_PARTNER = re.compile(r"(?:与|同|和|对|为|向)$")
_FRAMED_CONSTRUCTION = re.compile(
    r"(?:加快|推进|推动|抓好|持续|全力|稳步|扎实|高标准|有序|继续|加速)+(?:推进)?(?P<inner>[^，。；]{2,90}?)建设(?=[，。；、]|$)"
)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of something, in clean offsets."""

    owner: Owner
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


_SUBJECTLESS = re.compile(
    r"^(?:(?:19|20)\d\d年|\d{1,2}月(?:\d{1,2}日)?(?:底|末|初)?|[\d一二三四]+季度|上半年|下半年|今年|明年|去年|当年|次年|年内|年底前?|同年|并|已|将|正式|于|在|"
    r"预计|计划|力争|确保|有望|即将|也|刚刚|又|随即|如期|同日|第|全面|顺利|提前|，|、|就|到|前|底|可|争取|拟|目前|实现|原定|日|[月年])*$"
)
_NOUN_BEHIND = re.compile(r"水平|能力|模式|管理|效率|商(?!业)|机制|成本|权|中心|体系|主体|质量|证|许可|仪式上")  # 运营水平, 开工许可
_CONTRACT = frozenset(("签署", "签订", "签约", "签下"))


def milestones(sentence: Sentence, topic: Topic, focus: Focus, verbs: StageVerbs) -> Iterator[Stage]:
    """The milestones of a sentence, read before the focus moves on to it.

    A verb without a name beside it, in a clause that holds only a time (2021年7月签约，8月28日动工), or behind 项目, 一期,
    is about the project in focus.
    """
    yield from _constructions(sentence, topic)
    text = sentence.text
    covered = [(m.start, m.end) for m in sentence.mentions]
    for match in verbs.pattern.finditer(text, sentence.start, sentence.end):
        if any(a <= match.start() < b for a, b in covered):
            continue
        if _NOUN_BEHIND.match(text, match.end()):
            continue
        start, end = sentence.clause_at(match.start())
        stage = verbs.by_word[match.group()]
        front = text[start : match.start()]
        if denied(front, text[start : sentence.end]):
            continue
        subjects = _before(sentence, match.start(), start)
        objects = _behind(sentence, match.end(), end)
        chosen = objects if objects and (not subjects or _is_agent(subjects, front)) else subjects
        truth = modality(front, topic.forward)
        date = _date(sentence, topic, match.start(), start, end, truth == ACTUAL)
        if truth == ACTUAL and date and topic.issued and date[:4].isdigit() and int(date[:4]) > topic.issued:
            truth = TARGET
        if match.group() in _CONTRACT:
            chosen = [m for m in chosen if m.cls == "Project"]
        if match.group() == "成立":
            chosen = [m for m in chosen if m.cls in ("Organization", "Company")]
        owners = [(m.cls, m.text) for m in chosen if (m.cls, m.text) != topic.place]
        if not owners and not objects and not subjects:
            owner = _in_focus(sentence, focus, front, match.start(), text[match.end() : end])
            owners = [owner] if owner is not None else []
        for owner in owners:
            yield Stage(owner, stage, date, truth, start, end, f"milestone.{stage.lower()}")


def _in_focus(sentence: Sentence, focus: Focus, front: str, verb: int, rest: str) -> Owner | None:
    """The project that a verb without a name beside it is about."""
    if rest.strip("，。；：") and not re.match(r"^(?:仪式|，|。|；|了|、|投产|并|通过|验收|建设|以来)", rest):
        return None
    noun = focus.pronoun(front) if front else None
    if noun is not None and noun[0] in ("Project", "Company", "Park") and len(front) <= 24:
        return noun
    if not _SUBJECTLESS.match(front):
        return None
    before = [m for m in sentence.mentions if m.end <= verb and m.cls == "Project"]
    if before:
        return before[-1].cls, before[-1].text
    owner = focus.current
    return owner if owner is not None and owner[0] == "Project" and not focus.own_text else None


def _constructions(sentence: Sentence, topic: Topic) -> Iterator[Stage]:
    """加快X、Y等项目建设, 推进X建设: under construction, or to be."""
    for match in _FRAMED_CONSTRUCTION.finditer(sentence.text, sentence.start, sentence.end):
        start, end = sentence.clause_at(match.start())
        mentions = [
            m for m in sentence.mentions if match.start("inner") <= m.start and m.end <= match.end("inner") and m.cls in _WITH_STAGES
        ]
        if not mentions or mentions[0].start - match.start("inner") > 2:
            continue
        if not _BETWEEN_SUBJECT.fullmatch(sentence.text[mentions[-1].end : match.end("inner")]):
            continue
        truth = modality(sentence.text[start : match.end()], topic.forward)
        for mention in _list_left(sentence.text, mentions):
            if (mention.cls, mention.text) != topic.place:
                yield Stage(
                    (mention.cls, mention.text),
                    "Construction",
                    _date(sentence, topic, match.start(), start, end, truth == ACTUAL),
                    truth,
                    start,
                    end,
                    "milestone.construction",
                )


def _is_agent(subjects: list[Mention], front: str) -> bool:
    """A place or company in front of a verb with objects does it; it does not undergo it."""
    return all(m.cls in ("District", "Park", "Company", "Organization") for m in subjects)


def _before(sentence: Sentence, verb: int, start: int) -> list[Mention]:
    """The names in front of a verb: one, or a list; the noun of a list and adverbs may stand between."""
    mentions = [m for m in sentence.mentions if start <= m.start and m.end <= verb and m.cls in _WITH_STAGES | {"District", "Product"}]
    for i in range(len(mentions) - 1, -1, -1):
        between = sentence.text[mentions[i].end : verb]
        if len(between) > 40:
            return []
        if sentence.text[mentions[i].start - 1 : mentions[i].start] in ("在", "于") and mentions[i].cls in ("District", "Park"):
            continue  # the place where, not the thing that
        if _BETWEEN_SUBJECT.fullmatch(between):
            found = _list_left(sentence.text, mentions[: i + 1])
            return [] if found and _PARTNER.search(sentence.text[start : found[0].start]) else found
    return []


def _list_left(text: str, mentions: list[Mention]) -> list[Mention]:
    chosen = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        between = text[mention.end : chosen[-1].start]
        if not re.fullmatch(r"[、和及与]|以及|以及|（[^）]{0,12}）、", between):
            break
        chosen.append(mention)
    return [m for m in reversed(chosen) if m.cls in _WITH_STAGES]


def _behind(sentence: Sentence, verb: int, end: int) -> list[Mention]:
    """The names directly behind a verb: one, or a list."""
    mentions = [m for m in sentence.mentions if verb <= m.start and m.end <= end]
    if not mentions or not _BETWEEN_OBJECT.fullmatch(sentence.text[verb : mentions[0].start]):
        return []
    chosen = [mentions[0]]
    for mention in mentions[1:]:
        if not re.fullmatch(r"[、和及与]|以及|四期、", sentence.text[chosen[-1].end : mention.start]):
            break
        chosen.append(mention)
    return [m for m in chosen if m.cls in _WITH_STAGES]


def _date(sentence: Sentence, topic: Topic, verb: int, start: int, end: int, done: bool) -> str | None:
    """The date of a verb: the last time in front of it in its clause, else behind it, else the clause before, else the frame's year."""
    inside = [t for t in sentence.times if start <= t.start < verb]
    if not inside:
        inside = [t for t in sentence.times if verb < t.start < end][:1] or [t for t in sentence.times if t.start < start]
    if inside:
        return dated(inside[-1], sentence, topic, done)
    return str(topic.year) if topic.year is not None else None
