"""Takes the tokens of a sentence and the names that stand in it, gives names whose form the rules miss.

A conditional random field over words, learnt from what the rules mark with certainty (README.md tells how). It fills
gaps: names that stand already are single tokens to it, and it proposes only where nothing stands.
"""

from kg.recognize.trained.features import OPEN
from kg.recognize.trained.model import trained_fronts, trained_names

__all__ = ["OPEN", "trained_fronts", "trained_names"]
