"""What XML 1.0 can hold."""

from __future__ import annotations

import re

# Characters that it does not allow, not even as references, and the carriage return, which its readers change.
_FORBIDDEN = re.compile("[^\t\n\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def printable(text: str) -> str:
    """Leave out what XML does not allow.

    >>> printable("一\\x00二")
    '一二'
    """
    return _FORBIDDEN.sub("", text)
