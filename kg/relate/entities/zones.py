"""Takes the names that a document has for things, gives those that are of one zone: 云岭县经济技术开发区 and 云岭经开区, and the offices of both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

from kg.recognize.lexicon import any_of

Key = tuple[str, str]  # class and name
_ZONE = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,8}?)[县市区]?"
    rf"(?:(?P<economy>{any_of('places', 'zones_of_economy')})|(?P<technology>{any_of('places', 'zones_of_high_technology')})|开发区)"
)
_OFFICE = re.compile(r"(?P<zone>.{4,}?)(?P<office>管理委员会|管委会|党工委)")
_IN_SHORT = {"管理委员会": "管委会"}


def one_zone(keys: Mapping[Key, Key]) -> Iterator[set[Key]]:
    """The zones that are called alike, at length and in short, also without their kind (云岭开发区) where a place has zones of one kind alone.

    :param keys: of each name of the document, the key that tells what it names
    :returns: keys of one zone
    """
    zones: dict[str, dict[str | None, set[Key]]] = defaultdict(lambda: defaultdict(set))  # place -> kind -> keys
    for (cls, name), key in sorted(keys.items()):
        for written in dict.fromkeys((name, key[1])) if cls == "Park" else ():  # 晨州云岭经开区 is listed as 云岭经济开发区
            found = _ZONE.fullmatch(written)
            if found is not None:
                zones[found["place"]][_kind(found)].add(key)
    for kinds in zones.values():
        if len(kinds) == 2 and None in kinds:
            kinds[next(kind for kind in kinds if kind is not None)] |= kinds.pop(None)
        yield from kinds.values()


def one_office(keys: Mapping[Key, Key], key_of_park: Callable[[str], Key]) -> Iterator[set[Key]]:
    """The offices of one zone that are called alike: 云岭经开区管委会, 云岭经济技术开发区管理委员会.

    :param keys: of each name of the document, the key that tells what it names, one for each zone
    :param key_of_park: gives the key of any park by its name
    :returns: keys of one office
    """
    offices: dict[tuple[tuple[str, str | None], str], set[Key]] = defaultdict(set)
    for (cls, name), key in sorted(keys.items()):
        found = _OFFICE.fullmatch(name) if cls == "Organization" else None
        if found is not None:
            zone = _zone(found["zone"]) if ("Park", found["zone"]) not in keys else None
            offices[zone or key_of_park(found["zone"]), _IN_SHORT.get(found["office"], found["office"])].add(key)
    yield from offices.values()


def _zone(name: str) -> tuple[str, str | None] | None:
    """The place and the kind of a zone; None if a name is not made of them."""
    found = _ZONE.fullmatch(name)
    return (found["place"], _kind(found)) if found is not None else None


def _kind(zone: re.Match[str]) -> str | None:
    """The kind of a zone; None if its name does not tell."""
    return next((kind for kind in ("economy", "technology") if zone[kind]), None)
