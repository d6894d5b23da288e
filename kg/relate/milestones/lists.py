"""The lists that a stage's verb reaches: the names in front of it, behind it, and the members of a list between two words.

A list may hold members whose names were not read, brackets and footnotes' marks; its noun (等…重大项目) ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention, TimeSpan
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

WITH_STAGES = frozenset(("Project", "Park", "Company", "Organization"))
# … behind a member with a bracket or a footnote's mark, or behind others whose names were not read
_ASIDE = r"(?:（[^（）。；]{1,24}）|[\[［〔]\d{1,3}[\]］〕])?"
# what may stand between a name and its verb: the noun of a list (等…重大项目), adverbs, a place; times are taken out before
_LIST_NOUN = rf"(?:等[^，。；、]{{0,24}}?|(?:等)?{any_of('milestones', 'list-adjectives')}*){any_of('milestones', 'list-nouns')}?(?:[\d]+个|[两二三四五六七八九十]个(?:重[点大]|产业)?项目)?"
# … and what a name that was read in part goes on with (南区), the last members of a list whose names were not read, and a part of what is built
_LAST_UNREAD = (
    rf"(?:[、和及与][^，。；、“”的]{{2,24}}{any_of('milestones', 'works')}|[、和及与]“[^“”，。；]{{2,16}}”(?=等))*"
    r"(?:(?:[、和及与][^，。；、“”的]{2,16}){1,4}(?=等[^，。；、]{0,12}(?:项目|工程)))?"
)
_BETWEEN_SUBJECT = re.compile(
    _ASIDE + _LAST_UNREAD + _LIST_NOUN + any_of("milestones", "parts") + "?" + any_of("milestones", "adverbs") + "*"
)
_BETWEEN_OBJECT = re.compile(r"^(?:了|好|并)?(?:的(?:(?:还|也|则)?(?:有|包括))?)?(?:(?:引进|落户|了)?[^，。；、]{0,6}(?:投资[^，。；、的]{1,8})?(?:亿元|万元)(?:以上)?(?:[、，]?(?:总?占地|用地|年产)[^，。；、的]{1,12})?的)?$")
_NEXT_MEMBER = re.compile(r"[、和及与]|(?:等[^，。；、]{0,8}(?:项目|工程))?，?以及|四期、")
_LATER_MEMBER = re.compile(rf"{_ASIDE}(?:[^，。；、“”的]{{0,8}}(?:项目|工程))?{_ASIDE}(?:[、和及与]|以及)(?:[^，。；、“”的]{{2,30}}{_ASIDE}[、和及与]){{0,4}}")
_UNREAD_FIRST = re.compile(rf"(?:了|好|的)?(?![\d一二两三四五六七八九十]+[个家批])(?:[^，。；、“”的]{{2,30}}{_ASIDE}[、和及与]){{1,4}}")
_MEMBER_ENDS = re.compile(rf"{_ASIDE}(?:[、，。；和及与等]|以及|建设|项目|工程|$)")
_MEMBER_OF_PROJECTS = re.compile("(?:、[^，。；]{2,80})?等[^，。；、]{0,8}(?:项目|工程)(?=[，。；]|$)")  # a company named for its project
_UNREAD_REST = re.compile("(?!等|以及|建设|项目|工程)[^，。；、“”的和及与（]{2,20}、")
_OTHER_VERB = re.compile(any_of("milestones", "list-breaks"))
_SIGNED_PAPER = re.compile(any_of("milestones", "signed-papers") + "+" + any_of("milestones", "adverbs") + "*")
_PARTNER = re.compile(r"(?:与|同|(?<!投产)(?<!投用)(?<!投运)(?<!开工)(?<!动工)(?<!竣工)(?<!建成)(?<!通车)和|对|(?<!图)为|向)$")  # not 甲项目投产和乙基地投用
_DONE_FOR = ("奠基", "揭牌")
# between two names of a list: X等8个铁路项目、Y; a member that is no known name may stand between them
_JOINT = re.compile(
    rf"(?:[^，。；、“”的\d和与及]{{0,6}}(?:项目|工程))?{_ASIDE}(?:等[^，。；、]{{0,14}}(?:项目|工程|基地|园区|通道))?(?:[、和及与]|以及)"
    rf"(?:[^，。；、“”]{{2,20}}{_ASIDE}[、和及]){{0,3}}(?:总?投资[^，。；、]{{2,10}}的)?"
)
_NAMED_FURTHER = re.compile(r"[^，。；、“”的\d和与及等]{1,8}(?:项目|工程)[、和与及]")  # 甲研究院改造项目: whose name was not read
_SO_MANY_OF_IT = re.compile(
    r"(?:共|有|的|首批|新)*(?:\d+|[一二两三四五六七八九十]+)余?[个家项]|(?:[^，。；、项]{0,4}(?:季度|批)(?:的)?)?"
    + any_of("milestones", "projects-of-a-place")
    + "+(?:项目|企业|工程)"
)


def members_between(sentence: Sentence, start: int, end: int) -> Iterator[Mention]:
    """The names that are members of a list; other members may be no known names."""
    text = sentence.text
    for mention in sentence.mentions_between(start, end):
        place = next((m for m in sentence.mentions if m.cls == "District" and m.end == mention.start), mention)
        front, rest = text[max(start, place.start - 3) : place.start], text[mention.end : end]
        begins = place.start - start <= 2 or front.endswith(("、", "和", "及", "与", "以及")) and not front.endswith("涉及")
        ends = _BETWEEN_SUBJECT.fullmatch(rest) or _JOINT.match(rest) and mention.cls != "Organization"  # 甲部、乙部支持的…项目
        if mention.cls in WITH_STAGES and begins and ends:
            yield mention


def names_before(sentence: Sentence, verb: int, start: int, papers: bool = False) -> list[Mention]:
    """The names in front of a verb: one, or a list; the noun of a list and adverbs may stand between.

    :param papers: whether the verb is one of signing, and what is signed may stand between, too
    """
    mentions = [m for m in sentence.mentions if start <= m.start and m.end <= verb and m.cls in WITH_STAGES | {"District", "Product"}]
    for i in range(len(mentions) - 1, -1, -1):
        between = _without_times(sentence, mentions[i].end, verb, mentions[i + 1 :])
        if len(between) > 40:
            return []
        if sentence.text[mentions[i].start - 1 : mentions[i].start] in ("在", "于") and mentions[i].cls in ("District", "Park"):
            continue  # the place where, not the thing that
        if _BETWEEN_SUBJECT.fullmatch(between) or papers and _SIGNED_PAPER.fullmatch(between):
            found = list_ending_with(sentence, mentions[: i + 1])
            if len(found) == 1 and found[0].cls != "Project" and _SO_MANY_OF_IT.match(between):
                return []  # 某开发区4个项目开工, 某高新区重点项目集中开工
            if found and found[0].cls in ("District", "Park") and sentence.text[found[0].start - 1] in "在于":
                return []  # 36个项目在甲产业园、乙工业园等园区开工
            partner = _PARTNER.search(sentence.text[start : found[0].start]) if found else None
            for_it = partner is not None and partner.group() == "为" and sentence.text.startswith(_DONE_FOR, verb)  # 为甲项目培土奠基
            return [] if partner is not None and not for_it else found
    return []


def _without_times(sentence: Sentence, start: int, end: int, names: list[Mention]) -> str:
    """The words between two places, without the times among them, nor where it was if its name tells (在甲产业园)."""
    out, at = [], start
    where = [m for m in names if m.cls in ("District", "Park") and sentence.text[m.start - 1] in "在于"]
    left_out: list[Mention | TimeSpan] = [*sentence.times, *where]
    for span in sorted(left_out, key=lambda s: s.start):
        if at <= span.start and span.end <= end:
            out.append(sentence.text[at : span.start])
            at = span.end
    return "".join((*out, sentence.text[at:end]))


def list_ending_with(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The members of the list that the last name closes; a place in front of a member belongs to it (武汉中航锂电、襄阳比亚迪)."""
    chosen = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        place = next((m for m in sentence.mentions if m.cls == "District" and m.end == chosen[-1].start), None)
        between = sentence.text[mention.end : place.start if place is not None else chosen[-1].start]
        if not _JOINT.fullmatch(between):
            break
        if mention.cls == "Project" or not _NAMED_FURTHER.match(sentence.text, mention.end):
            chosen.append(mention)
    return [m for m in reversed(chosen) if m.cls in WITH_STAGES]


def names_behind(sentence: Sentence, verb: int, end: int) -> list[Mention]:
    """The names behind a verb: one, or the members of a list, up to its end (等…项目) or that of the clause. Some of the members may be no
    known names, the first as well."""
    text = sentence.text
    mentions = [m for m in sentence.mentions if verb <= m.start and m.end <= end and m.cls in WITH_STAGES | {"District"}]
    mentions = [m for i, m in enumerate(mentions) if not _is_inside(text, m, mentions[i + 1 :])]
    if not mentions:
        return []
    if not _BETWEEN_OBJECT.fullmatch(text[verb : mentions[0].start]):
        if not _UNREAD_FIRST.fullmatch(text[verb : mentions[0].start]) or _OTHER_VERB.search(text, verb, mentions[0].start):
            return []
        if mentions[0].cls not in ("Project", "Park", "District") and not _MEMBER_OF_PROJECTS.match(text, mentions[0].end):
            return []
    chosen = [mentions[0]]
    for mention in mentions[1:]:
        between = text[chosen[-1].end : mention.start]
        place = chosen[-1].cls == "District" and not between  # of the member that follows
        if not place and not _NEXT_MEMBER.fullmatch(between):
            if _OTHER_VERB.search(between):
                break
            if mention.cls not in ("Project", "Park", "District") or not _LATER_MEMBER.fullmatch(between):
                continue  # it stands inside a member that was not read, or a bracket
        chosen.append(mention)
    return [m for m in chosen if m.cls in WITH_STAGES and not (m.cls == "Park" and len(chosen) > 1 and not _MEMBER_ENDS.match(text, m.end))]


def _is_inside(text: str, mention: Mention, later: list[Mention]) -> bool:
    """Whether a place only begins a member of a list whose name was not read, and others follow: 甲新区算力平台、乙中心."""
    return bool(later) and mention.cls in ("District", "Park") and _UNREAD_REST.match(text, mention.end, later[0].start) is not None
