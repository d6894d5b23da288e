"""``kg diff``: tell what one store or export says that another does not."""

from __future__ import annotations

import json

import click

from kg.cli.options import example


@click.command(epilog=example(
    "kg diff kg-store-before kg-store",
    "kg diff monday.nq.gz kg-store --json -o diff.json",
    "kg diff a.ttl b.ttl --limit 0",
))
@click.argument("before")
@click.argument("after")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object, with everything.")
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N",
              help="Differences shown of each kind; 0 for all.")
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to write.  [default: -, standard output]")
def diff(before: str, after: str, as_json: bool, limit: int, output: str) -> None:
    """Tell what AFTER says that BEFORE does not (+), no longer says (-), or says otherwise (~).

    Each is the folder of a store, or an export: .nq, .trig, .ttl, .nt, .jsonld or .rdf, perhaps with .gz behind. Told are documents,
    entities, relations, figures and milestones, each with its sentence, and which rules made the difference.
    """
    from kg.diff import diff as compare
    from kg.diff import opened
    from kg.diff.show import as_json as layout
    from kg.diff.show import lines, summary
    from kg.export.target import write_text
    from kg.schema import load_schema

    schema = load_schema()
    with opened(before) as first, opened(after) as second:
        found = compare(first, second, schema)
    if as_json:
        write_text(json.dumps(layout(found), ensure_ascii=False, indent=1) + "\n", output)
        return
    rules = [f"  {counter['added']:>7,} {counter['gone']:>7,} {counter['changed']:>7,}  {rule}" for rule, counter in found.rules().items()]
    shown = [summary(found), *lines(found, schema, limit or None)]
    if rules:
        shown += ["", "Rules", "    added    gone changed  rule", *rules[:limit or None]]
        if limit and len(rules) > limit:
            shown.append(f"  … {len(rules) - limit:,} more; --limit 0 shows all")
    write_text("".join(f"{line}\n" for line in shown), output)
