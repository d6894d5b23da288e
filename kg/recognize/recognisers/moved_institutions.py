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
from kg.recognize.text.tokens import Borders, Token, unbroken
from kg.triggers import Expressions

MOVED_INSTITUTION = sign(words=("新址", "校区", "新校区", "新院区", "改扩建", "迁建", "扩建", "原址", "整体", "异地"), ends=("新址", "新校区", "新院"))
_KIND = "(?:医院|大学|学院|学校|中学|小学|保健院|卫生学校|党校|疾控中心|血站)"
_NAME = rf"[^，。；：、！？\n“”（）的和与及等\d]{{1,12}}?{_KIND}"
_DONE = "(?:新校区|新院区|新址|新院|原址改扩建|原址扩建|异地迁建|异地新建|整体搬迁|整体迁建|改扩建|迁建|扩建|二期)(?:工程|项目)?"
_LIST = re.compile(
    rf"(?:{any_of('public_works', 'builds', 'pushes', 'facility_pushes', 'facility_builds')})(?P<names>{_NAME}(?:[、和与及]{_NAME})*)(?P<done>{_DONE})"
    rf"(?=[，。；、！？\n]|$|建设|等|开工|前期|主体|竣工|投用|启用)"
)
_LISTS = Expressions(_LIST)
_ONE = re.compile(_NAME)
_IN_GENERAL = re.compile("各|一批|若干|公立|民办|公办|县级|乡镇|镇街|基层|薄弱|中小学|职业学校|普通高中|义务教育|定点|三级|二级|寄宿|优质|示范|^(?:医院|大学|学校|中学|小学)|建设|推进|加快|启动|支持|完成|所(?!属)|个|家|[县区乡镇村]级")


def moved_institutions(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Buildings of a sentence for schools and hospitals."""
    text = unbroken(tokens)
    if text is None:
        return
    base, borders = tokens[0].start, Borders(tokens)
    for _, match in _LISTS.finditer(text):
        names = list(_ONE.finditer(text, match.start("names"), match.end("names")))
        for i, name in enumerate(names):
            start = name.start() + (text[name.start()] in "、和与及")
            end = match.end("done") if i == len(names) - 1 else name.end()
            shares = "" if i == len(names) - 1 else match["done"]
            own = text[start : name.end()]
            if len(own) > 2 and not _IN_GENERAL.search(own) and base + start in borders and base + end in borders:
                yield Candidate(base + start, base + end, "Project", "public-work.moved", True, shares)
