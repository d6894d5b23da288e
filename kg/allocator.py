"""What the C library keeps of memory that was given back to it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Let the system have the memory that is free by now; without effect where the C library has no way to do so.

    glibc keeps what was freed for the next who asks, in a pool for each of several threads. Between two stages of a build of which one works in Python
    and the other in Oxigraph's threads, each would keep what the other needs.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError):                   # another C library than glibc
        return None
