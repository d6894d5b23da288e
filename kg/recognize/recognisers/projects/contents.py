"""Takes the tokens of a sentence and the names that are proposed for it, leaves out those that only tell what a project
consists of, or what something is.

Neither is a name: 年产5万吨正极材料生产线 in 该项目总投资3亿元，建设年产5万吨正极材料生产线 is what the project of which the sentence tells will be, and 现代化物流产业园区
in 甲物流园是一个集仓储、配送于一体的现代化物流产业园区 what the park is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.text.phrase import is_proper, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, known_word, span_of

CONTENTS = sign(words="建设 新建 建成 投建 兴建 新上 建设成 扩建 一体".split(), ends=("建设", "新建", "一体"), plain_words=True)
_RULES = ("grammar.sized", "grammar.planned", "grammar.project", "public-work.facility")
_BUILDS, _MEASURES, _OPENERS, _SUBJECTS = (any_of("plans", name) for name in ("builds_contents", "measures", "opens_a_clause", "told_of"))
_BUILT_BY_A_PROJECT = re.compile(
    rf"(?:^|，)(?:{_OPENERS}，?)*(?P<subject>(?:(?:该|本|此|这一|这个)(?=项目|工程)|[^，]{{0,36}}?)(?:{_SUBJECTS}))"
    rf"(?:(?:{_MEASURES})[^，]*)?(?:，(?:项目)?(?:{_MEASURES})[^，]*)*，?(?:{_BUILDS})(?:[^，]*、|[^，]{{0,40}}(?:的|及|和|条|个|套|座))?$"
)
_OWN_NAMES = frozenset(("Company", "District", "Park", "Organization"))
_SEVERAL = re.compile(r"(?:[两二三四五六七八九十几多各\d]个?|些|等|批|类|所有|全部)(?:重[点大])?(?:项目|工程)$")
_ACTS = re.compile("^(?:为|在|推进|加快|推动|围绕|以|对|通过|随着|除|当|由|将|于|与|和|向|从|自|按|据|实施|建设|建成|完成|组织|支持|引进|落户|签约|开工|投资|总投资|新建)")
_IS_ONE = re.compile("(?:是|成为|为)(?:国内|全[国省市]|我[国省市])?(?:一|又一|另一|首|第.)(?:个|座|家|处|条|所)[^，。；]*的$|于一体(?:化)?的$|为一体(?:化)?的$")


def without_contents(tokens: Sequence[Token], found: Sequence[Candidate]) -> list[Candidate]:
    """The names without those that only tell what a project consists of, or what it is.

    :param tokens: of the sentence
    :param found: the names that are proposed for it
    """
    starts = {t.start for t in tokens}
    return [name for name in found if not (name.cls in ("Project", "Park") and name.start in starts and _only_tells(tokens, name))]


def _only_tells(tokens: Sequence[Token], name: Candidate) -> bool:
    first, stop = span_of(tokens, name.start, name.end)
    daily = tokens[first].text == "日产" and tokens[first + 1].kind == "quantity"  # a company besides
    named = any(t.kind in _OWN_NAMES or t.text in "“《" for t in tokens[first:stop])
    if not first or named and not daily:
        return False
    opening = tokens[first]
    if not daily and opening.kind == "word" and is_proper(opening) and not (known_word(opening.text) and opening.tag == "eng"):
        return False
    clause = re.split("[。；：\n]", text_of(tokens, 0, first - 1))[-1]
    if _IS_ONE.search(clause):
        return True
    told = _BUILT_BY_A_PROJECT.search(clause) if name.cls == "Project" and (name.rule.startswith(_RULES) or daily) else None
    return told is not None and not _SEVERAL.search(told["subject"]) and not _ACTS.match(told["subject"])
