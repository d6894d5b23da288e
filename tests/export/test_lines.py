import io

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from kg.export.lines import write_nquads, write_ntriples


def written(write, graph) -> bytes:
    output = io.BytesIO()
    write(graph, output)
    return output.getvalue()


def test_nquads_hold_everything_sorted(graph):
    lines = written(write_nquads, graph).decode().splitlines()
    assert lines == sorted(f"{quad} ." for quad in graph)


def test_ntriples_hold_each_triple_once_sorted(graph):
    lines = written(write_ntriples, graph).decode().splitlines()
    assert lines == sorted(f"{triple} ." for triple in {quad.triple for quad in graph})
    assert len(lines) < len(list(graph))


def test_lines_are_sorted_where_one_subject_begins_another():
    store = Store()
    for name in ("a", "a/b", "a#b", "a?", "aé", "a-b", "a一"):
        store.add(Quad(NamedNode(f"http://e/{name}"), NamedNode("http://e/p"), NamedNode("http://e/o"), NamedNode("http://g/1")))
    for write in (write_nquads, write_ntriples):
        lines = written(write, store).decode().splitlines()
        assert len(lines) == 7
        assert lines == sorted(lines)


def test_nquads_are_read_back(graph):
    assert set(parse(written(write_nquads, graph), RdfFormat.N_QUADS)) == set(graph)
