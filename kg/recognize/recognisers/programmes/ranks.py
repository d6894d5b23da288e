"""Takes the tokens of a sentence, proposes as designations the ranks that zones rise to and projects are given.

升格为国家级经济技术开发区, 列为晨州市级重点项目.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, unbroken

_LEVEL = "(?:国家级|省级|自治区级|国家|市级)"
_KINDS = any_of("places", "zones_of_economy", "zones_of_high_technology")
_ZONE = f"(?:{_KINDS}|综合保税区|开发区|新区|旅游度假区|化工园区|承接产业转移示范区)"
_RISES = re.compile(
    rf"(?:升格|升级|晋升|晋级|升建|获批|获批成为|获批升级|批准|批复|认定|评定)(?:[^，。；、为]{{1,10}}(?=为))?(?:为|成为|成)?(?P<rank>{_LEVEL}{_ZONE})"
)
# behind the place that gives it
_GIVEN = re.compile(r"(?:级|\d{4}年度?)*(?:级)?(?:“[^”]{2,10}”)?(?:重点|重大|标志性)[^，。；、：“”的\d]{0,12}项目(?:清单)?(?=[，。；]|之一|$)")
_GIVES = re.compile(r"(?:是|为|系|作为|列为|列入|入选|纳入|跻身|确定为|评为)$")
RANK_SIGNS = sign(
    words=("重点项目", "重大项目", "项目"),
    begins=("升格", "升级", "晋升", "晋级", "升建", "获批", "批准", "批复", "认定", "评定"),
    plain_words=True,
)


def ranks(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Ranks of a sentence."""
    base, text = tokens[0].start, unbroken(tokens)
    if text is None:
        return
    for match in _RISES.finditer(text):
        yield Candidate(base + match.start("rank"), base + match.end("rank"), "Programme", "programme.designation", False)
    for before, place in zip(tokens, tokens[1:]):
        if place.kind == "District" and _GIVES.search(before.text) and (given := _GIVEN.match(text, place.end - base)) and given.group():
            yield Candidate(place.start, base + given.end(), "Programme", "programme.designation", False)
