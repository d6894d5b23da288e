"""Takes two stores or exports, gives what the second says that the first does not, what it no longer says, and what it says otherwise."""

from kg.diff.compare import Change, Difference, diff
from kg.diff.facts import Place, Said
from kg.diff.sides import opened

__all__ = ["Change", "Difference", "Place", "Said", "diff", "opened"]
