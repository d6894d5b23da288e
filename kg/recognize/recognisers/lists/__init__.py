"""Takes the tokens of a sentence, proposes the members of lists, typed by what stands behind or before the list.

members    where the members of a list lie
kinds      what the noun behind a list says its members are
typed      what a member is, given what the list says
shared     members that have the noun of the last one
beside     members of ordinary words beside named ones
find       the lists of a sentence
"""

from kg.recognize.recognisers.lists.find import LIST_SIGNS, list_members
from kg.recognize.recognisers.lists.kinds import LIST_CLASSES
from kg.recognize.recognisers.lists.members import Member, members_before
from kg.recognize.recognisers.lists.typed import own_class

__all__ = ["LIST_CLASSES", "LIST_SIGNS", "Member", "list_members", "members_before", "own_class"]
