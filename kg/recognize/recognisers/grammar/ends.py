"""Where a name with a head noun ends: phases, sections of routes, places in brackets and branches behind the head belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.recognisers.grammar.heads import PHASES, REGISTERED_FORMS, ends_a_park
from kg.recognize.text.phrase import ROUTES, inside, text_of
from kg.recognize.text.tokens import Token, known_word

_ROUTES_AND_WORKS = (*ROUTES, "号线", "工程")
_SECTIONS = re.compile(r"(?:[东西南北][延沿]|延长|延伸|后通|首通|[东西南北]).{0,1}[段线]|[东西南北]延伸?|支线")
_NO_SECTIONS = ("境内段", "路段", "区段", "阶段", "标段", "工段", "地段", "时段", "全段", "在建段")
_LONGEST_SECTION = 8  # characters


def with_phase(tokens: Sequence[Token], last: int) -> int:
    """A phase or a section behind a name belongs to it: 歌尔…项目一期, 美的…科技园二期, 3号线南延段."""
    if last + 1 < len(tokens) and tokens[last + 1].text in PHASES:
        return last + 1
    if [t.text for t in tokens[last + 1 : last + 4]][::2] == ["（", "）"] and tokens[last + 2].text in PHASES and ends_a_park(tokens[last]):
        return last + 3  # 湘岭新材料产业园（一期）
    if tokens[last].text.endswith(_ROUTES_AND_WORKS) and (section := _section(tokens, last)) is not None:
        return section
    if tokens[last].text.endswith("号线"):
        for end in (last + 2, last + 1):
            if end < len(tokens) and _SECTIONS.fullmatch(text_of(tokens, last + 1, end)):
                return end
    return last


def _section(tokens: Sequence[Token], last: int) -> int | None:
    """The end of a section that is named after a place: 从莞高速惠州段, 穗莞深城际新塘至洪梅段."""
    for end in range(last + 1, min(last + 6, len(tokens))):
        token = tokens[end]
        if (
            token.end - tokens[last].end > _LONGEST_SECTION
            or token.kind not in ("word", "District", "Park")
            or token.tag in ("d", "p", "c", "uj", "m")
            and token.text != "至"
        ):
            return None
        if token.text.endswith("段"):
            text = text_of(tokens, last + 1, end)
            return end if 3 <= len(text) and not text.endswith(_NO_SECTIONS) else None
        if token.tag == "v" and known_word(token.text):
            return None
    return None


def with_place(tokens: Sequence[Token], last: int) -> int:
    """A place in brackets behind an institute is part of its name: 晨岭海洋研究院（青岛）."""
    behind = tokens[last + 1 : last + 4]
    placed = [t.text for t in behind][::2] == ["（", "）"] and behind[1].kind == "District"
    return last + 3 if placed and not (last + 4 < len(tokens) and inside(tokens[last + 4])) else last  # not 晨岭交易所（青岛）服务基地


def is_a_branch(tokens: Sequence[Token], last: int, head: str) -> bool:
    """Whether a place and 分公司 behind a company's name make it the name of its branch there: 甲实业有限公司永春分公司."""
    if head not in REGISTERED_FORMS and head != "集团":
        return False
    return [t.text for t in tokens[last + 2 : last + 3]] == ["分公司"] and tokens[last + 1].hit is not None
