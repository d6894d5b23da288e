"""Takes a list that 等 closes, proposes its members, typed by the noun behind: X、Y、Z等企业 are companies even where one looks like a place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, words
from kg.recognize.recognisers.companies.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.grammar.own import named_by_head
from kg.recognize.recognisers.lists.areas import areas_beside
from kg.recognize.recognisers.lists.beside import beside_named
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.companies import holds_listed_company, is_called_as_company, is_thing
from kg.recognize.recognisers.lists.kinds import head_class
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.recognisers.lists.projects import classify_project
from kg.recognize.recognisers.lists.science import science_facilities
from kg.recognize.recognisers.lists.shared import marks_before_etc
from kg.recognize.recognisers.lists.streets import streets
from kg.recognize.recognisers.lists.typed import typed
from kg.recognize.recognisers.projects.works import ROUTE, SHARED_HEAD, WORK, is_work, works_before_etc
from kg.recognize.text.phrase import COUNTED, GENERIC, LISTED, MEMBER_ENDS, ends_names, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

ETC = sign(words=("等",))
_LINE = re.compile("(?:高铁|铁路|高速|高速公路|客专|城际)(?:$|.*段$|.*线$|.*桥$|.*扩[容能建]$|.*改扩建$)")
_PLACES = re.compile(f"{any_of('developers', 'abbreviations')}{{2,4}}")
_WATCHED, _WATCHED_WITHIN = tuple(words("lists", "watched")), 4  # words
_RANKED, _RANKED_WITHIN = frozenset("跻身 入围 入选 上榜 进入 荣登 位列 登上".split()), 12  # words
_LONGEST_SHORT = 5  # characters of a member that may be a mark
_PRAISED, _OF_FIELDS = tuple(words("lists", "praised")), words("lists", "of_fields")
_PLATFORMS, _GIVEN = tuple(words("lists", "areas_too")), words("lists", "given")
HOLDERS = ("基地", "设施", "生产线", "产线")  # what they are of stands in front of them, too: 蔬菜、水果等基地


def before_etc(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    """The members of the list that 等 closes."""
    yield from works_before_etc(tokens, etc, members_before)
    yield from science_facilities(tokens, etc)
    yield from streets(tokens, etc)
    found = head_class(tokens, etc + 1)
    if found is None:
        if etc + 1 < len(tokens) and tokens[etc + 1].text in words("lists", "stages"):
            yield from _projects(tokens, members_before(tokens, etc - 1, whole=True), etc, None)
        return
    cls, noun = found
    members = members_before(tokens, etc - 1, whole=True)
    if cls == "Organization" and _are_parks_called_platforms(tokens, etc, noun, members):
        cls = "Park"
    if tokens[noun].text == "建设" and 2 * sum(_is_a_park(tokens, member) for member in members) >= len(members):
        for member in members:
            yield from typed(tokens, member, "Park", "list.park", False)
        return
    if cls == "Project":
        yield from _projects(tokens, members, etc, noun)
        return
    confirmed = any(_confirms(tokens, member, cls) for member in members)
    if cls == "Industry" and (_only_fields(tokens, members, noun) or _are_watched(tokens, noun)):
        return
    if cls == "Company" and not confirmed:
        confirmed = _are_praised(tokens, etc, noun, members) or _are_ranked(tokens, noun, members)
        if not confirmed and _kinds_of_companies(tokens, members):
            return
    areas = cls == "Park" and not any(t.kind == "quantity" and t.text[-1] == "处" for t in tokens[etc:noun])  # 21处积淹水片区 have no name
    if areas and tokens[noun].kind == "word":  # 展会和中德产业园: a park of its own
        yield from marks_before_etc(tokens, members, tokens[noun].text)
    named = [[*typed(tokens, member, cls, f"list.{cls.lower()}", confirmed)] for member in members]
    if areas:
        for member in areas_beside(tokens, members, [bool(candidates) for candidates in named]):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Park", "list.park", False)
    among_companies = cls == "Company" and sum(map(bool, named)) > 1 and 3 * sum(map(bool, named)) >= 2 * len(members)
    for member, candidates in zip(members, named):
        if candidates or not (among_companies and (is_called_as_company(tokens, member) or _is_a_group(tokens, member))):
            yield from candidates
        else:  # 致远电子 beside 光远新材、中农颖泰
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Company", "list.company-among", False)


def _is_a_group(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is called by its trade and 集团: 地矿集团 beside 晨州交投、水投."""
    front = tokens[member.first]
    return member.stop - member.first == 2 and tokens[member.stop - 1].text == "集团" and len(front.text) == 2 and front.text not in GENERIC and not ends_names(front)


def _kinds_of_companies(tokens: Sequence[Token], members: Sequence[Member]) -> bool:
    """Whether members are ordinary nouns, so that a list tells kinds of companies (线束、座椅、内外饰等企业); one beside marks that no dictionary has
    is a company's name as well: 陶铝高端装备 beside 凯恒新材、华仑精密.
    """
    things = sum(is_thing(tokens, m) for m in members)
    fronts = [(m, tokens[m.first]) for m in members if len(tokens[m.first].text) > 1 and not is_trade(tokens[m.first])]
    marks = sum(not known_word(front.text) or _is_no_phrase(tokens, m) for m, front in fronts)
    return things > 0 and (2 * things >= len(members) or marks < 2)


def _are_praised(tokens: Sequence[Token], etc: int, noun: int, members: Sequence[Member]) -> bool:
    """Whether what stands between 等 and the noun is said of companies that have a name (等龙头企业, 等50家企业), of which none is a field: 水岭、
    紫沐等骨干企业, not 生物医药、大数据等龙头企业.
    """
    said = tokens[etc + 1 : noun + 1]
    praised, counted = any(t.text.startswith(_PRAISED) for t in said), any(t.kind == "quantity" and t.text.endswith(("家", "户")) for t in said)
    if not praised and not counted or any(t.text in _OF_FIELDS for t in said):
        return False
    if any(is_trade(tokens[m.stop - 1]) and m.stop - m.first == 1 or tokens[m.stop - 1].kind == "Industry" for m in members):
        return False
    return len(members) > 1 and 2 * sum(is_thing(tokens, m) for m in members) <= (len(members) if praised else 0)


def _are_ranked(tokens: Sequence[Token], noun: int, members: Sequence[Member]) -> bool:
    """Whether companies are told of that came into a ranking, so that short words are what they are called: 敬诚、诚信等企业跻身全国民营企业500强."""
    behind = [t.text for t in itertools.takewhile(lambda t: t.text not in MEMBER_ENDS, tokens[noun + 1 : noun + 1 + _RANKED_WITHIN])]
    ranked = any(text in _RANKED for text in behind[:3]) and any(text.endswith(("强", "榜", "榜单")) for text in behind)
    short = all(2 <= tokens[m.stop - 1].end - tokens[m.first].start <= _LONGEST_SHORT and not is_trade(tokens[m.stop - 1]) for m in members)
    return ranked and short and len(members) > 1


def _is_no_phrase(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is a word that names something, and two characters that make no word: 中农颖泰."""
    return tokens[member.first].tag in ("nz", "nt") and member.stop - member.first == 3 and all(len(t.text) == 1 for t in tokens[member.first + 1 : member.stop])


def _are_parks_called_platforms(tokens: Sequence[Token], etc: int, noun: int, members: Sequence[Member]) -> bool:
    """Whether a list tells of the platforms of a place, which are parks: 晨岭新城、松州经开区等重大平台; not what state or province gives."""
    if not tokens[noun].text.endswith(_PLATFORMS) or any(t.text in _GIVEN for t in tokens[etc:noun]):
        return False
    kinds = any(t.kind == "quantity" or COUNTED.match(t.text) or t.text in _GIVEN for t in (tokens[member.first] for member in members))
    return not kinds and 2 * sum(_is_a_park(tokens, member) for member in members) >= max(len(members), 3)


def _is_a_park(tokens: Sequence[Token], member: Member) -> bool:
    return tokens[member.stop - 1].kind == "Park" or own_class(tokens, member.first, member.stop) == "Park"


def _only_fields(tokens: Sequence[Token], members: Sequence[Member], noun: int) -> bool:
    """Whether a list is one of fields that are no industries: 道路交通、建筑施工、自建房等领域."""
    trades = sum(any(is_trade(t) for t in tokens[m.first : m.stop]) for m in members)
    return tokens[noun].text.endswith("领域") and 2 * trades < len(members)


def _are_watched(tokens: Sequence[Token], noun: int) -> bool:
    """Whether fields are told of in which dangers lie and rules are enforced, not industries: 等重点领域风险, 等行业安全监管."""
    if not tokens[noun].text.endswith(("领域", "行业")):
        return False
    behind = itertools.takewhile(lambda t: t.text not in MEMBER_ENDS, tokens[noun + 1 : noun + 1 + _WATCHED_WITHIN])
    return any(t.text.startswith(_WATCHED) for t in behind)


def _projects(tokens: Sequence[Token], members: Sequence[Member], etc: int, noun: int | None) -> Iterator[Candidate]:
    """The members of a list of projects, and of companies that are called by their projects.

    :param noun: what types the list; None if only a stage stands behind 等
    """
    confirmed = any(_confirms(tokens, member, "Project") for member in members)
    classes = {member: classify_project(tokens, member.first, member.stop) for member in members}
    companies = [member for member, cls in classes.items() if cls == "Company"]
    works = noun is not None and is_work(tokens, etc + 1, noun)
    short = all(tokens[m.stop - 1].end - tokens[m.first].start <= _LONGEST_SHORT for m in members)
    among_companies = not works and len(members) > len(companies) > (0 if short else 1)
    said = tokens[etc + 1 : noun + 1] if noun is not None else ()
    head = said[-1].text if said else ""
    if head.endswith(HOLDERS) and not any(t.text in ("科技", "科学", "文化") for t in said):
        members = [m for m in members if _says_whose(tokens, m)]  # 蔬菜、水果等基地
    if head.endswith("装置"):
        members = [m for m in members if tokens[m.first].kind != "quantity"]  # 45万吨甲醇制丙烯等装置: parts of one plant
    if head.endswith(("项目", "工程")) and not works:
        yield from beside_named(tokens, members, [m for m in members if classes[m] is not None])
    of_places = sum(_is_of_places(tokens, m) for m in members)
    if not works and of_places > 1 and all(tokens[m.stop - 1].end - tokens[m.first].start <= 4 for m in members):
        for member in members:  # 集大原、包银、太锡等项目
            if not any(t.kind in LISTED for t in tokens[member.first : member.stop]):
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", SHARED_HEAD, False)
        return
    of_lines = works and noun is not None and any(t.signs & (WORK | ROUTE) for t in tokens[etc + 1 : noun + 1])
    along_a_line = not works and any(_LINE.search(text_of(tokens, m.first, m.stop - 1)) for m in members)
    for member in members:
        start, end = tokens[member.first].start, tokens[member.stop - 1].end
        if along_a_line and _is_pair_of_places(tokens, member):
            yield Candidate(start, end, "Project", SHARED_HEAD, False)
        elif among_companies and member not in companies and _is_company_among(tokens, member, len(companies)):
            yield Candidate(start, end, "Company", "list.company-among", False)
        else:
            for candidate in typed(tokens, member, "Project", "list.project", confirmed):
                if works and candidate.cls == "Company" and not holds_listed_company(tokens, member):
                    candidate = candidate._replace(cls="Project", rule=SHARED_HEAD, certain=False)  # 西康、津沧等高速公路: roads named after their ends
                elif of_lines and candidate.cls == "Project" and not holds_listed_company(tokens, member):
                    candidate = candidate._replace(rule=SHARED_HEAD)  # 松梅集扩能等铁路项目: no company's
                yield candidate


def _is_company_among(tokens: Sequence[Token], member: Member, companies: int) -> bool:
    """Whether a member that nothing else tells of is one more company.

    :param companies: how many stand beside it
    """
    if companies > 1 and _is_a_group(tokens, member):
        return True
    if own_class(tokens, member.first, member.stop) is not None:
        return False
    return _short_word(tokens, member, companies) or is_called_as_company(tokens, member)


def _is_of_places(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is made of one-character names of places: 包银."""
    return _PLACES.fullmatch(text_of(tokens, member.first, member.stop - 1)) is not None


def _is_pair_of_places(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member beside a line is named after its two ends: 雄商, 济郑 in 京沪高铁二通道、雄商、济郑等项目."""
    text = text_of(tokens, member.first, member.stop - 1)
    inner = tokens[member.first : member.stop]
    return len(text) == 2 and not known_word(text) and all(t.kind == "word" and (t.hit is None or t.hit.weak) and not ends_names(t) for t in inner)


def _says_whose(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member is whole by itself, or begins with whose it is or where: 松州高端铝、晨州生态铝等基地; not 蔬菜、水果等基地."""
    if own_class(tokens, member.first, member.stop) is not None or holds_listed_company(tokens, member):
        return True
    return member.stop - member.first > 1 and tokens[member.first].kind == "District" and tokens[member.first + 1].kind != "District"


def _confirms(tokens: Sequence[Token], member: Member, cls: str) -> bool:
    """Whether a member is known for what the list says that its members are."""
    if cls == "District":
        return tokens[member.first].kind == "District"
    if holds_listed_company(tokens, member):
        return True
    return cls == "Company" and (
        bears_a_company(tokens[member.first])
        or own_class(tokens, member.first, member.stop) == "Company"
        and named_by_head(tokens, member.first, member.stop)
    )


def _short_word(tokens: Sequence[Token], member: Member, companies: int) -> bool:
    """Whether a member is one short word that may be a company's among companies: 中通 beside 顺丰、圆通."""
    token = tokens[member.first]
    return (
        member.stop - member.first == 1
        and token.kind == "word"
        and (companies > 1 or token.tag in ("nz", "nr", "nt") or token.tag == "nrt" and len(token.text) > 2)
        and 2 <= len(token.text) <= 4
        and token.text not in GENERIC
        and not ends_names(token)
        and not is_trade(token)
        and not NO_MARK.search(token.text)
    )
