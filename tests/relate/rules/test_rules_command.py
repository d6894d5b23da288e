"""``kg rules``: list, show, check."""

import pytest

from kg.cli.main import main
from kg.relate.rules import FOLDER, load
from kg.schema import load_schema

from .test_pattern import MINIMAL


@pytest.fixture
def mine(tmp_path):
    def write(text: str = MINIMAL) -> str:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return str(path)
    return write


def rows(output: str) -> list[list[str]]:
    head, *lines = output.splitlines()
    assert head.split("\t") == ["# Rules", "rule", "asserts", "examples", "near-misses", "file"]
    return [line.split("\t") for line in lines]


# --- list


def test_all_rules_are_listed(capfd):
    assert main(["rules", "list"]) == 0
    found = rows(capfd.readouterr().out)
    assert [row[0] for row in found] == [rule.name for rule in load(load_schema()).rules]
    assert ["located-in.settled", "thing locatedIn place"] in [row[:2] for row in found]
    assert all(int(row[2]) and int(row[3]) for row in found)


def test_the_rules_of_one_relation(capfd):
    assert main(["rules", "list", "--relation", "suppliesTo"]) == 0
    found = rows(capfd.readouterr().out)
    assert len(found) >= 4 and {row[4] for row in found} == {"supplies-to.yaml"}


def test_rules_of_the_user_are_listed_too(mine, capfd):
    assert main(["rules", "list", "--relation", "locatedIn", "--rules", mine()]) == 0
    assert rows(capfd.readouterr().out)[-1] == ["my.rule", "a locatedIn b", "1", "1", "mine.yaml"]


def test_an_unknown_relation_names_the_known_ones(capfd):
    assert main(["rules", "list", "--relation", "near"]) == 2
    assert capfd.readouterr().err.startswith("kg: unknown relation 'near'; relations are locatedIn, develops,")


# --- show


def test_a_rule_is_shown_whole(capfd):
    assert main(["rules", "show", "located-in.settled"]) == 0
    output = capfd.readouterr().out
    rule = next(rule for rule in load(load_schema()).rules if rule.name == "located-in.settled")
    assert "asserts:   thing locatedIn place\n" in output and rule.pattern in output
    for text, given in rule.matches:
        assert f"  {text} => {'; '.join(given)}\n" in output
    for text in rule.rejects:
        assert f"  {text}\n" in output
    assert "  thing: Company or Organization or Project, also a list of them\n" in output
    assert all(word in output for word in rule.triggers)


def test_every_rule_can_be_shown(capfd):
    for rule in load(load_schema()).rules[::7]:
        assert main(["rules", "show", rule.name]) == 0
        assert capfd.readouterr().out.startswith(f"rule:      {rule.name}\n")


def test_a_rule_of_the_user(mine, capfd):
    assert main(["rules", "show", "my.rule", "--rules", mine()]) == 0
    assert "file:      mine.yaml\n" in capfd.readouterr().out


@pytest.mark.parametrize("name, hint", [("located-in.setled", "did you mean located-in.settled"), ("zzz", "kg rules list names them all")])
def test_an_unknown_rule_brings_close_ones(name, hint, capfd):
    assert main(["rules", "show", name]) == 2
    assert hint in capfd.readouterr().err


# --- check


def test_the_project_s_rules_do_as_they_say(capfd):
    assert main(["rules", "check"]) == 0
    rules = load(load_schema()).rules
    examples, misses = sum(len(rule.matches) for rule in rules), sum(len(rule.rejects) for rule in rules)
    assert capfd.readouterr().out == f"rules: {len(rules)}, examples: {examples}, near-misses: {misses}; all as they say\n"


def test_a_user_s_file_is_checked_alone(mine, capfd):
    assert main(["rules", "check", mine()]) == 0
    assert capfd.readouterr().out == "rules: 1, examples: 1, near-misses: 1; all as they say\n"


def test_a_file_of_the_project_is_not_its_own_duplicate(capfd):
    assert main(["rules", "check", str(FOLDER / "leads.yaml")]) == 0
    assert "all as they say" in capfd.readouterr().out


def test_failures_are_lines_and_the_exit_code_is_1(mine, capfd):
    path = mine(MINIMAL.replace("考察", "落户").replace("=> 甲 locatedIn 乙", "=> 乙 locatedIn 甲"))
    assert main(["rules", "check", path]) == 1
    assert capfd.readouterr().out.splitlines() == [
        "mine.yaml: rule my.rule: gives 甲 locatedIn 乙 instead of 乙 locatedIn 甲: 【甲:Company】落户【乙:Park】。",
        "mine.yaml: rule my.rule: matches though it must not: 【甲:Company】落户【乙:Park】。 (gives 甲 locatedIn 乙)",
        "rules: 1, examples: 1, near-misses: 1; 2 wrong"]


@pytest.mark.parametrize("text, complaint", [
    (MINIMAL.replace("my.rule", "located-in.settled"),
     "mine.yaml: the rule 'located-in.settled' is defined twice; it is also in located-in.yaml"),
    (MINIMAL + MINIMAL, "mine.yaml: the rule 'my.rule' is defined twice"),
    (MINIMAL.replace("Park}", "Parc}"), "mine.yaml: rule my.rule: unknown class 'Parc'"),
    ("- rule: [", "this is not YAML"),
])
def test_a_file_that_can_t_be_loaded_is_one_line_and_exit_code_2(mine, text, complaint, capfd):
    assert main(["rules", "check", mine(text)]) == 2
    output = capfd.readouterr()
    assert complaint in output.err and output.err.count("\n") == 1 and output.out == ""


def test_a_missing_file(capfd):
    assert main(["rules", "check", "nowhere.yaml"]) == 2
    assert "nowhere.yaml: the rules can't be read" in capfd.readouterr().err


@pytest.mark.parametrize("command", [["rules"], ["rules", "list"], ["rules", "show"], ["rules", "check"]])
def test_the_help_has_an_example(command, capfd):
    assert main([*command, "--help"]) == 0
    assert "Example:" in capfd.readouterr().out
