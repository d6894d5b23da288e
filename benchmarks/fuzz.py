"""Thousands of malformed requests to a running kg serve, which must go on answering and never fail.

    python benchmarks/fuzz.py                           serves the graph of the corpus, and sends 10,000 requests
    python benchmarks/fuzz.py --address URL             sends them to a server that runs already
    python benchmarks/fuzz.py --requests N --seed N

Queries are broken in many ways: cut, doubled, with brackets too many, with nonsense of every kind of character, nested deep, in the wrong encoding; as GET and POST, with
headers that are none; and some requests are no HTTP at all. An answer of 500, or none where HTTP wants one, is counted as a failure, and told. In between a good query
is asked. Exit code 1 if anything failed.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
GOOD = "ASK { ?park a pk:Park }"
SEEDS = (
    GOOD, 'SELECT ?name WHERE { ?park a pk:Park ; skos:prefLabel ?name FILTER(STRLEN(?name) > 3) } ORDER BY ?name LIMIT 5',
    "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g HAVING (?n > 3)", "CONSTRUCT { ?s pk:locatedIn ?o } WHERE { ?s pk:locatedIn+ ?o } LIMIT 9",
    "DESCRIBE park:肇庆高新技术产业开发区", 'SELECT * { VALUES (?a ?b) { (1 "x"@zh) (UNDEF <a:b>) } BIND(REPLACE(?b, "(.)", "$1$1") AS ?c) }',
    "PREFIX x: <a:> SELECT * FROM <a:b> FROM NAMED <a:c> { { ?s x:p [ x:q ( 1 2.5 3e7 true ) ] } UNION { ?s !(^x:p|x:q)* ?o } MINUS { ?s ?p ?o } }",
)
PIECES = ("{", "}", "(", ")", "[", "]", "<", ">", '"', "'", '"""', "\\", "\\u12", "#", "?", "$", "@", "^^", "^", "|", "*", "+", "&&", ";", ".", ",", "\0", "\x1b", "\u202e", "\ufeff",
          "\U0001f600", "%", "%zz", " SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } ", " LOAD <file:///etc/passwd> ", " FROM <file:///etc/passwd> ", "; DROP ALL", " INSERT DATA {}",
          "LIMIT -1", "OFFSET 99999999999999999999", " 1e999 ", "_:b", "<a b>", "<file:///etc/passwd>", "<http://[::1]:9/>", "SELECT", "WHERE", "FILTER", "\n" * 50, "(" * 300, "{" * 300)
HEADERS = (("Accept", ("*/*", "", "text/csv", ";;;", "a/b;q=2", "text/html" * 50, "application/json;q=nan")), ("Content-Type", (
    "application/sparql-query", "application/x-www-form-urlencoded", "application/sparql-update", "text/plain", "", "multipart/form-data; boundary=x")),
           ("Cookie", ("lang=xx; theme=<b>", "kg-token", "=;=;")), ("Accept-Language", ("zh", "xx;q=", "*")), ("Range", ("bytes=0-1",)), ("If-None-Match", ("*",)))
PATHS = ("/sparql", "/sparql", "/sparql", "/sparql", "/suggest", "/search", "/entities", "/ledger", "/ledger/ledger.csv", "/id/", "/id/company/", "/id/document/", "/ontology/",
         "/api/search", "/api/entities/company/", "/api/documents/", "/assets/", "/editor", "/api/ledger")
RAW = (b"GET / HTTP/9.9\r\n\r\n", b"\x16\x03\x01\x02\x00\x01\x00", b"GET /sparql?query=" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"POST /sparql HTTP/1.1\r\n"
       b"Host: localhost\r\nContent-Length: -5\r\n\r\n", b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 999999\r\n\r\nquery=", b"POST /sparql HTTP/1.1\r\n"
       b"Host: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b"GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"\r\n\r\n\r\n", b"GET http://[/ HTTP/1.1\r\nHost: localhost\r\n\r\n")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", metavar="URL", help="of a server; without it, one is started")
    parser.add_argument("--requests", type=int, default=10_000, metavar="N", help="default: %(default)s")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the chance that makes them (default: %(default)s)")
    options = parser.parse_args()
    if options.address:
        return attack(options.address, options.requests, options.seed)
    with started() as address:
        return attack(address, options.requests, options.seed)


@contextmanager
def started() -> Iterator[str]:
    """Serve the graph of the corpus."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "kg-store")
        subprocess.run([sys.executable, "-m", "kg", "build", "--quiet", "--store", store, str(ROOT / "corpus")], check=True)
        process = subprocess.Popen([sys.executable, "-u", "-m", "kg", "serve", "--store", store, "--port", "0", "--timeout", "5"], stdout=subprocess.PIPE, text=True)
        try:
            yield re.search(r"http://\S+", process.stdout.readline())[0]
        finally:
            process.terminate()
            process.wait(20)


def attack(address: str, requests: int, seed: int) -> int:
    """Send the requests.

    :returns: 0 if the server never failed, else 1
    """
    parts = urlsplit(address)
    place = parts.hostname, parts.port
    chance = random.Random(seed)
    answers: Counter[object] = Counter()
    failures = []
    for number in range(requests):
        if chance.random() < 0.03:
            raw(place, chance.choice(RAW))
            answers["no HTTP"] += 1
        else:
            made = request(chance)
            status = send(place, *made)
            answers[status] += 1
            if status in (0, 500):
                failures.append((number, status, made))
        if number % 100 == 99 and send(place, "GET", "/sparql?query=" + quote(GOOD), b"", {}) != 200:
            failures.append((number, "a good query is not answered", None))
    print(f"{requests:,} requests: " + ", ".join(f"{count:,} × {status}" for status, count in sorted(answers.items(), key=str)))
    for failure in failures[:20]:
        print("failed:", *failure)
    return int(bool(failures))


def request(chance: random.Random) -> tuple[str, str, bytes, dict[str, str]]:
    """Make a request: method, path, body and headers."""
    query, path = broken(chance), chance.choice(PATHS)
    headers = {name: chance.choice(values) for name, values in HEADERS if chance.random() < 0.4}
    encoded = quote(query.encode("utf-8", "surrogatepass") if chance.random() < 0.95 else bytes(chance.randrange(256) for _ in range(20)), safe="")
    if path == "/sparql" and chance.random() < 0.5:
        direct = chance.random() < 0.5
        headers.setdefault("Content-Type", "application/sparql-query" if direct else "application/x-www-form-urlencoded")
        body = query.encode("utf-8", "surrogatepass") if direct else b"query=" + encoded.encode()
        return "POST", path, body, headers
    method = chance.choice(("GET",) * 12 + ("HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"))
    if path.endswith("/"):
        return method, (path + encoded)[:8000], b"", headers
    name = chance.choice(("query", "query", "q", "default-graph-uri", "format", "class", "sort", "page", "start", "lang", "limit"))
    return method, f"{path}?{name}={encoded}"[:8000], b"", headers


def broken(chance: random.Random) -> str:
    """A query with something wrong in it, most of the time."""
    text = chance.choice(SEEDS)
    for _ in range(chance.randrange(1, 6)):
        at, kind = chance.randrange(len(text) + 1), chance.randrange(6)
        if kind == 0:
            text = text[:at]
        elif kind == 1:
            text = text[:at] + chance.choice(PIECES) + text[at:]
        elif kind == 2:
            text = text[:at] + text[at + chance.randrange(1, 5):]
        elif kind == 3:
            text = text[:at] + chr(chance.choice((chance.randrange(0x80), chance.randrange(0x3000), chance.randrange(0x110000)))) + text[at:]
        elif kind == 4:
            text = text[at:] + text[:at]
        else:
            text = (text + " ")[:2000] * chance.randrange(1, 4)
    return text


def send(place: tuple[str, int], method: str, path: str, body: bytes, headers: dict[str, str]) -> int:
    """Send a request; gives the status, 0 if there was no answer."""
    connection = http.client.HTTPConnection(*place, timeout=60)
    try:
        connection.request(method, path, body or None, {name: value.encode("latin-1", "replace").decode("latin-1") for name, value in headers.items()})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        connection.close()


def raw(place: tuple[str, int], data: bytes) -> None:
    """Send what is no request, and hang up."""
    with socket.create_connection(place, timeout=10) as connection:
        connection.sendall(data)
        connection.settimeout(0.05)
        try:
            connection.recv(1000)
        except OSError:
            pass


if __name__ == "__main__":
    sys.exit(main())
