"""What the words around a name with a head noun tell: that something goes on where it is, or that it is one of many, or counted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.lexicon import words
from kg.recognize.text.phrase import COUNTED, LISTED, ROUTES, inside, stands_behind_etc, text_of
from kg.recognize.text.tokens import Token

# what stands behind a head noun that is only the front of a longer name: …项目一期股权投资基金
_CONTINUES_NAME = ("股权", "基金", "债券", "投资基金", "有限公司", "指数")
_CONTINUES = {
    "Company": ("论坛", "峰会", "大会", "合作社"),
    "Park": ("线", "负责人", "建设指挥部", "工作报告"),
    "Project": ("建设指挥部", "工作报告"),
    "Organization": ("建设指挥部", "工作报告"),
}
_ALONG_ROUTES = frozenset(
    "网 路网 线网 网络 群 口岸 局 公交 班列 卡班 沿线 自行车 自行车赛 发展 增长 成长 扩张 崛起 经济带 经济圈 经济 时空圈 交通圈 生活圈 产业带 时代 体系 格局".split()
)  # the network, the border crossing, the trains, what lies along it: no work of its own
# works that many things use: the noun behind is what is told of
_SERVED = frozenset((*ROUTES, "机场", "港", "轨道交通", "轨道", "地铁"))
_SYSTEMS = frozenset("网络 网 体系 格局 群".split())
_PLACES_AT_A_LINE = frozenset("上 旁 前 边 里 内".split())
_OF_MANY_PROJECTS = frozenset("负责人 投融资 审批 储备".split())
_RANKS = words("heads", "Ranks")
_BIG_NUMBER = re.compile(r"[\d一二两三四五六七八九十]+大")
_COUNTED_PARTS = frozenset("泊位 机组 示范场 站点 桩".split())
_COUNT = re.compile(r"^[\d一二两三四五六七八九十几多数余]+(?:余|多)?[个家处座条]$")


def goes_on(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether the words behind a head noun tell that it only describes them, or that something goes on where it is."""
    if last + 1 == len(tokens):
        return False
    behind = tokens[last + 1]
    if head in ("生产线", "产线") and behind.text in _PLACES_AT_A_LINE and not _holds_a_name(tokens[first:head_first]):
        return True  # 钢构部件生产线上，工人…
    if behind.text.startswith(_CONTINUES_NAME + _CONTINUES[cls]):
        return True
    if cls == "Project" and last + 2 < len(tokens) and behind.text in ("至", "到") and tokens[last + 2].kind in ("word", "District"):
        return True  # 溪山水库至东水厂…工程: one end of what is built
    if head in ("项目", "工程") and behind.text in _OF_MANY_PROJECTS:
        return True  # 湛朗项目负责人, 航道项目投融资改革
    if cls == "Project" and head in _SERVED and behind.text in _ALONG_ROUTES:
        return True
    if head == "工程" and behind.text in ("装备", "机械", "塑料", "技术", "设计", "咨询", "车辆"):
        return True  # 晨州经开区工程装备产业集群: a trade
    if head in ("枢纽", "通道") and behind.text in _SYSTEMS:
        return True  # 高能级枢纽体系
    if tokens[last].kind == "Industry" and inside(behind):
        return True  # 大唐药业健康产业园: a field, where nouns follow
    if head == "控股" and behind.text.startswith(("子", "孙", "股东", "企业", "的", "权", "平台")):
        return True  # 宁德时代控股子公司: what it holds
    if head == "政府" and text_of(tokens, last, min(last + 2, len(tokens) - 1)).endswith("政府工作报告"):
        return True  # 县长…作政府工作报告
    return len(head) == 1 and len(behind.text) == 1 and behind.tag[:1] in ("n", "v", "g", "a")  # 中岭港创·…: one character of a mark


def continues_as_longer_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a name is only the front of a longer one: 湘岭重大产业化项目一期股权投资基金."""
    return end + 1 < len(tokens) and tokens[end + 1].text.startswith(_CONTINUES_NAME)


def is_of_many(tokens: Sequence[Token], first: int, head_first: int, last: int, head: str, cls: str) -> bool:
    """Whether things of a kind are counted, or the words in front tell that a name is what a list is of, or what a place wants to be."""
    if head in ("项目", "工程") and first and tokens[first - 1].text == "等":
        return True  # 甲等粤港澳合作项目: what the list is of
    if head == "项目" and last + 1 < len(tokens) and COUNTED.match(tokens[last + 1].text):
        return True  # 苏陕协作项目587个
    if first and cls in ("Project", "Park"):
        if (tokens[first].kind == "word" or tokens[first].text == "“") and counts(tokens[first - 1]):
            return True  # 五个旗县中心医院改扩建
        if stands_behind_etc(tokens, first) or _BIG_NUMBER.match(text_of(tokens, first, first + 1)):
            return True  # 等县域临港产业园, 10大新城
        if tokens[first - 1].text == "年产" and first > 1 and counts(tokens[first - 2]):
            return True  # 两条年产5000吨…生产线
        if tokens[first - 1].text == "面向":
            return True  # 面向东南亚国际通信枢纽
    if cls in ("Organization", "Project") and counts_a_kind(tokens, last):
        return True  # 新增晨州实验室2个, 万吨级泊位7个
    if head in ("机组", "装置") and first and tokens[first - 1].text in ("首台", "首套", "台", "套"):
        return True  # 首台…压缩机组: a machine, no power station's unit
    ranked = first > 0 and tokens[first - 1].text in _RANKS and cls != "Company"
    return ranked and not _holds_a_name(tokens[first:head_first])  # 建设世界级…基地


def _holds_a_name(tokens: Sequence[Token]) -> bool:
    """Whether one of the words is in the tables of names."""
    return any(t.kind in LISTED and t.kind != "Industry" for t in tokens)


def counts(token: Token) -> bool:
    """Whether a number counts what stands behind it."""
    return bool(COUNTED.match(token.text)) or token.kind == "quantity" and token.text[-1] in "个家座条处项"


def counts_a_kind(tokens: Sequence[Token], last: int) -> bool:
    """Whether a count behind a head ends what is said, so that things of a kind are counted; not 起步区14个项目."""
    if last + 2 < len(tokens) and tokens[last + 1].text in _COUNTED_PARTS:
        last += 1  # 港口码头泊位25个
    if last + 1 >= len(tokens) or not _COUNT.match(tokens[last + 1].text):
        return False
    behind = tokens[last + 2] if last + 2 < len(tokens) else None
    return behind is None or behind.kind == "punctuation" or behind.tag in ("c", "p", "v", "d")
