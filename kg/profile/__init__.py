"""Takes a store and the IRI of an entity, gives all that the graph says of it, each fact with where it was read.

    nodes      a graph, looked at one node at a time
    profile    an entity's relations, figures and milestones, as values
    portrait   the same in lines of Chinese, as a terminal shows them
"""

from kg.profile.portrait import Fact, Portrait, portrait
from kg.profile.profile import Profile, profile

__all__ = ["Fact", "Portrait", "Profile", "portrait", "profile"]
