"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

What stands before a verb of a stage in its clause, or behind it to the clause's end, has the stage; a list shares it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.relate.focus import Focus
from kg.relate.milestones.frames import framed_stages
from kg.relate.milestones.owners import is_of_a_part, owners
from kg.relate.milestones.stage import Stage
from kg.relate.milestones.truth import truth_and_date
from kg.relate.milestones.verbs import StageVerbs, told_stages
from kg.relate.topic import Topic
from kg.relate.view import Sentence


def milestones(sentence: Sentence, topic: Topic, focus: Focus, verbs: StageVerbs) -> Iterator[Stage]:
    """The milestones of a sentence, read before the focus moves on to it."""
    yield from framed_stages(sentence, topic, focus)
    for told in told_stages(sentence, verbs):
        truth, date = truth_and_date(told, topic, focus)
        if told.stage == "Completed" and is_of_a_part(told, focus):
            told = replace(told, stage="Construction")
        for owner in owners(told, truth, topic, focus, verbs):
            yield Stage(owner, told.stage, date, truth, told.start, told.end)
