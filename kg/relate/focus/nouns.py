"""Nouns that stand for a thing which the text named (项目, 二期, 公司, 园区), and what may lead to them at the front of a clause."""

from __future__ import annotations

import re

from kg.relate.lexicon import any_of

_PLAIN_WORKS = "项目|工程|工厂|基地|电站|生产线|产线"
WORKS = rf"(?<=[\u4e00-\u9fff])厂(?!房)|{_PLAIN_WORKS}"
_PHASES = "一期|二期|三期|四期|首期"
NUMBERED = "[一二三四]期"
COMPANIES = "公司|企业"
PARKS = "园区|小镇|工业园|科技园|新片区|新区|开发区|高新区|经开区|集聚区|片区|保税区|合作区|产业园|产业城"
# One of these must be in a clause. Plain words and nothing else, so that what has none of them is left at a glance.
WORDS_FOR_THINGS = "|".join(("厂", _PLAIN_WORKS, _PHASES, COMPANIES, PARKS))
LEAD_IN = "^" + any_of("focus", "noun-lead-ins") + "*"
_LEADS_IN = re.compile(LEAD_IN)
PROJECT_NOUN = re.compile(
    LEAD_IN
    + rf"(?:该|(?:这座|这条|这个|这一)(?:[^，。；、]{{2,14}}的|[^，。；、的]{{1,10}}?(?=厂|基地|线|电站|项目))?|本|新)?(?P<phase>{_PHASES})?(?P<noun>{WORKS})"
    + rf"(?P<behind>{NUMBERED}(?!间)(?:项目|工程)?)?(?!公司|数|负责|建设者|申报|审批|招商|引进|个|落地率|库|清单|管理|化|的[^，。]{{0,6}}(?:问题|需求))"
    + rf"|^(?:[，、]?(?:其中(?!.{{2}}[和及与、])|(?:截至)?(?:目前|如今)(?=[一二三四首]期(?:项目|工程)?(?:已|正|完成|累计|投资|建成|投产)))[，]?)?(?P<only>{_PHASES})(?!间|[^，。；建投开、]{{2,24}}(?:项目|工程|基地|生产线))"
)


def lead_in(clause: str) -> int:
    """Where what leads a clause in ends: 0 if nothing does."""
    found = _LEADS_IN.match(clause)
    return found.end() if found is not None else 0


def phase_told(project: re.Match[str]) -> str | None:
    """The phase that a noun tells in front, behind or alone: 一期项目, 项目一期, 一期.

    :param project: a match of :data:`PROJECT_NOUN`
    """
    behind = project["behind"]
    return project["phase"] or project["only"] or (behind[:2] if behind is not None else None)
