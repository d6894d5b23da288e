"""Takes the tokens of a sentence, proposes what is built for schools and hospitals: 加快建设医科大学、民航大学新校区, 启动三中心医院、第二人民医院新址建设.

The list says once what is done, and for all of them: of each a building is meant. The segmenter cuts such names at random (三|中心|医院), so
that they are read by their characters, from the verb in front to what is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import any_of
from kg.recognize.text.signs import sign
from kg.recognize.text.spelt_lists import list_of, names_in
from kg.recognize.text.tokens import Borders, Token, unbroken
from kg.triggers import Expressions

MOVED_INSTITUTION = sign(words=("新址", "校区", "新校区", "新院区", "改扩建", "迁建", "扩建", "原址", "整体", "异地"), ends=("新址", "新校区", "新院"))
_NAME = rf"[^，。；：、！？\n“”（）的和与及等\d]{{1,12}}?{any_of('public_works', 'institutions')}"
_DONE = any_of("public_works", "built_for_institutions") + "(?:工程|项目)?"
_LIST = re.compile(
    rf"(?:{any_of('public_works', 'builds', 'pushes', 'facility_pushes', 'facility_builds')})(?P<names>{list_of(_NAME)})(?P<done>{_DONE})"
    rf"(?=[，。；、！？\n]|$|建设|等|开工|前期|主体|竣工|投用|启用)"
)
_LISTS = Expressions(_LIST)
_ONE = re.compile(_NAME)
_IN_GENERAL = re.compile(any_of("public_works", "institutions_in_general"))


def moved_institutions(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Buildings of a sentence for schools and hospitals."""
    text = unbroken(tokens)
    if text is None:
        return
    base, borders = tokens[0].start, Borders(tokens)
    for _, match in _LISTS.finditer(text):
        names = list(names_in(match, _ONE))
        for start, end in names:
            own, last = text[start:end], (start, end) == names[-1]
            end, shares = (match.end("done"), "") if last else (end, match["done"])
            if len(own) > 2 and not _IN_GENERAL.search(own) and base + start in borders and base + end in borders:
                yield Candidate(base + start, base + end, "Project", "public-work.moved", True, shares)
