"""Takes a sentence and its topic, gives its milestones: which project, park, company or organization reached which stage, and when.

One function, :func:`milestones`; the stages of what news lists under one head are read by :mod:`.listings`. The words are in
``kg/relate/lexicon/milestones.yaml`` and ``listings.yaml``.
"""

from kg.relate.milestones.sentence import milestones

__all__ = ["milestones"]
