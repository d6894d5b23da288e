"""Takes the tokens of a sentence, proposes names that end in a head noun: parks, projects, organizations, companies.

The head noun decides the class; :mod:`kg.recognize.text.left_edge` finds where the name begins; a name must hold
something of its own (重大产业项目 names nothing).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import PHASED
from kg.recognize.lexicon import ordered, words
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import (
    BREAK,
    CLAUSE_ENDS,
    COUNTED,
    EDGE,
    GENERIC,
    LISTED,
    LIST_JOINTS,
    NO_PLACES,
    PART_JOINTS,
    ROUTES,
    TRADES,
    VOLTS,
    ends_names,
    inside,
    is_proper,
    is_trade,
    names_something,
    proper,
    stands_behind_etc,
    text_of,
)
from kg.recognize.text.registered import behind_its_kind, start_of_registered
from kg.recognize.text.signs import Word, sign
from kg.recognize.text.tokens import Token, known_word

CLASSES = ("Park", "Project", "Organization", "Company")
# heads that alone say little: the words in front must be a name, or many
PLAIN_HEADS = frozenset(
    (
        "产线 生产线 工厂 厂 一期 二期 扩产 扩建 项目 工程 基地 平台 通道 线 枢纽 装置 总部 基地 广场 公路 景区 示范园 示范带 核心区 中心区 功能区 片区 示范区 试验区 服务区 委员会 学院 医院 公司 "
        "集团 银行 政府 办公室 实验室 协会 联盟 校区 分院 新区 新城 高新区 开发区 经开区 合作区 先导区 先行区 产业基地 集聚区 经济区 园区 旅游度假区 度假区 港 中心 片区 机组 组团 启动区 拓展区 投资区 大走廊"
    ).split()
)
PHASES = frozenset("一期 二期 三期 四期 五期 首期 一厂 二厂 三厂 四厂 五厂".split())
# Words in front of a park's head that make it a kind of place, not a place (产业园 in 特色产业园区).
_SPECIFIC_WORDS_ENOUGH = {"Park": 3, "Project": 4, "Organization": 2, "Company": 9}


# what stands behind a head noun that is only the front of a longer name: …项目一期股权投资基金
_CONTINUES_NAME = ("股权", "基金", "债券", "投资基金", "有限公司", "指数")
_CONTINUES = {
    "Company": ("论坛", "峰会", "大会", "合作社"),
    "Park": ("线", "负责人", "建设指挥部", "工作报告"),
    "Project": ("建设指挥部", "工作报告"),
    "Organization": ("建设指挥部", "工作报告"),
}
_ALONG_ROUTES = frozenset(
    "网 路网 线网 网络 群 口岸 局 公交 班列 卡班 沿线 自行车 自行车赛 发展 增长 成长 扩张 崛起 经济带 经济圈 经济 时空圈 交通圈 生活圈 产业带 时代 体系 格局".split()
)  # the network, the border crossing, the trains, what lies along it: no work of its own
# 产业强链工程: carried out, not built
_CAMPAIGN_WORDS = frozenset(
    "强链 补链 延链 培育 提升 振兴 攻关 倍增 惠民 创建 引育 赋能 扶贫 转型 增效 育种 富民 暖心 素质 质量 人才 民心 提质 壮大 跃升 突破 强基 强企 育才 引才 行动".split()
)
# works that many things use: the noun behind is what is told of
_SERVED = frozenset((*ROUTES, "机场", "港", "轨道交通", "轨道", "地铁"))
_SYSTEMS = frozenset("网络 网 体系 格局 群".split())
_OPEN_ORGANIZATIONS = frozenset("国际 先进".split())  # they only describe elsewhere: 国际邮件互换局


_LABORATORY = re.compile("(?:国家|全国|省|省级|教育部)(?:重点|工程|技术)*(?:实验室|研究中心)$")


def _behind_joined_field(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name of a national laboratory begins whose field has two parts: 环境监测技术与装备国家工程实验室."""
    left = tokens[first - 2]
    field = _LABORATORY.search(text_of(tokens, first, last))
    if field is None or not field.start() or left.kind not in ("word", "Industry") or ends_names(left) or not inside(left):
        return first
    if left.tag[:1] not in ("n", "v", "j", "b") or any(left.text.endswith(head) for head, _ in heads_at(left.text)):
        return first
    return start_of(tokens, first - 2)


def _opens_clause(tokens: Sequence[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].kind == "punctuation"


_NO_HEADS = frozenset(("宅基地",))  # they end like a head noun
_GROUPS = frozenset("投资 建设 发展 控股 开发 运营".split())  # 湛朗投资集团
_OWNED_HEADS = frozenset("工厂 基地 生产线 产线 超级工厂 研发中心 总部".split())


@cache
def _heads_by_last_character() -> dict[str, tuple[tuple[str, str], ...]]:
    by_last: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for cls in CLASSES:
        for head in ordered("heads", cls):
            by_last[head[-1]].append((head, cls))
    return {c: tuple(sorted(heads, key=lambda h: -len(h[0]))) for c, heads in by_last.items()}


@lru_cache(maxsize=8_192)
def heads_at(word: str) -> tuple[tuple[str, str], ...]:
    """Head nouns, with their class, that may end in a word, the longest first: those that it ends in, and those that end in it."""
    return tuple((head, cls) for head, cls in _heads_by_last_character().get(word[-1], ()) if word.endswith(head) or head.endswith(word))


@lru_cache(maxsize=8_192)
def _heads_behind(before: str, word: str) -> tuple[tuple[str, str], ...]:
    """Those of :func:`heads_at` that the word holds, or of which the character in front of it belongs to the rest."""
    return tuple((head, cls) for head, cls in heads_at(word) if len(head) <= len(word) or head[-len(word) - 1] == before)


HEADS = frozenset(head for heads in _heads_by_last_character().values() for head, _ in heads)
HEAD_NOUN = sign(  # of those of which :func:`heads_at` tells; 药业 is an industry, too
    lambda word: word.kind == "Industry" and heads_at(word.text)[:1] == ((word.text, "Company"),),
    words={head[i:] for head in HEADS for i in range(len(head))},
    ends=HEADS,
    plain_words=True,
)


def heads(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, str]]:
    """Head nouns of a sentence: (first token, last token, head, class), the longest at each end.

    A token that ends in a head noun is one (科技园 in 佛山科技园 as a word); the head then is the whole token.
    """
    for last, token in enumerate(tokens):
        if token.signs & HEAD_NOUN:
            for head, cls in _heads_behind(tokens[last - 1].text[-1] if last else "", token.text):
                found = ends_with(tokens, last, head)
                if found is not None:
                    yield found, last, head, cls
                    break


def ends_with(tokens: Sequence[Token], last: int, head: str, floor: int = 0) -> int | None:
    """The token in which a head begins if the tokens from ``floor`` to ``last`` end in it."""
    rest, i = head, last
    while i >= floor:
        text = tokens[i].text
        if len(text) >= len(rest):
            return i if text.endswith(rest) else None
        if not rest.endswith(text):
            return None
        rest = rest[: -len(text)]
        i -= 1
    return None


REGISTERED_FORMS = frozenset("有限公司 有限责任公司 股份有限公司".split())
_NUMBER = re.compile(r"[\dA-Z一二三四五六七八九十]+")


def _enough(cls: str, head: str, tokens: Sequence[Token], first: int, head_first: int, head_text: str) -> bool:
    """Whether the words in front of a head make a name."""
    between_edges = text_of(tokens, first + 1, head_first - 1)
    if tokens[first].kind == "Company" and _ITS_RANK.search(between_edges):
        return False  # 甲公司全球第三大…基地: a description; but 甲公司…生态园首座工厂 is one thing
    if _SUPERLATIVE.search(between_edges) and (
        tokens[first].kind == "District" or tokens[first].text.startswith(("中国", "我国", "全国", "亚洲", "全球", "世界"))
    ):
        return False  # 粤港澳大湾区首个…工程: a description, not a name
    if head in ("项目", "工程") and head_text == head and all(t.kind == "District" for t in tokens[first:head_first]):
        return False  # 云州松岭区项目: whose?
    if head in ("项目", "工程") and _only_describes(tokens, first, head_first, head_text.removesuffix(head)):
        return False  # 晨州市级重点项目: a rank
    if head in _ROUTES_AND_PROJECTS and head_first == first + 1 and tokens[first].kind == "word" and tokens[first].text in _KINDS_OF_SITES:
        return False  # 港口铁路: 港口 is some town's name too
    if cls == "Organization" and (national := _NATIONAL.search(text_of(tokens, first, head_first - 1) + head_text)):
        field = [t for t in tokens[first:head_first] if t.start - tokens[first].start < national.start()]
        wanted = first > 0 and tokens[first - 1].text in _APPLIED_FOR
        return not wanted and any(t.text not in GENERIC for t in field)  # 有色金属全国重点实验室
    needed = _SPECIFIC_WORDS_ENOUGH[cls]
    if head in REGISTERED_FORMS and tokens[head_first].start - tokens[first].start >= 4:
        return not all(t.text in GENERIC or t.text in EDGE or t.text in BREAK for t in tokens[first:head_first])
    if head == "号线" and head_first > first and _NUMBER.fullmatch(tokens[head_first - 1].text):
        return True
    if head in PLAIN_HEADS:
        needed = 9
    if cls == "Company":
        needed = 9
    inner = head_text[: -len(head)] if len(head_text) > len(head) else ""
    if inner and inner not in GENERIC and head_text not in GENERIC and not known_word(head_text):
        return True
    return names_something(tokens, first, head_first, needed)


def named_by_head(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether tokens end in a head noun and have something of their own in front of it.

    :param first, stop: half-open range
    """
    for head, cls in heads_at(tokens[stop - 1].text):
        found = ends_with(tokens, stop - 1, head, first)
        if found is not None:
            return (found > first or tokens[found].text != head) and _enough(cls, head, tokens, first, found, tokens[found].text)
    return False


def names_with_heads(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Names that end in a head noun, one for each end; longer and shorter ones may overlap."""
    for head_first, last, head, cls in heads(tokens):
        if tokens[last].text in _NO_HEADS:
            continue
        registered = head in REGISTERED_FORMS or head == "集团" and head_first and tokens[head_first - 1].text in _GROUPS
        first = start_of_registered(tokens, head_first) if registered else start_of(tokens, head_first)
        first = _behind_reporters(tokens, first, head_first)
        volts = 2 if first + 2 < head_first and tokens[first].tag == "m" and tokens[first + 1].text in VOLTS else 0
        first += volts  # 500千伏乌山输变电工程: the name begins with it, but it says nothing by itself
        if volts and first > 2 and _counts(tokens[first - 3]) or cls == "Company" and _is_no_company(tokens, first, head_first, last, head):
            continue
        first = _begin(tokens, first, head_first, last, head, cls)
        if first == head_first and tokens[head_first].text == head:
            continue  # nothing stands in front of it
        if (
            _goes_on(tokens, first, head_first, last, head, cls)
            or _is_of_many(tokens, first, head_first, last, head, cls)
            or _is_a_kind(tokens, first, head_first, last, head, cls)
            or not _enough(cls, head, tokens, first, head_first, tokens[head_first].text)
        ):
            continue
        if head in PHASES or head == "产业基地" and any(t.kind == "Company" for t in tokens[first:head_first]):
            cls = "Project"
        if head == "工程" and (tokens[head_first - 1].text in _CAMPAIGN_WORDS or not is_built(tokens, first, head_first)):
            cls = "Programme"
        if cls == "Park" and head in DESIGNATION_HEADS and not _has_place(tokens, first, head_first):
            cls = "Programme"
        end = _with_place(tokens, last) if cls == "Organization" else _with_phase(tokens, last)
        if end + 1 < len(tokens) and tokens[end + 1].text.startswith(_CONTINUES_NAME):
            continue  # 湘岭重大产业化项目一期股权投资基金
        if end != last and cls != "Organization":
            if cls == "Park" and head_first > first:
                yield Candidate(tokens[first].start, tokens[last].end, cls, PHASED, True)  # 晨帆科技园二期
            cls = "Project"
        elif (
            (head in REGISTERED_FORMS or head == "集团")
            and [t.text for t in tokens[last + 2 : last + 3]] == ["分公司"]
            and tokens[last + 1].hit is not None
        ):
            end = last + 2  # 甲实业有限公司永春分公司
        first -= volts or _cut_off(tokens, first, head)
        start = tokens[first].start
        if tokens[first].text[0] == "暨" and len(tokens[first].text) > 2 and not known_word(tokens[first].text):
            start += 1  # 开工典礼暨合岭产业新城…
        if cls in ("Park", "Organization") and tokens[first].text[0] == "原" and len(tokens[first].text) > 2 and not known_word(tokens[first].text):
            start += 1  # 原合岭五金产业园: as it was called before
        if cls == "Company":
            start = next((t.start + 1 for t in reversed(tokens[first:head_first]) if begins_with_a_preposition(t)), start)
        yield Candidate(start, tokens[end].end, cls, f"grammar.{cls.lower()}", True)


_PART_OF_WORKS = re.compile("(?:主体|控制性|土建)工程$")
_PLACES_AT_A_LINE = frozenset("上 旁 前 边 里 内".split())
_OF_MANY_PROJECTS = frozenset("负责人 投融资 审批 储备".split())
_ROUTES_AND_PROJECTS = frozenset((*ROUTES, "项目", "工程"))
_ROUTES_AND_WORKS = (*ROUTES, "号线", "工程")
_KINDS_OF_SITES = NO_PLACES - {"机场"}  # of which a place has one


def _is_no_company(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    """Whether what ends in a head noun of companies is none, by the words right around it or by 项目 inside."""
    if tokens[head_first - 1].text in LIST_JOINTS:
        return True  # 绵阳市工商联与公司
    if head == "药业" and tokens[last].text.endswith("医药业"):
        return True  # 藏医药业: a trade
    if head == "公司" and tokens[head_first - 1].text.endswith("级"):
        return True  # 央企二三级公司
    if head == "证券" and last + 1 < len(tokens) and tokens[last + 1].text in ("简称", "代码", "日报"):
        return True  # 证券代码：605000 证券简称
    project = next((i for i in range(head_first - 2, first, -1) if tokens[i].text == "项目"), None)
    return (
        project is not None
        and tokens[project + 1].text not in _IN_NAMES_OF_PROJECT_COMPANIES
        and not any(map(begins_with_a_preposition, tokens[project:head_first]))
    )  # 甲新材料项目符合公司…发展方向


def _begin(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> int:
    """Where a name of a class begins, which the walk to the left held to begin at a token."""
    if head in _OWNED_HEADS and 2 <= first >= head_first - 2 and tokens[first - 1].text == "的" and tokens[first - 2].kind == "Company":
        first -= 2  # 远景动力的电池工厂
    if cls == "Company":
        first = behind_its_kind(tokens, first, head_first + 1)
        if head in REGISTERED_FORMS:
            first = _behind_where_it_is(tokens, first, head_first)
        elif tokens[first].kind == "Park" and first + 1 < head_first and _is_a_mark(tokens[first + 1]):
            first += 1  # 晨州高新区凯沐集团: where it is
    if (
        (cls == "Organization" or head in REGISTERED_FORMS)
        and head_first > first > 0
        and tokens[first - 1].text in _OPEN_ORGANIZATIONS
        and (_opens_clause(tokens, first - 1) or cls == "Organization" and tokens[first - 1].text == "先进" and ends_names(tokens[first - 2]))
    ):
        first -= 1
    if cls == "Park" and head.endswith(("带", "走廊")) and head_first > first > 0 and tokens[first - 1].text == "沿":
        first -= 1  # 沿沪宁产业创新带
    if cls == "Organization" and first > 1 and tokens[first - 1].text in PART_JOINTS:
        first = _behind_joined_field(tokens, first, last)
    return first


def _is_a_mark(token: Token) -> bool:
    """Whether a word is one that no dictionary and no table has: it opens a company's name."""
    return token.kind == "word" and token.hit is None and 2 <= len(token.text) <= 4 and is_proper(token) and not known_word(token.text)


def _goes_on(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether the words behind a head noun tell that it only describes them, or that something goes on where it is."""
    if last + 1 == len(tokens):
        return False
    behind = tokens[last + 1]
    if head in ("生产线", "产线") and behind.text in _PLACES_AT_A_LINE and not _holds_a_name(tokens[first:head_first]):
        return True  # 钢构部件生产线上，工人…
    if behind.text.startswith(_CONTINUES_NAME + _CONTINUES[cls]):
        return True
    if cls == "Project" and last + 2 < len(tokens) and behind.text in ("至", "到") and tokens[last + 2].kind in ("word", "District"):
        return True  # 溪山水库至东水厂…工程: one end of what is built
    if head in ("项目", "工程") and behind.text in _OF_MANY_PROJECTS:
        return True  # 湛朗项目负责人, 航道项目投融资改革
    if cls == "Project" and head in _SERVED and behind.text in _ALONG_ROUTES:
        return True
    if head == "工程" and behind.text in ("装备", "机械", "塑料", "技术", "设计", "咨询", "车辆"):
        return True  # 晨州经开区工程装备产业集群: a trade
    if head in ("枢纽", "通道") and behind.text in _SYSTEMS:
        return True  # 高能级枢纽体系
    if tokens[last].kind == "Industry" and inside(behind):
        return True  # 大唐药业健康产业园: a field, where nouns follow
    if head == "控股" and behind.text.startswith(("子", "孙", "股东", "企业", "的", "权", "平台")):
        return True  # 宁德时代控股子公司: what it holds
    if head == "政府" and text_of(tokens, last, min(last + 2, len(tokens) - 1)).endswith("政府工作报告"):
        return True  # 县长…作政府工作报告
    return len(head) == 1 and len(behind.text) == 1 and behind.tag[:1] in ("n", "v", "g", "a")  # 中岭港创·…: one character of a mark


def _is_of_many(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether things of a kind are counted, or the words in front tell that a name is what a list is of, or what a place wants to be."""
    if head in ("项目", "工程") and first and tokens[first - 1].text == "等":
        return True  # 甲等粤港澳合作项目: what the list is of
    if head == "项目" and last + 1 < len(tokens) and COUNTED.match(tokens[last + 1].text):
        return True  # 苏陕协作项目587个
    if first and cls in ("Project", "Park"):
        if (tokens[first].kind == "word" or tokens[first].text == "“") and _counts(tokens[first - 1]):
            return True  # 五个旗县中心医院改扩建
        if stands_behind_etc(tokens, first) or _BIG_NUMBER.match(text_of(tokens, first, first + 1)):
            return True  # 等县域临港产业园, 10大新城
        if tokens[first - 1].text == "年产" and first > 1 and _counts(tokens[first - 2]):
            return True  # 两条年产5000吨…生产线
        if tokens[first - 1].text == "面向":
            return True  # 面向东南亚国际通信枢纽
    if cls in ("Organization", "Project") and _counts_a_kind(tokens, last):
        return True  # 新增晨州实验室2个, 万吨级泊位7个
    if head in ("机组", "装置") and first and tokens[first - 1].text in ("首台", "首套", "台", "套"):
        return True  # 首台…压缩机组: a machine, no power station's unit
    ranked = first > 0 and tokens[first - 1].text in _RANKS and cls != "Company"
    return ranked and not _holds_a_name(tokens[first:head_first])  # 建设世界级…基地


def _is_a_kind(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether a head noun and the words in front of it only tell what something is, whose, or where."""
    before_head = tokens[head_first - 1].text
    if cls == "Project" and head not in PHASES and tokens[first].text == "“" and text_of(tokens, first + 1, last).split("”")[0] in words("programmes", "sayings"):
        return True  # “菜篮子”示范基地
    if head in ("生产线", "产线", "工厂", "厂") and before_head in ("公司", "有限公司", "企业"):
        return True  # 甲公司生产线满负荷运转, 甲有限公司工厂内
    if head == "工程" and _PART_OF_WORKS.search(text_of(tokens, first, last)) and any(heads_at(t.text) for t in tokens[first:head_first]):
        return True  # 甲枢纽主体工程: a part of what is named
    if tokens[first].text in ("集团", "公司"):
        return True  # 集团北京总部
    if cls == "Park" and _is_no_park(tokens, first, head_first, last, head):
        return True
    if head == "组团" and before_head.endswith(("集团", "公司", "商会", "协会", "企业", "客商")):
        return True  # 湘岭集团组团…考察: who comes together
    if cls == "Project" and head_first > first and _is_of_a_kind(tokens, first, head_first, last, head):
        return True
    if head == "装置" and head_first - first == 1 and tokens[first].kind in ("word", "Industry") and known_word(tokens[first].text):
        return True  # 化工装置
    if (
        cls == "Project"
        and tokens[first].kind == "District"
        and first + 1 < head_first + (tokens[head_first].text != head)
        and tokens[first + 1].text in ("建", "设", "办", "建设", "设立", "投建")
    ):
        return True  # 在晨州建生产基地: where it is built
    if head == "扩产" and (first == 0 or tokens[first - 1].text in CLAUSE_ENDS) and (last + 1 == len(tokens) or tokens[last + 1].text in CLAUSE_ENDS):
        return True  # 晨帆科技扩产: what a company does
    if head == "总部" and all(t.kind == "District" for t in tokens[first:head_first]):
        return True  # 湖南总部: whose?
    if head == "线" and (tokens[last].text != "线" or not is_proper(tokens[last - 1])):
        return True
    if tokens[last].text in ("上市公司", "子公司", "分公司", "项目公司", "合资公司"):
        return True
    if tokens[last].text == "总公司" and last - first < 2:
        return True  # not 晨州铁路工程总公司
    if head in ("扩建", "扩产", "改造", "技改") and any(before_head.endswith(h) for h in words("heads", "Park")):
        return True  # 福州软件园扩建6个分园: the park grows, that is no project
    return head in ("项目", "工程") and not _opens_with_name(tokens, first, head_first)


def _holds_a_name(tokens: Sequence[Token]) -> bool:
    return any(t.kind in LISTED and t.kind != "Industry" for t in tokens)


def _cut_off(tokens: Sequence[Token], first: int, head: str) -> int:
    """1 if the segmenter cut the first character off a name that no dictionary has: 太 of 太中银铁路, 潖 of 潖江…工程."""
    before, further = tokens[first - 1] if first else None, tokens[first - 2] if first > 1 else None
    if before is None or before.kind != "word" or len(before.text) != 1 or ends_names(before) or tokens[first].kind != "word":
        return 0
    borders = further is None or further.text in ("、", "，", "；", "：", "的") or ends_names(further) and len(further.text) > 1
    joined = known_word(before.text + tokens[first].text[0]) or len(tokens[first].text) != 2
    return int(borders and (before.tag == "zg" or before.tag in ("d", "n", "ng", "g", "j", "a", "v") and head in ROUTES and not joined))


_NATIONAL = re.compile("(?<=..)(?:国家|全国)(?:工程研究中心|工程技术研究中心|工程实验室|重点实验室|技术创新中心|实验室)$")
_APPLIED_FOR = frozenset("创建 申报 争创 申建 申请 争取 谋划".split())
_BIG_NUMBER = re.compile(r"[\d一二两三四五六七八九十]+大")
_KINDS_BEFORE_PROJECT = ("产业链", "领域", "行业", "产业", "产业类", "类")
_AMOUNTS = ("以上", "以下")
_WHO_MOVES = ("人口", "群众", "农户", "居民", "村民", "移民", "易地")
_BASES_OF_A_LAND = ("老工业基地", "战略资源基地")  # what a region is


def _is_of_a_kind(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    """Whether what stands in front of a head says how many there are (“云签约”17项目), how large they are (亿元以上项目) or what field they are in
    (石化产业链项目)."""
    before = tokens[head_first - 1]
    if (
        head == "项目"
        and head_first == last
        and before.kind == "Park"
        and before.text[-1] == "区"
    ):
        return True  # 晨州经开区项目建设: of a park of many
    if head == "基地" and text_of(tokens, first, last).endswith(_BASES_OF_A_LAND):
        return True
    if head == "搬迁" and (before.text.endswith(_WHO_MOVES) or all(t.kind == "District" for t in tokens[first:last])):
        return True  # 3万贫困人口搬迁; 从上海搬迁
    if head in ("项目", "工程"):
        if before.text in _AMOUNTS or before.tag == "m" and before.text.isdigit():
            return True
        if before.text in _KINDS_BEFORE_PROJECT and not any(t.kind == "Company" or t.text == "“" for t in tokens[first:head_first]):
            return not any(t.kind == "Park" or t.kind == "word" and is_proper(t) and not known_word(t.text) for t in tokens[first:head_first])
    return head in ("生产线", "产线") and first > 0 and _counts(tokens[first - 1])


_IN_NAMES_OF_PROJECT_COMPANIES = frozenset("管理 投资 建设 咨询 开发 运营".split())


def begins_with_a_preposition(token: Token) -> bool:
    """Whether the segmenter took a preposition for the first character of a mark that no dictionary has: 由瀚辰 in 由瀚辰科技有限公司建设."""
    return token.kind == "word" and len(token.text) > 2 and token.text[0] in "由与在对是被将把及到因" and not known_word(token.text)


_ITS_RANK = re.compile(r"第[二三四五]大")
_SUPERLATIVE = re.compile(r"首[个座家条批]|最大|唯一|第[一二三四五][个座家条大]|[百千万]亿级")
KINDS_OF_PROJECTS = frozenset(
    "发展 高质量 重点 重大 代表性 标志性 产业 建设 投资 示范 支撑性 引领性 旗舰 招商引资 工业 民生 技改 技术改造 亿元".split()
)


def _only_describes(tokens: Sequence[Token], first: int, stop: int, inner: str) -> bool:
    """Whether words in front of 项目 say no more than where it is, of which level and how important: a rank of projects, no name.

    :param inner: what stands in front of 项目 within its own token
    """
    if (inner or tokens[stop - 1].text) not in KINDS_OF_PROJECTS:
        return False
    for token in reversed(tokens[first:stop]):
        if token.kind == "word" and any(cls == "Park" and token.text == head for head, cls in heads_at(token.text)):
            return True  # 晨州枢纽港产业园重点产业项目: of a park
        if not (
            token.kind in ("District", "Park", "quantity", "time") or token.text in GENERIC or token.text in EDGE or token.text in KINDS_OF_PROJECTS
        ):
            return False
    return True


def _behind_reporters(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a name begins behind the brackets that tell who reports: 讯（记者王甲）晨州湛朗药业有限公司."""
    for i in range(head - 1, first, -1):
        if tokens[i].text == "）" and any(t.text in _REPORTERS for t in tokens[first:i]):
            return i + 1
    return first


_REPORTERS = frozenset("记者 通讯员 见习记者 特约记者".split())


def _behind_where_it_is(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a registered name begins behind the park that the company is in, or behind a quoted epithet: it opens with a place (走进晨州经开区湘岭凯宇
    铝业有限公司, “巨无霸”湘岭海晟炼化有限公司).
    """
    for i in range(head - 2, first - 1, -1):
        another = tokens[i].text in ("”", "集团") or tokens[i].kind == "Park" or _ends_a_park(tokens[i])
        if another and tokens[i + 1].kind == "District" and i + 2 < head:
            return i + 1
        if i + 3 < head and tokens[i].text == "）" and tokens[i + 1].kind == "District" and tokens[i - 1].text in _BARE_ZONES:
            return i + 1  # 晨州纺织工业城（开发区）晨州凯宇棉业有限公司
    return first


def _counts(token: Token) -> bool:
    """Whether a number counts what stands behind it."""
    return bool(COUNTED.match(token.text)) or token.kind == "quantity" and token.text[-1] in "个家座条处项"


def names_no_park(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether tokens that end in a head of parks name none: a kind, a slogan, a designation."""
    for head, cls in heads_at(tokens[last].text):
        head_first = ends_with(tokens, last, head, first)
        if head_first is not None and cls == "Park":
            return _is_no_park(tokens, first, head_first, last, head) or head in _WANTED_HEADS and not _has_place(tokens, first, head_first)
    return False


def _is_no_park(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    behind = tokens[last + 1].text if last + 1 < len(tokens) else ""
    before = tokens[head_first - 1].text if head_first > first else ""
    if head.endswith("城") and behind == "市" or _counts_a_kind(tokens, last):
        return True  # 会展城市; 新增现代农业示范区21个
    if head == "组团" and (behind in ("发展", "出海", "式") and before.endswith("区") or _SLOGAN_OF_AREAS.search(text_of(tokens, first, last))):
        return True  # 滨海片区组团发展; 一主两副七组团
    if head == "园区" and (
        before in _KINDS_OF_AREAS
        or before.endswith(("代化", "准化", "版"))
        or any(t.kind == "quantity" for t in tokens[first:head_first])
    ):
        return True  # 重点园区, 湘电50万千瓦园区绿色供电
    if head == "核心区" and (not before.endswith(_HAVE_A_CORE) or before == "新区" and head_first == first + 1):
        return True  # 丝绸之路经济带核心区: a position
    if head in ("园区", "产业园区") and head_first > first and all(t.kind == "word" and t.text in _BARE_ZONES for t in tokens[first:head_first]):
        return True  # 高新区园区: its own
    if head in _BARE_ZONES and head_first == first + 1 and tokens[first].kind == "Company":
        return True  # 中国移动新区数据中心: a company's centre in the zone whose text it is
    if head == "园区" and head_first > first and (tokens[head_first - 1].kind == "Park" or before.endswith(("保税区", "开发区", "高新区", "经开区"))):
        return True  # 晨州综合保税区园区内: the park itself
    if head in _ZONES_OF_PROVINCES and head_first == first + 1 and tokens[first].text.endswith(("省", "自治区")):
        return True  # 云岭省开发区: all of them
    if head in _CLUSTERS and not _stands_somewhere(tokens, first, head_first):
        return True  # 海洋特色产业集聚区
    level = next((i for i in range(first + 1, head_first) if tokens[i].text in _LEVELS), None)
    if level is None:
        return False
    park = tokens[level - 1]  # 双凤经开区国家级绿色工业园区: what the park is designated as
    return park.kind == "Park" or any(cls == "Park" for _, cls in heads_at(park.text))


def _stands_somewhere(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name stands in front of 集聚区, so that it is not one that a place wants (海洋特色产业集聚区): 海洋 is tagged as a place."""
    return any(t.text != "海洋" and (is_proper(t) or t.hit is not None and not is_trade(t)) for t in tokens[first:stop])


def _counts_a_kind(tokens: Sequence[Token], last: int) -> bool:
    """Whether a count behind a head ends what is said, so that things of a kind are counted; not 起步区14个项目."""
    if last + 2 < len(tokens) and tokens[last + 1].text in _COUNTED_PARTS:
        last += 1  # 港口码头泊位25个
    if last + 1 >= len(tokens) or not _COUNT.match(tokens[last + 1].text):
        return False
    behind = tokens[last + 2] if last + 2 < len(tokens) else None
    return behind is None or behind.kind == "punctuation" or behind.tag in ("c", "p", "v", "d")


_BARE_ZONES = words("places", "areas") | words("places", "zones_of_its_own")
_ZONES_OF_PROVINCES = words("places", "kinds_of_zones")
_SLOGAN_OF_AREAS = re.compile(r"[一二三四五六七八九两\d][主副区核城园心轴].*组团|[多二三四五六七八九两\d]组团")
_KINDS_OF_AREAS = words("own_parks", "kinds") - {"合作", "转移", "飞地", "工业", "农业"}
_COUNTED_PARTS = frozenset("泊位 机组 示范场 站点 桩".split())
_COUNT = re.compile(r"^[\d一二两三四五六七八九十几多数余]+(?:余|多)?[个家处座条]$")
_HAVE_A_CORE = ("新区", "新城", "片区", "开发区", "示范区", "高新区", "经开区")
_CLUSTERS = frozenset("集聚区 聚集区 功能区 实验区 示范片区 示范带".split())
_LEVELS = frozenset("国家级 省级 自治区级 市级 国家".split())
DESIGNATION_HEADS = frozenset("示范区 试验区 先行区 先导区 试验田".split())
_WANTED_HEADS = DESIGNATION_HEADS | frozenset(
    "实验区 集聚区 聚集区 产业基地 智谷 创业园 园区".split()
)  # alone in a list also what a place wants to have


def _has_place(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the name in front of 示范区 says where it is; without that it is a designation (国家低空经济产业综合示范区)."""
    if tokens[first].text in ("国家", "全国", "中国") and tokens[first + 1].text != "（":
        return False
    return any(
        t.kind in ("District", "Park") or is_proper(t) and t.kind == "word" or t.is_first_a_place
        for t in tokens[first:stop]
    )


_RANKS = words("heads", "Ranks")
_NUMBERED = re.compile(r"“[0-9一二三四五六七八九十百千万+＋N]+(?:强|大|个)”")
_SLOGAN = re.compile(r"[一二三四五六七八九十百千万].*[一二三四五六七八九十百千万]|大|小|签约|民生|^[一二两双三四五六七八九十百千万].$")


BUILT = re.compile(
    r"灌|高速|水|桥|路|隧|管|网|库|港|堤|渠|坝|站|厂|线|电|园|城|楼|馆|院|场|井|泵|道|闸|改造|扩建|迁建|治理|修复|开发|整治|建设|一期|二期|三期|扩容|配套|安置|航|轨|铁|矿|炉|塔|"
    r"段|标|口|绿化|供热|供暖|供气|供氧|基础设施|调蓄|分洪|[引调].{1,2}[入济补]|联网|联通|连通|机组|装置|主体|光伏|风"
)


def is_built(tokens: Sequence[Token], first: int, head: int) -> bool:
    """Whether a 工程 is built rather than carried out: a place, a company or something built in its name (强师工程 has none)."""
    if any(t.kind in ("District", "Company", "Park") for t in tokens[first:head]):
        return True
    return bool(BUILT.search(text_of(tokens, first, head).removesuffix("建设工程").removesuffix("工程")))


def _opens_with_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name in front of 项目 begins with something of its own, or holds a company: 绿色能源项目 and 数字福州项目 do not."""
    inner = text_of(tokens, first, stop - 1)
    if tokens[first].text == "环" and first + 1 < stop:
        first += 1  # 环北部湾…工程
    if "“" in inner and _NUMBERED.search(inner):
        return False  # “500强”项目, 市“251”工程项目
    if tokens[first].text == "“":
        if first and tokens[first - 1].kind == "quantity":
            return False  # 2个“…”项目: a kind of project
        return not _SLOGAN.search(inner[1:].split("”")[0])
    if stop - first == 1 and tokens[first].kind == "word" and known_word(tokens[first].text):
        return False  # 机场项目, 果蔬汁项目
    if any(t.kind == "Company" or t.text in ("集团", "公司") and i > first for i, t in enumerate(tokens[first:stop], first)):
        return True
    single = len(tokens[first].text) == 1 and first + 1 < stop and len(tokens[first + 1].text) == 1
    return is_proper(tokens[first]) or single or tokens[first].hit is not None and tokens[first].kind == "word" and not is_trade(tokens[first])


_SECTIONS = re.compile(r"(?:[东西南北][延沿]|延长|延伸|后通|首通|[东西南北]).{0,1}[段线]|[东西南北]延伸?|支线")


_NO_SECTIONS = ("境内段", "路段", "区段", "阶段", "标段", "工段", "地段", "时段", "全段", "在建段")
_LONGEST_SECTION = 8  # characters


def _section(tokens: Sequence[Token], last: int) -> int | None:
    """The end of a section that is named after a place: 从莞高速惠州段, 穗莞深城际新塘至洪梅段."""
    for end in range(last + 1, min(last + 6, len(tokens))):
        token = tokens[end]
        if (
            token.end - tokens[last].end > _LONGEST_SECTION
            or token.kind not in ("word", "District", "Park")
            or token.tag in ("d", "p", "c", "uj", "m")
            and token.text != "至"
        ):
            return None
        if token.text.endswith("段"):
            text = text_of(tokens, last + 1, end)
            return end if 3 <= len(text) and not text.endswith(_NO_SECTIONS) else None
        if token.tag == "v" and known_word(token.text):
            return None
    return None


def _ends_a_park(token: Token) -> bool:
    return any(cls == "Park" and token.text.endswith(head) for head, cls in heads_at(token.text))


def _with_phase(tokens: Sequence[Token], last: int) -> int:
    """A phase or a section behind a name belongs to it: 歌尔…项目一期, 美的…科技园二期, 3号线南延段."""
    if last + 1 < len(tokens) and tokens[last + 1].text in PHASES:
        return last + 1
    if [t.text for t in tokens[last + 1 : last + 4]][::2] == ["（", "）"] and tokens[last + 2].text in PHASES and _ends_a_park(tokens[last]):
        return last + 3  # 湘岭新材料产业园（一期）
    if tokens[last].text.endswith(_ROUTES_AND_WORKS) and (section := _section(tokens, last)) is not None:
        return section
    if tokens[last].text.endswith("号线"):
        for end in (last + 2, last + 1):
            if end < len(tokens) and _SECTIONS.fullmatch(text_of(tokens, last + 1, end)):
                return end
    return last


def _with_place(tokens: Sequence[Token], last: int) -> int:
    """A place in brackets behind an institute is part of its name: 晨岭海洋研究院（青岛）."""
    behind = tokens[last + 1 : last + 4]
    placed = [t.text for t in behind][::2] == ["（", "）"] and behind[1].kind == "District"
    return last + 3 if placed and not (last + 4 < len(tokens) and inside(tokens[last + 4])) else last  # not 晨岭交易所（青岛）服务基地


def _mark(word: Word) -> bool:
    """Whether a word alone may be a word mark."""
    return 2 <= len(word.text) <= 4 and word.tag != "m" and not known_word(word.text) and _opens_mark(word) and proper(word)


def _opens_mark(word: Word) -> bool:
    return word.kind == "word" and word.text not in GENERIC and not (word.listed and word.listed[0] in ("District", "Park") and word.tag != "nr")


def _half(word: Word) -> bool:
    """Whether a character may be one of two that are a word mark together."""
    return (
        len(word.text) == 1
        and word.kind == "word"
        and word.tag not in ("m", "p", "c", "uj", "ul", "d", "r", "f", "q", "u")
        and word.text not in GENERIC
    )


_MARK, _HALF = sign(_mark), sign(_half)
_FIRST_HALF = sign(lambda word: _half(word) and _opens_mark(word))
WORD_MARK_TRADE = sign(lambda word: word.kind in ("word", "Industry") and word.text in TRADES)


def word_marks(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Word marks with a trade behind them: positions of the first token and of the trade."""
    for place, trade in enumerate(tokens):
        if trade.signs & WORD_MARK_TRADE:
            for i in range(max(0, place - 2), place):
                if mark_end(tokens, i) == place and not _behind_a_word(tokens, i):
                    yield i, place


def word_mark_companies(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies by a word mark and a trade: 震裕科技, 物元半导体. The mark is no word of the dictionary and no place."""
    for mark, trade in word_marks(tokens):
        yield Candidate(tokens[mark].start, tokens[trade].end, "Company", "grammar.word-mark", False)


def _behind_a_word(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word of one character in front may belong to what stands behind it."""
    before = tokens[i - 1] if i else None
    return before is not None and before.kind == "word" and len(before.text) == 1 and before.text not in "的和与及为是在由将对向" and inside(before)


def mark_end(tokens: Sequence[Token], i: int) -> int | None:
    """The token behind a word mark that begins at a token: 2 to 4 characters that are no dictionary word."""
    signs = tokens[i].signs
    if signs & _MARK:
        return i + 1
    if signs & _FIRST_HALF and i + 1 < len(tokens) and tokens[i + 1].signs & _HALF:
        if not known_word(tokens[i].text + tokens[i + 1].text):
            return i + 2
    return None
