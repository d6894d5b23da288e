"""The results as a table for people, with the machine, the date and the command; and the place in a page that they are written to."""

from __future__ import annotations

import datetime
import os
import platform
import re
import sys
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "performance.md"


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Make a table in Markdown: the first column to the left, figures to the right."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def machine() -> str:
    """Tell what the figures were measured on."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB of memory, {platform.system()}, Python {platform.python_version()}, "
            f"spaCy {version('spacy')}")


def _processor() -> str:
    try:
        names = re.findall(r"^model name\s*: (.+)$", Path("/proc/cpuinfo").read_text(), re.M)
    except OSError:
        names = []
    return names[0].strip() if names else platform.processor() or platform.machine()


def command() -> str:
    """The command line that is running, as one would type it in the project's folder."""
    shown = [argument for argument in sys.argv[1:] if not argument.startswith("--write")]
    return " ".join(["python", f"benchmarks/{Path(sys.argv[0]).name}", *shown])


def report(text: str) -> str:
    """Put date, command and machine in front of results."""
    return f"{datetime.date.today()}, `{command()}`, {machine()}:\n\n{text}\n"


def write(page: Path, section: str, text: str) -> None:
    """Replace a section of a page: what stands between ``<!-- section -->`` and ``<!-- end of section -->``.

    :raises SystemExit: if the page has no such section
    """
    before = page.read_text(encoding="utf-8")
    pattern = re.compile(rf"(?<=<!-- {section} -->\n).*?(?=<!-- end of {section} -->)", re.S)
    if not pattern.search(before):
        raise SystemExit(f"{page}: there is no section «{section}» to write to")
    page.write_text(pattern.sub(lambda _: text, before), encoding="utf-8")
