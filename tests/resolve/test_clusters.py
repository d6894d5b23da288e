"""Union-find, against the components that networkx finds."""

from __future__ import annotations

import networkx
from hypothesis import given
from hypothesis import strategies as st

from kg.resolve.clusters import Clusters

KEYS = st.sampled_from([f"k{i}" for i in range(12)])
EDGES = st.lists(st.tuples(KEYS, KEYS), max_size=25)


def sets(clusters: Clusters, keys) -> set[frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key in keys:
        found.setdefault(clusters.find(key), set()).add(key)
    return {frozenset(group) for group in found.values()}


@given(EDGES)
def test_joined_keys_are_the_components_of_the_graph_of_joins(edges):
    clusters, graph = Clusters(), networkx.Graph(edges)
    for one, other in edges:
        assert clusters.join(one, other)
    assert sets(clusters, graph.nodes) == {frozenset(component) for component in networkx.connected_components(graph)}
    assert all(clusters.find(key) == min(component) for component in networkx.connected_components(graph) for key in component)


@given(EDGES, EDGES)
def test_what_is_apart_never_gets_into_one_set(edges, apart):
    apart = [(one, other) for one, other in apart if one != other]
    clusters = Clusters(apart)
    for one, other in edges:
        clusters.join(one, other)
    assert all(clusters.find(one) != clusters.find(other) for one, other in apart)


@given(EDGES, st.dictionaries(KEYS, st.sampled_from("xyz"), max_size=6))
def test_sets_of_two_identities_are_never_joined(edges, identities):
    clusters = Clusters()
    for key, identity in sorted(identities.items()):
        clusters.identify(key, identity)
    for one, other in edges:
        clusters.join(one, other)
    for group in sets(clusters, {key for edge in edges for key in edge} | set(identities)):
        assert len({identities[key] for key in group if key in identities}) <= 1


@given(EDGES, EDGES)
def test_what_is_forced_is_joined_whatever_speaks_against_it(edges, apart):
    clusters = Clusters((one, other) for one, other in apart if one != other)
    for one, other in edges:
        clusters.force(one, other)
    graph = networkx.Graph(edges)
    assert sets(clusters, graph.nodes) == {frozenset(component) for component in networkx.connected_components(graph)}
