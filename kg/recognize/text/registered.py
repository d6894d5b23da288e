"""Where the registered name of a company begins, and where its own name begins behind what says what company it is."""

from __future__ import annotations

from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import BREAK, EDGE, GENERIC, INSIDE, LONGEST_NAME, TRADES, ends_names, is_proper, text_of
from kg.recognize.text.tokens import Token, known_word

_REGISTERED = frozenset(
    "投资 联合 建设 开发 发展 运营 服务 供应 购销 利用 生产 制造 设计 创新 合作 控股 实业 工业 管理 咨询 环境 集成 回收 再生 处理 加工 养殖 种植 租赁 检测 贸易 销售 经营".split()
)  # verbs that registered names of companies are made of
_DONE_TO_COMPANIES = frozenset("参股 入股 收购 并购 控股 注册 注资 增资 旗下 入主 托管 重组 整合 委托 聘请 起诉 授权".split())
_PROVINCES = tuple(words("places", "provinces"))
_LONGEST_OPENING = 6  # characters of a province with a mark
_BEFORE_A_REGISTERED_NAME = frozenset("由 和 与 及 以及 向 对 在 到 从 、 ， 。 ； ： “ 《 —".split())


def start_of_registered(tokens: Sequence[Token], head: int, floor: int = 0) -> int:
    """Walk left from 有限公司 to the first token of the registered name: place, word mark, trade, form.

    In it stand words that stand in no other name: verbs (光年投资有限公司), and whatever is left of a mark between the word in front and the name.
    Parameters and result as of :func:`start_of`.
    """
    first = start_of(tokens, head, floor)
    while first > floor and tokens[first].start > tokens[head].end - LONGEST_NAME:
        before, further = tokens[first - 1], tokens[first - 2] if first - 2 >= floor else None
        if before.kind != "word":
            break
        opens = further is None or further.text in _BEFORE_A_REGISTERED_NAME
        if len(before.text) == 2 and further is not None and _is_cut_behind_its_first(tokens, first, floor):
            first -= 2
        elif before.text in _REGISTERED or before.tag == "v" and further is not None and _names_its_trade(further, before, tokens[first]):
            while first - 2 > floor and tokens[first - 2].text in _REGISTERED:
                first -= 1  # 中航投资控股有限公司
            further = tokens[first - 2] if first - 2 >= floor else None
            if further is None or further.kind not in ("word", "District") or further.text in BREAK or further.tag[:1] in "pcru":
                break
            if len(further.text) < 2 and first > 2 and tokens[first - 3].kind not in ("District", "punctuation"):
                break
            first = start_of(tokens, first - 1, floor)
        elif len(before.text) == 1 and further is not None and _two_of_a_mark(tokens, first, floor):
            first -= 2
        elif len(before.text) == 1 and further is not None and _ends_in_a_verb(further, before):
            first = start_of(tokens, first - 2, floor)
        elif opens and before.text in INSIDE and tokens[first].kind == "word" and known_word(before.text + tokens[first].text[0]):
            first -= 1  # 大 of a city whose second character the segmenter drew to the mark
        elif before.tag in ("zg", "y", "o", "e") and further is not None and further.kind == "word" and further.text not in BREAK:
            first = start_of(tokens, first - 1, floor)  # a character that stands in no word, as of a foreign name
        elif (
            opens
            and len(before.text) <= 3
            and before.text not in BREAK
            and before.text not in EDGE
            and before.text not in GENERIC
            and before.text not in _DONE_TO_COMPANIES
            and before.tag[:1] not in "pcrudmqtf"
            and tokens[first].kind != "District"
        ):
            first -= 1
        else:
            break
    return _behind_a_province(tokens, first, floor)


def _behind_a_province(tokens: Sequence[Token], first: int, floor: int) -> int:
    """Where a registered name begins with a province whose characters the segmenter drew to the mark: 山|西安|特 of 山西安特生物制药有限公司."""
    at = first
    while at > floor and tokens[at - 1].kind != "punctuation" and tokens[at - 1].text not in _BEFORE_A_REGISTERED_NAME:
        at -= 1
        if tokens[first].start - tokens[at].start > _LONGEST_OPENING:
            return first
    opening = text_of(tokens, at, first - 1)
    cut = opening.startswith(_PROVINCES) and all(t.text not in BREAK and t.tag[:1] not in "puc" for t in tokens[at:first])
    return at if cut and (len(tokens[at].text) == 1 or tokens[at].kind != "District") else first


def _names_its_trade(mark: Token, verb: Token, trade: Token) -> bool:
    """Whether a verb stands between the mark and the trade of a registered name: 输送 in 瀚尔西林输送科技（中国）有限公司."""
    return is_proper(mark) and mark.kind == "word" and trade.text in TRADES and not ends_names(verb) and verb.text not in _DONE_TO_COMPANIES


def _two_of_a_mark(tokens: Sequence[Token], first: int, floor: int) -> bool:
    """Whether two characters in front of a trade make a mark that no dictionary has, whatever they are by themselves: 鹊岭 in 的鹊岭活性炭有限公司."""
    one, two = tokens[first - 2], tokens[first - 1]
    before = tokens[first - 3] if first - 3 >= floor else None
    return (
        len(one.text) == 1
        and one.kind == "word"
        and one.tag[:1] in ("n", "g", "x", "a", "j")
        and two.text not in _BEFORE_A_REGISTERED_NAME
        and two.text not in ("的", "了")
        and tokens[first].kind in ("word", "Industry")
        and not known_word(one.text + two.text)
        and (before is None or before.kind == "District" or before.text in "，。；：、“的")
    )


def _is_cut_behind_its_first(tokens: Sequence[Token], first: int, floor: int) -> bool:
    """Whether the segmenter drew the first character of the trade to the second of a mark: 华|建新|能源集团有限公司."""
    one, two = tokens[first - 2], tokens[first - 1]
    before = tokens[first - 3] if first - 3 >= floor else None
    return (
        len(one.text) == 1
        and one.kind == "word"
        and one.tag[:1] in ("n", "g", "x", "a", "j", "z")
        and one.text + two.text[0] not in GENERIC
        and two.text[1] + tokens[first].text in TRADES
        and (before is None or before.kind == "District" or before.text in _BEFORE_A_REGISTERED_NAME)
    )


def _ends_in_a_verb(mark: Token, verb: Token) -> bool:
    """Whether a mark that no dictionary has ends in what the segmenter takes for a verb (艾岭康居科技有限公司), or is a character twice (由由新材料有限公司)."""
    if verb.text in _BEFORE_A_REGISTERED_NAME or mark.kind != "word":
        return mark.text == verb.text and mark.kind == "word"
    return len(mark.text) >= 2 and not known_word(mark.text) and verb.tag[:1] in ("v", "a", "n") and not ends_names(mark)


_DONE_FOR_COMPANIES = frozenset(
    "管理 服务 融资 咨询 发展 信用 征信 孵化 信息 联合 家 总部 集团 运营 投资 资产 策划 营销 形象 文化 技术 创新 公共 有限公司 股份 控股 债券 项目 基地 园 科技".split()
)  # 晨州企业管理有限公司
_KINDS_OF_COMPANIES = tuple("企业 公司 制造商 供应商 服务商 开发商 运营商 生产商 经销商 厂商 巨头 龙头 独角兽".split())


def behind_its_kind(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a company's own name begins behind what says what company it is: 半导体设备制造商晨帆, 甲公司控股子公司乙新能源有限公司.

    :param first, stop: half-open range
    :returns: ``first`` if it is nothing but a name
    """
    for i in range(stop - 2, first - 1, -1):
        if tokens[i].kind == "word" and tokens[i].text.endswith(_KINDS_OF_COMPANIES) and tokens[stop - 1].end - tokens[i].end >= 2:
            behind = tokens[i + 1]
            if (
                behind.kind != "word"
                or behind.text not in _DONE_FOR_COMPANIES
                and (tokens[i].text.endswith(("子公司", "孙公司", "商")) or len(behind.text) > 1)
            ):
                return i + 1
    return first
