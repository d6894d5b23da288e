"""``kg table``: parks, companies or figures, as a spreadsheet, CSV or lines."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option, table_options


@click.command(epilog=example("kg table parks -o parks.xlsx", "kg table indicators --place 肇庆市 -o figures.csv", "kg table companies"))
@click.argument("what", type=click.Choice(["parks", "companies", "indicators"]))
@click.option("--place", metavar="NAME", help="Only what lies in this park or district, or in a place below it.")
@table_options
@store_option
def table(what: str, place: str | None, output: str, format: str | None, store: Path) -> None:
    """Write a table of all parks, companies or figures, each cell with the sentence behind it, as kg ledger does of projects."""
    from kg.cli.output import show_table
    from kg.ledger import table as make
    from kg.store import Store

    with Store.open(store) as opened:
        made = make(opened, what, place=place)
    show_table(made, output, format)
