"""Takes the tokens of a sentence, proposes projects whose names the title of an agreement shows whole: 《电池材料项目投资协议》.

Such a name need hold no mark and no place: the marks say that it is one. What stands between quotation marks is a slogan as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.phrase import EDGE, GENERIC
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, joined

TITLE, CALLED_PROJECT = sign(words=("《",)), sign(ends=("项目",))
_AGREED = re.compile(
    r"《(?:关于)?(?P<name>[^“”《》，。；、：的了等]{3,28}?项目)(?:之|的)?"
    r"(?:投资|入园|合作|框架|战略|招商|建设|入区|开发|服务|土地|补充|意向|落户|进区|引进)*(?:协议书?|合同书?|意向书|备忘录)(?:》|之)"
)
_NO_NAMES = re.compile(r"\d|[一二三四五六七八九十百千]+[个大项批]|工程项目$|重[大点]项目$|产业项目$")
_SHORTEST = 3  # characters in front of 项目


def titled(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects that agreements are called after."""
    text, edges = joined(tokens)
    for match in _AGREED.finditer(text):
        if match.start("name") not in edges or match.end("name") not in edges:
            continue
        first, stop = edges.index(match.start("name")), edges.index(match.end("name"))
        content = [t for t in tokens[first:stop] if t.text not in GENERIC and t.text not in EDGE and t.text != "项目"]
        if len(match["name"]) - 2 >= _SHORTEST and not _NO_NAMES.search(match["name"]) and sum(len(t.text) for t in content) >= 2:
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Project", "grammar.titled", True)
