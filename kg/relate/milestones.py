"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

The verbs are the ontology's labels of the stages. What stands before the verb in its clause, or behind it to the
clause's end, has the stage; a list shares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from kg.model import Mention, TimeSpan
from kg.relate.dates import brings_news, dated
from kg.relate.focus import LEAD_IN, Focus, Owner
from kg.relate.lexicon import any_of, words
from kg.relate.stage_lists import WITH_STAGES, list_ending_with, members_between, names_before, names_behind
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, PLANNED, TARGET, denied, is_asked_for, modality
from kg.relate.view import Sentence
from kg.schema import Schema
from kg.triggers import Expressions
from kg.wordlists import one_of

_WORK_NOUN = re.compile("(?:及|和|与)?[^，。；、和及与等]{0,8}(?:工程|项目)")
_GOES_ON = re.compile(any_of("milestones", "goes-on") + any_of("milestones", "goes-on-adverbs") + "*$")
_LIST_ENDS = re.compile("(?:项目|工程|企业)?等(?:[\\d一二两三四五六七八九十]+[个家])?(?:重[点大])?(?:项目|工程|企业)?，?")
_FRAMED_START = re.compile(r"(?:启动|开启)(?P<inner>[^，。；]{2,80}?)建设(?=[，。；、]|$)")
_FOUNDED_BY = re.compile(r"由[^，。；]{2,40}(?:合资|出资|共同|联合|联手|携手)$")
_SIZED_PHASE = re.compile(r"的(?P<phase>[一二三四首]期)(?:项目|工程)?$")
_FRAMED_CONSTRUCTION = re.compile(
    any_of("milestones", "framers")
    + r"+(?:推进)?(?!启动|开启|开工|动工)(?P<inner>[^，。；]{2,400}?)"
    r"(?:(?<!开工)(?<!动工)(?<!启动)(?<!示范)(?<!试点)建设(?:进度|步伐)?|(?<=项目)进度|(?<=工程)进度)(?=[，。；、]|$)"
)
_TO_BUILD = re.compile(
    any_of("milestones", "builds-well") + r"建设好?(?P<inner>[^，。；“”]{2,200}?)(?=[，。；]|$)"
)  # 高标准建设甲新城, 提速建设乙基地等项目
_JUST_BUILD = re.compile(r"(?<![\u4e00-\u9fff、”）\d])(?:重点)?建设好?(?P<inner>[^，。；：“”]{2,200}?)(?=[，。；]|$)")  # a report's 建设甲项目、乙基地
_STARTED = re.compile(r"启动(?:实施)?(?P<inner>[^，。；]{2,120}?(?:项目|工程))(?=[，。；]|$)")  # 启动甲、乙等工程
_FRAMED_DONE = re.compile(r"完成(?P<inner>[^，。；]{2,200}?)(?<!开工)(?<!主体)(?<!示范)(?<!试点)建设(?=[，。；]|$)")
# 推进甲、乙等项目前期工作; not 推进甲项目建设和乙项目前期工作
_PREPARED = re.compile(r"(?:推进|推动|做好|抓好|开展|启动|加快|加紧)(?P<inner>(?:(?!建设[和及与])[^，。；]){2,200}?)前期工作(?=[，。；]|$)")
_BUILT = frozenset(("Groundbreaking", "Construction", "Completed", "Operational", "FullCapacity"))
_LINES = re.compile(r"(?:\d+|[两二三四五六七八九十]+)条[^，。；、的]{0,6}线" + any_of("milestones", "line-adverbs") + "*$")  # 10条生产线全部投产
_BEING_BUILT = re.compile("(?:正在建设|在建|续建)的")  # 抓好正在建设的甲、乙等项目进度
_DONE_TO = frozenset(("建成", "获批"))
_MORE = re.compile("(?:了)?(?:国[内家际]|全[国省市球]|省级?|市级|世界|行业|首[个批例条座]|\\d|[一二两三四五六七八九十]+[个座条家])")
_GENERAL = re.compile("(?:项目|工程)建设(?:[^，。；]{0,4})$")
_ALREADY = re.compile("已经?$")
_BUILDING = re.compile("建设|进度|启动|前期工作")
_THIS = re.compile(r"(?:就在)?(?:这座|这条|这个|该)")
_PLANT = re.compile(r"的[^，。；、的]{0,8}(?:工厂|厂|项目|基地|产线|生产线|电站)")
_WILL_BUILD = re.compile(any_of("milestones", "builds") + r"(?:[^，。；、]{0,4}|[^，。；、]{0,24}的)$")
_YEAR_END = re.compile(r"年[底末]$")
_BEFORE = ("前", "以前", "之前")
_TOWARDS = re.compile(r"(?<!截)[到至]$")
_WITHOUT_NAME = re.compile(r"^(?:仪式|，|。|；|了|、|投产|并|通过|验收|建设|以来)")


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
        self.pattern = re.compile(one_of(sorted(map(re.escape, self.by_word), key=len, reverse=True)))


_BUILDS_AND_RUNS = re.compile("(?:建设|投资|开发|管理|投建)[、和与及]$")  # 投资、建设和运营甲项目: what somebody is to do
_SUBJECTLESS = re.compile("^" + any_of("milestones", "subjectless") + "*$")
_NOUN_BEHIND = re.compile(any_of("milestones", "nouns-behind"))  # 运营水平, 开工许可
_TO_COME = re.compile(r"在即|后(?!续|勤|来)[^，。；]{0,2}[，将可年预]")  # 投产在即; 建成后，年产值50亿元
_AMONG_PROJECTS = re.compile(r"等[^，。；、]{0,12}项目")  # 签约X、Y等272个项目
_SIZED_FRONT = re.compile(r"[^，。；]{0,8}(?:总投资|投资|占地|面积|用地|产能)[^，。；的]{1,24}的")  # 规划占地1500亩的…开工
_OF_A_NAME = re.compile(
    r"度?(?:招商|全?[省市区县]?重[点大]|全[省市]|政府|第[一二三四](?!季)|首批)"
)  # 2013年招商引资重点项目: no time of what it undergoes
_AT_ONCE = re.compile("[^ ，预计拟将]*")  # between a verb and its time; 开工 预计明年投产 goes on to another
_IN_ONE_YEAR = re.compile("实现[“]?当年[^，。；]{0,8}$")  # 实现当年签约、当年开工: it was done
_SINCE = re.compile(r"自[^，。；]{2,14}$")  # 自5月开工后，一期厂房已成型: it has begun
_COUNTED_BEHIND = re.compile(r"[^，。；、]{0,12}\d")
_PENDING = re.compile(any_of("milestones", "pending") + "[^，。；]{0,16}$")
_CONTRACTS = words("milestones", "contracts")
_AGREEMENTS = words("milestones", "agreements")
_WITH = re.compile("[与和同、]")
_FOUNDING = words("milestones", "founding")


def milestones(sentence: Sentence, topic: Topic, focus: Focus, verbs: StageVerbs) -> Iterator[Stage]:
    """The milestones of a sentence, read before the focus moves on to it.

    A verb without a name beside it, in a clause that holds only a time (2021年7月签约，8月28日动工), or behind 项目, 一期,
    is about the project in focus.
    """
    yield from _constructions(sentence, topic, focus)
    text = sentence.text
    covered = [(m.start, m.end) for m in sentence.mentions]
    for match in verbs.pattern.finditer(text, sentence.start, sentence.end):
        if any(a <= match.start() < b for a, b in covered):
            continue
        if _NOUN_BEHIND.match(text, match.end()) or match.group() == "运营" and _BUILDS_AND_RUNS.search(text[sentence.start : match.start()]):
            continue
        start, end = sentence.clause_at(match.start())
        stage = verbs.by_word[match.group()]
        front = text[start : match.start()]
        if stage == "Expansion" and _WORK_NOUN.match(text, match.end()):
            continue  # 甲港扩容工程、乙机场改扩建项目一期: a name that was not read
        if denied(front, text[start : sentence.end], strives=stage in _BUILT) or _PENDING.search(front):  # 争取开工建设甲项目 sets a target
            continue
        subjects = names_before(sentence, match.start(), start, stage == "Signed")
        objects = names_behind(sentence, match.end(), end)
        chosen = objects if objects and (not subjects or _is_agent(subjects, front)) else subjects
        sized = _SIZED_FRONT.match(front) if chosen is subjects else None
        truth = modality(front[sized.end() :] if sized is not None else front, topic.forward)
        if truth == ACTUAL and chosen is subjects and chosen and not focus.own_text and is_asked_for(text[start : chosen[0].start]):
            truth = TARGET  # 推动X投产
        if truth == TARGET and topic.forward and modality(front, False) == ACTUAL and _IN_ONE_YEAR.search(front):
            truth = ACTUAL
        if truth == ACTUAL and _TO_COME.match(text, match.end()) and not _SINCE.search(front):
            truth = PLANNED
        if text.startswith("的", match.end()) and _ALREADY.search(front):
            truth = ACTUAL  # 确保已经建成的甲项目达产
        date = _date(sentence, topic, match.start(), start, end, truth == ACTUAL)
        of_event = topic.event is not None and stage in topic.event.stages and (topic.at_the_event or not sentence.times)
        if date is None and truth == ACTUAL and of_event:
            date = topic.event.date  # the next paragraphs tell who signed what on that day
        if date is None and truth == ACTUAL and not sentence.opens_block:
            date = _before_semicolon(sentence, topic, focus)
        if truth == ACTUAL and date and _is_to_come(date, topic):
            truth = TARGET
        elif truth == TARGET and date and _is_over(date, topic) and modality(front, False) == ACTUAL:
            truth = ACTUAL  # 首批装置2020年开工, in a sentence that goes on to what is to come
        if stage == "Signed" and chosen is subjects and all(m.cls != "Project" for m in chosen) and _COUNTED_BEHIND.match(text, match.end()):
            continue  # 科学城已签约落户企业46家
        if chosen and chosen is subjects and match.group() in _DONE_TO and _MORE.match(text[match.end() : end]) and all(m.cls != "Project" for m in chosen):
            continue  # 甲公司建成国内首个专网, 乙园获批国家级基地: what it built, what it was called
        if text.startswith("的", match.end()):
            chosen = objects  # 建成的第二座工厂: what follows has the stage
        if match.group() in _CONTRACTS or match.group() in _AGREEMENTS and _WITH.search(front):
            chosen = [m for m in chosen if m.cls == "Project" or m.cls == "Company" and m in objects and _AMONG_PROJECTS.match(text, objects[-1].end)]
        if (
            match.group() in _FOUNDING
            and chosen
            and chosen is subjects
            and not _says_no_more(text[match.end() : end])
            and not text.startswith(("于", "的"), match.end())
        ):
            continue  # 甲公司在区内设立实验室: it founds something
        if match.group() in _FOUNDING:
            chosen = [m for m in chosen if m.cls in ("Organization", "Company") or m.cls == "Park" and text.startswith("于", match.end())]
        if match.group() in _FOUNDING and _FOUNDED_BY.search(front) and any(start <= t.start < match.start() for t in sentence.times):
            chosen = [m for m in sentence.mentions if m.cls == "Company" and m.end <= start][:1]
        chosen = [m for m in chosen if not _is_hoped_of(m, stage, truth, focus)]
        owners = [(m.cls, m.text) for m in chosen if (m.cls, m.text) != topic.place]
        if not owners and not objects and not subjects:
            owners = _both(sentence, front, start)
            if not owners and _says_no_more(text[match.end() : end]):
                owners = _list_in_front(sentence, front, start) or _going_on(sentence, front, start, end)
        if not owners and not objects and not subjects:
            owner = _in_focus(sentence, focus, front, match.start(), text[match.end() : end])
            owners = [owner] if owner is not None else []
        if not owners and (match.group() in _CONTRACTS or match.group() in _AGREEMENTS):
            owners = _agreed_on(sentence, start, match.start(), end, focus)
        if not owners and text.startswith("的", match.end()):
            owners = _described(sentence, focus, start, match.start(), match.end())
        for owner in owners:
            yield Stage(owner, stage, date, truth, start, end, f"milestone.{stage.lower()}")


def _says_no_more(rest: str) -> bool:
    """Whether a clause ends with its verb, or goes on without naming what the verb is about."""
    return not rest.strip("，。；：") or _WITHOUT_NAME.match(rest) is not None


def _in_focus(sentence: Sentence, focus: Focus, front: str, verb: int, rest: str) -> Owner | None:
    """The project that a verb without a name beside it is about."""
    if not _says_no_more(rest) or focus.own_text and _GENERAL.search(front):
        return None  # 确保项目建设顺利推进, of all projects of a place
    before = [m for m in sentence.mentions if m.end <= verb]
    phase = _SIZED_PHASE.search(front)
    if phase is not None:
        return focus.pronoun(phase["phase"], before)
    noun = focus.pronoun(front, before) if front else None
    if noun is not None and noun[0] in ("Project", "Company", "Park") and len(front) <= 24:
        return noun
    if (
        noun is None
        and focus.means_a_project(front)
        and len(front) <= 24
        and len(before) > 0
        and not {m.cls for m in before} - {"Company", "District", "Park", "Industry", "Product"}
    ):
        builders = {(m.cls, m.text) for m in before if m.cls == "Company"}
        return next(iter(builders)) if len(builders) == 1 else None  # 甲公司落户乙区，项目预计9月投产
    if not _SUBJECTLESS.match(front) and (focus.own_text or not _LINES.fullmatch(front)):
        return None
    projects = [m for m in before if m.cls == "Project"]
    if projects:
        return projects[-1].cls, projects[-1].text
    for start, end in reversed([clause for clause in sentence.clauses if clause[1] <= verb]):  # 据了解，项目总投资12亿元，预计年内投产
        if focus.lost(sentence.text[start:end]):
            return None
        owner = focus.pronoun(sentence.text[start:end])
        if owner is not None:
            return owner if owner[0] == "Project" else None
    if before and before[0].cls == "Company" and before[0].start - sentence.start <= 1:
        return None  # 甲公司120万吨/年煤热解工程…，计划年底建成: what it builds has a name that was not read
    owner = focus.current
    return owner if owner is not None and owner[0] == "Project" and not focus.own_text else None


_SO_MANY = re.compile(r"(?:这)?(?P<number>[两二三四])个项目(?:均|都|也|分别|已|先后|于)*")


def _both(sentence: Sentence, front: str, start: int) -> list[Owner]:
    """The projects that the sentence named, where a clause speaks of so many: 两个项目均于2019年投产."""
    found = _SO_MANY.match(front)
    projects = [m for m in sentence.mentions_between(sentence.start, start) if m.cls == "Project"] if found is not None else []
    return [(m.cls, m.text) for m in projects] if projects and len(projects) == {"两": 2, "二": 2, "三": 3, "四": 4}[found["number"]] else []


def _list_in_front(sentence: Sentence, front: str, start: int) -> list[Owner]:
    """The projects of a list that the clause before ends with: 甲项目、乙基地、丙项目等，预计下半年开工."""
    if not _SUBJECTLESS.match(front) or start == sentence.start:
        return []
    begin = sentence.clause_at(start - 1)[0]
    mentions = [m for m in sentence.mentions_between(begin, start) if m.cls in WITH_STAGES]
    if not mentions or not _LIST_ENDS.fullmatch(sentence.text[mentions[-1].end : start]):
        return []
    listed = [m for m in list_ending_with(sentence, mentions) if m.cls in ("Project", "Park")]
    return [(m.cls, m.text) for m in listed] if len(listed) > 1 else []


def _going_on(sentence: Sentence, front: str, start: int, end: int) -> list[Owner]:
    """The project or company that a clause begins with and goes on about: 总投资2亿元的甲公司落户乙区并即将开工."""
    if not _GOES_ON.search(front):
        return []
    first = next((m for m in sentence.mentions_between(start, end) if m.cls in WITH_STAGES), None)
    if first is None or first.cls not in ("Project", "Company") or "、" in front:
        return []
    before = sentence.text[start : first.start]
    return [(first.cls, first.text)] if LEAD_IN.fullmatch(before) or _SIZED_FRONT.fullmatch(before) else []


def _described(sentence: Sentence, focus: Focus, start: int, verb: int, end: int) -> list[Owner]:
    """What a noun behind the verb stands for: 这座今年2月投用的工厂."""
    if not _THIS.match(sentence.text, start, verb):
        return []
    owner = focus.pronoun(sentence.text[start : sentence.end], [m for m in sentence.mentions if m.end <= verb])
    return [owner] if owner is not None and owner[0] == "Project" and _PLANT.match(sentence.text, end) else []


def _agreed_on(sentence: Sentence, start: int, verb: int, end: int, focus: Focus) -> list[Owner]:
    """The project that those who sign will build, as the sentence goes on (甲公司与乙市签约，投资12亿元建设丙项目); else the one that a piece of news is
    about, if a company that signs is its builder by its name."""
    partners = sentence.mentions_between(start, verb)
    works = [m for m in sentence.mentions_between(end, sentence.end) if m.cls == "Project"][:1]
    if works and not focus.own_text and _WILL_BUILD.search(sentence.text, end, works[0].start):
        return [(works[0].cls, works[0].text)]
    project = focus.current
    if project is None or project[0] != "Project" or focus.own_text:
        return []
    return [project] if any(m.cls == "Company" and project[1].startswith(m.text[:2]) for m in partners) else []


def _is_hoped_of(mention: Mention, stage: str, truth: str, focus: Focus) -> bool:
    """Whether a stage is that of a company's projects, of which a place hopes in news that they are built: 将全力推进甲公司、乙公司等项目建设."""
    return stage == "Construction" and truth != ACTUAL and mention.cls == "Company" and not focus.own_text


class _Frame(NamedTuple):
    """Words around the names of what has a stage: 推进…建设."""

    stage: str
    pattern: re.Pattern[str]  # the names are its group ``inner``
    classes: frozenset[str] = WITH_STAGES  # of what may have the stage
    ends: tuple[str, ...] = ()  # in one of these its name has to end, if there are any
    ends_not: tuple[str, ...] = ()
    plans_of_reports: bool = False  # elsewhere it tells what a project is to hold, or was told of by another verb

    def may_have_it(self, mention: Mention) -> bool:
        """Whether a name is that of something which the frame gives its stage."""
        return mention.cls in self.classes and (not self.ends or mention.text.endswith(self.ends)) and not mention.text.endswith(self.ends_not)


_PROJECTS = frozenset(("Project",))
_FRAMES = (
    _Frame("Planned", _PREPARED, _PROJECTS),
    _Frame("Construction", _FRAMED_CONSTRUCTION),
    _Frame("Construction", _TO_BUILD),
    _Frame("Groundbreaking", _FRAMED_START),
    _Frame("Groundbreaking", _STARTED, _PROJECTS, ends=("项目", "工程", "基地", "期")),
    _Frame("Completed", _FRAMED_DONE),
    _Frame("Construction", _JUST_BUILD, _PROJECTS, ends_not=tuple(words("milestones", "positionings")), plans_of_reports=True),
)
_PATTERNS = Expressions(*(frame.pattern for frame in _FRAMES))


def _constructions(sentence: Sentence, topic: Topic, focus: Focus) -> Iterator[Stage]:
    """加快X、Y等项目建设, 推进X建设: under construction, or to be; 启动X建设, 启动X等工程: begun; 完成X建设: completed; X前期工作: planned."""
    if not sentence.mentions or not _BUILDING.search(sentence.text, sentence.start, sentence.end):
        return
    frames = [_FRAMES[i] for i in _PATTERNS.possible(sentence.words) if focus.own_text or not _FRAMES[i].plans_of_reports]
    framed = [(frame, match) for frame in frames for match in frame.pattern.finditer(sentence.text, sentence.start, sentence.end)]
    for frame, match in framed:
        start, end = sentence.clause_at(match.start())
        being_built = _BEING_BUILT.match(sentence.text, match.start("inner"))
        names = members_between(sentence, being_built.end() if being_built else match.start("inner"), match.end("inner"))
        members = list(filter(frame.may_have_it, names))
        if not members:
            continue
        truth = modality(sentence.text[start : match.end()], topic.forward) if being_built is None else ACTUAL
        if frame.plans_of_reports and truth == ACTUAL:
            continue
        date = None if being_built and topic.forward else _date(sentence, topic, match.start(), start, end, truth == ACTUAL)
        for mention in members:
            if (mention.cls, mention.text) != topic.place and not _is_hoped_of(mention, frame.stage, truth, focus):
                yield Stage((mention.cls, mention.text), frame.stage, date, truth, start, end, f"milestone.{frame.stage.lower()}")


def _is_agent(subjects: list[Mention], front: str) -> bool:
    """A place or company in front of a verb with objects does it; it does not undergo it."""
    return all(m.cls in ("District", "Park", "Company", "Organization") for m in subjects)


def _date(sentence: Sentence, topic: Topic, verb: int, start: int, end: int, done: bool) -> str | None:
    """The date of a verb: the last time in front of it in its clause, else behind it, else the clause before, else the frame's year."""
    told = [t for t in sentence.times if not brings_news(t, sentence) and not _OF_A_NAME.match(sentence.text, t.end)]
    inside = [t for t in told if start <= t.start < verb]
    if not inside:
        behind = [t for t in told if verb < t.start < end and _AT_ONCE.fullmatch(sentence.text, verb, t.start)]
        inside = behind[:1] or [t for t in told if t.start < start]
    if inside:
        date = dated(inside[-1], sentence, topic, done)
        return f"{date}-12" if date and len(date) == 4 and _ends_a_year(sentence.text, inside[-1]) else date
    return str(topic.year) if topic.year is not None else None


def _before_semicolon(sentence: Sentence, topic: Topic, focus: Focus) -> str | None:
    """The year or part of one that the sentence before a semicolon told of, where this one names no time: 上半年，…；甲项目等全部开工."""
    if sentence.times or focus.before_semicolon is None:
        return None
    time = focus.before_semicolon[1]
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


def _ends_a_year(text: str, span: TimeSpan) -> bool:
    """Whether a time is the end of its year: 2022年底动工; not 到2022年底, nor 2022年底前."""
    return (
        bool(_YEAR_END.search(span.text))
        and not text.startswith(_BEFORE, span.end)
        and not _TOWARDS.search(text[max(0, span.start - 2) : span.start])
    )
