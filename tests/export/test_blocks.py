import random

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.export.blocks import graph_names, labelled, quads_by_subject, triples_by_subject

A, B = NamedNode("http://e/a"), NamedNode("http://e/b")
ONE, TWO = NamedNode("http://g/1"), NamedNode("http://g/2")


def store(quads) -> Store:
    made = Store()
    made.extend(quads)
    return made


def test_subjects_and_their_triples_are_sorted_and_each_is_there_once():
    graph = store([Quad(B, A, A, ONE), Quad(A, B, B, ONE), Quad(A, B, A, TWO), Quad(A, B, A, ONE), Quad(A, B, A)])
    assert [(subject, [triple.object for triple in triples]) for subject, triples in triples_by_subject(graph)] == [(A, [A, B]), (B, [A])]


def test_the_triples_of_one_graph_alone():
    graph = store([Quad(A, B, B, ONE), Quad(A, B, A, TWO)])
    assert [triples for _, triples in triples_by_subject(graph, TWO)] == [[Quad(A, B, A).triple]]


def test_quads_of_all_graphs():
    graph = store([Quad(A, B, B, TWO), Quad(A, B, B, ONE)])
    assert list(quads_by_subject(graph)) == [(A, [Quad(A, B, B, ONE), Quad(A, B, B, TWO)])]


def test_graph_names_are_sorted():
    graph = store([Quad(A, B, B, TWO), Quad(A, B, B, ONE), Quad(A, B, B)])
    assert [str(name) for name in graph_names(graph)] == ["DEFAULT", "<http://g/1>", "<http://g/2>"]


def test_a_graph_without_blank_nodes_is_not_copied(graph):
    assert labelled(graph) is graph


def test_blank_nodes_get_the_same_labels_whatever_they_were_called():
    def made(seed: int) -> set[str]:
        nodes = [BlankNode() for _ in range(4)]
        quads = [Quad(nodes[i], A, nodes[(i + 1) % 4], ONE) for i in range(4)] + [Quad(nodes[0], B, Literal("x"), TWO)]
        random.Random(seed).shuffle(quads)
        return {str(quad) for quad in labelled(store(quads))}
    assert made(1) == made(2)
    assert len(made(1)) == 5
