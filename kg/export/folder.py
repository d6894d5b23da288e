"""Where an export of several files goes: a folder that is there when it is complete, and not before."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kg.errors import ExportError, UsageError
from kg.export.target import STANDARD_OUTPUT


@contextmanager
def opened_folder(target: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a folder to write files to, which then takes the place of the target.

    The target may be missing or empty, or hold an earlier export: files of the same names alone.

    :raises UsageError: if the target is standard output
    :raises ExportError: if it holds other files, is none, or can't be written; it is then as it was
    """
    if os.fspath(target) == STANDARD_OUTPUT:
        raise UsageError("this format is a folder of files, which standard output can't hold", hint="give -o FOLDER")
    path = Path(os.path.realpath(target))
    made = None
    try:
        if path.exists() and not path.is_dir():
            raise ExportError("there is a file of that name, and this format is a folder", where=target, hint="give -o another folder")
        made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".part"))
        yield made
        _replace(path, made)
    except OSError as error:
        raise ExportError(f"can't be written: {error.strerror or error}", where=target, hint="nothing was left half-written") from error
    finally:
        if made is not None:
            shutil.rmtree(made, ignore_errors=True)


def _replace(path: Path, made: Path) -> None:
    os.chmod(made, 0o755)
    if not path.exists():
        os.rename(made, path)
        return
    ours = {file.name for file in made.iterdir()}
    other = sorted(file.name for file in path.iterdir() if file.name not in ours)
    if other:
        raise ExportError(f"the folder holds other files ({', '.join(other[:3])})", where=path, hint="give -o a new folder")
    old = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name[:60]}.", suffix=".old"))
    os.rename(path, old / path.name)
    try:
        os.rename(made, path)
    except OSError:
        with suppress(OSError):
            os.rename(old / path.name, path)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
