"""Takes a sentence, gives which segment of a chain comes before which where the text draws the chain: 硅棒—硅片—电池片—组件."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model import Mention
from kg.relate.view import Sentence

_ARROW = re.compile("[-－—–→]{1,2}")
_FEWEST = 3  # segments that make a chain; two may only be joined


def drawn_chains(sentence: Sentence) -> Iterator[tuple[Mention, Mention]]:
    """Neighbours in a chain, the upstream one first."""
    chain: list[Mention] = []
    for mention in (*sentence.mentions, None):
        if mention is not None and mention.cls == "Industry" and chain and _ARROW.fullmatch(sentence.text, chain[-1].end, mention.start):
            chain.append(mention)
            continue
        if len(chain) >= _FEWEST:
            yield from zip(chain, chain[1:])
        chain = [mention] if mention is not None and mention.cls == "Industry" else []
