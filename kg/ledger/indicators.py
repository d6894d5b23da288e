"""The table of figures: what was measured of what, when, and how much; a row for each observation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.ledger.cells import Cells
from kg.ledger.facts import Figure
from kg.ledger.table import Cell, Column
from kg.ledger.units import readable
from kg.names import INDICATOR, segment
from kg.schema import Concept

COLUMNS = (
    Column("name", "主体", "of", width=24),
    Column("cls", "类别", "class", width=8, main=False),
    Column("indicator", "指标", "indicator", width=22),
    Column("measure", "口径", "measure", width=8, note="水平、增长、占比或位次"),
    Column("period", "时期", "period", "date", width=14),
    Column("value", "数值", "value", "number", width=14),
    Column("unit", "单位", "unit", width=10),
    Column("written", "原文", "as written", width=18, main=False),
    Column("bound", "界限", "bound", width=8, main=False, note="确数、至少、至多或约数"),
    Column("modality", "虚实", "modality", width=8, note="事实、规划、目标或预测"),
    Column("sources", "文件数", "documents", "count", width=8, note="有此数字的文件"),
)


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of the table; what each cell holds stands in :data:`COLUMNS`."""

    iri: str
    name: Cell
    cls: Cell
    indicator: Cell
    measure: Cell
    period: Cell
    value: Cell
    unit: Cell
    written: Cell
    bound: Cell
    modality: Cell
    sources: Cell


def indicators(cells: Cells, wanted: set[str] | None = None) -> list[Indicator]:
    """Give a row for each figure, by what it is of, then by indicator and period.

    :param wanted: only those of these entities
    """
    facts = cells.facts
    rows = []
    for cls in facts.schema.entity_classes:
        for entity, figures in facts.figures(cls).items():
            if wanted is None or entity in wanted:
                rows += [_row(cells, entity, cls, figure) for figure in figures]
    rows.sort(key=lambda row: (str(row.name.value), str(row.indicator.value), str(row.measure.value), str(row.period.value or ""), row.iri))
    return rows


def _row(cells: Cells, entity: str, cls: str, figure: Figure) -> Indicator:
    facts, schema = cells.facts, cells.facts.schema
    value, unit = readable(figure.value, figure.unit, figure.count_of, figure.text)

    def label(concepts: Mapping[str, Concept], name: str) -> Cell:
        return Cell(concepts[name].label_zh if name in concepts else name)

    return Indicator(
        iri=figure.iri, name=Cell(facts.label(entity)), cls=Cell(schema.classes[cls].label_zh),
        indicator=Cell(facts.label(INDICATOR + segment(figure.indicator))), measure=label(schema.measures, figure.measure),
        period=Cell(figure.period or None), value=Cell(value, figure.quotes, figure.bound), unit=Cell(unit or None),
        written=Cell(figure.text), bound=label(schema.bounds, figure.bound), modality=label(schema.modalities, figure.modality),
        sources=Cell(len({quote.document for quote in figure.quotes})))
