"""docs/ontology.md says what the Turtle says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from kg.schema import Schema

from .conftest import FOLDER

ROOT = Path(__file__).resolve().parents[2]


def describe():
    spec = importlib.util.spec_from_file_location("describe_ontology", ROOT / "tools" / "describe_ontology.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date():
    module = describe()
    assert module.PAGE == ROOT / "docs" / "ontology.md"
    assert module.PAGE.read_text(encoding="utf-8") == module.page(FOLDER), "run: python tools/describe_ontology.py"


def test_the_page_names_every_class_property_indicator_and_stage(schema: Schema):
    text = (ROOT / "docs" / "ontology.md").read_text(encoding="utf-8")
    for name in (*schema.classes, *schema.properties, *schema.stages, *schema.measures, *schema.bounds, *schema.modalities, *schema.levels):
        assert f"`pk:{name}`" in text
    for indicator in schema.indicators:
        assert f"`indicator:{indicator}`" in text
