"""Takes the sentences of a piece of news, gives the stages of projects that it lists under one head: 此次集中开工的项目包括甲项目、乙基地;
23个重大项目开工，…，其中甲项目总投资10亿元; 与甲、乙、丙等9个项目签约.

The head says the stage and how many they are; who they are follows in its sentence, or in the next ones as 其中 and semicolons go on with it. The
day is the sentence's, else that of the event which the text tells of. The words are in ``kg/relate/lexicon/listings.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.model import Mention
from kg.relate.lexicon import any_of
from kg.relate.milestones.stage import EITHER, Stage
from kg.relate.milestones.verbs import StageVerbs
from kg.relate.topic import Event, Topic
from kg.relate.topic.dates import dated
from kg.relate.truth import ACTUAL, denied, modality
from kg.relate.view import Sentence

_DEEDS = any_of("listings", "deeds")
_DEED = re.compile(_DEEDS)
_TOGETHER = any_of("listings", "together") + "*"
# 现场签约项目49个, 此次集中开工建设的企业; 23个重大项目集中开工
_HEAD = re.compile(
    rf"{_DEEDS}{any_of('listings', 'behind-deeds')}*(?:\d+余?[个家项宗])?[^，。；、：\d率]{{0,12}}?(?P<noun>项目|企业)(?!签约|落地|建设|总(?!投资))"
    rf"|\d+余?[个家项宗][^，。；、\d]{{0,16}}?(?P<counted>项目|企业){_TOGETHER}{_DEEDS}"
)
_NUMBER = re.compile(r"(?:共|共有|达)?(?P<number>\d+)[个家项宗]")
_OTHER_DEED = re.compile(rf"{_DEEDS}[、和及暨]?$")
_SIZES = any_of("listings", "sizes") + "*"
# … and other members whose names were not read
_INTRODUCED = re.compile(rf"{any_of('listings', 'introductions')}{_SIZES}(?:[^，。；、：]{{2,24}}、{_SIZES})*$")
_ONE_OF_THEM = re.compile("其中(?!，?有|包括)|比如|，如")
_LONGEST = 30  # characters of a member whose name was not read
_AMONG = re.compile(r"[“”（）\s]*" + any_of("listings", "among"))
_GOES_ON = re.compile(rf"^(?:[^，。；、]{{2,30}}的|[“]|{any_of('listings', 'sizes')})*$")
_NEXT = re.compile(r"^(?:项目|工程|（[^）]{0,12}）|[”])?(?:[、，和及与]|以及)")
_TOLD_OF_THE_LAST = re.compile(r"，(?:计划|预计|拟|主要|规划)*(?:总?投资|占地|用地|建设|新建|购置)[^，。；的]*[，、]")  # 甲项目，总投资2亿元，建设厂房、乙生产线
_SIZE_OF_THE_LAST = re.compile(r"(?:项目)?，?(?:计划|预计)?总?投资[约近超]?[\d.]+余?[万亿]*元，")  # 其中甲项目总投资5亿元，乙项目总投资3亿元
_SIZE_BEHIND = re.compile(r"(?:项目)?，?(?:计划|预计)?总?投资[约近超]?\d")
_ENDS = re.compile("等")
_CLOSED = re.compile(rf"等(?:\d+余?[个家项])?[^，。；、\d]{{0,14}}?(?:项目|工程)(?:\d+[个项])?{_TOGETHER}(?P<deed>{_DEEDS})(?!的|仪式上)")
_COUNTED_IN = re.compile("等(?:[^，。；]{0,16}(?:项目|工程))?(?:都|均|也|皆)?(?:在列|在内|位?在其中|[位名]列其中|包含其中)")
_APPROVED_AS = re.compile("(?:批复|批准|获批|核准)[^。；]{0,24}(?:命名|定名|更名)为")
_BETWEEN_APPROVED = re.compile(r"[“”]*(?:(?:[、和及与]|以及)[“”]*)?")
_SITE = re.compile(
    rf"(?:项目)?(?P<site>(?:建设|施工)?(?:现场|工地|所在地))(?:隆重)?(?:举行|召开|举办)[^，。；]{{0,30}}?(?P<deed>{_DEEDS})[^，。；]{{0,6}}(?:仪式|活动)"
)
# 集中开工仪式在甲项目现场举行, 活动在乙市举行，主会场设在甲项目现场
_HELD_AT = re.compile(rf"(?P<deed>{_DEEDS})(?:仪式|活动)(?:[^。；]{{0,24}}(?P<main>主[会现]场)设)?[在于]$")
_BRANCHES = re.compile(r"分[会现]场(?:则|共\d+个，)?(?:分别)?(?:设在|设于|位于|是|为|有)")
_ITEM = re.compile(r"(?:——?|[①-⑨]|（?(?:\d{1,2}|[一二三四五六七八九十])[）.．、])")
_ON_SITE = re.compile("(?:项目)?(?:建设|施工)?(?:现场|工地)")
_WILL_BUILD = re.compile(r"(?:计划|拟|将|预计)(?:分期)?(?:总?投资|出资)[^。；]{0,16}?(?:[投新]?建设?|打造)(?:年产)?$")
_IS_WHOLE = re.compile(
    r"[”]?(?:项目|工程|扩建|扩产)?(?:[\s\d、，。；：（和及与等”]|以及|总?投资|[是为]|$)"
)  # nothing more of the member's name follows
_UNNAMED = re.compile(r"[^，。；、]{2,20}")  # a member of a list whose name was not read
_SIGNED = frozenset(("Signed",))
_LISTED = ("Project", "Park", "Company")
_TELLS_OF_ITSELF = re.compile(any_of("listings", "tells-of-itself"))
_BEHIND_SEMICOLON = re.compile("[；;：]$")


@dataclass(frozen=True, slots=True)
class _Head:
    stage: str
    date: str | None
    companies: bool  # whether companies are listed, not projects
    number: int | None = None  # how many there are, if the head says it


class Listings:
    """Follows the heads of one document's lists."""

    def __init__(self, verbs: StageVerbs):
        self._verbs = verbs
        self._head: _Head | None = None
        self._open = False  # whether the sentence before went on with the list
        self._blocks = 0  # paragraphs since the head
        self._event: tuple[int, int] | None = None  # where the sentence of the event begins, and paragraphs since it

    def read(self, sentence: Sentence, topic: Topic) -> Iterator[Stage]:
        """The stages that a sentence's lists give."""
        if sentence.opens_block:
            self._blocks += 1
        text = sentence.text
        goes_on = self._head is not None and self._blocks <= 1 and _AMONG.match(text, sentence.start, sentence.end) is not None
        first = self._first_by_semicolon(sentence) if self._open and not goes_on and not sentence.opens_block else None
        item = self._item(sentence)
        if item is not None:
            self._blocks, first, goes_on = 0, item, False
        heads = list(_HEAD.finditer(text, sentence.start, sentence.end))
        at = sentence.start
        if goes_on:
            self._open, self._blocks = True, 0
        if (goes_on or first is not None) and sentence.mentions:
            until = heads[0].start() if heads else sentence.end
            yield from self._stages(sentence, self._members(sentence, at, until, first))
            yield from self._stages(sentence, _counted_in(sentence, at, until))
        elif not goes_on and not heads and (sentence.opens_block or not _BEHIND_SEMICOLON.search(sentence.words.rstrip())):
            self._open = False
        for i, found in enumerate(heads):
            self._head, self._blocks = self._told(sentence, topic, found), 0
            self._open = self._head is not None
            if self._head is not None:
                until = heads[i + 1].start() if i + 1 < len(heads) else sentence.end
                yield from self._stages(sentence, self._members(sentence, found.end(), until))
                yield from self._stages(sentence, _counted_in(sentence, found.end(), until))
        yield from self._closed(sentence, topic)
        yield from self._at_the_site(sentence, topic)
        yield from self._agreed_on(sentence, topic)
        yield from _approved(sentence, topic)
        self._open = self._open and (_BEHIND_SEMICOLON.search(sentence.words.rstrip()) is not None)

    def _blocks_of_event(self, sentence: Sentence, event: Event) -> int:
        """How many paragraphs began since the text told of its event last."""
        begin, blocks = event.sentence, 0
        if self._event is not None and self._event[0] == begin:
            blocks = self._event[1] + (sentence.opens_block and sentence.start != begin)
        self._event = begin, blocks
        return blocks

    def _told(self, sentence: Sentence, topic: Topic, found: re.Match[str]) -> _Head | None:
        """What a head says of its list; None if it tells of several stages, or of none that was reached."""
        text = sentence.text
        start = sentence.clause_at(found.start())[0]
        stages = {self._verbs.by_word[deed] for deed in _DEED.findall(found.group())}
        front = text[start : found.start()]
        if len(stages) != 1 or _OTHER_DEED.search(front) or front.endswith(EITHER):
            return None
        if denied(front, text[start : found.end()]) or modality(front + found.group(), topic.forward) != ACTUAL:
            return None
        noun = found["noun"] or found["counted"]
        number = _NUMBER.match(text, found.end()) or _NUMBER.search(found.group())
        return _Head(stages.pop(), _date(sentence, topic, found.end()), noun == "企业", int(number["number"]) if number is not None else None)

    def _stages(self, sentence: Sentence, members: Sequence[Mention]) -> Iterator[Stage]:
        head = self._head
        if head is None:
            return
        for member in members:
            start, end = sentence.clause_at(member.start)
            yield Stage((member.cls, member.text), head.stage, head.date, ACTUAL, start, end)

    def _first_by_semicolon(self, sentence: Sentence) -> Mention | None:
        """The name that a sentence behind a semicolon begins with, if it is a further member of the list: its size or 等…项目 follows."""
        for mention in sentence.mentions[:3]:
            if mention.cls in ("Project", "Company") and _GOES_ON.match(sentence.text[sentence.start : mention.start]):
                return mention if _TELLS_OF_ITSELF.match(sentence.text, mention.end, sentence.end) else None
            if mention.cls not in ("Company", "District"):
                break
        return None

    def _item(self, sentence: Sentence) -> Mention | None:
        """The project with which a paragraph begins that is an item of the list: ——甲公司年产5万吨电解液项目，总投资2亿元."""
        if self._head is None or self._blocks > 1 or not sentence.opens_block:
            return None
        begun = _ITEM.match(sentence.text, sentence.start, sentence.end)
        if begun is None:
            return None
        named = [m for m in sentence.mentions if m.cls in ("Project", "Company")][:2]
        if not named or named[0].start != begun.end():
            return None
        item = named[1] if len(named) > 1 and named[0].cls == "Company" and named[1].start == named[0].end else named[0]
        return item if item.cls == ("Company" if self._head.companies else "Project") else None

    def _members(self, sentence: Sentence, start: int, end: int, first: Mention | None = None) -> list[Mention]:
        """The names of a list between two places: the first behind 包括, 分别为 or 其中, the others each behind a comma or 和."""
        text, members = sentence.text, [first] if first is not None else []
        companies = self._head is not None and self._head.companies
        strictly = first is not None  # 其中 brings up one, or what joins it at once; 包括 a list
        for mention in sentence.mentions_between(first.end if first is not None else start, end):
            begin = members[-1].end if members else start
            builder = next((m.start for m in sentence.mentions if m.end == mention.start and m.cls == "Company"), mention.start)
            front = text[begin : max(begin, builder)]
            if members and _ENDS.match(text, begin) and not _INTRODUCED.search(front):
                if "还有" not in front and "以及" not in front:
                    break
            if mention.cls not in _LISTED or any(m.start == mention.end for m in sentence.mentions) or not _IS_WHOLE.match(text, mention.end):
                continue
            if companies and mention.cls == "Project":
                continue
            introduced = _INTRODUCED.search(front)
            if introduced is not None:
                strictly = _ONE_OF_THEM.match(introduced.group()) is not None
            elif members and _SIZE_OF_THE_LAST.fullmatch(front) and _SIZE_BEHIND.match(text, mention.end, end):
                pass
            elif not members or not _goes_on(front, strictly):
                continue
            members.append(mention)
        if companies:
            return [m for m in members if m.cls == "Company"]
        projects = any(m.cls == "Project" for m in members) or (members and re.match(r"等[^，。；、]{0,24}项目", text[members[-1].end : end]))
        if not projects and self._head is not None and len(members) > 2 and len(members) == self._head.number:
            return [m for m in members if m.cls == "Company"]  # 集中开工项目6个，包括甲公司、乙科技…: as many are named for their companies
        return members if projects else []

    def _at_the_site(self, sentence: Sentence, topic: Topic) -> Iterator[Stage]:
        """A project at whose site many begin: 在甲项目建设现场举行集中开工仪式."""
        for found in _SITE.finditer(sentence.text, sentence.start, sentence.end):
            project = next((m for m in sentence.mentions if m.cls == "Project" and m.end in (found.start(), found.start("site"))), None)
            if project is None or sentence.text[project.start - 1 : project.start] != "在" or len(set(_DEED.findall(found.group()))) != 1:
                continue
            yield self._at_site(sentence, topic, project, found)
        for project in sentence.mentions:
            held = _HELD_AT.search(sentence.text, sentence.start, project.start) if project.cls == "Project" else None
            if held is not None and (held["main"] or _ON_SITE.match(sentence.text, project.end)) and not _OTHER_DEED.search(sentence.text[sentence.start : held.start()]):
                yield self._at_site(sentence, topic, project, held)

        branches = _BRANCHES.search(sentence.text, sentence.start, sentence.end)
        if branches is None or topic.event is None or len(topic.event.stages) != 1:
            return
        for project in self._members(sentence, branches.start(), sentence.end):  # 4个分会场分别是乙项目、丙项目: they begin, too
            if project.cls == "Project":
                start, end = sentence.clause_at(project.start)
                yield Stage((project.cls, project.text), next(iter(topic.event.stages)), topic.event.day or topic.event.date, ACTUAL, start, end)

    def _at_site(self, sentence: Sentence, topic: Topic, project: Mention, found: re.Match[str]) -> Stage:
        stage, date = self._verbs.by_word[found["deed"]], _date(sentence, topic, found.end())
        return Stage((project.cls, project.text), stage, date, ACTUAL, *sentence.clause_at(project.start))

    def _agreed_on(self, sentence: Sentence, topic: Topic) -> Iterator[Stage]:
        """What companies will build, told behind a signing of which the text tells: 甲公司计划投资5亿元建设乙项目."""
        if topic.event is None or topic.event.stages != _SIGNED or self._blocks_of_event(sentence, topic.event) > 1:
            return
        for project in sentence.mentions:
            front = sentence.text[sentence.start : project.start]
            if project.cls in ("Project", "Park") and _WILL_BUILD.search(front) and not denied(front, sentence.words):
                start, end = sentence.clause_at(project.start)
                yield Stage((project.cls, project.text), "Signed", topic.event.day or topic.event.date, ACTUAL, start, end)

    def _closed(self, sentence: Sentence, topic: Topic) -> Iterator[Stage]:
        """A list in front of its noun and deed: 与甲、乙、丙产业等9个项目签约."""
        text = sentence.text
        for found in _CLOSED.finditer(text, sentence.start, sentence.end):
            start = sentence.clause_at(found.start())[0]
            members = _row_in_front(sentence, start, found.start())
            front = text[start : members[-1].start] if members else ""
            if not members or _OTHER_DEED.search(front) or denied(front, text[start : found.end()]):
                continue
            if modality(text[start : found.start("deed")], topic.forward) != ACTUAL:
                continue
            stage, date = self._verbs.by_word[found["deed"]], _date(sentence, topic, found.end())
            for member in members:
                yield Stage((member.cls, member.text), stage, date, ACTUAL, start, found.end())


def _approved(sentence: Sentence, topic: Topic) -> Iterator[Stage]:
    """Parks that got their names with their approval: 经批复认定，3个园区分别命名为甲经济开发区、乙经济开发区."""
    for found in _APPROVED_AS.finditer(sentence.text, sentence.start, sentence.end):
        front = sentence.text[sentence.clause_at(found.start())[0] : found.end()]
        if denied(front, front) or modality(front, topic.forward) != ACTUAL:
            continue
        at = found.end()
        for park in sentence.mentions_between(found.end(), sentence.end):
            if park.cls != "Park" or not _BETWEEN_APPROVED.fullmatch(sentence.text[at : park.start]):
                continue
            yield Stage((park.cls, park.text), "Approved", _date(sentence, topic, found.end()), ACTUAL, found.start(), park.end)
            at = park.end


def _row_in_front(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """The members of the list that ends where its noun begins, the last one first."""
    members: list[Mention] = []
    for mention in reversed([m for m in sentence.mentions_between(start, end) if m.cls in _LISTED]):
        behind = sentence.text[mention.end : members[-1].start if members else end]
        if not _joins(behind, bool(members)) or mention.cls == "Park" and behind in ("与", "和", "同"):
            break  # the park with which they sign
        members.append(mention)
    return members


def _counted_in(sentence: Sentence, start: int, end: int) -> list[Mention]:
    """The projects that a list says to be among those of its head: 甲大桥、乙基地等均在列."""
    found = _COUNTED_IN.search(sentence.text, start, end)
    if found is None:
        return []
    row = _row_in_front(sentence, sentence.clause_at(found.start())[0], found.start())
    return row[::-1] if any(m.cls == "Project" for m in row) else []


def _goes_on(between: str, strictly: bool) -> bool:
    """Whether words between two names go on with a list; unless strictly other members whose names were not read may stand there."""
    if strictly and (not _NEXT.match(between) or _TOLD_OF_THE_LAST.match(between)):
        return False
    parts = re.split("[、，和及与]|以及", between)
    return len(parts) > 1 and _GOES_ON.match(parts[-1]) is not None and all(len(part) <= _LONGEST for part in parts)


def _joins(between: str, inner: bool) -> bool:
    """Whether words between two names of a list join them; other members, and a place in front of one, may stand there."""
    if not inner and not between:
        return True
    parts = re.split("[、和及与]", between)
    return (len(parts) > 1 or not inner) and all(not part or _UNNAMED.fullmatch(part) for part in parts) and not parts[0]


def _date(sentence: Sentence, topic: Topic, end: int) -> str | None:
    """The date of a head: the last time in front of its end in its sentence, else the event's."""
    times = [t for t in sentence.times if t.start < end]
    if topic.event is not None and topic.event.date is not None:
        return topic.event.day or topic.event.date if not times or topic.event.sentence == sentence.start else dated(times[-1], sentence, topic, True)
    return dated(times[-1], sentence, topic, True) if times else str(topic.year) if topic.year is not None else None
