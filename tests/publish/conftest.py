"""Real servers, each started for the tests that want it and stopped after them, on this machine alone."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests

VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = {sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = 100000
"""


@dataclass(frozen=True)
class Running:
    """A server, and how to publish to it."""

    name: str
    address: str
    protocol: str = "graph-store"
    user: str = ""
    password: str = ""
    union: str = ""                 # parameter that asks all graphs at once

    @property
    def query(self) -> str:
        from kg.publish import endpoints

        return endpoints(self.address, protocol=self.protocol).query

    def ask(self, sparql: str) -> list[dict[str, str]]:
        """The rows of a SELECT."""
        answer = requests.post(self.query + self.union, data={"query": sparql}, headers={"Accept": "application/sparql-results+json"}, timeout=30)
        answer.raise_for_status()
        return [{name: term["value"] for name, term in row.items()} for row in answer.json()["results"]["bindings"]]


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def wait_for(url: str, process: subprocess.Popen, log: Path) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            requests.get(url, params={"query": "ASK {}"}, timeout=5)
            return
        except requests.RequestException:
            assert process.poll() is None, log.read_text("utf-8", "replace")
            time.sleep(0.1)
    raise AssertionError(f"{url} does not answer: {log.read_text('utf-8', 'replace')[-2000:]}")


def started(command: list[str], folder: Path, url: str) -> Iterator[None]:
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            wait_for(url, process, log)
            yield
        finally:
            process.terminate()
            process.wait(30)


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory) -> Iterator[str]:
    """Where ``oxigraph serve`` listens."""
    program = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("the server oxigraph is not installed")
    folder, address = tmp_path_factory.mktemp("oxigraph"), f"127.0.0.1:{free_port()}"
    command = [program, "serve", "--location", "data", "--bind", address]
    for _ in started(command, folder, f"http://{address}/query"):
        yield f"http://{address}"


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory) -> Iterator[str]:
    """Where Virtuoso listens."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("Virtuoso is not installed: Debian's package virtuoso-opensource-7-bin")
    folder, http = tmp_path_factory.mktemp("virtuoso"), free_port()
    (folder / "virtuoso.ini").write_text(VIRTUOSO.format(sql=free_port(), http=http))
    command = [program, "+configfile", "virtuoso.ini", "+foreground"]
    for _ in started(command, folder, f"http://127.0.0.1:{http}/sparql"):
        yield f"http://127.0.0.1:{http}"


@pytest.fixture(params=["oxigraph, graph store", "oxigraph, update", "virtuoso, graph store"])
def server(request) -> Iterator[Running]:
    """Each real server, by each protocol that it is good at (Virtuoso's Update takes no more than 10,000 characters at once), emptied before."""
    name, _, protocol = request.param.partition(", ")
    address = request.getfixturevalue(name)
    if name == "virtuoso":
        running = Running(request.param, f"{address}/sparql-graph-crud-auth", user="dba", password="dba")
    elif protocol == "update":
        running = Running(request.param, f"{address}/update", "update", union="?union-default-graph")
    else:
        running = Running(request.param, f"{address}/store", union="?union-default-graph")
    from kg.publish import Credentials, Server, endpoints

    client = Server(endpoints(running.address, protocol=running.protocol), Credentials(running.user, running.password))
    for row in running.ask("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } FILTER(STRSTARTS(STR(?g), 'https://w3id.org/parkkg/') || STRSTARTS(STR(?g), 'https://other.example/')) }"):
        client.remove(row["g"])
    yield running
