"""Takes the sentences of a piece of news, gives what its headline is about."""

from __future__ import annotations

from collections.abc import Sequence

from kg.relate.focus.phases import Owner
from kg.relate.view import Sentence


def in_headline(sentences: Sequence[Sentence]) -> Owner | None:
    """What the headline of a piece of news is about: its project, else its company, else its park."""
    for sentence in sentences[:2]:
        if sentence.kind not in ("title", "heading"):
            continue
        park = next((m for m in sentence.mentions if m.cls == "Park"), None)
        if park is not None and sentence.mentions[0].start == sentence.start and sentence.text[park.end : park.end + 1] in ("：", ":"):
            first = sentence.mentions[0]
            if first is park or first.cls == "District" and first.end == park.start:
                return "Park", park.text  # 甲开发区：高铁沿线的明珠
        for cls in ("Project", "Company", "Park"):
            for mention in sentence.mentions:
                if mention.cls == cls:
                    return cls, mention.text
    return None
