"""Takes the tokens of a sentence, proposes industries: what the text names as an industry, chain, cluster or segment.

A listed industry counts where its label says what it is (现代服务业, 低空经济) or where 产业, 集群, 领域 … stands behind it;
a noun phrase in front of 产业 counts too, if it is not generic (重点产业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import GENERIC, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

_HEADS = words("industries", "heads")
# Words that an industry's name may end with when no list has it
TRADE_NOUNS = ordered("industries", "trade_nouns")
_SELF_EVIDENT = ("业", "经济", "产业", "制造")
_PROMOTED = words("industries", "promoted")
_NO_TRADES = words("industries", "no_trades")
MATERIALS = words("industries", "materials")
TOO_GENERAL = words("industries", "too_general")
NO_FIRST, _NO_INNER = words("industries", "no_first"), words("industries", "no_inner")
_SECTORS, _MADE_OF_SECTORS = words("industries", "sectors"), words("industries", "made_of_sectors")
_ZONES = ("经开区", "高新区", "开发区", "新区", "园区", "自贸区", "全市", "全省", "我市", "我省", "我区", "我县")
_SIZE_OF_CLUSTERS = frozenset("世界级 国家级 千亿级 百亿级 万亿级 完整 细分 全 大 困难 领域".split())  # behind an industry, in front of 产业集群
_JOINED_HEADS = frozenset("产业 产业集群 集群 产业链".split())

_SUPPORTED_BY = _HEADS | frozenset(
    (
        "业态 领域 项目 企业 产业生态 生态 产值 增加值 总产值 园区 板块 产业园 领军企业 龙头企业 制造 专业园区 产能 营收 大会 产业发展 产业集聚区 产业体系 产业基地 集群化 装备 先导区"
    ).split()
)
_STRONGLY, _ENDS = words("industries", "strongly_promoted"), frozenset("，。；")
_MADE_OF = ("新材料", "材料", "复合材料", "合金", "先进材料", "功能材料")
_COMMON_GOODS = words("industries", "common_goods")
_THRIVES = words("industries", "thrives")
# what stands between 等 and what the companies of a list do, and what they are called behind it: 甲、乙等一批食品加工骨干企业
_OF_MANY = frozenset("一批 多家".split())
_RANKS_OF_COMPANIES, _LEADERS, _COMPANIES, _WORK_OF_COMPANIES = (
    words("industries", name) for name in ("ranks_of_companies", "leaders", "companies", "work_of_companies")
)
_LEADERS_OF_FIELDS = words("industries", "leaders_of_fields")


_MEETING = re.compile("产业(?:发展)?(?:大会|博览会|博览|峰会|论坛|兴)")  # 中国生物产业大会
_COUNTED = re.compile(r"\d")  # 玉米等5大加工产业

_LISTED = sign(lambda word: word.kind == "Industry" or word.kind == "word" and "Industry" in word.listed)
_HEAD = sign(words=_HEADS, plain_words=True)
_WORD = sign(words={noun + head for noun in TRADE_NOUNS for head in ("产业", "行业")} - TOO_GENERAL, plain_words=True)  # 汽车产业 is one word
_ECONOMY = sign(ends=("经济",), plain_words=True)
INDUSTRY_SIGNS = _LISTED | _HEAD | _WORD | _ECONOMY


def _is_listed(token: Token) -> bool:
    return token.signs & _LISTED != 0


def industries(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries of a sentence."""
    places = [i for i, token in enumerate(tokens) if token.signs & INDUSTRY_SIGNS]
    runs = _runs(tokens, places)
    for i in places:
        token = tokens[i]
        if _is_listed(token):
            if token.text in TOO_GENERAL:
                continue
            length, last = runs.get(i, (1, i))
            behind = tokens[last + 1] if last + 1 < len(tokens) else None
            if behind is not None and behind.text == "全" and last + 2 < len(tokens) and tokens[last + 2].text.startswith("产业链"):
                behind = tokens[last + 2]  # 光伏全产业链
            here = tokens[i + 1] if i + 1 < len(tokens) else None
            rule = _reason(tokens, i, token, behind, here, length, runs)
            if rule:
                yield Candidate(tokens[_behind_its_base(tokens, i)].start, token.end, "Industry", rule, True)
            elif length == 1 and token.text not in _COMMON_GOODS and (end := _what_listed_companies_do(tokens, i)) is not None:
                yield Candidate(token.start, end, "Industry", "industry.of-companies", True)
            elif token.signs & _ECONOMY:
                yield from _economy(tokens, i)
        elif token.signs & _HEAD:
            if i and not _is_listed(tokens[i - 1]):
                yield from _in_front(tokens, i)
            elif i > 2:
                yield from _joined(tokens, i)
        elif token.signs & _WORD:
            joined = (
                i > 0
                and tokens[i - 1].kind == "word"
                and tokens[i - 1].tag == "n"
                and tokens[i - 1].text not in GENERIC
                and not tokens[i - 1].text.endswith((*_ZONES, "性", "型"))  # 经开区汽车产业, 高成长性信息产业
            )
            yield Candidate(tokens[i - joined].start, token.end, "Industry", "industry.word", True)
        else:
            yield from _economy(tokens, i)


def _behind_its_base(tokens: Sequence[Token], i: int) -> int:
    """Where a listed industry of materials begins that says what they are made of: 铝基新材料, 生物基材料."""
    if not tokens[i].text.startswith(_MADE_OF) or i == 0 or tokens[i - 1].kind != "word":
        return i
    before = tokens[i - 1].text
    if before == "基" and i > 1 and tokens[i - 2].kind in ("word", "Industry") and len(tokens[i - 2].text) <= 3 and tokens[i - 2].tag[:1] in "ng":
        return i - 2
    return i - 1 if before.endswith("基") and 2 <= len(before) <= 4 else i


def _reason(
    tokens: Sequence[Token], i: int, token: Token, behind: Token | None, here: Token | None, length: int, runs: dict[int, tuple[int, int]]
) -> str | None:
    """Why a listed industry counts here: what stands behind it, what it is called, what is done with it; None if nothing."""
    strong = token.kind == "Industry"
    if (
        behind is not None
        and (behind.text in _SUPPORTED_BY or behind.text == "等" and _etc_of_industries(tokens, behind))
        and (strong or behind.text in _HEADS or length > 1 or behind.text in ("产值", "增加值", "总产值"))
    ):
        return None if token.text in _SECTORS and _of_sector(tokens, i) else "industry.listed"
    if _has_leader(tokens, i) and token.text not in _COMMON_GOODS and not (token.text in _SECTORS):
        return "industry.led"
    if not strong:
        if length > 1 and (here is None or here.kind == "punctuation" or here.text in ("和", "与", "及", "等")) and _is_promoted(tokens, i, runs):
            return "industry.listed-run"  # 大力发展新能源、新材料
        if i and token.text not in _COMMON_GOODS and _strongly_promoted(tokens, i) and (here is None or here.text in _ENDS):
            return "industry.promoted"  # 大力发展工业设计
        if (
            behind is not None
            and behind.text == "领域"
            and (i == 0 or tokens[i - 1].kind == "punctuation" and tokens[i - 1].text != "、")
            and i + 2 < len(tokens)
            and tokens[i + 2].text in "，："
        ):
            return "industry.field"  # 汽车领域，支持…
        return None
    if token.text in _SECTORS and _of_sector(tokens, i):
        return None
    if length >= 2:
        return "industry.listed-run"
    if token.text.endswith(_SELF_EVIDENT):
        if (
            here is None
            or here.kind != "word"
            or not here.tag.startswith("n")
            or not known_word(here.text)
            or here.text.endswith(("值", "入", "额", "资", "数", "量"))
        ):
            return "industry.listed"
    if behind is not None and behind.text in _THRIVES:
        return "industry.thrives"
    if i and tokens[i - 1].text in _PROMOTED and (here is None or here.kind == "punctuation"):
        return "industry.promoted"
    return None


def _has_leader(tokens: Sequence[Token], i: int) -> bool:
    """Whether it is told who leads it: 一批工程机械行业龙头, 光伏制造龙头——甲公司."""
    behind = [token.text for token in tokens[i + 1 : i + 4]]
    if behind[:1] == ["行业"] or behind and behind[0] in _WORK_OF_COMPANIES:
        behind = behind[1:]
    return bool(behind) and behind[0].removeprefix("行业") in _LEADERS_OF_FIELDS


def _what_listed_companies_do(tokens: Sequence[Token], i: int) -> int | None:
    """Where ends what the companies of a list do, that begins with a listed industry behind 等: 甲、乙等食品加工企业; None if it is not said of companies."""
    etc = i - 1 - (i > 1 and tokens[i - 1].text in _OF_MANY)
    if etc < 1 or tokens[etc].text != "等" or tokens[etc - 1].kind == "punctuation":
        return None
    behind = [token.text for token in tokens[i + 1 : i + 4]]
    end = i
    if behind and behind[0] in _WORK_OF_COMPANIES:
        end, behind = i + 1, behind[1:]
    called = behind and (behind[0] in _COMPANIES or behind[0] in _LEADERS or behind[0] in _RANKS_OF_COMPANIES and behind[1:2] and behind[1] in _COMPANIES)
    return tokens[end].end if called else None


def _strongly_promoted(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of building up stands directly in front; the segmenter may have cut it."""
    return tokens[i - 1].text in _STRONGLY or i > 1 and tokens[i - 2].text + tokens[i - 1].text in _STRONGLY


def _of_sector(tokens: Sequence[Token], i: int) -> bool:
    """Whether something else is made of a general sector: 制造业中长期贷款, 国际矿业大会, 重大制造业项目."""
    for token in tokens[i + 1 : i + 4]:
        if token.kind != "word" or token.tag[0] in "vd" and token.text not in _MADE_OF_SECTORS:
            return False
        if token.text in _MADE_OF_SECTORS:
            return True
    return False


def _is_promoted(tokens: Sequence[Token], i: int, runs: dict[int, tuple[int, int]]) -> bool:
    """Whether a place builds up the run that an industry is in: a verb that says so in front, a sure industry in it."""
    _, last = runs[i]
    first = min(member for member, run in runs.items() if run[1] == last)
    return first > 0 and tokens[first - 1].text in _PROMOTED and any(t.kind == "Industry" for t in tokens[first : last + 1])


def _joined(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    """新材料和现代装备制造产业集群, 新能源及智能网联汽车产业: two joined in front of one head noun are one industry; of three (A、B和C集群) each is its own."""
    behind = tokens[head + 1].text if head + 1 < len(tokens) else ""
    cluster = tokens[head].text.endswith("集群") or behind == "集群"
    joint = _left_of_listed(tokens, head) - 1
    first = _left_of_listed(tokens, joint) if joint > 0 else joint
    if (
        tokens[head].text in _JOINED_HEADS
        and 0 <= first < joint < head - 1
        and (tokens[joint].text in ("及", "与") or tokens[joint].text == "和" and cluster)
        and not any(t.text in _SECTORS for t in tokens[first:head])
        and (first == 0 or tokens[first - 1].text not in ("、", "和", "及", "与", "”"))
    ):
        yield Candidate(tokens[first].start, tokens[head - 1].end, "Industry", "industry.joined", True)


def _left_of_listed(tokens: Sequence[Token], stop: int) -> int:
    """Where the listed industry begins that ends at a position; two side by side are one (汽车核心零部件)."""
    first = stop
    while first > 0 and stop - first < 2 and _is_listed(tokens[first - 1]):
        first -= 1
    return first


def _runs(tokens: Sequence[Token], places: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Runs of listed industries joined by 、 or 和: position -> (length of its run, last position of the run).

    :param places: positions of all listed industries, and others
    """
    runs: dict[int, tuple[int, int]] = {}
    for i in places:
        if i in runs or not _is_listed(tokens[i]):
            continue
        members = [i]
        while members[-1] + 2 < len(tokens) and _is_listed(tokens[members[-1] + 2]) and tokens[members[-1] + 1].text in ("、", "和", "及", "与"):
            members.append(members[-1] + 2)
        for member in members:
            runs[member] = (len(members), members[-1])
    return runs


def _etc_of_industries(tokens: Sequence[Token], etc: Token) -> bool:
    """Whether the noun behind 等 is one of industries."""
    at = next(i for i, t in enumerate(tokens) if t is etc)
    for token in tokens[at + 1 : at + 6]:
        if token.kind == "punctuation":
            return False
        if token.text.endswith(("产业", "行业", "领域", "集群", "业态", "赛道", "产业链", "制造业")):
            return True
    return False


def _economy(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """楼宇经济, 首店经济: a branch of services, where it is developed, grows or stands in a list of such."""
    first = i if len(tokens[i].text) > 2 else i - 1
    if first < 0 or tokens[first].kind not in ("word", "Industry") or tokens[first].tag[0] not in "njt" or tokens[first].text in _NO_TRADES:
        return
    if tokens[first].text.endswith(("高新区", "经开区", "开发区", "新区", "园区")):
        return  # 高新区经济发展局
    name = "".join(t.text for t in tokens[first : i + 1])
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    grows = behind is None or behind.kind == "punctuation" or behind.text in _THRIVES or behind.text in ("和", "与", "等", "加快")
    if 4 <= len(name) <= 5 and name not in TOO_GENERAL and (first == i or tokens[first].text not in GENERIC) and grows:
        yield Candidate(tokens[first].start, tokens[i].end, "Industry", "industry.economy", False)


def _in_front(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    first = start_of(tokens, head)
    while first < head and (
        tokens[first].kind in ("District", "Company", "Park", "quantity")
        or tokens[first].text.endswith(_ZONES)
        or tokens[first].text in GENERIC
        and tokens[first].hit is None
        and first + 1 < head
    ):
        first += 1
    if first == head or not 1 <= head - first <= 4:
        return
    while first < head - 1 and tokens[first].text in NO_FIRST:
        first += 1
    if all(t.text in GENERIC or t.kind == "punctuation" for t in tokens[first:head]) or tokens[head - 1].text in _NO_TRADES:
        return
    if any(t.text in _NO_INNER for t in tokens[first:head]) or _MEETING.match(text_of(tokens, head, min(head + 2, len(tokens) - 1))):
        return
    if first > 1 and tokens[first - 1].text in ("及", "与") and _is_listed(tokens[first - 2]):
        first -= 2  # 新能源汽车及汽车核心零部件产业集群
    stop = head
    if stop - 2 > first and tokens[stop - 1].text == "产业" and tokens[stop - 2].text in _SIZE_OF_CLUSTERS:
        stop -= 1  # 乳制品世界级产业集群
    while stop - 1 > first and tokens[stop - 1].text in _SIZE_OF_CLUSTERS:
        stop -= 1
    text = "".join(t.text for t in tokens[first:stop])
    if tokens[head - 1].text in MATERIALS and tokens[head].text.startswith("产业") and len(text) <= 4:
        while first > 0 and tokens[first - 1].text in MATERIALS:
            first -= 1  # 硅铝产业
        yield Candidate(tokens[first].start, tokens[head].start + 2, "Industry", "industry.head-noun", False)  # 锂产业, 绿色磷产业
        return
    if not any(_is_listed(t) for t in tokens[first:stop]) and not text.endswith(TRADE_NOUNS):
        return
    if not 2 <= len(text) <= 12 or any(t.kind in ("quantity", "time", "punctuation") for t in tokens[first:stop]):
        return
    if _COUNTED.match(text):
        return
    if text + tokens[head].text in TOO_GENERAL or text in TOO_GENERAL or tokens[stop - 1].tag in ("a", "b", "m", "f", "r") and stop - first == 1:
        return
    yield Candidate(tokens[first].start, tokens[stop - 1].end, "Industry", "industry.head-noun", False)
