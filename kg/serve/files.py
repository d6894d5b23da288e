"""The files beside the pages: styles, scripts and licences, under addresses that change with their content."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.draw import style
from kg.schema import Schema

_PLACES = {"colours.css": "kg.draw.assets", "page.css": "kg.serve.assets", "page.js": "kg.serve.assets", "editor.js": "kg.serve.assets",
           "icon.svg": "kg.serve.assets", "yasqe.min.js": "kg.serve.vendor", "yasqe.min.css": "kg.serve.vendor", "LICENSES.txt": "kg.serve.vendor"}
_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "txt": "text/plain"}
_FOREVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """A file."""

    data: bytes
    media_type: str
    digest: str


class Assets:
    """All files, read once."""

    def __init__(self, schema: Schema):
        self._found = {name: _asset(name, (files(package) / name).read_bytes()) for name, package in _PLACES.items()}
        self._found["classes.css"] = _asset("classes.css", class_colours(schema).encode())

    def address(self, name: str) -> str:
        """The address of a file, for a page."""
        return f"/assets/{name}?{self._found[name].digest}"

    async def respond(self, request: Request) -> Response:
        """Give the file that the path names."""
        found = self._found.get(request.path_params["name"])
        if found is None:
            return PlainTextResponse("there is no such file\n", 404)
        headers = {"Cache-Control": _FOREVER if request.url.query == found.digest else "no-cache", "Content-Type": found.media_type}
        return Response(found.data, headers=headers)

    async def licenses(self, request: Request) -> Response:
        """Give the licences of what is not ours."""
        return PlainTextResponse(self._found["LICENSES.txt"].data.decode())


def _asset(name: str, data: bytes) -> Asset:
    return Asset(data, _TYPES[name.rsplit(".", 1)[-1]] + "; charset=utf-8", hashlib.sha256(data).hexdigest()[:12])


def css_name(cls: str) -> str:
    """A class's name in a style sheet: letters and digits alone."""
    return "".join(c if c.isascii() and c.isalnum() else f"-{ord(c):x}" for c in cls) or "none"


def class_colours(schema: Schema) -> str:
    """The style sheet that gives each class its colour on a light and on a dark ground."""
    looks = style.looks(schema.entity_classes)
    light = "".join(f".class-{css_name(cls)} {{ --class: {look.light}; }}\n" for cls, look in looks.items())
    dark = [f".class-{css_name(cls)} {{ --class: {look.dark}; }}" for cls, look in looks.items()]
    chosen = "".join(f':root[data-theme="dark"] {rule}\n' for rule in dark)
    preferred = "".join(f'  :root:not([data-theme="light"]) {rule}\n' for rule in dark)
    return f"{light}{chosen}@media (prefers-color-scheme: dark) {{\n{preferred}}}\n"
