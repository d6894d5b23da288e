"""Takes a store, the name of a question and its parameters; gives the answer.

The questions are files: SPARQL, with a description, an example and parameters in front (``questions/*.rq``, and folders of a user's own).
"""

from kg.ask.answer import Answer, answer
from kg.ask.question import Parameter, Question, find, questions

__all__ = ["Answer", "Parameter", "Question", "answer", "find", "questions"]
