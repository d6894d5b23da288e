"""One store with real readings, and one server for all tests that change nothing; another with names that try to be more than text."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from kg.model import Document, Entity, Evidence, Observation, Reading, Relation
from kg.pipeline import build

pytest.importorskip("fastapi", reason="the extra serve is not installed: pip install 'parkkg[serve]'")

from tests.serve.server import Server, served  # noqa: E402

CORPUS = Path(__file__).parents[2] / "corpus"
TEXTS = ("zhaoqing-energy-storage-2024.md", "zhaoqing-gaoxinqu-2022.md", "chengdu-boe-2023.md", "lingang-2024.html", "changzhou-2023-q3.txt")

# A name of a company that tries to be more: markup, quotation marks of both kinds, and a mark that turns the writing around.
NASTY = "晨帆</title><img/src=x/onerror=alert(1)><script>alert(2)</script>\"'&\u202e科技"
NASTY_TEXT = """---
title: "</title><script>alert(3)</script>晨帆科技的消息"
source: "javascript:alert(4)"
date: 2024-03-15
---

2023年，晨帆科技落户肇庆高新区，产值30亿元。&lt;script&gt;alert(5)&lt;/script&gt;
"""


class Forger:
    """Reads one company whose name, figure and position are markup."""

    def read(self, document: Document) -> Reading:
        def evidence(words: str) -> tuple[Evidence, ...]:
            start = document.text.index(words)
            return (Evidence(start, start + len(words), words, "<b>rule"),)

        entities = (Entity("Company", (NASTY,), evidence("晨帆科技")), Entity("Park", ("肇庆高新技术产业开发区",), evidence("肇庆高新区")))
        figure = Observation(0, NASTY, "Level", Decimal(30), "CNY", NASTY, "Exact", "2023", "Actual", evidence("产值30亿元"))
        relation = Relation(0, "locatedIn", 1, "Actual", Decimal("0.9"), evidence("晨帆科技落户肇庆高新区"))
        return Reading(document.identifier, entities, (relation,), (figure,), ())


@pytest.fixture(scope="session")
def store_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("served") / "kg-store"
    build([CORPUS / name for name in TEXTS], folder)
    return folder


@pytest.fixture(scope="session")
def server(store_folder) -> Iterator[Server]:
    with served(store_folder, "--timeout", "3", "--rows", "5000", "--memory", "512") as running:
        yield running


@pytest.fixture(scope="session")
def nasty_server(tmp_path_factory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("nasty")
    (folder / "news<b>&.md").write_text(NASTY_TEXT, encoding="utf-8")
    build([folder / "news<b>&.md"], folder / "kg-store", reader=Forger())
    with served(folder / "kg-store") as running:
        yield running


class Visit:
    """A browser at a server, and all that happened which should not.

    :ivar page: playwright's page
    :ivar trouble: requests to other places, errors and warnings on the console, dialogs; empty for good pages
    """

    def __init__(self, browser, address: str, **options):
        self.address = address
        self.context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce", "locale": "zh-CN",
                                              "accept_downloads": True, **options})
        self.trouble: list[str] = []
        self.page = self.context.new_page()
        self.page.on("request", lambda r: r.url.startswith((address, "data:")) or self.trouble.append(r.url))
        self.page.on("console", lambda m: m.type in ("error", "warning") and self.trouble.append(m.text))
        self.page.on("pageerror", lambda e: self.trouble.append(str(e)))
        self.page.on("dialog", lambda d: (self.trouble.append(f"dialog {d.message}"), d.dismiss()))

    def open(self, path: str):
        """Open a page of the server."""
        self.page.goto(self.address + path)
        return self.page


@pytest.fixture
def visit(browser, server) -> Iterator:
    """Begin a visit: ``visit()``, or ``visit(address, locale=…)``. At the end of the test no trouble may have been met."""
    visits = []

    def begun(address: str = server.address, **options) -> Visit:
        visits.append(Visit(browser, address, **options))
        return visits[-1]

    yield begun
    for each in visits:
        each.context.close()
        assert each.trouble == []
