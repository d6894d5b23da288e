"""Takes the tokens of a sentence, finds its lists and proposes their members, typed by what stands behind or before.

X、Y、Z等企业 are companies even where a member looks like a place; 开工建设X、Y and X、Y建成投产 are projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.developers import NO_MARK, bears_a_company
from kg.recognize.recognisers.fronts import PHASE
from kg.recognize.recognisers.grammar import ends_with, heads_at, named_by_head, names_no_park, word_mark_companies
from kg.recognize.recognisers.lists.beside import beside_named
from kg.recognize.recognisers.lists.kinds import head_class
from kg.recognize.recognisers.lists.members import AND, Member, members_before
from kg.recognize.recognisers.lists.shared import SHARED_AREA, SHARED_PROJECT, marks_before_etc, shared_areas, shared_projects
from kg.recognize.recognisers.lists.typed import (
    classify_project,
    counts_things,
    ends_in_built,
    holds_listed_company,
    is_called_as_company,
    is_thing,
    own_class,
    typed,
)
from kg.recognize.recognisers.works import ROUTE, SHARED_HEAD, WORK, is_work, shared_heads, works_before_etc
from kg.recognize.text.phrase import CLAUSE_ENDS, GENERIC, LISTED, ends_names, inside, is_trade, names_something, stands_behind_etc, text_of, trim
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word


def _sized(tokens: Sequence[Token], of: int) -> Iterator[Candidate]:
    """总投资11亿元的…项目: everything between the size and 项目 is the project's name."""
    for stop in range(of + 1, min(of + 16, len(tokens))):
        if (
            tokens[stop].text == "、"
            and tokens[stop - 1].text in _DONE_THERE
            and tokens[stop + 1 : stop + 2]
            and tokens[stop + 1].text in _DONE_THERE
        ):
            continue  # 电池箱体研发、生产、销售项目
        if tokens[stop].text in CLAUSE_ENDS or tokens[stop].text in ("、", "的", "等") or tokens[stop].kind == "quantity":
            return
        if tokens[stop].text in ("项目", "工程") and names_something(tokens, of + 1, stop, 2) and not _is_rank(tokens, of + 1, stop):
            yield Candidate(tokens[of + 1].start, tokens[stop].end, "Project", "list.sized", True)
            return


_DONE_THERE = frozenset("研发 设计 生产 制造 加工 销售 组装 检测 仓储 展示".split())


def _is_rank(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether words in front of 项目 only say of what field and how important it is."""
    ranks = ("产业", "产业链", "领域", "类", "重大", "重点", "系列", "招商", "合作")
    return tokens[stop - 1].text in ranks or any(t.text in ("项目", "工程") for t in tokens[first:stop])


_MONEY = sign(lambda word: word.kind == "quantity" and word.text.rstrip("以上").endswith("元"))
_ETC = sign(words=("等",))
_CONSTRUCT = sign(words=words("lists", "construct"), plain_words=True)
_STAGE = sign(words=words("lists", "stages"), plain_words=True)
_LEADER = sign(words=("龙头", "链主", "代表"))
_BIG = re.compile(r"[两三四五六七八九十\d]+大")  # 三大 …
_COUNTED_KINDS = sign(lambda word: word.text[-1:] == "大" and bool(_BIG.fullmatch(word.text)))
_COUNT = re.compile(r"([两二三四五六七八九\d]+)[家户个项座]")
_NUMERALS = {"两": 2, **{c: n for n, c in enumerate("一二三四五六七八九", 1)}}
_COUNT_OF_FEW = sign(
    lambda word: word.kind == "word" and bool(_COUNT.fullmatch(word.text)) or word.kind == "quantity" and word.text[-1] in "家户个项座"
)
_ENUMERATES = sign(words=("分别为", "分别是", "包括", "：", "包含", "涵盖"))
LIST_SIGNS = (
    _MONEY | _ETC | _CONSTRUCT | _STAGE | _LEADER | _COUNTED_KINDS | ROUTE | WORK | _COUNT_OF_FEW | _ENUMERATES | SHARED_AREA | SHARED_PROJECT
)
_LEADERS = re.compile(
    r"以(?P<names>[^，。；：的以为]{2,24}?)(?:等(?:企业|公司)?)?为(?:龙头|链主|引领的|首的|代表的[^，。；、]{0,14}(?:企业|公司)(?![^，。；]{0,3}(?:家|成长|群)))"
)
_NO_LEADERS = tuple(words("lists", "no_leaders"))


def _leaders(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """以X、Y为龙头: companies, also where the segmenter takes 以 and 为 for parts of their names."""
    base, text = tokens[0].start, text_of(tokens, 0, len(tokens) - 1)
    for match in _LEADERS.finditer(text):
        at = base + match.start("names")
        for name in match["names"].split("、"):
            inner = [t for t in tokens if at <= t.start and t.end <= at + len(name)]
            ordinary = (
                name in GENERIC
                or name.endswith(_NO_LEADERS)
                or any(t.kind in ("District", "quantity") for t in inner)
                or any(map(is_trade, inner))
                and not any(True for _ in word_mark_companies(inner))
            )
            if 2 <= len(name) <= 8 and not ordinary:
                yield Candidate(at, at + len(name), "Company", "list.company-leads", True)
            at += len(name) + 1


def list_members(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Members of the lists of a sentence, typed."""
    for i in [i for i, token in enumerate(tokens) if token.signs & LIST_SIGNS]:
        token = tokens[i]
        if token.signs & _MONEY and i + 1 < len(tokens) and tokens[i + 1].text == "的":
            yield from _sized(tokens, i + 1)
        if token.signs & (WORK | ROUTE):
            yield from shared_heads(tokens, i, members_before)
        if token.signs & SHARED_AREA and i > 2:
            yield from shared_areas(tokens, i)
        if token.signs & SHARED_PROJECT and i > 2:
            yield from shared_projects(tokens, i)
        if i and (token.signs & _ETC or token.signs & _COUNTED_KINDS and _counts_industries(tokens, i)):
            yield from _before_etc(tokens, i)
        elif token.signs & _CONSTRUCT:
            yield from _objects(tokens, i)
        if i and token.signs & _COUNTED_KINDS:
            yield from _counted_parks(tokens, i)
        if i and token.signs & _COUNT_OF_FEW and tokens[i - 1].text != "等":
            yield from _counted(tokens, i)
        if i and token.signs & _ENUMERATES:
            yield from _enumerated(tokens, i)
        if token.signs & _STAGE and i:
            yield from _subjects(tokens, i)
        if token.signs & _LEADER and i:
            yield from _leaders(tokens)


def _counted(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """甲、乙、丙3家企业: a list is closed by its count as it is by 等, if it has so many members."""
    match = _COUNT.fullmatch(tokens[count].text)
    number = match and (_NUMERALS.get(match[1]) or match[1].isdigit() and int(match[1]))
    if not number or not 2 <= number <= 9 or tokens[count - 1].kind in ("punctuation", "quantity", "time") and tokens[count - 1].text not in "”）":
        return
    found = head_class(tokens, count + 1)
    if found is None or found[0] not in ("Company", "Project") or tokens[found[1]].text.endswith(_HOLDERS):
        return
    members = members_before(tokens, count - 1)
    if len(members) == number:
        for member in members:
            yield from typed(tokens, member, found[0], f"list.{found[0].lower()}", False)


_PARK_NOUNS = ("园区", "产业园区", "产业园", "工业园", "工业园区", "开发区", "片区", "功能区", "组团", "特色小镇")


def _counted_parks(tokens: Sequence[Token], count: int) -> Iterator[Candidate]:
    """甲、乙、丙三大园区: as many members as are counted are parks, also bare ones."""
    number = _NUMERALS.get(tokens[count].text[0]) or tokens[count].text[0].isdigit() and int(tokens[count].text[0])
    if count + 1 >= len(tokens) or tokens[count + 1].text not in _PARK_NOUNS or not number or len(tokens[count].text) != 2:
        return
    if count + 2 < len(tokens) and inside(tokens[count + 2]) and tokens[count + 2].tag[:1] == "n":
        return
    members = members_before(tokens, count - 1, whole=True)
    if len(members) != number:
        return
    for member in members:
        own, length = own_class(tokens, member.first, member.stop), tokens[member.stop - 1].end - tokens[member.first].start
        bare = (
            own is None
            and 2 <= length <= 5
            and not any(
                t.kind not in ("word", "District") or t.text in GENERIC or is_trade(t) or ends_names(t) or t.tag in ("m", "p", "c", "uj")
                for t in tokens[member.first : member.stop]
            )
        )
        if bare or own in ("Park", "Project") and _is_named(tokens, member) and not names_no_park(tokens, member.first, member.stop - 1):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Park", "list.park-counted", True)


def _counts_industries(tokens: Sequence[Token], count: int) -> bool:
    """光电、医药两大产业: what stands in front of a count of industries is a list of them."""
    if tokens[count - 1].kind == "punctuation" or tokens[count - 1].tag[0] not in ("n", "j", "v"):
        return False
    return any(
        t.text in ("产业", "产业集群", "集群", "产业链") or t.kind == "Industry" and t.text.endswith("产业") for t in tokens[count + 1 : count + 3]
    )


def _before_etc(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    yield from works_before_etc(tokens, etc, members_before)
    found = head_class(tokens, etc + 1)
    behind = tokens[etc + 1] if etc + 1 < len(tokens) else None
    if found is None and not (behind is not None and behind.text in words("lists", "stages")):
        return
    members = members_before(tokens, etc - 1, whole=True)
    cls = found[0] if found else "Project"
    confirmed = any(_confirms(tokens, member, cls) for member in members)
    if (
        cls == "Industry"
        and tokens[found[1]].text.endswith("领域")
        and 2 * sum(any(is_trade(t) for t in tokens[m.first : m.stop]) for m in members) < len(members)
    ):
        return  # 道路交通、建筑施工、自建房等领域: no industries
    if cls == "Company" and not confirmed and any(is_thing(tokens, m) for m in members):
        return  # 线束、座椅、内外饰等企业: kinds of companies, not companies
    companies = [m for m in members if classify_project(tokens, m.first, m.stop) == "Company"] if cls == "Project" else []
    works = found is not None and is_work(tokens, etc + 1, found[1])
    short = all(tokens[m.stop - 1].end - tokens[m.first].start <= _LONGEST_SHORT for m in members)
    among_companies = not works and len(members) > len(companies) > (0 if short and len(members) > 2 else 1)
    if (
        cls == "Project"
        and found
        and tokens[found[1]].text.endswith(_HOLDERS)
        and not any(t.text in ("科技", "科学", "文化") for t in tokens[etc + 1 : found[1] + 1])
    ):
        members = [m for m in members if _says_whose(tokens, m)]  # 蔬菜、水果等基地
    if cls == "Project" and found and tokens[found[1]].text.endswith("装置"):
        members = [m for m in members if tokens[m.first].kind != "quantity"]  # 45万吨甲醇制丙烯等装置: parts of one plant
    if cls == "Park":
        yield from marks_before_etc(tokens, members, tokens[found[1]].text)
    if cls == "Project" and found is not None and tokens[found[1]].text.endswith(("项目", "工程")) and not works:
        named = [m for m in members if classify_project(tokens, m.first, m.stop) is not None]
        yield from beside_named(tokens, members, named)
    along_a_line = cls == "Project" and not works and any(_LINE.search(text_of(tokens, m.first, m.stop - 1)) for m in members)
    for member in members:
        if along_a_line and _is_pair_of_places(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", SHARED_HEAD, False)
            continue
        if (
            among_companies
            and member not in companies
            and own_class(tokens, member.first, member.stop) is None
            and (_short_word(tokens, member, len(companies)) or is_called_as_company(tokens, member))
            or among_companies
            and len(companies) > 1
            and member not in companies
            and member.stop - member.first == 2
            and tokens[member.stop - 1].text == "集团"
        ):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Company", "list.company-among", False)
            continue
        for candidate in typed(tokens, member, cls, f"list.{cls.lower()}", confirmed):
            if works and candidate.cls == "Company" and not holds_listed_company(tokens, member):
                candidate = candidate._replace(
                    cls="Project", rule=SHARED_HEAD, certain=False
                )  # 西康、津沧等高速公路: roads named after their ends
            yield candidate


_LINE = re.compile("(?:高铁|铁路|高速|高速公路|客专|城际)(?:$|.*段$|.*线$)")


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


_LONGEST_SHORT = 5  # characters of a member that may be a mark
_HOLDERS = ("基地", "设施", "生产线", "产线")  # what they are of stands in front of them, too: 蔬菜、水果等基地


def _short_word(tokens: Sequence[Token], member: Member, companies: int) -> bool:
    """Whether a member is one short word that may be a company's among companies: 中通 beside 顺丰、圆通."""
    token = tokens[member.first]
    return (
        member.stop - member.first == 1
        and token.kind == "word"
        and (companies > 1 or token.tag in ("nz", "nr", "nt"))
        and 2 <= len(token.text) <= 4
        and token.text not in GENERIC
        and not ends_names(token)
        and not is_trade(token)
        and not NO_MARK.search(token.text)
    )


def _objects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """开工建设X、Y: what follows the verb to the end of the clause, if it is names and nothing else."""
    end = verb + 1
    while end < len(tokens) and tokens[end].text not in CLAUSE_ENDS:
        token = tokens[end]
        if token.text in ("等", "的"):
            return  # typed by the noun behind 等; a relative clause is not an object
        if _ends_a_clause(tokens, end):
            break  # 加快X建设
        if not (inside(token) or token.text in "、（）“”" or token.text in AND):
            return
        end += 1
    if end == verb + 1:
        return
    members = members_before(tokens, end - 1, verb + 1)
    works = len(members) > 1 and tokens[end - 1].text == "工程"
    for member in members:
        cls = own_class(tokens, member.first, member.stop)
        if works and cls is None and member.stop - member.first > 1 and classify_project(tokens, member.first, member.stop) == "Project":
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", "list.object", False)  # 甲江水资源配置、乙供水工程
        elif cls in ("Project", "Park") and _is_named(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.object", True)


_DONE_TO_OBJECTS = frozenset("建设 动工建设 开工 规划建设 规划 进度 步伐 前期 前期工作".split())


def _ends_a_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing but what is done to the objects of a verb stands from a token to the end of its clause: 加快甲、乙规划建设步伐."""
    while i < len(tokens) and tokens[i].text in _DONE_TO_OBJECTS:
        i += 1
        if i == len(tokens) or tokens[i].text in CLAUSE_ENDS:
            return True
    return False


def _is_named(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member that ends in a head noun has something of its own, and is not counted."""
    if any(counts_things(t) for t in tokens[member.first : member.stop]) or member.stop - member.first == 1 and tokens[member.first].kind in LISTED:
        return False
    sized = any(t.kind == "quantity" and inside(t) for t in tokens[member.first : member.stop])
    if sized or PHASE.fullmatch(tokens[member.stop - 1].text):
        return names_something(tokens, member.first, member.stop - 1, 2)  # 航空物流园一期: a phase or a size makes it one of its kind
    if not heads_at(tokens[member.stop - 1].text) or not any(
        ends_with(tokens, member.stop - 1, head, member.first) is not None for head, _ in heads_at(tokens[member.stop - 1].text)
    ):
        return names_something(tokens, member.first, member.stop - ends_in_built(tokens, member.first, member.stop), 9)
    return named_by_head(tokens, member.first, member.stop) and not names_no_park(tokens, member.first, member.stop - 1)


def _enumerated(tokens: Sequence[Token], at: int) -> Iterator[Candidate]:
    """开工的企业分别为甲、乙、丙10家: what stands behind the noun that types a list, to the end of the clause."""
    noun = at - 1
    if noun >= 0 and (tokens[noun].text in ("主要", "分别", "还", "就") or tokens[noun].kind == "quantity"):
        noun -= 1
    if noun >= 0 and tokens[noun].text.endswith("项目"):
        yield from _enumerated_projects(tokens, at)
        return
    if noun < 0 or not tokens[noun].text.endswith(("企业", "公司", "厂商", "供应商", "客户")):
        return
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text not in CLAUSE_ENDS and tokens[stop].text != "等" and tokens[stop].kind != "quantity":
        stop += 1
    members = members_before(tokens, stop - 1, at + 1, whole=True)
    if len(members) < 2 or members[0].first != at + 1 or 2 * sum(is_thing(tokens, m) for m in members) > len(members):
        return
    for member in members:
        yield from typed(tokens, member, "Company", "list.company", False)


def _enumerated_projects(tokens: Sequence[Token], at: int) -> Iterator[Candidate]:
    """重点项目分别为甲机械搬运车辆项目、乙机器人项目: what an enumeration calls 项目 one by one is named, whatever its words are."""
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text not in "。；\n" and tokens[stop].text != "等" and tokens[stop].kind != "quantity":
        stop += 1
    members = [m for m in members_before(tokens, stop - 1, at + 1, whole=True) if tokens[m.stop - 1].text in ("项目", "工程")]
    if len(members) < 2 or any(t.text in CLAUSE_ENDS for t in tokens[at + 1 : stop]):
        return
    for member in members:
        if names_something(tokens, member.first, member.stop - 1, 3) and not any(counts_things(t) for t in tokens[member.first : member.stop]):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", "list.project", True)


def _is_object(token: Token) -> bool:
    """Whether what stands behind a verb is what it acts on, not what became of its subject (建成通车, 建成开放)."""
    return (
        token.kind in LISTED
        or token.kind == "quantity"
        or token.kind == "word"
        and token.tag[:1] in "nbajmrlst"
        and token.text not in words("lists", "stages") | {"使用", "运营", "启用", "开放", "落地"}
    )


_EVENTS = frozenset("上市 发行 挂牌 过会 融资 并购 重组 签约".split())  # they take place: 甲股份上市
_OCCASIONS = ("周年", "会", "节", "赛", "论坛", "启动")
_TAKES_OBJECTS = frozenset("加快建设 加快推进 建成 启动 启动建设 开工建设 动工建设 成立 开通".split())
_TAKES_PART = frozenset("出席 参加 宣布 见证 举行 举办 主持 参与 组织 共同".split())
_BEFORE_STAGES = words("lists", "before_stages")


def _subjects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """X、Y建成投产: what stands before the verb in its clause."""
    if tokens[verb].text in _TAKES_OBJECTS and verb + 1 < len(tokens) and _is_object(tokens[verb + 1]):
        return  # 甲、乙加快建设算力平台: who builds
    last = verb - 1 - 2 * (verb > 2 and tokens[verb - 1].text in ("结构", "工程") and tokens[verb - 2].text == "主体")  # 甲中心主体结构完工
    while last >= 0 and (tokens[last].text in _BEFORE_STAGES or tokens[last].tag == "d" and not heads_at(tokens[last].text)):
        last -= 1
    if last > 1 and tokens[last].text == "建设":
        last -= 1 + (tokens[last - 1].text in ("基础设施", "配套设施"))  # 甲产业园基础设施建设加快推进
    if (
        last < 0
        or tokens[last].kind in ("punctuation", "quantity", "time")
        and tokens[last].text not in ("”", "）")
        or tokens[last].text in ("等", "的")
    ):
        return
    ceremony = tokens[verb + 1 : verb + 2] and tokens[verb + 1].text.startswith(("仪式", "活动", "大会", "典礼"))  # of companies as well
    if tokens[last].tag == "v" and tokens[last].text in _TAKES_PART:
        return  # 甲、乙等领导出席开工仪式
    members = members_before(tokens, last)
    for member in members:
        first = next((i + 1 for i in range(member.stop - 2, member.first, -1) if tokens[i].text == "暨"), member.first)  # 签约仪式暨…项目开工
        project = next((i for i in range(member.stop - 2, first, -1) if tokens[i].text == "项目"), None)
        if project is not None and not any(heads_at(t.text) or t.text in "（）" for t in tokens[project + 1 : member.stop]):
            member = Member(member.first, project + 1)  # 甲项目火热施工、乙项目正在建设
        member = Member(trim(tokens, first, member.stop - 1), member.stop)
        if stands_behind_etc(tokens, member.first):
            continue  # 甲码头等17个港口项目加快建设
        cls = own_class(tokens, member.first, member.stop)
        if cls in ("Project", "Park", "Organization") and _is_named(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.subject", True)
        elif (
            cls is None
            and not ceremony
            and tokens[member.stop - 1].text not in _EVENTS
            and not tokens[member.stop - 1].text.endswith(_OCCASIONS)
            and len(members) > 1
            and any(t.kind != "District" for t in tokens[member.first : member.stop])
            and names_something(tokens, member.first, member.stop, 9)
        ):
            found = classify_project(tokens, member.first, member.stop)
            if found is not None:
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, found, "list.subject", False)
