"""Takes the tokens of a sentence, proposes names that end in a head noun: parks, projects, organizations, companies.

The head noun decides the class (annotation.md); :mod:`.phrase` finds where the name begins; a name must hold
something of its own (重大产业项目 names nothing).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import ordered, words
from kg.recognize.phrase import GENERIC, LISTED, inside, is_proper, is_trade, names_something, start_of, text_of
from kg.recognize.tokens import Token, known_word

CLASSES = ("Park", "Project", "Organization", "Company")
# heads that alone say little: the words in front must be a name, or many
PLAIN_HEADS = frozenset(
    (
        "产线 生产线 工厂 厂 一期 二期 扩产 扩建 项目 工程 基地 平台 通道 线 枢纽 装置 总部 基地 广场 公路 景区 示范园 示范带 核心区 中心区 功能区 片区 示范区 试验区 服务区 委员会 学院 医院 公司 "
        "集团 银行 政府 办公室 实验室 协会 联盟 校区 分院 新区 新城 高新区 开发区 经开区 合作区 先导区 先行区 产业基地 集聚区 经济区 园区 度假区 港 中心 片区 机组"
    ).split()
)
_FOREIGN_TO_PROJECT = frozenset("建设 实施 推进 开展".split())
_PHASES = frozenset("一期 二期 三期 四期 五期 首期 一厂 二厂 三厂 四厂 五厂".split())
# Words in front of a park's head that make it a kind of place, not a place (产业园 in 特色产业园区).
_SPECIFIC_WORDS_ENOUGH = {"Park": 3, "Project": 4, "Organization": 2, "Company": 9}


# what stands behind a head noun that is only the front of a longer name: …项目一期股权投资基金
_CONTINUES_NAME = ("股权", "基金", "债券", "投资基金", "有限公司", "指数", "负责人", "建设指挥部")
# 产业强链工程: carried out, not built
_CAMPAIGN_WORDS = frozenset(
    "强链 补链 延链 培育 提升 振兴 攻关 倍增 惠民 创建 引育 赋能 扶贫 转型 增效 育种 富民 暖心 素质 质量 人才 民心 提质 壮大 跃升 突破 强基 强企 育才 引才 行动".split()
)
_OWNED_HEADS = frozenset("工厂 基地 生产线 产线 超级工厂 研发中心 总部".split())


@cache
def _heads_by_last_character() -> dict[str, tuple[tuple[str, str], ...]]:
    by_last: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for cls in CLASSES:
        for head in ordered("heads", cls):
            by_last[head[-1]].append((head, cls))
    return {c: tuple(sorted(heads, key=lambda h: -len(h[0]))) for c, heads in by_last.items()}


def heads(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str, str]]:
    """Head nouns of a sentence: (first token, last token, head, class), the longest at each end.

    A token that ends in a head noun is one (科技园 in 佛山科技园 as a word); the head then is the whole token.
    """
    table = _heads_by_last_character()
    for last, token in enumerate(tokens):
        if token.kind not in ("word",):
            continue
        entries = table.get(token.text[-1])
        if not entries:
            continue
        for head, cls in entries:
            found = _ends_with(tokens, last, head)
            if found is not None:
                yield found, last, head, cls
                break


def _ends_with(tokens: Sequence[Token], last: int, head: str) -> int | None:
    """The token in which a head begins if the tokens up to ``last`` end in it."""
    rest, i = head, last
    while i >= 0:
        text = tokens[i].text
        if len(text) >= len(rest):
            return i if text.endswith(rest) else None
        if not rest.endswith(text):
            return None
        rest = rest[: -len(text)]
        i -= 1
    return None


def _enough(cls: str, head: str, tokens: Sequence[Token], first: int, head_first: int, head_text: str) -> bool:
    """Whether the words in front of a head make a name."""
    needed = _SPECIFIC_WORDS_ENOUGH[cls]
    if head in PLAIN_HEADS:
        needed = 9
    if cls == "Company":
        needed = 9
    inner = head_text[: -len(head)] if len(head_text) > len(head) else ""
    if inner and inner not in GENERIC and not known_word(head_text):
        return True
    return names_something(tokens, first, head_first, needed)


def names_with_heads(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Names that end in a head noun, one for each end; longer and shorter ones may overlap."""
    for head_first, last, head, cls in heads(tokens):
        first = start_of(tokens, head_first)
        if head in _OWNED_HEADS and 2 <= first >= head_first - 2 and tokens[first - 1].text == "的" and tokens[first - 2].kind == "Company":
            first -= 2  # 远景动力的电池工厂
        if last + 1 < len(tokens) and tokens[last + 1].text.startswith(_CONTINUES_NAME):
            continue
        if first == head_first and tokens[head_first].text == head:
            continue
        if head in ("机组", "装置") and first and tokens[first - 1].text in ("首台", "首套", "台", "套"):
            continue  # 首台…压缩机组: a machine, no power station's unit
        if head == "线" and (tokens[last].text != "线" or not is_proper(tokens[last - 1])):
            continue
        if tokens[last].text in ("上市公司", "子公司", "分公司", "总公司", "项目公司", "合资公司"):
            continue
        if head in ("扩建", "扩产", "改造", "技改") and any(tokens[head_first - 1].text.endswith(h) for h in words("heads", "Park")):
            continue  # 福州软件园扩建6个分园: the park grows, that is no project
        if any(t.text in ("首个", "首座", "首家", "最大") for t in tokens[first + 1 : head_first]) and tokens[first].kind == "District":
            continue  # 粤港澳大湾区首个…工程: a description, not a name
        if head in ("项目", "工程") and not _opens_with_name(tokens, first, head_first):
            continue
        if not _enough(cls, head, tokens, first, head_first, tokens[head_first].text):
            continue
        if head in _PHASES or head == "产业基地" and any(t.kind == "Company" for t in tokens[first:head_first]):
            cls = "Project"
        if head == "工程" and (tokens[head_first - 1].text in _CAMPAIGN_WORDS or not _is_built(tokens, first, head_first)):
            cls = "Programme"
        if cls == "Park" and head in _DESIGNATION_HEADS and not _has_place(tokens, first, head_first):
            cls = "Programme"
        end = _with_phase(tokens, last)
        if end != last:
            cls = "Project"
        if tokens[first].start == tokens[end].end:
            continue
        yield Candidate(tokens[first].start, tokens[end].end, cls, f"grammar.{cls.lower()}", True)


_DESIGNATION_HEADS = frozenset("示范区 试验区 先行区 先导区 试验田".split())


def _has_place(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the name in front of 示范区 says where it is; without that it is a designation (国家低空经济产业综合示范区)."""
    if tokens[first].text in ("国家", "全国", "中国"):
        return False
    return any(
        t.kind in ("District", "Park") or is_proper(t) and t.kind == "word" or t.hit is not None and t.hit.entries[0].cls == "District"
        for t in tokens[first:stop]
    )


_SLOGAN = re.compile(r"[一二三四五六七八九十百千万].*[一二三四五六七八九十百千万]|大|小|签约|民生")


_BUILT = re.compile(
    r"水|桥|路|隧|管|网|库|港|堤|渠|坝|站|厂|线|电|园|城|楼|馆|院|场|井|泵|道|闸|改造|扩建|迁建|治理|修复|开发|整治|建设|一期|二期|三期|扩容|配套|安置|航|轨|铁|矿|炉|塔|"
    r"段|标|口|绿化|供热|供气|基础设施|调蓄|分洪|引.{1,2}入|联网|机组|装置|主体|光伏|风"
)


def _is_built(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a 工程 is built rather than carried out: a place, a company or something built in its name (强师工程 has none)."""
    if any(t.kind in ("District", "Company", "Park") for t in tokens[first:stop]):
        return True
    return bool(_BUILT.search(text_of(tokens, first, stop - 1)))


def _opens_with_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name in front of 项目 begins with something of its own, or holds a company: 绿色能源项目 and 数字福州项目 do not."""
    if tokens[first].text == "“":
        inner = "".join(t.text for t in tokens[first + 1 : stop]).split("”")[0]
        return not _SLOGAN.search(inner)
    if any(t.kind == "Company" for t in tokens[first:stop]):
        return True
    if tokens[first].kind == "District" and any(t.text in ("承接", "转移", "招商") for t in tokens[first:stop]):
        return False
    single = len(tokens[first].text) == 1 and first + 1 < stop and len(tokens[first + 1].text) == 1
    return (
        is_proper(tokens[first]) or single or tokens[first].hit is not None and tokens[first].kind == "word" and not is_trade(tokens[first])
    )


def _with_phase(tokens: Sequence[Token], last: int) -> int:
    """A phase behind a name belongs to it: 歌尔…项目一期, 美的…科技园二期."""
    if last + 1 < len(tokens) and tokens[last + 1].text in _PHASES:
        return last + 1
    return last


_WORD_MARK_ENDINGS = words("heads", "CompanyAfterWordMark")


def word_mark_companies(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies by a word mark and a trade: 震裕科技, 物元半导体. The mark is no word of the dictionary and no place."""
    for i, token in enumerate(tokens[:-1]):
        mark_end = _mark_end(tokens, i)
        if mark_end is None or mark_end >= len(tokens):
            continue
        trade = tokens[mark_end]
        if trade.kind not in ("word", "Industry") or trade.text not in _WORD_MARK_ENDINGS:
            continue
        if (
            i
            and tokens[i - 1].kind == "word"
            and len(tokens[i - 1].text) == 1
            and tokens[i - 1].text not in "的和与及为是在由将对向"
            and inside(tokens[i - 1])
        ):
            continue
        yield Candidate(token.start, trade.end, "Company", "grammar.word-mark", False)


def _mark_end(tokens: Sequence[Token], i: int) -> int | None:
    """The token behind a word mark that begins at a token: 2 to 4 characters that are no dictionary word."""
    token = tokens[i]
    if token.kind != "word" or token.text in GENERIC:
        return None
    if token.hit is not None and token.hit.entries[0].cls == "District" and token.tag != "nr":
        return None
    if 2 <= len(token.text) <= 4 and is_proper(token) and not known_word(token.text) and token.tag != "m":
        return i + 1
    if len(token.text) == 1 and i + 1 < len(tokens) and len(tokens[i + 1].text) == 1 and tokens[i + 1].kind == "word":
        pair = token.text + tokens[i + 1].text
        if not known_word(pair) and all(
            t.tag not in ("m", "p", "c", "uj", "ul", "d", "r", "f", "q", "u") and t.text not in GENERIC for t in tokens[i : i + 2]
        ):
            return i + 2
    return None


def contains_listed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a listed name stands among tokens."""
    return any(t.kind in LISTED for t in tokens[first : last + 1])


def phrase_text(tokens: Sequence[Token], candidate: Candidate) -> str:
    """The characters of a candidate."""
    return text_of([t for t in tokens if t.start >= candidate.start and t.end <= candidate.end], 0, len(tokens))
