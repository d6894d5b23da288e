"""Takes the tokens of a sentence, proposes the members of lists, typed by what stands behind or before the list.

find       the lists of a sentence, each kind by its sign
members    where the members of a list lie

etc        lists that 等 closes, typed by the noun behind (kinds tells what it says), with members of ordinary words beside named ones (beside)
counted    lists that their count closes, or the noun in front opens
clauses    what stands beside a verb of building or a stage
shared     lists whose last member has the noun of all
leaders    companies that lead an industry
worth      the project behind a sum

by_itself  what a member is by its own words
typed      what a member is, given what the list says: projects, companies, industries
"""

from kg.recognize.recognisers.lists.by_itself import own_class
from kg.recognize.recognisers.lists.find import LIST_SIGNS, list_members
from kg.recognize.recognisers.lists.kinds import LIST_CLASSES
from kg.recognize.recognisers.lists.members import Member, members_before

__all__ = ["LIST_CLASSES", "LIST_SIGNS", "Member", "list_members", "members_before", "own_class"]
