"""Whether what a clause says is so: done, planned, aimed at, expected, or not at all.

Cue words decide (genre.md: 力争 → Target, 预计 → Forecast, 拟 → Planned); without one, the direction in which the text
looks. A denied or cancelled fact is dropped.
"""

from __future__ import annotations

import re

ACTUAL, PLANNED, TARGET, FORECAST = "Actual", "Planned", "Target", "Forecast"

_TARGET = re.compile(
    r"力争|争取|确保|目标|力促|努力|争创|瞄准|冲刺|早日|尽快|加快实现|要达到|奋力|(?:到|至)20[2-9]\d年(?:底|末)?[，,]?(?:.{0,12})(?:达|突破|超|实现|建成)|将实现|跨入|"
    r"不低于|不少于"
)
_PLEDGED_PAST = re.compile(r"(?:争取|力争)(?:到|并|了|的)|成功争取")
_FORECAST = re.compile(r"预计|有望|预期|预测|将达|可达|可实现|估计")
_PLANNED = re.compile(r"拟|(?<!年度)(?<!投资)(?<!行动)计划(?!的|任务|单列|总投资额?完成)|规划(?!的)|谋划|筹划|筹建|将(?!军|来|要|继续)")
_DENIED = re.compile(r"(?:尚?未|没有|并未|不再|不会|终止|取消|撤销|解约|退出|暂停|停止|搁置|否认)(?:$|[^，。；]{0,4}$)")
_WISHED = re.compile(r"(?:希望|欢迎|邀请|期待|期盼|呼吁|建议|恳请)$")
_DENIED_BEHIND = re.compile(r"不实|不属实|谣言|传闻|虚假消息|[?？]$")
_CONDITION = re.compile(r"^(?:若(?!干)|如果|假如|倘若|一旦|只要)")
_DONE = re.compile(r"已|了|完成|累计|同比|顺利|成功|正式|相继|先后|首次突破|实际|圆满|全面完成|截至")


def modality(front: str, forward: bool) -> str:
    """The modality of what stands behind some words of a clause.

    :param front: the clause up to the fact
    :param forward: whether the text looks forward here (plans of the coming year)

    >>> modality("力争全市产值", False), modality("预计年均产值", False), modality("拟投资", False), modality("完成投资", False), modality("新增企业", True)
    ('Target', 'Forecast', 'Planned', 'Actual', 'Target')
    """
    if _TARGET.search(front) and not _PLEDGED_PAST.search(front):
        return TARGET
    if _FORECAST.search(front):
        return FORECAST
    if forward:
        return TARGET
    if _PLANNED.search(front):
        return PLANNED
    return ACTUAL


def denied(front: str, clause: str) -> bool:
    """Whether a fact is denied, cancelled, wished for, asked or only supposed.

    :param front: the words in front of it in its clause
    :param clause: the clause, or the sentence from there on: a denial may follow (…的消息不实)

    >>> denied("华星公司未", "华星公司未落户苏州工业园区"), denied("华星公司", "若华星公司落户"), denied("华星公司", "华星公司落户")
    (True, True, False)
    """
    if _DENIED.search(front) or _WISHED.search(front) or _CONDITION.match(clause):
        return True
    return bool(_DENIED_BEHIND.search(clause))
