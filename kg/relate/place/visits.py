"""Takes the sentences of a piece of news, gives the place that somebody inspects (1月4日，王小明在郓城县调研), and what is seen there.

The companies and projects that are called on one by one (在甲公司，王小明…；随后来到乙项目现场) are in that place. The words are in
``kg/relate/lexicon/visits.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.model import Mention
from kg.relate.lexicon import any_of
from kg.relate.place.area import Area, Place
from kg.relate.view import Sentence

_OPENING = 4  # sentences that tell where somebody goes
_GOES = re.compile(any_of("visits", "goes") + "$")
_INSPECTS = re.compile("(?:[^，。；：、与和]{0,4}?)" + any_of("visits", "inspects"))
_CALLS_ON = re.compile(f"{any_of('visits', 'then')}*{any_of('visits', 'calls-on')}")
_SEEN = re.compile(any_of("visits", "seen"))
_GOES_ON = re.compile("[、和及]|以及")


def visited_place(sentences: Sequence[Sentence], area: Area) -> Place | None:
    """The only place in the text's own that somebody inspects, by the first sentences."""
    told = [s for s in sentences if s.kind not in ("title", "heading")][:_OPENING]
    found = {(m.cls, m.text) for s in told for m in s.mentions if _is_inspected(s, m) and area.is_near((m.cls, m.text))}
    return found.pop() if len(found) == 1 else None


def _is_inspected(sentence: Sentence, place: Mention) -> bool:
    start, end = sentence.clause_at(place.start)
    return (
        place.cls in ("District", "Park")
        and _GOES.search(sentence.text, start, place.start) is not None
        and _INSPECTS.match(sentence.text, place.end, end) is not None
    )


def called_on(sentence: Sentence) -> Iterator[Mention]:
    """The companies and projects to which a clause goes: 在甲公司，…；先后来到乙项目、丙公司。"""
    last: Mention | None = None
    for mention in sentence.mentions:
        if mention.cls not in ("Company", "Project"):
            continue
        start, _ = sentence.clause_at(mention.start)
        goes_on = last is not None and _GOES_ON.fullmatch(sentence.text, last.end, mention.start) is not None
        if (goes_on or _CALLS_ON.fullmatch(sentence.text, start, mention.start)) and _SEEN.match(sentence.text, mention.end):
            last = mention
            yield mention
