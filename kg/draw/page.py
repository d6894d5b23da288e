"""Page: takes the data, gives one HTML document that needs nothing else.

The carrier is pyvis' ``Network`` with a template of ours; vis-network comes from the files that pyvis ships. The page may run its own
scripts, known by their hashes, and reach nothing. All names and sentences travel as JSON in a block that is no script, and are
put into the page as text.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from kg.draw.data import PageData
from kg.errors import ExportError

# In the order in which they use each other; they share one scope.
SCRIPTS = ("words.js", "dom.js", "graph.js", "theme.js", "shapes.js", "view.js", "time.js", "path.js", "labels.js", "search.js", "legend.js",
           "panel.js", "table.js", "picture.js", "subgraph.js", "save.js", "page.js")
STYLES = ("colours.css", "page.css")
TEMPLATE = "page.html"

# For vis-network. Forces stay off: places are laid out beforehand, and stay where the reader last saw them.
OPTIONS = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False, "hoverConnectedEdges": False,
                    "tooltipDelay": 120, "zoomSpeed": 0.6, "hideEdgesOnDrag": False},
    "nodes": {"shape": "custom"},
    "edges": {"smooth": False, "selectionWidth": 1.2, "hoverWidth": 0.6},
}


def render(data: PageData, heading: str) -> str:
    """Make the page.

    :param heading: its title, any text
    :returns: HTML; write it as UTF-8. The same arguments give the same text.
    :raises ExportError: if pyvis lacks the vis-network files that it ships
    """
    from pyvis.network import Network       # brings IPython: only when a page is wanted

    network = Network(directed=True, heading=heading, cdn_resources="in_line")
    network.nodes, network.edges = data.nodes, data.edges       # from_nx and add_edge look through all of them each time
    network.options = OPTIONS
    network.path = TEMPLATE
    network.templateEnv = _environment(data.about)
    return network.generate_html()


def _environment(about: dict) -> Environment:
    """The template with what pyvis does not hand to it."""
    environment = Environment(loader=DictLoader({TEMPLATE: _asset(TEMPLATE)}), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)
    scripts = [vis_network(), own_script()]
    style = "\n".join(map(_asset, STYLES))
    environment.globals.update(
        about=about, style=_inline(style, "style"), scripts=[_inline(s, "script") for s in scripts], policy=policy(scripts),
    )
    environment.filters["json_block"] = json_block
    return environment


def json_block(value: object) -> Markup:
    """JSON for a script element: nothing in it can end the element, and it is the same for the same value.

    >>> json_block(["</script>"])
    Markup('["\\\\u003c/script>"]')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)
    for c in "<\u2028\u2029\ufeff":
        text = text.replace(c, f"\\u{ord(c):04x}")
    # Half of a surrogate pair can't be written as UTF-8.
    return Markup("".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else c for c in text))


def policy(scripts: Iterable[str]) -> str:
    """The content security policy: these scripts and no other, nothing from anywhere.

    vis-network sets styles on elements, hence ``unsafe-inline`` for these alone; pictures are those that the page itself makes.
    """
    hashes = " ".join(f"'sha256-{base64.b64encode(hashlib.sha256(s.encode()).digest()).decode()}'" for s in scripts)
    return (f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
            "base-uri 'none'; form-action 'none'")


def own_script() -> str:
    """All our scripts as one that leaves nothing behind in the page's scope."""
    return "(() => {\n\"use strict\";\n" + "\n".join(map(_asset, SCRIPTS)) + "\n})();\n"


@lru_cache(maxsize=1)
def vis_network() -> str:
    """vis-network as pyvis ships it (Apache-2.0 or MIT, its licence stands in its first lines)."""
    import pyvis

    found = sorted(Path(pyvis.__file__).parent.glob("templates/lib/vis-9*/vis-network.min.js"))
    if not found:
        raise ExportError("vis-network is missing", where=Path(pyvis.__file__).parent, hint="install pyvis 0.3.2 anew")
    return found[-1].read_text(encoding="utf-8")


def _asset(name: str) -> str:
    return (files("kg.draw") / "assets" / name).read_text(encoding="utf-8")


def _inline(text: str, element: str) -> Markup:
    """Text of an element that is not parsed as HTML; refuses what would end it."""
    if f"</{element}" in text.lower():
        raise ExportError(f"a text of the page holds </{element}")
    return Markup(text)
