"""One browser for all tests of the page; skipped, with the reason, where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from kg.draw.explore import explore
from kg.store import Store as DocumentStore
from tests.draw.networks import parks, small

EXAMPLE = Path(__file__).parent.parent / "query" / "example.trig"


@pytest.fixture(scope="session")
def graph() -> Store:
    store = Store()
    store.load(path=str(EXAMPLE), format=RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def store_folder(graph, tmp_path_factory) -> Path:
    """A store whose graph is the example of the queries."""
    folder = tmp_path_factory.mktemp("store") / "kg-store"
    with DocumentStore.open(folder, write=True, create=True) as store:
        store.write_graph(graph, "example")
    return folder


@pytest.fixture(scope="session")
def small_page() -> str:
    return explore(small())


@pytest.fixture(scope="session")
def capped_page() -> str:
    return explore(parks(40), limit=25)


class Visit:
    """A page that was opened with the network cut, and all that it did which it should not.

    :ivar page: playwright's page
    :ivar trouble: requests other than for the file itself, errors on the console, dialogs; empty for a good page
    """

    def __init__(self, browser, file: Path, **options):
        self.context = browser.new_context(viewport={"width": 1200, "height": 800}, reduced_motion="reduce", accept_downloads=True,
                                           **options)
        self.trouble: list[str] = []
        self.page = self.context.new_page()
        self.page.on("request", lambda r: r.url.startswith(("data:", "blob:")) or r.url == file.as_uri() or self.trouble.append(r.url))
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.trouble.append(m.text))
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("dialog", lambda d: (self.trouble.append(f"dialog {d.message}"), d.dismiss()))
        self.context.route("**/*", lambda r: r.continue_() if r.request.url == file.as_uri() else r.abort())
        self.context.set_offline(True)
        self.page.goto(file.as_uri())
        self.page.wait_for_function("window.explorer !== undefined")

    def point(self, expression: str) -> tuple[float, float]:
        """Where on the screen a place of the graph is, given by an expression in the page's script."""
        place = self.page.evaluate(f"""() => {{
            const at = explorer.view.network.canvasToDOM({expression}), box = document.getElementById("stage").getBoundingClientRect();
            return [at.x + box.left, at.y + box.top];
        }}""")
        return tuple(place)

    def node(self, name: str) -> int:
        """The number of the node of a name."""
        return self.page.evaluate("name => explorer.nodes.find(n => n.names[0] === name).id", name)


@pytest.fixture
def visit(browser, tmp_path) -> Iterator:
    """Open a page: ``visit(html)``. At the end of the test no trouble may have been met."""
    visits = []

    def opened(html: str, **options) -> Visit:
        file = tmp_path / f"page{len(visits)}.html"
        file.write_bytes(html.encode())
        visits.append(Visit(browser, file, **options))
        return visits[-1]

    yield opened
    for each in visits:
        each.context.close()
        assert each.trouble == []
