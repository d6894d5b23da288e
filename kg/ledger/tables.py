"""The tables that there are, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.errors import UsageError
from kg.ledger import companies, indicators, parks
from kg.ledger.cells import Cells
from kg.ledger.facts import Facts
from kg.ledger.table import Column, Row, Table
from kg.schema import Schema, load_schema
from kg.store import Store
from kg.store.lookup import the_named

_Maker = Callable[[Cells, set[str] | None], Sequence[Row]]
# Beside the ledger: name, title, columns, and what makes the rows.
TABLES: dict[str, tuple[str, tuple[Column, ...], _Maker]] = {
    "parks": ("园区表", parks.COLUMNS, parks.parks),
    "companies": ("企业表", companies.COLUMNS, companies.companies),
    "indicators": ("指标表", indicators.COLUMNS, indicators.indicators),
}


def table(store: Store, name: str, *, place: str | None = None, schema: Schema | None = None) -> Table:
    """Make a table of parks, companies or figures.

    :param name: one of :data:`TABLES`
    :param place: only what lies in this park or district, or is it; any of its names, or ``park:name``
    :raises UsageError: if there is no such table; if the place means nothing in the store, or several things
    """
    if name not in TABLES:
        raise UsageError(f"there is no table {name!r}", hint=f"use one of {', '.join(TABLES)}")
    title, columns, rows = TABLES[name]
    cells = Cells(Facts(store, schema or load_schema()))
    wanted = None if place is None else cells.places.within(the_named(store.union, place, ("Park", "District")).iri)
    return Table(name, title, columns, rows(cells, wanted))
