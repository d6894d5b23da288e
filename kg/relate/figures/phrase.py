"""Takes the words in front of a number, gives the phrase that names what is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.model import Mention
from kg.relate.lexicon import any_of, words

JOINED = re.compile(r"[和与及、]")  # between two numbers of a list
_VERBS = re.compile(any_of("figures", "verbs") + "+$")
_END_VERBS = frozenset(word[-1] for word in words("figures", "verbs"))
_FRONTS = re.compile("^" + any_of("figures", "fronts") + "+")
_HOLDS_STEADY = re.compile(r"(?:继续|稳定|持续|平稳)*(?:保持|实现|呈现)[^，。；、]{0,6}增长[^、]*$|增长[^、]*$|(?:稳步|持续|不断)[^、]*$")
_TIME_IN_FRONT = re.compile(
    r"^(?:[但而]?(?:今年|去年)(?=[\d前]))?(?:(?:19|20)\d\d年[底末]?|前[\d一二三四五六七八九十]+个月|\d+月?(?:份)?[—\-–~至到]\d+月(?:份)?|[\d]+月|年末|年底|年(?![产度]))?"
)
_YEAR_IN_FRONT = re.compile(r"^[但而]?(?:去年|今年|上年|全年|当年|[两三四五六七八九十\d]+年(?:间|来))+")
_YEAR_TO_COME = re.compile(r"^20\d\d年(?:底|末)?(?=[^，。；、\d度版]{2})")  # 到2027年力争…, without 到
_TIME_BEHIND = re.compile(r"(?:19|20)\d\d年(?:底|末)?的?$")  # 从2020年的800亿元增至2023年的1600亿元
_STARTING_POINT = re.compile(any_of("figures", "starting-points") + "$")
_ONLY_TIME = re.compile(
    r"(?:(?:19|20)\d\d年|今年|去年|当年|上半年|下半年|前三季度|[一二三四]季度|全年|同期|底|末|年|，|全[市省区县州国]|我[市省区县])+"
)
_TREND = re.compile(
    r"^[，；、]?(?:保持|推动|促进|实现|确保|努力)?(?P<what>(?:PM(?:2\.5|10))?[^，。；：、\d“”（）]{2,14}?)(?:"
    + any_of("figures", "trend-adverbs")
    + "+"
    + any_of("figures", "trends")
    + f"(?:态势|势头)?|(?:均|都)?{any_of('figures', 'doublings')}|(?:下降|降低|增长|提升|提高)?(?:年度)?目标(?:任务)?(?:超额|全面|提前|顺利|圆满)*(?:完成|实现)"  # 能耗强度下降目标超额完成
    + r"|(?:为|达|达到|[降升]?[至到])(?:每立方米)?[\d.]+[微毫]克[^，。；]{0,5}"  # a unit that is none of ours: 平均浓度为44微克/立方米，下降8.6%
    + ")[，；。]?$"
)
_QUOTED, _HALF_QUOTED = re.compile("“([^“”]*)”"), re.compile(".*[“”]")
_CLAUSE_MARK, _ANY_MARK = re.compile("[，：；。]"), re.compile("[，：；。、]")
_NAMED = frozenset(("Company", "Project", "Park", "District", "Organization"))
_SHARE_NOUN = re.compile("(?:占比|比重|份额)$")  # 装机和发电量占比 are two shares
_LISTED_NOUN = re.compile(any_of("figures", "listed-nouns") + "$")  # 汽车、集成电路圆片产量
_MEASURED = re.compile(f"(?:{_LISTED_NOUN.pattern[:-1]}|[数次率额量值度]|游客)$")
_LONGEST_MEMBER = 16


def without_verbs(phrase: str) -> str:
    """A phrase without the verbs and adverbs behind it: 产值首次突破 is 产值."""
    return _VERBS.sub("", phrase) if phrase and phrase[-1] in _END_VERBS else phrase


def without_front(phrase: str) -> str:
    """A phrase without the words in front that only frame it: 全年完成投资 is 投资."""
    return _FRONTS.sub("", phrase)


def without_names(phrase: str, mentions: Sequence[Mention]) -> str:
    """A phrase without the names in front that can own a figure.

    :param mentions: the sentence's names
    """
    for mention in reversed(mentions):
        if mention.cls in _NAMED and phrase.startswith(mention.text):
            phrase = phrase[len(mention.text) :]
    return phrase


def indicator_phrase(lead: str, mentions: Sequence[Mention]) -> str:
    """The phrase in front of a quantity that names what is measured: without verbs behind it, and without time, place, owner and adverbs in front.

    :param lead: the words between the quantity before, or the clause's beginning, and this one
    :param mentions: the sentence's names
    """
    phrase = _ANY_MARK.split(lead)[-1] if _CLAUSE_MARK.search(lead) else lead
    phrase = phrase.strip("、 ").rpartition(" ")[2]  # a headline's parts stand apart
    phrase = phrase.lstrip("“") if "”" not in phrase else phrase  # “去年销售收入…: what somebody says
    if "、" in phrase and not without_verbs(phrase.rsplit("、", 1)[-1]):
        phrase = _HOLDS_STEADY.sub("", phrase.rsplit("、", 1)[0])  # 工业总产值保持两位数增长、达到…
    if "、" in phrase:
        phrase = phrase.rsplit("、", 1)[-1]
    phrase = without_names(_TIME_IN_FRONT.sub("", without_verbs(phrase)), mentions)
    bare = _YEAR_IN_FRONT.sub("", phrase)
    phrase = without_names(bare, mentions) if bare != phrase else phrase  # 去年绵阳市工业增加值
    phrase = without_verbs(_TIME_BEHIND.sub("", _TIME_IN_FRONT.sub("", phrase)))
    phrase = _STARTING_POINT.sub("", phrase)
    phrase = without_front(phrase) or ("" if _ONLY_TIME.fullmatch(phrase) else phrase)
    phrase = without_front(_YEAR_TO_COME.sub("", phrase)) or phrase
    inner = without_names(phrase, mentions)  # 上半年甲高新区规上工业产值
    phrase = without_front(inner) or phrase if inner != phrase else phrase
    return without_marks(without_verbs(phrase).strip("的了（）()"))


def without_marks(phrase: str) -> str:
    """A phrase without quotation marks, and without what stands in front of half a pair: 5”是产业支撑 is 是产业支撑."""
    if "“" not in phrase and "”" not in phrase:
        return phrase
    whole = _QUOTED.sub(r"\1", phrase)
    return _HALF_QUOTED.sub("", whole)


def trend(clause: str) -> str | None:
    """What a clause without a number says to rise or fall, of which the next one gives the number: 进出口逆势上扬，完成4946亿元.

    >>> trend("进出口逆势上扬"), trend("保持固定资产投资稳定增长"), trend("企业纷纷落户")
    ('进出口', '固定资产投资', None)
    >>> trend("地区生产总值比2010年翻了一番"), trend("PM2.5平均浓度为44微克/立方米")
    ('地区生产总值', 'PM2.5平均浓度')
    """
    found = _TREND.match(clause)
    phrase = without_front(found["what"]) if found else ""
    return phrase if len(phrase) >= 2 else None


def list_members(lead: str) -> list[str]:
    """The members of a list of indicators, each with the noun that they share.

    >>> list_members("化工、玩具产值"), list_members("制造业中长期贷款、普惠小微贷款")
    (['化工产值', '玩具产值'], ['制造业中长期贷款', '普惠小微贷款'])
    >>> list_members("高新技术产业、战略性新兴产业产值")
    ['高新技术产业产值', '战略性新兴产业产值']
    """
    phrase = without_front(re.split(r"[，：；。]", lead)[-1].strip("、"))
    members = [m for m in re.split(r"、|和(?=[^，。；]{2,})", without_verbs(phrase)) if m]
    if len(members) < 2 or any(len(m) > _LONGEST_MEMBER for m in members):
        return []
    if (share := _SHARE_NOUN.search(members[-1])) is not None and share.start() > 1:
        return [m if m.endswith(share.group()) else m + share.group() for m in members]
    noun = _LISTED_NOUN.search(members[-1])
    if noun is not None and noun.start() > 1:  # 游客人数、旅游收入: each has its own
        return [member if _MEASURED.search(member) else member + noun.group() for member in members]
    cut = _member_length(members[-2], members[-1])
    shared, alike = members[-1][cut:], members[-1][max(0, cut - 2) : cut]
    if cut > 5 and len(shared) > 4:
        return members
    return [*(m if m.endswith(shared) or len(m) > 5 and not m.endswith(alike) else m + shared for m in members[:-1]), members[-1]]


def _member_length(before: str, last: str) -> int:
    """How much of a list's last member is the member, before the noun that all share: as far as it ends like the one before it."""
    for size in (3, 2, 1):
        at = last.find(before[-size:])
        if at > 0 and len(before) > size:
            return at + size
    return len(before)
