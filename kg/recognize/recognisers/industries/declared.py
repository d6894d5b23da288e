"""Takes the tokens of a sentence, proposes industries where the text declares what a place or a company lives on: 把X、Y列为主导产业, 形成X、Y两大业务, 围绕X产业链,
专注于X领域.

There a bare noun is an industry too (数据中心), if it stands in a list with a trade that is known as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.industries.industries import NO_FIRST, TOO_GENERAL, TRADE_NOUNS
from kg.recognize.recognisers.industries.trades import ACTIVITIES
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, between, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, positions, unbroken
from kg.triggers import Expressions

_KINDS = "主导|支柱|首位|特色|优势|重点|先导|新兴|主攻|核心|招牌|战略性新兴|制造业"
_LIST = r"(?P<list>[^，。；：“”（）把将以为的了]{2,40}?)"


def _any_of(*parts: str) -> re.Pattern[str]:
    """One expression of several, in each of which LIST stands for the list that it declares."""
    return re.compile("|".join(part.replace("LIST", _LIST.replace("list", f"list{i}")) for i, part in enumerate(parts)))


_CERTAIN = _any_of(
    r"(?:把|将)LIST(?:产业)?(?:列为|作为|确定为|定位为|明确为|定为|确立为|打造成为?|打造为|培育成为?|培育为)[^，。；]{0,10}?(?:产业|支柱|赛道|集群|主攻方向)",
    rf"(?:^|(?<=[，；。\n]))LIST(?:产业)?(?:已|已经|逐步|正)*(?:成为|是|成了)[^，。；]{{2,14}}的?(?:{_KINDS})产业",
    r"(?<=[，；])LIST(?:等)?(?:产业)?为(?:主导|支柱|首位|特色|优势|重点|先导|新兴)(?:的)?产业",
    rf"以LIST(?:等)?(?:产业)?为(?:{_KINDS}|主)(?:的)?[^，。；]{{0,4}}?(?:产业|方向|体系|集群|格局|业务)",
    rf"(?:{_KINDS})产业(?:之一)?(?:主要)?(?:是|为|有|包括|涵盖|：)LIST(?:等|(?=[，。；]))",
    r"(?:形成|构建|构筑|打造|发展|聚焦|确立|培育|围绕|拥有|布局|突出|做强|做大|壮大)(?:了|起|出|以)?LIST等?(?:两|二|三|四|五|六|七|八|九|十|\d+)"
    rf"(?:大|个|条)(?:{_KINDS})*(?:产业链|产业|业务|板块|集群|赛道|支柱|主业)",
)
# what companies lead, one of several: 形成以甲公司为龙头的X、以乙公司为代表的Y两大产业
_LED = _any_of(
    r"为(?:龙头|链主|代表|引领|核心|骨干)的LIST(?=、以|，以|和以|以及以|[两二三四五六七八九]大(?:主导|支柱|特色|优势|重点|新兴)*(?:产业|板块|集群))"
)
_TRADES = _any_of(
    rf"(?:围绕|聚焦|瞄准|锁定|紧盯|主攻|深耕)LIST(?:等)?(?:{_KINDS})?(?:产业链|产业集群|赛道|产业)",
    r"(?:专注于|专注|从事|主营|涉足|进军|专攻|深耕|布局)LIST(?:等)?(?:领域|行业|赛道|产业)",
    r"(?:拥有|现有|已有|集聚了?|聚集了?|有)LIST(?:等)?(?:产业)?(?:规上|规模以上|重点|上下游|链上|相关)*企业(?:近|超|约)?\d+[余多]?[家户]",
    r"(?:是|作为)LIST(?:领域|行业|产业)?的?(?:龙头|领军|骨干|链主)企业",
    r"(?:集中在|集中于|投向|涉及|涵盖|覆盖|涵盖了|覆盖了)LIST(?:等?(?:领域|行业|产业)|(?=[，。；]))",
    r"(?:国内|全国|全球|世界|我国|中国|国际|知名)(?P<list5>[^，。；：“”（）把将以为的了、和与级个\d]{2,8}?)(?:行业|产业|领域)?(?:龙头|头部企业|领军企业|巨头|独角兽|链主|“链主”)",
)
_BY_PLACES = _any_of(
    r"(?:园区|开发区|高新区|经开区|新区|产业园|工业园)）?(?:则|主要|重点|着重|大力|将|均|都|以|还)*(?:发展|主攻|布局|承担|聚焦|承接)LIST(?:等|(?=[，。；]))",
    rf"(?:{_KINDS})产业(?:主要)?涉及LIST的",
)
_READINGS = Expressions(_CERTAIN, _TRADES, _BY_PLACES, _LED)
_COUNT = re.compile(r"(?:[两二三四五六七八九十]|\d+)[大个条]$")
_SEPARATOR = re.compile(r"、|和|与|以及|及")
_DECLARING = frozenset(
    (
        "把 将 以 形成 构建 构筑 打造 发展 聚焦 确立 培育 围绕 拥有 布局 突出 做强 做大 壮大 瞄准 锁定 紧盯 主攻 "
        "承担 承接 深耕 专注于 专注 从事 主营 涉足 进军 专攻 现有 已有 有 集聚 聚集 集聚了 聚集了 成为 成了 是 作为 集中 投向 涉及 涵盖 覆盖 国内 全国 全球 世界 我国 中国 国际 知名"
    ).split()
)
DECLARED_SIGNS = sign(words=_DECLARING, ends=("产业", "板块", "集群"))
_NO_LAST = ("发展", "区", "网络", "方向", "任务", "水平", "能力", "转型", "服务业态")  # 制造业高质量发展, 林果生产区
LONGEST = 12  # characters


def declared(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries that a sentence declares."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    found = list(_READINGS.finditer(text))
    if found:
        starts, ends = positions(tokens)
        for _, match in found:
            lenient, made = match.re in (_CERTAIN, _LED), match.re is _BY_PLACES
            group = match.lastgroup
            assert group is not None  # each reading declares its list
            members = list(_members(match[group], base + match.start(group), starts, ends))
            if 2 * sum(member is not None and text_of(tokens, *member) in ACTIVITIES for member in members) > len(members):
                continue  # 涵盖设计、制造、材料、设备及应用等领域: what every chain has
            trades = [member is not None and (_is_trade(tokens, *member) or made and _is_made(tokens, *member)) for member in members]
            if not any(trades) or not lenient and 2 * sum(trades) <= len(trades):
                continue
            for member, known in zip(members, trades):
                if member is not None and (known or lenient and _is_noun(tokens, *member)):
                    first, last = member
                    yield Candidate(tokens[first].start, tokens[last].end, "Industry", "industry.declared", False)


def _members(text: str, start: int, starts: dict[int, int], ends: dict[int, int]) -> Iterator[tuple[int, int] | None]:
    """The members of a list as first and last token; None for one that cuts a token or is too long."""
    for at, end in between(_SEPARATOR, text):
        member = _COUNT.sub("", text[at:end]).removesuffix("产业")
        first, stop = starts.get(start + at), start + at + len(member)
        last = ends.get(stop, ends.get(stop + 2))  # 新型显示产业 is a name of its own
        yield (first, last) if first is not None and last is not None and first <= last and 2 <= len(member) <= LONGEST else None


def _is_trade(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a member names a trade: a listed industry in it, or a noun that trades end with."""
    text = "".join(t.text for t in tokens[first : last + 1])
    if first == last and len(text) == 2 and not known_word(text) and not is_trade(tokens[last]):
        return False  # 柳药, a company's mark
    return _is_noun(tokens, first, last) and (is_trade(tokens[last]) or any(is_trade(t) for t in tokens[first:last]) or text.endswith(TRADE_NOUNS))


def _is_made(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a member names what is made, which is a segment of a chain where a place grows it: 甲园区主攻电芯."""
    return _is_noun(tokens, first, last) and ends_as_a_thing("".join(t.text for t in tokens[first : last + 1]))


def _is_noun(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a member is a noun phrase, without verb, place, company or number, and says more than 重点."""
    inner = tokens[first : last + 1]
    text = "".join(t.text for t in inner)
    if (
        text in TOO_GENERAL
        or inner[0].text in NO_FIRST
        or text.endswith(_NO_LAST)
        or text[0] in "两二三四五六七八九十"
        and text[1] == "大"
        or all(t.text in GENERIC and not is_trade(t) for t in inner)
    ):
        return False
    return all(
        is_trade(t)
        or t.kind == "word"
        and t.tag[:1] in "nbajvx"
        and t.tag != "v"
        and not (t.text in BREAK and t.text not in INSIDE)
        or t.kind == "word"
        and t.tag == "eng"
        for t in inner
    )
