"""The explorer of ``kg draw`` inside a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """One HTML page that needs no network; shows itself in a notebook."""

    html: str
    height: int = 640       # pixels in a notebook

    def save(self, path: str | Path) -> None:
        """Write the page to a file, whole or not at all.

        :raises ExportError: if it can't be written
        """
        from kg.export.target import write_text

        write_text(self.html, str(path))

    def _repr_html_(self) -> str:
        # A frame of its own, without the notebook's origin: the page can't touch the notebook, and its policy lets it reach nothing.
        return (f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts allow-downloads" '
                f'style="width:100%;height:{self.height}px;border:1px solid #ccc"></iframe>')
