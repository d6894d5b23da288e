"""Takes the names that are proposed for a sentence, gives the phases of what they name: 大学城二期, 云岭大厦（二期）, 综保区一期工程; and those of all lines
that a city builds, which bear no other name: 地铁三期.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import PHASED
from kg.recognize.text.phrase import CLAUSE_ENDS, LIST_JOINTS, ends_names
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_PHASE = re.compile("[一二三四五六首]期(?:工程|项目)?")
PHASE_BEHIND = sign(lambda word: word.kind == "word" and bool(_PHASE.fullmatch(word.text)))
_WHOLES = frozenset(("Park", "Project", "Organization"))
_BUILT = frozenset("项目 工程 建设".split())
_LINES = frozenset("地铁 轨道交通".split())
RULE = "grammar.phase"


def phases(tokens: Sequence[Token], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The phases behind names.

    :param tokens: of the sentence
    :param found: the names that are proposed for it
    """
    spans = {(name.start, name.end) for name in found}
    for i in [i for i, token in enumerate(tokens) if token.signs & PHASE_BEHIND and i]:
        first, last = _with_brackets(tokens, i)
        last += last + 1 < len(tokens) and tokens[last + 1].text in ("项目", "工程")
        end = tokens[last].end
        for name in dict.fromkeys(c for c in found if c.end == tokens[first].start and c.cls in _WHOLES and c.rule != "gazetteer.weak"):
            if name.cls == "Park":
                yield name._replace(rule=PHASED)
            if (name.start, end) not in spans:
                yield Candidate(name.start, end, "Project", RULE, name.certain)
        if first > 0 and tokens[first - 1].text in _LINES and _ends_there(tokens, last + 1):
            place = first > 1 and tokens[first - 2].kind == "District"
            yield Candidate(tokens[first - 1 - place].start, end, "Project", RULE, False)


def _with_brackets(tokens: Sequence[Token], i: int) -> tuple[int, int]:
    """The first and the last token of a phase, with the brackets around it."""
    bracketed = tokens[i - 1].text == "（" and i + 1 < len(tokens) and tokens[i + 1].text == "）"
    return i - bracketed, i + bracketed


def _ends_there(tokens: Sequence[Token], behind: int) -> bool:
    """Whether nothing that goes on with a name stands behind a phase of all lines: no 地铁三期规划."""
    if behind == len(tokens):
        return True
    token = tokens[behind]
    if token.text == "建设" and behind + 1 < len(tokens) and tokens[behind + 1].text == "规划":
        return False
    return token.text in CLAUSE_ENDS or token.text in LIST_JOINTS or token.text in _BUILT or token.text == "等" or token.text != "规划" and ends_names(token)
