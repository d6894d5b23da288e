"""Takes the tokens of a sentence, proposes products where the text says in so many words that they are made: 主要生产门板、仪表板等, 产品涵盖片剂、软糖等品类,
年产40万吨工业硅、20万吨多晶硅, 从事门板、仪表板等的研发、生产, 单晶硅棒和硅片制造商甲公司, 提升密封系统、传动系统产品的产能.

These words show a product whatever it looks like; elsewhere it needs a head noun of products (:mod:`.products`). Services, fields and what is only
a word for products (系列, 设备) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of, ordered, words
from kg.recognize.recognisers.lists import members_before
from kg.recognize.recognisers.products.products import kind_of_product
from kg.recognize.recognisers.products.things import things
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, PHASE, between, is_trade
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, positions, unbroken
from kg.triggers import Expressions

_CUES = words("products", "cues")
MADE_SIGNS = sign(lambda word: word.kind == "word" and "产" in word.text, words=_CUES, ends=("造商", "应商"), plain_words=True)
_UNIT = r"(?:吨|GWh|MWh|GW|MW|吉瓦时?|兆瓦时?|平方米|平米|立方米?|台套|[台套辆片件支只颗块根])(?:/年)?(?:的|左右)?"
_NUMBER = r"[约近超]?\d[\d.,]*(?:余|多)?[万亿]?"
_LIST = r"(?P<list>[^，。；：“”（）()！？\n等]{2,60}?)"
_END = r"(?:等[^，。；：的用]{0,12})?(?=[，。；！]|$)"
_ETC_KIND = r"(?:等[^，。；：的用]{0,12}?)?"
_UNITS = "[台辆盘件箱块片卷根条袋瓶桶捆批车艘架套颗支张只]"
_SELLS = r"(?:深?受|远销|畅销|供不应求|热销|销往|出口|打入|走俏|占据|占领|占全|市场占有率|市场份额|市占率|产销量|销量|产量|产能)"
_FIRST_IN = r"(?:国内|全国|全球|世界|亚洲|中国|我国|全省|行业内?|是|为)(?:规模)?(?:最大的?|领先的?|知名的?|唯一的?|主要的?|重要的?|首家)?"
_ARE = r"(?:主要|已|可|现|还)?(?:有|为|是|包括|涵盖|覆盖|囊括|包含)了?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:主要|专业|专门|主)(?:研发|设计)?[、和]?(?:生产|制造)(?:和?销售|加工)?{_LIST}{_END}",
        rf"(?:(?:主要|主导|核心|拳头|主打|终端)产品|(?<![农林物水海特副土新类等])产品(?:线)?){_ARE}{_LIST}{_END}",
        rf"产品(?:主要)?以{_LIST}{_ETC_KIND}为(?:主|主导)(?=[，。；]|$)",
        r"(?:主打|拳头|主导|核心|明星)产品(?P<list>[^，。；：“”（）()有为是包涵覆]{2,12}?)(?=被|的|获|畅销|远销|占|年|出口|已|供不应求)",
        rf"(?:从事|专注于|致力于|主要开展){_LIST}(?:等[^，。；：的]{{0,16}})?的?(?:产?研产?销|产销|(?:研发|设计|开发|制造|生产)(?:[、和及与]?(?:研发|设计|开发|制造|生产|销售|加工|服务))*)(?=[，。；]|的|$)",
        rf"(?:是|家)集{_LIST}的?(?:研发|设计|制造|生产)(?:[、和及与](?:研发|设计|开发|制造|生产|销售|加工|服务|贸易))+(?:等|业务)?[于为]一体",
        rf"(?:研发|研制|生产|开发|推出)(?:了|出)?(?:包括|涵盖|包含){_LIST}在内的",
        rf"(?<!不)生产的{_LIST}{_ETC_KIND}(?={_SELLS})",
        rf"[年月日]产(?!值|量|能)(?P<sizes>{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?(?:[、和及](?:年产)?{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?)*)(?=[，。；]|的?(?:生产|产能|项目|能力|规模)|$)",
        rf"(?:[年月日]产|产能|生产)(?P<sizes>{_NUMBER}{_UNIT}[^，。；：“”（）()、]{{2,14}}?)(?:的)?(?:生产能力|产能|生产规模)",
        r"(?:^|[，。；：、]|最大的|领先的|知名的?|全球|国内|规模)(?P<list>[^，。；：“”（）()！？\n的、]{2,20}?)(?:产品)?(?:制造商|供应商|生产商|生产企业|制造企业|生产厂商|提供商)(?P<maker>.)",
    )
)
# what its owner in front shows, where it sells: 甲公司新型卫浴产品受市场热捧
_OWNED = re.compile(
    rf"(?:的|其|该公司|公司)?(?P<list>[^，。；：“”（）()的、\d]{{2,14}}?)(?=(?:在?(?:国内|国际|全国|全球|世界|行业|细分)(?:市场)?的?)?{_SELLS})"
)
# … and 的 in front: 甲公司的伺服电机打破国外垄断
_FARES = any_of("products", "fares")
_OWNED_AND_FARES = re.compile(
    rf"(?:自主)?(?:研发|研制|生产|制造|开发|打造)?(?:出)?的(?P<list>[^，。；：“”（）()的、]{{2,14}}?)(?:产品)?(?:已|均|都|也|还|先后|相继|陆续|成功|年内|去年|今年|目前|首次|率先|首[台批款套])*(?={_FARES})"
)
_SO_MUCH = rf"{_NUMBER}(?:万吨|吨|GWh|GW|吉瓦时)(?:/年)?[^，。；：“”（）()、\d]{{2,14}}?"
# what such words show only where it ends as a product does
_STRICT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:建设|形成|新增|建成|规划|达到|扩建)(?:年产)?(?P<sizes>{_SO_MUCH}(?:[、和及]{_SO_MUCH})*)"
        r"(?=[，。；]|等|的?(?:生产能力|产能|规模|生产线|装置)|$)",
        rf"(?:提升|扩大|增加|提高|扩充|释放|满足){_LIST}(?:等)?(?:产品)?的?(?:生产能力|产能|供应能力)",
        rf"(?:年可产|可年产|年产|日产|年可生产|日可生产|可产)(?!值|能|量)(?P<list>[^，。；：\d约近超达]{{2,14}}?)[约近超达]*{_NUMBER}(?:万|亿)?{_UNIT}",
        rf"[年月日]产(?!值|量|能)(?P<sizes>{_NUMBER}{_UNIT}[^，。；：“”（）()]{{2,30}}?)(?=[，。；]|的|$)",
        rf"(?:主打|主攻|主营|主产|深耕)(?!业务|产品){_LIST}{_END}",
        rf"做{_LIST}(?:的|等)?(?=[，。；]|的?(?:研发|设计|开发|生产|制造))",
        rf"一({_UNITS})\1(?:[^，。；]{{0,12}}的)?(?P<list>[^，。；：“”（）()的、]{{2,16}}?)(?:产品)?(?=整装待发|缓缓|陆续|正|依次|被|在|从|封装|打包|下线|装|发往|驶|走|整齐|有序|经|随|，|。)",
        r"(?:^|[，。；])(?P<list>[^，。；：“”（）()的]{2,30}?)等(?:汽车|核心|关键|精密|各类|多种)*(?:零部件|部件|配件|零件)(?:在|从|自)?[^，。；]{0,14}?(?:下线|装车|打包|发往|出厂)",
        rf"{_FIRST_IN}(?P<list>[^，。；：“”（）()的]{{2,24}}?产品)(?:的|行业的?|领域的?|细分领域的?)?(?:龙头|领军|头部|骨干|隐形冠军|单项冠军|知名)(?:型|制造|生产)?(?:企业|$|(?=[，。；]))",
        rf"(?:年可产|年产|可产|日产|生产)(?P<list>[^，。；：\d约近超达]{{2,14}}{_NUMBER}{_UNIT}(?:[、和及][^，。；：\d约近超达]{{2,14}}{_NUMBER}{_UNIT})+)",
        rf"(?:用的|采用的|搭载的|使用的)(?:就|都|正)?是[^，。；的]{{2,12}}的{_LIST}(?=[，。；]|$)",
        rf"(?:投入|从事|启动|开始|实现|进行){_LIST}(?:的)?(?:规模化|批量化?|试)?生产(?=[，。；]|$)",
        r"(?:的|最大|领先|全球|国内|知名|唯一|专业|是|为|家)(?P<list>[^，。；：“”（）()的]{2,30}?)(?:产品)?的?"
        r"(?:研发|设计|加工)?[、和]?(?:生产|制造|研制)?(?:制造商|生产商|供应商|(?:生产|制造|研制|加工)(?:龙头|骨干|头部)?企业)(?=[，。；、]|之一|$)",
        r"(?:建成|建设|拥有|新建|新增|投产|投用)了?(?:[\d一二两三四五六七八九十]+条|全[国球省][首第]?[一]?条|首条)?(?P<list>[^，。；：“”（）()的、\d]{2,16}?)(?:智能化?|自动化|全自动)?生产线",
    )
)
_LISTS = Expressions(*_PATTERNS, *_STRICT)
_CALLED_PRODUCTS = re.compile(
    r"(?:等|[两二三四五六七八九十\d]+(?:大类|大系列|大|类|种|个))(?:多个|多种|\d+余?[多个种]+|[一-九十]+[大类种]+)?"
    r"(?:系列|主导|主要|特色|高端|优质|核心|拳头|绿色|新型|化工|电子|深加工|精深加工|高附加值|自主|知名|品牌)*产品"
    r"(?!使用|所|用|的(?!研发|生产|制造|设计))"
    r"(?![^，。；]{0,2}(?:展|出口|交易|进口|出口额|质量监|市场|价格|检测|认证|体系|推介))"
)
_MADE_BY = ("生产", "制造", "研发", "推出", "开发", "研制")
_SOLD = re.compile(f"{_SELLS}|{_FARES}")
_SERVED = re.compile("旅游|文旅|研学|游客|金融|信贷|保险|体验|非遗|文物")
_MAKING = re.compile("生产|制造|研发|研制|出口|远销|销往|主打|推出|下线|投产")
_SEPARATOR = re.compile("、|和|与|以及|及")
_ONLY_CALLED = re.compile("(?<=.{2})(?:系列)?产品$")
_SIZED = re.compile(rf"^(?:年产)?{_NUMBER}{_UNIT}")
_NO_LAST = tuple(ordered("products", "no_last"))
_DESCRIPTIONS = words("products", "descriptions")
_NO_PRODUCTS = words("products", "no_products")
_RULE = "product.said-to-be-made"
_LONGEST = 14  # characters


def made_lists(tokens: Sequence[Token], standing: Sequence[Candidate], all_names: Sequence[Candidate] = ()) -> Iterator[Candidate]:
    """Products of a sentence.

    :param standing: the names that other sources found in it; or only the companies of which it was not known before that they are some
    :param all_names: the others then
    """
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    starts, ends = positions(tokens)
    taken = [c for c in (*standing, *all_names) if c.cls != "Industry"]
    if _MAKING.search(text) and not _SERVED.search(text):
        for match in _CALLED_PRODUCTS.finditer(text):
            if (last := ends.get(base + match.start())) is not None:
                for member in members_before(tokens, last):
                    first = max((i + 1 for i in range(member.first, member.stop) if tokens[i].text in _MADE_BY), default=member.first)
                    product = _product(tokens, first, member.stop - 1) if first < member.stop else None
                    if product is not None and not any(c.start < product.end and product.start < c.end for c in taken):
                        yield product
    if _SOLD.search(text):
        for owner in [c for c in standing if c.cls == "Company" and c.end < tokens[-1].end]:
            if (owned := _OWNED_AND_FARES.match(text, owner.end - base) or _OWNED.match(text, owner.end - base)) is not None:
                begin, finish = starts.get(base + owned.start("list")), ends.get(base + owned.end("list"))
                if begin is not None and finish is not None and begin <= finish:
                    yield from (p for p in things(tokens, [(begin, finish + 1)], _RULE) if not any(c.start < p.end and p.start < c.end for c in taken))
    for i, match in _LISTS.finditer(text):
        groups = match.groupdict()
        if groups.get("maker") and not any(c.cls == "Company" and c.start == base + match.start("maker") for c in standing):
            continue
        found = [(starts.get(base + start), ends.get(base + end)) for start, end in _members(match, "sizes" if groups.get("sizes") else "list", i)]
        members = [(first, last) for first, last in found if first is not None and last is not None and first <= last]
        made: Iterable[Candidate]
        if i >= len(_PATTERNS):  # _STRICT
            made = things(tokens, [(first, last + 1) for first, last in members], _RULE)
        else:
            made = filter(None, (_product(tokens, first, last) for first, last in members))
        yield from (product for product in made if not any(c.start < product.end and product.start < c.end for c in taken))


def _members(match: re.Match[str], group: str, pattern: int) -> Iterator[tuple[int, int]]:
    """The members of a list by their offsets in the text, each without the size in front of it, and without 产品 behind it unless that must tell it.

    :param pattern: the position of what matched
    """
    text = match[group]
    for at, end in between(_SEPARATOR, text):
        size = _SIZED.match(text[at:end])
        first = at + (size.end() if size else 0)
        if pattern < len(_PATTERNS) and (called := _ONLY_CALLED.search(text[first:end])) is not None:
            end -= len(called.group())
        if first < end:
            yield match.start(group) + first, match.start(group) + end


def _product(tokens: Sequence[Token], first: int, last: int) -> Candidate | None:
    """What stands between two tokens as a product, whatever it ends in."""
    while first < last and (tokens[first].text in _DESCRIPTIONS or tokens[first].text in ("为", "的", "各种", "各类", "以", "还有", "有", "知名")):
        first += 1
    inner = tokens[first : last + 1]
    text = "".join(t.text for t in inner)
    if not 2 <= len(text) <= _LONGEST or text in _NO_PRODUCTS or text.endswith(_NO_LAST):
        return None
    if inner[0].text in BREAK and inner[0].text not in INSIDE:
        return None
    if all(is_trade(t) or t.text in GENERIC for t in inner) and kind_of_product(tokens, first, last + 1, _RULE, bare=True) is None:
        return None  # 新能源: a field
    if not all(map(_may_be_inside, inner)) or PHASE.search(text):
        return None
    if inner[-1].tag[:1] in "vdpcrumtq" and inner[-1].tag != "vn" and not is_trade(inner[-1]):
        return None
    return Candidate(inner[0].start, inner[-1].end, "Product", _RULE, False)


def _may_be_inside(token: Token) -> bool:
    return (
        is_trade(token)
        or token.kind in ("word", "Industry", "Product")
        and token.tag[:1] not in "pcrudty"
        and not (token.text in BREAK and token.text not in INSIDE)
    )
