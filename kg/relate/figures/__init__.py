"""Takes a sentence and its topic, gives its figures: each quantity with owner, indicator, measure, bound, period and modality.

A figure has a shape: [owner] [indicator phrase] [verb] [quantity][、growth][、rank]. The phrase in front of the verb
names the indicator, or the noun behind a count (470宗亿元以上产业项目); growth, share and rank behind a level belong to
the same owner and indicator. The words are in ``kg/relate/lexicon/figures.yaml``.

Where to look, in the order in which a number passes:

* :mod:`sentence` walks over the clauses; :mod:`state` holds what a clause inherits from those before it;
* :mod:`no_figure`, :mod:`threshold`, :mod:`unread_sizes`: what tells no figure, or only how big is what was not named;
* :mod:`level`: how much or how many; :mod:`completion` and :mod:`plant` complete the phrase by the words around it, :mod:`counted`
  reads what is told of things counted before, :mod:`phrase` and :mod:`indicator` read the phrase and its indicator;
* :mod:`growth_and_shares`: percentages, whose words :mod:`percent` reads; :mod:`holdings`: who holds a share;
* :mod:`ranked`: ranks, whose words :mod:`rank` reads;
* :mod:`build` makes the figure: :mod:`owner` tells whose it is, :mod:`truth`, :mod:`goes_on` and :mod:`times` whether and when it holds;
* :mod:`subject`: what a clause speaks of; :mod:`sized`: the project whose size is told; :mod:`of_many`: several that are told of together;
  :mod:`unread_subjects`: a project whose name was not read;
* :mod:`dealt` gives figures to all or to each of several owners and indicators.
"""

from kg.relate.figures.figure import Figure
from kg.relate.figures.indicator import IndicatorIndex
from kg.relate.figures.sentence import figures

__all__ = ["Figure", "IndicatorIndex", "figures"]
