"""The answers: each one speaks of a document that exists, of things that it names, in the terms of the contract."""

from __future__ import annotations

import datetime
import re

import pytest
from corpus_files import document_of, gold, golds, main_text, rows, spaceless

GOLD = golds()
KINDS = ("entities", "relations", "observations", "milestones")
TYPES = {"Company", "Park", "District", "Project", "Organization", "Person", "Industry", "Product", "Programme"}
PLACES = {"Park", "District"}
ACTORS = {"Company", "Organization", "Park", "District"}
ARGUMENTS = {  # the contract's domains and ranges
    "locatedIn": ({"Company", "Park", "Project", "Organization", "District"}, PLACES),
    "develops": (ACTORS, {"Project", "Park"}),
    "subsidiaryOf": ({"Company"}, {"Company"}),
    "suppliesTo": ({"Company"}, {"Company"}),
    "cooperatesWith": (ACTORS, ACTORS),
    "inIndustry": ({"Company", "Park", "Project", "District"}, {"Industry"}),
    "produces": ({"Company", "Project"}, {"Product"}),
    "leads": ({"Company"}, {"Industry", "Park", "District"}),
    "upstreamOf": ({"Industry"}, {"Industry"}),
    "designatedAs": (TYPES, {"Programme"}),
    "holdsPositionIn": ({"Person"}, ACTORS),
}
PARTS = {("Park", "Park"), ("Project", "Project"), ("Project", "Park"), ("Industry", "Industry")}
MEASURES = {"Level", "Growth", "Share", "Rank"}
BOUNDS = {"Exact", "AtLeast", "AtMost", "About"}
MODALITIES = {"Actual", "Planned", "Target", "Forecast"}
UNITS = {"CNY", "USD", "HKD", "EUR", "m2", "m3", "m", "W", "Wh", "t", "kg", "percent", "percentagePoint", "count", "person", "year", "month", "day"}
STAGES = {
    "Planned", "Signed", "Approved", "Registered", "Groundbreaking", "Construction",
    "Completed", "Operational", "FullCapacity", "Expansion", "Suspended",
}  # fmt: skip
INDICATORS = {
    "investment", "outputValue", "industrialOutput", "valueAdded", "gdp", "revenue", "tax", "fiscalRevenue", "trade", "exports",
    "foreignInvestment", "fixedInvestment", "retailSales", "capacity", "production", "installedPower", "powerConsumption", "landArea",
    "floorArea", "projects", "companies", "jobs", "income", "deposits", "loans", "rdIntensity",
}  # fmt: skip
MOMENT = r"\d{4}(-\d{2}(-\d{2})?)?"


def by_name(path):
    return path.stem


def owners(annotation):
    """The ids that an annotation is about: one, or several that are equally right."""
    return annotation["of"] if isinstance(annotation["of"], list) else [annotation["of"]]


def types_of(answer):
    return {entity["id"]: entity["type"] for entity in rows(answer, "entities")}


def test_the_answers_are_as_many_as_they_ought_to_be():
    required = {kind: sum(len(gold(path)[kind]) for path in GOLD) for kind in KINDS}
    assert (len(GOLD), required) == (25, {"entities": 599, "relations": 556, "observations": 342, "milestones": 119})


def test_all_nine_classes_are_annotated():
    assert {entity["type"] for path in GOLD for entity in gold(path)["entities"]} == TYPES


@pytest.mark.parametrize("path", GOLD, ids=by_name)
class TestAnswer:
    def test_speaks_of_a_document_that_exists(self, path):
        answer = gold(path)
        assert answer["document"] == path.stem
        assert document_of(path).is_file()
        assert answer["issued"] is None or datetime.date.fromisoformat(answer["issued"])

    def test_has_the_parts_of_the_format(self, path):
        answer = gold(path)
        assert set(answer) - {"notes"} == {"document", "issued", "optional", *KINDS}
        assert set(answer["optional"]) == set(KINDS)

    def test_ids_are_unique_and_resolve(self, path):
        answer = gold(path)
        ids = [entity["id"] for entity in rows(answer, "entities")]
        assert len(ids) == len(set(ids))
        used = {i for subject, _, target in rows(answer, "relations") for i in (subject, target)}
        used |= {i for kind in ("observations", "milestones") for row in rows(answer, kind) for i in owners(row)}
        assert used <= set(ids)

    def test_required_relations_touch_required_entities_alone(self, path):
        answer = gold(path)
        required = {entity["id"] for entity in answer["entities"]}
        assert [row for row in answer["relations"] if not {row[0], row[2]} <= required] == []

    def test_required_facts_have_a_required_owner(self, path):
        answer = gold(path)
        required = {entity["id"] for entity in answer["entities"]}
        assert [row for row in answer["observations"] + answer["milestones"] if not required & set(owners(row))] == []

    def test_entities_have_a_class_of_the_contract_and_distinct_names(self, path):
        for entity in rows(gold(path), "entities"):
            assert set(entity) == {"id", "type", "names"}
            assert entity["type"] in TYPES
            assert len(entity["names"]) == len(set(entity["names"])) > 0

    def test_entities_are_named_in_the_main_text(self, path):
        text = main_text(document_of(path))
        silent = [e["names"][0] for e in rows(gold(path), "entities") if not any(spaceless(name) in text for name in e["names"])]
        assert silent == []

    def test_no_two_required_entities_of_a_class_share_a_name(self, path):
        seen = {}
        for entity in gold(path)["entities"]:
            for name in entity["names"]:
                assert seen.setdefault((entity["type"], spaceless(name)), entity["id"]) == entity["id"], name

    def test_relations_keep_domain_and_range(self, path):
        answer = gold(path)
        types = types_of(answer)
        for subject, name, target in rows(answer, "relations"):
            pair = types[subject], types[target]
            if name == "partOf":
                assert pair in PARTS, (subject, name, target)
            else:
                domain, scope = ARGUMENTS[name]
                assert pair[0] in domain and pair[1] in scope, (subject, name, target)
            assert subject != target

    def test_no_relation_is_annotated_twice(self, path):
        every = [tuple(row) for row in rows(gold(path), "relations")]
        assert len(every) == len(set(every))

    def test_observations_are_in_the_contracts_terms(self, path):
        for row in rows(gold(path), "observations"):
            assert set(row) == {"of", "indicator", "measure", "value", "unit", "bound", "period", "modality"}
            assert row["measure"] in MEASURES and row["bound"] in BOUNDS and row["modality"] in MODALITIES and row["unit"] in UNITS, row
            assert row["indicator"] in INDICATORS or not row["indicator"].isascii(), row
            assert isinstance(row["value"], (int, float))

    def test_measures_have_their_units(self, path):
        for row in rows(gold(path), "observations"):
            if row["measure"] in ("Growth", "Share"):
                assert row["unit"] in ("percent", "percentagePoint"), row
            if row["measure"] == "Rank":
                assert row["unit"] == "count" and row["value"] == int(row["value"]) >= 1, row

    def test_periods_and_dates_are_edtf(self, path):
        answer = gold(path)
        moments = [row["period"] for row in rows(answer, "observations")] + [row["date"] for row in rows(answer, "milestones")]
        assert [moment for moment in moments if moment and not re.fullmatch(f"{MOMENT}(/{MOMENT})?", moment)] == []

    def test_milestones_are_in_the_contracts_terms(self, path):
        for row in rows(gold(path), "milestones"):
            assert set(row) == {"of", "stage", "date", "modality"}
            assert row["stage"] in STAGES and row["modality"] in MODALITIES, row

    def test_what_is_actual_is_not_dated_after_the_document(self, path):
        answer = gold(path)
        facts = [(row["modality"], row["period"]) for row in rows(answer, "observations")]
        facts += [(row["modality"], row["date"]) for row in rows(answer, "milestones")]
        late = [when for modality, when in facts if modality == "Actual" and when and when[:10] > answer["issued"]]
        assert late == []
