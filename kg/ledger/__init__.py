"""Takes a store, gives tables for people: the ledger of projects, and those of parks, companies and figures; each cell with its sentences.

:func:`rows` gives the ledger's rows, :func:`ledger` the ledger with its columns, :func:`table` the others, and :func:`write` makes a
workbook or CSV of any.
"""

from kg.ledger.projects import Project, ledger, rows
from kg.ledger.table import Cell, Column, Row, Table
from kg.ledger.tables import TABLES, table
from kg.ledger.write import FORMATS, write

__all__ = ["FORMATS", "TABLES", "Cell", "Column", "Project", "Row", "Table", "ledger", "rows", "table", "write"]
