"""Takes a Document, gives its Reading: entities, relations, observations and milestones, each with evidence.

One function: :func:`reader`. :mod:`.reading` goes through the document's sentences. Which mentions are one thing is told in
:mod:`.entities`; who, when and where a clause speaks of when it does not say, in :mod:`.focus`, :mod:`.topic` and :mod:`.place`. What a
sentence says is read by the hand-written :mod:`.rules`, in :mod:`.figures` and :mod:`.milestones`, and from what its names are made of, in
:mod:`.composition`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.settings import TRAINED

if TYPE_CHECKING:
    from kg.relate.reading import Reader


def reader(gazetteer: Path | None = None, rules: tuple[Path, ...] = (), ner: str | None = TRAINED) -> Reader:
    """A :class:`kg.relate.reading.Reader`, which reads documents.

    :param gazetteer: a user's own table of names (CSV: name, class, aliases, id)
    :param rules: a user's own files of rules
    :param ner: a recogniser that sees what the rules found, see :func:`kg.recognize.language.language`
    """
    from kg.relate.reading import Reader

    return Reader(gazetteer, rules, ner=ner)
