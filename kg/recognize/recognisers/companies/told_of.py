"""Takes the tokens of a sentence, proposes companies by what stands around a mark and a trade: 华岭新能源投资8亿元…, 走进恒锐座椅的生产车间, 兴钢线材落户….

What invests a sum, settles somewhere or has a workshop is a company. Where a name begins and ends is told by the clause, so that it counts by its characters,
however the segmenter cut them (华|建新|能源): a mark that is no word, and a trade that companies are called by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.developers import NO_MARK, PART_OF_A_PROVINCE
from kg.recognize.recognisers.lists.companies import TRADE_NAMES
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, NAMED_TAGS, is_trade, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, positions, unbroken
from kg.triggers import Expressions

_DONE = "走访 考察 调研 参观 实地 投资 斥资 落户 入驻"
_STAFF = "负责人 厂长 经理 主管 总监 工程师 工人 记者 技术人员 主任"
_AT_WORK = "投资 负荷 产值 营收 收入 马力 饱满 满产 企业"
_ROOMS = "车间 厂区 厂房 展厅"
TOLD_SIGNS = sign(words=f"{_DONE} {_STAFF} {_ROOMS} 承建 投建".split(), ends=f"{_AT_WORK} {_ROOMS} 经理 主任".split())
_NAME = r"(?P<name>[\u4e00-\u9fff]{4,12}?)"
_BEGINS = r"(?:^|(?<=[，。；：“\n]))(?:(?:今年|去年|同年|当年|此前|随后|近日|日前|目前|此次|[\d年月日]+)，?)?"
_TOLD = Expressions(
    re.compile(rf"{_BEGINS}{_NAME}(?:计划|拟|共|累计|又|再|还|已|先后|再次|追加|将)*(?:投资|斥资)(?:近|约|超|逾|超过)?\d[\d.]*[亿万]"),
    re.compile(rf"{_BEGINS}{_NAME}(?:正式|成功|已|先后|也|率先)*(?:落户|入驻)(?=[\u4e00-\u9fff])"),
    re.compile(
        rf"{_BEGINS}{_NAME}(?:，)?(?:今年|去年|上半年|一季度|前三季度|预计|全年|目前|正|也|已|订单)*(?:满负荷|开足马力|开足产能|订单饱满|满产|(?:实现|完成)(?:产值|营收|销售收入|营业收入|净利润))"
    ),
    re.compile(rf"{_BEGINS}{_NAME}(?:公司)?(?:相关|项目|生产|车间|有关|企业)?(?:负责人|厂长|主任|经理|主管|总监|工程师|工作人员|副总)(?=[\u4e00-\u9fff])"),
    re.compile(rf"(?:园区|龙头|当地|民营|入园|重点|骨干|链主|上市)企业{_NAME}(?=[，。、的今正在自与去年已也])"),
    re.compile(rf"(?:[，。；项目]|^)由{_NAME}(?:总|独资|全额|负责|出资|斥资)*(?:投资|投建|承建)(?=[，。；、建兴新的总\d])"),
    re.compile(rf"(?:^|[，。；：“\n]){_NAME}的[^，。；的]{{0,4}}(?:车间|厂房|产线)(?:里|内|中)，"),
    re.compile(rf"(?:^|[，。；：“])在{_NAME}，(?=工人|记者|只见|机器|一[排条台片座]|生产线|自动化|智能|技术人员|偌大)"),
    re.compile(rf"(?:走进|来到|步入|在|的)(?:位于[^，。；]{{2,14}}的)?{_NAME}(?:的)?(?:[\u4e00-\u9fff]{{0,4}})(?:车间|厂区|厂房|展厅)"),
)
# several, that are visited one after the other
_VISITED = re.compile(
    r"(?:走访|考察|先后到|深入|来到|赴|到|在)了?(?P<names>(?:[\u4e00-\u9fff]{3,14}、)+[\u4e00-\u9fff]{3,14}?)(?:等(?:地|企业|公司|项目|处)|实地|现场|调研|考察|走访|参观|督导|开展)"
)
_TRADES = tuple(sorted(TRADE_NAMES - words("developers", "descriptive_trades"), key=lambda trade: (-len(trade), trade)))
_NO_FRONT = tuple("省市县区我本该全各做抓促新老大小多一二两三四五六七八九十首其这那以从在向与和及对为被把将由的是有也就")
_FUNCTION = re.compile("[的了着过它他她其这那和与及在]")


def companies_told_of(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies that a clause tells of by what they do or have."""
    text = unbroken(tokens)
    if text is None:
        return
    found = list(_names_told(text))
    if not found:
        return
    base, (starts, ends) = tokens[0].start, positions(tokens)
    for start, end in found:
        first, last = starts.get(base + start), ends.get(base + end)
        if first is not None and last is not None and is_mark_and_trade(tokens, first, last + 1):
            yield Candidate(base + start, base + end, "Company", "list.company-told", True)


def _names_told(text: str) -> Iterator[tuple[int, int]]:
    """Where names stand of which a clause tells as of companies, by offsets in the sentence."""
    for _, match in _TOLD.finditer(text):
        yield match.span("name")
    visited = _VISITED.search(text) if "、" in text else None
    if visited is not None:
        at = visited.start("names")
        for name in visited["names"].split("、"):
            yield at, at + len(name)
            at += len(name) + 1


def _is_called(token: Token, mark: str) -> bool:
    """Whether the dictionary has a mark only as what something is called: 红星."""
    return token.text == mark and token.tag in NAMED_TAGS and (token.hit is None or token.hit.weak)


def is_mark_and_trade(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the characters of tokens are a mark that is no word and a trade, behind the places that it comes from."""
    while first < stop and tokens[first].kind == "District":
        first += 1
    if first >= stop or any(t.kind not in ("word", "Industry") for t in tokens[first:stop]):
        return False
    text = text_of(tokens, first, stop - 1)
    trade = next((trade for trade in _TRADES if text.endswith(trade) and 2 <= len(text) - len(trade) <= 6), None)
    mark = text[: -len(trade)] if trade else ""
    further = next((t for t in _TRADES if mark.endswith(t) and len(mark) - len(t) > 1), "")
    mark = mark.removesuffix(further)  # 恒盛发五金电器
    if not 2 <= len(mark) <= 4 or mark.startswith(_NO_FRONT) or mark in GENERIC or _FUNCTION.search(mark):
        return False
    if known_word(mark) and not _is_called(tokens[first], mark) or NO_MARK.search(mark) or PART_OF_A_PROVINCE.match(mark):
        return False
    if len(mark) > 2 and any(known_word(part) for part in (mark[:2], mark[-2:])):
        return False  # 城乡智能制造: words of the dictionary
    inside = [t for t in tokens[first:stop] if t.end - tokens[first].start <= len(mark)]
    return not any(is_trade(t) or len(t.text) > 1 and (t.text in BREAK or t.text in EDGE) for t in inside)
