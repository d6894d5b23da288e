"""What ends in a head noun and only tells what something is, whose, or where: kinds of things, parts of them, what companies do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.around import counts
from kg.recognize.recognisers.grammar.begins import begins_with_a_preposition
from kg.recognize.recognisers.grammar.heads import PHASES, heads_at
from kg.recognize.recognisers.grammar.parks import is_no_park
from kg.recognize.text.phrase import CLAUSE_ENDS, LIST_JOINTS, is_proper, is_trade, text_of
from kg.recognize.text.tokens import Token, known_word

_PART_OF_WORKS = re.compile("(?:主体|控制性|土建)工程$")
_KINDS_BEFORE_PROJECT = ("产业链", "领域", "行业", "产业", "产业类", "类")
_AMOUNTS = ("以上", "以下")
_WHO_MOVES = ("人口", "群众", "农户", "居民", "村民", "移民", "易地")
_BASES_OF_A_LAND = ("老工业基地", "战略资源基地")  # what a region is
_NUMBERED = re.compile(r"“[0-9一二三四五六七八九十百千万+＋N]+(?:强|大|个)”")
_SLOGAN = re.compile(r"[一二三四五六七八九十百千万].*[一二三四五六七八九十百千万]|大|小|签约|民生|^[一二两双三四五六七八九十百千万].$")
_IN_NAMES_OF_PROJECT_COMPANIES = frozenset("管理 投资 建设 咨询 开发 运营".split())


def is_a_kind(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether a head noun and the words in front of it only tell what something is, whose, or where."""
    before_head = tokens[head_first - 1].text
    if cls == "Project" and head not in PHASES and tokens[first].text == "“" and text_of(tokens, first + 1, last).split("”")[0] in words("programmes", "sayings"):
        return True  # “菜篮子”示范基地
    if head in ("生产线", "产线", "工厂", "厂") and before_head in ("公司", "有限公司", "企业"):
        return True  # 甲公司生产线满负荷运转, 甲有限公司工厂内
    if head == "工程" and _PART_OF_WORKS.search(text_of(tokens, first, last)) and any(heads_at(t.text) for t in tokens[first:head_first]):
        return True  # 甲枢纽主体工程: a part of what is named
    if tokens[first].text in ("集团", "公司"):
        return True  # 集团北京总部
    if cls == "Park" and is_no_park(tokens, first, head_first, last, head):
        return True
    if head == "组团" and before_head.endswith(("集团", "公司", "商会", "协会", "企业", "客商")):
        return True  # 湘岭集团组团…考察: who comes together
    if cls == "Project" and head_first > first and _is_of_a_kind(tokens, first, head_first, last, head):
        return True
    if head == "装置" and head_first - first == 1 and tokens[first].kind in ("word", "Industry") and known_word(tokens[first].text):
        return True  # 化工装置
    if (
        cls == "Project"
        and tokens[first].kind == "District"
        and first + 1 < head_first + (tokens[head_first].text != head)
        and tokens[first + 1].text in ("建", "设", "办", "建设", "设立", "投建")
    ):
        return True  # 在晨州建生产基地: where it is built
    if head == "扩产" and (first == 0 or tokens[first - 1].text in CLAUSE_ENDS) and (last + 1 == len(tokens) or tokens[last + 1].text in CLAUSE_ENDS):
        return True  # 晨帆科技扩产: what a company does
    if head == "总部" and all(t.kind == "District" for t in tokens[first:head_first]):
        return True  # 湖南总部: whose?
    if head == "线" and (tokens[last].text != "线" or not is_proper(tokens[last - 1])):
        return True
    if tokens[last].text in ("上市公司", "子公司", "分公司", "项目公司", "合资公司"):
        return True
    if tokens[last].text == "总公司" and last - first < 2:
        return True  # not 晨州铁路工程总公司
    if head in ("扩建", "扩产", "改造", "技改") and any(before_head.endswith(h) for h in words("heads", "Park")):
        return True  # 福州软件园扩建6个分园: the park grows, that is no project
    return head in ("项目", "工程") and not _opens_with_name(tokens, first, head_first)


def _is_of_a_kind(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    """Whether what stands in front of a head says how many there are (“云签约”17项目), how large they are (亿元以上项目) or what field they are in
    (石化产业链项目)."""
    before = tokens[head_first - 1]
    if (
        head == "项目"
        and head_first == last
        and before.kind == "Park"
        and before.text[-1] == "区"
    ):
        return True  # 晨州经开区项目建设: of a park of many
    if head == "基地" and text_of(tokens, first, last).endswith(_BASES_OF_A_LAND):
        return True
    if head == "搬迁" and (before.text.endswith(_WHO_MOVES) or all(t.kind == "District" for t in tokens[first:last])):
        return True  # 3万贫困人口搬迁; 从上海搬迁
    if head in ("项目", "工程"):
        if before.text in _AMOUNTS or before.tag == "m" and before.text.isdigit():
            return True
        if before.text in _KINDS_BEFORE_PROJECT and not any(t.kind == "Company" or t.text == "“" for t in tokens[first:head_first]):
            return not any(t.kind == "Park" or t.kind == "word" and is_proper(t) and not known_word(t.text) for t in tokens[first:head_first])
    return head in ("生产线", "产线") and first > 0 and counts(tokens[first - 1])


def _opens_with_name(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a name in front of 项目 begins with something of its own, or holds a company: 绿色能源项目 and 数字福州项目 do not."""
    inner = text_of(tokens, first, stop - 1)
    if tokens[first].text == "环" and first + 1 < stop:
        first += 1  # 环北部湾…工程
    if "“" in inner and _NUMBERED.search(inner):
        return False  # “500强”项目, 市“251”工程项目
    if tokens[first].text == "“":
        if first and tokens[first - 1].kind == "quantity":
            return False  # 2个“…”项目: a kind of project
        return not _SLOGAN.search(inner[1:].split("”")[0])
    if stop - first == 1 and tokens[first].kind == "word" and known_word(tokens[first].text):
        return False  # 机场项目, 果蔬汁项目
    if any(t.kind == "Company" or t.text in ("集团", "公司") and i > first for i, t in enumerate(tokens[first:stop], first)):
        return True
    single = len(tokens[first].text) == 1 and first + 1 < stop and len(tokens[first + 1].text) == 1
    return is_proper(tokens[first]) or single or tokens[first].hit is not None and tokens[first].kind == "word" and not is_trade(tokens[first])


def is_no_company(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str) -> bool:
    """Whether what ends in a head noun of companies is none, by the words right around it or by 项目 inside."""
    if tokens[head_first - 1].text in LIST_JOINTS:
        return True  # 绵阳市工商联与公司
    if head == "药业" and tokens[last].text.endswith("医药业"):
        return True  # 藏医药业: a trade
    if head == "公司" and tokens[head_first - 1].text.endswith("级"):
        return True  # 央企二三级公司
    if head == "证券" and last + 1 < len(tokens) and tokens[last + 1].text in ("简称", "代码", "日报"):
        return True  # 证券代码：605000 证券简称
    project = next((i for i in range(head_first - 2, first, -1) if tokens[i].text == "项目"), None)
    return (
        project is not None
        and tokens[project + 1].text not in _IN_NAMES_OF_PROJECT_COMPANIES
        and not any(map(begins_with_a_preposition, tokens[project:head_first]))
    )  # 甲新材料项目符合公司…发展方向
