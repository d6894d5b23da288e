"""``kg ledger``: the ledger of projects, as a spreadsheet, CSV or lines."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option, table_options


@click.command(epilog=example(
    "kg ledger -o 项目台账.xlsx",
    "kg ledger --park 肇庆高新区 --since 2023 -o 肇庆高新区.xlsx",
    "kg ledger --district 合肥市",
))
@click.option("--park", metavar="NAME", help="Only projects in this park, or in what lies within it.")
@click.option("--district", metavar="NAME", help="Only projects in this district, or in a place below it.")
@click.option("--company", metavar="NAME", help="Only projects of this company and its subsidiaries.")
@click.option("--since", metavar="DATE", help="Only projects of which a document of this day or later tells something.")
@table_options
@store_option
def ledger(park: str | None, district: str | None, company: str | None, since: str | None, output: str, format: str | None,
           store: Path) -> None:
    """Write the ledger of projects (项目台账): who builds what where, how large, how far, and what is planned next.

    In the spreadsheet the sentence and document behind each cell are its comment, and a second sheet holds them all. On a terminal the main
    columns are shown.
    """
    from kg.cli.output import show_table
    from kg.ledger import ledger as make
    from kg.store import Store

    with Store.open(store) as opened:
        made = make(opened, park=park, district=district, company=company, since=since)
    show_table(made, output, format)
