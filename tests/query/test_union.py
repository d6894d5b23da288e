from pyoxigraph import NamedNode, Quad, Store

from kg.query.union import has_repeated_triples, merged

A, B, C = (NamedNode(f"http://e/{name}") for name in "abc")
ONE, TWO = NamedNode("http://g/1"), NamedNode("http://g/2")


def store(*quads: Quad) -> Store:
    made = Store()
    made.extend(quads)
    return made


def test_a_triple_of_two_graphs_is_found_out():
    assert has_repeated_triples(store(Quad(A, B, C, ONE), Quad(A, B, C, TWO)))
    assert has_repeated_triples(store(Quad(A, B, C), Quad(A, B, C, TWO)))
    assert not has_repeated_triples(store(Quad(A, B, C, ONE), Quad(A, B, A, TWO)))


def test_the_copy_holds_each_triple_once():
    assert list(merged(store(Quad(A, B, C, ONE), Quad(A, B, C, TWO)))) == [Quad(A, B, C)]


def test_the_copy_holds_only_what_was_asked_for():
    copy = merged(store(Quad(A, B, C, ONE), Quad(A, B, A, TWO), Quad(B, B, B)), [ONE.value])
    assert list(copy) == [Quad(A, B, C)]


def test_named_graphs_are_kept_if_asked():
    quads = {Quad(A, B, C, ONE), Quad(A, B, C, TWO)}
    assert set(merged(store(*quads), keep_named=True)) == quads | {Quad(A, B, C)}
    assert set(merged(store(*quads), [ONE.value], keep_named=True)) == quads | {Quad(A, B, C)}
