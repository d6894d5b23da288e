from pathlib import Path

from kg.evaluate.compare import normal
from kg.evaluate.entities import match, missed, tally, wrong
from kg.evaluate.found import FoundEntity
from kg.evaluate.gold import Facts, Gold, GoldEntity
from kg.evaluate.tally import Tally


def gold(*required: GoldEntity, optional: tuple[GoldEntity, ...] = ()) -> Gold:
    return Gold("d", Facts(required, (), (), ()), Facts(optional, (), (), ()), Path("d.json"))


def nodes(*rows: tuple[str, str, str]) -> dict[str, FoundEntity]:
    """Nodes from their class and names, the best first; their IRI is that name."""
    found = (FoundEntity(names.split()[0], cls, names.split()[0], frozenset(map(normal, names.split()))) for cls, names in rows)
    return {entity.iri: entity for entity in found}


A = GoldEntity("a", "Company", ("华星电子", "华星"))
B = GoldEntity("b", "Park", ("东湖高新区", "高新区"))


def test_a_name_in_common_and_the_same_class():
    assert match(gold(A, B), nodes(("Company", "华星"), ("Company", "东湖高新区"))).node_of == {"a": "华星"}


def test_a_node_that_is_called_by_a_right_name_comes_before_one_that_merely_has_it():
    found = nodes(("Company", "甲 华星 华星电子"), ("Company", "华星"))
    assert match(gold(A), found).node_of == {"a": "华星"}


def test_more_names_in_common_come_first():
    found = nodes(("Company", "甲 华星"), ("Company", "乙 华星 华星电子"))
    assert match(gold(A), found).node_of == {"a": "乙"}


def test_one_to_one():
    twin = GoldEntity("z", "Company", ("华星",))
    assert match(gold(A, twin), nodes(("Company", "华星"))).node_of == {"a": "华星"}


def test_required_entities_choose_first():
    matching = match(gold(A, optional=(GoldEntity("0", "Company", ("华星",)),)), nodes(("Company", "华星")))
    assert matching.node_of == {"a": "华星"}
    assert matching.optional == set()


def test_counting_leaves_optional_entities_out():
    matching = match(gold(A, optional=(B,)), found := nodes(("Company", "华星"), ("Park", "高新区"), ("Park", "别的")))
    assert tally(gold(A, optional=(B,)), found, matching, ("Company", "Park")) == Tally(hit=1, found=2, gold=1)
    assert tally(gold(A, optional=(B,)), found, matching, ("Park",)) == Tally(hit=0, found=1, gold=0)


def test_what_was_missed_and_what_is_wrong():
    matching = match(gold(A, B), found := nodes(("Company", "华星"), ("Park", "别的")))
    assert missed(gold(A, B), matching) == ["Park 东湖高新区"]
    assert wrong(found, matching) == ["Park 别的"]
