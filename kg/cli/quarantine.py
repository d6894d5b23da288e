"""How commands show facts that break a shape: each with the sentence that it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.quarantine import Quarantined


def show_quarantined(store: Store, found: Sequence[Quarantined], limit: int, *, err: bool = False) -> None:
    """Print facts with what is wrong, their rules and sentences.

    :param limit: so many; all if 0
    :param err: on standard error
    """
    from kg.store.quotes import Quotes

    quotes = Quotes(store)
    for quarantined in found[:limit or None]:
        click.echo(f"  {quarantined}", err=err)
        if quarantined.start is not None and quarantined.end is not None and quarantined.document in store:
            quote = quotes.quote(quarantined.document, quarantined.start, quarantined.end)
            click.echo(f"      「{quote.sentence}」 {quote.document}[{quote.start}:{quote.end}]", err=err)
        elif quarantined.document:
            click.echo(f"      {quarantined.document}", err=err)
    if limit and len(found) > limit:
        click.echo(f"  … {len(found) - limit:,} more; kg validate --quarantine --limit 0 shows all", err=err)
