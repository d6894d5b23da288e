"""Whatever was added, replaced and withdrawn before: the graph is that of the documents that are there now."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph import dataset
from kg.model import Entity
from kg.store import Store
from kg.update import update
from tests.graph import made
from tests.store.conftest import KNOWLEDGE

NAMES = ("a.txt", "b.txt", "c.txt", "d.txt")


def reading(identifier: str, kind: int):
    """A reading, of one kind of several: more or less sure, with other names of its things, with fewer facts."""
    whole = made.reading(identifier, ("0.5", "0.80", "0.9")[kind % 3])
    if kind < 3:
        return whole
    if kind < 6:            # a name that joins, or keeps apart, things of other documents
        names = (("小鹏汽车", "小鹏科技"), ("小鹏科技", "小鹏"), ("小鹏科技",))[kind % 3]
        entities = list(whole.entities)
        entities[made.XPENG] = Entity("Company", names, entities[made.XPENG].evidence)
        return replace(whole, entities=tuple(entities))
    if kind < 8:            # fewer figures: an indicator is no longer in use
        return replace(whole, observations=whole.observations[:kind - 6], relations=whole.relations[::2])
    return replace(whole, entities=(), relations=(), observations=(), milestones=())


steps = st.lists(st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.integers(0, 8)), min_size=1, max_size=3), min_size=1, max_size=5)


def put(store: Store, identifier: str, kind: int | None) -> None:
    """Put a document, or withdraw it."""
    if kind is not None:
        store.put(made.document(identifier, title=f"第{kind}种"), reading(identifier, kind))
    elif identifier in store:
        store.remove(identifier)


def quads(store: Store) -> list[str]:
    return sorted(map(str, store.graph))


def triples(store: Store) -> list[str]:
    return sorted(str(quad.triple) for quad in store.union)


@settings(max_examples=8, deadline=None)
@given(steps)
def test_any_way_to_a_set_of_documents_gives_the_graph_of_one_build(steps):
    folder = Path(tempfile.mkdtemp())
    try:
        with Store.open(folder / "store", write=True, create=True) as store:
            update(store, KNOWLEDGE, "made")
            for step in steps:
                for identifier, kind in step:
                    put(store, identifier, kind)
                update(store, KNOWLEDGE, "made", anew=False)
            expected = sorted({str(quad) for quad in dataset(store, KNOWLEDGE)})
            assert quads(store) == expected
            assert triples(store) == sorted({str(quad.triple) for quad in dataset(store, KNOWLEDGE)})
            update(store, KNOWLEDGE, "made", anew=True)
            assert quads(store) == expected
    finally:
        shutil.rmtree(folder)
