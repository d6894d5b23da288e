"""Tells whether what a source proposes can be a name at all, whatever its class: not a generic word, a verb, a slogan, a ranking."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import BREAK, GENERIC
from kg.recognize.text.tokens import known_word

_NUMBER, _FEW = "一二三四五六七八九十", "两三四五六七八九十"
_MANY_OF_A_KIND = "(?:重[点大]|产业|工业|亿元)*"
_KINDS_OF_BODIES = (
    "(?:[省市州县区旗乡镇村]{1,4}级?|[一二三]级|[二三]甲|公立|综合|亚?定点|平安|智慧|（?街道）?|社区|院士|专家|博士后?|网格化管理|以上|指?由)"
)
# what is in the name of something of a class and shows that it is none
_NO_NAMES = tuple(
    (frozenset(classes.split()), re.compile(shape))
    for classes, shape in (
        ("Industry", "(?:主导|支柱|优势|特色|首位)产业$"),  # 铝基主导产业: what a place calls one
        ("Park", rf"[{_FEW}\d]大(?:片区|园区|新区|组团|板块|功能区|街区)$"),  # 云州三大片区: several
        ("Company", f"(?:央企|国企|民企|外企|台企|港企|跨国公司)$|^[{_FEW}]+大"),  # 在京央企, 三大新产业集团
        ("Company", rf"[{_FEW}]大[^{_FEW}]{{0,6}}(?:企业|公司|集团|巨头|龙头)$"),  # 晨岭集团两大主机企业
        ("Company", r"\d+国集团|注册公司$|^承接"),
        ("Company", r"\d+强|[百千]强$"),  # 国内500强
        ("Company", rf"[{_NUMBER}两\d][省市县区州]$"),  # 与云岭省七市签约
        ("Company", "^集体|股份合作|^(?:售电|担保|物业|项目|平台)公司$"),  # 成立集体资产股份合作社: a kind
        ("Company", "(?:医院|中学|小学|校区|大学|学校).*集团$"),  # 第二医院医疗集团: no enterprise
        ("Company", "[该本](?:公司|集团|企业)$"),  # 采访团随该公司
        ("Company", "·(?:银行|证券|集团|公司|[^·]+·)"),  # “财政·银行·证券”
        ("Company Park Organization", "[\u4e00-\u9fff][+＋][\u4e00-\u9fff]"),  # 管委会+公司: how things are run
        ("Organization", "^[据获报][省市县区州]"),  # 据省发改委
        ("Organization", "(?:型|阳光|廉洁?|法治|诚信|服务|数字|统一|新一届(?:自治区|人民)*|历届[省市]委[省市])政府$"),  # what a place wants its own to be
        ("Organization", r"^[^省市县区州旗]*”政府$|^\d+政府"),  # “五型”政府
        ("Organization", f"^{_KINDS_OF_BODIES}+(?:医院|(?:社会)?工作站)$"),  # 市县公立医院, 院士专家工作站
        ("Organization", r"^(?:\d+[余多]?[家个所大]|(?:省级|市级|国家级|以上)*(?:工程(?:技术)?研究中心|企业技术中心|行业协会)$)"),  # 100家院士工作站
        ("Project", r"^±?\d+千伏$"),
        ("Project", r"^[“”]*(?:\d+强|[百千]强)[“”]*$"),  # “500强”等高质量项目
        ("Project", "^(?!.*(?:项目|工程)$).*[\u4e00-\u9fff][+＋][\u4e00-\u9fff]"),  # 开发区+主题产业园
        ("Project", "^[粤闽浙苏鲁桂琼深]+港$"),  # 闽粤港: Hong Kong and its neighbours
        ("Project", rf"^[\d{_NUMBER}两]+[余多]?(?:户|人|万人)"),  # 1200户易地搬迁
        ("Park", "^国务院|^(?:世界|国内|国际|全国)?(?:一流|领先)|级(?:自贸|自由贸易)"),  # 一流航天新城: what a place wants to be
        ("Project", "^(?:市市|县县|乡乡|镇镇|村村|户户|组组)通"),  # 市市通高铁
        ("Project", rf"(?:\d|[{_FEW[1:]}])大[^{_FEW}\d大]{{2,8}}(?:项目|工程)$"),  # 云州7大航空航天项目
        ("Project", "(?:支点|示范|试点|节点|枢纽|中心|标杆|先行)城市$|之[省都城乡]$"),  # 晨州国家现代流通战略支点城市: what a city is
        ("Project", "^(?:国家)?(?:区域性|国际性|全国性)|型(?:国家)?物流枢纽$"),  # 区域性航空枢纽, 晨州陆港型物流枢纽: what a city is
        ("Project", "等[市县区镇]"),
        ("Project", rf"(?:园|城|区|谷)[{_FEW}]个[^项]{{0,8}}项目$"),  # 晨帆智慧产业园两个园中园项目
        ("Project Park", rf"(?:园|园区|城|项目|工程|基地)[{_NUMBER}]$"),  # 晨州物流园一、二、三期: a number without its noun
        ("Project Park", "(?:公司|集团)(?:承接|将|已|拟|在|从|对|为|与|自(?![动主贡然行贸有营备驾建治]))"),  # 晨帆公司自…大桥开通以来
        ("Project Park", r"^涉[铁台海农外水]|^\d+大|[万亿]级.*园区$|重要园区$|[省市县]特色小镇$"),
        ("Project", "的(?:工厂|厂|生产基地|基地)$"),  # 宁德时代的工厂: whichever
        ("Project", rf"第[{_NUMBER}]大"),  # 西部地区第二大整车生产基地: what it is
        ("Project", r"^（\d+）"),  # （38）扩建: the number of an item
        ("Project", "合资$"),  # 甲公司与乙公司合资成立…: what they do
        ("Project", "”“"),  # “两重”“两新”等项目: two quotations
        ("Project", "(?:有限公司|集团公司|股份公司|总公司|责任公司)(?:项目|工程|工厂|厂区|厂房|车间)$"),  # 走进甲有限公司工厂: the company
        ("Project", "(?:年度|[省市区县]级|百大)?重[大点](?:产业|建设|工业)?项目$"),  # “甲行动”年度重大项目: many
        ("Project", "”字|等(?:项目|工程)"),  # “米”字形高铁网, 甲高铁等项目乙段
        ("Project", "(?:控制性|重难点|重点难点|节点|标志性|咽喉|关键性|关键控制性|主体)工程$"),  # 甲高速公路项目控制性工程: a part of it
        ("Project", rf"第[{_NUMBER}百\d]+[批次轮]|[首头]批"),  # 某市第三批重点项目: many
        ("Project", rf"(?:[二{_FEW[1:]}]大|[{_FEW}多数]个?{_MANY_OF_A_KIND}|\d+个{_MANY_OF_A_KIND})(?:项目|工程)$"),  # 汽车天窗五大项目
        ("Project", "基金（?[一二三四五首]期）?$"),  # 甲产业投资基金二期
        ("Project", rf"^(?:[\d{_NUMBER}两]+[辆艘枚架台套](?![县市区镇乡村])|每)"),  # 一辆新车正驶下生产线, 1台40兆瓦机组
        ("Industry Product", "单体最大|全球最大|全国最大"),
        ("Project Park", "最大|(?:全球|全国|国内|亚洲|世界)唯一"),  # 东北最大钢管制造工业园: a description
        ("Project", "(?:日本|德国|美国|韩国|意大利|瑞士|国外|国际|世界|国内)先进"),  # 德国先进涂装生产线: what is bought
        ("Project", rf"^\d+[余多]?(?:台套|[台套栋幢座条间])|^(?:[{_NUMBER}两]+[栋幢]|[一两][条座])"),  # 两栋宿舍楼, 6台套石英管生产线
        ("Project", r"\d(?:亩|公顷|[万亿]?平方米|[万亿]?元)$"),  # 总用地780亩、一期投资18亿元的甲项目
        ("Project", rf"^(?:“[\u4e00-\u9fff]{{2,4}}”|“[{_NUMBER}两双百千万].”(?:项目|工程))$"),  # “专精特新”, “两高”项目: kinds of projects
        ("Project Park", rf"^“(?:[\dN{_NUMBER}]+(?:[+＋][\dN{_NUMBER}]+)+|\d+个\d+)”"),  # “1+2+N”铁路, “5个50”产业项目
        ("Project Park", r"^\d+号(?:点|地块|楼)?$"),  # 5号、10号、18号线: a line's number without the line
        ("Project Park", rf"^“?(?:[{_NUMBER}两双百千]+[^{_NUMBER}两双百千\d“”期号第]{{1,4}}){{2,}}(?:”.{{0,7}})?$"),  # “两横三纵”快速路, 一城一枢纽
        ("Project Park", "^路[东西南北][延段]"),  # what a segmenter leaves of 快速路西延
        ("Project Park", "^(?:平安|法治|美丽|数字|健康|幸福|智慧|文明|诚信|清廉|活力|书香|信用|善治)[\u4e00-\u9fff]{2,3}$"),  # 平安云南
    )
)
_NO_NAMES_OF = {cls: tuple(shape for classes, shape in _NO_NAMES if cls in classes) for cls in frozenset().union(*(c for c, _ in _NO_NAMES))}
# kinds of works, which name one only where what is built is told of at home
_HEADS_ALONE = words("heads", "ProjectInLists") | words("lists", "lines_and_waters")
JOINS_OR_LEADS = frozenset("和以为及")  # what a name begins with only where it is a word's first character
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
    if cls == "Project" and name in _HEADS_ALONE and not rule.startswith(("grammar.bare", "gazetteer", "public-work.single")):
        return False  # 灌区, 高速
    if name.startswith("以及") or any(shape.search(name) for shape in _NO_NAMES_OF.get(cls, ())):
        return False
    if name.count("（") != name.count("）") or name.count("“") != name.count("”") or name.count("《") != name.count("》"):
        return False
    if cls in ("Park", "Project", "Organization", "Industry", "Programme", "Company") and not rule.startswith("gazetteer"):
        of_a_word = name.startswith(("都市", "在线")) or cls == "Programme" and _word_of_a_campaign(name)
        if name[0] in NEVER_FIRST and not of_a_place and not of_a_word:
            return False
        if name[0] in JOINS_OR_LEADS and not of_a_place and not known_word(name[:2]) and not known_word(name[:3]) and rule != "public-work.road":
            return False
    if cls in ("Company", "Park", "Organization") and name[0] in "］]】〕》":
        return False  # ］硬科技, behind an ornament of a headline
    if cls in ("Company", "Park", "Organization") and name.startswith(("（", "、", "—", "“")):
        return cls == "Park" and bool(_QUOTED_PARK.match(name))
    return True


def _word_of_a_campaign(name: str) -> bool:
    """Whether a campaign's first character, elsewhere a preposition, belongs to a word: 对标提升行动; not 对外承包工程."""
    return name.startswith(("对标", "向海", "对接洽谈"))


# “东亚之窗”文创园; not “一带十五园”产业园区, which counts what it is of, nor “夜经济”集聚区, which is a kind
_QUOTED_PARK = re.compile(
    r"“[^”\d+一二三四五六七八九十百两]{2,10}\+?”(?![和与及]|.*(?:示范|先行|试验|先导|集聚|重点|工业园).*区$|园区$|.*走廊$)[^“”]{2,8}$"
)
