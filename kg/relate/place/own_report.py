"""Takes a sentence of a place's own report, gives which of the things it names are in that place: what the place builds, supports or hosts
is (annotation.md), and so is what news of a park tells of. Partners, models, neighbours and what is only hoped for are not.

The words that tell are in ``kg/relate/lexicon/residence.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.lexicon import any_of as any_of_names
from kg.recognize.text.tokens import known_word
from kg.relate.entities import Coreference
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_TAKE_PLACE = frozenset(("Park", "Project", "Organization", "Company"))
_LIST = r"(?:[^，。；：]{0,40}[、和与及])?[^，。；：、]{0,6}$"  # names of the same list, and the words that describe them
_WITH = re.compile(any_of("residence", "with") + _LIST)
_TOGETHER = re.compile(any_of("residence", "together"))
_JOINED = re.compile(any_of("residence", "joined") + _LIST)
_LEARNT = re.compile(any_of("residence", "learnt") + _LIST)
_LESSONS = re.compile("^[^，。；]{0,12}?" + any_of("residence", "lessons"))
_CHANCE = re.compile("^[^，。；]{0,16}?" + any_of("residence", "chances"))
_CHANCES = re.compile("(?:抢抓|抓住|抓牢|把握|用好)[^，。；]{0,40}$")  # 抢抓甲大桥通车、乙湾上升为平台的机遇
_TO_COME = re.compile("^[^，。；]{0,40}?" + any_of("residence", "chances"))
_JOURNEY = re.compile(any_of("residence", "journeys") + _LIST)
_ABROAD = re.compile("^[^，。；]{0,30}?" + any_of("residence", "abroad"))
_OF_A_COUNTRY = re.compile("^{0}|（{0}）".format(any_of_names("places", "countries")))  # 柬埔寨某经济特区, 某（老挝）产业园
_RECEIVES = re.compile(any_of("residence", "receives") + "$")
_SUPPLIED = re.compile(any_of("residence", "supplied") + "[^，。；：]{2,40}[、和与及]$")
_FOR = re.compile(any_of("residence", "for") + "(?:[^，。；：]{0,40}[、和与及])?$")
_MADE_FOR = re.compile("^[^，。；：]{0,30}?" + any_of("residence", "made-for"))
_IS = re.compile("[是为系]$")
_IS_OF = re.compile("(?<!还)[是为系成][^，。；：]{0,30}$")
_PARTNERS = re.compile(any_of("residence", "partners"))
_TAKEN_OVER = re.compile(any_of("residence", "taken-over") + _LIST)
_BRANCH = re.compile("^" + any_of("residence", "branches"))
_PARENT = re.compile("^的?" + any_of("residence", "parents"))
_LEANT_ON = re.compile(any_of("residence", "leant-on") + "(?:[^，。；：]{0,40}[、和与及])?$")
_SIGNS = re.compile("^[^，。；]{0,60}?" + any_of("residence", "signs"))
_TELLS = re.compile("(?:、[^，。；]{2,30}?)?" + any_of("residence", "tells"))
_HOSTS = re.compile("(?:、[^，。；]{2,30}?)?" + any_of("residence", "hosts"))
_MEETS = re.compile("^[^，。；、]{0,8}" + any_of("residence", "meetings"))
_HELD = re.compile(any_of("residence", "held") + "(?:[^，。；]{0,60}[、和与及])?[^，。；、]{0,10}$")
_LEADS = re.compile("^[^，。；]{0,16}" + any_of("residence", "leads") + "[^，。；]{0,8}下")
_OWNS = re.compile("^[^，。；]{0,24}?" + any_of("residence", "owns"))
_FIELD_OF_USE = re.compile(any_of("residence", "uses") + "[^，。；]{0,40}$")
_OF_THE_COUNTRY = re.compile("[是为](?:[^，。；]{0,6}的)?(?:国内|全国|全球|世界|我国|中国|国际)[^，。；、]{0,4}$")  # 甲公司是国内软件行业的领军企业
_NO_INDUSTRY_HERE = re.compile(any_of("residence", "no-industries"))
_APPLIED = re.compile(any_of("residence", "applied") + r"(?:(?:(?!创建)[^，。；：]){0,40}[、和与及])?[^，。；：、]{0,6}$")
_STRIVEN = re.compile(any_of("residence", "striven"))
_DECIDED = re.compile(any_of("residence", "decided"))
_SUBJECT_OF_NEWS = re.compile(
    "^[^，。；：为与向对给被跟从同由和及]{0,12}$|^由?[^，。；：]{0,24}(?:投资|建设)的[^，。；：]{0,4}$|^[^，。；：为与向对给被跟从同由]{2,24}[、和及]$"
)
_GOES_ON = re.compile("(?:项目|工程|公司)?(?:（[^）]{0,12}）)?(?:[、和及与]|以及)(?:[^，。；：、]{2,20}、){0,2}")
_NOT_YET = re.compile(
    "签约|签署|签订|签下|拟|洽谈|考察|调研|采购|供应|计划(?!总?投资|[^，。；]{0,12}(?:建成|投产|竣工|投用|完工|开工|交付|达产|投运))|总部位于"
)
_VISITED = re.compile("签约|签署|考察|调研|走访|座谈|对接|赴|携手|[与和]")
# 也是国内首条高世代生产线, 用的就是甲公司的电池
_SAYS_WHAT_IT_IS = re.compile("是[^，。；：]{0,8}(?:首|最大|唯一|第[一二三四五六])[^，。；：]{0,12}$|(?:采用|选用|用)的[^，。；：]{0,4}$")
_CALLED_PROJECT = re.compile("(?:、[^，。；]{2,40})?等[^，。；、的]{0,6}(?:项目|工程)")
_BUILDS_WHAT = re.compile(any_of("residence", "builds-what"))  # may be from anywhere too
_INVESTS = re.compile("(?:独家|全额|计划|总|共同)?(?:投资|出资|投建)")  # who pays for it may be anywhere
SPOKESMAN = re.compile(any_of("residence", "spokesmen"))
_FOUNDED = re.compile(any_of("residence", "founded") + "$")


def things_here(sentence: Sentence, forward: bool, coreference: Coreference, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The things of a sentence that are in the place whose report it stands in.

    :param forward: whether the sentence speaks of what is to come
    """
    for mention in sentence.mentions:
        if mention.cls not in _TAKE_PLACE:
            continue
        start, end = sentence.clause_at(mention.start)
        front, behind = sentence.text[start : mention.start], sentence.text[mention.end : end]
        abroad = _ABROAD.match(behind) or mention.cls in ("Park", "Project") and _OF_A_COUNTRY.search(mention.text)
        if not (_is_partner(mention.cls, front, behind) or _is_hoped_for(front, behind, forward) or abroad):
            if mention.cls not in ("Park", "Organization") or not _is_listed_elsewhere(mention, coreference, gazetteer):
                yield mention


def things_in_the_news(sentence: Sentence, coreference: Coreference, gazetteer: Gazetteer) -> Iterator[Mention]:
    """The companies and projects of a sentence that are in the park of whose news it tells: the subjects of what is going on there. What is
    signed or planned is not there yet, and whom something is made for or with may be anywhere."""
    if _NOT_YET.search(sentence.words):
        return
    last: Mention | None = None  # a member of the list that a name may go on with
    for mention in things_here(sentence, False, coreference, gazetteer):
        start, end = sentence.clause_at(mention.start)
        front, behind = sentence.text[start : mention.start], sentence.text[mention.end : end]
        if (
            mention.cls == "Company"
            and (leant_on(front) or _BUILDS_WHAT.match(behind))
            or mention.cls not in ("Company", "Project")
            and not is_called_project(sentence, mention)
            or SPOKESMAN.match(behind)
            or _SAYS_WHAT_IT_IS.search(front)
        ):
            continue
        if _SUBJECT_OF_NEWS.match(front) or last is not None and _GOES_ON.fullmatch(sentence.text, last.end, mention.start):
            last = mention
            yield mention


def leant_on(front: str) -> bool:
    """Whether the words in front of a company's name make it one that somebody builds on or joins, which may be anywhere: 依托甲汽车、乙电池等企业."""
    return _LEANT_ON.search(front) is not None


def is_called_project(sentence: Sentence, park: Mention) -> bool:
    """Whether a park is something that is being built, by the noun behind its list: 推进甲智能制造园、乙电器等项目开工."""
    return park.cls == "Park" and _CALLED_PROJECT.match(sentence.text, park.end, sentence.clause_at(park.start)[1]) is not None


def industry_is_here(sentence: Sentence, industry: Mention) -> bool:
    """Whether an industry that a place's own text names may be one of the place: not what a product is used in, nor the subject of a fair."""
    start, end = sentence.clause_at(industry.start)
    front = sentence.text[start : industry.start]
    return (
        _FIELD_OF_USE.search(front) is None
        and _OF_THE_COUNTRY.search(front) is None
        and _NO_INDUSTRY_HERE.match(sentence.text[industry.end : end]) is None
    )


def headline_park(sentences: Sequence[Sentence]) -> str | None:
    """The park of which a piece of news tells: the only thing that its headline names, and not as the goal of a visit or the partner of a deal."""
    for sentence in sentences[:2]:
        if sentence.kind in ("title", "heading"):
            things = {m.text: m for m in sentence.mentions if m.cls in ("Company", "Project", "Park", "Organization", "Person")}
            parks = [m.text for m in things.values() if m.cls == "Park"]
            return parks[0] if len(things) == len(parks) == 1 and not _VISITED.search(sentence.words) else None
    return None


def _is_partner(cls: str, front: str, behind: str) -> bool:
    """Whether the words around a name show it as somebody or something else's: a partner, a model, a neighbour."""
    if _WITH.search(front) and _TOGETHER.search(behind) or _JOURNEY.search(front):
        return True
    if cls == "Company" and (_RECEIVES.search(front) or _SIGNS.match(behind) or _OWNS.match(behind)):
        return True
    if cls == "Company" and (_TAKEN_OVER.search(front) or _BRANCH.match(behind)):
        return True
    if cls == "Company" and (_SUPPLIED.search(front) or _FOR.search(front) and _MADE_FOR.match(behind) or _IS.search(front) and _PARENT.match(behind)):
        return True
    if cls == "Company" and _IS_OF.search(front) and _PARTNERS.match(behind):
        return True
    if cls == "Company" and front.endswith("由") and _INVESTS.match(behind):
        return True
    if cls == "Organization" and (_TELLS.match(behind) or _LEADS.match(behind) or _HELD.search(front) and _MEETS.match(behind)):
        return True
    if cls in ("Company", "Organization") and _HOSTS.match(behind):
        return True
    if _CHANCES.search(front) and _TO_COME.match(behind):
        return True
    return cls != "Company" and bool(_JOINED.search(front) or _CHANCE.match(behind) or _LEARNT.search(front) and _LESSONS.match(behind))


def _is_hoped_for(front: str, behind: str, forward: bool) -> bool:
    """Whether a thing is applied or striven for: 申报X, 争取X落户, 支持设立X in plans."""
    if _APPLIED.search(front) or _STRIVEN.search(front) and _DECIDED.search(behind):
        return True
    return forward and bool(_FOUNDED.search(front))


def _is_listed_elsewhere(mention: Mention, coreference: Coreference, gazetteer: Gazetteer) -> bool:
    """Whether a park or organization is a listed one that is not of this place, nor of one above it: 国务院, a university of another province.

    A zone named after what zones are for or who runs them (空港新城, 中德产业园) may be another one than the listed.
    """
    entry = coreference.entry(coreference.key(mention.cls, mention.text))
    if entry is None:
        return False
    above = {place.identifier for place in gazetteer.above(entry)}
    if entry.within in coreference.home_chain or coreference.home_chain and coreference.home_chain[0] in above:
        return False
    if entry.cls == "Organization" or not entry.within:
        return entry.cls == "Organization"
    mark = mention.text[:2]
    return not known_word(mark) or any(
        place.cls == "District" and entry.within in (place.identifier, *(p.identifier for p in gazetteer.above(place)))
        for place in gazetteer.lookup(mark)
    )
