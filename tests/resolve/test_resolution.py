"""One thing, one node; different things, different nodes; whatever the order."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Entity
from kg.names import BASE, entity as entity_iri
from kg.resolve import Pair, explain, resolve
from tests.resolve.listed import PLACES, Entry, Gazetteer


def entity(cls: str, *names: str, identifier: str | None = None, within: str | None = None) -> Entity:
    return Entity(cls, names, (), identifier, within)


def nodes(readings: dict[str, list[Entity]], **options) -> list[str]:
    """The IRI of each entity, in order."""
    resolution = resolve(readings.items(), **options)
    return [resolution.node(document, e).iri for document, entities in readings.items() for e in entities]


def labels(readings: dict[str, list[Entity]], **options) -> list[str]:
    return [node.label for node in resolve(readings.items(), **options)]


def test_the_same_name_in_two_documents_is_one_node():
    a, b = nodes({"a": [entity("Company", "T3出行")], "b": [entity("Company", "t3出行")]})
    assert a == b == entity_iri("Company", "T3出行")


def test_the_same_name_of_two_classes_is_two_nodes():
    a, b = nodes({"a": [entity("Industry", "动力电池"), entity("Product", "动力电池")]})
    assert a != b


def test_another_name_leads_to_the_same_node():
    readings = {"a": [entity("Company", "小鹏汽车", "小鹏")], "b": [entity("Company", "小鹏")]}
    assert len(set(nodes(readings))) == 1
    [node] = resolve(readings.items())
    assert (node.label, node.alternatives) == ("小鹏汽车", ("小鹏",))


def test_a_chain_of_names_is_followed():
    readings = {"a": [entity("Company", "广东小鹏汽车科技有限公司", "小鹏汽车")], "b": [entity("Company", "小鹏汽车", "小鹏")],
                "c": [entity("Company", "小鹏")]}
    assert len(set(nodes(readings))) == 1


def test_a_short_name_of_two_full_names_glues_nothing():
    readings = {"a": [entity("Company", "瑞庆时代", "时代")], "b": [entity("Company", "宁德时代", "时代")], "c": [entity("Company", "时代")]}
    assert len(set(nodes(readings))) == 3


def test_a_general_name_glues_nothing():
    readings = {"a": [entity("Park", "肇庆高新区", "高新区")], "b": [entity("Park", "东莞高新区", "高新区")]}
    assert labels(readings) == ["东莞高新区", "肇庆高新区"]


def test_a_general_name_alone_means_another_thing_in_each_document():
    readings = {"a": [entity("Park", "高新区")], "b": [entity("Park", "高新区")], "c": [entity("Park", "肇庆高新区", "高新区")]}
    resolution = resolve(readings.items())
    assert [node.label for node in resolution] == ["肇庆高新区", "高新区", "高新区"]
    assert len({node.iri for node in resolution}) == 3


def test_a_general_name_with_its_place_means_one_thing_in_all_documents():
    readings = {"a": [entity("Park", "高新区", within="441200")], "b": [entity("Park", "高新区", within="441200")],
                "c": [entity("Park", "高新区", within="110000")]}
    resolution = resolve(readings.items(), gazetteer=PLACES)
    assert [node.label for node in resolution] == ["高新区（北京市）", "高新区（肇庆市）"]
    assert all("高新区" in node.alternatives for node in resolution)


def test_a_line_that_says_only_what_it_is_for_is_that_of_its_place():
    assert len(set(nodes({"a": [entity("Project", "肇庆疏港铁路"), entity("Project", "长春疏港铁路")]}, gazetteer=PLACES))) == 2


def test_what_two_regions_have_is_two_things():
    regions = Gazetteer([*PLACES.entries, Entry("粤西", "District", "region:粤西"), Entry("粤东", "District", "region:粤东")])
    assert len(set(nodes({"a": [entity("Project", "粤西云水配置"), entity("Project", "粤东云水配置")]}, gazetteer=regions))) == 2


def test_namesakes_of_the_gazetteer_stay_apart_and_carry_the_place_above():
    readings = {"a": [entity("District", "朝阳区", identifier="110105")], "b": [entity("District", "朝阳区", identifier="220104")]}
    assert labels(readings, gazetteer=PLACES) == ["朝阳区（北京市）", "朝阳区（长春市）"]


def test_a_namesake_alone_in_the_store_carries_the_place_too_so_that_its_iri_does_not_change_later():
    assert labels({"a": [entity("District", "朝阳区", identifier="110105")]}, gazetteer=PLACES) == ["朝阳区（北京市）"]


def test_a_place_is_in_the_label_only_where_there_is_a_namesake():
    alone = {"a": [entity("Organization", "管委会", within="肇庆高新区")], "b": [entity("Park", "肇庆高新区")]}
    two = alone | {"c": [entity("Organization", "管委会", within="朝阳区")]}
    assert "管委会" in labels(alone) and "管委会" not in labels(two)
    assert nodes(alone)[0] == nodes(two)[0] != entity_iri("Organization", "管委会")      # its IRI tells the place all the time


def test_an_unidentified_name_of_several_places_is_none_of_them():
    readings = {"a": [entity("District", "朝阳区", identifier="110105")], "b": [entity("District", "朝阳区")], "c": [entity("District", "朝阳区")]}
    assert len(set(nodes(readings, gazetteer=PLACES))) == 3


def test_two_identifiers_are_two_nodes_without_a_gazetteer_too():
    readings = {"a": [entity("District", "朝阳区", identifier="110105")], "b": [entity("District", "朝阳区", identifier="220104")],
                "c": [entity("District", "朝阳区")]}
    resolution = resolve(readings.items())
    assert [node.identifier for node in resolution] == ["110105", "220104", None]
    assert {node.label for node in resolution} > {"朝阳区（110105）", "朝阳区（220104）"}


def test_a_listed_name_leads_to_the_thing_that_it_is_listed_for():
    readings = {"a": [entity("Company", "CATL")], "b": [entity("Company", "宁德时代", identifier="SZ300750")],
                "c": [entity("Company", "宁德时代新能源科技股份有限公司", "宁德时代")]}
    [node] = resolve(readings.items(), gazetteer=PLACES)
    assert (node.label, node.identifier) == ("宁德时代", "SZ300750")


def test_a_listed_thing_without_a_code_has_no_identifier():
    [node] = resolve({"a": [entity("Company", "广东瑞庆时代新能源科技有限公司")]}.items(), gazetteer=PLACES)
    assert (node.label, node.identifier) == ("瑞庆时代", None)


def test_a_weak_name_does_not_identify():
    readings = {"a": [entity("Company", "长安")], "b": [entity("Company", "长安汽车", identifier="SZ000625")]}
    assert len(set(nodes(readings, gazetteer=PLACES))) == 2


def test_a_weak_name_leads_to_the_thing_that_a_text_calls_so():
    readings = {"a": [entity("Company", "长安")], "b": [entity("Company", "长安汽车", "长安", identifier="SZ000625")]}
    assert len(set(nodes(readings, gazetteer=PLACES))) == 1


def test_a_name_listed_for_another_thing_is_no_name_of_this_one():
    readings = {"a": [entity("Company", "瑞庆时代", "宁德时代"), entity("Company", "宁德时代")]}
    assert {node.label: node.alternatives for node in resolve(readings.items(), gazetteer=PLACES)} == {"瑞庆时代": (), "宁德时代": ()}


def test_the_curated_table_joins():
    same = [Pair("Company", "中国石化", "中石化", "", "")]
    readings = {"a": [entity("Company", "中石化")], "b": [entity("Company", "中国石化")]}
    assert len(set(nodes(readings, same=same))) == 1


def test_the_curated_best_name_is_the_label():
    same = [Pair("Company", "中国石化", "中石化", "", ""), Pair("Company", "中国石化", "中国石油化工集团", "", "")]
    readings = {"a": [entity("Company", "中石化")], "b": [entity("Company", "中石化")], "c": [entity("Company", "中国石油化工集团")]}
    [node] = resolve(readings.items(), same=same)
    assert (node.label, node.alternatives) == ("中国石化", ("中国石油化工集团", "中石化"))


def test_the_curated_table_holds_apart_what_a_text_joins():
    different = [Pair("Company", "一汽丰田", "广汽丰田", "", "")]
    readings = {"a": [entity("Company", "一汽丰田", "广汽丰田", "丰田")], "b": [entity("Company", "广汽丰田", "丰田")]}
    assert len(set(nodes(readings, different=different))) == 2
    assert {node.label: node.alternatives for node in resolve(readings.items(), different=different)} == {
        "一汽丰田": ("丰田",), "广汽丰田": ("丰田",)}


def test_what_is_held_apart_is_not_joined_by_way_of_a_third_name():
    different = [Pair("Company", "甲公司一", "甲公司二", "", "")]
    same = [Pair("Company", "甲公司一", "甲", "", ""), Pair("Company", "甲公司二", "甲", "", "")]
    a, b = nodes({"a": [entity("Company", "甲公司一")], "b": [entity("Company", "甲公司二")]}, same=same, different=different)
    assert a != b


def test_the_most_frequent_best_name_is_the_label_then_the_longest_then_the_first():
    often = {"a": [entity("Project", "湛朗大桥", "湛朗")], "b": [entity("Project", "湛朗", "湛朗大桥")], "c": [entity("Project", "湛朗", "湛朗大桥")]}
    assert labels(often) == ["湛朗"]
    longest = {"a": [entity("Project", "湛朗大桥", "湛朗")], "b": [entity("Project", "湛朗", "湛朗大桥")]}
    assert labels(longest) == ["湛朗大桥"]


def test_a_name_from_outside_finds_its_node():
    resolution = resolve({"a": [entity("Company", "CATL"), entity("Park", "高新区"), entity("Company", "小鹏汽车")]}.items(), gazetteer=PLACES)
    assert resolution.called("Company", "宁德时代").label == "宁德时代"
    assert resolution.called("Company", "小鹏汽车").label == "小鹏汽车"
    assert resolution.called("Park", "高新区") is None
    assert resolution.called("Company", "理想汽车") is None


def test_the_base_of_the_iris_can_be_another():
    assert nodes({"a": [entity("Company", "小鹏汽车")]}, base="https://example.org/") == ["https://example.org/company/小鹏汽车"]


def test_nothing_gives_nothing():
    assert list(resolve([])) == []


# --- properties

NAMES = ("小鹏汽车", "小鹏", "小鹏科技", "高新区", "肇庆高新区", "朝阳区", "宁德时代", "时代", "CATL", "长安", "长安汽车", "瑞庆时代", "二期", "肇庆")
entities = st.builds(
    Entity, cls=st.sampled_from(("Company", "Park", "District", "Project")),
    names=st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True).map(tuple), evidence=st.just(()),
    identifier=st.sampled_from((None, None, None, "110105", "220104", "SZ300750")), within=st.sampled_from((None, None, "441200")),
)
documents = st.dictionaries(st.sampled_from("abcdefgh"), st.lists(entities, max_size=5), max_size=6)
SAME, DIFFERENT = [Pair("Company", "小鹏汽车", "小鹏科技", "", "")], [Pair("Company", "宁德时代", "瑞庆时代", "", "")]


@settings(deadline=None, max_examples=150)
@given(documents, st.randoms(use_true_random=False), st.sampled_from((None, PLACES)))
def test_the_order_of_documents_and_entities_changes_nothing(readings, chance: random.Random, gazetteer):
    shuffled = [(document, chance.sample(found, len(found))) for document, found in chance.sample(sorted(readings.items()), len(readings))]
    options = {"same": SAME, "different": DIFFERENT, "gazetteer": gazetteer}
    one, other = resolve(readings.items(), **options), resolve(shuffled, **options)
    assert list(one) == list(other)
    for document, found in readings.items():
        assert [one.node(document, e) for e in found] == [other.node(document, e) for e in found]


@settings(deadline=None, max_examples=150)
@given(documents, st.sampled_from((None, PLACES)))
def test_every_entity_has_a_node_of_its_class_under_its_name_and_an_iri_of_its_own(readings, gazetteer):
    resolution = resolve(readings.items(), same=SAME, different=DIFFERENT, gazetteer=gazetteer)
    assert len({node.iri for node in resolution}) == len(list(resolution))
    for document, found in readings.items():
        for e in found:
            node = resolution.node(document, e)
            assert node.cls == e.cls
            assert node.iri.startswith(BASE + e.cls.lower() + "/")
            assert node.label not in node.alternatives
            assert list(node.alternatives) == sorted(set(node.alternatives))
            if e.identifier:
                assert node.identifier == e.identifier


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents, st.sampled_from((None, PLACES)))
def test_what_goes_to_the_disk_changes_nothing(monkeypatch, readings, gazetteer):
    options = {"same": SAME, "different": DIFFERENT, "gazetteer": gazetteer}

    def told(resolution):
        return (list(resolution), resolution.surroundings, list(resolution.retired), list(resolution.ambiguous), resolution.above, resolution.possible,
                [explain(resolution, node) for node in resolution], [resolution.nodes(document) for document in readings],
                [resolution.called(cls, name) for cls in ("Company", "Park", "District") for name in NAMES])

    in_memory = told(resolve(readings.items(), **options))
    with monkeypatch.context() as patched:
        patched.setattr("kg.disk.HELD", 2)
        assert told(resolve(readings.items(), **options)) == in_memory


@settings(deadline=None, max_examples=100)
@given(documents)
def test_an_identified_thing_is_one_node_and_two_are_two(readings):
    resolution = resolve(readings.items(), gazetteer=PLACES)
    by_identifier: dict[tuple, set[str]] = {}
    for document, found in readings.items():
        for e in found:
            if e.identifier:
                by_identifier.setdefault((e.cls, e.identifier), set()).add(resolution.node(document, e).iri)
    assert all(len(iris) == 1 for iris in by_identifier.values())
    assert len(set().union(*by_identifier.values())) == len(by_identifier)


def test_the_work_grows_with_the_names_and_not_with_the_documents():
    """Counted, not timed: what a name is made of is found out once, however many documents there are."""
    class Counting:
        by_identifier: dict = {}
        calls = 0

        def lookup(self, name):
            self.calls += 1
            return ()

        def is_weak(self, name):
            return False

        def above(self, entry):
            return iter(())

    counted = []
    for number in (2_000, 8_000):
        gazetteer = Counting()
        resolve(((str(i), [entity("Company", f"公司{i % 1000}甲", f"简称{i % 1000}")]) for i in range(number)), gazetteer=gazetteer)
        counted.append(gazetteer.calls)
    assert counted[0] == counted[1] <= 20_000


# --- documents that are added, repeated, or come in batches


@settings(deadline=None, max_examples=100)
@given(documents, st.sampled_from((None, PLACES)))
def test_an_entity_that_is_named_twice_in_a_document_changes_nothing(readings, gazetteer):
    options = {"same": SAME, "different": DIFFERENT, "gazetteer": gazetteer}
    twice = {document: [*found, *found] for document, found in readings.items()}
    assert list(resolve(readings.items(), **options)) == list(resolve(twice.items(), **options))


@settings(deadline=None, max_examples=100)
@given(documents, st.sampled_from((None, PLACES)))
def test_a_document_that_is_put_twice_changes_no_set_and_loses_no_iri(readings, gazetteer):
    copies = {**readings, **{f"{document}2": found for document, found in readings.items()}}
    once, both = (resolve(r.items(), same=SAME, different=DIFFERENT, gazetteer=gazetteer) for r in (readings, copies))
    sets = [{(d, i): resolution.node(d, e).iri for d, found in readings.items() for i, e in enumerate(found)} for resolution in (once, both)]
    partition = [{frozenset(k for k in part if part[k] == iri) for iri in part.values()} for part in sets]
    assert partition[0] == partition[1]


def _listed_by_name_only(readings):
    """Without identifiers that contradict the names."""
    return {document: [replace(e, identifier=None) for e in found] for document, found in readings.items()}


@settings(deadline=None, max_examples=150)
@given(documents.map(_listed_by_name_only), documents.map(_listed_by_name_only), st.sampled_from((None, PLACES)))
def test_an_iri_keeps_answering_when_documents_are_added(before, added, gazetteer):
    options = {"same": SAME, "different": DIFFERENT, "gazetteer": gazetteer}
    after = {**{f"new {document}": found for document, found in added.items()}, **before}
    first, second = resolve(before.items(), **options), resolve(after.items(), **options)
    live, retired = {node.iri for node in second}, dict(second.retired)
    parts: dict[str, set[str]] = {}         # where the things of each former node are now: more than one where what came in between sets them apart
    for document, found in before.items():
        for e in found:
            parts.setdefault(first.node(document, e).iri, set()).add(second.node(document, e).iri)
    for iri, now in parts.items():
        digest = re.search(r"（[0-9a-f]{8}）$", iri)          # tells namesakes apart of which nothing is known, and is no promise
        leads = retired.get(iri, ())
        assert digest or iri in live or leads and (len(now) > 1 or now <= set(leads)), (iri, now)


@settings(deadline=None, max_examples=100)
@given(documents, st.integers(0, 5), st.sampled_from((None, PLACES)))
def test_two_batches_give_what_one_gives(readings, cut, gazetteer):
    rows = sorted(readings.items())
    options = {"same": SAME, "different": DIFFERENT, "gazetteer": gazetteer}
    assert list(resolve(rows[cut:] + rows[:cut], **options)) == list(resolve(rows, **options))


def test_a_retired_iri_never_is_that_of_a_node():
    readings = {"a": [entity("Company", "小鹏汽车", "小鹏")], "b": [entity("Company", "小鹏")]}
    resolution = resolve(readings.items())
    assert dict(resolution.retired) == {entity_iri("Company", "小鹏"): (entity_iri("Company", "小鹏汽车"),)}


def test_namesakes_in_two_cities_both_carry_the_city_and_the_plain_iri_leads_to_both():
    readings = {"a": [entity("Park", "云岭新城", within="441200")], "b": [entity("Park", "云岭新城", within="220100")]}
    resolution = resolve(readings.items(), gazetteer=PLACES)
    assert [node.label for node in resolution] == ["云岭新城（肇庆市）", "云岭新城（长春市）"]
    assert dict(resolution.retired)[entity_iri("Park", "云岭新城")] == tuple(sorted(node.iri for node in resolution))


# --- places around


def test_the_places_above_a_named_one_are_told_though_no_document_names_them():
    resolution = resolve([("a", [entity("District", "朝阳区", identifier="110105")])], gazetteer=PLACES)
    assert [node.label for node in resolution] == ["朝阳区（北京市）"]
    assert [node.label for node in resolution.surroundings] == ["北京市"]
    assert [(lower.label, higher.label) for lower, higher in resolution.above] == [("朝阳区（北京市）", "北京市")]


def test_an_ambiguous_name_has_its_candidates_and_is_none_of_them():
    ambiguous = Entity("District", ("朝阳区",), (), candidates=("110105", "220104"))
    readings = {"a": [ambiguous], "b": [ambiguous], "c": [entity("District", "朝阳区", identifier="110105")]}
    resolution = resolve(readings.items(), gazetteer=PLACES)
    assert len({resolution.node(document, found[0]).iri for document, found in readings.items()}) == 3
    assert [[node.label for node in things] for _, things in resolution.ambiguous] == [["朝阳区（北京市）", "朝阳区（长春市）"]] * 2
