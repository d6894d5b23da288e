"""What the C library keeps of memory that was given back to it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3                    # of mallopt(3), in <malloc.h>


def keep_little() -> None:
    """Let the C library keep less of what is freed from now on; without effect where it is another than glibc.

    Unless it is told otherwise glibc makes pools for eight threads to each core, and every large block that is freed raises the size (up to 32 MiB)
    below which blocks come from the pools rather than from the system. The threads in which Oxigraph merges its files then fill pool after pool: a
    graph of 13.8 million triples took 500 MB to write, and 315 MB so.
    """
    option = _of_glibc("mallopt")
    if option is not None:
        option(_ARENA_MAX, 2)
        option(_MMAP_THRESHOLD, 128 * 1024)             # bytes; the default, which stays where it is once it is set


def give_back() -> None:
    """Let the system have the memory that is free by now; without effect where the C library has no way to do so.

    glibc keeps what was freed for the next who asks, in a pool for each of several threads. Between two stages of a build of which one works in Python
    and the other in Oxigraph's threads, each would keep what the other needs.
    """
    trim = _of_glibc("malloc_trim")
    if trim is not None:
        trim(0)


@cache
def _of_glibc(name: str) -> Callable[..., int] | None:
    """A function of the C library that only glibc has."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return getattr(ctypes.CDLL(None), name)
    except (OSError, AttributeError):                   # another C library
        return None
