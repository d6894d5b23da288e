"""Takes the tokens of a sentence, proposes companies by what stands around a mark and a trade: 华岭新能源投资8亿元…, 走进恒锐座椅的生产车间, 兴钢线材落户….

What invests a sum, settles somewhere or has a workshop is a company. Where a name begins and ends is told by the clause, so that it counts by its characters,
however the segmenter cut them (华|建新|能源): a mark that is no word, and a trade that companies are called by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.companies.mark_and_trade import is_mark_and_trade
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, positions, unbroken
from kg.triggers import Expressions

_DONE = "把 将 联合 携手 联手 牵手 引进 引入 招引 成立 组建 注册成立 注册 作为 实施 开发 在建 落子 加码 扎根 进军 落地 举行 举办 走访 考察 调研 参观 实地 投资 斥资 落户 入驻 建设 新建 兴建 打造 布局 设立 签约 签署 签订 达成 成立于 创立于 创办于 一家"
_STAFF = "负责人 厂长 经理 主管 总监 工程师 工人 记者 技术人员 主任 董事长 创始人 总裁"
_AT_WORK = "制造商 供应商 服务商 厂商 投资 负荷 产值 营收 收入 销售额 利润 出口额 产能 订单 马力 饱满 满产 企业 竣工 封顶 到顶 破土 动工 开工 投产 达产 增 增长 翻"
_ROOMS = "车间 厂区 厂房 展厅"
TOLD_SIGNS = sign(words=f"{_DONE} {_STAFF} {_ROOMS} 承建 投建".split(), ends=f"{_AT_WORK} {_ROOMS} 经理 主任".split())
_NAME = r"(?P<name>[\u4e00-\u9fff]{4,12}?)"
_BEGINS = r"(?:^|(?<=[，。；：“\n]))(?:(?:今年|去年|同年|当年|此前|随后|近日|日前|目前|此次|[\d年月日]+)，?)?"
_INTENDS = "(?:计划|拟|共|累计|又|再|还|已|先后|再次|追加|将|决定|宣布|选择|正式|近日|日前|总)*"
# What only a company has or does: with it a mark may be a word of the dictionary.
_DECISIVE = Expressions(
    re.compile(rf"{_BEGINS}{_NAME}{_INTENDS}(?:投资|斥资)(?:近|约|超|逾|超过)?\d[\d.]*[亿万]"),
    re.compile(rf"{_BEGINS}{_NAME}{_INTENDS}在[^，。；、]{{2,14}}?{_INTENDS}(?:投资|斥资|布局|设立|建设|新建|兴建|打造|举行|举办)(?=[\u4e00-\u9fff\d])"),
    re.compile(rf"{_BEGINS}{_NAME}{_INTENDS}与[^，。；、]{{2,18}}?{_INTENDS}(?:签约|签署|签订|达成)"),
    re.compile(rf"{_BEGINS}{_NAME}(?:，)?(?:是|作为)(?:国内|国际|全国|全球|我国|一家|国家级?|省级|专业|集[^，。；]{{2,20}}于一体)[^，。；]{{0,30}}(?:企业|公司|厂商|制造商|供应商|小巨人|服务商)"),
    re.compile(rf"{_BEGINS}{_NAME}(?:，)?(?:成立于|创立于|创办于|始建于)\d{{4}}年"),
    re.compile(rf"{_BEGINS}{_NAME}(?:公司)?(?:相关|项目|生产|车间|有关|企业)?(?:负责人|厂长|主任|经理|主管|总监|工程师|工作人员|副总|董事长|总经理|总裁|创始人)(?=[\u4e00-\u9fff])"),
    re.compile(rf"(?:^|[，。；：“\n日]){_NAME}(?:总|独资|共同|正在|牵头|计划)*(?:投资|投建|兴建|打造|实施|开发|在建|建设)(?:建设|兴建)?的[^，。；]{{2,20}}(?:项目|工厂|基地|生产线|产业园)"),
    re.compile(rf"由{_NAME}(?:和|与|、|携手|联合)[^，。；]{{3,14}}?(?:共同|合资|联合|合作)*(?:投资|建设|投建|打造)"),
    re.compile(rf"[和与]{_NAME}(?:共同|合资|联合|合作)+(?:投资|建设|投建|打造|出资)"),
    re.compile(rf"(?:引进|引入|招引)了?{_NAME}，?(?:投资|建设|落户|前来投资)"),
    re.compile(rf"(?:作为|是|为|系){_NAME}(?:的[^，。；]{{0,6}}(?:项目|工厂|基地)|在[^，。；]{{2,8}}的|(?:全资|独资|总)?投资(?:建设)?(?:[，。；\d]|的))"),
    re.compile(rf"(?:设立|注册成立|注册|成立|组建)了?(?:全资|控股|合资)?(?:子公司|公司)?{_NAME}(?=[，。；]|$)"),
    re.compile(rf"{_BEGINS}{_NAME}(?:联合|携手|联手|牵手)(?=[\u4e00-\u9fff]{{3}})"),
    re.compile(rf"{_BEGINS}{_NAME}(?:最终|决定|选择)*(?:把|将)[^，。；]{{2,24}}(?:项目|工厂|基地|总部|生产线)[^，。；]{{0,4}}(?:放|布局|落|设|建|迁)(?:户|子|址)?[在到于]"),
    re.compile(rf"(?:[，。；项目]|^)由{_NAME}(?:总|独资|全额|负责|出资|斥资)*(?:投资|投建|承建)(?=[，。；、建兴新的总\d])"),
    re.compile(rf"(?:^|[，。；：“\n]){_NAME}的[^，。；的]{{0,4}}(?:车间|厂房|产线)(?:里|内|中)，"),
    re.compile(rf"(?:走进|来到|步入|在)(?:位于[^，。；]{{2,14}}的)?{_NAME}的(?:[\u4e00-\u9fff]{{0,4}})(?:车间|厂区|厂房|展厅)"),
)
_TOLD = Expressions(
    re.compile(rf"{_BEGINS}{_NAME}(?:正式|成功|已|先后|也|率先)*(?:落户|入驻|落子|加码|扎根|进军|落地)(?=[\u4e00-\u9fff])"),
    re.compile(
        rf"{_BEGINS}{_NAME}(?:，)?(?:今年|去年|上半年|一季度|前三季度|预计|全年|目前|正|也|已|订单)*(?:满负荷|开足马力|开足产能|订单饱满|满产|(?:实现|完成)(?:产值|营收|销售收入|营业收入|净利润)|"
        r"(?:年|总)?(?:产值|营收|销售收入|营业收入|销售额|净利润|出口额|订单|产能)(?:预计|有望|首次|已|将|累计|同比)*(?:突破|达|超|增长|增加))"
    ),
    re.compile(rf"{_BEGINS}{_NAME}(?:新厂房|新厂|二期|主体|今年|也|已|正|还|先后|提前|即将)*(?:竣工|封顶|到顶|破土|动工|开工|投产|达产)(?=[，。；、]|$)"),
    re.compile(rf"{_BEGINS}{_NAME}(?:产值|营收|利润|出口|销售额)*(?:同比)?(?:增长?|翻了)[\d一两几]"),
    re.compile(rf"(?:园区|龙头|当地|民营|入园|重点|骨干|链主|上市)企业{_NAME}(?=[，。、的今正在自与去年已也])"),
    re.compile(rf"(?:^|[，。；：“])在{_NAME}，(?=工人|记者|只见|机器|一[排条台片座]|生产线|自动化|智能|技术人员|偌大)"),
    re.compile(rf"(?:走进|来到|步入|在|的)(?:位于[^，。；]{{2,14}}的)?{_NAME}(?:的)?(?:[\u4e00-\u9fff]{{0,4}})(?:车间|厂区|厂房|展厅)"),
)
# several, that are visited one after the other
_VISITED = re.compile(
    r"(?:走访|考察|先后到|深入|来到|赴|到|在)了?(?P<names>(?:[\u4e00-\u9fff]{3,14}、)+[\u4e00-\u9fff]{3,14}?)(?:等(?:地|企业|公司|项目|处)|实地|现场|调研|考察|走访|参观|督导|开展)"
)


def companies_told_of(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies that a clause tells of by what they do or have."""
    text = unbroken(tokens)
    if text is None:
        return
    found = [(*match.span("name"), True) for _, match in _DECISIVE.finditer(text)] + [(*span, False) for span in _names_told(text)]
    if not found:
        return
    base, (starts, ends) = tokens[0].start, positions(tokens)
    for start, end, decisive in found:
        first, last = starts.get(base + start), ends.get(base + end)
        if first is not None and last is not None and is_mark_and_trade(tokens, first, last + 1, decisive):
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
