"""The table of parks: where each lies, what it does, who is in it, and its latest figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.ledger.cells import RESULT, Cells, best, number, period
from kg.ledger.facts import Figure
from kg.ledger.table import Cell, Column, joined

COLUMNS = (
    Column("name", "园区", "park", width=28),
    Column("districts", "地区", "district", width=14, note="最具体的行政区"),
    Column("within", "所属园区", "within", width=20, main=False),
    Column("industries", "产业", "industry", width=26),
    Column("companies", "企业", "companies", width=40, main=False),
    Column("number_of_companies", "企业数", "companies read", "count", width=8, note="文中点名的企业，不是园区企业总数"),
    Column("projects", "项目", "projects", width=40, main=False),
    Column("number_of_projects", "项目数", "projects read", "count", width=8, note="文中点名的项目"),
    Column("output", "产值", "output", "number", "亿元", 12, note="工业总产值或产值，最近一期"),
    Column("output_period", "产值时期", "output period", "date", width=16, main=False),
    Column("area", "面积", "area", "number", "平方公里", 14, main=False),
    Column("designations", "称号", "designations", width=30, main=False),
    Column("sources", "文件数", "documents", "count", width=8, note="提到它的文件"),
)


@dataclass(frozen=True, slots=True)
class Park:
    """A row of the table; what each cell holds stands in :data:`COLUMNS`."""

    iri: str
    name: Cell
    districts: Cell
    within: Cell
    industries: Cell
    companies: Cell
    number_of_companies: Cell
    projects: Cell
    number_of_projects: Cell
    output: Cell
    output_period: Cell
    area: Cell
    designations: Cell
    sources: Cell


def parks(cells: Cells, wanted: set[str] | None = None) -> list[Park]:
    """Give a row for each park, by name.

    :param wanted: only these
    """
    facts = cells.facts
    out, into = facts.links_from("Park"), facts.links_to("Park")
    figures, mentions, documents = facts.figures("Park"), facts.mentions("Park"), facts.documents("Park")
    rows = []
    for iri in facts.of_class("Park"):
        if wanted is not None and iri not in wanted:
            continue
        inside = [link for link in into.get(iri, ()) if link.property == "locatedIn" and link.modality == "Actual"]
        sites = [link for link in out.get(iri, ()) if link.property == "locatedIn"]
        companies, projects = ([link for link in inside if facts.classes.get(link.other) == cls] for cls in ("Company", "Project"))
        wholes = [link for link in out.get(iri, ()) if link.property == "partOf"]
        output = _output(figures.get(iri, ()))
        rows.append(Park(
            iri=iri, name=Cell(facts.label(iri), mentions.get(iri, ())),
            districts=cells.districts(sites),
            within=joined([cells.names(sites, ("Park",)), cells.names(wholes, ("Park",))]),
            industries=cells.names([link for link in out.get(iri, ()) if link.property == "inIndustry"], ("Industry",)),
            companies=cells.names(companies, ("Company",)), number_of_companies=Cell(len({link.other for link in companies})),
            projects=cells.names(projects, ("Project",)), number_of_projects=Cell(len({link.other for link in projects})),
            output=number(output, "亿元"), output_period=period(output),
            area=number(best(figures.get(iri, ()), ("landArea",), RESULT), "平方公里"),
            designations=cells.names([link for link in out.get(iri, ()) if link.property == "designatedAs"], ("Programme",)),
            sources=Cell(documents.get(iri, 0))))
    return rows


def _output(figures: Sequence[Figure]) -> Figure | None:
    return best(figures, ("industrialOutput", "outputValue"), RESULT, latest_period=True)
