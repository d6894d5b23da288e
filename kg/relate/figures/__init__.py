"""Takes a sentence and its topic, gives its figures: each quantity with owner, indicator, measure, bound, period and modality.

A figure has a shape: [owner] [indicator phrase] [verb] [quantity][、growth][、rank]. The phrase in front of the verb
names the indicator, or the noun behind a count (470宗亿元以上产业项目); growth, share and rank behind a level belong to
the same owner and indicator. The words are in ``kg/relate/lexicon/figures.yaml``.
"""

from kg.relate.figures.figure import Figure
from kg.relate.figures.indicator import IndicatorIndex
from kg.relate.figures.sentence import figures

__all__ = ["Figure", "IndicatorIndex", "figures"]
