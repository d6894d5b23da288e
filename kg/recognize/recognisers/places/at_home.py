"""Takes a document's text and its home, proposes the parks of its city that stand without the city in front: 国际港务区 in Xi'an's texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from kg.recognize.candidates import Candidate
from kg.recognize.gazetteer import Gazetteer
from kg.recognize.home import Home
from kg.recognize.places import zones_of_city
from kg.recognize.text.tokens import Occurrences, Token

if TYPE_CHECKING:
    from daachorse import CharwiseDoubleArrayAhoCorasick


@cache
def _zones_automaton(city: str, gazetteer: Gazetteer) -> CharwiseDoubleArrayAhoCorasick | None:
    import daachorse

    names = sorted(zones_of_city(city, gazetteer))
    return daachorse.CharwiseDoubleArrayAhoCorasick(names, daachorse.MATCH_KIND_LEFTMOST_LONGEST) if names else None


class ParksAtHome:
    """The places in a text where a city's own parks stand without the city in front: 国际港务区 in Xi'an's texts."""

    def __init__(self, text: str, home: Home, gazetteer: Gazetteer):
        city = next((place for place in home.chain if place in gazetteer.by_identifier and gazetteer.by_identifier[place].level == "city"), "")
        automaton = _zones_automaton(city, gazetteer) if city else None
        self._places = Occurrences((start, end, text[start:end]) for start, end, _ in automaton.find(text)) if automaton is not None else None

    def of(self, tokens: Sequence[Token]) -> Iterable[Candidate]:
        """Those of one sentence, between borders of words."""
        for start, end, _ in self._places.of(tokens) if self._places is not None else ():
            yield Candidate(start, end, "Park", "gazetteer.at-home", True)
