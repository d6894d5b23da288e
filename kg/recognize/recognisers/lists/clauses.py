"""Takes a verb of building or a stage, proposes what stands beside it in its clause: 开工建设甲、乙; 甲、乙建成投产."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import WATER_LED, companies_in_front
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists.by_itself import NOUN_OF_ITS_OWN, is_named, own_class
from kg.recognize.recognisers.lists.companies import holds_listed_company
from kg.recognize.recognisers.lists.members import AND, DONE_TO_WORKS, Member, members_before
from kg.recognize.recognisers.lists.projects import classify_project
from kg.recognize.recognisers.projects.works import SHARED_HEAD
from kg.recognize.text.left_edge import trim
from kg.recognize.text.phrase import CLAUSE_ENDS, LISTED, PHASE, inside, names_something, stands_behind_etc, text_of
from kg.recognize.text.registered import behind_its_kind
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

CONSTRUCT = sign(words=words("lists", "construct"), plain_words=True)
STAGE = sign(words=words("lists", "stages"), plain_words=True)
_DONE_TO_OBJECTS = frozenset("建设 动工建设 开工 规划建设 规划 进度 步伐 前期 前期工作".split())
_EVENTS = frozenset("上市 发行 挂牌 过会 融资 并购 重组 签约".split())  # they take place: 甲股份上市
_OCCASIONS = ("周年", "会", "节", "赛", "论坛", "启动")
_TAKES_OBJECTS = frozenset("加快建设 加快推进 建成 启动 启动建设 开工建设 动工建设 成立 开通".split())
_TAKES_PART = frozenset("出席 参加 宣布 见证 举行 举办 主持 参与 组织 共同".split())
_ENDS_OF_WORKS = re.compile(r"线|[段期）号路街道]$|主体|·|[一二三四五]期|万吨|万千瓦|煤制|奥特莱斯|世界$|免税城$|经济特区$|[园城馆院站场环延宫]$|新址$|节点$|基因库$|煤矿$|会堂$|管网$|分洪$|孵化器$|加速器$|^[GS]\d+$|.至.")
_OF_PLANTS = frozenset("建成投产 竣工投产 投产 达产 满产 试生产".split())
_OF_BUILDINGS = frozenset("开工建设 开工 动工 奠基 建成 建成投用 建成运营 竣工 投用 投入使用 启用 封顶 主体完工 完工 交付使用 竣工验收 加快建设 加快推进 顺利推进 有序推进 扎实推进 进展顺利".split())
_TAKE_PLACE = tuple("战略 发展 改革 成果 要求 部署 事项 市场 机制 车型 航线 班列 船队 代表处 活动 工作 资源 服务 政策".split())
_LINES = ("客专", "客运专线", "高铁", "铁路", "城际", "城际铁路", "高速", "高速公路")
_BEFORE_STAGES = words("lists", "before_stages")


def objects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
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
    if not any(token.signs & NOUN_OF_ITS_OWN or PHASE.fullmatch(token.text) for token in tokens[verb + 1 : end]):
        return
    members = members_before(tokens, end - 1, verb + 1)
    works = len(members) > 1 and tokens[end - 1].text == "工程"
    for member in members:
        cls = own_class(tokens, member.first, member.stop)
        if works and cls is None and member.stop - member.first > 1 and classify_project(tokens, member.first, member.stop) == "Project":
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", "list.object", False)  # 甲江水资源配置、乙供水工程
        elif cls in ("Project", "Park") and is_named(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, cls, "list.object", True)
        elif _is_a_phase(tokens, member):
            yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", "list.object", True)


def _is_a_phase(tokens: Sequence[Token], member: Member) -> bool:
    """Whether a member ends in its phase in brackets, and a company's name or a mark opens what it is of: 凯沐正极材料（二期）."""
    if member.stop - member.first < 5 or tokens[member.stop - 1].text != "）" or not PHASE.fullmatch(tokens[member.stop - 2].text):
        return False
    inner = tokens[member.first : member.stop - 3]
    if any(t.kind in ("quantity", "time", "punctuation") or t.text in ("的", "等") for t in inner):
        return False
    return bool(companies_in_front(tokens, member.first, member.stop - 3, True)) or inner[0].kind == "District" and len(inner) > 1


def _ends_a_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether nothing but what is done to the objects of a verb stands from a token to the end of its clause: 加快甲、乙规划建设步伐."""
    while i < len(tokens) and tokens[i].text in _DONE_TO_OBJECTS:
        i += 1
        if i == len(tokens) or tokens[i].text in CLAUSE_ENDS:
            return True
    return False


def _is_built(tokens: Sequence[Token], member: Member, stage: str) -> bool:
    """Whether a member that no noun tells of is one that is built: a company's, a line or a stretch, what is done to works, or led water and power.

    All else gets under way and takes place, too: 公立医院改革全面推进, 省委决策部署落地.

    :param stage: what became of it
    """
    text = text_of(tokens, member.first, member.stop - 1)
    if text.endswith(_TAKE_PLACE):
        return False
    if text.endswith("中心") and stage in _OF_BUILDINGS or stage in _OF_PLANTS:
        return True
    done = tokens[member.stop - 1].text in DONE_TO_WORKS and tokens[member.stop - 1].text not in ("提升", "更新", "升级")
    return (
        done
        or WATER_LED.match(text) is not None
        or _ENDS_OF_WORKS.search(text) is not None
        or bool(companies_in_front(tokens, member.first, member.stop, True))
    )


def _is_object(token: Token) -> bool:
    """Whether what stands behind a verb is what it acts on, not what became of its subject (建成通车, 建成开放)."""
    return (
        token.kind in LISTED
        or token.kind == "quantity"
        or token.kind == "word"
        and token.tag[:1] in "nbajmrlst"
        and token.text not in words("lists", "stages") | {"使用", "运营", "启用", "开放", "落地"}
    )


def _shared_line(tokens: Sequence[Token], members: Sequence[Member]) -> str:
    """The noun of a line that a member of a list ends in: 高铁 of 松黄、宣绩高铁; "" if none does."""
    noun = next((t.text for m in members for t in tokens[m.first : m.stop] if t.text.endswith(_LINES)), "")
    return max((line for line in _LINES if noun.endswith(line)), key=len, default="")


def subjects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
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
        member = Member(trim(tokens, behind_its_kind(tokens, first, member.stop), member.stop - 1), member.stop)  # 上市公司晨沃医疗落户
        if stands_behind_etc(tokens, member.first):
            continue  # 甲码头等17个港口项目加快建设
        cls = own_class(tokens, member.first, member.stop)
        if cls in ("Project", "Park", "Organization") and is_named(tokens, member):
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
            line = _shared_line(tokens, members) if found == "Company" and not holds_listed_company(tokens, member) else ""
            if line:  # 松黄 beside 宣绩高铁: a line as well
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, "Project", SHARED_HEAD, False, line)
            elif found is not None and (found != "Project" or _is_built(tokens, member, tokens[verb].text)):
                yield Candidate(tokens[member.first].start, tokens[member.stop - 1].end, found, "list.subject", False)
