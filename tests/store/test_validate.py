"""Validation in batches finds what validation of the whole finds, and tells where it was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg import validate as validation
from kg.graph import dataset
from kg.settings import ontology_folder
from kg.shacl.full import Judge
from kg.store import Store
from kg.validate import validate
from tests.graph import made
from tests.store.conftest import KNOWLEDGE


def wrong(identifier: str, number: int):
    """A reading that breaks several shapes, in another way for every number."""
    reading = made.reading(identifier)
    backwards = replace(reading.relations[0], subject=made.PARK, object=made.XPENG)
    unsure = replace(reading.relations[1], confidence=reading.relations[1].confidence + number)
    figures = (replace(reading.observations[0], unit=f"furlong{number}"), replace(reading.observations[1], period="soon"),
               replace(reading.observations[2], measure="Guess"))
    milestones = (replace(reading.milestones[0], date=f"the {number}th"), replace(reading.milestones[1], stage="Dreamt"))
    return replace(reading, relations=(backwards, unsure, *reading.relations[2:]), observations=figures, milestones=milestones)


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    folder = tmp_path_factory.mktemp("broken") / "store"
    with Store.open(folder, write=True, create=True) as store:
        for number in range(6):
            identifier = f"{number}.txt"
            store.put(made.document(identifier), wrong(identifier, number) if number % 2 else made.reading(identifier))
        store.write_graph(dataset(store, KNOWLEDGE), "made")
    with Store.open(folder) as store:
        yield store


@pytest.fixture(scope="module")
def whole(broken) -> set[tuple[str, str, str]]:
    """Node, path and value of every violation, by pySHACL alone on the union."""
    return {(result.node, result.path, result.value) for result in Judge(ontology_folder() / "shapes.ttl").check(
        quad.triple for quad in broken.union)}


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("batch", [1, 300, 1_000_000])
def test_the_size_of_the_batches_and_who_judges_change_nothing(broken, whole, monkeypatch, batch, full):
    monkeypatch.setattr(validation, "_BATCH", batch)
    report = validate(broken, full=full)
    assert not report.conforms
    assert {(v.node, v.path, v.value) for v in report.violations} == whole


def test_violations_say_what_is_wrong_and_where_it_was_read(broken):
    report = validate(broken)
    assert report.documents == 6
    paths = {v.path for v in report.violations}
    assert paths == {"pk:unit", "pk:period", "pk:measure", "pk:date", "pk:stage", "pk:locatedIn", "pk:confidence"}
    assert all(v.message and v.message_zh and v.quote is not None for v in report.violations)
    [located] = [v for v in report.violations if v.path == "pk:locatedIn"]
    assert located.quote.exact == "小鹏汽车在肇庆高新区投产"
    # All documents state the relation that is too sure; the earliest is told.
    assert {v.quote.document for v in report.violations if v.path != "pk:confidence"} <= {"1.txt", "3.txt", "5.txt"}


def test_the_report_is_the_same_every_time(broken):
    assert validate(broken) == validate(broken)


def test_the_most_frequent_problem_comes_first(broken):
    sizes = [len(found) for found in validate(broken).grouped().values()]
    assert sizes == sorted(sizes, reverse=True) and sum(sizes) == len(validate(broken).violations)


def test_what_the_program_makes_conforms(store):
    report = validate(store)
    assert report.conforms and report.violations == () and report.triples > 100


def test_progress_counts_the_graphs(broken, monkeypatch):
    monkeypatch.setattr(validation, "_BATCH", 1)
    told = []
    validate(broken, progress=lambda done, total: told.append((done, total)))
    assert told == [(number, 7) for number in range(1, 8)]


def test_an_empty_store_conforms(tmp_path):
    with Store.open(tmp_path / "store", write=True, create=True) as store:
        store.write_graph(dataset(store, KNOWLEDGE), "made")
        assert validate(store).conforms
