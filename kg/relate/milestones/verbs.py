"""The verbs that tell of stages, each in its clause with the names in front of it and behind it: 5月甲公司建成乙基地.

The verbs are the ontology's labels of the stages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Mention
from kg.relate.lexicon import any_of
from kg.relate.milestones.lists import names_before, names_behind
from kg.relate.milestones.stage import EITHER
from kg.relate.truth import denied
from kg.relate.view import Sentence
from kg.schema import Schema
from kg.wordlists import one_of

_WORK_NOUN = re.compile("(?:及|和|与)?[^，。；、和及与等]{0,8}(?:工程|项目)")
_FIRST_GOODS = "(?<!全[国球])首[批台件辆套片](?![^，。；]{0,8}样)[^，。；、]{0,18}?下线"  # 首批产品下线; not 首台样机下线
_BUILT = frozenset(("Groundbreaking", "Construction", "Completed", "Operational", "FullCapacity"))
_NOUN_BEHIND = re.compile(any_of("milestones", "nouns-behind"))  # 运营水平, 开工许可
_INTO_A_STAGE = re.compile("(?:进入|转入|步入|迈入|处于)[^，。；、]{0,4}$")  # 进入试生产阶段
_BUILDS_AND_RUNS = re.compile("(?:建设|投资|开发|管理|投建)[、和与及]$")  # 投资、建设和运营甲项目: what somebody is to do
_PENDING = re.compile(any_of("milestones", "pending") + "[^，。；]{0,16}$")
_APPROVED_BY = ("获", "获得", "经", "由", "报", "取得")
# what stands in front of a verb that has no subject: adverbs, times
SUBJECTLESS = re.compile("^" + any_of("milestones", "subjectless") + "*$")
SIZED_FRONT = re.compile(r"[^，。；]{0,8}(?:总投资|投资|占地|面积|用地|产能)[^，。；的]{1,24}的")  # 规划占地1500亩的…开工


class StageVerbs:
    """The ontology's stages by the words that tell of them, the longest first."""

    def __init__(self, schema: Schema):
        self.by_word = {word: stage.id for stage in schema.stages.values() for word in stage.triggers}
        self.pattern = re.compile(f"{_FIRST_GOODS}|{one_of(sorted(map(re.escape, self.by_word), key=len, reverse=True))}")

    def stage(self, word: str) -> str:
        """The stage that a word of the pattern tells of; the first goods that come off a line show that it runs."""
        return self.by_word.get(word, "Operational")


@dataclass(frozen=True, slots=True)
class Told:
    """A verb that tells of a stage, in its clause; in clean offsets."""

    sentence: Sentence
    stage: str
    verb: str
    at: int  # where the verb begins
    behind: int  # where it ends
    start: int  # of the clause
    end: int
    subjects: list[Mention]  # the names in front that it may be about
    objects: list[Mention]  # those behind it

    @property
    def front(self) -> str:
        """The clause in front of the verb."""
        return self.sentence.text[self.start : self.at]

    @property
    def rest(self) -> str:
        """The clause behind the verb."""
        return self.sentence.text[self.behind : self.end]

    @property
    def describes(self) -> bool:
        """Whether it describes what follows: 建成的第二座工厂."""
        return self.sentence.text.startswith("的", self.behind)

    @property
    def nameless(self) -> bool:
        """Whether no name stands beside it."""
        return not self.subjects and not self.objects

    @property
    def undergoing(self) -> list[Mention]:
        """The names that undergo it. A place or company in front of a verb with objects does it; it does not undergo it."""
        done = self.objects and all(m.cls in ("District", "Park", "Company", "Organization") for m in self.subjects)
        return self.objects if done else self.subjects

    @property
    def of_its_subject(self) -> bool:
        """Whether names in front of it undergo it."""
        return bool(self.subjects) and self.undergoing is self.subjects


def _made_at(sentence: Sentence, at: int, behind: int) -> list[Mention]:
    """The project at which first goods come off a line: 首台机器人在甲基地下线."""
    return [m for m in sentence.mentions_between(at, behind) if m.cls == "Project" and sentence.text[m.start - 1] in "在于从"]


def told_stages(sentence: Sentence, verbs: StageVerbs) -> Iterator[Told]:
    """The verbs of a sentence that tell of a stage, in order; not those inside names, and those that are denied."""
    text = sentence.text
    covered = [(m.start, m.end) for m in sentence.mentions]
    begun = {m.start for m in sentence.mentions}
    for match in verbs.pattern.finditer(text, sentence.start, sentence.end):
        verb, at, behind = match.group(), match.start(), match.end()
        if any(a <= at < b for a, b in covered):
            continue
        come_off = _made_at(sentence, at, behind)
        into_it = text.startswith("阶段", behind) and (verb.startswith("进入") or _INTO_A_STAGE.search(text, sentence.start, at) is not None)
        if behind not in begun and not into_it and _NOUN_BEHIND.match(text, behind) or verb == "运营" and _BUILDS_AND_RUNS.search(text[sentence.start : at]):
            continue
        start, end = sentence.clause_at(at)
        stage = verbs.stage(verb)
        front = text[start:at]
        if front.endswith(EITHER) and stage == "Completed":
            continue
        if stage == "Expansion" and _WORK_NOUN.match(text, behind):
            continue  # 甲港扩容工程、乙机场改扩建项目一期: a name that was not read
        if denied(front, text[start : sentence.end], strives=stage in _BUILT) or _PENDING.search(front):  # 争取开工建设甲项目 sets a target
            continue
        subjects = come_off or names_before(sentence, at, start, stage == "Signed")
        if stage == "Approved" and subjects and subjects[-1].cls == "Organization" and text[start : subjects[0].start].endswith(_APPROVED_BY):
            subjects = []  # 已于8月获省发改委批复
        objects = names_behind(sentence, behind, sentence.clause_at(end)[1] if text.startswith("以及", end) else end)
        yield Told(sentence, stage, verb, at, behind, start, end, subjects, objects)
