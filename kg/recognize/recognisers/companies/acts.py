"""Takes the tokens of a sentence, proposes companies by what only companies do: 在…创业板上市, 登陆科创板, 进入世界500强.

The names may be words of the dictionary (国贸、建发、象屿); what they do tells what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.heads import heads_at
from kg.recognize.recognisers.lists import Member, members_before
from kg.recognize.recognisers.lists.companies import is_called_as_company
from kg.recognize.recognisers.products.things import ends_as_a_thing
from kg.recognize.text.phrase import BREAK, CLAUSE_ENDS, EDGE, GENERIC, ends_names, is_trade, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word

ACT_SIGNS = sign(ends=("上市", "挂牌", "登陆", "过会", "IPO", "500", "强", "企业", "冠军", "巨人", "工厂", "商"))
_BOARDS = "上交所|深交所|北交所|港交所|上海证券交易所|深圳证券交易所|北京证券交易所|香港联交所|联交所|纳斯达克|纽交所|科创板|创业板|主板|A股|港股|H股|新三板"
_BOARD = f"(?:{_BOARDS})"
_PUBLIC = "(?:成功|首发|顺利|挂牌|获批)(?:上市|过会|挂牌)"
_ACTS = re.compile(
    rf"(?:成功|正式|先后|相继|顺利|分别|首发|率先|更是|更|再次|再度|还|又)*(?:在{_BOARD}[^，。；、]{{0,8}}?(?:上市|挂牌|过会)|登陆{_BOARD}"
    r"|(?:进入|入围|入选|跻身|上榜|位列|荣登)(?:\d{4}年?)?[^，。；、家]{0,8}?500强"
    r"|(?:获评|入选|成为|被认定为|被评为|获批)(?!\d)[^，。；、个名]{0,28}(?:企业|单项冠军|“?小巨人”?|(?:绿色|智能|灯塔)工厂)(?=[，。；]|$)"
    r"|成为(?!\d)[^，。；]{2,32}(?:供应|服务|承建|集成)商(?=[，。；]|$)"
    rf"|{_PUBLIC}(?:、挂牌)?(?=[，。；]|$)"
    r"|(?:是|也是|则是|便是|就是)(?:另|又|其中|这样的?)一家[^，。；、]{0,16}?(?:企业|公司|单项冠军|“?小巨人”?)(?=[，。；]|$))"
)
_WENT_PUBLIC = re.compile(_PUBLIC)  # goods, funds and bonds do, too
_TOLD_OF = re.compile(_BOARDS + "|上市|过会|挂牌|500强|获评|入选|成为|被认定为|被评为|获批|一家")  # one of these is in every act
_NO_COMPANIES = tuple("院 校 镇 村 街道 人员 农户 企业 公司 家 户 产品 新药 项目 市 区 县 省 个 高校 大学 园区 机构 基金 品牌 股 债 债券 商标 REITs".split())
_NO_SHARES = frozenset("期权 期货 基金 指数 系统 仪 诊断试剂 试剂 疫苗 新药 产品 品种 债券 国债 工作 办公室 基地 中心".split())
_LONGEST = 10  # characters


def companies_by_acts(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies that go public or are counted among the largest."""
    base, text = tokens[0].start, text_of(tokens, 0, len(tokens) - 1)
    acts = list(_ACTS.finditer(text)) if _TOLD_OF.search(text) else []
    ends = {t.end: i for i, t in enumerate(tokens)} if acts else {}
    for match in acts:
        last = ends.get(base + match.start())
        if last is None or tokens[last].kind in ("punctuation", "quantity", "time") and tokens[last].text not in ("”", "）"):
            continue
        members = [(m.first, m.stop) for m in members_before(tokens, last)]
        went_public = _WENT_PUBLIC.match(match.group())
        if went_public and not _are_the_subject(tokens, members):
            continue
        if members and tokens[members[0][0] - 1].text == "的" and ends_as_a_thing(text_of(tokens, members[0][0], members[0][1] - 1)):
            continue  # 甲公司的汽车玻璃入选
        one_of_them = "一家" in match.group()
        if one_of_them and len(members) == 1:
            members = [_whole_subject(tokens, *members[0])]
        companies = [(first, stop) for first, stop in members if may_be_company(tokens, first, stop, len(members) > 1, one_of_them)]
        if 0 < len(companies) < len(members):
            companies = [m for m in members if m in companies or is_called_as_company(tokens, Member(*m))]
        if len(companies) == len(members) or went_public and 3 * len(companies) >= 2 * len(members):
            for first, stop in companies:
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-acts", True)


def _are_the_subject(tokens: Sequence[Token], members: Sequence[tuple[int, int]]) -> bool:
    """Whether a clause begins with a list, none of which is a thing or an office: 培育甲上市 is hoped for, 新药获批上市 no company."""
    before = tokens[members[0][0] - 1] if members and members[0][0] else None
    return bool(members) and (before is None or before.text in CLAUSE_ENDS) and not any(_has_no_shares(tokens, *member) for member in members)


def _has_no_shares(tokens: Sequence[Token], first: int, stop: int) -> bool:
    last = tokens[stop - 1].text
    return last in _NO_SHARES or ends_as_a_thing(text_of(tokens, first, stop - 1)) or any(cls != "Company" for _, cls in heads_at(last))


def _whole_subject(tokens: Sequence[Token], first: int, stop: int) -> tuple[int, int]:
    """A name from where its clause begins, if that leaves two characters in front that the segmenter left apart, whatever they are by themselves: 力达隧道."""
    begin = next((i for i in range(first, max(-1, first - 3), -1) if i == 0 or tokens[i - 1].text in CLAUSE_ENDS), first)
    mark = text_of(tokens, begin, first - 1) if begin < first else ""
    return (begin, stop) if first - begin == 2 == len(mark) and tokens[begin].tag[:1] in "ngaj" else (first, stop)


def may_be_company(tokens: Sequence[Token], first: int, stop: int, in_list: bool, one_of_them: bool = False) -> bool:
    """Whether what stands in front of such a verb can be a company: a name, or in a list of some any short word.

    :param one_of_them: whether the sentence calls it 一家, so that what its last word is elsewhere (力达隧道) tells nothing
    """
    inner, text = tokens[first:stop], text_of(tokens, first, stop - 1)
    if not 2 <= len(text) <= _LONGEST or text in GENERIC or text.endswith(_NO_COMPANIES) or text in words("lists", "Company"):
        return False
    if any(
        t.kind not in ("word", "Company", "District", "Industry")
        or t.text in ("的", "等", "了")
        or t.tag == "r"
        or ends_names(t) and not (one_of_them and len(t.text) == 1)
        or t.text in EDGE
        for t in inner
    ):
        return False
    if not one_of_them and any(cls in ("Park", "Project", "Organization") for _, cls in heads_at(inner[-1].text)[:1]) or all(
        is_trade(t) or t.kind == "District" for t in inner
    ):
        return False
    if any(t.kind == "Company" for t in inner) or not known_word(text) and names_something(tokens, first, stop, 9):
        return True
    return (in_list or len(inner) > 1) and len(text) <= 6 and text not in BREAK and not all(t.text in GENERIC for t in inner)
