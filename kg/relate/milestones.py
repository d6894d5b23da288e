"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

The verbs are the ontology's labels of the stages. What stands before the verb in its clause, or behind it to the
clause's end, has the stage; a list shares it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.relate.dates import dated
from kg.relate.focus import LEAD_IN, Focus, Owner
from kg.relate.lexicon import any_of, words
from kg.relate.stage import EITHER, Stage, date_of_verb
from kg.relate.stage_frames import framed_stages, is_hoped_of
from kg.relate.stage_lists import WITH_STAGES, list_ending_with, names_before, names_behind
from kg.relate.topic import Topic
from kg.relate.truth import ACTUAL, PLANNED, TARGET, denied, is_asked_for, modality
from kg.relate.view import Sentence
from kg.schema import Schema
from kg.wordlists import one_of

_WORK_NOUN = re.compile("(?:及|和|与)?[^，。；、和及与等]{0,8}(?:工程|项目)")
_GOES_ON = re.compile(any_of("milestones", "goes-on") + any_of("milestones", "goes-on-adverbs") + "*$")
_LIST_ENDS = re.compile("(?:项目|工程|企业)?等(?:[\\d一二两三四五六七八九十]+[个家])?(?:重[点大])?(?:项目|工程|企业)?，?")
_FOUNDED_BY = re.compile(r"由[^，。；]{2,40}(?:合资|出资|共同|联合|联手|携手)$")
_SIZED_PHASE = re.compile(r"的(?P<phase>[一二三四首]期)(?:项目|工程)?$")
_BUILT = frozenset(("Groundbreaking", "Construction", "Completed", "Operational", "FullCapacity"))
_OWN_PART = re.compile(any_of("milestones", "own-parts") + "+")
_LINES = re.compile(r"(?:\d+|[两二三四五六七八九十首]+|第一)条[^，。；、的]{0,6}线" + any_of("milestones", "line-adverbs") + "*$")  # 10条生产线全部投产
_DONE_TO = frozenset(("建成", "获批"))
_MORE = re.compile("(?:了)?(?:国[内家际]|全[国省市球]|省级?|市级|世界|行业|首[个批例条座]|\\d|[一二两三四五六七八九十]+[个座条家])")
_GENERAL = re.compile("(?:项目|工程)建设(?:[^，。；]{0,4})$")
_ALREADY = re.compile("已经?$")
_THIS = re.compile(r"(?:就在)?(?:这座|这条|这个|该)")
_PLANT = re.compile(r"的[^，。；、的]{0,8}(?:工厂|厂|项目|基地|产线|生产线|电站)")
_WILL_BUILD = re.compile(any_of("milestones", "builds") + r"(?:[^，。；、]{0,4}|[^，。；、]{0,24}的)$")
_WITHOUT_NAME = re.compile(r"^(?:仪式|，|。|；|了|、|投产|并|通过|验收|建设|以来|成功)")


_FIRST_GOODS = "(?<!全[国球])首[批台件辆套片](?![^，。；]{0,8}样)[^，。；、]{0,18}?下线"  # 首批产品下线; not 首台样机下线
_MADE_THERE = frozenset(("Project", "Park"))  # what runs once its first goods came off a line; a company may have run before


_APPROVED_BY = ("获", "获得", "经", "由", "报", "取得")
_SO_MUCH = re.compile(r"的(?:约|近|超过?)?\d")  # 完成总工程量的75%
_BY_THEN = re.compile("月[底末](?:前)?[^，。；]{0,4}$|月前[^，。；]{0,4}$")  # 9月底前建成, in a text of that month
_GRANTED = re.compile("(?:获得?|经|由|取得)(?:国家|[省市县区])[^，。；]{1,14}$")  # 已于8月获省发改委批复
_UNREAD_WORKS = re.compile(r"[，；]?(?!该|本|这|整个|据|项目|工程|一期|二期|三期|目前|全部)[^，。；、的该本这]{4,24}(?:项目|工程|基地|工厂)(?!的|将|建设)")


class StageVerbs:
    """The ontology's stages by the words that tell of them, the longest first."""

    def __init__(self, schema: Schema):
        self.by_word = {word: stage.id for stage in schema.stages.values() for word in stage.triggers}
        self.pattern = re.compile(f"{_FIRST_GOODS}|{one_of(sorted(map(re.escape, self.by_word), key=len, reverse=True))}")

    def stage(self, word: str) -> str:
        """The stage that a word of the pattern tells of; the first goods that come off a line show that it runs."""
        return self.by_word.get(word, "Operational")


_BUILDS_AND_RUNS = re.compile("(?:建设|投资|开发|管理|投建)[、和与及]$")  # 投资、建设和运营甲项目: what somebody is to do
_SUBJECTLESS = re.compile("^" + any_of("milestones", "subjectless") + "*$")
_NOUN_BEHIND = re.compile(any_of("milestones", "nouns-behind"))  # 运营水平, 开工许可
_TO_COME = re.compile(r"在即|后(?!续|勤|来)[^，。；]{0,2}[，将可年预]")  # 投产在即; 建成后，年产值50亿元
_AMONG_PROJECTS = re.compile(r"等[^，。；、]{0,12}项目")  # 签约X、Y等272个项目
_SIZED_FRONT = re.compile(r"[^，。；]{0,8}(?:总投资|投资|占地|面积|用地|产能)[^，。；的]{1,24}的")  # 规划占地1500亩的…开工
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
    yield from framed_stages(sentence, topic, focus)
    text = sentence.text
    covered = [(m.start, m.end) for m in sentence.mentions]
    for match in verbs.pattern.finditer(text, sentence.start, sentence.end):
        if any(a <= match.start() < b for a, b in covered):
            continue
        if _NOUN_BEHIND.match(text, match.end()) or match.group() == "运营" and _BUILDS_AND_RUNS.search(text[sentence.start : match.start()]):
            continue
        start, end = sentence.clause_at(match.start())
        stage = verbs.stage(match.group())
        front = text[start : match.start()]
        if front.endswith(EITHER) and stage == "Completed":
            continue
        if stage == "Expansion" and _WORK_NOUN.match(text, match.end()):
            continue  # 甲港扩容工程、乙机场改扩建项目一期: a name that was not read
        if denied(front, text[start : sentence.end], strives=stage in _BUILT) or _PENDING.search(front):  # 争取开工建设甲项目 sets a target
            continue
        subjects = names_before(sentence, match.start(), start, stage == "Signed")
        if stage == "Approved" and subjects and subjects[-1].cls == "Organization" and text[start : subjects[0].start].endswith(_APPROVED_BY):
            subjects = []  # 已于8月获省发改委批复
        objects = names_behind(sentence, match.end(), end)
        chosen = objects if objects and (not subjects or _is_agent(subjects, front)) else subjects
        sized = _SIZED_FRONT.match(front) if chosen is subjects else None
        truth = modality(front[sized.end() :] if sized is not None else front, topic.forward)
        if truth == ACTUAL and chosen is subjects and chosen and not focus.own_text and is_asked_for(text[start : chosen[0].start]):
            truth = TARGET  # 推动X投产
        if truth == TARGET and topic.forward and modality(front, False) == ACTUAL and _IN_ONE_YEAR.search(front):
            truth = ACTUAL
        if truth == ACTUAL:
            truth = _planned_before(sentence, start, match.start()) or truth
        if truth == ACTUAL and _TO_COME.match(text, match.end()) and not _SINCE.search(front):
            truth = PLANNED
        if text.startswith("的", match.end()) and _ALREADY.search(front):
            truth = ACTUAL  # 确保已经建成的甲项目达产
        date = date_of_verb(sentence, topic, match.start(), (start, end), truth == ACTUAL)
        of_event = topic.event is not None and stage in topic.event.stages and (topic.at_the_event or not sentence.times)
        if date is None and truth == ACTUAL and of_event:
            date = topic.event.date  # the next paragraphs tell who signed what on that day
        if date is None and truth == ACTUAL and not sentence.opens_block:
            date = _before_semicolon(sentence, topic, focus)
        if truth == ACTUAL and date and (_is_to_come(date, topic) or _BY_THEN.search(front) and date[:7] == (topic.issued_day or "")[:7]):
            truth = TARGET
        elif truth == TARGET and date and _is_over(date, topic) and modality(front, False) == ACTUAL:
            truth = ACTUAL  # 首批装置2020年开工, in a sentence that goes on to what is to come
        if stage == "Signed" and chosen is subjects and all(m.cls != "Project" for m in chosen) and _COUNTED_BEHIND.match(text, match.end()):
            continue  # 科学城已签约落户企业46家
        if chosen and chosen is subjects and match.group() in _DONE_TO and _MORE.match(text[match.end() : end]) and all(m.cls != "Project" for m in chosen):
            continue  # 甲公司建成国内首个专网, 乙园获批国家级基地: what it built, what it was called
        if text.startswith("的", match.end()) and not _SO_MUCH.match(text, match.end()):
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
        if match.group() not in verbs.by_word:
            chosen = [m for m in chosen if m.cls in _MADE_THERE]
        chosen = [m for m in chosen if not is_hoped_of(m, stage, truth, focus)]
        owners = [(m.cls, m.text) for m in chosen if (m.cls, m.text) != topic.place]
        if not owners and not objects and not subjects:
            owners = _both(sentence, front, start)
            if not owners and _says_no_more(text[match.end() : end]):
                owners = _list_in_front(sentence, front, start) or _going_on(sentence, front, start, end)
        if stage == "Completed" and not owners and not objects and not subjects and not focus.own_text and _is_of_a_part(front):
            stage = "Construction"  # 目前主体厂房基本建成: a part of it
        if not owners and not objects and not subjects:
            owner = _in_focus(sentence, focus, front, match.start(), text[match.end() : end], stage)
            owners = [owner] if owner is not None else []
        if not owners and (match.group() in _CONTRACTS or match.group() in _AGREEMENTS):
            owners = _agreed_on(sentence, start, match.start(), end, focus)
        if not owners and text.startswith("的", match.end()):
            owners = _described(sentence, focus, start, match.start(), match.end())
        for owner in owners:
            yield Stage(owner, stage, date, truth, start, end)


_EXPECTS = re.compile(any_of("milestones", "expects") + "[于在到至]?$")


def _planned_before(sentence: Sentence, start: int, verb: int) -> str | None:
    """How true a stage is of which a clause tells no more than the time, behind one of a time that is planned: 计划2022年4月开工，2023年6月建成."""
    text = sentence.text
    while start > sentence.start and sentence.times_from(start, verb) and _SUBJECTLESS.match(text[start:verb]):
        before, _ = sentence.clause_at(start - 1)
        for time in sentence.times_from(before, start):
            cue = _EXPECTS.search(text, before, time.start)
            if cue is not None:
                return modality(cue.group(), False)
        match = next((t for t in sentence.times_from(before, start)), None)
        start, verb = before, match.end if match is not None else before
    return None


def _says_no_more(rest: str) -> bool:
    """Whether a clause ends with its verb, or goes on without naming what the verb is about."""
    return not rest.strip("，。；：") or _WITHOUT_NAME.match(rest) is not None


def _in_focus(sentence: Sentence, focus: Focus, front: str, verb: int, rest: str, stage: str) -> Owner | None:
    """The project that a verb without a name beside it is about; in news a part of it may stand in front of what it undergoes while it is built."""
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
    front = _GRANTED.sub("", front) if stage == "Approved" else front
    if not _SUBJECTLESS.match(front) and (focus.own_text or not _is_of_lines(front) and not (stage == "Construction" and _is_of_a_part(front))):
        return None
    projects = [m for m in before if m.cls == "Project"]
    if projects:
        phase = _phase_between(sentence, focus, projects[-1].end, verb)
        return phase if phase is not None else (projects[-1].cls, projects[-1].text)
    if before and before[0].cls == "Company" and before[0].start - sentence.start <= 1:
        called = focus.works_called_by(before[0], sentence.text)
        if called is not None:
            return called
    if any(_UNREAD_WORKS.match(sentence.text, *clause) for clause in sentence.clauses if clause[1] <= verb) and not any(
        m.cls in ("Project", "Park") for m in before
    ):
        return None  # 某某总成项目主体封顶，9月进入设备安装: whose name was not read
    for start, end in reversed([clause for clause in sentence.clauses if clause[1] <= verb]):  # 据了解，项目总投资12亿元，预计年内投产
        named = sentence.mentions_between(sentence.start, start)
        if focus.lost(sentence.text[start:end], named):
            return None
        owner = focus.pronoun(sentence.text[start:end], named)
        if owner is not None:
            return owner if owner[0] == "Project" or owner[0] == "Park" and not focus.own_text and not owner[1].endswith("区") else None
    park = _park_told_of(sentence, before)
    if park is not None:
        return park
    if before and before[0].cls == "Company" and before[0].start - sentence.start <= 1:
        return None  # 甲公司120万吨/年煤热解工程…，计划年底建成: what it builds has a name that was not read
    owner = focus.current
    return owner if owner is not None and owner[0] == "Project" and not focus.own_text else None


def _park_told_of(sentence: Sentence, before: list[Mention]) -> Owner | None:
    """The park that is built, with which a clause of the sentence began: 总投资50亿元的甲产业园5月竣工，6月18日首台整车下线."""
    for mention in reversed(before):
        begin = sentence.clause_at(mention.start)[0]
        front = sentence.text[begin : mention.start]
        if mention.cls == "Park" and not mention.text.endswith("区") and (not front.strip("，；“”") or _SIZED_FRONT.fullmatch(front)):
            return mention.cls, mention.text
    return None


def _is_of_lines(front: str) -> bool:
    """Whether the words in front of a verb name no more than lines of what is built, and when: 10条生产线全部, 5月10日首条产线."""
    lines = _LINES.search(front)
    return lines is not None and _SUBJECTLESS.match(front[: lines.start()]) is not None


def _is_of_a_part(front: str) -> bool:
    """Whether the words in front of a verb name no more than a part of what is built, and when: 站房主体结构已于9月28日."""
    part = next((found for found in _OWN_PART.finditer(front) if _SUBJECTLESS.match(front[: found.start()])), None)
    return part is not None and _SUBJECTLESS.match(front[part.end() :]) is not None


def _phase_between(sentence: Sentence, focus: Focus, begin: int, verb: int) -> Owner | None:
    """The phase that a clause between a project and a verb goes on to: 甲项目分两期建设，一期投资5亿元，去年4月动工."""
    for start, end in reversed([clause for clause in sentence.clauses if begin <= clause[0] and clause[1] <= verb]):
        owner = focus.pronoun(sentence.text[start:end], sentence.mentions_between(sentence.start, start))
        if owner is not None:
            return owner if focus.phases.whole(owner) is not None else None
    return None


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


def _is_agent(subjects: list[Mention], front: str) -> bool:
    """A place or company in front of a verb with objects does it; it does not undergo it."""
    return all(m.cls in ("District", "Park", "Company", "Organization") for m in subjects)


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
