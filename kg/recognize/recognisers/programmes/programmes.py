"""Takes the tokens of a sentence, proposes programmes: campaigns (:mod:`.campaigns`, :mod:`.campaign_lists`), strategies (:mod:`.strategies`), policies (:mod:`.policies`),
designations (:mod:`.designations`), and what stands in quotation marks.

A quotation is a programme with a head noun behind it (“卓粤”计划) or in it (“春雷计划”), where a verb carries it out, and where it is a brand, a loan or a
structure that goes by its numbers (“8+8+4”产业集群).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, words
from kg.recognize.recognisers.grammar.classes import DESIGNATION_HEADS
from kg.recognize.recognisers.grammar.heads import ends_with, heads_at
from kg.recognize.recognisers.programmes.campaign_lists import campaigns_of_a_list, campaigns_told_one_by_one
from kg.recognize.recognisers.programmes.campaigns import CAMPAIGN, IMPLEMENTED, bare, campaign
from kg.recognize.recognisers.programmes.designations import DESIGNATION_SIGNS, designations
from kg.recognize.recognisers.programmes.policies import POLICY_SIGNS, policies
from kg.recognize.recognisers.programmes.strategies import STRATEGY, strategies
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import BREAK, COUNTED, GENERIC, LIST_JOINTS, MEMBER_ENDS, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_QUOTE_HEADS = re.compile(
    r"^(?:大?促?消费(?:系列)?活动|专项行动|行动计划|行动方案|三年行动|计划|行动|工程|方案|政策|体系|试点|(?:科技|攻坚)?(?:大会战|会战)|系列活动|活动|[两三四五六七八九十]+[大项](?:工程|行动|计划)|平台|示范建设|创新平台体系|工业互联网平台|攻坚战)"
)
_NUMERALS = tuple(a + b for a in "两三四五六七八九十" for b in "大项")
_QUOTE_LEFT = words("programmes", "quote_left")
_JOINED = words("programmes", "quote_joined")

_QUOTATION = sign(words=("“",))
PROGRAMME_SIGNS = _QUOTATION | CAMPAIGN | STRATEGY | DESIGNATION_SIGNS | POLICY_SIGNS


def programmes(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Programmes of a sentence."""
    for i in [i for i, token in enumerate(tokens) if token.signs & PROGRAMME_SIGNS]:
        signs = tokens[i].signs
        if signs & _QUOTATION:
            yield from _quoted(tokens, i)
        elif signs & CAMPAIGN:
            yield from campaign(tokens, i)
            yield from campaigns_of_a_list(tokens, i)
            yield from campaigns_told_one_by_one(tokens, i)
        elif signs & STRATEGY:
            yield from strategies(tokens, i)
        elif signs & POLICY_SIGNS:
            yield from policies(tokens, i)
        if signs & DESIGNATION_SIGNS:
            yield from designations(tokens, i)


_SELF_NAMED = re.compile(r"(?:行动|计划|工程|方案|\d+条|[一二三四五六七八九十]+条|条政策|试点|大会战)$")
_POLICY_COUNT = re.compile(r"^\d+条$")
_BRANDED = re.compile(
    r"(?:旅游|城市|文旅|文化|消费|区域公用|公用|区域|农业|产业|服务|政务|整体|文化旅游|农产品|营商|人才|金|特色|宣传|媒体|会展|活动|大赛)?(?:品牌|IP)"
)
_LENT = re.compile(r"[\u4e00-\u9fff]贷$")
_NUMBERS = re.compile(r"[\dNX]+ ?[+＋×、] ?[\dNX]|^[\dNX]{3,}$|^(?:\d+[\u4e00-\u9fff]、?){2,}$")  # 4+3, 33618, 3转、4强、7新
_STRUCTURED = re.compile(
    r"(?:千亿|千亿级|百亿级|支柱|万亿级|重点|主导|创新型|现代|现代化|先进|特色|优势|制造业|战略性新兴|工业|标志性|未来|数字)*(?:产业|制造业)(?:集群|体系|链|发展|$|，|。|格局|布局)"
)
_CAMPAIGN_BEHIND = re.compile(
    r"(?:主题教育|学习教育|[\u4e00-\u9fff]{1,8}?(?:专项行动|行动|计划|工程|活动|攻坚战|大会战|试点|创建|评选|大赛|改造|攻坚))(?![\u4e00-\u9fff]*的)"
)
_STRATEGY = re.compile(r"(?:发展)?战略(?!合作|任务|规划|定位|部署|目标|布局|性|地位)")
_STRATEGY_GOES_ON = re.compile(r"战略(?:深入|全面|加快|扎实|落地|纵深|成效)")
_CLAUSE_ENDS = frozenset("，。；\n")
_SAYINGS = words("programmes", "sayings")
_GIVEN = words("programmes", "sure") - {"居", "位居", "位列", "列为", "列入", "上榜", "跻身", "晋级"}
_MOVES_ON = words("programmes", "moves_on")
# what a place wants to be, how its areas are arranged, and what alone says nothing: “书香之城”, “两谷一园”, “三个中心”, “三年行动计划”
_POSITIONING = re.compile(
    any_of("programmes", "positionings")
    + r"$|^第一|^(?:[一二两三四五六七八九十\d]+(?:个|大)?[核圈带轴区廊园谷城极环心片湾翼港]){2,}$|^[一二两三四五六七八九十]+个?(?:中心|地|区|城|甲)$|^.{0,2}行动计划$"
)
_WORKS = frozenset("建设 工作 任务 创建 等 改革 机制 行列".split())
_KINDS = ("字号", "式")  # “老字号”
_BUILD_UP = frozenset("支持 加快 推进 推动 深化".split())
_EAGERLY = frozenset("主动 积极 更好 全面 深度 高质量 全力".split())
_ALLIANCES = frozenset("倡议 战略 合作 和 与 及".split())


def _quoted(tokens: Sequence[Token], opening: int) -> Iterator[Candidate]:
    for closing in range(opening + 1, min(opening + 24, len(tokens))):
        if tokens[closing].text == "”":
            break
        if tokens[closing].text in "。；：！？":
            return
    else:
        return
    behind = "".join(t.text for t in tokens[closing + 1 : closing + 5])
    content = text_of(tokens, opening + 1, closing - 1)
    head = _QUOTE_HEADS.match(behind)
    if "，" in content and not (head or _CAMPAIGN_BEHIND.match(behind)):
        return  # “绿水青山，就是金山银山”: a saying; “我爱桥城，喜迎盛会”主题活动 is none
    if _POLICY_COUNT.match(content):
        first = _policy_start(tokens, opening)
        yield Candidate(tokens[first].start, tokens[closing].end, "Programme", "programme.policy", True)
    elif head:
        # “甲”“乙”两大工程: the number counts the row
        counted = head.group().startswith(_NUMERALS) and (
            tokens[opening - 1].text == "”" or tokens[opening - 1].text in LIST_JOINTS and tokens[opening - 2].text == "”"
        )
        end = tokens[closing].end + (0 if counted or head.group().endswith(("企业", "活动", "政策")) else head.end())
        first = start_of(tokens, opening)
        if (
            any(t.text in BREAK or t.text.endswith(("开展", "实施", "推进", "通过", "打造")) for t in tokens[first:opening])
            or text_of(tokens, first, opening - 1) in GENERIC
        ):
            first = opening
        while first < opening and COUNTED.match(tokens[first].text):
            first += 1
        yield Candidate(tokens[first].start, end, "Programme", "programme.quoted", True)
    elif _is_slogan(tokens, opening, content, text_of(tokens, closing + 1, min(closing + 8, len(tokens) - 1))):
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.slogan", True)
    elif content not in _SAYINGS and 2 <= len(content) <= 16 and not content.endswith(_KINDS) and _in_row(tokens, opening):
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)
    elif _SELF_NAMED.search(content) and len(content) >= 4:
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)
    elif content not in _SAYINGS and 4 <= len(content) <= 16 and "、" not in content and opening and tokens[opening - 1].text in _GIVEN:
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)  # 获评“…展览会”
    elif (
        2 <= len(content) <= 12
        and content not in _SAYINGS
        and not (content.endswith("项目") and len(content) > 5)
        and not _POSITIONING.search(content)
        and _set_off(tokens, opening, closing)
        and not _is_park(tokens, opening + 1, closing)
    ):
        yield Candidate(tokens[opening].start, tokens[closing].end, "Programme", "programme.quoted", True)


def _is_slogan(tokens: Sequence[Token], opening: int, content: str, behind: str) -> bool:
    """Whether a quotation is a brand, a loan or what else goes by its slogan: “昆易贷”, “有家就有佛山造”品牌, “8+8+4”产业集群; or the front of a campaign
    (开展“三个百”招工引才活动).

    :param behind: the text behind it
    """
    if content in _SAYINGS or not 2 <= len(content) <= 24 or content.endswith(_KINDS):
        return False
    if _BRANDED.match(behind) or _LENT.search(content) and len(content) <= 8 or _NUMBERS.search(content) and _STRUCTURED.match(behind):
        return True
    before = tokens[opening - 1] if opening else None
    if before is None or before.text in _CLAUSE_ENDS:
        return bool(_STRATEGY_GOES_ON.match(behind))
    return (before.text in _QUOTE_LEFT or before.text in IMPLEMENTED) and (bool(_CAMPAIGN_BEHIND.match(behind)) or bool(_STRATEGY.match(behind)))


_ROW_NOUN = re.compile(
    r"^(?:等(?:\d+[余多]?[场项个次])?|[一二两三四五六七八九十\d]+[大项个])(?:[\u4e00-\u9fff]{0,6}?|[一二两三四五六七八九十\d]+[大项个])(?:工程|行动|计划|活动|品牌|政策|攻坚战|大会战|会战)(?:$|[，。；、]|建设|\d)"
    r"|^(?:和|与|及)[\u4e00-\u9fff]{2,12}(?:行动|计划|工程)(?:$|[，。；、])"
    r"|^(?:[\u4e00-\u9fff]{0,4}(?:专项行动|行动计划|行动|计划|工程|政策)|(?:系列|主题)?活动|[\u4e00-\u9fff]{0,6}品牌)(?:$|[，。；、])"
)


def _first_of_row(tokens: Sequence[Token], opening: int) -> int | None:
    """The opening mark of the first quotation of the row that one stands in; None if a mark has no other."""
    first = opening
    while first and tokens[first - 1].text == "”" or first > 1 and tokens[first - 1].text in LIST_JOINTS and tokens[first - 2].text == "”":
        before = next((j for j in range(first - 2, -1, -1) if tokens[j].text == "“"), None)
        if before is None:
            return None
        first = before
    return first


def _end_of_row(tokens: Sequence[Token], opening: int) -> int | None:
    """The closing mark of the last quotation of the row that one stands in; None if a mark has no other."""
    while True:
        closing = next((j for j in range(opening + 1, min(opening + 24, len(tokens))) if tokens[j].text in "”，。；"), None)
        if closing is None or tokens[closing].text != "”":
            return None
        following = closing + 2 if closing + 1 < len(tokens) and tokens[closing + 1].text in LIST_JOINTS else closing + 1
        if following >= len(tokens) or tokens[following].text != "“":
            return closing
        opening = following


def _in_row(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a quotation stands in a row of them that are carried out together: the verb in front of the first and the noun behind the last say so
    (实施“山鹰”“海燕”“松涛”三项工程)."""
    first = _first_of_row(tokens, opening)
    if first is None:
        return False
    closing = _end_of_row(tokens, opening)
    verb = tokens[first - 1] if first else None
    if closing is None or verb is None or bare(verb.text) not in _QUOTE_LEFT and verb.text not in IMPLEMENTED:
        return False
    return bool(_ROW_NOUN.match(text_of(tokens, closing + 1, min(closing + 8, len(tokens) - 1))))


def _is_park(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a quotation is the name of a park (“云上小镇”)."""
    for head, cls in heads_at(tokens[stop - 1].text):
        at = ends_with(tokens, stop - 1, head, first)
        if at is not None and cls == "Park" and head not in DESIGNATION_HEADS and head != "园区":
            return names_something(tokens, first, at, 1)
    return False


def _set_off(tokens: Sequence[Token], opening: int, closing: int) -> bool:
    """Whether a quotation is something that is carried out: a verb in front or behind says so."""
    after = tokens[closing + 1] if closing + 1 < len(tokens) else None
    ends = after is None or after.text in MEMBER_ENDS or after.text in _WORKS or after.text == "“" and _row_ends(tokens, opening)
    before = tokens[opening - 1] if opening else None
    if before is not None and ends and (before.text in _QUOTE_LEFT or bare(before.text) in _QUOTE_LEFT - {"建设"}):
        return True  # not 加快建设“书香云州”: what a place wants to be
    if before is not None and before.text.endswith("做好") and after is not None and after.text == "工作":
        return True
    if after is not None and after.text == "建设" and _of_somebody(tokens, opening):
        return True
    if _is_joined(tokens, opening) and (after is None or ends or after.text in _ALLIANCES):
        return True  # 融入国家“一带一路”倡议
    if before is not None and before.text == "”" and after is not None and after.text in ("工作", "建设"):
        return True
    return (before is None or before.text in "。；\n") and after is not None and after.text in _MOVES_ON


def _of_somebody(tokens: Sequence[Token], opening: int) -> bool:
    """Whether whose it is stands between a quotation and the verb that carries it out: 加快高校“双一流”建设; not 推进社区“五化”建设, which counts."""
    if tokens[opening + 1].text[0] in "一二三四五六七八九十":
        return False
    owner = opening - 1
    verb = next((i for i in range(owner - 1, max(-1, owner - 4), -1) if bare(tokens[i].text) in _BUILD_UP), None)
    return verb is not None and all(t.kind in ("Organization", "District") or t.kind == "word" and t.tag == "n" for t in tokens[verb + 1 : opening])


def _row_ends(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a row of quotations is all that is spoken of: 推行“甲”“乙”改革; not 推行“甲”“乙”招标, which is a manner of doing."""
    last = _end_of_row(tokens, opening)
    after = tokens[last + 1] if last is not None and last + 1 < len(tokens) else None
    if last is None or after is None or after.text in MEMBER_ENDS or after.text in _WORKS:
        return last is not None
    return bool(_ROW_NOUN.match(text_of(tokens, last + 1, min(last + 7, len(tokens) - 1))))


def _is_joined(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a verb in front of a quotation, and of whose it is, says that the place takes part in it; 服务 is a verb behind an adverb (主动服务“X”)."""
    verb = opening - 1 - (opening > 1 and tokens[opening - 1].text in ("国家", "省委", "市委"))
    if verb < 0:
        return False
    text = tokens[verb].text
    return not _JOINED.isdisjoint((text, bare(text))) or verb > 0 and text == "服务" and tokens[verb - 1].text in _EAGERLY


def _policy_start(tokens: Sequence[Token], opening: int) -> int:
    """Where a policy's name begins: behind the verb that issues it (推出新阶段高质量发展人才“30条”)."""
    for i in range(opening - 1, max(-1, opening - 12), -1):
        if tokens[i].text in ("出台", "推出", "实施", "落实", "制定", "印发", "发布"):
            return i + 1
        if tokens[i].text in MEMBER_ENDS:
            return opening
    return opening
