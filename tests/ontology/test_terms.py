"""The lists of values: what the contract names is there, and no phrase tells of two things at once."""

from __future__ import annotations

from collections import defaultdict

import pytest
from rdflib import RDF, SKOS, Graph, Literal

from kg.schema import Schema

from .conftest import PK

INDICATORS = """investment outputValue industrialOutput valueAdded gdp revenue tax fiscalRevenue trade exports foreignInvestment
    fixedInvestment retailSales capacity production installedPower powerConsumption landArea floorArea projects companies jobs
    income deposits loans rdIntensity""".split()
STAGES = "Planned Signed Approved Registered Groundbreaking Construction Completed Operational FullCapacity Expansion Suspended".split()
UNITS = "CNY USD HKD EUR m2 m3 m W Wh t kg percent percentagePoint count person year month day".split()


def test_the_lists_are_those_of_the_contract(schema: Schema):
    assert set(schema.indicators) == set(INDICATORS) and len(INDICATORS) == 26
    assert list(schema.stages) == STAGES
    assert list(schema.units) == UNITS
    assert set(schema.measures) == {"Level", "Growth", "Share", "Rank"}
    assert set(schema.bounds) == {"Exact", "AtLeast", "AtMost", "About"}
    assert set(schema.modalities) == {"Actual", "Planned", "Target", "Forecast"}
    assert list(schema.levels) == ["Region", "Province", "City", "County", "Town", "Village"]


@pytest.mark.parametrize("kind", ["indicators", "stages", "measures", "bounds", "levels", "units"])
def test_no_phrase_tells_of_two_concepts_of_a_list(schema: Schema, kind: str):
    owners = defaultdict(set)
    for concept in getattr(schema, kind).values():
        for label in concept.labels:
            owners[label].add(concept.id)
    assert {label: ids for label, ids in owners.items() if len(ids) > 1} == {}


def test_no_cue_tells_of_two_modalities(schema: Schema):
    owners = defaultdict(set)
    for concept in schema.modalities.values():
        for cue in concept.triggers:
            owners[cue].add(concept.id)
    assert owners and {cue: ids for cue, ids in owners.items() if len(ids) > 1} == {}


def test_no_label_stands_twice_with_its_concept(schema: Schema):
    for kind in ("indicators", "stages", "measures", "bounds", "modalities", "levels", "units"):
        for concept in getattr(schema, kind).values():
            assert len(set(concept.labels)) == len(concept.labels), concept.id


def test_every_indicator_says_what_it_is_measured_in(schema: Schema):
    units = {unit.quantity_kind for unit in schema.units.values()}
    assert units == {"money", "area", "volume", "length", "power", "energy", "mass", "percent", "count", "person", "duration"}
    for indicator in schema.indicators.values():
        assert indicator.quantity_kinds and set(indicator.quantity_kinds) <= units, indicator.id


@pytest.mark.parametrize("phrase, indicator", [
    ("全社会用电量", "powerConsumption"), ("地方一般公共预算收入", "fiscalRevenue"), ("经济总量", "gdp"), ("货物进出口总额", "trade"),
    ("农村居民人均可支配收入", "income"), ("实际利用外资", "foreignInvestment"), ("计划投资额", "investment"), ("主营业务收入", "revenue"),
    ("规划面积", "landArea"), ("总建筑面积", "floorArea"), ("设计产能", "capacity"), ("规上工业企业", "companies"),
    ("研发经费投入强度", "rdIntensity"), ("规模以上工业增加值", "valueAdded"), ("规上工业总产值", "industrialOutput")])
def test_a_phrase_names_its_indicator(schema: Schema, phrase: str, indicator: str):
    assert [i.id for i in schema.indicators.values() if phrase in i.labels] == [indicator]


@pytest.mark.parametrize("verb, stage", [
    ("签约落地", "Signed"), ("揭牌", "Registered"), ("破土动工", "Groundbreaking"), ("封顶", "Construction"), ("竣工", "Completed"),
    ("建成投产", "Operational"), ("达标达产", "FullCapacity"), ("扩产", "Expansion"), ("停建", "Suspended"), ("核准", "Approved"), ("拟建", "Planned")])
def test_a_verb_names_its_stage(schema: Schema, verb: str, stage: str):
    assert [s.id for s in schema.stages.values() if verb in s.triggers] == [stage]


def test_settling_somewhere_is_no_stage(schema: Schema):
    assert not {"落户", "引进", "入驻"} & {trigger for stage in schema.stages.values() for trigger in stage.triggers}


def test_planned_is_a_stage_by_its_labels_and_a_modality_by_its_cues(schema: Schema):
    assert "拟建" in schema.stages["Planned"].triggers and "拟" not in schema.stages["Planned"].triggers
    assert "拟" in schema.modalities["Planned"].triggers and "拟建" not in schema.modalities["Planned"].triggers


def test_triggers_stand_the_longest_first(schema: Schema):
    for stage in schema.stages.values():
        assert list(map(len, stage.triggers)) == sorted(map(len, stage.triggers), reverse=True)


def test_every_concept_is_in_a_scheme(graphs: dict[str, Graph]):
    terms = graphs["terms.ttl"]
    schemes = set(terms.subjects(RDF.type, SKOS.ConceptScheme))
    assert len(schemes) == 7
    labelled = set(terms.subjects(SKOS.prefLabel, None)) - schemes
    assert len(labelled) == 26 + 4 + 4 + 3 + 11 + 6 + 18        # Planned counts once
    for concept in labelled:
        assert set(terms.objects(concept, SKOS.inScheme)) <= schemes and (concept, SKOS.inScheme, None) in terms


def test_a_unit_is_written_by_its_notation(graphs: dict[str, Graph]):
    terms = graphs["terms.ttl"]
    for unit in terms.subjects(RDF.type, PK.Unit):
        assert list(terms.objects(unit, SKOS.notation)) == [Literal(str(unit).rsplit("/", 1)[-1])]
