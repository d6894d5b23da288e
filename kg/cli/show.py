"""``kg show``: tell what is known of a name, with its sentences; or which names a text holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import example, store_option

if TYPE_CHECKING:
    from kg.profile.portrait import Fact, Portrait
    from kg.schema import Schema
    from kg.store.quotes import Quote


@click.command(epilog=example("kg show 宁德时代", "kg show park:肇庆高新区 --limit 0", "kg show --names 小鹏汽车肇庆基地投产"))
@click.argument("name")
@click.option("--names", is_flag=True, help="Take NAME for a text or a file, and show the names in it and what found each, as kg names does.")
@store_option
@click.option("--limit", type=click.IntRange(min=0), default=20, show_default=True, metavar="N", help="Lines in each part; 0 for all.")
@click.pass_context
def show(context: click.Context, name: str, names: bool, store: Path, limit: int) -> None:
    """Tell what is known of NAME: names, relations, figures and milestones, each with its sentence and document.

    NAME is any name of the entity, or its class and name, as in park:肇庆高新区, where several things bear the name.
    """
    if names:
        _show_names(context, name)
        return
    from kg.profile.portrait import portrait
    from kg.schema import load_schema
    from kg.store import Store
    from kg.store.lookup import the_named

    with Store.open(store) as opened:
        named = the_named(opened.union, name)
        schema = load_schema()
        _print(portrait(opened, schema, named.iri), schema, limit)


def _show_names(context: click.Context, text_or_file: str) -> None:
    """Show the names in a text, which has nothing to do with a store.

    :raises UsageError: if an option was given that would not be honoured
    """
    from kg.cli.names import show_names
    from kg.cli.texts import document_of
    from kg.errors import UsageError

    for option in ("store", "limit"):
        if context.get_parameter_source(option) is click.core.ParameterSource.COMMANDLINE:
            raise UsageError(f"--names reads a text, not a store: --{option} says nothing there", hint=f"leave out --{option}")
    show_names(document_of(text_or_file))


def _print(portrait: Portrait, schema: Schema, limit: int) -> None:
    label = schema.classes[portrait.cls].label_zh if portrait.cls in schema.classes else portrait.cls
    click.echo(f"{portrait.label}  {label} {portrait.cls}  <{portrait.iri}>")
    if portrait.alternatives:
        click.echo("also " + "、".join(portrait.alternatives))
    click.echo(f"mentioned in {portrait.documents} document" + ("" if portrait.documents == 1 else "s"))
    modalities = {name: modality.label_zh for name, modality in schema.modalities.items()}
    for title, facts in (("Relations", portrait.relations), ("Figures", portrait.figures), ("Milestones", portrait.milestones)):
        _part(title, facts, modalities, limit)


def _part(title: str, facts: Sequence[Fact], modalities: dict[str, str], limit: int) -> None:
    if not facts:
        return
    click.echo()
    click.echo(click.style(f"{title} ({len(facts)})", bold=True))
    for fact in facts[:limit or None]:
        modality = "" if fact.modality == "Actual" else f" [{modalities.get(fact.modality, fact.modality)}]"
        click.echo(f"  {fact.what}{modality}")
        for source in fact.sources:
            click.echo(f"      {source}")
        if fact.quotes:
            click.echo("      " + _quote(fact.quotes[0]))
        if len(fact.quotes) > 1:
            click.echo(f"      and {len(fact.quotes) - 1} more")
    if limit and len(facts) > limit:
        click.echo(f"  … {len(facts) - limit} more; --limit 0 shows all")


def _quote(quote: Quote) -> str:
    """A sentence with its quotation marked, and where it stands."""
    before, exact, after = (" ".join(part.split()) for part in (quote.before, quote.exact, quote.after))
    where = click.style(f"{quote.document}[{quote.start}:{quote.end}]", dim=True)
    return f"「{before}{click.style(exact, underline=True)}{after}」 {where}"
