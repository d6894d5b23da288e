"""HTML -> lines with the offsets of the source, and what the page's head says.

The parsers at hand tell at best line and column of a tag, and none of a character behind entities. So the source is cut into tokens
here: comments, tags, entities and text between them. That never fails, whatever is left open, and takes time in proportion to the
length.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape

from kg.read.line import Line

_TOKEN = re.compile(r"""
    <!--(?P<comment>)
  | </?(?P<name>[A-Za-z][^\s<>/"']*)(?P<attributes>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+)>
  | </?(?P<broken>[A-Za-z][^\s<>/"']*+)[^<>]*+>
  | <[!?/](?P<other>[^<>]*+)>?
  | &(?P<entity>\#[0-9]{1,8}|\#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,32});?
  | (?P<text>[^<&]++)
  | .
""", re.X | re.S)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*(?:"([^"<]*+)"|'([^'<]*+)'|([^\s"'=<>`]+))""")

_BLOCKS = frozenset("""address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    frameset h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul
    video""".split())
_ROLES = {**{f"h{level}": "heading" for level in range(1, 7)}, **dict.fromkeys(("li", "dt", "dd"), "item"),
          **dict.fromkeys(("td", "th"), "cell"), "figcaption": "caption"}
_RAW = frozenset(("script", "style", "noscript", "template", "textarea", "iframe", "svg", "xmp", "object", "select", "button", "noframes"))
_APART = frozenset(("nav", "header", "footer", "aside", "form"))
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# Words of a class or id that name a part of the page other than the article.
_APART_WORDS = frozenset("""nav navbar navigation menu breadcrumb breadcrumbs crumb crumbs footer foot sidebar aside related relate
    recommend recommended share sharing copyright comment comments advert banner pagination pager login toolbar ranking
    hotnews disclaimer""".split())
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_DEEPEST = 200      # elements inside each other; more are a broken page
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SENTENCE_END = re.compile("[。！？!?；]")
_SPACE = re.compile(r"\s+")


@dataclass(slots=True)
class Page:
    """A page taken apart."""

    lines: list[Line] = field(default_factory=list)
    title: str | None = None                                # <title>
    heading: str | None = None                              # the first <h1>
    meta: dict[str, str] = field(default_factory=dict)      # name or property in lower case -> content
    times: list[str] = field(default_factory=list)          # <time datetime>
    canonical: str | None = None


def page(text: str) -> Page:
    """Take a page apart.

    :param text: the source, as decoded; it may be broken
    :returns: its lines in order, without those of menus, headers and footers, and the fields of its head
    """
    reader = _Reader(text)
    reader.run()
    return reader.finish()


@dataclass(slots=True)
class _Open:
    name: str
    apart: str      # why what is inside stands apart from the article: an element's name, class, hidden; else empty
    lines: int      # how many lines came before it


class _Reader:
    def __init__(self, text: str):
        self.text, self.page = text, Page()
        self.lower = text.lower()
        if len(self.lower) != len(text):    # a few letters make two (İ)
            self.lower = text.translate(_TO_LOWER)
        self.stack: list[_Open] = []
        self.apart: list[str] = []          # reason for each line, "" for lines of the article
        self.pieces: list[str] = []
        self.origins = array("L")
        self.bold: list[tuple[int, int]] = []
        self.bold_from: int | None = None
        self.length = self.linked = 0
        self.linking = False
        self.gap = True
        self.missing: set[str] = set()      # closing tags that do not come any more
        self.last_close: dict[str, int] = {}

    # --- tokens

    def run(self) -> None:
        text, position = self.text, 0
        while token := _TOKEN.match(text, position):
            position = token.end()
            kind = token.lastgroup
            if kind == "text":
                self.add(token[0], range(token.start(), position))
            elif kind == "entity":
                self.entity(token[0], token.start())
            elif kind == "comment":
                position = self.after("-->", position)
            elif kind == "attributes" or kind == "broken":
                position = self.tag(token, position)
            elif kind is None:
                self.add(token[0], range(token.start(), position))
        self.flush(len(text))

    def after(self, closing: str, position: int) -> int:
        """The offset after the next ``closing``; ``position`` if there is none."""
        if closing in self.missing:
            return position
        found = self.lower.find(closing, position)
        if found < 0:
            self.missing.add(closing)
            return position
        return found + len(closing)

    def entity(self, source: str, start: int) -> None:
        decoded = unescape(source)
        if decoded == source:
            self.add(source, range(start, start + len(source)))
            return
        # What is left of a name without a semicolon (&copy2023) keeps its own offsets.
        rest = 0
        while rest < len(decoded) - 1 and decoded[-1 - rest] == source[-1 - rest]:
            rest += 1
        head = len(decoded) - rest
        self.add(decoded[:head], range(start, start + head))
        self.add(decoded[head:], range(start + len(source) - rest, start + len(source)))

    def tag(self, token: re.Match, position: int) -> int:
        name = (token["name"] or token["broken"]).lower()
        start = token.start()
        if self.text.startswith("</", start):
            self.close(name, start)
            return position
        attributes = token["attributes"] or ""
        if name in _RAW and not attributes.endswith("/"):
            return self.raw(name, position)
        self.open(name, attributes, start)
        return position

    def raw(self, name: str, position: int) -> int:
        """Pass over an element that holds no text of the article."""
        end = self.after(f"</{name}", position)
        if end == position:
            return position
        return self.after(">", end)

    # --- elements

    def open(self, name: str, source: str, start: int) -> None:
        attributes = _attributes(source) if source.strip() else {}
        if name == "meta":
            key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
            if key and attributes.get("content"):
                self.page.meta.setdefault(key.lower(), attributes["content"].strip())
        elif name == "link" and attributes.get("rel", "").lower() == "canonical":
            self.page.canonical = attributes.get("href")
        elif name == "time" and attributes.get("datetime"):
            self.page.times.append(attributes["datetime"])
        elif name == "br":
            self.flush(start, gap=not self.length)
        elif name in ("b", "strong"):
            self.bold_from = self.length if self.bold_from is None else self.bold_from
        elif name == "a":
            self.linking = True
        if name in _BLOCKS or name == "title":
            self.flush(start)
            self.implied_end(name)
        if name not in _VOID and not source.endswith("/") and len(self.stack) < _DEEPEST:
            self.stack.append(_Open(name, self.reason(name, attributes, start), len(self.page.lines)))

    def implied_end(self, name: str) -> None:
        """A paragraph or cell ends where the next one begins, closed or not."""
        if self.stack and self.stack[-1].name == name and name in ("p", "li", "td", "th", "tr", "dt", "dd", "option"):
            self.stack.pop()

    def reason(self, name: str, attributes: dict[str, str], start: int) -> str:
        if name in _APART and not (name == "header" and any(element.name == "article" for element in self.stack)):
            return name if self.closes(name, start) else ""
        if name in ("html", "body", "main", "article", "a") or not attributes:
            return ""
        if "hidden" in attributes or _HIDDEN.search(attributes.get("style", "")):
            return "hidden"
        words = {word.lower() for key in ("class", "id", "role") for word in _WORD.findall(attributes.get(key, ""))}
        return "class" if words & _APART_WORDS and name in _BLOCKS else ""

    def closes(self, name: str, position: int) -> bool:
        """Whether the element is closed somewhere: one that is not would swallow the article."""
        if name not in self.last_close:
            self.last_close[name] = self.lower.rfind(f"</{name}")
        return self.last_close[name] > position

    def close(self, name: str, start: int) -> None:
        if name in _BLOCKS or name == "title":
            self.flush(start)
        elif name in ("b", "strong") and self.bold_from is not None:
            if self.length > self.bold_from:
                self.bold.append((self.bold_from, self.length))
            self.bold_from = None
        elif name == "a":
            self.linking = False
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 60), -1):
            if self.stack[depth].name == name:
                del self.stack[depth:]
                break

    # --- lines

    def add(self, text: str, origins: Iterable[int]) -> None:
        self.pieces.append(text)
        self.origins.extend(origins)
        self.length += len(text)
        if self.linking:
            self.linked += len(text.strip())

    def flush(self, end: int, gap: bool = True) -> None:
        if self.length:
            self.line(end)
        self.gap = self.gap or gap
        self.bold_from = None if self.bold_from is None else 0

    def line(self, end: int) -> None:
        text, origins = "".join(self.pieces), self.origins
        if self.bold_from is not None and self.length > self.bold_from:
            self.bold.append((self.bold_from, self.length))
        whole = Line(text, origins, end, self.gap, "", tuple(self.bold), self.linked)
        self.pieces, self.origins, self.bold, self.length, self.linked = [], array("L"), [], 0, 0
        if not text.strip():
            return
        names = [element.name for element in self.stack]
        if "title" in names:
            self.page.title = self.page.title or _SPACE.sub(" ", text).strip()
            return
        if "pre" in names:
            self.verbatim(whole)
            return
        line = whole.part(0, len(text), role=self.role())
        if line.bold and not line.role and line.bold[0] == (0, len(line.text)):
            line.role = "bold"
        if "h1" in names and not self.page.heading:
            self.page.heading, line.role = _SPACE.sub(" ", line.text), "title"
        self.keep(line)
        self.gap = False

    def role(self) -> str:
        for element in reversed(self.stack):
            if element.name in ("td", "th") and len(self.page.lines) > element.lines:
                return ""       # a table that lays out the page: its cell holds more than one line
            if element.name in _ROLES:
                return _ROLES[element.name]
        return ""

    def verbatim(self, whole: Line) -> None:
        """The lines of preformatted text."""
        for match in re.finditer("[^\r\n]*[^\\s][^\r\n]*", whole.text):
            self.keep(whole.part(*match.span(), gap=self.gap or "\n\n" in whole.text[max(0, match.start() - 2):match.start()]))
            self.gap = False

    def keep(self, line: Line) -> None:
        self.page.lines.append(line)
        self.apart.append(next((element.apart for element in self.stack if element.apart), ""))

    def finish(self) -> Page:
        """Drop what stands apart, unless the article itself is there: pages wrap it in a form, or call it a sidebar."""
        weight: dict[str, int] = {}
        for line, reason in zip(self.page.lines, self.apart):
            if _SENTENCE_END.search(line.text) and line.linked * 2 < len(line.text):
                weight[reason] = weight.get(reason, 0) + len(line.text)
        article = weight.get("", 0)
        kept = {"", *(reason for reason in weight if not article or reason in ("form", "class") and weight[reason] > 4 * article)}
        lines = [line for line, reason in zip(self.page.lines, self.apart) if reason in kept]
        self.page.lines = lines or self.page.lines
        return self.page


def _attributes(source: str) -> dict[str, str]:
    values = {name.lower(): unescape(a or b or c or "") for name, a, b, c in _ATTRIBUTE.findall(source)}
    if re.search(r"(?:^|\s)hidden(?:\s|/|$)", source, re.I):
        values.setdefault("hidden", "")
    return values


_TO_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
