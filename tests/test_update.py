"""Whatever was added, replaced and withdrawn before: the graph is that of the documents that are there now."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import ShapeError
from kg.graph import dataset
from kg.model import Entity
from kg.settings import ontology_folder
from kg.shacl import load_shapes
from kg.store import Store
from kg.update import update
from tests.graph import made
from tests.store.conftest import KNOWLEDGE as UNCHECKED

KNOWLEDGE = replace(UNCHECKED, shapes=load_shapes(ontology_folder() / "shapes.ttl"))

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
    if kind == 8:           # facts that break shapes, among others that do not
        backwards = replace(whole.relations[0], subject=made.PARK, object=made.XPENG)
        return replace(whole, relations=(backwards, *whole.relations[1:]), milestones=(replace(whole.milestones[0], date="soon"),),
                       observations=(replace(whole.observations[0], unit="furlong"), *whole.observations[1:]))
    return replace(whole, entities=(), relations=(), observations=(), milestones=())


steps = st.lists(st.lists(st.tuples(st.sampled_from(NAMES), st.none() | st.integers(0, 9)), min_size=1, max_size=3), min_size=1, max_size=5)


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
            assert {str(name) for name in store.graph.named_graphs()} == {line.rsplit(" ", 1)[1] for line in expected}
            assert triples(store) == sorted({str(quad.triple) for quad in dataset(store, KNOWLEDGE)})
            refused = store.quarantine()
            update(store, KNOWLEDGE, "made", anew=True)
            assert (quads(store), store.quarantine()) == (expected, refused)
    finally:
        shutil.rmtree(folder)


def test_what_breaks_a_shape_is_kept_out_until_it_does_not(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        for identifier, kind in (("a.txt", 0), ("b.txt", 8)):
            put(store, identifier, kind)
        new = update(store, KNOWLEDGE, "made")
        assert new == store.quarantine()
        assert {(q.document, q.path) for q in new} == {("b.txt", path) for path in ("pk:unit", "pk:date", "pk:locatedIn")}
        put(store, "a.txt", 1)
        assert update(store, KNOWLEDGE, "made", anew=False) == []
        assert len(store.quarantine()) == 3
        before = quads(store)
        put(store, "a.txt", 8)
        with pytest.raises(ShapeError, match="and 5 more; nothing was written"):
            update(store, KNOWLEDGE, "made", strict=True)
        assert quads(store) == before and len(store.quarantine()) == 3
        # Other shapes, which the facts do not break: they are tried again.
        lenient = replace(KNOWLEDGE, shapes=None)
        update(store, lenient, "made otherwise")
        assert store.quarantine() == [] and quads(store) == sorted({str(quad) for quad in dataset(store, lenient)})
