"""Takes the tokens of a sentence, proposes facilities that a text names only by what they are for: 规划建设世界电竞大厦, 虚拟仿真实训基地投入运营.

That one is meant and not a kind, its surroundings say: it stands right behind a verb that builds, or begins its clause and is right in front of what
became of it. Its words must say more than a kind (服务中心 has none), and nothing may count it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.grammar.heads import ends_with
from kg.recognize.recognisers.places.own_parks import IN_GENERAL, KINDS
from kg.recognize.recognisers.projects.public_works import PHASES_OF_WORKS
from kg.recognize.text.left_edge import start_of
from kg.recognize.text.phrase import CLAUSE_ENDS, COUNTED, EDGE, GENERIC, INSIDE, LIST_JOINTS, ends_names, names_something, text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_HEADS = tuple(sorted(words("public_works", "facilities"), key=len, reverse=True))
_HEADS_BY_LAST = {last: [head for head in _HEADS if head[-1] == last] for last in {head[-1] for head in _HEADS}}
_TAILS = frozenset(head[i:] for head in _HEADS for i in range(1, len(head)))  # what the segmenter may leave of a head
FACILITY = sign(words=_TAILS, ends=_HEADS, plain_words=True)
_BUILDS = words("public_works", "facility_builds")
_BECAME = words("public_works", "facility_stages")
_MANNERS = words("public_works", "facility_manners")
_OF_ALL = frozenset("国家 世界 国际 中国 全球 国家级".split())  # of one: 国家植物博物馆
_PUSHES = words("public_works", "facility_pushes")
_ACTING = frozenset(("科学中心", "转化中心", "技术创新中心"))  # they are told of as what acts
_NO_NAMES = (KINDS - _OF_ALL - {"示范"}) | IN_GENERAL | words("public_works", "facilities_of_many")


def facilities(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Facilities of a sentence that have no name of their own."""
    for last in [i for i, token in enumerate(tokens) if token.signs & FACILITY and i]:
        found = next(((head, at) for head in _HEADS_BY_LAST[tokens[last].text[-1]] if (at := ends_with(tokens, last, head)) is not None), None)
        if found is None or found[1] == 0 and tokens[0].text == found[0]:
            continue
        head_first = found[1]
        first = start_of(tokens, head_first)
        while first and tokens[first - 1].text in _OF_ALL:
            first -= 1
        end = last + 1 if last + 1 < len(tokens) and tokens[last + 1].text in PHASES_OF_WORKS else last
        if names_something(tokens, first, head_first) and tokens[first].text not in _OF_ALL:
            continue
        if not _says_what_for(tokens, first, head_first) or not _is_told_of(tokens, first, end):
            continue
        cls = "Organization" if found[0] in _ACTING and end == last else "Project"
        yield Candidate(tokens[first].start, tokens[end].end, cls, "public-work.facility", False)


def _says_what_for(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether the words in front of a head say more than a kind: two of them, or one behind 国家."""
    inner = tokens[first:stop]
    if any(t.kind not in ("word", "Industry") or t.text in _NO_NAMES or t.text.endswith(("类", "型")) for t in inner):
        return False
    specific = [t for t in inner if t.text not in GENERIC and t.text not in EDGE and len(t.text) > 1 and t.tag[:1] not in "mqrdpcu"]
    return len(specific) + (bool(inner) and inner[0].text in _OF_ALL) > 1


def _is_told_of(tokens: Sequence[Token], first: int, last: int) -> bool:
    before, behind = tokens[first - 1] if first else None, last + 1
    while behind < len(tokens) and tokens[behind].text in _MANNERS:
        behind += 1
    follows = tokens[behind] if behind < len(tokens) else None
    stage = text_of(tokens, behind, behind + 1)  # 投入运营 may be two words
    became = follows is not None and (follows.text in _BECAME or stage in _BECAME)
    if follows is not None and (COUNTED.match(follows.text) or follows.kind == "quantity"):
        return False
    if before is not None and before.text in _BUILDS:
        return follows is None or follows.text in CLAUSE_ENDS or follows.text in LIST_JOINTS or follows.text in ("建设", "项目", "（", "等")
    if before is not None and before.text in _PUSHES:
        return became or follows is not None and follows.text == "建设" or _in_a_list(tokens, first, last)
    opens = before is None or before.text in CLAUSE_ENDS or before.text == "、"
    return opens and became or _in_a_list(tokens, first, last)


def _in_a_list(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a facility stands in a list of such that are built: 加快建设国家云杉育种基地、国家松茸评估中心."""
    begin = first
    while begin and (tokens[begin - 1].text in LIST_JOINTS or not _ends_a_list(tokens[begin - 1])):
        begin -= 1
    end = last + 1
    while end < len(tokens) and tokens[end].text not in CLAUSE_ENDS and not (tokens[end].text == "建设" and _ends_clause(tokens, end + 1)):
        if tokens[end].text in _BECAME:
            break
        if tokens[end - 1].text in LIST_JOINTS and _ends_a_list(tokens[end]):
            return False
        end += 1
    beside = [tokens[i] for i in (first - 1, last + 1) if 0 <= i < len(tokens)]
    verb = tokens[begin - 1] if begin else None
    if verb is None or not any(t.text in LIST_JOINTS for t in beside) or any(t.text == "的" for t in tokens[begin:end]):
        return False
    built = end < len(tokens) and (tokens[end].text == "建设" or tokens[end].text in _BECAME)
    return verb.text in _BUILDS and not built or verb.text in _PUSHES and built


def _ends_a_list(token: Token) -> bool:
    return token.text in CLAUSE_ENDS or token.kind == "word" and ends_names(token) and token.text not in INSIDE


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    return i >= len(tokens) or tokens[i].text in CLAUSE_ENDS
