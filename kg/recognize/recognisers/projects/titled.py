"""Takes the tokens of a sentence, proposes projects whose names quotation marks or the title of an agreement show whole: “智能板材制造项目”, 《电池材料项目投资协议》.

Such a name need hold no mark and no place: the marks say that it is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.phrase import COUNTED, EDGE, GENERIC, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token, joined

TITLE_OR_QUOTATION, CALLED_PROJECT = sign(words=("“", "《")), sign(ends=("项目",))
_NAME = r"(?P<name>[^“”《》，。；、：的了等]{3,28}?项目)"
_QUOTED = re.compile(rf"“{_NAME}”")
_AGREED = re.compile(
    rf"《(?:关于)?{_NAME}(?:之|的)?(?:投资|入园|合作|框架|战略|招商|建设|入区|开发|服务|土地|补充|意向|落户|进区|引进)*(?:协议书?|合同书?|意向书|备忘录)(?:》|之)"
)
_SLOGAN = re.compile(r"\d|[一二三四五六七八九十百千]+[个大项批]|工程项目$|重[大点]项目$|产业项目$|双碳|专精特新")
SHORTEST = 3  # characters in front of 项目


def titled(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects that stand whole between marks."""
    text = None
    for i in [i for i, token in enumerate(tokens) if token.signs & TITLE_OR_QUOTATION]:
        if text is None:
            text, edges = joined(tokens)
        quoted = tokens[i].text == "“"
        match = (_QUOTED if quoted else _AGREED).match(text, edges[i])
        if match is None or match.end("name") not in edges:
            continue
        first, stop = i + 1, edges.index(match.end("name"))
        if quoted and i and (COUNTED.match(tokens[i - 1].text) or tokens[i - 1].kind == "quantity" or tokens[i - 1].text in ("个", "批", "类")):
            continue  # 10个“…项目”: a kind of projects
        name = text_of(tokens, first, stop - 1)
        content = [t for t in tokens[first:stop] if t.text not in GENERIC and t.text not in EDGE and t.text != "项目"]
        if len(name) - 2 >= SHORTEST and not _SLOGAN.search(name) and sum(len(t.text) for t in content) >= 2:
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Project", "grammar.titled", True)
