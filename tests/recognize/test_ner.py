"""A spaCy model as a source of names: what it proposes, what is made of its labels, and what is said when it is not there."""

import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from kg.cli.main import main
from kg.errors import UsageError
from kg.read import document
from kg.recognize.gazetteer import load
from kg.recognize.language import language, recognize
from kg.recognize.lexicon import ordered, tables
from kg.recognize.ner import SpacyNames, class_of, trained_model
from kg.recognize.trained.model import MODEL
from kg.schema import load_schema
from kg.settings import ontology_folder

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GAZETTEER = load(ontology_folder())
LABELLED = {"ORG": ["庐林", "丰禾气象局", "铭泽"], "GPE": ["肇庆", "乌有之乡"], "PERSON": ["白若水"], "PRODUCT": ["追风者"], "FAC": ["青鸾"], "DATE": ["当年"]}


@pytest.fixture(scope="module")
def model(tmp_path_factory) -> str:
    """A model on disk that knows a few names and nothing else."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": label, "pattern": name} for label, names in LABELLED.items() for name in names])
    folder = tmp_path_factory.mktemp("models") / "tiny"
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture(scope="module")
def found(model):
    nlp = language(ontology_folder(), ner=model)
    return lambda text: {m.text: (m.cls, m.rule) for m in recognize(nlp, document(text))._.mentions if m.rule.startswith("ner")}


@pytest.mark.parametrize("name, cls", [("庐林", "Company"), ("丰禾气象局", "Organization"), ("追风者", "Product"), ("白若水", "Person")])
def test_a_name_that_no_rule_finds_is_proposed_with_its_class(name, cls, found):
    assert found(f"总投资3亿元，{name}值得期待。") == {name: (cls, "ner.tiny")}


def test_without_a_model_none_of_them_is_found():
    text = "总投资3亿元，庐林值得期待。"
    assert "庐林" not in {m.text for m in recognize(language(ontology_folder()), document(text))._.mentions}


@pytest.mark.parametrize("trigger, asked", [("总投资3亿元", True), ("项目建成投产", True), ("甲、乙等来此", True), ("天气晴好", False)])
def test_only_sentences_that_may_say_something_are_asked(trigger, asked, found):
    assert bool(found(f"{trigger}，庐林值得期待。")) is asked


def test_what_the_rules_found_stays_as_it_is(model):
    """The model says that 铭泽 is a company; the rules know the longer name."""
    text = "总投资3亿元的铭泽新材料有限公司落户。"
    with_, without = ([(m.text, m.cls, m.rule) for m in recognize(language(ontology_folder(), ner=ner), document(text))._.mentions] for ner in (model, None))
    assert with_ == without and "铭泽新材料有限公司" in {text for text, *_ in with_}


@pytest.mark.parametrize("label, name, cls", [
    ("ORG", "庐林", "Company"), ("ORG", "庐林科技", "Company"), ("ORG", "庐林研究院", "Organization"), ("ORG", "庐林市教育局", "Organization"),
    ("ORG", "庐林高新区", "Park"), ("NT", "庐林大学", "Organization"), ("company", "庐林", "Company"),
    ("FAC", "庐林大桥", "Project"), ("FAC", "庐林", None), ("scene", "庐林产业园", "Park"),
    ("GPE", "肇庆", "District"), ("GPE", "庐林", None), ("LOC", "乌有之乡", None), ("NS", "广东省", "District"), ("LOC", "肇庆高新区", "Park"),
    ("PERSON", "白若水", "Person"), ("nr", "白若水", "Person"), ("PRODUCT", "追风者", "Product"),
    ("DATE", "2022年", None), ("WORK_OF_ART", "庐林记", None), ("", "庐林", None),
])
def test_what_a_label_means(label, name, cls):
    assert class_of(label, name, GAZETTEER) == cls


def test_the_table_is_sound():
    kinds = tables("ner")
    assert set(kinds) == {"Person", "Product", "Programme", "Industry", "by_head", "by_head_only", "if_listed", "offices"}
    labels = [label for kind in kinds if kind != "offices" for label in ordered("ner", kind)]
    assert len(labels) == len(set(labels)), "a label stands in two lists"
    classes = load_schema(ontology_folder()).entity_classes
    assert set(classes) <= set(labels), "a model that was trained on our classes is understood"
    ontonotes = {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT"}
    assert ontonotes | {"NR", "NS", "NT"} <= set(labels)


def test_a_model_that_is_not_there_names_the_command_that_installs_it():
    with pytest.raises(UsageError) as caught:
        SpacyNames("zh_core_web_none", GAZETTEER)
    assert str(caught.value).startswith("the spaCy model zh_core_web_none is not installed; pip install https://github.com/explosion/spacy-models/")
    with pytest.raises(UsageError, match="the spaCy model other_model is not installed; pip install other_model, or name the folder of a model"):
        SpacyNames("other_model", GAZETTEER)


def test_a_model_without_names_or_with_labels_that_nobody_knows(tmp_path):
    spacy.blank("zh").to_disk(tmp_path / "empty")
    with pytest.raises(UsageError, match="no label of the spaCy model .*: none;"):
        SpacyNames(str(tmp_path / "empty"), GAZETTEER)
    nlp = spacy.blank("zh")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "GENE", "pattern": "庐林"}])
    nlp.to_disk(tmp_path / "genes")
    with pytest.raises(UsageError, match="ner.yaml: GENE;"):
        SpacyNames(str(tmp_path / "genes"), GAZETTEER)


def test_a_model_that_can_not_be_loaded(tmp_path):
    spacy.blank("zh").to_disk(tmp_path / "broken")
    (tmp_path / "broken" / "config.cfg").write_text("[nlp]\nlang = \"zh\"\npipeline = [\"magic\"]\n[components]\n[components.magic]\nfactory = \"magic\"\n")
    with pytest.raises(UsageError, match="the spaCy model .*broken can't be loaded"):
        SpacyNames(str(tmp_path / "broken"), GAZETTEER)


def test_a_build_with_a_model(model, tmp_path, capfd):
    (tmp_path / "news.txt").write_text("总投资3亿元，庐林值得期待。", encoding="utf-8")
    store = ["--store", str(tmp_path / "store")]

    def build(*options: str) -> str:
        assert main(["build", str(tmp_path / "news.txt"), *store, *options]) == 0
        return capfd.readouterr().out.splitlines()[0]

    assert build("--ner", model).startswith("1 document added")
    assert main(["show", "庐林", *store]) == 0 and "Company" in capfd.readouterr().out
    assert "1 unchanged" in build("--ner", model)
    assert "1 replaced" in build()                          # read again: without the model it reads otherwise
    assert main(["show", "庐林", *store]) == 2


def test_a_build_with_a_model_that_is_not_there_is_one_line_and_makes_no_store(tmp_path, capfd):
    (tmp_path / "news.txt").write_text("庐林投产。", encoding="utf-8")
    assert main(["build", str(tmp_path / "news.txt"), "--store", str(tmp_path / "store"), "--ner", "zh_core_web_none"]) == 2
    error = capfd.readouterr().err
    assert error.startswith("kg: the spaCy model zh_core_web_none is not installed; pip install ") and error.count("\n") == 1
    assert not (tmp_path / "store").exists()


def test_names_shows_what_a_model_found(model, capfd):
    assert main(["names", "--ner", model, "总投资3亿元，庐林值得期待。"]) == 0
    assert "庐林\tCompany\tspaCy\tner.tiny\t7:9\t" in capfd.readouterr().out


def test_the_module_is_not_imported_unless_a_model_is_asked_for():
    program = "import sys; from kg.recognize.language import language; from kg.settings import ontology_folder; language(ontology_folder()); print('kg.recognize.ner' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"


def test_the_trained_recogniser_sees_the_names_of_the_rules_only_if_it_is_asked_for():
    text = "加快集二线、花冠路西延、滨河湿地修复等项目建设，实施“证照分离”改革。" * 2
    rules = [{m.rule for m in recognize(language(ontology_folder(), ner=ner), document(text))._.mentions} for ner in (None, "trained")]
    assert "trained" not in rules[0] and "trained" in rules[1]
    assert trained_model("trained") == MODEL and trained_model("zh_core_web_trf") is None


def test_a_model_of_ones_own_takes_the_place_of_the_trained_one(tmp_path, capfd):
    own, marked, texts = tmp_path / "own.npz", tmp_path / "marked.txt", tmp_path / "texts"
    texts.mkdir()
    (texts / "text.txt").write_text("总投资3亿元，庐林值得期待。", encoding="utf-8")
    marked.write_text("=== news\n总投资3亿元，[庐林|C]值得期待。\n" * 5, encoding="utf-8")
    assert main(["train", str(texts), "-o", str(own), "--marked", str(marked), "--quiet"]) == 0
    store = ["--store", str(tmp_path / "store")]
    assert main(["build", str(texts), *store, "--ner", str(own)]) == 0
    assert main(["build", str(texts), *store]) == 0
    assert "1 replaced" in capfd.readouterr().out                   # another recogniser: read again
    assert main(["build", str(texts), *store, "--ner", "trained"]) == 0
    assert "1 unchanged" in capfd.readouterr().out                  # which is the one that is meant if none is named
    assert main(["build", str(texts), *store, "--ner", "none"]) == 0
    assert "1 replaced" in capfd.readouterr().out


def test_a_file_that_is_no_model_is_one_line(tmp_path, capfd):
    (tmp_path / "bad.npz").write_bytes(b"nothing")
    assert main(["names", "--ner", str(tmp_path / "bad.npz"), "庐林投产。"]) != 0
    error = capfd.readouterr().err
    assert error.count("\n") == 1 and "bad.npz" in error and "kg train" in error


def test_a_model_is_written_under_a_name_by_which_it_is_known(tmp_path, capfd):
    assert main(["train", str(CORPUS), "-o", str(tmp_path / "model"), "--quiet"]) == 2
    assert capfd.readouterr().err.count("\n") == 1
