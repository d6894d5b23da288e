"""Where an export goes: a file that appears when it is complete and not before, or standard output."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from kg.errors import ExportError

STANDARD_OUTPUT = "-"


@contextmanager
def opened(target: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file or standard output (``-``) to write bytes to.

    A file is written beside its place under another name, brought to the disk and then renamed, so that
    whoever looks sees the old file or the whole new one.

    :raises ExportError: if it can't be written, for whatever reason; the target is then as it was
    """
    if os.fspath(target) == STANDARD_OUTPUT:
        with _standard_output() as output:
            yield output
    else:
        with _file(Path(target)) as output:
            yield output


def write_text(text: str, target: str | os.PathLike[str]) -> None:
    """Write a text as UTF-8; see :func:`opened`."""
    with opened(target) as output:
        output.write(text.encode())


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    if path.exists() and not path.is_file():        # a device or pipe can't be replaced, a folder must not be
        with _reported(str(path)), path.open("wb") as output:
            yield output
        return
    with _reported(str(path)):
        # A link stays a link: what it points to is replaced.
        path = Path(os.path.realpath(path))
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as output:
                yield output
                output.flush()
                os.fsync(output.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            os.replace(name, path)
        except BaseException:
            with suppress(OSError):
                os.unlink(name)
            raise


@contextmanager
def _standard_output() -> Iterator[BinaryIO]:
    with _reported("standard output"):
        try:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()
        except OSError:
            _drop_output()
            raise


@contextmanager
def _reported(where: str) -> Iterator[None]:
    """Turn what the system says into an error of ours; a closed pipe is left to the command line."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise ExportError(f"can't be written: {error.strerror or error}", where=where,
                          hint="nothing was left half-written" if where != "standard output" else None) from error


def _drop_output() -> None:
    """Forget what could not be written; the interpreter would try again, and complain, at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
