"""Takes the tokens of a sentence and the names that stand in it, proposes products: named ones and models, and kinds of products that someone makes.

A kind of product (锂电池) is named where the text says that it is made: behind 量产, 主要生产; in front of 下线, 问世; behind 首台; and behind
生产, 供应 where a company or project stands in front. It ends in a head noun of products and holds more than such a noun. What
is named without its making is an industry (:mod:`..industries`) or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.recognisers.lists import members_before
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, LIST_JOINTS, inside, is_proper
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_HEADS = tuple(sorted(words("products", "heads"), key=len, reverse=True))
_NO_PRODUCTS, _DESCRIPTIONS = words("products", "no_products"), words("products", "descriptions")
_ACTIONS = words("products", "actions")
_MAKES, _MAKES_WITH_MAKER = words("products", "makes"), words("products", "makes_with_maker")
_MADE, _BETWEEN, _MAKERS = words("products", "made"), words("products", "between"), words("products", "makers")
_PRODUCE, _NO_PRODUCE = words("products", "produce"), words("products", "no_produce")
_QUOTED = tuple(ordered("products", "quoted"))
_FIRST = frozenset(f"首{unit}" for unit in "批次 台套 台 款 架 艘 套 颗 列 辆 支 枚 块 片 只 条 例".split())
_SUPERLATIVES = frozenset("最大 最大的 领先 领先的 最主要 主要 唯一 唯一的 知名 最重要".split())
_MAKER_ENDS = frozenset("企业 商 基地".split())
_OWNERS = frozenset("企业 公司 项目 产业 工厂 基地".split())
_LEADING = frozenset("了 出 成功 “ 的".split())
_CLAUSE_ENDS = frozenset("，。；：！？,;:!?\n（(")
_NO_PART = frozenset(("Company", "District", "Park", "Project", "Organization", "Programme", "Person", "time"))
_SIZE = re.compile(r"(?:英寸|兆瓦|千瓦|万千瓦|吉瓦|千伏|纳米|层|代)级?$")
_CAMPAIGNS = ("专项", "行动", "整治", "工程", "计划", "活动", "问题")
_PRODUCE_ENDINGS = tuple(ordered("products", "produce_endings"))
_FINANCIAL = tuple(ordered("products", "financial"))
_LISTED_NOUNS = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:(?P<produce>" + "|".join(ordered("products", "produce_nouns")) + ")|(?:金融|信贷|保险)(?:创新)?产品)"
)
# what goods that are listed are called, and what says that they are made: 等重大装备成功下线, 等新产品
_GOODS = re.compile(
    r"(?:一批|一大批|系列|一系列|多款|多个|多项|[两二三四五六七八九十\d]+[项款种类])?(?:国产|自主|重大|重点|先进|高端|新|创新|首创|标志性|拳头|优势|关键|核心|战略性|高技术|高科技|科技|技术|知名)*"
    r"(?:装备|新?产品|大国重器|国之重器|设备)(?P<behind>.{0,8})"
)
_NEW = re.compile(r"(?:重大|先进|拳头|创新|首创|标志性|自主|国产|高技术|高科技|新).{0,4}(?:装备|产品|设备)|大国重器|国之重器")
_GOODS_MADE = re.compile(
    r"(?:和技术|技术)?(?:成功|相继|陆续|顺利|批量|先后|已|实现|正式)*(?:下线|问世|研制|研发|量产|交付|投产|上市|获批|投放|填补|打破|取得突破|达到国|入选|首飞|投入使用)"
)
_BOUGHT = frozenset("购买 购置 采购 配备 配置 更新 引进 使用 租赁".split())
_NO_GOODS = (
    "制造",
    "产业",
    "行业",
    "领域",
    "集群",
    "更新",
    "项目",
    "出口",
    "进口",
    "基地",
    "生产",
    "市场",
    "保险",
    "产量",
    "租赁",
    "园",
    "研发制造",
    "研发生产",
    "研究",
    "创新",
    "补贴",
    "消费",
    "以旧换新",
    "向",
)
_MODEL = re.compile(r"[A-Za-z][A-Za-z.\-]*[0-9a-z][A-Za-z0-9.\-+]*")  # C919, Megapack, Mate; not LNG, AMOLED
_NO_MODEL = frozenset("App APP WiFi Wi-Fi GWh MWh kWh KWh vs REITs".split())
_ROAD = re.compile(r"[GS]\d+")
_MODEL_BEHIND = frozenset("交付 上市 客机 飞机 直升机 轿车 卡车 重卡 手机 车型 动车组".split())
_COUNTED_ONE = re.compile(r"^(?:首|一|第.{1,6})[辆台架款艘列套]$")
LONGEST = 18  # characters

_FROM = frozenset("来自 出自 产自".split())
_SUPPLIED = frozenset("供应 提供 供货 配套 生产 制造 研制".split())
_ARE = frozenset("包括 涵盖 有 包含 为 是 囊括".split())
_ACRONYM = re.compile(r"[A-Z]{3,5}")  # MDI, POE: only where the text says that it is a product
_CUE_WORDS = _MAKES | _MAKES_WITH_MAKER | _MADE | _MAKERS | _MAKER_ENDS | _FROM | {"由", "产品"}
_PRODUCE_NOUN = sign(words=_PRODUCE)
_CUE = sign(
    lambda word: word.text == "“" or word.kind == "word" and word.tag == "eng",
    words={"等", *_CUE_WORDS, *_FIRST},
    plain_words=True,
)
PRODUCT_SIGNS = _PRODUCE_NOUN | _CUE


def products(tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterator[Candidate]:
    """Products of a sentence.

    :param standing: the names that other sources found in it
    """
    for i in [i for i, token in enumerate(tokens) if token.signs & PRODUCT_SIGNS]:
        token = tokens[i]
        if token.signs & _PRODUCE_NOUN and i:
            yield from _produce(tokens, i - 1)
        if not token.signs & _CUE:
            continue
        text = token.text
        if token.tag == "eng" and (i == 0 or tokens[i - 1].tag != "eng" and (tokens[i - 1].text != " " or i == 1 or tokens[i - 2].tag != "eng")):
            yield from _model(tokens, i)
        if text in _MAKES or text in _MAKES_WITH_MAKER and _maker_in_front(tokens, i, standing):
            yield from _objects(tokens, i, "product.made")
        if text in _FROM and _company_at(tokens, i + 1, standing) or text == "由" and _supplied_by(tokens, i, standing):
            yield from _subjects(tokens, i)
        if text == "产品" and i + 1 < len(tokens) and tokens[i + 1].text in _ARE:
            yield from _objects(tokens, i + 1, "product.listed")
        if text in _MADE:
            yield from _subject(tokens, i)
        elif text in _MAKERS or text in _MAKER_ENDS and i and tokens[i - 1].text in ("生产", "制造"):
            yield from _before_maker(tokens, i if text in _MAKERS else i - 1)
        elif text in _FIRST and not any(t.text in ("开通", "开行") for t in tokens[max(0, i - 4) : i]):
            yield from _objects(tokens, i, "product.first")
        elif text == "“":
            yield from _quoted(tokens, i)
        elif text == "等" and i:
            yield from _in_list(tokens, i)


def _maker_in_front(tokens: Sequence[Token], verb: int, standing: Sequence[Candidate]) -> bool:
    """Whether a company or project stands in front of a verb in its sentence."""
    return any(c.cls in ("Company", "Project") and c.end <= tokens[verb].start for c in standing)


def _company_at(tokens: Sequence[Token], i: int, standing: Sequence[Candidate]) -> Candidate | None:
    """The company whose name begins at a token."""
    return next((c for c in standing if i < len(tokens) and c.cls in ("Company", "Project") and c.start == tokens[i].start), None)


def _supplied_by(tokens: Sequence[Token], by: int, standing: Sequence[Candidate]) -> bool:
    """Whether 由 and a company are followed by 供应 or the like: 电机由乙厂供应."""
    company = _company_at(tokens, by + 1, standing)
    behind = [t for t in tokens[by + 1 : by + 9] if company is not None and t.start >= company.end][:3]
    return any(t.text in _SUPPLIED for t in behind)


def _subjects(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """The noun phrases in a list in front of 来自, up to the beginning of the clause; behind the last 的 if there is one."""
    last = verb
    while last and (tokens[last - 1].text in _BETWEEN or tokens[last - 1].text in ("则", "都", "均", "，", "就", "全部")):
        last -= 1
    first = last
    while first and (tokens[first - 1].text in LIST_JOINTS or _may_be_part(tokens[first - 1])):
        first -= 1
    yield from _phrases(tokens, first, last, "product.supplied")


def _objects(tokens: Sequence[Token], verb: int, rule: str) -> Iterator[Candidate]:
    """The noun phrases behind a verb, up to the next verb or the end of the clause; what stands behind the last 的 if there is one."""
    if verb + 1 < len(tokens) and (tokens[verb + 1].text == "、" or tokens[verb].text in _MAKES and tokens[verb + 1].text in _MAKES_WITH_MAKER):
        return  # 玻纤制造、…: the verb ends a member of a list; 研制生产…: the last verb governs
    first, last = _phrase(tokens, verb + 1)
    for i in range(last, len(tokens)):
        if tokens[i].text in _CLAUSE_ENDS or tokens[i].text == "、":
            break
        if tokens[i].text == "的":  # 生产电脑等产品使用的液晶屏
            first, last = _phrase(tokens, i + 1)
    yield from _phrases(tokens, first, last, rule)


def _phrase(tokens: Sequence[Token], first: int) -> tuple[int, int]:
    """The noun phrases in a list that begin at a token, as a half-open range."""
    while first < len(tokens) and (tokens[first].text in _LEADING or tokens[first].tag in ("d", "ul")):
        first += 1
    last = first
    while last < len(tokens) and (tokens[last].text in LIST_JOINTS or _may_be_part(tokens[last])):
        last += 1
    return first, last


def _phrases(tokens: Sequence[Token], first: int, stop: int, rule: str) -> Iterator[Candidate]:
    """The members of a list of noun phrases up to the first one that is no kind of product (研制基地、…: the verb is a part of a name)."""
    begin = first
    for i in range(first, stop + 1):
        if i == stop or tokens[i].text in LIST_JOINTS:
            kind = kind_of_product(tokens, begin, i, rule)
            if kind is None:
                return
            yield kind
            begin = i + 1


def _subject(tokens: Sequence[Token], verb: int) -> Iterator[Candidate]:
    """What is made: the noun phrase in front of 下线, 问世."""
    last = verb - 1
    while last >= 0 and (tokens[last].text in _BETWEEN or tokens[last].kind in ("District", "Park") and last and tokens[last - 1].text == "在"):
        last -= 1
    first = last + 1
    while first > 0 and _may_be_part(tokens[first - 1]):
        first -= 1
    if first <= last:
        yield from filter(None, (kind_of_product(tokens, first, last + 1, "product.came-off"),))


def _before_maker(tokens: Sequence[Token], noun: int) -> Iterator[Candidate]:
    """全球最大的己内酰胺生产企业: what stands between the superlative and the maker."""
    for first in range(noun - 1, max(-1, noun - 8), -1):
        if not _may_be_part(tokens[first]):
            if tokens[first].text in _SUPERLATIVES or tokens[first].text == "的" and first and tokens[first - 1].text in _SUPERLATIVES:
                yield from filter(None, (kind_of_product(tokens, first + 1, noun, "product.maker"),))
            return


def _may_be_part(token: Token) -> bool:
    """Whether a token may stand in the name of a kind of product."""
    if token.kind in _NO_PART or token.text in _MAKES or token.text in _MADE:
        return False
    if token.kind == "quantity":
        return bool(_SIZE.search(token.text))
    return (
        token.text in _DESCRIPTIONS
        or token.text in _ACTIONS
        or token.text == "用"
        or token.text in _FIRST
        or inside(token)
        and not (token.text in BREAK and token.text not in INSIDE)
    )


def kind_of_product(tokens: Sequence[Token], first: int, stop: int, rule: str, *, bare: bool = False) -> Candidate | None:
    """A noun phrase, if it is a kind of product: its descriptions are no part of the name.

    :param bare: whether a head noun alone may be one (硅棒, 芯片), where the text leaves no doubt that it is made
    """
    first = max((i + 1 for i in range(first, stop) if tokens[i].text in _OWNERS or _COUNTED_ONE.match(tokens[i].text)), default=first)
    while first < stop and (
        tokens[first].text in _DESCRIPTIONS
        or tokens[first].text in _LEADING
        or tokens[first].text in _FIRST
        or tokens[first].kind == "quantity"
        or tokens[first].kind == "punctuation"
    ):
        first += 1
    if first >= stop:
        return None
    if tokens[first - 1].text == "”" and tokens[stop - 1].text.endswith(_QUOTED):
        return None  # the quotation is its name
    start, end = tokens[first].start, tokens[stop - 1].end
    text = "".join(t.text for t in tokens[first:stop])
    if rule in ("product.maker", "product.listed") and _ACRONYM.fullmatch(text):
        return Candidate(start, end, "Product", rule, False)
    if (
        not (3 if text in _HEADS and not bare else 2) <= end - start <= LONGEST
        or text in _NO_PRODUCTS
        or tokens[stop - 1].text in _NO_PRODUCTS
        and stop - first == 1
    ):
        return None
    if not ends_as_a_product(text) or all(
        t.text in GENERIC or t.text in _DESCRIPTIONS or t.text in _HEADS and t.text in _NO_PRODUCTS for t in tokens[first:stop]
    ):
        return None
    return Candidate(start, end, "Product", rule, False)


@lru_cache(maxsize=8_192)
def ends_as_a_product(text: str) -> bool:
    """Whether a phrase ends in a head noun of products."""
    return text in _HEADS or text.endswith(_HEADS) and not any(text.endswith(word) for word in _NO_PRODUCTS if len(word) == 2 and len(text) < 5)


def _produce(tokens: Sequence[Token], place: int) -> Iterator[Candidate]:
    """五常大米: a place's short name, and what its fields bear."""
    token = tokens[place]
    if token.kind not in ("District", "word") or token.hit is None:
        return
    if (
        token.text[-1] in "省市县区镇乡"
        or token.text in BREAK
        or token.kind == "word"
        and (token.tag != "ns" and known_word(token.text) or "District" not in token.hit.classes)
    ):
        return
    behind = tokens[place + 2] if place + 2 < len(tokens) else None
    if behind is None or behind.text not in _NO_PRODUCE:
        yield Candidate(token.start, tokens[place + 1].end, "Product", "product.of-a-place", False)


def _model(tokens: Sequence[Token], first: int) -> Iterator[Candidate]:
    """秦PLUS DM-i, C919, Megapack: Latin words with a small letter or a digit, behind a maker, its verb or 一辆, or in front of 下线."""
    stop = first + 1
    while stop < len(tokens) and (tokens[stop].tag == "eng" or tokens[stop].text == " " and stop + 1 < len(tokens) and tokens[stop + 1].tag == "eng"):
        stop += 1
    parts = [t.text for t in tokens[first:stop] if t.tag == "eng"]
    if not any(_MODEL.fullmatch(part) and part not in _NO_MODEL and not _ROAD.fullmatch(part) for part in parts):
        return
    if (
        first
        and tokens[first - 1].kind == "word"
        and (len(tokens[first - 1].text) == 1 and tokens[first - 1].tag[0] == "n" or _is_mark(tokens[first - 1]))
    ):
        first -= 1
    before = tokens[first - 1] if first else None
    behind = tokens[stop] if stop < len(tokens) else None
    if (
        before is not None
        and (
            before.kind == "Company"
            or before.text in _MAKES
            or before.text in _MAKES_WITH_MAKER
            or before.text == "国产"
            or _COUNTED_ONE.match(before.text)
        )
        or behind is not None
        and (behind.text in _MADE or behind.text in _MODEL_BEHIND)
    ):
        yield Candidate(tokens[first].start, tokens[stop - 1].end, "Product", "product.model", False)


def _is_mark(token: Token) -> bool:
    """Whether a word is no word of the dictionary: 锐翔."""
    return len(token.text) == 2 and not known_word(token.text) and token.text not in BREAK


def _quoted(tokens: Sequence[Token], opening: int) -> Iterator[Candidate]:
    """“天河三号”超级计算机, 超级计算机“天河三号”: a name in quotation marks beside the kind of thing that it is; “梦想”号 is one with its 号."""
    closing = next((j for j in range(opening + 2, min(opening + 8, len(tokens))) if tokens[j].text == "”"), None)
    if closing is None:
        return
    ship = closing + 1 < len(tokens) and tokens[closing + 1].text == "号"
    after = closing + 1 + ship
    last = after
    while last < len(tokens) and last < after + 4 and _may_be_part(tokens[last]):
        last += 1
    while last > after and tokens[last - 1].text in _BETWEEN:
        last -= 1
    behind = "".join(t.text for t in tokens[after:last])
    before = "".join(t.text for t in tokens[max(0, opening - 2) : opening])
    campaign = last < len(tokens) and tokens[last].text in _CAMPAIGNS or behind.startswith(_CAMPAIGNS)
    if not campaign and (behind.endswith(_QUOTED) or before.endswith(_QUOTED)):
        start, end = (tokens[opening].start, tokens[closing + 1].end) if ship else (tokens[opening].end, tokens[closing].start)
        yield Candidate(start, end, "Product", "product.quoted", False)


def _in_list(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    """文㞧鲤、麦溪鲩等特有产品: members that end as the noun behind the list says, none of them a word of the dictionary."""
    behind = "".join(t.text for t in tokens[etc + 1 : etc + 7])
    noun = _LISTED_NOUNS.match(behind)
    if noun is None:
        yield from _goods(tokens, etc)
        return
    endings = _PRODUCE_ENDINGS if noun["produce"] else _FINANCIAL
    for member in members_before(tokens, etc - 1):
        inner = [t for t in tokens[member.first : member.stop] if noun["produce"] is None or t.text not in ("“", "”")]
        text = "".join(t.text for t in inner)
        if not 3 <= len(text) <= 9 or not text.rstrip("”").endswith(endings) or known_word(text) or any(t.text in BREAK for t in inner):
            continue
        if all(len(t.text) > 1 and known_word(t.text) and not is_proper(t) for t in inner):
            continue  # 热带水果
        governed = text[0] in "对把将" and (member.first == 0 or tokens[member.first - 1].text != "、")
        yield Candidate(inner[0].start + bool(governed), inner[-1].end, "Product", "product.in-list", False)


def _goods(tokens: Sequence[Token], etc: int) -> Iterator[Candidate]:
    """超大型集装箱船、穿梭油轮等重大装备成功交付: kinds of products in front of a noun that calls them new or great, or in front of what says that they are made."""
    text = "".join(t.text for t in tokens[etc + 1 : etc + 14])
    goods = _GOODS.match(text)
    if goods is None or goods["behind"].startswith(_NO_GOODS):
        return
    if not _GOODS_MADE.match(goods["behind"]) and not (_NEW.match(goods.group()) and goods["behind"][:1] in ("", "，", "。", "；", "、")):
        return
    members = members_before(tokens, etc - 1)
    if not members or any(t.text in _BOUGHT for t in tokens[max(0, members[0].first - 1) : etc]):
        return
    for member in members:
        if not any(t.text in LIST_JOINTS for t in tokens[member.first : member.stop]):
            yield from filter(None, (kind_of_product(tokens, member.first, member.stop, "product.in-list"),))
