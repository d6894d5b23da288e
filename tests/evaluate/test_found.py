from pyoxigraph import Store

from kg import names
from kg.evaluate.found import FoundFigure, FoundMilestone, FoundQuote, FoundRelation, documents, found_in, identifier_of
from kg.schema import load_schema


def found(graph, document: str):
    return found_in(graph, names.document(document), load_schema())


def test_the_documents_by_identifier(graph):
    assert documents(graph) == {"one.txt": names.document("one.txt"), "two.txt": names.document("two.txt")}


def test_a_document_is_known_by_its_identifier_or_its_files_name():
    known = {"reports/one.txt": "", "one.md": "", "two.2023.txt": ""}
    assert identifier_of("reports/one.txt", known) == "reports/one.txt"
    assert identifier_of("one", known) == "one.md"
    assert identifier_of("two.2023", known) == "two.2023.txt"
    assert identifier_of("two", known) is None


def test_entities_are_those_that_the_document_mentions(graph):
    assert {entity.label for entity in found(graph, "two.txt").entities.values()} == {"华星电子", "东湖高新区", "新型显示", "面板（一期）"}
    company = found(graph, "two.txt").entities[names.entity("Company", "华星电子")]
    assert (company.cls, company.labels) == ("Company", {"华星电子", "华星", "华星电子股份有限公司"})


def test_relations_are_those_with_evidence_in_the_document_whatever_their_modality(graph):
    company, park = names.entity("Company", "华星电子"), names.entity("Park", "东湖高新区")
    relations = found(graph, "one.txt").relations
    assert FoundRelation(company, "locatedIn", park) in relations
    assert FoundRelation(names.entity("Company", "远山材料"), "locatedIn", park) in relations         # planned
    assert "suppliesTo" not in {relation.predicate for relation in relations}                        # curated
    assert {relation.predicate for relation in found(graph, "two.txt").relations} == {"locatedIn", "inIndustry"}


def test_figures_and_milestones(graph):
    one = found(graph, "one.txt")
    assert FoundFigure(names.entity("Company", "华星电子"), "outputValue", frozenset({"产值", "outputvalue"}), "Level", 3e10, "CNY",
                       "AtLeast", "2022", "Actual", "超300亿元") in one.figures
    assert one.milestones == (FoundMilestone(names.entity("Project", "华星电子二期"), "Groundbreaking", "2023-01"),)


def test_quotes_are_all_evidences_of_the_document(graph):
    assert len(found(graph, "one.txt").quotes) == 7
    assert FoundQuote(names.BASE + "evidence/e1", 0, 11, "华星电子落户东湖高新区") in found(graph, "one.txt").quotes


def test_a_document_without_anything_is_empty():
    nothing = found(Store(), "one.txt")
    assert not (nothing.entities or nothing.relations or nothing.figures or nothing.milestones or nothing.quotes)
