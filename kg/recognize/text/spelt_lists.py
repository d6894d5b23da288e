"""Lists that are read by their characters, since the segmenter cuts the names in them at random: 三|中心|医院 in 三中心医院、第二人民医院新址."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JOINTS = "、和与及"
JOINT = f"[{_JOINTS}]"


def list_of(name: str) -> str:
    """The regular expression for one name or several.

    :param name: the expression for one
    """
    return f"{name}(?:{JOINT}{name})*"


def names_in(listed: re.Match[str], name: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The names of a list, by their offsets in the text.

    :param listed: a match of which the group ``names`` is the list
    :param name: what matches one; a joint that it takes for the first character of a name is none of it

    >>> street = "[\u4e00-\u9fff]{2,4}?路"
    >>> found = re.search(f"新建(?P<names>{list_of(street)})", "新建松岭路、云湖路")
    >>> [found.string[start:end] for start, end in names_in(found, re.compile(street))]
    ['松岭路', '云湖路']
    """
    text = listed.string
    for match in name.finditer(text, *listed.span("names")):
        yield match.start() + (text[match.start()] in _JOINTS), match.end()
