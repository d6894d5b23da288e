"""Takes the tokens of a sentence, proposes projects that a company's name opens and 项目 ends, however much is told of what is done between them: 湛沐石化炼油扩能改造
及配套管道项目.

Between them stand nouns, what is done to works and what joins them; a verb right behind the company (建设, 投资) or a mark of the clause makes it the subject
of the sentence instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.recognisers.grammar import KINDS_OF_PROJECTS
from kg.recognize.recognisers.lists.by_itself import counts_things
from kg.recognize.recognisers.lists.members import DONE_IN_NAMES
from kg.recognize.text.phrase import INSIDE, PART_JOINTS, ends_names, is_proper
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

OF_A_COMPANY = sign(words=("项目", "建设项目", "工程", "建设工程"))
_JOINS = PART_JOINTS | {"（", "）", "-", "—", "·"}
_PLAIN_KINDS = KINDS_OF_PROJECTS - {"建设"}
_NO_TAGS = ("p", "c", "d", "r", "u", "uj", "ul", "v", "y", "t", "f")
_FURTHEST = 12  # tokens between the company and 项目


def of_companies(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Projects of a sentence that a listed company opens."""
    for last in [i for i, token in enumerate(tokens) if token.signs & OF_A_COMPANY]:
        if last + 1 < len(tokens) and counts_things(tokens[last + 1]):
            continue  # 甲公司技改项目3个
        first = last - 1
        while first >= max(0, last - _FURTHEST) and tokens[first].kind != "Company" and _may_be_between(tokens[first]):
            first -= 1
        if first < 0 or last - first < 3 or tokens[first].kind != "Company" or not _opens(tokens, first, last):
            continue
        yield Candidate(tokens[first].start, tokens[last].end, "Project", "grammar.of-a-company", True)


def _may_be_between(token: Token) -> bool:
    if token.text in _JOINS or token.text in DONE_IN_NAMES:
        return True
    if token.kind == "quantity" or token.kind == "time" or token.kind == "punctuation" or counts_things(token):
        return False
    return token.kind != "word" or token.text in INSIDE or not ends_names(token) and (token.tag[:1] not in _NO_TAGS or token.tag == "vn")


def _opens(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what stands behind a company is what it builds, joined of parts: the plain names are read elsewhere."""
    inner = tokens[first + 1 : last]
    joints = [i for i, t in enumerate(inner) if t.text in PART_JOINTS]
    if inner[0].text in _JOINS or inner[0].text in DONE_IN_NAMES or inner[-1].text in _PLAIN_KINDS or inner[-1].text in PART_JOINTS:
        return False  # 甲公司与乙…项目; 甲公司建设…项目
    if any(is_proper(inner[i + 1]) and inner[i + 1].kind != "Industry" for i in joints):
        return False  # 甲公司炼油、乙公司化工项目
    return bool(joints) and any(t.text in DONE_IN_NAMES or t.tag[:1] == "v" for t in inner[: joints[-1]])
