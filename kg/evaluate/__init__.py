"""Takes a graph and gold annotations, gives how much of them the graph has found, and how much of what it found is right.

A gold file says what a careful reader would put in the graph after one text. The graph's entities are paired with
its entities first; relations, figures and milestones are then compared between paired entities. Whether one thing is one node across documents is
measured apart (:mod:`kg.evaluate.clusters`).
"""

from kg.evaluate.clusters import ClusterEvaluation, clusters_as_json, clusters_as_text, evaluate_clusters, load_clusters
from kg.evaluate.gold import Gold, load
from kg.evaluate.report import as_json, as_text
from kg.evaluate.rules import Firing, by_rule
from kg.evaluate.run import Evaluation, Miss, evaluate

__all__ = [
    "ClusterEvaluation", "Evaluation", "Firing", "Gold", "Miss", "as_json", "as_text", "by_rule", "clusters_as_json", "clusters_as_text", "evaluate",
    "evaluate_clusters", "load", "load_clusters",
]
