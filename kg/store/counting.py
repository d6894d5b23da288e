"""Counts a store's graph: a large one in a process of its own, with which all is gone that Oxigraph keeps at hand of the indexes it went through.

    python -m kg.store.counting FOLDER CLASS...         prints the counts as JSON
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from kg.errors import KgError
from kg.store.counts import Counts, count
from kg.store.store import Store

# Characters of a store's documents from which on its graph is large: starting Python is a small part of the time then.
_LARGE = 2_000_000


def counted(store: Store, entity_classes: tuple[str, ...]) -> Counts:
    """Count what the graph in force of a store holds.

    A process that has written ten million triples is large already; counting there would take a hundred megabytes more.

    :param store: open, for reading or with what was put in it made into a graph
    :param entity_classes: those of the ontology
    """
    if sum(document.characters for document in store.documents()) >= _LARGE:
        counts = _apart(store.folder, entity_classes)
        if counts is not None:
            return counts
    return count(store.union, entity_classes)


def _apart(folder: Path, entity_classes: tuple[str, ...]) -> Counts | None:
    """The same from another process; None if none can be started, or it does not find this program."""
    if not sys.executable:                              # Python within another program
        return None
    try:
        done = subprocess.run([sys.executable, "-m", __name__, str(folder.absolute()), *entity_classes], capture_output=True, check=True)
        told = json.loads(done.stdout)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return None
    return Counts(**{**told, "connected": tuple(tuple(row) for row in told["connected"])})


def main(folder: str, *entity_classes: str) -> int:
    """Print the counts of a store.

    :returns: what to exit with
    """
    try:
        with Store.open(folder) as store:
            print(json.dumps(asdict(count(store.union, entity_classes))))
    except KgError:                                     # who asked counts itself then, and meets the same
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
