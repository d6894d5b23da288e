"""Runs the examples of README.md and docs/, and writes down what they print.

    python tools/refresh_examples.py [PAGE]...  # after a change that shows in an output; a test tells if it was forgotten

An example is a block marked ``console``: a line that begins with ``$`` is a command of the shell (lines that begin with ``>`` continue it),
what follows is what it prints on a terminal. Or it is a block marked ``python`` with a block marked ``text`` behind it: a program and
what it prints. The examples of a page run one after another in one folder, which holds corpus/, docs/ and ontology/.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
AT_HAND = ("corpus", "docs", "ontology")
WIDTH = 132
_INSIDE = r"(?:(?!```).)*"
_EXAMPLE = re.compile(rf"```console\n(?P<session>{_INSIDE})```|```python\n(?P<program>{_INSIDE})```\n\n```text\n(?P<printed>{_INSIDE})```", re.S)
_COMMAND = re.compile(r"^\$ (?P<line>.*\n(?:> .*\n)*)(?P<printed>(?:(?!\$ ).*\n)*)", re.M)
_STYLE = re.compile(r"\x1b\[[\d;]*m")            # colours, bold and the like
# What two runs print differently.
_SECONDS = re.compile(r"in [\d.]+ s(?:, [\d,]+ a second)?")


def pages() -> list[Path]:
    """The pages that have examples, in order."""
    return [page for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))] if _EXAMPLE.search(page.read_text(encoding="utf-8"))]


def refreshed(text: str) -> str:
    """Run the examples of a page.

    :param text: of the page
    :returns: the text with what the examples print now; unchanged where only times differ
    :raises RuntimeError: with the command and its messages, if one fails
    """
    with tempfile.TemporaryDirectory() as folder:
        workplace = _Workplace(Path(folder))
        return _EXAMPLE.sub(lambda example: _replaced(example, workplace), text)


def _replaced(example: re.Match, workplace: _Workplace) -> str:
    if example["session"] is None:
        printed = workplace.run([sys.executable, "-c", example["program"]], example["program"])
        return example[0][:example.start("printed") - example.start()] + _kept(example["printed"], printed) + "```"
    return "```console\n" + _COMMAND.sub(lambda command: _answered(command, workplace), example["session"]) + "```"


def _answered(command: re.Match, workplace: _Workplace) -> str:
    line = command["line"].replace("\n> ", "\n").rstrip("\n")
    return f"$ {command['line']}{_kept(command['printed'], workplace.run(['bash', '-c', line], line))}"


def _kept(before: str, after: str) -> str:
    return before if _SECONDS.sub("", before) == _SECONDS.sub("", after) else after


class _Workplace:
    """A folder for examples to run in, and a terminal for them to print on."""

    def __init__(self, folder: Path):
        self._folder = folder / "project"
        self._folder.mkdir()
        for name in AT_HAND:
            (self._folder / name).symlink_to(ROOT / name)
        programs = folder / "bin"
        programs.mkdir()
        (programs / "kg").write_text(f"#!/bin/sh\nexec '{sys.executable}' -m kg \"$@\"\n")
        (programs / "kg").chmod(0o755)
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("KG_") and name != "COLUMNS"}
        self._environment = inherited | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
                                         "TERM": "xterm", "NO_COLOR": "1"}

    def run(self, arguments: list[str], shown: str) -> str:
        """Run a program, and give what it prints on a terminal and then what it complains of."""
        terminal, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", 50, WIDTH, 0, 0))
        with subprocess.Popen(arguments, cwd=self._folder, env=self._environment, stdin=subprocess.DEVNULL, stdout=end,
                              stderr=subprocess.PIPE) as running:
            os.close(end)
            printed = _drained(terminal)
            complaints = running.stderr.read()
        if running.returncode:
            raise RuntimeError(f"exit code {running.returncode} of: {shown}\n{printed}{complaints.decode()}")
        lines = _STYLE.sub("", printed + complaints.decode()).rstrip().splitlines()
        return "".join(line.rstrip() + "\n" for line in lines)


def _drained(terminal: int) -> str:
    data = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:                     # how Linux says that the other end was closed
            part = b""
        if not part:
            os.close(terminal)
            return data.decode()
        data += part


def main() -> None:
    for page in [Path(name).resolve() for name in sys.argv[1:]] or pages():
        before = page.read_text(encoding="utf-8")
        after = refreshed(before)
        if after != before:
            page.write_text(after, encoding="utf-8")
            print(f"{page.relative_to(ROOT)}: refreshed")


if __name__ == "__main__":
    main()
