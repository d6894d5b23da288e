import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg import names
from kg.export.prefixed import shorten, split


def test_namespaces_and_names():
    assert split(names.entity("Company", "宁德时代")) == ("company", "宁德时代")
    assert shorten(names.term("Company")) == "pk:Company"
    assert shorten(names.document("报告/2023.txt")) == "document:报告%2F2023.txt"


def test_what_fits_no_prefix_or_no_local_name_stays_in_brackets():
    for iri in ("https://example.org/x", names.BASE, names.ONTOLOGY, names.BASE + "company/a.", names.BASE + "company/-a",
                names.BASE + "company/a/b", names.BASE + "company/a~b", names.BASE + "company/a(b)"):
        assert shorten(iri) == f"<{iri}>"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example("（东莞）")
@example("<img src=x onerror=alert(1)>")
@example("a\u202eb\u200f")
@example("½²·~.")
@example("😀👨‍👩‍👧")
def test_any_name_is_read_back_by_both_parsers(name):
    iri = names.entity("Company", name)
    turtle = f"@prefix company: <{names.PREFIXES['company']}> . {shorten(iri)} a {shorten(iri)} ."
    assert [quad.subject.value for quad in parse(turtle.encode(), RdfFormat.TURTLE)] == [iri]
    assert [str(subject) for subject in rdflib.Graph().parse(data=turtle, format="turtle").subjects()] == [iri]
