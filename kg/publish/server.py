"""A SPARQL 1.1 server over HTTP: graphs are replaced, extended, removed and counted.

Two ways to write: the Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/), a request for each chunk of a graph,
and SPARQL Update (https://www.w3.org/TR/sparql11-update/) for servers without it. Queries go by the SPARQL Protocol. A request that fails
for a passing reason is tried again; every request may be, since a triple that is sent twice is there once.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, urlsplit, urlunsplit

from kg.errors import PublishError, UsageError

if TYPE_CHECKING:
    import requests

_TRIES = 5
_PASSING = (429, 502, 503, 504)
_TIMEOUT = (10, 300)                # seconds to connect, to wait for an answer
_TURTLE = "text/turtle; charset=utf-8"
_GRAPHS_PER_COUNT = 100
# Where servers have their endpoints: what the graph store's path ends in -> what their query and update paths end in.
_LAYOUTS = {
    "/store": ("/query", "/update"),                                # Oxigraph
    "/data": ("/query", "/update"),                                 # Jena Fuseki
    "/rdf-graphs/service": ("", "/statements"),                     # RDF4J, GraphDB
    "/sparql-graph-crud-auth": ("/sparql", "/sparql-auth"),         # Virtuoso
    "/sparql-graph-crud": ("/sparql", "/sparql"),
}


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who publishes; never given on a command line, where other users of the machine can read it."""

    user: str | None = None
    password: str | None = field(default=None, repr=False)
    token: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls) -> Credentials:
        """``$KG_PUBLISH_USER`` with ``$KG_PUBLISH_PASSWORD`` (Basic or Digest, as the server asks), or ``$KG_PUBLISH_TOKEN`` (Bearer)."""
        return cls(*(os.environ.get(f"KG_PUBLISH_{name}") or None for name in ("USER", "PASSWORD", "TOKEN")))


@dataclass(frozen=True, slots=True)
class Endpoints:
    """Where a server takes what."""

    query: str
    graphs: str | None = None       # Graph Store Protocol
    update: str | None = None       # SPARQL Update


def endpoints(url: str, *, query: str | None = None, protocol: str = "graph-store") -> Endpoints:
    """Find a server's endpoints.

    :param url: of its graph store, or of its update endpoint if ``protocol`` is ``update``
    :param query: of its query endpoint; found beside the other where the server's layout is known
    :raises UsageError: if the address is none, or the query endpoint must be told

    >>> endpoints("http://localhost:7878/store").query
    'http://localhost:7878/query'
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise UsageError(f"{url!r} is no address of a server", hint="give one like http://localhost:7878/store")
    if parts.username or parts.password:
        raise UsageError("the address holds a name or password", hint="set KG_PUBLISH_USER and KG_PUBLISH_PASSWORD instead")
    beside = query or _beside(parts, protocol)
    if beside is None:
        raise UsageError(f"where {url} answers queries is not known", hint="give --query URL")
    return Endpoints(beside, update=url) if protocol == "update" else Endpoints(beside, graphs=url)


def _beside(parts: SplitResult, protocol: str) -> str | None:
    for ending, (query, update) in _LAYOUTS.items():
        own = update if protocol == "update" else ending
        if parts.path.endswith(own):
            return urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix(own) + query, "", ""))
    return None


class Server:
    """The graphs of a server.

    :raises PublishError: from every method, if the server can't be reached, refuses, or answers with something else
    """

    def __init__(self, where: Endpoints, credentials: Credentials = Credentials(), *, timeout: tuple[float, float] = _TIMEOUT):
        self.where = where
        self._credentials = credentials
        self._timeout = timeout
        self._session = _session(credentials)

    def check(self) -> None:
        """See whether there is a SPARQL server that answers."""
        answer = self._query("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1", "application/sparql-results+json")
        try:
            answer.json()["results"]["bindings"]
        except (ValueError, KeyError, TypeError):
            raise PublishError("the server does not answer as a SPARQL server does", where=self.where.query,
                               hint="check the address, or give --query URL") from None

    def read(self, graph: str) -> bytes:
        """The triples of a graph, as Turtle; nothing if there is no such graph."""
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        if self.where.graphs is None:
            return self._query(query, "text/turtle").content
        answer = self._send("GET", self.where.graphs, params={"graph": graph}, headers={"Accept": "text/turtle"}, missing=True)
        return answer.content if answer.status_code == 200 else b""

    def replace(self, graph: str, chunks: Iterable[bytes]) -> None:
        """Put triples in the place of what a graph holds.

        :param chunks: Turtle; each is a request
        """
        if self.where.graphs is not None:
            for number, chunk in enumerate(chunks):
                method = "POST" if number else "PUT"
                self._send(method, self.where.graphs, params={"graph": graph}, data=chunk, headers={"Content-Type": _TURTLE})
            return
        self._update(f"DROP SILENT GRAPH <{graph}>".encode())
        for chunk in chunks:
            self._update(b"INSERT DATA { GRAPH <%s> {\n%s} }" % (graph.encode(), chunk))

    def remove(self, graph: str) -> None:
        """Take a graph away; without effect if there is none."""
        if self.where.graphs is not None:
            self._send("DELETE", self.where.graphs, params={"graph": graph}, missing=True)
        else:
            self._update(f"DROP SILENT GRAPH <{graph}>".encode())

    def counts(self, graphs: Iterable[str]) -> dict[str, int]:
        """How many triples each of these graphs holds; those that hold none are left out."""
        found: dict[str, int] = {}
        named = sorted(graphs)
        for start in range(0, len(named), _GRAPHS_PER_COUNT):
            values = " ".join(f"<{graph}>" for graph in named[start:start + _GRAPHS_PER_COUNT])
            query = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {values} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            try:
                for row in self._query(query, "application/sparql-results+json").json()["results"]["bindings"]:
                    if "g" in row:
                        found[row["g"]["value"]] = int(row["n"]["value"])
            except (ValueError, KeyError, TypeError):
                raise PublishError("the server's counts can't be understood", where=self.where.query) from None
        return found

    # --- requests

    def _query(self, query: str, accept: str) -> requests.Response:
        return self._send("POST", self.where.query, data={"query": query}, headers={"Accept": accept})

    def _update(self, update: bytes) -> None:
        self._send("POST", str(self.where.update), data=update, headers={"Content-Type": "application/sparql-update; charset=utf-8"})

    def _send(self, method: str, url: str, *, missing: bool = False, **options: Any) -> requests.Response:
        import requests

        try:
            answer = self._session.request(method, url, timeout=self._timeout, **options)
            if answer.status_code == 401 and self._session.auth is None and self._authenticate(answer):
                answer = self._session.request(method, url, timeout=self._timeout, **options)
        except requests.RequestException as error:
            what = f"the server can't be reached: {_reason(error)}"
            raise PublishError(what, where=url, hint="is it running, and is the address right?") from error
        if answer.ok or missing and answer.status_code == 404:
            return answer
        raise _refused(method, url, answer, self._credentials)

    def _authenticate(self, answer: requests.Response) -> bool:
        """Answer the server's challenge the way it asks; False if there is nothing to answer with."""
        from requests.auth import HTTPBasicAuth, HTTPDigestAuth

        user, password = self._credentials.user, self._credentials.password
        if user is None or password is None:
            return False
        digest = answer.headers.get("WWW-Authenticate", "").lower().startswith("digest")
        self._session.auth = HTTPDigestAuth(user, password) if digest else HTTPBasicAuth(user, password)
        return True


def _session(credentials: Credentials) -> requests.Session:
    import requests
    from requests.adapters import HTTPAdapter
    from urllib3.util import Retry

    session = requests.Session()
    session.trust_env = False       # no names and passwords from a .netrc that nobody thought of
    retry = Retry(total=_TRIES, backoff_factor=0.3, status_forcelist=_PASSING, allowed_methods=None, raise_on_status=False)
    for scheme in ("http://", "https://"):
        session.mount(scheme, HTTPAdapter(max_retries=retry))
    if credentials.token:
        session.headers["Authorization"] = f"Bearer {credentials.token}"
    return session


def _refused(method: str, url: str, answer: requests.Response, credentials: Credentials) -> PublishError:
    status = answer.status_code
    said = " ".join(answer.text.split())[:200]
    if status in (401, 403):
        known = credentials.user or credentials.token
        unset = "set KG_PUBLISH_USER and KG_PUBLISH_PASSWORD, or KG_PUBLISH_TOKEN"
        hint = "check the name, the password and their rights" if known else unset
        return PublishError(f"the server does not let us in ({status})", where=url, hint=hint)
    if status in (404, 405, 501):
        return PublishError(f"the server has nothing here that takes {method} ({status})", where=url,
                            hint="give the address of its graph store, or --protocol update with that of SPARQL Update")
    return PublishError(f"the server answers {status} to {method}{': ' if said else ''}{said}", where=url)


def _reason(error: Exception) -> str:
    """The cause at the bottom, without the objects around it."""
    cause: BaseException = error
    while isinstance(inner := getattr(cause, "reason", None) or (cause.args[0] if cause.args else None), BaseException):
        cause = inner
    return str(cause).rpartition("> ")[2].rpartition("): ")[2] or type(cause).__name__
