"""Publishing: what changed since the last time is sent graph by graph, what is gone is removed, and everything is counted at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kg import names
from kg.errors import PublishError
from kg.publish import manifest
from kg.publish.server import Server

if TYPE_CHECKING:
    from kg.store.part import Graph

CHUNK = 10_000              # triples a request
_GRAPHS_PER_RECORD = 50     # after so many graphs the server's manifest is brought up to date: what an interruption costs


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is."""

    done: int               # graphs
    total: int
    triples: int            # sent


@dataclass(slots=True)
class Report:
    """What was done; graphs by IRI, in order."""

    sent: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    triples_sent: int = 0
    triples: int = 0        # on the server, of all graphs of the store


def publish(graph: Graph, server: Server, *, base: str = names.BASE, chunk: int = CHUNK, again: bool = False, dry_run: bool = False,
            progress: Callable[[Progress], None] = lambda _: None) -> Report:
    """Make a server's graphs those of a store. Graphs that were never published from here are left alone.

    :param graph: the named graphs of a store
    :param base: of the store's IRIs; the manifest is the graph ``<base>graph/published`` of the server
    :param chunk: triples a request
    :param again: send everything, whatever the server remembers
    :param dry_run: find out what would be done, and do nothing
    :param progress: told after every graph
    :raises PublishError: if the server can't be reached or refuses, or holds another number of triples at the end; what had been sent is
        remembered, and the next run goes on from there
    """
    server.check()
    return _Publication(graph, server, base, chunk, dry_run, progress).run(again)


class _Publication:
    def __init__(self, graph: Graph, server: Server, base: str, chunk: int, dry_run: bool, progress: Callable[[Progress], None]):
        self._graph, self._server, self._chunk, self._dry_run, self._progress = graph, server, chunk, dry_run, progress
        self._record = base + manifest.GRAPH
        self._published: dict[str, str] = {}
        self._report = Report()

    def run(self, again: bool) -> Report:
        wanted = {name.value: name for name in manifest.graph_names(self._graph)}
        self._published = self._remembered()
        gone = sorted(self._published.keys() - wanted.keys())
        counts: dict[str, int] = {}
        unrecorded = 0
        try:
            for done, (iri, name) in enumerate(wanted.items(), 1):
                content = manifest.lines(self._graph, name)
                value = manifest.digest(content)
                counts[iri] = len(content)
                if not again and self._published.get(iri) == value:
                    self._report.unchanged.append(iri)
                else:
                    self._send(iri, content, value)
                    unrecorded += 1
                if unrecorded >= _GRAPHS_PER_RECORD:
                    self._remember()
                    unrecorded = 0
                self._progress(Progress(done, len(wanted), self._report.triples_sent))
            for iri in gone:
                self._remove(iri)
                unrecorded += 1
        finally:
            if unrecorded:
                self._remember()
        self._report.triples = sum(counts.values())
        if not self._dry_run:
            self._verify(counts)
        return self._report

    def _send(self, iri: str, content: list[bytes], value: str) -> None:
        self._report.sent.append(iri)
        self._report.triples_sent += len(content)
        if self._dry_run:
            return
        if self._published.pop(iri, None) is not None:
            self._remember()        # a graph that is only half there must not count as published
        self._server.replace(iri, _chunks(content, self._chunk))
        self._published[iri] = value

    def _remove(self, iri: str) -> None:
        self._report.removed.append(iri)
        if not self._dry_run:
            self._server.remove(iri)
            self._published.pop(iri, None)

    def _remembered(self) -> dict[str, str]:
        data = self._server.read(self._record)
        try:
            return manifest.read(data)
        except SyntaxError as error:
            raise PublishError(f"what the server remembers of earlier runs can't be read: {error}", where=self._record,
                               hint="run again with --again") from None

    def _remember(self) -> None:
        if not self._dry_run:
            self._server.replace(self._record, [manifest.write(self._published)])

    def _verify(self, counts: dict[str, int]) -> None:
        found = self._server.counts([*counts, *self._report.removed])
        wrong = sorted(iri for iri in counts.keys() | found.keys() if found.get(iri, 0) != counts.get(iri, 0))
        if not wrong:
            return
        for iri in wrong:
            self._published.pop(iri, None)
        self._remember()
        first = wrong[0]
        numbers = f"the first {found.get(first, 0):,} instead of {counts.get(first, 0):,}"
        raise PublishError(f"{len(wrong)} graphs hold another number of triples than was sent, {numbers}", where=first,
                           hint="run again: they will be sent anew")


def _chunks(content: list[bytes], size: int) -> Iterator[bytes]:
    for start in range(0, max(len(content), 1), size):
        yield b"".join(content[start:start + size])
