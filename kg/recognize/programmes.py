"""Takes the tokens of a sentence, proposes programmes: named policies, campaigns, designations and awards.

Three signs: a quotation with a head noun behind it (“卓粤”计划), a name in front of 行动, 计划, 工程 … that is carried out
(实施拓市场攻坚行动), and what stands behind 入选, 获评, 列为 (a designation, to the end of its noun phrase).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.campaigns import CAMPAIGN, campaign
from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.phrase import BREAK, COUNTED, GENERIC, INSIDE, start_of, text_of
from kg.recognize.signs import sign
from kg.recognize.tokens import Token

_QUOTE_HEADS = re.compile(
    r"^(?:大?促?消费(?:系列)?活动|专项行动|行动计划|行动方案|三年行动|计划|行动|工程|方案|政策|体系|试点|大会战|系列活动|活动|平台|示范建设|创新平台体系|工业互联网平台|攻坚战)"
)
_QUOTE_LEFT = words("programmes", "quote_left")
_DESIGNATED = words("programmes", "designated")
_SURE_DESIGNATED = words("programmes", "sure")
_DESIGNATION_HEADS = (
    "示范区",
    "试点",
    "试验区",
    "先行区",
    "先导区",
    "示范城市",
    "试点城市",
    "示范市",
    "示范县",
    "创建市",
    "创新型城市",
    "百强县",
    "百强区",
    "百强市",
    "百强",
    "500强",
    "名录",
    "枢纽",
    "试点园区",
    "示范基地",
    "产业基地",
    "强市",
    "强县",
    "强省",
    "名城",
    "卫生城市",
    "文明城市",
    "森林城市",
    "园林城市",
    "生态城市",
    "绿色工业园区",
    "示范园区",
    "称号",
    "产业集群",
    "制造业集群",
    "示范平台",
    "标杆企业",
    "示范企业",
    "绿色工厂",
    "灯塔工厂",
    "无废城市",
    "海绵城市",
    "百强",
    "示范项目",
    "领航企业",
    "小巨人企业",
    "综合试点",
    "改革试点",
    "创新中心城市",
    "博览会",
    "强区",
    "示范镇",
    "示范村",
    "公园",
    "地理标志",
    "奖",
    "集群",
    "城市",
    "榜单",
    "项目库",
    "基地",
    "枢纽节点",
)
_LEVEL_FRONT = re.compile(r"^(?:国家|全国|中国|省|全省|世界|全球|省级|国家级|工信部|首批)")
_SURE_HEADS = ("工程", "工厂", "园区", "企业", "平台", "行动", "计划", "县", "区", "市")
_LEADING = re.compile(
    r"^(?:(?:(?:国家|全国|全省|省)首批|新一批|第[一二三四五六七八九十\d]+批|首批|\d+个|\d+家|全国首批|首个|唯一|全省唯一|全国唯一|全国首个|全省首个|的)+)"
)
_ENDS = frozenset("，。；：！？、\n")
_ZONE_HEADS = ("示范区", "试验区", "先行区", "先导区", "试点")

# What makes a noun phrase that begins with 国家 or 全国 a designation, whatever stands around it.
_NATIONAL_HEADS = words("programmes", "national")

_QUOTATION = sign(lambda word: word.text == "“")
_ZONE = sign(lambda word: word.kind == "word" and word.text.endswith(_ZONE_HEADS))
_DESIGNATION = sign(lambda word: word.kind == "word" and word.text in _DESIGNATED)
_NATIONAL = sign(lambda word: word.kind == "word" and word.text in ("国家", "全国", "国家级", "中国", "省级", "全省"))
PROGRAMME_SIGNS = _QUOTATION | CAMPAIGN | _ZONE | _DESIGNATION | _NATIONAL


def programmes(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Programmes of a sentence."""
    for i in [i for i, token in enumerate(tokens) if token.signs & PROGRAMME_SIGNS]:
        signs = tokens[i].signs
        if signs & _QUOTATION:
            yield from _quoted(tokens, i)
        elif signs & CAMPAIGN:
            yield from campaign(tokens, i)
        if signs & _ZONE:
            yield from _zone_of_policy(tokens, i)
        if signs & _DESIGNATION:
            yield from _designation(tokens, i)
        elif signs & _NATIONAL:
            yield from _national(tokens, i)


_SELF_NAMED = re.compile(r"(?:行动|计划|工程|方案|\d+条|[一二三四五六七八九十]+条|条政策|试点|大会战)$")
_POLICY_COUNT = re.compile(r"^\d+条$")
_SAYINGS = words("programmes", "sayings")
_MOVES_ON = words("programmes", "moves_on")


def _quoted(tokens: Sequence[Token], opening: int) -> Iterator[Candidate]:
    closing = next((j for j in range(opening + 1, min(opening + 14, len(tokens))) if tokens[j].text == "”"), None)
    if closing is None or any(tokens[j].text in "，。；：！？" for j in range(opening + 1, closing)):
        return
    behind = "".join(t.text for t in tokens[closing + 1 : closing + 5])
    content = text_of(tokens, opening + 1, closing - 1)
    head = _QUOTE_HEADS.match(behind)
    if _POLICY_COUNT.match(content):
        first = _policy_start(tokens, opening)
        yield Candidate(tokens[first].start, tokens[closing].end, "Programme", "programme.policy", True)
    elif head:
        end = tokens[closing].end + (0 if head.group().endswith(("企业", "活动", "政策")) else head.end())
        first = start_of(tokens, opening)
        if (
            any(t.text in BREAK or t.text.endswith(("开展", "实施", "推进", "通过", "打造")) for t in tokens[first:opening])
            or text_of(tokens, first, opening - 1) in GENERIC
        ):
            first = opening
        yield Candidate(tokens[first].start, end, "Programme", "programme.quoted", True)
    elif _SELF_NAMED.search(content) and len(content) >= 4:
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)
    elif 2 <= len(content) <= 12 and content not in _SAYINGS and _set_off(tokens, opening, closing):
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)


def _set_off(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether a quotation is something that is carried out: a verb in front or behind says so."""
    after = tokens[closing + 1] if closing + 1 < len(tokens) else None
    before = tokens[opening - 1] if opening else None
    ends = after is None or after.text in _ENDS or after.text in ("建设", "工作", "创建", "等", "改革", "机制", "“", "行列")
    if (
        before is not None
        and (before.text in _QUOTE_LEFT or before.text == "”" and after is not None and after.text in ("工作", "建设"))
        and ends
    ):
        return True
    return (before is None or before.text in "。；\n") and after is not None and after.text in _MOVES_ON


def _policy_start(tokens: Sequence[Token], opening: int) -> int:
    """Where a policy's name begins: behind the verb that issues it (推出新阶段高质量发展人才“30条”)."""
    for i in range(opening - 1, max(-1, opening - 12), -1):
        if tokens[i].text in ("出台", "推出", "实施", "落实", "制定", "印发", "发布"):
            return i + 1
        if tokens[i].text in _ENDS:
            return opening
    return opening


_CREATED = words("programmes", "created")


def _zone_of_policy(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """国家区块链创新应用综合性试点, 海洋经济发展示范区 behind 加快: a designation, not a place."""
    first = start_of(tokens, head)
    name = text_of(tokens, first, head)
    if not 7 <= len(name) <= 30 or any(
        t.kind in ("District", "Park", "Company")
        or t.hit is not None and t.hit.entries[0].cls == "District" and t.text not in GENERIC and t.text not in INSIDE
        for t in tokens[first:head]
    ):
        return
    national = tokens[first].text in ("国家", "全国", "国家级", "省级", "全省")
    created = first > 0 and tokens[first - 1].text in _CREATED
    behind = tokens[head + 1] if head + 1 < len(tokens) else None
    ends = (
        behind is None
        or behind.kind == "punctuation"
        or behind.text in ("建设", "工作", "创建", "获批", "获批建设", "稳步", "稳步推进", "扎实", "扎实推进", "加快", "加快推进", "加快建设", "有序推进", "启动", "启动建设", "等", "取得", "顺利", "深入")
    )
    if (national or created) and ends:
        yield Candidate(
            tokens[first].start, tokens[head].end, "Programme", "programme.designation" if national else "programme.created", True
        )


def _designation(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """入选X、Y: each runs to the end of its noun phrase, which must end in the noun of a designation."""
    sure = tokens[verb].text in _SURE_DESIGNATED
    before = verb
    while before is not None:
        stop, found = _one_designation(tokens, before, sure)
        yield from found
        before = stop if found and stop < len(tokens) and tokens[stop].text in ("、", "和", "与") else None


def _one_designation(tokens: Sequence[Token], verb: int, sure: bool) -> tuple[int, list[Candidate]]:
    """Where the noun phrase behind a token ends, and the designation that it is."""
    stop = verb + 1
    depth = 0
    while stop < len(tokens):
        text = tokens[stop].text
        if text in ("“", "（"):
            depth += 1
        elif text in ("”", "）"):
            depth -= 1
        elif depth == 0 and (text in _ENDS or text in ("等", "之一", "并", "和", "以及", "称号", "建设", "，", "行列")):
            break
        stop += 1
    name = re.sub(r"前\d+(?:名|强|位)?$|第\d+位?$", "", text_of(tokens, verb + 1, stop - 1))
    if not 4 <= len(name) <= 34 or not name.rstrip("”").endswith(_DESIGNATION_HEADS + (_SURE_HEADS if sure else ())):
        return stop, []
    if name.endswith("城市") and not (_LEVEL_FRONT.match(name) or _LEVEL_FRONT.match(_LEADING.sub("", name))):
        return stop, []
    if not sure and not name.endswith("试点") and not _LEVEL_FRONT.match(name) and not _LEVEL_FRONT.match(_LEADING.sub("", name)):
        return stop, []
    skip = _LEADING.match(name)
    start = tokens[verb + 1].start + (skip.end() if skip else 0)
    at = name.rfind("的")
    if at > (skip.end() if skip else 0) and at < len(name) - 4:
        start = tokens[verb + 1].start + at + 1
    end = tokens[verb + 1].start + len(name)
    return stop, [Candidate(start, end, "Programme", "programme.designation", True)] if end - start >= 4 else []


def _national(tokens: Sequence[Token], first: int) -> Iterator[Candidate]:
    """国家生态园林城市: the state gives such names, and each means one thing.

    Not one of several (7个国家区域医疗中心), and no kind (国家级绿色工厂12家).
    """
    before = tokens[first - 1] if first else None
    if before is not None and (before.kind == "quantity" or before.text in _ONE_OF_SEVERAL or COUNTED.match(before.text)):
        return
    if tokens[first].text == "中国" and before is not None and before.kind == "word" and before.text not in BREAK:
        return          # 平安中国建设示范市
    last = _end_of_designation(tokens, first)
    if last is None or tokens[first].text == "中国" and tokens[first + 1].kind not in ("word", "Industry"):
        return          # 中国（上海）自由贸易试验区 is a place
    behind = tokens[last + 1] if last + 1 < len(tokens) else None
    if behind is not None and (behind.kind == "quantity" or behind.text in ("数量", "总数", "内", "外", "企业") or COUNTED.match(behind.text)):
        return
    start = first + 2 if tokens[first + 1].text == "首批" else first     # 全国首批碳达峰试点园区 is a first batch of 碳达峰试点园区
    if 6 <= tokens[last].end - tokens[start].start <= 30:
        yield Candidate(tokens[start].start, tokens[last].end, "Programme", "programme.national", True)


_ONE_OF_SEVERAL = frozenset("各 多个 一批 两个 各类 其他 多 首批 第二批 第三批 新增 个 家 等".split())
_NO_DESIGNATION = frozenset("战略 政策 发展 重大 战略性 规划 要求 部署 标准 级 批准 授予 支持 重点 培育 建设 一流 领先".split())


def _end_of_designation(tokens: Sequence[Token], first: int) -> int | None:
    """The last token of the longest noun phrase from a token on that ends in the head noun of a designation."""
    last = None
    depth = 0
    for i in range(first + 1, len(tokens)):
        token = tokens[i]
        if token.text in ("“", "（"):
            depth += 1
        elif token.text in ("”", "）"):
            depth -= 1
        elif token.text in _ENDS or token.text in ("的", "等", "为", "并", "在", "是") or token.kind in ("quantity", "time"):
            break
        elif token.text in ("和", "及", "与") and (last == i - 1 or _begins_another(tokens, i + 1)):
            break
        elif i == first + 1 and token.text in _NO_DESIGNATION:
            break
        if depth < 0 or token.end - tokens[first].start > 30:
            break
        if depth == 0 and token.kind in ("word", "Park", "Industry") and _ends_in(tokens, first + 1, i):
            last = i
    return last


def _begins_another(tokens: Sequence[Token], i: int) -> bool:
    """Whether a name of its own begins here: 国家物流枢纽和国家冷链物流基地, 国家公园和绵阳国家高新区."""
    return i < len(tokens) and (bool(tokens[i].signs & _NATIONAL) or tokens[i].kind == "District")


def _ends_in(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the tokens end in the head noun of a designation that has something in front of it."""
    text = text_of(tokens, first, last)
    return any(text.endswith(head) and len(text) >= len(head) + 2 for head in _NATIONAL_HEADS)
