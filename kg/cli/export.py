"""``kg export``: write the graph for other tools."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.options import example, store_option


@click.command(epilog=example(
    "kg export -o park.ttl",
    "kg export --format nquads | gzip > park.nq.gz",
    "kg export -o park.gexf",
    "kg export --format neo4j -o neo4j && sh neo4j/import.sh",
    "kg export --format parquet -o tables",
    "kg export --documents 'news/2023-*' -o 2023.trig",
))
@click.option("--format", type=click.Choice([
    "turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml", "graphml", "gexf", "cytoscape", "excel", "neo4j", "csv", "parquet"]),
    help="RDF: turtle, ntriples, jsonld and rdfxml take all documents together, trig and nquads keep each apart. Entities and relations: "
         "graphml for yEd and others, gexf with dates for Gephi, cytoscape. Tables: excel, a workbook. Folders of files: neo4j for its import, "
         "csv, parquet.  [default: what the name of the file ends in: park.ttl, .nt, .nq, .trig, .jsonld, .rdf, .graphml, .gexf, .cyjs, .xlsx]")
@click.option("-o", "--output", metavar="FILE", default="-",
              help="Where to write; for neo4j, csv and parquet a folder.  [default: -, standard output]")
@click.option("--triple-terms", is_flag=True, help="In turtle, ntriples, nquads and trig: write statements as RDF 1.2 triple terms.")
@click.option("--documents", metavar="PATTERN", multiple=True,
              help="Only what these documents say, and what its things are called, without curated facts: an identifier, or a pattern with * "
                   "and ?. Repeatable.")
@store_option
def export(format: str | None, output: str, triple_terms: bool, documents: tuple[str, ...], store: Path) -> None:
    """Write the graph to a file or to standard output.

    The same graph gives the same bytes. A file or folder is replaced when the new one is complete, and not before. In csv a text that a
    spreadsheet would take for a formula gets an apostrophe in front.
    """
    from kg.export import DOCUMENTS_APART, format_of
    from kg.export import export as write
    from kg.export.subset import subset
    from kg.store import Store

    format = format or format_of(output)
    with Store.open(store) as opened:
        apart = format in DOCUMENTS_APART
        graph = subset(opened.graph, documents, apart=apart) if documents else opened.graph if apart else opened.union
        write(graph, output, format, triple_terms=triple_terms)
