"""What ``kg show`` tells of a thing."""

from __future__ import annotations

import pytest

from kg.errors import UsageError
from kg.names import BASE
from kg.profile import portrait, profile
from kg.schema import load_schema
from kg.store import Store
from tests.store.conftest import fill

SCHEMA = load_schema()


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("kg") / "store", write=True, create=True) as opened:
        fill(opened, "a.txt", "b.txt")
        yield opened


def test_a_portrait_tells_what_is_said_with_where(store):
    found = portrait(store, SCHEMA, BASE + "company/小鹏汽车")
    assert (found.cls, found.label, found.alternatives, found.documents) == ("Company", "小鹏汽车", ("小鹏",), 2)
    assert [fact.what for fact in found.relations] == ["位于 → 肇庆高新区", "合作 ↔ 宁德时代"]
    assert [fact.what for fact in found.figures] == ["车型数 三款"]
    assert [fact.what for fact in found.milestones] == ["2022-05 投产"]
    located = found.relations[0]
    assert [quote.document for quote in located.quotes] == ["a.txt", "b.txt"]
    assert located.quotes[0].sentence == "小鹏汽车在肇庆高新区投产，新能源汽车是主导产业。"
    assert found.figures[0].modality == "Planned"


def test_the_latest_figure_comes_first_and_its_measure_is_told(store):
    found = portrait(store, SCHEMA, BASE + "park/肇庆高新区")
    assert [fact.what for fact in found.figures] == ["2022 产值 300亿元", "2022 产值 增长 20.50%"]
    assert [fact.what for fact in found.relations] == ["所属产业 → 新能源汽车", "位于 ← 小鹏汽车"]


def test_a_position_has_its_title(store):
    assert [fact.what for fact in portrait(store, SCHEMA, BASE + "person/张三").relations] == ["任职于 → 肇庆高新区管委会（主任）"]


def test_what_is_only_hoped_for_says_so(store):
    found = portrait(store, SCHEMA, BASE + "project/小鹏汽车二期")
    assert [(fact.what, fact.modality) for fact in found.relations] == [("位于 → 肇庆市", "Target")]
    assert [(fact.what, fact.modality) for fact in found.milestones] == [("日期不明 规划", "Target")]


def test_a_profile_gives_the_first_of_much_and_a_portrait_all(store):
    whole = profile(store, SCHEMA, BASE + "company/小鹏汽车", whole="all")
    assert len(portrait(store, SCHEMA, BASE + "company/小鹏汽车").relations) == sum(relations.total for relations in whole.relations)


@pytest.mark.parametrize("iri", [BASE + "company/没有这家", "no iri at all"])
def test_what_is_no_entity_is_refused(store, iri):
    with pytest.raises(UsageError):
        portrait(store, SCHEMA, iri)
