"""The ledger of projects (项目台账): a row for each, with who builds what where, how large, how far, and the sentences that say so.

Of several figures for one thing the one published last counts, and of one document the largest: a total, not its parts. All that were
read stand in ``written``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.ledger.cells import RESULT, SIZE, Cells, as_written, best, last_said, number, period
from kg.ledger.facts import Facts, Figure, Stage
from kg.ledger.table import PART, Cell, Column, Table, in_time, joined
from kg.read import issued_date
from kg.schema import Schema, load_schema
from kg.store import Store
from kg.store.lookup import the_named

COLUMNS = (
    Column("name", "项目", "project", width=26),
    Column("companies", "企业", "company", width=20, note="投资、建设或运营它的企业和机构"),
    Column("parks", "园区", "park", width=22),
    Column("districts", "地区", "district", width=12, note="最具体的行政区；没有直接说明的，取所在园区的"),
    Column("industries", "产业", "industry", width=14, main=False),
    Column("part_of", "所属项目", "part of", width=18, main=False, note="它是其中一期或一部分"),
    Column("investment", "投资额", "investment", "number", "亿元", 14, note="多个数字取最近发布的一份文件中最大的；≥ 超、≤ 不足、约 近"),
    Column("land", "用地面积", "land", "number", "亩", 14, main=False),
    Column("capacity", "产能", "capacity", width=14, main=False, note="单位各不相同，照原文"),
    Column("output", "产值", "output", "number", "亿元", 12, main=False),
    Column("output_period", "产值时期", "output period", "date", width=16, main=False),
    Column("stage", "当前阶段", "stage", width=10, note="已发生的最近一个阶段；都未发生的，取最近所说的计划"),
    Column("stage_date", "阶段日期", "date", "date", width=17),
    Column("modality", "虚实", "modality", width=8, note="当前阶段已是事实，还是计划、目标或预测"),
    Column("earlier", "此前阶段", "earlier stages", width=26, main=False),
    Column("ahead", "后续计划", "planned next", width=24, main=False, note="当前阶段之后计划、争取或预计达到的"),
    Column("written", "数据原文", "figures as written", width=36, main=False),
    Column("sources", "文件数", "documents", "count", width=8, note="提到它的文件"),
    Column("reported", "最近报道", "last reported", "date", width=16, main=False),
)
_WRITTEN = ("investment", "landArea", "floorArea", "capacity", "installedPower", "outputValue", "revenue", "tax", "jobs")
_FAR = "9999"


@dataclass(frozen=True, slots=True)
class Project:
    """A row of the ledger; what each cell holds stands in :data:`COLUMNS`."""

    iri: str
    name: Cell
    companies: Cell
    parks: Cell
    districts: Cell
    industries: Cell
    part_of: Cell
    investment: Cell
    land: Cell
    capacity: Cell
    output: Cell
    output_period: Cell
    stage: Cell
    stage_date: Cell
    modality: Cell
    earlier: Cell
    ahead: Cell
    written: Cell
    sources: Cell
    reported: Cell


def ledger(store: Store, *, park: str | None = None, district: str | None = None, company: str | None = None, since: str | None = None,
           schema: Schema | None = None) -> Table:
    """Make the ledger; see :func:`rows`."""
    found = rows(store, park=park, district=district, company=company, since=since, schema=schema)
    return Table("ledger", "项目台账", COLUMNS, found)


def rows(store: Store, *, park: str | None = None, district: str | None = None, company: str | None = None, since: str | None = None,
         schema: Schema | None = None) -> list[Project]:
    """Give a row for each project, the largest investment first, then by name.

    :param park: only those in this park, or in a place or project within it; any of its names, or ``park:name``
    :param district: likewise of a district, and of all places below it
    :param company: only those of this company, and of its subsidiaries
    :param since: only those of which a document issued on this day or later tells something; YYYY-MM-DD, YYYY-MM or YYYY
    :raises UsageError: if a name means nothing in the store, or several things; if there is no such date
    """
    schema = schema or load_schema()
    facts = Facts(store, schema)
    ledger = _Ledger(facts)
    wanted = set(ledger.projects)
    for name, cls in ((park, "Park"), (district, "District")):
        if name is not None:
            wanted &= ledger.within(the_named(store.union, name, (cls,)).iri)
    if company is not None:
        wanted &= ledger.of_company(the_named(store.union, company, ("Company",)).iri)
    found = [ledger.row(iri) for iri in ledger.projects if iri in wanted]
    if since is not None:
        since = issued_date(since)
        found = [row for row in found if str(row.reported.value or "") >= since]
    found.sort(key=lambda row: (-_amount(row.investment), str(row.name.value), row.iri))
    return found


def _amount(cell: Cell) -> Decimal | int:
    """The number of a cell; 0 if it has none."""
    return cell.value if isinstance(cell.value, (int, Decimal)) else 0


class _Ledger:
    """All that the rows are made from, asked for once."""

    def __init__(self, facts: Facts):
        self._facts, self._cells = facts, Cells(facts)
        self._schema = facts.schema
        self.projects = facts.of_class("Project")
        self._from, self._to = facts.links_from("Project"), facts.links_to("Project")
        self._figures, self._stages = facts.figures("Project"), facts.stages("Project")
        self._mentions, self._documents = facts.mentions("Project"), facts.documents("Project")
        self._order = {name: number for number, name in enumerate(self._schema.stages)}

    # --- which projects

    def within(self, place: str) -> set[str]:
        """The projects in a place, or planned for a place that lies in it."""
        places = self._cells.places.within(place)
        sites = [(iri, link.other) for iri, links in self._from.items() for link in links if link.property in ("locatedIn", "partOf")]
        planned = {iri for iri, place in sites if place in places}
        return places | planned

    def of_company(self, company: str) -> set[str]:
        """The projects that a company or one of its subsidiaries, however deep, develops or plans to."""
        subsidiaries: dict[str, list[str]] = {}
        for iri, links in self._facts.links_to("Company").items():
            subsidiaries[iri] = [link.other for link in links if link.property == "subsidiaryOf" and link.modality == "Actual"]
        group, pending = {company}, [company]
        while pending:
            for other in subsidiaries.get(pending.pop(), ()):
                if other not in group:
                    group.add(other)
                    pending.append(other)
        return {iri for iri, links in self._to.items() if any(link.property == "develops" and link.other in group for link in links)}

    # --- a row

    def row(self, iri: str) -> Project:
        links, figures = self._from.get(iri, ()), self._figures.get(iri, [])
        developers = [link for link in self._to.get(iri, ()) if link.property == "develops"]
        sites = [link for link in links if link.property == "locatedIn"]
        output = best(figures, ("outputValue",), RESULT, latest_period=True)
        current, earlier, ahead = self._course(self._stages.get(iri, ()))
        cells = {
            "name": Cell(self._facts.label(iri), self._mentions.get(iri, ())),
            "companies": self._cells.names(developers, ("Company", "Organization")),
            "parks": self._cells.narrowest(sites, "Park"),
            "districts": self._cells.districts(sites),
            "industries": self._cells.names([link for link in links if link.property == "inIndustry"], ("Industry",)),
            "part_of": self._cells.names([link for link in links if link.property == "partOf"], ("Project", "Park")),
            "investment": number(best(figures, ("investment",), SIZE), "亿元"),
            "land": number(best(figures, ("landArea",), SIZE), "亩"),
            "capacity": as_written(best(figures, ("capacity", "installedPower"), SIZE)),
            "output": number(output, "亿元"),
            "output_period": period(output),
            **self._stage(current),
            "earlier": self._told(earlier),
            "ahead": self._told(ahead),
            "written": self._written(figures),
            "sources": Cell(self._documents.get(iri, 0)),
        }
        quotes = [quote for cell in cells.values() for quote in cell.quotes if quote.issued]
        last = max(quotes, key=in_time, default=None)
        return Project(iri=iri, **cells, reported=Cell(last.issued, (last,)) if last else Cell())

    # --- stages

    def _course(self, stages: Sequence[Stage]) -> tuple[Stage | None, list[Stage], list[Stage]]:
        """The stage that a project is in, those before, and those that are planned behind it; each in time."""
        actual = sorted((stage for stage in stages if stage.modality == "Actual"), key=self._when)
        other = sorted((stage for stage in stages if stage.modality != "Actual"), key=self._when)
        if not actual:
            last = max(other, key=lambda stage: (last_said(stage.quotes), self._when(stage)), default=None)
            return last, [], [stage for stage in other if stage is not last]
        current = actual[-1]
        return current, actual[:-1], [stage for stage in other if self._when(stage) > self._when(current)]

    def _when(self, stage: Stage) -> tuple[str, int, str, str]:
        """Sorts by year, then by the order of a project's life, as dates within a year are often not given to the day."""
        when = stage.date.rsplit("/", 1)[-1] or stage.quotes[0].issued or _FAR
        return when[:4], self._order.get(stage.stage, 0), when, stage.iri

    def _stage(self, stage: Stage | None) -> dict[str, Cell]:
        if stage is None:
            return dict.fromkeys(("stage", "stage_date", "modality"), Cell())
        modality = self._schema.modalities.get(stage.modality)
        return {"stage": Cell(self._stage_label(stage), stage.quotes), "stage_date": Cell(stage.date or None, stage.quotes),
                "modality": Cell(modality.label_zh if modality else stage.modality, stage.quotes)}

    def _stage_label(self, stage: Stage) -> str:
        known = self._schema.stages.get(stage.stage)
        return known.label_zh if known else stage.stage

    def _told(self, stages: Sequence[Stage]) -> Cell:
        told = [f"{stage.date} {self._stage_label(stage)}".strip() + self._cells.mark(stage.modality) for stage in stages]
        return joined([Cell(text, stage.quotes) for text, stage in zip(told, stages, strict=True)], PART)

    # --- figures

    def _written(self, figures: Sequence[Figure]) -> Cell:
        """Every figure of the kinds that the ledger tells of, in the words of the texts."""
        known = [figure for figure in figures if figure.indicator in _WRITTEN and figure.measure == "Level"]
        known.sort(key=lambda figure: (_WRITTEN.index(figure.indicator), last_said(figure.quotes), figure.value, figure.iri))
        return joined([Cell(self._in_words(figure), figure.quotes) for figure in known], PART)

    def _in_words(self, figure: Figure) -> str:
        indicator, bound = self._schema.indicators[figure.indicator].label_zh, self._schema.bounds.get(figure.bound)
        sign = "" if figure.bound == "Exact" or bound is None else f"（{bound.label_zh}）"
        modality = "" if figure.indicator in _WRITTEN[:5] and figure.modality == "Planned" else self._cells.mark(figure.modality)
        return " ".join(filter(None, (figure.period, indicator, figure.text + sign + modality)))
