"""Phases and plants that a text names by their number alone: 二期, 二厂. What they are parts of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kg.model import Mention

_BARE_PHASE = re.compile(r"[一二三四五][厂期]")
_PHASE_BEHIND = re.compile(r"[一二三四五首][厂期](?:项目|工程)?$")
_PHASE_TAIL = re.compile(r"(?:[（(])?[一二三四五六首]期(?:[）)])?(?:项目|工程)?$")
_NEAR = 300  # characters between a project and a phase of it that is named by its number alone


def bare_phases(mentions: Sequence[Mention]) -> dict[str, str | None]:
    """二厂 and 二期 are of the project that the text named last in front of them: their names, each with the project's; None where that is
    none, or not one."""
    bases: dict[str, set[str | None]] = defaultdict(set)
    last = before = base = None  # the project and the phase told last, and what that was a phase of
    for mention in mentions:
        if mention.cls != "Project":
            continue
        if _BARE_PHASE.fullmatch(mention.text):
            if before is None or mention.start - before.end > _NEAR or _number(mention) <= _number(before):
                # not behind a lower number: of one project, whatever stands between
                base = _base(last, mention) if last is not None else None
            bases[mention.text].add(base)
            before = mention
        elif last is None or mention.end > last.end:
            last = mention
    return {name: next(iter(found)) if len(found) == 1 else None for name, found in bases.items()}


def without_phase(project: str) -> str:
    """A project's name without the phase that it tells."""
    return _PHASE_TAIL.sub("", project)


def _base(project: Mention, phase: Mention) -> str | None:
    """The name to which a bare phase adds its number: that of the project in front, without its own. A 二厂 stands behind a 一厂 alone."""
    if phase.start - project.end > _NEAR or phase.text[-1] == "厂" and not _PHASE_BEHIND.search(project.text):
        return None
    return _PHASE_BEHIND.sub("", project.text) or None


def _number(phase: Mention) -> int:
    return "一二三四五".index(phase.text[0])
