"""Takes the tokens of a sentence and the names that stand in it, proposes as products the objects of verbs of making whose maker is told: 湛朗公司…一条生产线正在
生产汽车换档电机; 该公司是国内生产新能源汽车电机、电控、电源关键零部件的龙头企业之一; 甲集团与乙公司合作研制的全球首台纯电矿卡.

Since the text says who makes it, a thing need not end in a head noun of products: it is enough that it ends as things do (器, 膜, 盖), and is no general word. What is made with
it, or sold beside it, is none: the object is what the verb governs, behind the last 的 unless that leads to the maker itself (…的企业).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.products.things import may_be_inside, things
from kg.recognize.text.phrase import LIST_JOINTS
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_VERBS = words("products", "making")
_ALONGSIDE = _VERBS | words("products", "making_alongside")
_WHO = words("products", "who_makes")
_MAKERS_BEHIND = re.compile("(?:企业|公司|厂家|厂商|厂|商|集团|基地|龙头|巨头|工厂|之一|能力|产能|规模|项目|生产线|车间|单位|高地|小巨人|”|冠军)$")
_KIND_BEHIND = re.compile(
    "(?:系列|配套|核心|主要|各类|相关|高端|特色|多种|多个|优质|新型|关键|汽车|电子|化工|自主|拳头|主导)*(?:产品|品类|零部件|零件|部件|配件|材料|器件|元器件|组件|装备|设备|食品|药品|耗材)"
)
MAKING = sign(words=_VERBS, plain_words=True)
_CLAUSE_ENDS = frozenset("，。；：！？,;:!?\n（(“”《》")
_USED = ("使用", "所", "用", "需", "应用")
_RULE = "product.made-by"


def made_things(tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterator[Candidate]:
    """Products of a sentence.

    :param standing: the names that other sources found in it
    """
    for verb in [i for i, token in enumerate(tokens) if token.signs & MAKING]:
        if _has_a_maker(tokens, verb, standing):
            for product in things(tokens, _object(tokens, verb), _RULE):
                if not any(c.cls != "Industry" and c.start < product.end and product.start < c.end for c in standing):
                    yield product


def _has_a_maker(tokens: Sequence[Token], verb: int, standing: Sequence[Candidate]) -> bool:
    """Whether a company, a project or a word for one (公司, 生产线, 工人) stands in front of a verb in its sentence, not behind another 生产."""
    start = tokens[verb].start
    return any(c.cls in ("Company", "Project") and c.end <= start for c in standing) or any(t.text in _WHO for t in tokens[max(0, verb - 30) : verb])


def _object(tokens: Sequence[Token], verb: int) -> list[tuple[int, int]]:
    """The members of the list that a verb governs, as half-open ranges of tokens."""
    at = verb + 1
    while at + 1 < len(tokens) and (tokens[at].text in LIST_JOINTS and tokens[at + 1].text in _ALONGSIDE or tokens[at].text in _ALONGSIDE):
        if tokens[at].signs & MAKING:
            return []  # 研制生产: the last verb governs
        at += 1
    phrases: list[list[tuple[int, int]]] = [[]]
    first = at
    while at < len(tokens):
        token = tokens[at]
        if token.text in LIST_JOINTS:
            phrases[-1].append((first, at))
            first = at + 1
        elif token.text == "等":
            phrases[-1].append((first, at))
            led_on = next((i for i in range(at + 1, min(at + 8, len(tokens))) if tokens[i].text == "的" or tokens[i].text in _CLAUSE_ENDS), None)
            behind = "".join(t.text for t in tokens[at + 1 : at + 7])
            kind = _KIND_BEHIND.match(behind)
            if kind is not None and not behind[kind.end() :].startswith(_USED) or led_on is None or tokens[led_on].text != "的":
                return phrases[-1]
            at = led_on  # 平板电脑等产品使用的面板, 汽车等相关的线束
            phrases.append([])
            first = at + 1
        elif token.text == "的":
            phrases[-1].append((first, at))
            phrases.append([])
            first = at + 1
        elif token.text in _CLAUSE_ENDS or token.signs & MAKING or not may_be_inside(tokens, at):
            break
        at += 1
    phrases[-1].append((first, at))
    last = "".join(t.text for t in tokens[first:at])
    if len(phrases) > 1 and (not last or _MAKERS_BEHIND.search(last)):
        return phrases[-2]
    return [] if _MAKERS_BEHIND.search(last) else phrases[-1]
