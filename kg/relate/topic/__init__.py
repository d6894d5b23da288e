"""Takes the sentences of a document one by one, gives who and when each speaks of when it does not say: place, year and direction, the
event that a piece of news tells of, and the year of a date that leaves it out.

Headings and frames set the year and the direction (工作回顾, 展望2023年), pronouns of office the place (全区, 我市);
clauses in between inherit both. Sentences that begin with an imperative (推动, 加快, 支持) look forward.
"""

from kg.relate.topic.topic import Event, Topic
from kg.relate.topic.tracker import Tracker

__all__ = ["Event", "Topic", "Tracker"]
