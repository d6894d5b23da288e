"""Takes a verb that tells of a stage, gives what has the stage: the names beside the verb, a list shares it; else what the text goes on about.

A verb without a name beside it, in a clause that holds only a time (2021年7月签约，8月28日动工), or behind 项目, 一期, is about the project in focus.
"""

from __future__ import annotations

import re

from kg.model import Mention
from kg.relate.focus import Focus, Owner
from kg.relate.focus.subjects import LEAD_IN
from kg.relate.lexicon import any_of, words
from kg.relate.milestones.frames import is_hoped_of
from kg.relate.milestones.lists import WITH_STAGES, list_ending_with
from kg.relate.milestones.verbs import SIZED_FRONT, SUBJECTLESS, StageVerbs, Told
from kg.relate.topic import Topic
from kg.relate.view import Sentence

_GOES_ON = re.compile(any_of("milestones", "goes-on") + any_of("milestones", "goes-on-adverbs") + "*$")
_LIST_ENDS = re.compile("(?:项目|工程|企业)?等(?:[\\d一二两三四五六七八九十]+[个家])?(?:重[点大])?(?:项目|工程|企业)?，?")
_FOUNDED_BY = re.compile(r"由[^，。；]{2,40}(?:合资|出资|共同|联合|联手|携手)(?:注册|发起)?$")
_SIZED_PHASE = re.compile(r"[的暨](?P<phase>[一二三四首]期)(?:项目|工程)?" + any_of("milestones", "adverbs") + "*$")
_OWN_PART = re.compile(any_of("milestones", "own-parts") + "+")
_LINES = re.compile(r"(?:\d+|[两二三四五六七八九十首]+|第一)条[^，。；、的]{0,6}线" + any_of("milestones", "line-adverbs") + "*$")  # 10条生产线全部投产
_MAIN_PART = re.compile("主体(?:结构|工程|厂房|建筑|设施|部分)?(?:施工)?(?:已经?|均|都|全部|基本|顺利|将|预计|全面|正式|[月年底内])*$")
_ENDS_OF_WORK = frozenset(("竣工", "建成", "完工", "完成"))
_DONE_TO = frozenset(("建成", "获批"))
_MORE = re.compile("(?:了)?(?:国[内家际]|全[国省市球]|省级?|市级|世界|行业|首[个批例条座]|\\d|[一二两三四五六七八九十]+[个座条家])")
_SO_MANY_PROJECTS = re.compile(r"了?\d+余?[个项宗][^，。；、\d]{0,12}(?:项目|工程)")
_PROJECTS_SO_MANY = re.compile(r"[^，。；、\d]{0,8}项目(?:共|达|有)*\d+余?[个项宗]")  # 甲园一季度开工项目18个
_NOT_THE_BUILDING = re.compile("(?:招商|融资|审批|手续|征地|征迁|拆迁|谈判|洽谈|招聘)[^，。；、]{0,6}$")
_GENERAL = re.compile("(?:项目|工程)建设(?:[^，。；]{0,4})$")
_THIS = re.compile(r"(?:就在)?(?:这座|这条|这个|该)")
_PLANT = re.compile(r"的[^，。；、的]{0,8}(?:工厂|厂|项目|基地|产线|生产线|电站)")
_WILL_BUILD = re.compile(any_of("milestones", "builds") + r"(?:[^，。；、]{0,4}|[^，。；、]{0,24}的)$")
_WITHOUT_NAME = re.compile(r"^(?:仪式|，|。|；|了|、|投产|并|通过|验收|建设|以来|成功)")
_OF_ITS_THINGS = re.compile("的[^，。；、的]{0,10}(?:厂房|车间|生产线|产线|项目|工程|基地|工厂|码头)")  # 公司投资2亿元扩建的三期厂房
_MADE_THERE = frozenset(("Project", "Park"))  # what runs once its first goods came off a line; a company may have run before
_INSIDE_IT = re.compile("(?:园区|项目|基地|该区|全区)[内里](?:首|第|的|又|另)[^，。；]{3,}")
_SO_MUCH = re.compile(r"的(?:约|近|超过?)?\d")  # 完成总工程量的75%
_GRANTED = re.compile("(?:获得?|经|由|取得)(?:国家|[省市县区])[^，。；]{1,14}$")  # 已于8月获省发改委批复
_UNREAD_WORKS = re.compile(r"[，；]?(?!该|本|这|整个|据|项目|工程|一期|二期|三期|目前|全部)[^，。；、的该本这]{4,24}(?:项目|工程|基地|工厂)(?!的|将|建设)")
_AMONG_PROJECTS = re.compile(r"等[^，。；、]{0,12}项目")  # 签约X、Y等272个项目
_FIRST_OF_ITS_KIND = re.compile("(?:首[个条座家批]|唯一|最[大早先快])[^，。；]{0,10}$")  # 是我国首个开工建设的大基地: what something is
_COUNTED_BEHIND = re.compile(r"[^，。；、]{0,12}\d")
_CONTRACTS = words("milestones", "contracts")
_AGREEMENTS = words("milestones", "agreements")
_WITH = re.compile("[与和同、]")
_FOUNDING = words("milestones", "founding")
_SO_MANY = re.compile(r"(?:这)?(?P<number>[两二三四])个项目(?:均|都|也|分别|已|先后|于)*")


def owners(told: Told, truth: str, topic: Topic, focus: Focus, verbs: StageVerbs) -> list[Owner]:
    """What has a stage.

    :param truth: the stage's modality
    """
    named = _named(told, verbs)
    if named is None:
        return []
    found = [(m.cls, m.text) for m in named if not is_hoped_of(m, told.stage, truth, focus) and (m.cls, m.text) != topic.place]
    if not found and told.nameless:
        found = _without_names(told, focus)
    if not found and _is_agreement(told):
        found = _agreed_on(told, focus)
    return found or (_described(told, focus) if told.describes else [])


def is_of_a_part(told: Told, focus: Focus) -> bool:
    """Whether no more than a part of something is told to undergo it, in news: 目前主体厂房基本建成."""
    if not focus.own_text and told.verb in _ENDS_OF_WORK and _MAIN_PART.search(told.front):
        return True  # 某项目二期厂房主体竣工
    return told.nameless and not focus.own_text and _is_of_a_part(told.front) and not _other_clauses(told)


def _named(told: Told, verbs: StageVerbs) -> list[Mention] | None:
    """The names beside the verb that have the stage; None if it tells of no stage after all."""
    text, named = told.sentence.text, told.undergoing
    of_its_subject, of_projects = told.of_its_subject, any(m.cls == "Project" for m in named)
    if told.stage == "Signed" and named is told.subjects and not of_projects and _COUNTED_BEHIND.match(text, told.behind):
        return None  # 科学城已签约落户企业46家
    counts = _SO_MANY_PROJECTS.match(told.rest) or not of_projects and not told.front.endswith("等") and _PROJECTS_SO_MANY.match(told.rest)
    if of_its_subject and counts:
        return None  # 甲港新开工15个重大项目
    if of_its_subject and not of_projects and told.verb in _DONE_TO and _MORE.match(told.rest):
        return None  # 甲公司建成国内首个专网, 乙园获批国家级基地: what it built, what it was called
    if told.describes and not _SO_MUCH.match(told.rest):
        named = told.objects if not _FIRST_OF_ITS_KIND.search(told.front) else []  # 建成的第二座工厂: what follows has the stage
    if _is_agreement(told, with_partner=True):
        named = [m for m in named if m.cls == "Project" or m.cls == "Company" and m in told.objects and _AMONG_PROJECTS.match(text, told.objects[-1].end)]
    by_others = told.stage == "Registered" and _FOUNDED_BY.search(told.front) is not None
    if by_others or told.verb in _FOUNDING:
        founded = _founded_by_others(told) if by_others else _founded(told, named)
        if founded is None:
            return None
        named = founded
    if told.verb not in verbs.by_word:
        named = [m for m in named if m.cls in _MADE_THERE]
    return named


def _founded_by_others(told: Told) -> list[Mention] | None:
    """The company that others found, if the clause says when: 甲公司去年由乙集团、丙集团共同注册成立; none of those that found it."""
    by = told.sentence.text.rfind("由", told.start, told.at)
    founded = [m for m in told.sentence.mentions if m.cls == "Company" and m.end <= by][:1]
    dated = any(told.start <= t.start < told.at for t in told.sentence.times)
    return founded if founded and dated else None


def _founded(told: Told, named: list[Mention]) -> list[Mention] | None:
    """Of the names beside a verb of founding those that are founded; None if they found something."""
    if named and named is told.subjects and not _says_no_more(told.rest) and not told.rest.startswith(("于", "的")):
        return None  # 甲公司在区内设立实验室
    return [m for m in named if m.cls in ("Organization", "Company") or m.cls == "Park" and told.rest.startswith("于")]


def _is_agreement(told: Told, *, with_partner: bool = False) -> bool:
    """Whether something was signed, of which nobody that signed has a stage.

    :param with_partner: only if a partner is named, where the verb may also be said of what is signed for
    """
    return told.verb in _CONTRACTS or told.verb in _AGREEMENTS and (not with_partner or _WITH.search(told.front) is not None)


def _without_names(told: Told, focus: Focus) -> list[Owner]:
    """What a verb without a name beside it is about."""
    found = _other_clauses(told)
    if found:
        return found
    owner = _in_focus(told, focus)
    return [owner] if owner is not None else []


def _other_clauses(told: Told) -> list[Owner]:
    """What it is about by the clauses in front of its own."""
    found = _both(told)
    if not found and _says_no_more(told.rest):
        found = _list_in_front(told) or _going_on(told)
    return found


def _says_no_more(rest: str) -> bool:
    """Whether a clause ends with its verb, or goes on without naming what the verb is about."""
    return not rest.strip("，。；：") or _WITHOUT_NAME.match(rest) is not None


def _in_focus(told: Told, focus: Focus) -> Owner | None:
    """The project that a verb without a name beside it is about; in news a part of it may stand in front of what it undergoes while it is built."""
    sentence, front, verb = told.sentence, told.front, told.at
    if not _says_no_more(told.rest) or focus.own_text and _GENERAL.search(front):
        return None  # 确保项目建设顺利推进, of all projects of a place
    if _INSIDE_IT.search(front):
        return None  # 园区内首个冷链中心开工: another thing
    before = [m for m in sentence.mentions if m.end <= verb]
    phase = _SIZED_PHASE.search(front)
    if phase is not None:
        return focus.pronoun(phase["phase"], before)
    if not focus.own_text and told.stage == "Construction" and _NOT_THE_BUILDING.search(front):
        return None  # 产业园招商工作进展顺利
    noun = focus.pronoun(front, before) if front else None
    if noun is not None and noun[0] in ("Project", "Company", "Park") and len(front) <= 24:
        return noun if noun[0] != "Company" or not _OF_ITS_THINGS.search(front) else None
    if (
        noun is None
        and focus.means_a_project(front)
        and len(front) <= 24
        and len(before) > 0
        and not {m.cls for m in before} - {"Company", "District", "Park", "Industry", "Product"}
    ):
        builders = {(m.cls, m.text) for m in before if m.cls == "Company"}
        return next(iter(builders)) if len(builders) == 1 else None  # 甲公司落户乙区，项目预计9月投产
    front = _GRANTED.sub("", front) if told.stage == "Approved" else front
    if not SUBJECTLESS.match(front) and (focus.own_text or not _is_of_lines(front) and not (told.stage == "Construction" and _is_of_a_part(front))):
        return None
    projects = [m for m in before if m.cls == "Project"]
    if projects:
        between = _phase_between(sentence, focus, projects[-1].end, verb)
        return between if between is not None else (projects[-1].cls, projects[-1].text)
    return _told_before(told, focus, before)


def _told_before(told: Told, focus: Focus, before: list[Mention]) -> Owner | None:
    """The project or park of which the sentence or the text told in front of a verb, where no project is named.

    :param before: the names in front of the verb
    """
    sentence, verb = told.sentence, told.at
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
        if mention.cls == "Park" and not mention.text.endswith("区") and (not front.strip("，；“”") or SIZED_FRONT.fullmatch(front)):
            return mention.cls, mention.text
    return None


def _is_of_lines(front: str) -> bool:
    """Whether the words in front of a verb name no more than lines of what is built, and when: 10条生产线全部, 5月10日首条产线."""
    lines = _LINES.search(front)
    return lines is not None and SUBJECTLESS.match(front[: lines.start()]) is not None


def _is_of_a_part(front: str) -> bool:
    """Whether the words in front of a verb name no more than a part of what is built, and when: 站房主体结构已于9月28日."""
    part = next((found for found in _OWN_PART.finditer(front) if SUBJECTLESS.match(front[: found.start()])), None)
    return part is not None and SUBJECTLESS.match(front[part.end() :]) is not None


def _phase_between(sentence: Sentence, focus: Focus, begin: int, verb: int) -> Owner | None:
    """The phase that a clause between a project and a verb goes on to: 甲项目分两期建设，一期投资5亿元，去年4月动工."""
    for start, end in reversed([clause for clause in sentence.clauses if begin <= clause[0] and clause[1] <= verb]):
        owner = focus.pronoun(sentence.text[start:end], sentence.mentions_between(sentence.start, start))
        if owner is not None:
            return owner if focus.phases.whole(owner) is not None else None
    return None


def _both(told: Told) -> list[Owner]:
    """The projects that the sentence named, where a clause speaks of so many: 两个项目均于2019年投产."""
    found = _SO_MANY.match(told.front)
    if found is None:
        return []
    projects = [m for m in told.sentence.mentions_between(told.sentence.start, told.start) if m.cls == "Project"]
    return [(m.cls, m.text) for m in projects] if len(projects) == {"两": 2, "二": 2, "三": 3, "四": 4}[found["number"]] else []


def _list_in_front(told: Told) -> list[Owner]:
    """The projects of a list that the clause before ends with: 甲项目、乙基地、丙项目等，预计下半年开工."""
    sentence = told.sentence
    if not SUBJECTLESS.match(told.front) or told.start == sentence.start:
        return []
    begin = sentence.clause_at(told.start - 1)[0]
    mentions = [m for m in sentence.mentions_between(begin, told.start) if m.cls in WITH_STAGES]
    if not mentions or not _LIST_ENDS.fullmatch(sentence.text[mentions[-1].end : told.start]):
        return []
    listed = [m for m in list_ending_with(sentence, mentions) if m.cls in ("Project", "Park")]
    return [(m.cls, m.text) for m in listed] if len(listed) > 1 else []


def _going_on(told: Told) -> list[Owner]:
    """The project or company that a clause begins with and goes on about: 总投资2亿元的甲公司落户乙区并即将开工."""
    if not _GOES_ON.search(told.front):
        return []
    first = next((m for m in told.sentence.mentions_between(told.start, told.end) if m.cls in WITH_STAGES), None)
    if first is None or first.cls not in ("Project", "Company") or "、" in told.front:
        return []
    before = told.sentence.text[told.start : first.start]
    return [(first.cls, first.text)] if LEAD_IN.fullmatch(before) or SIZED_FRONT.fullmatch(before) else []


def _described(told: Told, focus: Focus) -> list[Owner]:
    """What a noun behind the verb stands for: 这座今年2月投用的工厂."""
    sentence = told.sentence
    if not _THIS.match(sentence.text, told.start, told.at):
        return []
    owner = focus.pronoun(sentence.text[told.start : sentence.end], [m for m in sentence.mentions if m.end <= told.at])
    return [owner] if owner is not None and owner[0] == "Project" and _PLANT.match(sentence.text, told.behind) else []


def _agreed_on(told: Told, focus: Focus) -> list[Owner]:
    """The project that those who sign will build, as the sentence goes on (甲公司与乙市签约，投资12亿元建设丙项目); else the one that a piece of news is
    about, if a company that signs is its builder by its name."""
    sentence = told.sentence
    partners = sentence.mentions_between(told.start, told.at)
    works = [m for m in sentence.mentions_between(told.end, sentence.end) if m.cls == "Project"][:1]
    if works and not focus.own_text and _WILL_BUILD.search(sentence.text, told.end, works[0].start):
        return [(works[0].cls, works[0].text)]
    project = focus.current
    if project is None or project[0] != "Project" or focus.own_text:
        return []
    return [project] if any(m.cls == "Company" and project[1].startswith(m.text[:2]) for m in partners) else []
