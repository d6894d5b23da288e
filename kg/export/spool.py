"""Writes a header that depends on what comes after it, without holding it all in memory."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from typing import BinaryIO

_IN_MEMORY = 16_000_000     # bytes held before they go to a temporary file
_CHUNK = 1 << 20


def write_behind(output: BinaryIO, header: Callable[[], str], body: Iterable[str]) -> None:
    """Write the body aside, then the header, then the body behind it.

    :param header: called when the whole body has been taken
    """
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as aside:
        for text in body:
            aside.write(text.encode())
        aside.seek(0)
        output.write(header().encode())
        shutil.copyfileobj(aside, output, _CHUNK)
