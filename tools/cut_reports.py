"""Cuts the slices that gold files are about out of longer texts: each to FOLDER/DOCUMENT.txt.

    python tools/cut_reports.py REPORTS tests/elsewhere/gold -o FOLDER

REPORTS is the folder of the longer texts; GOLD are gold files, or folders of them, with a ``cut`` (:mod:`kg.evaluate.gold`).
Nothing is written unless every slice is the one that was annotated, which its SHA-256 tells.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import KgError, ReadError
from kg.evaluate import Gold, load
from kg.export.target import write_text


def cut(gold: Gold, reports: Path) -> str:
    """The slice of a report that a gold file is about.

    :raises ReadError: if the gold names no slice, the report can't be read, or the slice is not the one that was annotated
    """
    if gold.cut is None:
        raise ReadError("the gold file has no cut", where=gold.path, hint="only what was cut from a longer text is cut again")
    path = reports / gold.cut.file
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ReadError(f"the report of {gold.path.name} can't be read: {error.strerror}", where=path) from error
    except UnicodeDecodeError as error:
        raise ReadError("the report is not UTF-8", where=path) from error
    part = text[gold.cut.start:gold.cut.end]
    if hashlib.sha256(part.encode("utf-8")).hexdigest() != gold.cut.sha256:
        raise ReadError(f"characters {gold.cut.start} to {gold.cut.end} are not the text of {gold.document}", where=path,
                        hint=f"the report is another version than the one that {gold.path.name} was made from")
    return part


def cut_all(golds: Sequence[Gold], reports: Path, folder: Path) -> list[Path]:
    """Write all slices to a folder, which is made if it is not there.

    :returns: the files, in the order of the gold
    :raises KgError: if a slice can't be cut (then nothing was written) or a file can't be written
    """
    slices = [(folder / f"{gold.document}.txt", cut(gold, reports)) for gold in golds]
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in slices:
        write_text(text, path)
    return [path for path, _ in slices]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the arguments, cut, print the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    given = parser.parse_args(arguments)
    try:
        print(*cut_all(load(given.gold), given.reports, given.output), sep="\n")
    except KgError as error:
        print(f"error: {error}", file=sys.stderr)
        return error.exit_code
    except OSError as error:
        print(f"error: {error.filename}: {error.strerror}", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
