"""Takes a sentence in its setting, asserts which designations the text's own place has or strives for (获评国家节水型城市, 争创X), and which the
place has that stands just in front of one (甲市国家海绵城市建设试点).

The words that tell are in ``kg/relate/lexicon/designations.yaml``.
"""

from __future__ import annotations

import re

from kg.model import Mention
from kg.relate.collector import Key
from kg.relate.lexicon import any_of
from kg.relate.setting import Setting
from kg.relate.truth import ACTUAL, TARGET, modality

_DESIGNATIONS = frozenset(("programme.designation", "programme.national"))
_MAY_BE_A_PLACE_S = _DESIGNATIONS | {"programme.honour"}
_ASPIRATION = any_of("designations", "aspirations")
_ASPIRED = re.compile(_ASPIRATION + "[^，。；、]{0,4}$")
_ASPIRED_BEHIND = re.compile(any_of("designations", "aspirations-behind"))
_WON = re.compile(any_of("designations", "attained") + _ASPIRATION + "[为成了]?[^，。；、]{0,4}$")
_KEPT = re.compile(any_of("designations", "kept") + "[^，。；、]{0,4}$")
_STRIVES_FOR = re.compile("(?:创建|争创|争取|申报|申建|打造|申请)[^，。；]{0,12}$")
_ONLY_JOINED = re.compile(any_of("residence", "joined") + "[^，。；、]{0,4}$")  # 对接国家自主创新示范区
_LIST_JOINT = re.compile("”?[、和及与]“?")
_GIVEN = re.compile(any_of("designations", "given"))
_HELPED = re.compile(any_of("designations", "helped"))
_OWN = re.compile(any_of("rules", "adverbs") + "|" + any_of("designations", "own"))
_HAVING = re.compile(any_of("rules", "adverbs") + "|" + any_of("designations", "own") + "|" + any_of("designations", "having"))
_HAD = re.compile(any_of("designations", "had-behind"))
_BY_THE_STATE = re.compile(any_of("designations", "by-the-state"))
_PILOT = re.compile(any_of("designations", "pilots"))
_FURTHERED = re.compile(any_of("designations", "furthered"))
_WORKS = re.compile(any_of("designations", "works"))
_OF_COMPANIES = re.compile(any_of("designations", "of-companies"))
_OF_A_LEVEL = re.compile("[省市区县州]级")  # 广东省级示范区: of the province, not given to it
_MORE_OF_ITS_NAME = re.compile("[0-9]|企业|项目|名单|评选|大会|论坛")


def designations_of_the_place(setting: Setting, place: Key, designated: set[int]) -> None:
    """The designations that a place has or strives for in its own text.

    :param designated: the offsets of programmes that found their bearer
    """
    for mention in setting.sentence.mentions:
        if mention.rule not in _MAY_BE_A_PLACE_S or mention.start in designated:
            continue
        truth = _truth_for_the_place(setting, mention, place)
        if truth is None:
            continue
        for bearer in setting.areas(mention) or (place,):
            setting.collector.relation(bearer, "designatedAs", setting.key(mention), truth, setting.span(mention), "topic.designation")


def designations_behind_their_places(setting: Setting, designated: set[int]) -> None:
    """The designations whose places stand just in front of them, alone or in a list: 推进甲市、乙县国家海绵城市建设试点.

    :param designated: the offsets of programmes that found their bearer; gets those found here
    """
    text = setting.sentence.text
    for mention in setting.sentence.mentions:
        if mention.rule not in _DESIGNATIONS or mention.start in designated or _OF_COMPANIES.search(mention.text) or _OF_A_LEVEL.match(mention.text):
            continue
        places = _places_in_front(setting, mention)
        if not places or _MORE_OF_ITS_NAME.match(text, mention.end):
            continue
        front = setting.in_front(places[-1])
        striven = _STRIVES_FOR.search(front) and not _WON.search(front) or _ASPIRED_BEHIND.match(text, mention.end) or modality(front, False) == TARGET
        designated.add(mention.start)
        for place in places:
            span, truth = setting.span(place, mention), TARGET if striven else ACTUAL
            setting.collector.relation(setting.key(place), "designatedAs", setting.key(mention), truth, span, "designation.behind-its-place")


def _places_in_front(setting: Setting, designation: Mention) -> list[Mention]:
    """The district or park that ends where a designation begins, and those of a list before it, the nearest first."""
    ends = {m.end: m for m in setting.sentence.mentions if m.cls in ("District", "Park")}
    last = ends.get(designation.start)
    found = [last] if last is not None else []
    while last is not None:
        joint = next((end for end in ends if end < last.start <= end + 2 and _LIST_JOINT.fullmatch(setting.sentence.text, end, last.start)), None)
        last = ends[joint] if joint is not None and ends[joint].cls == found[0].cls else None
        if last is not None:
            found.append(last)
    return found


def _truth_for_the_place(setting: Setting, designation: Mention, place: Key) -> str | None:
    """Whether the text's place has a designation or strives for it; None if that is said of nobody or of another."""
    first = _first_of_list(setting, designation)
    front, text = setting.in_front(first), setting.sentence.text
    if _ONLY_JOINED.search(front) or _is_anothers(front) or _is_striven_for_by_another(setting, first, place) or _given_to_another(front):
        return None
    given, aspired = _GIVEN.search(front) is not None, _ASPIRED.search(front) is not None
    if aspired and (_KEPT.search(front) or not setting.topic.forward and _WON.search(front)):
        given, aspired = True, False  # 巩固X创建成果, 成功创建X, 获批建设Y
    if designation.rule == "programme.honour":
        return ACTUAL if given and not aspired and designation.text.rstrip("”")[-1] in "省市区县城" else None  # 获得“全国双拥模范城”称号
    if _HAD.match(text, designation.end) and _HAVING.sub("", front).strip(" \n") == "" or _is_pilot_underway(front, designation, text):
        return TARGET if modality(front, False) == TARGET else ACTUAL
    aspired = aspired or (modality(front, False) == TARGET if given else _ASPIRED_BEHIND.match(text, designation.end) is not None)
    by_the_state = _BY_THE_STATE.match(designation.text) is not None and (designation.rule != "programme.national" or aspired)
    if not (given or by_the_state):
        return None  # 开展…试点: carried out, given by nobody
    return TARGET if aspired else ACTUAL


def _is_pilot_underway(front: str, designation: Mention, text: str) -> bool:
    """Whether a place goes on with what it has been chosen for: 加快国家碳达峰试点城市建设."""
    return bool(_PILOT.search(designation.text) and _FURTHERED.fullmatch(front) and _WORKS.match(text, designation.end))


def _is_striven_for_by_another(setting: Setting, designation: Mention, place: Key) -> bool:
    """Whether a company or another place in front of the verb strives for a designation: 推动甲电子、乙机械争创X."""
    found = _ASPIRED.search(front := setting.in_front(designation))
    if found is None:
        return False
    verb = designation.start - len(front) + found.start()
    return any(m.end == verb and m.cls in ("Company", "Project", "Organization") and setting.key(m) != place for m in setting.sentence.mentions)


def _first_of_list(setting: Setting, designation: Mention) -> Mention:
    """The first member of a list of designations, of which the words in front tell: 创建X、Y strives for both."""
    first = designation
    for mention in reversed([m for m in setting.sentence.mentions if m.cls == "Programme" and m.end <= designation.start]):
        if not _LIST_JOINT.fullmatch(setting.sentence.text, mention.end, first.start):
            break
        first = mention
    return first


def _is_anothers(front: str) -> bool:
    """Whether the words in front of a designation tell of another that is helped to it: 支持甲灌区深化X; not 推动成功创建X."""
    helped = _HELPED.search(front)
    return helped is not None and _OWN.sub("", helped["whom"]) != ""


def _given_to_another(front: str) -> bool:
    """Whether something else than the place of the text stands in front of the verb that gives a designation.

    :param front: the clause up to the designation
    """
    verb = _GIVEN.search(front)
    return verb is not None and _OWN.sub("", front[: verb.start()]).strip(" \n") != ""
