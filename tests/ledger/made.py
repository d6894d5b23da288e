"""A store of three texts, with readings of them made by hand, so that what the tables show is known to the last cell."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from kg.model import Document, Entity, Evidence, Milestone, Observation, Reading, Relation
from kg.pipeline import build

FORMULA = '=HYPERLINK("http://example.org","领奖")'
TEXTS = {
    "one.md": ("2021-03-01", "远山材料在白鹭高新区投资建设远山正极项目，总投资50亿元，占地300亩。项目2021年2月签约。白鹭高新区位于白鹭市。"),
    "two.md": ("2022-06-15", "远山正极项目总投资超60亿元，其中一期20亿元，年产10万吨，2022年5月开工，预计2024年投产，投产后年产值80亿元。远山材料是远山控股的子公司。"),
    "three.md": ("2023-01-10", f"{FORMULA}公司计划在白鹭市建设星河基地，总投资3亿欧元。远山材料2022年产值约35亿元。"),
}


class Reader:
    """Gives the readings that belong to the texts."""

    def read(self, document: Document) -> Reading:
        return {"one.md": _one, "two.md": _two, "three.md": _three}[document.identifier](document)


def store(folder: Path) -> Path:
    """Build the store in a folder."""
    texts = folder / "texts"
    texts.mkdir()
    for name, (issued, text) in TEXTS.items():
        (texts / name).write_text(f"---\ntitle: 关于{name[:-3]}\ndate: {issued}\n---\n{text}\n", encoding="utf-8")
    report = build([texts], folder / "kg-store", reader=Reader())
    assert not report.failed
    return folder / "kg-store"


def _entity(document: Document, cls: str, *names: str) -> Entity:
    return Entity(cls, names, _quote(document, names[0]))


def _quote(document: Document, exact: str) -> tuple[Evidence, ...]:
    start = document.text.index(exact)
    return (Evidence(start, start + len(exact), exact, "made.rule"),)


def _figure(document: Document, entity: int, indicator: str, value: str, unit: str, text: str, exact: str, *, bound: str = "Exact",
            period: str | None = None, modality: str = "Planned", measure: str = "Level") -> Observation:
    return Observation(entity, indicator, measure, Decimal(value), unit, text, bound, period, modality, _quote(document, exact))


def _one(d: Document) -> Reading:
    entities = (_entity(d, "Company", "远山材料"), _entity(d, "Park", "白鹭高新区"), _entity(d, "Project", "远山正极项目"), _entity(d, "District", "白鹭市"))
    relations = (
        Relation(0, "develops", 2, "Actual", Decimal("0.9"), _quote(d, "远山材料在白鹭高新区投资建设远山正极项目")),
        Relation(2, "locatedIn", 1, "Actual", Decimal("0.9"), _quote(d, "在白鹭高新区投资建设远山正极项目")),
        Relation(0, "locatedIn", 1, "Actual", Decimal("0.8"), _quote(d, "远山材料在白鹭高新区")),
        Relation(1, "locatedIn", 3, "Actual", Decimal("0.9"), _quote(d, "白鹭高新区位于白鹭市")),
    )
    figures = (_figure(d, 2, "investment", "5000000000", "CNY", "50亿元", "总投资50亿元"),
               _figure(d, 2, "landArea", "200000", "m2", "300亩", "占地300亩"))
    return Reading(d.identifier, entities, relations, figures, (Milestone(2, "Signed", "2021-02", "Actual", _quote(d, "项目2021年2月签约")),))


def _two(d: Document) -> Reading:
    entities = (_entity(d, "Company", "远山材料"), _entity(d, "Company", "远山控股"), _entity(d, "Project", "远山正极项目"))
    relations = (Relation(0, "subsidiaryOf", 1, "Actual", Decimal("0.9"), _quote(d, "远山材料是远山控股的子公司")),)
    figures = (_figure(d, 2, "investment", "6000000000", "CNY", "60亿元", "总投资超60亿元", bound="AtLeast"),
               _figure(d, 2, "investment", "2000000000", "CNY", "20亿元", "其中一期20亿元"),
               _figure(d, 2, "capacity", "100000", "t", "10万吨", "年产10万吨"),
               _figure(d, 2, "outputValue", "8000000000", "CNY", "80亿元", "年产值80亿元", modality="Forecast"))
    milestones = (Milestone(2, "Groundbreaking", "2022-05", "Actual", _quote(d, "2022年5月开工")),
                  Milestone(2, "Operational", "2024", "Forecast", _quote(d, "预计2024年投产")))
    return Reading(d.identifier, entities, relations, figures, milestones)


def _three(d: Document) -> Reading:
    entities = (_entity(d, "Company", FORMULA), _entity(d, "District", "白鹭市"), _entity(d, "Project", "星河基地"), _entity(d, "Company", "远山材料"))
    whole = f"{FORMULA}公司计划在白鹭市建设星河基地"
    relations = (Relation(0, "develops", 2, "Planned", Decimal("0.9"), _quote(d, whole)),
                 Relation(2, "locatedIn", 1, "Planned", Decimal("0.9"), _quote(d, whole)))
    figures = (_figure(d, 2, "investment", "300000000", "EUR", "3亿欧元", "总投资3亿欧元"),
               _figure(d, 3, "outputValue", "3500000000", "CNY", "35亿元", "2022年产值约35亿元", bound="About", period="2022", modality="Actual"),
               _figure(d, 3, "outputValue", "-2.5", "percent", "-2.5%", "产值", period="2022", modality="Actual", measure="Growth"))
    return Reading(d.identifier, entities, relations, figures, (Milestone(2, "Planned", None, "Planned", _quote(d, whole)),))
