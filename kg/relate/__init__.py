"""Takes a Document, gives its Reading: entities, relations, observations and milestones, each with evidence.

One function: :func:`reader`.
"""

from __future__ import annotations

from pathlib import Path


def reader(gazetteer: Path | None = None, rules: tuple[Path, ...] = ()):
    """A :class:`kg.relate.reader.Reader`, which reads documents.

    :param gazetteer: a user's own table of names (CSV: name, class, aliases, id)
    :param rules: a user's own files of rules
    """
    from kg.relate.reader import Reader

    return Reader(gazetteer, rules)
