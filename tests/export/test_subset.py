"""The graph of some documents alone."""

import pytest
from pyoxigraph import RdfFormat, Store

from kg.cli.main import main
from kg.errors import UsageError
from kg.export.subset import subset


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A store of three texts, as a user makes it."""
    folder = tmp_path_factory.mktemp("subset")
    for name, text in (("a/one.txt", "长电科技落户绵阳高新区。"), ("a/two.txt", "长电科技二期项目动工。"), ("b/three.txt", "京东方落户成都高新区。")):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    assert main(["build", "--quiet", "--store", str(folder / "store"), str(folder)]) == 0
    return folder


@pytest.mark.parametrize("patterns, chosen", [
    (["a/one.txt"], {"a/one.txt"}), (["a/*"], {"a/one.txt", "a/two.txt"}), (["*/t*.txt"], {"a/two.txt", "b/three.txt"}),
    (["a/one.txt", "b/*"], {"a/one.txt", "b/three.txt"})])
def test_only_what_the_documents_say(built, patterns, chosen, tmp_path):
    given = [argument for pattern in patterns for argument in ("--documents", pattern)]
    assert main(["export", *given, "-o", str(tmp_path / "part.nq"), "--store", str(built / "store")]) == 0
    assert main(["export", "-o", str(tmp_path / "all.nq"), "--store", str(built / "store")]) == 0
    part, whole = set((tmp_path / "part.nq").read_text("utf-8").splitlines()), set((tmp_path / "all.nq").read_text("utf-8").splitlines())
    assert part < whole
    said = {line for line in whole if "/id/document/" in line.rsplit(" ", 2)[1]}
    ends = tuple(f"/id/document/{name.replace('/', '%2F')}> ." for name in chosen)
    assert part & said == {line for line in said if line.endswith(ends)}


def test_what_the_things_are_called_goes_with_them(built, tmp_path):
    assert main(["export", "--documents", "a/one.txt", "-o", str(tmp_path / "part.ttl"), "--store", str(built / "store")]) == 0
    graph = Store()
    graph.load(path=str(tmp_path / "part.ttl"), format=RdfFormat.TURTLE)
    assert bool(graph.query('ASK { ?c <https://w3id.org/parkkg/ontology#locatedIn> ?p . ?c <http://www.w3.org/2004/02/skos/core#prefLabel> "长电科技"@zh }'))
    assert "京东方" not in (tmp_path / "part.ttl").read_text("utf-8")


def test_a_pattern_that_fits_nothing_is_told(built, capfd):
    assert main(["export", "--documents", "c/*", "--format", "turtle", "--store", str(built / "store")]) == 2
    error = capfd.readouterr().err
    assert "no document of the store is called c/*; kg stats --documents lists them" in error and error.count("\n") == 1


def test_the_library_refuses_it_too(graph):
    with pytest.raises(UsageError):
        subset(graph, ["nothing"], apart=True)
