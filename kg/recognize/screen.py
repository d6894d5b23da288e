"""Tells whether what a source proposes can be a name at all, whatever its class: not a generic word, a verb, a slogan, a ranking."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import BREAK, GENERIC
from kg.recognize.text.tokens import known_word

_RANKING = re.compile(r"\d+强|[百千]强(?!.)")
_KIND_OF_COMPANIES = re.compile("(?:央企|国企|民企|外企|台企|港企|跨国公司)$|^[两三四五六七八九十]+大")
_LEADING = re.compile("(?:主导|支柱|优势|特色|首位)产业$")
_ONE_OF_MANY = re.compile("·(?:银行|证券|集团|公司|[^·]+·)")  # “财政·银行·证券”
_CUT_ROAD = re.compile(r"路[东西南北][延段]")  # what a segmenter leaves of 快速路西延
_GOAL = re.compile(r"(?:平安|法治|美丽|数字|健康|幸福|智慧|文明|诚信|清廉|活力|书香|信用|善治)[\u4e00-\u9fff]{2,3}$")  # 平安云南
_SLOGAN = re.compile(
    r"“?(?:[一二两三四五六七八九十百千]+[^一二两三四五六七八九十百千\d“”期号第]{1,4}){2,}(?:”.{0,7})?$"
)  # “两横三纵”快速路, 一城一枢纽
_BUZZWORD = re.compile(r"“[\u4e00-\u9fff]{2,4}”|“[一二两双三四五六七八九十百千万].”(?:项目|工程)")
_BARE_NUMBER = re.compile(r"\d+号(?:点|地块|楼)?")
_QUOTED_NUMBERS = re.compile(r"“(?:[\dN一二三四五六七八九十]+(?:[+＋][\dN一二三四五六七八九十]+)+|\d+个\d+)”")
_BATCH = re.compile("第[一二三四五六七八九十百\\d]+[批次轮]|[首头]批|(?:[二三四五六七八九十]大|[两三四五六七八九十多数]个?(?:重[点大]|产业|工业|亿元)*|\\d+个(?:重[点大]|产业|工业|亿元)*)(?:项目|工程)$")
_PART_OF_WORKS = re.compile("(?:控制性|重难点|重点难点|节点|标志性|咽喉|关键性|关键控制性)工程$")
_ONLY_A_SIZE = re.compile(r".*\d(?:亩|公顷|[万亿]?平方米|[万亿]?元)$")
_OF_A_YEAR = re.compile("(?:年度|[省市区县]级|百大)?重[大点](?:产业|建设|工业)?项目$")
_ONLY_A_COMPANY = re.compile("(?:有限公司|集团公司|股份公司)(?:项目|工程)$")
_BEHIND_A_PREPOSITION = re.compile("[据获报][省市县区州]")
_SHAPE_OR_REST = re.compile("”字|等(?:项目|工程)")
_SUM = re.compile("[\u4e00-\u9fff][+＋][\u4e00-\u9fff]")
_FUND = re.compile("基金（?[一二三四五首]期）?$")
_COUNTED_GOODS = re.compile(r"[\d一二两三四五六七八九十]+[辆艘枚架]")
_EVERYWHERE = re.compile("(?:市市|县县|乡乡|镇镇|村村|户户|组组)通")
_MANY_AREAS = re.compile("[两三四五六七八九十\\d]大(?:片区|园区|新区|组团|板块|功能区|街区)$")
_VOLTAGE = re.compile(r"±?\d+千伏")
_HEADS_ALONE = words("heads", "ProjectInLists") | frozenset("高速 高铁 铁路 城际 地铁 大桥 隧道 通道 机场 码头 航道 枢纽 干线 专线 快线 水库 支线".split())
NEVER_FIRST = frozenset("这在与对将把从向或是的了也都其该此等，、")


@lru_cache(maxsize=8_192)
def can_be_a_name(name: str, cls: str, rule: str, of_a_place: bool = False) -> bool:
    """Leave out what no name can be: generic words, verbs, unbalanced brackets.

    :param cls, rule: as of a candidate
    :param of_a_place: whether it begins with a listed place, which may begin with any character (从化, 向塘)
    """
    if rule == "list.numbered":
        return True  # 3 of 3、4号线: the noun is another one's
    if (
        (name in GENERIC or name in BREAK)
        and cls != "Industry"
        or len(name) < 2
        and rule != "industry.segment"
        or cls in ("Project", "Park")
        and len(name) < 3
        and not rule.startswith(("gazetteer", "list.shared"))
    ):
        return False
    if cls == "Industry" and _LEADING.search(name):
        return False  # 铝基主导产业: what a place calls one
    if cls == "Project" and name in _HEADS_ALONE and not rule.startswith(("grammar.bare", "gazetteer", "public-work.single")):
        return False  # 灌区, 高速: a kind of works
    if cls == "Park" and _MANY_AREAS.search(name) or cls == "Project" and _VOLTAGE.fullmatch(name):
        return False  # 云州三大片区: of several; 220千伏
    if cls == "Company" and _KIND_OF_COMPANIES.search(name):
        return False  # 在京央企, 三大新产业集团
    if cls == "Company" and (_RANKING.search(name) or _ONE_OF_MANY.search(name)):
        return False  # 国内500强, “财政·银行·证券”
    if cls == "Project" and _RANKING.fullmatch(name.strip("“”")):
        return False  # “500强”等高质量项目
    if _SUM.search(name) and (cls in ("Company", "Park", "Organization") or cls == "Project" and not name.endswith(("项目", "工程"))):
        return False  # 管委会+公司, 开发区+主题产业园: how things are run
    if name.startswith("以及") or cls == "Project" and _EVERYWHERE.match(name):
        return False  # 市市通高铁
    if cls == "Project" and name.endswith("合资"):
        return False  # 甲公司与乙公司合资成立…: what they do
    if cls == "Project" and "”“" in name:
        return False  # “两重”“两新”等项目: two quotations
    if cls == "Project" and _ONLY_A_COMPANY.search(name) or cls == "Organization" and _BEHIND_A_PREPOSITION.match(name):
        return False  # 甲有限公司项目; 据省发改委
    if cls == "Project" and _OF_A_YEAR.search(name):
        return False  # “甲行动”年度重大项目: many
    if cls == "Project" and _SHAPE_OR_REST.search(name):
        return False  # “米”字形高铁网, 甲高铁等项目乙段
    if cls == "Project" and _PART_OF_WORKS.search(name):
        return False  # 甲高速公路项目控制性工程: what something is of it
    if cls == "Project" and _BATCH.search(name):
        return False  # 某市第三批重点项目, 汽车天窗五大项目: many
    if cls == "Project" and (_FUND.search(name) or _COUNTED_GOODS.match(name)):
        return False  # 甲产业投资基金二期, 一辆新车正驶下生产线
    if cls == "Project" and _ONLY_A_SIZE.match(name):
        return False  # 总用地780亩、一期投资18亿元的甲项目
    if cls in ("Project", "Park") and _QUOTED_NUMBERS.match(name):
        return False  # “1+2+N”铁路, “5个50”产业项目
    if cls in ("Project", "Park") and _BARE_NUMBER.fullmatch(name):
        return False  # 5号、10号、18号线: a line's number without the line
    if cls == "Project" and _BUZZWORD.fullmatch(name):
        return False  # “专精特新”“智改数转”等项目, “两高”项目: kinds of projects
    if cls in ("Project", "Park") and (_SLOGAN.match(name) or _CUT_ROAD.match(name) or _GOAL.match(name) and len(name) <= 5):
        return False
    if name.count("（") != name.count("）") or name.count("“") != name.count("”") or name.count("《") != name.count("》"):
        return False
    if cls in ("Park", "Project", "Organization", "Industry", "Programme", "Company") and not rule.startswith("gazetteer"):
        if name[0] in NEVER_FIRST and not of_a_place and not name.startswith(("都市", "在线")):
            return False
        if name[0] in "和以为及" and not known_word(name[:2]) and not known_word(name[:3]) and rule != "public-work.road":
            return False
    if cls in ("Company", "Park", "Organization") and name[0] in "］]】〕》":
        return False  # ］硬科技, behind an ornament of a headline
    if cls in ("Company", "Park", "Organization") and name.startswith(("（", "、", "—", "“")):
        return cls == "Park" and bool(_QUOTED_PARK.match(name))
    return True


# “东亚之窗”文创园; not “一带十五园”产业园区, which counts what it is of, nor “夜经济”集聚区, which is a kind
_QUOTED_PARK = re.compile(
    r"“[^”\d+一二三四五六七八九十百两]{2,10}\+?”(?![和与及]|.*(?:示范|先行|试验|先导|集聚|重点|工业园).*区$|园区$|.*走廊$)[^“”]{2,8}$"
)
