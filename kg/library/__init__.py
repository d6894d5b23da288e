"""What a Python user works with: a text and what it says, a store's graph and what it answers.

``import kg`` offers it: :func:`kg.open`, :func:`kg.read`, :func:`kg.build`. The results are plain Python values in frozen objects; each
shows itself as a table in a notebook, and becomes a pandas frame with ``.frame()``.

    text    a text -> its names and facts
    graph   a store's folder -> Graph: query, ask, show, ledger, network, page
    answer  rows of a query
    page    the explorer, inside a notebook
    frame   rows -> pandas, HTML
"""

from kg.library.answer import Answer
from kg.library.graph import Graph, open_graph
from kg.library.text import Fact, Name, Text, read_text

__all__ = ["Answer", "Fact", "Graph", "Name", "Text", "open_graph", "read_text"]
