"""Takes the tokens of a sentence, proposes companies by who leads them: 航晟锂电董事长王海, whatever the words in front of the title are.

Only companies have a chairman of the board or a chief executive. What has its own head inside a company (大区, 事业部) is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.acts import may_be_company
from kg.recognize.recognisers.companies.developers import bears_a_company
from kg.recognize.recognisers.persons import SURNAMES
from kg.recognize.text.phrase import text_of
from kg.recognize.text.signs import sign
from kg.recognize.text.tokens import Token

_TITLES = words("persons", "titles_of_companies")
_BEFORE_TITLES = words("persons", "before_titles") | _TITLES
_PARTS = tuple(words("persons", "parts_of_companies"))
_BEGINS = frozenset("，。；：、“”\n")
_SHORTEST = 3  # characters
LED_SIGNS = sign(words=_TITLES)


def companies_led(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Companies between the beginning of a clause and the title of a person."""
    for i in [i for i, token in enumerate(tokens) if token.signs & LED_SIGNS]:
        behind = tokens[i + 1] if i + 1 < len(tokens) else None
        if behind is None or not behind.text.startswith(SURNAMES):
            continue
        stop = i
        while stop and tokens[stop - 1].text in _BEFORE_TITLES:
            stop -= 1
        first = stop
        while first and tokens[first - 1].text not in _BEGINS:
            first -= 1
        name = text_of(tokens, first, stop - 1) if first < stop else ""
        no_name = len(name) < _SHORTEST or name.endswith(_PARTS) or _is_a_person(tokens, first, stop, name)
        if no_name or any(t.tag in ("v", "d", "p", "c", "m", "r") for t in tokens[first:stop]):
            continue
        if may_be_company(tokens, first, stop, False):
            yield Candidate(tokens[first].start, tokens[stop - 1].end, "Company", "list.company-led", True)


def _is_a_person(tokens: Sequence[Token], first: int, stop: int, name: str) -> bool:
    """Whether what stands in front of a title is a surname and two characters, which no table has as a company: 何海伟董事长."""
    return len(name) == 3 and name.startswith(SURNAMES) and not any(t.kind == "Company" or bears_a_company(t) for t in tokens[first:stop])
