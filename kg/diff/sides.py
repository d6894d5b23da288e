"""Opens one side of a comparison: a store's folder, or an export in any form of RDF, perhaps compressed with gzip."""

from __future__ import annotations

import gzip
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ReadError
from kg.names import PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from kg.store.part import Graph

_PARTS = ("subject", "predicate", "object")


@contextmanager
def opened(path: str | os.PathLike[str]) -> Iterator[Graph]:
    """Open a graph for reading, with every triple in its default graph.

    :param path: a store's folder; or a file .nq, .trig, .ttl, .nt, .jsonld or .rdf, with or without .gz
    :raises ReadError: if the file is missing, of another form, or not well formed
    :raises StoreError: if the folder is no store
    """
    path = Path(path)
    if path.is_file():
        yield _loaded(path)
        return
    if not path.exists():
        raise ReadError("there is no such store or file", where=path)
    from kg.store import Store

    with Store.open(path) as store:
        yield store.union


def _loaded(path: Path) -> Graph:
    from pyoxigraph import RdfFormat, Store, parse

    name = path.name.removesuffix(".gz")
    form = RdfFormat.from_extension(name.rpartition(".")[2])
    if form is None:
        raise ReadError("the name does not say which form of RDF this is", where=path,
                        hint="it ends in .nq, .trig, .ttl, .nt, .jsonld or .rdf")
    graph = Store()
    try:
        with io.BufferedReader(gzip.open(path)) if name != path.name else path.open("rb") as file:
            graph.bulk_extend(taken for quad in parse(file, form) for taken in _plain(quad))
    except (OSError, EOFError) as error:
        raise ReadError(f"can't be read: {getattr(error, 'strerror', None) or error}", where=path) from error
    except (SyntaxError, ValueError) as error:
        raise ReadError(f"is not well formed: {error}", where=path) from error
    return graph


def _plain(quad: Quad) -> Iterator[Quad]:
    """A quad in the default graph; a triple term becomes the statement of RDF 1.1 that it stands for."""
    from pyoxigraph import NamedNode, Quad, Triple

    if isinstance(quad.object, Triple) and quad.predicate.value == PREFIXES["rdf"] + "reifies":
        for part in _PARTS:
            yield Quad(quad.subject, NamedNode(PREFIXES["rdf"] + part), getattr(quad.object, part))
    else:
        yield Quad(quad.subject, quad.predicate, quad.object)
