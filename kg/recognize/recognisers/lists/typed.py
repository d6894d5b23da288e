"""Takes a member of a list and the class that the list gives, proposes the member as what it is, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.recognize.candidates import Candidate
from kg.recognize.lexicon import words
from kg.recognize.recognisers.companies.fronts import MARK_TAGS, companies_in_front
from kg.recognize.recognisers.grammar.begins import begins_with_a_preposition
from kg.recognize.recognisers.grammar.parks import names_no_park
from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.companies import may_be_company
from kg.recognize.recognisers.lists.industries import industries_of
from kg.recognize.recognisers.lists.members import LONGEST_MEMBER, SUPPLIED, Member
from kg.recognize.recognisers.lists.projects import classify_project
from kg.recognize.text.phrase import BREAK, GENERIC, INSIDE, LISTED, NO_PLACES, ends_names, is_trade, names_something, text_of
from kg.recognize.text.registered import behind_its_kind
from kg.recognize.text.tokens import Token

_LEARNED = ("研究所", "研究院", "研究中心", "创新中心", "科学院", "大学", "学院", "医院", "实验室", "协会")
_GOES_TO = SUPPLIED | {"提供"}
_COUNTRIES = words("developers", "foreign")
_GOODS = ("产品", "材料", "件")  # what the words for goods end in
_NO_AREAS = tuple(words("lists", "no_areas"))


def typed(tokens: Sequence[Token], member: Member, cls: str, rule: str, confirmed: bool) -> Iterator[Candidate]:
    """Propose a member, if what the list says of it can be.

    :param cls: what the list says that its members are
    :param confirmed: whether another member is listed as such
    """
    first, stop = member.first, member.stop
    if cls == "Company":
        first = _behind_what_goes_to_them(tokens, behind_its_kind(tokens, first, stop), stop)
    if first >= stop:
        return
    start, end = tokens[first].start, tokens[stop - 1].end
    if not 2 <= end - start <= LONGEST_MEMBER:
        return
    own = own_class(tokens, first, stop)
    if cls == "Project":
        yield from _project(tokens, first, stop, rule)
    elif cls == "Company":
        found = _company(tokens, first, stop, own, confirmed)
        if found is not None:
            yield Candidate(start, end, found, rule, True)
    elif cls == "Park" and _is_a_park(tokens, first, stop, own):
        yield Candidate(start, end, "Park", rule, True)
    elif cls == "Organization" and own == "Organization" and names_something(tokens, first, stop, 2):
        yield Candidate(start, end, "Organization", rule, True)
    elif cls == "District" and stop - first == 1 and _is_district(tokens[first], confirmed):
        yield Candidate(start, end, "District", rule, True)
    elif cls == "Industry":
        yield from industries_of(tokens, first, stop, rule)


def _behind_what_goes_to_them(tokens: Sequence[Token], first: int, stop: int) -> int:
    """Where a company's name begins behind words that say what goes to it: 产品供应宏沃, 配件配套宏沃."""
    for i in range(stop - 2, first, -1):
        if tokens[i].text in _GOES_TO and tokens[i - 1].text.endswith(_GOODS) and tokens[i + 1].text not in GENERIC:
            return i + 1
    return first


def _project(tokens: Sequence[Token], first: int, stop: int, rule: str) -> Iterator[Candidate]:
    start, end = tokens[first].start, tokens[stop - 1].end
    found = classify_project(tokens, first, stop)
    if found is None:
        return
    led = begins_with_a_preposition(tokens[first])
    yield Candidate(start + led, end, found, rule, True)
    if led and found == "Project":  # 因宏岭硝酸酯: the company is part of a word
        for a, b in companies_in_front(tokens, first, stop, True):
            if a == first and tokens[b - 1].end < end:
                yield Candidate(start + 1, tokens[b - 1].end, "Company", "composition.company", True)


def _company(tokens: Sequence[Token], first: int, stop: int, own: str | None, confirmed: bool) -> str | None:
    """The class of a member of a list of companies: one, or an institute beside them."""
    if own == "Organization" and tokens[stop - 1].text.endswith(_LEARNED) and names_something(tokens, first, stop, 2):
        return "Organization"
    listed_otherwise = stop - first == 1 and tokens[first].kind in LISTED and tokens[first].kind not in ("Company", "District")
    if listed_otherwise or own not in (None, "Company", "Organization"):
        return None
    if any(t.kind in ("quantity", "time") or t.text in ("的", "等") for t in tokens[first:stop]):
        return None
    text = text_of(tokens, first, stop - 1)
    return "Company" if text not in GENERIC and text not in BREAK and text not in _COUNTRIES and may_be_company(tokens, first, stop, text, confirmed) else None


def _is_district(token: Token, confirmed: bool) -> bool:
    """Whether a word may be a place among places."""
    if token.hit is None or "District" not in token.hit.classes:
        return False
    return confirmed or not token.hit.weak or token.tag in MARK_TAGS and token.text not in NO_PLACES


def _is_a_park(tokens: Sequence[Token], first: int, stop: int, own: str | None) -> bool:
    """Whether a member of a list of parks is one.

    :param own: the class of its own noun
    """
    return (
        _is_a_quarter(tokens, first, stop)
        or own == "Park"
        and not names_no_park(tokens, first, stop - 1)
        or _is_somewhere(tokens, first, stop, own)
    )


def _is_a_quarter(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a member of a list of quarters is one, whatever it is called after: 云岭宫历史文化街区."""
    text = text_of(tokens, first, stop - 1)
    own = text.removesuffix("街区").removesuffix("历史文化")
    return (
        own != text
        and len(own) > 1
        and own not in GENERIC
        and not own.endswith(("特色", "商业", "文化", "旅游", "休闲", "步行", "示范"))
        and not any(t.kind in ("quantity", "time") or t.text in ("的", "等") for t in tokens[first:stop])
    )


def _is_somewhere(tokens: Sequence[Token], first: int, stop: int, own: str | None) -> bool:
    """Whether a member of a list of parks is a base, or begins with the place where it is, whatever it ends in: 松州老街, 晨州大数据安全产业基地."""
    text = text_of(tokens, first, stop - 1)
    if any(t.kind in ("quantity", "time") or ends_names(t) and t.text not in INSIDE or t.text in ("的", "和") for t in tokens[first:stop]):
        return False
    if own == "Project":
        return text.endswith("基地") and names_something(tokens, first, stop - 1, 2)
    return (
        own is None
        and stop - first > 1
        and tokens[first].kind == "District"
        and tokens[first + 1].kind != "District"
        and not is_trade(tokens[stop - 1])
        and not text.endswith(_NO_AREAS)
    )
