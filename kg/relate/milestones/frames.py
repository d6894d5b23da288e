"""Takes a sentence, gives the stages that words around a list of names tell: 推进甲、乙等项目建设, 推进甲、乙等项目, 完成甲建设, 甲前期工作; and those that
words behind one tell which say how it goes on: 甲、乙等项目加快推进.

The words are in ``kg/relate/lexicon/milestones.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Mention
from kg.relate.focus import Focus
from kg.relate.lexicon import any_of, words
from kg.relate.milestones.lists import WITH_STAGES, members_between, names_before
from kg.relate.milestones.stage import Stage, date_of_verb
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, TARGET, denied, is_asked_for, modality
from kg.relate.view import Sentence
from kg.triggers import Expressions

_CLAUSE_ENDS = "(?=[，。；]|$)"
_COUNTED = r"(?:(?:[超近达约]\d+|\d+余?)[个项](?:以上)?)?"  # behind the noun of a list: 甲、乙等项目18个
_FRAMED_START = re.compile(r"(?:启动|开启)(?P<inner>[^，。；]{2,80}?)建设(?=[，。；、]|$)")
_FRAMED_CONSTRUCTION = re.compile(
    any_of("milestones", "framers")
    + r"+(?:推进)?(?!启动|开启|开工|动工)(?P<inner>[^，。；]{2,400}?)"
    r"(?:(?<!开工)(?<!动工)(?<!启动)(?<!示范)(?<!试点)建设(?:进度|步伐)?|(?<=项目)进度|(?<=工程)进度)(?=[，。；、]|$)"
)
_TO_BUILD = re.compile(any_of("milestones", "builds-well") + r"建设好?(?P<inner>[^，。；“”]{2,200}?)" + _CLAUSE_ENDS)  # 高标准建设甲新城, 提速建设乙基地等项目
_JUST_BUILD = re.compile(r"(?<![\u4e00-\u9fff、”）\d])(?:重点|全面|推动)?建设好?(?P<inner>[^，。；：“”]{2,200}?)" + _CLAUSE_ENDS)  # a report's 建设甲项目、乙基地
_STARTED = re.compile(r"启动(?:实施)?(?P<inner>[^，。；]{2,120}?" + any_of("milestones", "begun") + ")" + _CLAUSE_ENDS)  # 启动甲、乙等工程
_FRAMED_DONE = re.compile(r"完成(?P<inner>[^，。；]{2,200}?)(?<!开工)(?<!主体)(?<!示范)(?<!试点)建设" + _CLAUSE_ENDS)
# 完成甲工程, 完成甲、乙等技改项目; not 完成甲大桥主体工程
_DONE = re.compile(rf"完成(?P<inner>(?:(?!{any_of('milestones', 'parts-of-work')}工程{_CLAUSE_ENDS})[^，。；：]){{2,200}}?){_COUNTED}{_CLAUSE_ENDS}")
# 推进甲、乙等项目前期工作; not 推进甲项目建设和乙项目前期工作
_PREPARED = re.compile(
    any_of("milestones", "prepares") + r"(?P<inner>(?:(?!建设[和及与])[^，。；]){2,200}?)前期(?:工作)?(?=[，。；和及与]|$)"
)
_PUSHED = re.compile(
    rf"(?<![\u4e00-\u9fff]){any_of('milestones', 'pushed-how')}*{any_of('milestones', 'pushes')}+"
    rf"(?!{any_of('milestones', 'pushed-to-undergo')})(?P<inner>[^，。；：]{{2,400}}?){_COUNTED}{_CLAUSE_ENDS}"
)  # a report's 加快推进甲、乙等重大项目
_DEVISED = re.compile(rf"{any_of('milestones', 'devises')}(?P<inner>[^，。；：]{{2,200}}?){_CLAUSE_ENDS}")  # 谋划实施甲、乙等重大项目
_BUILDING = "(?P<building>(?:工程|项目)?(?:规划)?建设|施工)?"
_GOES_ON = (
    rf"(?:{any_of('milestones', 'goes-on-how')}+{any_of('milestones', 'goes-forward')}|(?<=建设){any_of('milestones', 'speeds-up')})"
)
_TELLS_BEHIND = (
    ("Planned", re.compile(rf"前期(?:工作)?{_BUILDING}{_GOES_ON}{_CLAUSE_ENDS}")),  # 甲高铁前期工作扎实推进
    ("Construction", re.compile(rf"(?<!前期)(?<!前期工作){_BUILDING}{_GOES_ON}{_CLAUSE_ENDS}")),  # 甲、乙等项目加快推进, 甲基地建设有序推进
    ("Construction", re.compile(rf"(?:工程|项目)?建设(?:均|都)?{any_of('milestones', 'makes-progress')}{_CLAUSE_ENDS}")),  # 甲、乙等工程建设取得突破
    ("Completed", re.compile(rf"{_BUILDING}{any_of('milestones', 'done-how')}+完成{_CLAUSE_ENDS}")),  # 甲、乙等工程全面完成
)
_BEHIND = Expressions(*(pattern for _, pattern in _TELLS_BEHIND))
# where a reporter sees that something is being built: 在甲项目施工现场，塔吊林立, 走进甲项目建设工地
_SITE = re.compile(rf"[”]?的?(?:项目|工程)?(?:[^，。；、的]{{0,6}}{any_of('milestones', 'works-of-sites')}(?:现场|工地)|工地|现场)(?!会|签|推|观摩|办公|举行|召开)")
_ENTERS, _ENTERED = re.compile("(?:走进|来到|走入|步入|探访)$"), re.compile("[”]?(?:项目)?，")
_SEEN = re.compile(any_of("milestones", "seen-at-sites"))
_NOT_BUILT = re.compile("生产车间|满负荷|投产以来|已经?(?:建成|投产|竣工)|建成投|正式投|签约|仪式|发布会|观摩")
_BEING_BUILT = re.compile("(?:正在建设|在建|续建)的")  # 抓好正在建设的甲、乙等项目进度
_SIGNS = re.compile("建设|进度|启动|前期|推进|实施|抓好|加快|完成")
_CALLED = re.compile("等[^，。；、]{0,14}(?:项目|工程)$")  # whatever its members are, they are built
_IDEAS = tuple(words("milestones", "ideas"))


class _Frame(NamedTuple):
    """Words around the names of what has a stage: 推进…建设."""

    stage: str
    pattern: re.Pattern[str]  # the names are its group ``inner``
    classes: frozenset[str] = WITH_STAGES  # of what may have the stage
    ends: tuple[str, ...] = ()  # in one of these its name has to end, if there are any
    ends_not: tuple[str, ...] = ()
    of_reports: bool = False  # elsewhere it tells what a project is to hold, or was told of by another verb
    of_plans: bool = False
    closed: bool = False  # a name ends the frame, or the noun of their list

    def members(self, sentence: Sentence, start: int, end: int) -> list[Mention]:
        """What has the stage, of the names between the words of the frame."""
        names = list(members_between(sentence, start, end))
        if self.closed and not sentence.text.endswith(("项目", "工程"), start, end) and (not names or names[-1].end != end):
            return []
        ends = () if _CALLED.search(sentence.text, start, end) else self.ends  # 启动甲路改造、乙馆等工程: whatever the members are called
        return [m for m in names if m.cls in self.classes and (not ends or m.text.endswith(ends)) and not m.text.endswith(self.ends_not)]


_PROJECTS = frozenset(("Project",))
_POSITIONINGS = tuple(words("milestones", "positionings"))
_FRAMES = (
    _Frame("Planned", _PREPARED, _PROJECTS),
    _Frame("Planned", _DEVISED, _PROJECTS, ends_not=_POSITIONINGS, of_reports=True, closed=True),
    _Frame("Construction", _FRAMED_CONSTRUCTION),
    _Frame("Construction", _TO_BUILD),
    _Frame("Groundbreaking", _FRAMED_START),
    _Frame("Groundbreaking", _STARTED, _PROJECTS, ends=(*words("milestones", "begun"), "基地", "期")),
    _Frame("Completed", _FRAMED_DONE),
    _Frame("Completed", _DONE, _PROJECTS, closed=True),
    _Frame("Construction", _JUST_BUILD, _PROJECTS, ends_not=_POSITIONINGS, of_reports=True, of_plans=True),
    _Frame("Construction", _PUSHED, _PROJECTS, ends_not=_POSITIONINGS, of_reports=True, closed=True),
)
_PATTERNS = Expressions(*(frame.pattern for frame in _FRAMES))


def framed_stages(sentence: Sentence, topic: Topic, focus: Focus) -> Iterator[Stage]:
    """加快X、Y等项目建设, 推进X建设: under construction, or to be; 启动X建设, 启动X等工程: begun; 完成X建设: completed; X前期工作: planned; X加快推进: going on."""
    if not focus.own_text:
        yield from _seen_at_its_site(sentence)
    if not sentence.mentions or not _SIGNS.search(sentence.text, sentence.start, sentence.end):
        return
    frames = [_FRAMES[i] for i in _PATTERNS.possible(sentence.words) if focus.speaks_for_its_place or not _FRAMES[i].of_reports]
    framed = [(frame, match) for frame in frames for match in frame.pattern.finditer(sentence.text, sentence.start, sentence.end)]
    for frame, match in framed:
        start, end = sentence.clause_at(match.start())
        being_built = _BEING_BUILT.match(sentence.text, match.start("inner"))
        members = frame.members(sentence, being_built.end() if being_built else match.start("inner"), match.end("inner"))
        if not members:
            continue
        truth = modality(sentence.text[start : match.end()], topic.forward) if being_built is None else ACTUAL
        if frame.of_plans and truth == ACTUAL:
            continue
        date = None if being_built and topic.forward else date_of_verb(sentence, topic, match.start(), (start, end), truth == ACTUAL)
        for mention in members:
            if (mention.cls, mention.text) != topic.place and not is_hoped_of(mention, frame.stage, truth, focus):
                yield Stage((mention.cls, mention.text), frame.stage, date, truth, start, end)
    yield from _told_behind(sentence, topic, focus)


def _seen_at_its_site(sentence: Sentence) -> Iterator[Stage]:
    """In news, at whose site the sentence tells of works: 在甲项目施工现场，记者看到机械轰鸣."""
    for project in sentence.mentions:
        if project.cls != "Project" and (project.cls != "Park" or project.text.endswith("区")):
            continue
        site = _SITE.match(sentence.text, project.end, sentence.end) or _ENTERED.match(sentence.text, project.end, sentence.end)
        if site is not None and site.re is _ENTERED and not _ENTERS.search(sentence.text, sentence.start, project.start):
            continue
        if site is None or _NOT_BUILT.search(sentence.words) or not _SEEN.search(sentence.text, site.end(), sentence.end):
            continue
        if not denied(sentence.text[sentence.start : project.start], sentence.words):
            yield Stage((project.cls, project.text), "Construction", None, ACTUAL, *sentence.clause_at(project.start))


def is_hoped_of(mention: Mention, stage: str, truth: str, focus: Focus) -> bool:
    """Whether a stage is that of a company's projects, of which a place hopes in news that they are built: 将全力推进甲公司、乙公司等项目建设."""
    return stage == "Construction" and truth != ACTUAL and mention.cls == "Company" and not focus.speaks_for_its_place


def _told_behind(sentence: Sentence, topic: Topic, focus: Focus) -> Iterator[Stage]:
    """What words at a clause's end say of the names in front: 甲、乙等项目加快推进; what is only prepared is planned (甲前期工作扎实推进)."""
    for i in _BEHIND.possible(sentence.words):
        stage, pattern = _TELLS_BEHIND[i]
        for match in pattern.finditer(sentence.text, sentence.start, sentence.end):
            start, end = sentence.clause_at(match.start())
            at = next((m.end for m in sentence.mentions if m.start < match.start() < m.end), match.start())  # of 甲项目|建设
            front = sentence.text[start:at]
            if denied(front, sentence.text[start : sentence.end], strives=True):
                continue
            names = names_before(sentence, at, start)
            if not names:
                continue
            called = _CALLED.search(sentence.text, names[-1].end, at) is not None
            built = [m for m in names if m.cls == "Project" or called or m.cls == "Park" and match.groupdict().get("building") and not m.text.endswith(_IDEAS)]
            truth = modality(front, topic.forward)
            if truth == ACTUAL and not focus.speaks_for_its_place and is_asked_for(sentence.text[start : names[0].start]):
                truth = TARGET
            date = date_of_verb(sentence, topic, at, (start, end), truth == ACTUAL)
            for mention in built:
                if (mention.cls, mention.text) != topic.place:
                    yield Stage((mention.cls, mention.text), stage, date, truth, start, end)
