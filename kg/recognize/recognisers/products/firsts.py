"""Takes the tokens of a sentence and the names that stand in it, proposes as products what is said to be the first of its kind and what became of it
(全国首套深海观测浮标研发成功, 全球首艘双燃料油轮交付), and lists of what was achieved (C919客机、载人潜水器等重大科技成果相继问世).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.recognisers.industries.trades import span
from kg.recognize.recognisers.lists import members_before
from kg.recognize.recognisers.products.products import kind_of_product
from kg.recognize.recognisers.products.things import things
from kg.recognize.text.phrase import between
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, positions, unbroken

_UNITS = "台套|批次|[台套艘架款颗辆列枚支块]"
_FIRST = rf"(?:首|第一)(?:{_UNITS})套?"
_HOW = any_of("products", "how_achieved") + "*"
_DONE = any_of("products", "achieved")
_SIZE = r"(?:年产\d[\d.]*万?(?:吨|台|辆|立方米))?"
_FIRST_OF_A_KIND = re.compile(
    rf"{_FIRST}{_SIZE}(?P<list>[^，。；：“”（）的\d]?[^，。；：“”（）的]{{2,40}}?)(?:在[^，。；、]{{2,10}}?)?{_HOW}{_DONE}(?=[，。；、]|$)"
)
_AGAIN = re.compile(rf"、(?:全[国球省市区]|世界|国内|我国|亚洲)?(?:首创|{_FIRST})?")
_ACHIEVEMENTS = re.compile(
    rf"等(?:一大?批|一系列|系列)?{any_of('products', 'kinds_of_achievements')}*成果(?:{_HOW}{_DONE}|{_HOW}涌现|应用)"
)
FIRST_SIGNS = sign(lambda word: word.kind == "word" and re.match(_FIRST, word.text) is not None, ends=("成果",), plain_words=True)


def firsts(tokens: Sequence[Token], standing: Sequence[Candidate]) -> Iterator[Candidate]:
    """Products of a sentence.

    :param standing: the names that other sources found in it
    """
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    starts, ends = positions(tokens)
    found: list[Candidate] = []
    for match in _FIRST_OF_A_KIND.finditer(text):
        start = base + match.start("list")
        members = [span(start + at, start + end, starts, ends) for at, end in between(_AGAIN, match["list"])]
        found += things(tokens, [(member[0], member[1] + 1) for member in members if member is not None], "product.first")
    for match in _ACHIEVEMENTS.finditer(text):
        etc = starts.get(base + match.start())
        for member in members_before(tokens, etc - 1) if etc else ():
            found += filter(None, (kind_of_product(tokens, member.first, member.stop, "product.in-list"),))
    for product in found:
        if not any(c.cls != "Industry" and c.start < product.end and product.start < c.end for c in standing):
            yield product
