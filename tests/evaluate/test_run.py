from kg.evaluate import evaluate, load
from kg.evaluate.tally import Tally

from .conftest import TEXT


def evaluated(graph, path, text: str = TEXT):
    return evaluate(graph, load([path]), {"one.txt": text}.__getitem__)


def test_the_figures_of_the_example(graph, gold_file):
    tallies = evaluated(graph, gold_file()).tallies
    assert tallies["entities/core"] == Tally(hit=4, found=5, gold=5)            # 远山新材料 is not found, 远山材料 is wrong
    assert tallies["entities/Person"] == Tally(hit=0, found=0, gold=0)          # optional
    assert tallies["relations"] == Tally(hit=2, found=3, gold=3)                # 远山材料 locatedIn 东湖高新区 is wrong
    assert tallies["relations/develops"] == Tally(hit=0, found=0, gold=0)       # optional
    assert tallies["figures"] == Tally(hit=2, found=2, gold=2)
    assert tallies["figures/strict"] == Tally(hit=1, found=2, gold=2)           # the period of the investment
    assert tallies["milestones"] == Tally(hit=1, found=1, gold=1)
    assert tallies["milestones/strict"] == Tally(hit=0, found=1, gold=1)


def test_what_was_missed_or_wrong(graph, gold_file):
    assert [(miss.kind, miss.what) for miss in evaluated(graph, gold_file()).misses] == [
        ("entity missed", "Company 远山新材料"), ("entity wrong", "Company 远山材料"),
        ("relation missed", "远山新材料 suppliesTo 华星电子"), ("relation wrong", "远山材料 locatedIn 东湖高新区")]


def test_quotations_are_held_against_the_text(graph, gold_file):
    assert evaluated(graph, gold_file()).quotes == Tally(hit=7, found=7, gold=7)
    moved = evaluated(graph, gold_file(), TEXT.replace("，2022年", "，其中2022年"))
    assert moved.quotes == Tally(hit=2, found=7, gold=7)
    assert [miss.kind for miss in moved.misses if miss.kind == "quote bad"] == ["quote bad"] * 5


def test_a_document_that_is_not_there_is_named_and_counts_as_unread(graph, gold_file):
    evaluation = evaluated(graph, gold_file(document="three"))
    assert evaluation.missing == ("three",)
    assert evaluation.tallies["entities/core"] == Tally(hit=0, found=0, gold=5)
    assert ("document missing", "it is not in the graph") in [(miss.kind, miss.what) for miss in evaluation.misses]


def test_documents_are_added_up(graph, gold_file, tmp_path):
    gold_file()
    gold_file("three.json", document="three")
    evaluation = evaluated(graph, tmp_path)
    assert evaluation.tallies["entities/core"] == Tally(hit=4, found=5, gold=10)
    assert evaluation.documents["one"]["entities/core"] == Tally(hit=4, found=5, gold=5)
