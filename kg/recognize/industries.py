"""Takes the tokens of a sentence, proposes industries: what the text names as an industry, chain, cluster or segment.

A listed industry counts where its label says what it is (现代服务业, 低空经济) or where 产业, 集群, 领域 … stands behind it;
a noun phrase in front of 产业 counts too, if it is not generic (重点产业).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.phrase import BREAK, GENERIC, start_of
from kg.recognize.tokens import Token

_HEADS = frozenset("产业 行业 产业链 产业集群 集群 制造业 全产业链 供应链 制造产业 制造业集群 产业带 赛道".split())
# Words that an industry's name may end with when no list has it
TRADE_NOUNS = tuple("制造 材料 装备 电池 电子 技术 服务 经济 能源 汽车 医药 食品 农业 工业 设备 器械 机器人 芯片 半导体 显示 软件 网络 通信 信息 数据 智能 家电 家具 家居 服装 纺织 化工 化纤 钢铁 有色 建材 陶瓷 玻璃 造纸 印刷 物流 金融 电商 商务 文旅 旅游 康养 医疗 生物 基因 细胞 药 航空 航天 船舶 海工 光电 光伏 储能 氢能 风电 核电 环保 节能 加工 种业 养殖 渔业 林业 畜牧 饮料 酒 茶 烟草 珠宝 钟表 眼镜 模具 零部件 轴承 电机 电器 仪器 仪表 传感器 元器件 激光 新材 科技 育种 检测 设计 会展 文化 创意 影视 动漫 游戏 电竞 健康 养老 家政 餐饮 空天 低空 深海 量子 通讯 安全 合金 冶金 石化 橡胶 塑料 皮革 玩具 箱包 鞋 日化 美妆 乳品 肉制品 粮油 果蔬 中药 生态".split())
_SELF_EVIDENT = ("业", "经济", "产业", "制造")
_PROMOTED = frozenset("发展 培育 壮大 做强 做大 培育壮大 发展壮大 大力发展 加快发展 布局 培育发展 重点发展 做优做强 积极发展 推动 聚焦 抢抓 发展以 涵盖".split())
_NO_TRADES = frozenset("集约 现代化 现代化大 对口 闭环 环节 全 大 龙头 上下游 优势 规模 骨干 核心 首位 千亿 百亿 万亿 千亿级 百亿级 两大 三大 四大 五大 六大 多个 全市 全省 全区 一二三 国资国企 全闭环 自身 当地 乡村 富民 扶贫 特色 高耗能 落后 房地产".split())
_TOO_GENERAL = frozenset("产业 行业 工业 农业 经济 商业 企业 就业 创业 作业 事业 职业 专业 林业 渔业 物业 毕业 失业 建筑业 第一产业 第二产业 第三产业 一二三产业 优势产业 传统产业 新兴产业 主导产业 特色产业 支柱产业 实体经济 民营经济 区域经济 县域经济 市场经济 国民经济 重点产业 相关产业 总部经济 开放型经济 外向型经济 集体经济 国有经济 产业链 产业集群 中小企业".split())


_SUPPORTED_BY = _HEADS | frozenset("业态 领域 项目 企业 产业生态 生态 产值 增加值 总产值 园区 板块 产业园 领军企业 龙头企业 制造 专业园区 产能 营收 大会 产业发展 产业集聚区 产业体系 产业基地 集群化 装备 先导区".split())
_THRIVES = frozenset("快速 蓬勃 加快 持续 加速 稳步 不断 发展 快速增长 增长 突破 超过 达 达到 集聚 跨界 兴起 壮大 融合 协议 提质 高质量".split())


def _is_listed(token: Token) -> bool:
    return token.kind == "Industry" or token.kind == "word" and token.hit is not None and token.hit.entries[0].cls == "Industry"


def industries(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Industries of a sentence."""
    runs = _runs(tokens)
    for i, token in enumerate(tokens):
        if _is_listed(token):
            if token.text in _TOO_GENERAL:
                continue
            length, last = runs.get(i, (1, i))
            behind = tokens[last + 1] if last + 1 < len(tokens) else None
            here = tokens[i + 1] if i + 1 < len(tokens) else None
            rule = _reason(tokens, i, token, behind, here, length)
            if rule:
                yield Candidate(token.start, token.end, "Industry", rule, True)
        elif token.kind == "word" and token.text in _HEADS and i and not _is_listed(tokens[i - 1]):
            yield from _in_front(tokens, i)


def _reason(tokens: Sequence[Token], i: int, token: Token, behind: Token | None, here: Token | None, length: int) -> str | None:
    """Why a listed industry counts here: what stands behind it, what it is called, what is done with it; None if nothing."""
    strong = token.kind == "Industry"
    supported = behind is not None and (behind.text in _SUPPORTED_BY or behind.text == "等" and _etc_of_industries(tokens, behind))
    if supported and (strong or behind.text in _HEADS or length > 1 or behind.text in ("产值", "增加值", "总产值")):
        return "industry.listed"
    if not strong:
        return None
    if length >= 2:
        return "industry.listed-run"
    if token.text.endswith(_SELF_EVIDENT):
        if here is None or here.kind != "word" or not here.tag.startswith("n") or here.text.endswith(("值", "入", "额", "资", "数", "量")):
            return "industry.listed"
    if behind is not None and behind.text in _THRIVES:
        return "industry.thrives"
    if i and tokens[i - 1].text in _PROMOTED and (here is None or here.kind == "punctuation"):
        return "industry.promoted"
    return None


def _runs(tokens: Sequence[Token]) -> dict[int, tuple[int, int]]:
    """Runs of listed industries joined by 、 or 和: position -> (length of its run, last position of the run)."""
    runs: dict[int, tuple[int, int]] = {}
    i = 0
    while i < len(tokens):
        if not _is_listed(tokens[i]):
            i += 1
            continue
        members = [i]
        while members[-1] + 2 < len(tokens) and tokens[members[-1] + 1].text in ("、", "和", "及", "与") and _is_listed(tokens[members[-1] + 2]):
            members.append(members[-1] + 2)
        for member in members:
            runs[member] = (len(members), members[-1])
        i = members[-1] + 1
    return runs


def _etc_of_industries(tokens: Sequence[Token], etc: Token) -> bool:
    """Whether the noun behind 等 is one of industries."""
    at = next(i for i, t in enumerate(tokens) if t is etc)
    for token in tokens[at + 1:at + 6]:
        if token.kind == "punctuation":
            return False
        if token.text.endswith(("产业", "行业", "领域", "集群", "业态", "赛道", "产业链", "制造业")):
            return True
    return False


def _in_front(tokens: Sequence[Token], head: int) -> Iterator[Candidate]:
    first = start_of(tokens, head)
    while first < head and (tokens[first].kind in ("District", "Company", "Park", "quantity") or tokens[first].text in GENERIC and tokens[first].hit is None and first + 1 < head):
        first += 1
    if first == head or not 1 <= head - first <= 4:
        return
    if all(t.text in GENERIC or t.kind == "punctuation" for t in tokens[first:head]) or tokens[head - 1].text in _NO_TRADES:
        return
    text = "".join(t.text for t in tokens[first:head])
    if not any(_is_listed(t) for t in tokens[first:head]) and not text.endswith(TRADE_NOUNS):
        return
    if not 2 <= len(text) <= 12 or any(t.kind in ("quantity", "time", "punctuation") for t in tokens[first:head]):
        return
    if text + tokens[head].text in _TOO_GENERAL or text in _TOO_GENERAL or tokens[head - 1].tag in ("a", "b", "m", "f", "r") and head - first == 1:
        return
    yield Candidate(tokens[first].start, tokens[head - 1].end, "Industry", "industry.head-noun", False)
