"""How kg serve bears up under load, beside Oxigraph's own server and rdflib-endpoint with the same data and the same queries.

    python benchmarks/serve.py                          the graph of the corpus, 8 clients, 60 seconds for each server
    python benchmarks/serve.py --store DIR              the graph of a store of your own
    python benchmarks/serve.py --write                  writes the table to docs/performance.md

Needs: pip install -r benchmarks/requirements.txt. All servers run at once on this machine, on 127.0.0.1 alone, and are asked in turns of some seconds, so that a busy
machine is as busy for each. A client asks its next query when it has the answer of the last; the queries are of seven kinds, with names from
the graph in them, the same ones in the same order for every server.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from urllib.parse import urlencode

from page import PAGE, report, table, write

from kg.names import PREFIXES
from kg.pipeline import build
from kg.store import Store

ROOT = Path(__file__).resolve().parent.parent
# What readers of the graph ask; {0} is an entity, {1} a name, {2} a place.
QUERIES = (
    'SELECT ?thing ?class {{ ?thing skos:prefLabel|skos:altLabel "{1}"@zh ; a ?class }}',
    "SELECT ?property ?other ?name {{ {0} ?property ?other . ?other skos:prefLabel ?name }}",
    "SELECT ?who ?name {{ ?who pk:locatedIn <{2}> ; skos:prefLabel ?name }} LIMIT 100",
    "SELECT ?indicator ?period ?value {{ ?o pk:observedEntity {0} ; pk:indicator ?indicator ; pk:valueText ?value OPTIONAL {{ ?o pk:period ?period }} }}",
    "SELECT ?predicate ?object ?words ?document {{ ?s rdf:subject {0} ; rdf:predicate ?predicate ; rdf:object ?object ; pk:evidence ?e ."
    " ?e oa:exact ?words ; prov:wasQuotedFrom ?document }}",
    "SELECT ?stage ?date {{ ?m pk:milestoneOf {0} ; pk:stage ?stage OPTIONAL {{ ?m pk:date ?date }} }} ORDER BY ?date",
    "CONSTRUCT {{ {0} ?property ?value }} WHERE {{ {0} ?property ?value }}",
)
_PATIENCE = 120         # seconds for a server to start
_CHUNK = 5.0            # seconds of a turn


@dataclass
class Measured:
    """What the clients of one server saw."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    errors: int = 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, metavar="DIR", help="a store; without it, one is made from the corpus")
    parser.add_argument("--seconds", type=float, default=60, metavar="N", help="for each server (default: %(default)g)")
    parser.add_argument("--clients", type=int, default=8, metavar="N", help="at a time (default: %(default)s)")
    parser.add_argument("--without", nargs="*", default=[], choices=["rdflib-endpoint"], help="leave this server out: it keeps the graph in memory")
    parser.add_argument("--write", nargs="?", type=Path, const=PAGE, metavar="PAGE", help="write the table to a page, docs/performance.md if none is named")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        store = options.store or made(Path(folder))
        data = Path(folder) / "graph.nt"
        triples, entities = dump(store, data)
        servers = {"parkkg": ours(store), "parkkg, no answer kept": ours(store, "--cache", "0"), "Oxigraph": oxigraph(data, Path(folder)), "rdflib-endpoint": rdflib_endpoint(data)}
        asked = {name: running.enter_context(server) for name, server in servers.items() if name not in options.without}
        measured = measure(asked, list(queries(entities)), options.clients, options.seconds)
    text = report(results(triples, options.clients, measured))
    print(text)
    if options.write:
        write(options.write, "serving", text)


def made(folder: Path) -> Path:
    """A store of the corpus."""
    build([ROOT / "corpus"], folder / "kg-store")
    return folder / "kg-store"


def dump(store: Path, target: Path) -> tuple[int, list[tuple[str, str, str]]]:
    """Write the union of a store's graph as N-Triples.

    :returns: the number of triples; entities with a name of each and a place that things are in
    """
    with Store.open(store) as opened, target.open("wb") as output:
        from pyoxigraph import RdfFormat

        opened.union.dump(output, RdfFormat.N_TRIPLES)
        places = [row["place"].value for row in opened.union.query("SELECT DISTINCT ?place { ?who pk:locatedIn ?place } ORDER BY ?place", prefixes=PREFIXES)]
        rows = opened.union.query("SELECT ?thing (MIN(?label) AS ?name) { ?thing pk:mentionedIn ?d ; skos:prefLabel ?label } GROUP BY ?thing ORDER BY ?thing",
                                  prefixes=PREFIXES)
        return len(opened.union), [(row["thing"].value, row["name"].value, place) for row, place in zip(rows, cycle(places))]


def queries(entities: list[tuple[str, str, str]]) -> Iterator[str]:
    """Queries in an order that looks like chance, and is the same each time."""
    chance = random.Random(1)
    for thing, name, place in chance.sample(entities, len(entities)):
        query = chance.choice(QUERIES)
        declared = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items() if re.search(rf"\b{prefix}:", query))
        yield declared + query.format(f"<{thing}>", name.replace("\\", "\\\\").replace('"', '\\"'), place)


# --- servers

def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def started(command: list[str], port: int, path: str, **environment: str) -> Iterator[tuple[int, str]]:
    """Run a server until it is no longer needed; gives its port and path, once it answers."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | environment)
    try:
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                ask(http.client.HTTPConnection("127.0.0.1", port, timeout=5), path, "ASK { ?s ?p ?o }")
                break
            except OSError:
                if process.poll() is not None or time.monotonic() > until:
                    raise SystemExit(f"{command[0]} does not answer") from None
                time.sleep(0.2)
        yield port, path
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def ours(store: Path, *arguments: str) -> Iterator[tuple[int, str]]:
    port = free_port()
    with started([sys.executable, "-m", "kg", "serve", "--store", str(store), "--port", str(port), *arguments], port, "/sparql") as running:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=_PATIENCE)
        connection.request("GET", "/suggest?q=zzz")             # answered when all names are known by sound, which a server learns in the background
        connection.getresponse().read()
        connection.close()
        yield running


@contextmanager
def oxigraph(data: Path, folder: Path) -> Iterator[tuple[int, str]]:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if program is None:
        raise SystemExit("there is no oxigraph: pip install -r benchmarks/requirements.txt")
    subprocess.run([program, "load", "--location", str(folder / "oxigraph"), "--file", str(data)], check=True, capture_output=True)
    port = free_port()
    with started([program, "serve-read-only", "--location", str(folder / "oxigraph"), "--bind", f"127.0.0.1:{port}"], port, "/query") as running:
        yield running


_RDFLIB = """
import sys, uvicorn, rdflib
from rdflib_endpoint import SparqlEndpoint
graph = rdflib.Dataset(default_union=True)
graph.default_graph.parse(sys.argv[1], format="nt")
uvicorn.run(SparqlEndpoint(graph=graph, path="/sparql"), host="127.0.0.1", port=int(sys.argv[2]), log_level="error")
"""


@contextmanager
def rdflib_endpoint(data: Path) -> Iterator[tuple[int, str]]:
    port = free_port()
    with started([sys.executable, "-c", _RDFLIB, str(data), str(port)], port, "/sparql") as running:
        yield running


# --- clients

def measure(servers: dict[str, tuple[int, str]], asked: list[str], clients: int, seconds: float) -> dict[str, Measured]:
    """Ask each server in turns."""
    measured = {name: Measured() for name in servers}
    for name, server in servers.items():                # each has its files and caches warm
        turn(server, asked, clients, min(2.0, seconds), Measured())
    turns = max(1, round(seconds / _CHUNK))
    for number in range(turns):
        for name, server in servers.items():
            turn(server, asked[number * 997 % len(asked):] + asked, clients, seconds / turns, measured[name])
    return measured


def turn(server: tuple[int, str], asked: list[str], clients: int, seconds: float, measured: Measured) -> None:
    begun = time.perf_counter()
    threads = [threading.Thread(target=client, args=(server, asked[i::clients], begun + seconds, measured)) for i in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    measured.seconds += time.perf_counter() - begun


def client(server: tuple[int, str], asked: list[str], until: float, measured: Measured) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", server[0], timeout=60)
    for query in cycle(asked):
        begun = time.perf_counter()
        if begun >= until:
            break
        try:
            status = ask(connection, server[1], query)
        except OSError:
            status = 0
            connection.close()
        measured.times.append(time.perf_counter() - begun)
        measured.errors += status != 200
    connection.close()


def ask(connection: http.client.HTTPConnection, path: str, query: str) -> int:
    accept = "text/turtle" if "CONSTRUCT" in query else "application/sparql-results+json"
    connection.request("POST", path, urlencode({"query": query}), {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept})
    answer = connection.getresponse()
    answer.read()
    return answer.status


def results(triples: int, clients: int, measured: dict[str, Measured]) -> str:
    """Make the table."""
    speed = {name: len(m.times) / m.seconds for name, m in measured.items()}
    rows = []
    for name, m in measured.items():
        times = sorted(m.times)
        p50, p99 = (1000 * times[min(len(times) - 1, int(len(times) * part))] for part in (0.5, 0.99))
        rows.append([name, f"{speed[name]:,.0f}", f"{speed[name] / speed['Oxigraph']:.2f}", f"{p50:,.1f}", f"{p99:,.1f}", f"{len(times):,}", str(m.errors)])
    return f"{triples:,} triples, {clients} clients.\n\n" + table(["server", "queries/s", "ratio", "p50, ms", "p99, ms", "queries", "errors"], rows)


if __name__ == "__main__":
    main()
