"""A process that runs queries: takes requests on its standard input, gives answers on its standard output, one after the other.

A process, because Oxigraph's queries can't be interrupted and may ask for any amount of memory: a process can be stopped, and limited.

Both directions carry frames: the length of a header and of a body (two unsigned 32-bit numbers, big-endian), the header in JSON, the body. A
request's body is the query. A request's header tells the formats that the client takes, and the newest graph that the server has seen; an answer's
header what the body is, or the error.
"""

from __future__ import annotations

import json
import os
import re
import struct
import sys
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from kg.errors import KgError, QueryError

FRAME = struct.Struct(">II")
# Functions that give another answer each time: what calls them (or seems to) is asked again each time.
_CHANGES = re.compile(r"\b(?:now|rand|uuid|struuid|bnode)\s*\(", re.IGNORECASE)
_WATCH = 0.5            # seconds between two looks at the parent and the clock


def main(arguments: list[str]) -> int:
    """Answer until the input ends.

    :param arguments: the store's folder, and the limits as JSON
    """
    from kg.serve.limits import Limits
    from kg.serve.opened import Newest, Opened

    limits = Limits(**json.loads(arguments[1]))
    _limit_memory(limits.memory)
    source, target = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())           # nothing but frames goes out
    watch = _Watch(limits.seconds)
    try:
        newest = Newest()
        opened = Opened(Path(arguments[0]), newest)
    except KgError as error:
        write_frame(target, {"error": str(error)})
        return error.exit_code
    write_frame(target, {"ready": True})
    while (frame := _read_frame(source)) is not None:
        watch.begin()
        newest.generation = frame[0].get("newest") or newest.generation
        header, body = _answered(opened, frame, limits)
        watch.end()
        write_frame(target, header, body)
    return 0


def _answered(opened: Any, frame: tuple[dict, bytes], limits: Any) -> tuple[dict, bytes]:
    header, body = frame
    try:
        store, text = opened.store, body.decode()
        told, result = answer(store, text, header, limits.rows, limits.bytes)
        return told if _CHANGES.search(text) else told | {"generation": opened.generation}, result
    except QueryError as error:
        return {"status": 400, "error": error.what, "line": error.line, "column": error.column, "hint": error.hint}, b""
    except KgError as error:
        return {"status": 503, "error": error.what, "hint": error.hint}, b""
    except MemoryError:
        return {"status": 503, "error": "the query takes more memory than it may", "hint": "narrow it"}, b""
    except UnicodeDecodeError:
        return {"status": 400, "error": "the query holds half of a surrogate pair, which is no character"}, b""
    except Exception as error:          # the engine's own, and what nobody thought of: the client must get an answer
        return {"status": 500, "error": f"the query failed: {type(error).__name__}: {error}"}, b""


def answer(store: Any, sparql: str, header: dict, rows: int, size: int) -> tuple[dict, bytes]:
    """Run a query and write its result.

    :param store: an open :class:`kg.store.Store`
    :param header: ``results`` and ``triples``, the format (a name of :mod:`kg.serve.negotiate`) for each kind of result or None
        where the client takes none; ``default_graphs`` and ``named_graphs``
    :param rows: the most rows or triples that are given
    :param size: the most bytes
    :returns: ``status``, and ``type`` (a media type) or ``error``; the body
    :raises QueryError: if the query is refused
    """
    from pyoxigraph import QueryTriples

    from kg.query.run import distinct, evaluate
    from kg.serve.negotiate import RESULTS, TRIPLES

    evaluated = evaluate(store.graph, sparql, union=store.union, default_graphs=header.get("default_graphs", ()),
                         named_graphs=header.get("named_graphs", ()))
    found, form = evaluated.found, evaluated.query.form
    kind, formats = ("triples", TRIPLES) if form in ("CONSTRUCT", "DESCRIBE") else ("results", RESULTS)
    chosen = formats.get(header.get(kind) or "")
    if chosen is None:
        types = ", ".join(format.media_type for format in formats.values())
        return {"status": 406, "error": f"the result of a {form} comes as {types}", "hint": "name one of them in Accept"}, b""
    sink = _Sink(rows, size, chosen.row, chosen.more)
    try:
        if isinstance(found, QueryTriples):
            _write_triples(distinct(found, evaluated.graph, evaluated.query, rows), chosen, sink, rows)
        else:
            found.serialize(sink, chosen.engine())      # type: ignore[arg-type]  # of IO the engine needs write and flush
    except (OverflowError, OSError, RuntimeError):
        if not sink.full:
            raise
    if sink.full:
        return {"status": 422, "error": f"the result has more than {sink.full}, the most that this server gives",
                "hint": "add LIMIT, or narrow the query"}, b""
    return {"status": 200, "type": chosen.media_type, "form": form}, bytes(sink.written)


def _write_triples(triples: set, chosen: Any, sink: _Sink, rows: int) -> None:
    from pyoxigraph import serialize

    from kg import names

    if len(triples) > rows:
        sink.full = f"{rows:,} triples"
        return
    ordered = sorted(triples, key=str)
    used = {prefix: iri for prefix, iri in names.PREFIXES.items() if chosen.prefixed and any(iri in str(triple) for triple in ordered)}
    serialize(ordered, sink, chosen.engine(), prefixes=used)        # type: ignore[arg-type]  # likewise


class _Sink:
    """Keeps what the engine writes, and stops it when that is too much.

    :ivar full: what there was too much of, or the empty text
    """

    def __init__(self, rows: int, size: int, row: bytes, seen: int):
        self.written = bytearray()
        self.full = ""
        self._rows, self._size, self._row, self._seen = rows, size, row, seen

    def write(self, data: bytes) -> int:
        """Take a piece of the result.

        :raises OverflowError: if there is too much of it
        """
        before = max(0, len(self.written) - len(self._row) + 1)
        self.written += data
        if self._row:
            self._seen += self.written.count(self._row, before)
        if self._seen > self._rows:
            self.full = f"{self._rows:,} rows"
        elif len(self.written) > self._size:
            self.full = f"{self._size >> 20:,} MiB"
        if self.full:
            raise OverflowError(self.full)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


class _Watch(threading.Thread):
    """Ends the process when its parent has gone, or a query runs on although the parent ought to have stopped it."""

    def __init__(self, seconds: float):
        super().__init__(daemon=True)
        self._parent, self._seconds, self._until = os.getppid(), seconds + 5, float("inf")
        self.start()

    def begin(self) -> None:
        self._until = time.monotonic() + self._seconds

    def end(self) -> None:
        self._until = float("inf")

    def run(self) -> None:
        while os.getppid() == self._parent and time.monotonic() < self._until:
            time.sleep(_WATCH)
        os._exit(3)


def _limit_memory(size: int) -> None:
    """Where the system knows such a limit; beyond it the engine ends the process."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass


def write_frame(target: BinaryIO, header: dict, body: bytes = b"") -> None:
    """Write one frame."""
    target.write(frame(header, body))
    target.flush()


def frame(header: dict, body: bytes = b"") -> bytes:
    """Make one frame."""
    head = json.dumps(header).encode()
    return FRAME.pack(len(head), len(body)) + head + body


def _read_frame(source: BinaryIO) -> tuple[dict, bytes] | None:
    lengths = source.read(FRAME.size)
    if len(lengths) < FRAME.size:
        return None
    head, body = FRAME.unpack(lengths)
    return json.loads(source.read(head)), source.read(body)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
