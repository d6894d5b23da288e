"""All documents of a store as one dataset."""

from __future__ import annotations

from kg.graph import dataset
from kg.graph.dataset import Dataset, Knowledge
from kg.names import BASE, INDICATOR, ONTOLOGY
from kg.resolve import Pair
from kg.schema import load_schema
from tests.graph import made
from tests.resolve.listed import PLACES

SCHEMA = load_schema()


class Held:
    """Documents and readings held in memory, as a store gives them."""

    base = BASE

    def __init__(self, *readings):
        self._readings = {reading.document: reading for reading in readings}

    def documents(self):
        return [made.document(identifier) for identifier in self._readings]

    def entities(self):
        return [(identifier, reading.entities) for identifier, reading in self._readings.items()]

    def reading(self, identifier):
        return self._readings[identifier]


def lines(*readings, **knowledge) -> list[str]:
    return sorted({str(quad) for quad in dataset(Held(*readings), Knowledge(SCHEMA, **knowledge))})


def test_a_statement_has_one_confidence_the_highest_of_all_documents():
    found = lines(made.reading("a.txt", "0.5"), made.reading("b.txt", "0.80"), made.reading("c.txt", "0.7"))
    confidences = [line for line in found if "#confidence>" in line]
    assert len(confidences) == 3 * 5
    assert all('"0.8"^^' in line for line in confidences)


def test_the_order_of_documents_changes_nothing():
    readings = [made.reading(f"{name}.txt", confidence) for name, confidence in (("a", "0.5"), ("b", "0.9"), ("c", "0.7"))]
    assert lines(*readings) == lines(*reversed(readings))


def test_each_indicator_in_use_is_described_and_no_other():
    found = {line.split(" ")[0] for line in lines(made.reading()) if f"{ONTOLOGY}Indicator>" in line}
    assert found == {f"<{INDICATOR}outputValue>", f"<{INDICATOR}车型数>"}


def test_a_listed_district_has_its_level_and_code():
    found = "\n".join(lines(made.reading(), gazetteer=PLACES))
    node = f"<{BASE}district/肇庆市>"
    assert f'{node} <{ONTOLOGY}divisionCode> "441200"' in found
    assert f"{node} <{ONTOLOGY}level> <{ONTOLOGY}City>" in found


def test_curated_names_are_joined():
    same = [Pair("Company", "小鹏汽车", "宁德时代", "", "")]      # not so, but seen at once
    found = "\n".join(lines(made.reading(), same=same))
    assert "isReplacedBy" in found                                   # the IRI that it would have by itself leads on
    assert not [line for line in found.splitlines() if f"{BASE}company/宁德时代" in line and "isReplacedBy" not in line]
    assert f"<{ONTOLOGY}cooperatesWith>" not in found


def test_a_digest_changes_with_the_content_and_with_the_nodes_of_the_entities():
    source = Held(made.reading("a.txt"), made.reading("b.txt"))
    plain = Dataset(source, Knowledge(SCHEMA))
    joined = Dataset(source, Knowledge(SCHEMA, same=[Pair("Company", "小鹏汽车", "宁德时代", "", "")]))
    digest = plain.digest("a.txt", "1")
    assert digest == Dataset(source, Knowledge(SCHEMA)).digest("a.txt", "1")
    assert len({digest, plain.digest("a.txt", "2"), joined.digest("a.txt", "1")}) == 3
