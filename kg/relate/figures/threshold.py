"""Takes money and the words around it, tells whether it is a threshold: 亿元以上项目, 50亿元以上制造业项目 are classes of things, not figures."""

from __future__ import annotations

import re

from kg.model import Quantity
from kg.relate.figures.indicator import MONEY, count_noun
from kg.relate.figures.state import Number
from kg.relate.lexicon import any_of
from kg.relate.view import Sentence

_THRESHOLD = re.compile(r"^(?:人民币)?(?:（[^）]{0,16}）)?(?:以上|及以上|以下)?的?(?:[^，。；、\d]{0,10}?)" + any_of("figures", "threshold-nouns"))
_ABOVE = re.compile(r"(?:过|超|超过)$")
_OR_ABOVE = re.compile(r"超过?[\d.]+[万亿]*元(?:或|/)$")  # 超10亿元或1亿美元重大项目15个
_OR_SO_MUCH = re.compile(r"(?:或|/)(?:[^，。；、\d]{0,8}超过?)?[\d.]+[万亿]*(?:美元|元)(?:以上)?的?[^，。；、\d]{0,8}(?:项目|企业)")
_CLASS_OF_THINGS = re.compile(
    "的?"
    + any_of("figures", "threshold-nouns")
    + r"|的?[^，。；、\d]{1,8}"
    + any_of("figures", "threshold-nouns")
    + r"[^，。；、\d]{0,6}(?=\d|$|、|，)"
)
_CLASS_COUNTED = re.compile(r"级?(?:企业|项目)(?:有|共|达到?|为|突破|超过?)?\d")
_SO_MANY = re.compile(r"\d+余?[个家项宗]")
_ABOUT = ("近", "约")
_ROUND = re.compile(r"[十百千万亿]+(?:美?元|元级|美元级)$")
_RANGE = re.compile(r"[\d亿万元]+[至到—\-–~][\d.]+")
_BECAME = re.compile(r"成为[^，。；]{0,8}首[个家]")  # 成为全市首个产值超千亿元的企业
_OF_A_CLASS = re.compile(r"的(?:共?有)?\d+余?[个项家宗户]")


def is_threshold(sentence: Sentence, quantity: Quantity, tail: str) -> bool:
    """Whether money tells how much each thing of a class has at least or at most.

    :param tail: the clause's words behind it
    """
    if quantity.unit not in ("CNY", "USD"):
        return False
    above = sentence.text[sentence.clause_at(quantity.start)[0] : quantity.start]
    if _BECAME.search(above):
        return False
    if _ROUND.fullmatch(quantity.text) and above.endswith(_ABOUT):
        return False  # 年销售额近亿元的企业
    if (_ABOVE.search(above) or _OR_ABOVE.search(above)) and (_CLASS_OF_THINGS.match(tail) or _OR_SO_MUCH.match(tail)):
        return True
    if (quantity.text.endswith(("以上", "以下")) or _RANGE.match(quantity.text)) and _THRESHOLD.match(tail):
        return True
    if (_ABOVE.search(above) or quantity.text.endswith("以上")) and _OF_A_CLASS.match(tail):
        return True  # 总投资10亿元以上的136个
    if _ROUND.fullmatch(quantity.text) and _CLASS_OF_THINGS.match(tail):
        return True  # 税收亿元楼宇62幢
    if _CLASS_COUNTED.match(tail) or quantity.text.endswith("以上") and _SO_MANY.match(tail):
        return True  # 50亿元企业3家
    return bool(re.match(r"(?:人民币)?（[^）]{2,16}）以上|[（(]或", tail)) or tail.startswith("）以上")


def class_counted(sentence: Sentence, number: Number) -> str | None:
    """What is counted behind the size that each has: 总投资10亿元以上的136个, 主营业务收入超过500万元的439家."""
    text, start, at = sentence.text, number.clause[0], number.at
    if number.lead not in ("的", "的有", "的共有") or at == start or count_noun(number.tail):
        return None
    size = next((q for q in sentence.quantities_from(start, at) if q.end == at), None)
    if size is None or size.unit not in MONEY or not is_threshold(sentence, size, text[at : number.clause[1]]):
        return None
    if number.quantity.counted in ("家", "户"):
        return "companies"
    return "projects" if "投资" in text[start : size.start] else None
