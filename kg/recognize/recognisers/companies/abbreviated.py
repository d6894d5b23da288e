"""Takes the tokens of a sentence, proposes companies by the short names that a notice gives them: 晨州湛朗科技股份有限公司（以下简称“湛朗股份”）,
证券简称：湛朗股份.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, joined

ABBREVIATED = sign(ends=("公司", "集团", "科技", "股份", "简称"))
_NAME = r"(?P<name>[\u4e00-\u9fffA-Za-z]{2,10}?)"
_IN_BRACKETS = re.compile(rf"公司（(?:以下|下)?(?:简称|称)?(?:为)?[：:]?[“\"]{_NAME}[”\"](?:、|或|及|和|，|）)")
_LISTED_AS = re.compile(rf"(?:证券|股票)(?:简称|名称)[：:]\s*{_NAME}(?=\s|公告|，|。|；|）|股票|证券|编号|$)")
_IN_LETTERS = re.compile(r"(?:公司|集团|科技|股份)（(?:当地叫|英文名|简称)?(?P<name>[A-Z][A-Za-z]{2,14})）")
_NO_NAMES = re.compile(r"(?i:ipo|ceo|lng|epc|ppp|oem|led|spv|esg|reits?|bot|lcd|ltd|inc)$")
_PARTIES = re.compile(r"公司$|^(?:[甲乙丙丁]方|集团|子公司|母公司|协议|协议书|本.*|该.*|.*项目|.*协议|.*基地|.*股东|.*方)$")
_NO_PARTIES = re.compile(r"^(?:本|该|项目|标的|目标|上市|合资|控股|全资|[甲乙丙丁]方)?公司$")


def abbreviated(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Short names of companies in a sentence."""
    text, edges = joined(tokens)
    for pattern in (_IN_BRACKETS, _LISTED_AS, _IN_LETTERS):
        for match in pattern.finditer(text):
            name = match["name"]
            named = not _PARTIES.search(name) or len(name) > 3 and name.endswith("公司") and not _NO_PARTIES.match(name)
            if named and not _NO_NAMES.match(name) and match.start("name") in edges and match.end("name") in edges:
                first, stop = edges.index(match.start("name")), edges.index(match.end("name"))
                yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-short", True)
