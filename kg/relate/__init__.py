"""Takes a Document, gives its Reading: entities, relations, observations and milestones, each with evidence.

One function: :func:`reader`.
"""

from __future__ import annotations

from pathlib import Path


def reader(gazetteer: Path | None = None):
    """A :class:`kg.relate.reader.Reader`, which reads documents.

    :param gazetteer: a user's own table of names (CSV: name, class, aliases, id)
    """
    from kg.relate.reader import Reader

    return Reader(gazetteer)
