"""Cells made from facts: the names at the other end of relations, the one figure of several that counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.ledger.facts import Facts, Figure, Link
from kg.ledger.places import Places
from kg.ledger.table import Cell, joined
from kg.ledger.units import converted
from kg.store.quotes import Quote

# What a figure is worth that several documents give differently: a stated size is planned by nature, a result is best when it was reached.
SIZE = ("Planned", "Actual", "Target", "Forecast")
RESULT = ("Actual", "Planned", "Target", "Forecast")


class Cells:
    """Makes cells for the rows of any table of a store."""

    def __init__(self, facts: Facts):
        self.facts, self.places = facts, Places(facts)

    def districts(self, sites: Sequence[Link]) -> Cell:
        """The districts among the places that a thing lies in; without one, those of its parks."""
        own = self.narrowest(sites, "District")
        if own:
            return own
        parks = [site.other for site in sites if self.facts.classes.get(site.other) == "Park"]
        of_parks = [link for park in parks for link in self._park_links.get(park, ()) if link.property == "locatedIn"]
        return self.narrowest(of_parks, "District")

    @cached_property
    def _park_links(self) -> dict[str, list[Link]]:
        return self.facts.links_from("Park")

    def names(self, links: Iterable[Link], classes: Sequence[str]) -> Cell:
        """The other ends of relations that have one of these classes, those of the first class first; what is not actual says so."""
        cells = []
        for link in links:
            cls = self.facts.classes.get(link.other)
            if cls in classes:
                label = self.facts.label(link.other)
                cells.append((classes.index(cls), label, Cell(label + self.mark(link.modality), link.quotes, sources=link.sources)))
        cells.sort(key=lambda item: item[:2])
        return joined([cell for *_, cell in cells])

    def mark(self, modality: str) -> str:
        """What a reader must know of something that is not so yet: ``（计划）``; nothing of what is."""
        known = self.facts.schema.modalities.get(modality)
        return "" if modality == "Actual" else f"（{known.label_zh if known else modality}）"

    def narrowest(self, sites: Sequence[Link], cls: str) -> Cell:
        """The places of a class that a thing lies in, but for those that hold others of them."""
        wanted = set(self.places.narrowest(site.other for site in sites if self.facts.classes.get(site.other) == cls))
        return self.names([site for site in sites if site.other in wanted], (cls,))


def best(figures: Iterable[Figure], indicators: Sequence[str], modalities: Sequence[str], *, latest_period: bool = False) -> Figure | None:
    """The figure to show: of the first indicator and modality that there is, then the latest, then the largest."""
    known = [figure for figure in figures if figure.indicator in indicators and figure.measure == "Level" and figure.modality in modalities]
    if not known:
        return None
    rank = min((indicators.index(figure.indicator), modalities.index(figure.modality)) for figure in known)
    known = [figure for figure in known if (indicators.index(figure.indicator), modalities.index(figure.modality)) == rank]

    def recency(figure: Figure) -> tuple:
        return figure.period.rsplit("/", 1)[-1] if latest_period else "", last_said(figure.quotes), figure.value, figure.iri

    return max(known, key=recency)


def last_said(quotes: Iterable[Quote]) -> str:
    """When something was last said; empty if that is not known."""
    return max((quote.issued or "" for quote in quotes), default="")


def number(figure: Figure | None, unit: str) -> Cell:
    """A figure in a unit; empty if it can't be told in it, as foreign money can't in 亿元."""
    value = converted(figure.value, figure.unit, unit) if figure else None
    return Cell(value, figure.quotes, figure.bound) if figure and value is not None else Cell()


def period(figure: Figure | None) -> Cell:
    """The period of a figure."""
    return Cell(figure.period, figure.quotes) if figure and figure.period else Cell()


def as_written(figure: Figure | None) -> Cell:
    """A figure in the words of its text."""
    return Cell(figure.text, figure.quotes) if figure else Cell()
