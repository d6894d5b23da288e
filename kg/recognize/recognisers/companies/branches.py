"""Takes the tokens of a sentence, proposes the branches of listed companies: 一汽大众成都分公司, 中国联通浙江省分公司."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

BRANCH = sign(words=("分公司",))


def branches(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """What a company has in a place and calls its branch."""
    for i in [i for i, token in enumerate(tokens) if token.signs & BRANCH and i > 1]:
        if tokens[i].text == "分公司" and tokens[i - 1].kind == "District" and tokens[i - 2].kind == "Company":
            yield Candidate(tokens[i - 2].start, tokens[i].end, "Company", "grammar.company", True)
