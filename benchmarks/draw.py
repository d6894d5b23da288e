"""How long a page of the graph takes to make, and to open in Chromium, beside plain pyvis in the same run.

    python benchmarks/draw.py [--nodes N ...] [--write]

Graphs are made: few places and parks with many companies, projects and products around them, a sentence on each relation. A page is usable when its first
picture is drawn and the search answers. pyvis takes the same graph by ``from_nx`` and lays it out in the browser; its page is usable
when the first picture is drawn, though the nodes still move. Needs the extra ``browser`` and Chromium.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

import networkx as nx
from page import PAGE, report, table, write

PYVIS_AT_MOST = 2_000       # nodes: from_nx is quadratic, and so is what the browser does then
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
DRAWN = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"""


def graph(nodes: int, seed: int = 20261128) -> nx.MultiDiGraph:
    """A graph as news make it, with the attributes that ``kg.network`` gives."""
    from kg.schema import load_schema

    schema, draw = load_schema(), random.Random(seed)
    made = nx.MultiDiGraph()
    shares = (("District", 0.05), ("Park", 0.08), ("Industry", 0.03), ("Project", 0.3), ("Company", 0.54))
    iris: dict[str, list[str]] = {}
    for cls, share in shares:
        iris[cls] = [f"https://w3id.org/parkkg/id/{cls.lower()}/{number}" for number in range(max(2, int(nodes * share)))]
        for number, iri in enumerate(iris[cls]):
            label = f"{schema.classes[cls].label_zh}{number}号"
            made.add_node(iri, label=label, **{"class": cls}, class_zh=schema.classes[cls].label_zh, class_en=schema.classes[cls].label_en,
                          documents=1)

    def relate(subject: str, relation: str, object_: str) -> None:
        known = schema.relations[relation]
        sentence = f"{made.nodes[subject]['label']}{known.label_zh}{made.nodes[object_]['label']}，项目总投资{draw.randint(1, 99)}亿元。"
        made.add_edge(subject, object_, key=relation, property=relation, label=known.label_zh, label_en=known.label_en, modality="Actual",
                      sentence=sentence, document=f"{draw.randrange(500)}.txt", title="签约", date=f"20{draw.randint(16, 26)}-05-01", confidence=0.9)

    def popular(cls: str) -> str:
        return iris[cls][int(len(iris[cls]) * draw.random() ** 3)]

    for park in iris["Park"]:
        relate(park, "locatedIn", popular("District"))
    for company in iris["Company"]:
        relate(company, "locatedIn", popular("Park"))
        if draw.random() < 0.3:
            relate(company, "inIndustry", popular("Industry"))
    for project in iris["Project"]:
        relate(popular("Company"), "develops", project)
    return made


def ours(network: nx.MultiDiGraph) -> str:
    from kg.draw.explore import explore

    return explore(network)


def plain(network: nx.MultiDiGraph) -> str:
    """The same graph by pyvis alone, its files in the page as far as it lets them."""
    from pyvis.network import Network

    simple = nx.MultiDiGraph()
    simple.add_nodes_from((node, {"label": data["label"], "group": data["class"]}) for node, data in network.nodes(data=True))
    simple.add_edges_from((a, b, {"title": data["sentence"]}) for a, b, data in network.edges(data=True))
    page = Network(directed=True, cdn_resources="in_line")
    page.from_nx(simple)
    return page.generate_html()


def opened(html: str, ready: str, folder: Path) -> float:
    """Milliseconds from opening a page until it is usable, with the network cut."""
    from playwright.sync_api import sync_playwright

    file = folder / "page.html"
    file.write_text(html, encoding="utf-8")
    with sync_playwright() as running:
        browser = running.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
        page.set_default_timeout(600_000)
        page.goto(file.as_uri(), wait_until="load", timeout=600_000)
        assert page.evaluate(ready)
        spent = page.evaluate(DRAWN)
        browser.close()
    return spent


def measure(nodes: int, folder: Path) -> list[list[str]]:
    network = graph(nodes)
    rows = []
    for name, make, ready in (("kg draw", ours, "explorer.search.find('企业1').length > 0"), ("plain pyvis", plain, "typeof network === 'object'")):
        if make is plain and nodes > PYVIS_AT_MOST:
            rows.append([name, f"{nodes:,}", "left out: quadratic", "", ""])
            continue
        started = time.process_time()
        html = make(network)
        making = time.process_time() - started
        rows.append([name, f"{nodes:,}", f"{making:.1f}", f"{len(html.encode()) / 1e6:.1f}", f"{opened(html, ready, folder) / 1000:.1f}"])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, nargs="+", default=[500, 2_000, 20_000], metavar="N", help="sizes of graphs (default: %(default)s)")
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    if not shutil.which("chromium"):
        sys.exit("Chromium is not installed: make programs")
    with tempfile.TemporaryDirectory() as folder:
        rows = [row for nodes in options.nodes for row in measure(nodes, Path(folder))]
    text = report(table(["page", "nodes", "made in, CPU s", "MB", "usable after, s"], rows))
    print(text)
    if options.write:
        write(options.write, "draw", text)


if __name__ == "__main__":
    main()
