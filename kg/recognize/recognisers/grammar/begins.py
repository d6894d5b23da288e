"""Where a name with a head noun begins: the walk to the left by :mod:`kg.recognize.text.left_edge`, and what each class has besides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.recognisers.grammar.heads import REGISTERED_FORMS, ends_a_park, heads_at
from kg.recognize.recognisers.grammar.parks import BARE_ZONES
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import PART_JOINTS, ROUTES, VOLTS, ends_names, inside, is_proper, text_of
from kg.recognize.text.registered import behind_its_kind, start_of_registered
from kg.recognize.text.tokens import Token, known_word

_OWNED_HEADS = frozenset("工厂 基地 生产线 产线 超级工厂 研发中心 总部".split())
_OPEN_ORGANIZATIONS = frozenset("国际 先进".split())  # they only describe elsewhere: 国际邮件互换局
_LABORATORY = re.compile("(?:国家|全国|省|省级|教育部)(?:重点|工程|技术)*(?:实验室|研究中心)$")
_GROUPS = frozenset("投资 建设 发展 控股 开发 运营".split())  # 湛朗投资集团
_REPORTERS = frozenset("记者 通讯员 见习记者 特约记者".split())


def walked_left(tokens: Sequence[Token], head_first: int, head: str) -> int:
    """The token at which the walk to the left from a head noun stops, behind who reports."""
    registered = head in REGISTERED_FORMS or head == "集团" and head_first and tokens[head_first - 1].text in _GROUPS
    first = start_of_registered(tokens, head_first) if registered else start_of(tokens, head_first)
    return _behind_reporters(tokens, first, head_first)


def _behind_reporters(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a name begins behind the brackets that tell who reports: 讯（记者王甲）晨州湛朗药业有限公司."""
    for i in range(head - 1, first, -1):
        if tokens[i].text == "）" and any(t.text in _REPORTERS for t in tokens[first:i]):
            return i + 1
    return first


def volts_in_front(tokens: Sequence[Token], first: int, head_first: int) -> int:
    """How many tokens of a voltage open a name, which begins with them; but they say nothing by themselves: 500千伏乌山输变电工程."""
    return 2 if first + 2 < head_first and tokens[first].tag == "m" and tokens[first + 1].text in VOLTS else 0


def begin_by_class(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> int:
    """Where a name of a class begins, which the walk to the left held to begin at a token."""
    if head in _OWNED_HEADS and 2 <= first >= head_first - 2 and tokens[first - 1].text == "的" and tokens[first - 2].kind == "Company":
        first -= 2  # 远景动力的电池工厂
    if cls == "Company":
        first = behind_its_kind(tokens, first, head_first + 1)
        if head in REGISTERED_FORMS:
            first = _behind_where_it_is(tokens, first, head_first)
        elif tokens[first].kind == "Park" and first + 1 < head_first and _is_a_mark(tokens[first + 1]):
            first += 1  # 晨州高新区凯沐集团: where it is
    if (
        (cls == "Organization" or head in REGISTERED_FORMS)
        and head_first > first > 0
        and tokens[first - 1].text in _OPEN_ORGANIZATIONS
        and (_opens_clause(tokens, first - 1) or cls == "Organization" and tokens[first - 1].text == "先进" and ends_names(tokens[first - 2]))
    ):
        first -= 1
    if cls == "Park" and head.endswith(("带", "走廊")) and head_first > first > 0 and tokens[first - 1].text == "沿":
        first -= 1  # 沿沪宁产业创新带
    if cls == "Organization" and first > 1 and tokens[first - 1].text in PART_JOINTS:
        first = _behind_joined_field(tokens, first, last)
    return first


def _is_a_mark(token: Token) -> bool:
    """Whether a word is one that no dictionary and no table has: it opens a company's name."""
    return token.kind == "word" and token.hit is None and 2 <= len(token.text) <= 4 and is_proper(token) and not known_word(token.text)


def _opens_clause(tokens: Sequence[Token], i: int) -> bool:
    return i == 0 or tokens[i - 1].kind == "punctuation"


def _behind_joined_field(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where the name of a national laboratory begins whose field has two parts: 环境监测技术与装备国家工程实验室."""
    left = tokens[first - 2]
    field = _LABORATORY.search(text_of(tokens, first, last))
    if field is None or not field.start() or left.kind not in ("word", "Industry") or ends_names(left) or not inside(left):
        return first
    if left.tag[:1] not in ("n", "v", "j", "b") or any(left.text.endswith(head) for head, _ in heads_at(left.text)):
        return first
    return start_of(tokens, first - 2)


def _behind_where_it_is(tokens: Sequence[Token], first: int, head: int) -> int:
    """Where a registered name begins behind the park that the company is in, or behind a quoted epithet: it opens with a place (走进晨州经开区湘岭凯宇
    铝业有限公司, “巨无霸”湘岭海晟炼化有限公司).
    """
    for i in range(head - 2, first - 1, -1):
        another = tokens[i].text in ("”", "集团") or tokens[i].kind == "Park" or ends_a_park(tokens[i])
        if another and tokens[i + 1].kind == "District" and i + 2 < head:
            return i + 1
        if i + 3 < head and tokens[i].text == "）" and tokens[i + 1].kind == "District" and tokens[i - 1].text in BARE_ZONES:
            return i + 1  # 晨州纺织工业城（开发区）晨州凯宇棉业有限公司
    return first


def cut_off(tokens: Sequence[Token], first: int, head: str) -> int:
    """1 if the segmenter cut the first character off a name that no dictionary has: 太 of 太中银铁路, 潖 of 潖江…工程."""
    before, further = tokens[first - 1] if first else None, tokens[first - 2] if first > 1 else None
    if before is None or before.kind != "word" or len(before.text) != 1 or ends_names(before) or tokens[first].kind != "word":
        return 0
    borders = further is None or further.text in ("、", "，", "；", "：", "的") or ends_names(further) and len(further.text) > 1
    joined = known_word(before.text + tokens[first].text[0]) or len(tokens[first].text) != 2
    return int(borders and (before.tag == "zg" or before.tag in ("d", "n", "ng", "g", "j", "a", "v") and head in ROUTES and not joined))


def first_character(tokens: Sequence[Token], first: int, head_first: int, cls: str) -> int:
    """Where the text of a name begins: behind a character that the segmenter took for a part of the first word, or of a company's mark."""
    start = tokens[first].start
    opening = tokens[first].text
    if opening[0] == "暨" and len(opening) > 2 and not known_word(opening):
        start += 1  # 开工典礼暨合岭产业新城…
    if cls in ("Park", "Organization") and opening[0] == "原" and len(opening) > 2 and not known_word(opening):
        start += 1  # 原合岭五金产业园: as it was called before
    if cls == "Company":
        return next((t.start + 1 for t in reversed(tokens[first:head_first]) if begins_with_a_preposition(t)), start)
    return start


def begins_with_a_preposition(token: Token) -> bool:
    """Whether the segmenter took a preposition for the first character of a mark that no dictionary has: 由瀚辰 in 由瀚辰科技有限公司建设."""
    return token.kind == "word" and len(token.text) > 2 and token.text[0] in "由与在对是被将把及到因" and not known_word(token.text)
