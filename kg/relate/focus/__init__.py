"""What a text speaks of when it does not say: the project, company or park in focus. Takes its sentences one by one, gives whom each clause
tells of.

A name at the front of a clause is its subject (:mod:`.subjects`). 项目, 一期, 公司, 园区 and 其 at the front of a clause mean the last project,
company or park. In a piece of news, sentences without a subject go on about the last subject of their paragraph, else
about what the headline names; in a place's own text they are about the place. The words are in ``kg/relate/lexicon/focus.yaml``.
"""

from kg.relate.focus.focus import Focus
from kg.relate.focus.memory import IN_PHASES
from kg.relate.focus.offices import place_names
from kg.relate.focus.phases import Owner
from kg.relate.focus.stand_ins import StandIn, holds_stand_ins, stand_ins

__all__ = ["IN_PHASES", "Focus", "Owner", "StandIn", "holds_stand_ins", "place_names", "stand_ins"]
