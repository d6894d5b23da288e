"""Where the corpus is, and how its files are read by the tests: independent of the package's own reader."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import yaml
from lxml import html

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GOLD = CORPUS / "gold"
RELATED = ("相关阅读", "【相关阅读】")
SUFFIXES = (".md", ".txt", ".html")


def texts() -> list[Path]:
    """The documents of the corpus, sorted by name; the README is none."""
    return sorted(path for path in CORPUS.iterdir() if path.suffix in SUFFIXES and path.name != "README.md")


def golds() -> list[Path]:
    """The hand-made answers, sorted by name."""
    return sorted(GOLD.glob("*.json"))


def decoded(path: Path) -> str:
    """The document's text, from UTF-8 or else from GB18030."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def front_matter(path: Path) -> dict:
    """The YAML block between the first two ``---`` lines; empty if there is none."""
    text = decoded(path)
    if not text.startswith("---\n"):
        return {}
    return yaml.safe_load(text.split("---\n", 2)[1])


def main_text(path: Path) -> str:
    """The text a reader came for, without front matter, markup and related headlines, all spaces dropped."""
    text = decoded(path)
    if path.suffix == ".html":
        text = html.fromstring(path.read_bytes()).find(".//article").text_content()
    elif text.startswith("---\n"):
        text = text.split("---\n", 2)[2]
    lines = [line.strip() for line in text.splitlines()]
    end = next((number for number, line in enumerate(lines) if line in RELATED), len(lines))
    return spaceless("".join(lines[:end]))


def spaceless(text: str) -> str:
    """Width differences, letter case and all spaces taken away, as names are compared."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if not c.isspace())


def document_of(path: Path) -> Path:
    """The document that an answer file speaks of: the one text of its name."""
    (document,) = [text for text in texts() if text.stem == path.stem]
    return document


def gold(path: Path) -> dict:
    """One answer file, parsed."""
    return json.loads(path.read_text(encoding="utf-8"))


def rows(answer: dict, key: str) -> list:
    """Required and optional annotations of one kind together."""
    return answer[key] + answer["optional"][key]
