"""What is collected becomes a reading: positions, original offsets, one fact once, nothing that the ontology forbids."""

from decimal import Decimal

import pytest

from kg.model import Mention
from kg.read import document
from kg.recognize.home import NOWHERE
from kg.relate.collector import Collector
from kg.relate.entities import Coreference
from kg.relate.figures import Figure

TEXT = "# 开工\n\n 湛朗科技落户 云岭高新区，总投资 50 亿元。\n\n湛朗科技投产。\n"
COMPANY, PARK, PERSON = ("Company", "湛朗科技"), ("Park", "云岭高新区"), ("Person", "李明辉")


def confidence(rule: str) -> Decimal:
    return Decimal({"sure": "0.9", "unsure": "0.4"}.get(rule, "0.5"))


@pytest.fixture
def made():
    return document(TEXT, "text.md")


@pytest.fixture
def collector(made, reader):
    mentions = [Mention(0, len(name), name, cls, "test") for cls, name in (COMPANY, PARK, PERSON)]
    return Collector(made, Coreference(mentions, NOWHERE, reader.gazetteer), reader.schema)


def span(made, words: str) -> tuple[int, int]:
    at = made.clean.index(words)
    return at, at + len(words)


def test_nothing_collected_is_an_empty_reading(collector):
    reading = collector.reading(confidence)
    assert (reading.document, reading.entities, reading.relations, reading.observations, reading.milestones) == ("text.md", (), (), (), ())


def test_evidence_quotes_the_original_text(made, collector):
    collector.mention(COMPANY, *span(made, "湛朗科技"), "test")
    collector.relation(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技落户云岭高新区，"), "sure")
    reading = collector.reading(confidence)
    for entity in (*reading.entities, *reading.relations):
        for evidence in entity.evidence:
            assert made.text[evidence.start:evidence.end] == evidence.exact
    assert reading.relations[0].evidence[0].exact == "湛朗科技落户 云岭高新区", "as written, without the comma behind it"


def test_relations_point_to_entities(made, collector):
    collector.relation(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技落户"), "sure")
    reading = collector.reading(confidence)
    relation, = reading.relations
    assert reading.entities[relation.subject].names[0] == "湛朗科技" and reading.entities[relation.object].names[0] == "云岭高新区"
    assert all(entity.evidence for entity in reading.entities), "who has no mention of its own has the fact's evidence"


@pytest.mark.parametrize("subject, predicate, object_", [
    (PARK, "suppliesTo", COMPANY), (PERSON, "locatedIn", PARK), (COMPANY, "locatedIn", COMPANY), (COMPANY, "noSuchRelation", PARK)])
def test_what_the_ontology_forbids_is_left_out(made, collector, subject, predicate, object_):
    collector.relation(subject, predicate, object_, "Actual", span(made, "湛朗科技落户"), "sure")
    assert collector.reading(confidence).relations == ()


def test_the_same_fact_twice_is_one_with_two_evidences_and_the_better_confidence(made, collector):
    collector.relation(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技落户"), "unsure")
    collector.relation(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技投产"), "sure")
    collector.relation(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技投产"), "sure")
    relation, = collector.reading(confidence).relations
    assert relation.confidence == Decimal("0.9")
    assert [evidence.rule for evidence in relation.evidence] == ["unsure", "sure"]


def test_a_plan_and_a_fact_are_two(made, collector):
    for modality in ("Actual", "Planned"):
        collector.relation(COMPANY, "locatedIn", PARK, modality, span(made, "湛朗科技落户"), "sure")
    assert [relation.modality for relation in collector.reading(confidence).relations] == ["Actual", "Planned"]


def test_the_title_of_a_position(made, collector):
    collector.relation(PERSON, "holdsPositionIn", COMPANY, "Actual", span(made, "湛朗科技"), "sure", "董事长")
    assert collector.reading(confidence).relations[0].role == "董事长"


def test_a_milestone_told_with_and_without_its_date_is_one(made, collector):
    collector.milestone(COMPANY, "Operational", None, "Actual", span(made, "开工"), "test")
    collector.milestone(COMPANY, "Operational", "2024-05", "Actual", span(made, "湛朗科技投产"), "test")
    collector.milestone(COMPANY, "Operational", None, "Target", span(made, "湛朗科技投产"), "test")
    found = [(m.date, m.modality, len(m.evidence)) for m in collector.reading(confidence).milestones]
    assert sorted(found, key=str) == [("2024-05", "Actual", 2), (None, "Target", 1)]


def test_a_figure_keeps_its_fields(made, collector):
    figure = {"indicator": "investment", "measure": "Level", "value": Decimal(5_000_000_000), "unit": "CNY", "value_text": "50亿元",
              "bound": "Exact", "period": None,
              "modality": "Planned", "count_of": None}
    start, end = span(made, "总投资50亿元")
    for _ in range(2):
        collector.observation(COMPANY, Figure(COMPANY, start=start, end=end, rule="test", **figure))
    observation, = collector.reading(confidence).observations
    assert {name: getattr(observation, name) for name in figure} == figure
    assert observation.evidence[0].exact == "总投资 50 亿元"


def test_the_order_of_collecting_changes_nothing(made, reader):
    facts = [(COMPANY, "locatedIn", PARK, "Actual", span(made, "湛朗科技落户"), "sure"),
             (PERSON, "holdsPositionIn", COMPANY, "Actual", span(made, "湛朗科技"), "sure"),
             (COMPANY, "locatedIn", PARK, "Planned", span(made, "湛朗科技投产"), "unsure")]
    readings = []
    for order in (facts, facts[::-1]):
        collector = Collector(made, Coreference([], NOWHERE, reader.gazetteer), reader.schema)
        for fact in order:
            collector.relation(*fact)
        readings.append(collector.reading(confidence))
    assert readings[0] == readings[1]
