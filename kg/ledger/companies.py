"""The table of companies: where each is, what it builds, whose it is, whom it supplies, and its latest figures."""

from __future__ import annotations

from dataclasses import dataclass

from kg.ledger.cells import RESULT, Cells, best, number, period
from kg.ledger.table import SEPARATOR, Cell, Column

COLUMNS = (
    Column("name", "企业", "company", width=22),
    Column("alternatives", "又称", "also called", width=22, main=False),
    Column("parks", "园区", "park", width=26),
    Column("districts", "地区", "district", width=16, note="最具体的行政区；没有直接说明的，取所在园区的"),
    Column("industries", "产业", "industry", width=22),
    Column("parents", "上级企业", "parent", width=18, main=False),
    Column("subsidiaries", "下属企业", "subsidiaries", width=26, main=False),
    Column("projects", "项目", "projects", width=40),
    Column("customers", "供货给", "supplies", width=22, main=False),
    Column("suppliers", "供应商", "suppliers", width=22, main=False),
    Column("output", "产值", "output", "number", "亿元", 12, main=False),
    Column("output_period", "产值时期", "output period", "date", width=16, main=False),
    Column("revenue", "营业收入", "revenue", "number", "亿元", 16, main=False),
    Column("revenue_period", "营收时期", "revenue period", "date", width=16, main=False),
    Column("designations", "称号", "designations", width=26, main=False),
    Column("sources", "文件数", "documents", "count", width=8, note="提到它的文件"),
)


@dataclass(frozen=True, slots=True)
class Company:
    """A row of the table; what each cell holds stands in :data:`COLUMNS`."""

    iri: str
    name: Cell
    alternatives: Cell
    parks: Cell
    districts: Cell
    industries: Cell
    parents: Cell
    subsidiaries: Cell
    projects: Cell
    customers: Cell
    suppliers: Cell
    output: Cell
    output_period: Cell
    revenue: Cell
    revenue_period: Cell
    designations: Cell
    sources: Cell


def companies(cells: Cells, wanted: set[str] | None = None) -> list[Company]:
    """Give a row for each company, by name.

    :param wanted: only these
    """
    facts = cells.facts
    out, into = facts.links_from("Company"), facts.links_to("Company")
    figures, mentions, documents = facts.figures("Company"), facts.mentions("Company"), facts.documents("Company")
    alternatives = facts.alternatives("Company")
    rows = []
    for iri in facts.of_class("Company"):
        if wanted is not None and iri not in wanted:
            continue

        def names(links: dict, name: str, *classes: str, iri: str = iri) -> Cell:
            return cells.names([link for link in links.get(iri, ()) if link.property == name], classes)

        sites = [link for link in out.get(iri, ()) if link.property == "locatedIn"]
        output = best(figures.get(iri, ()), ("outputValue", "industrialOutput"), RESULT, latest_period=True)
        revenue = best(figures.get(iri, ()), ("revenue",), RESULT, latest_period=True)
        rows.append(Company(
            iri=iri, name=Cell(facts.label(iri), mentions.get(iri, ())),
            alternatives=Cell(SEPARATOR.join(alternatives.get(iri, ())) or None),
            parks=cells.narrowest(sites, "Park"), districts=cells.districts(sites), industries=names(out, "inIndustry", "Industry"),
            parents=names(out, "subsidiaryOf", "Company"), subsidiaries=names(into, "subsidiaryOf", "Company"),
            projects=names(out, "develops", "Project", "Park"), customers=names(out, "suppliesTo", "Company"),
            suppliers=names(into, "suppliesTo", "Company"),
            output=number(output, "亿元"), output_period=period(output),
            revenue=number(revenue, "亿元"), revenue_period=period(revenue),
            designations=names(out, "designatedAs", "Programme"), sources=Cell(documents.get(iri, 0))))
    return rows
