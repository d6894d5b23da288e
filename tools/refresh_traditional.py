"""Writes kg/read/traditional.txt: traditional characters that simplified text never uses, each with its simplified form.

    pip install opencc && python tools/refresh_traditional.py

From the characters of OpenCC (https://github.com/BYVoid/OpenCC, Apache License 2.0), its conversion t2s. Left out are characters of GB 2312, the
standard set of simplified text: 著, 於 and 乾 are written there too. The table, not the package, is what the program needs: characters are replaced one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

TABLE = Path(__file__).resolve().parent.parent / "kg" / "read" / "traditional.txt"
HAN = (range(0x3400, 0xA000),)      # extension A and the basic block
# Standard again since the Table of General Standard Chinese Characters (2013), in names above all: 昇腾, 东昇.
STANDARD_AGAIN = frozenset("昇邨甦龢迺陞頫夥椀栢甯勠")
_IN_A_LINE = 45


def pairs() -> Iterator[str]:
    """Give each traditional character followed by its simplified form, in the order of their code points."""
    from opencc import OpenCC

    converter = OpenCC("t2s")
    for character in (chr(code) for block in HAN for code in block):
        other = converter.convert(character)
        if other == character or len(other) > 1 or character in STANDARD_AGAIN:
            continue
        if in_simplified_text(other) and not in_simplified_text(character):
            yield character + other


def in_simplified_text(character: str) -> bool:
    """Whether a character is one of GB 2312."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def main() -> None:
    found = list(pairs())
    lines = [" ".join(found[i:i + _IN_A_LINE]) for i in range(0, len(found), _IN_A_LINE)]
    head = f"# Written by tools/refresh_traditional.py from OpenCC {version('opencc')} (Apache License 2.0): traditional character, simplified one.\n"
    TABLE.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
