"""The engine behind hand-written rules. Takes rules as data, read from ``kg/relate/patterns/*.yaml``, and a sentence with its names; gives
the facts that the rules read in it. What a rule looks like is told in :mod:`.notation`.
"""

from kg.relate.rules.examples import check
from kg.relate.rules.loading import FOLDER, load, read_rules
from kg.relate.rules.masks import Masked, mask
from kg.relate.rules.matching import Rules
from kg.relate.rules.rule import FOCUS, TOPIC, Fact, Name, Rule

__all__ = ["FOCUS", "FOLDER", "TOPIC", "Fact", "Masked", "Name", "Rule", "Rules", "check", "load", "mask", "read_rules"]
