"""kg facts: what is read from a text, with its sentence and rule."""

import pytest

from kg.cli.main import main

TEXT = "总投资86亿元的小鹏汽车肇庆基地二期2023年3月动工，力争明年投产。"


def rows(answer) -> list[dict[str, str]]:
    assert (answer.code, answer.err) == (0, "")
    head, *lines = answer.out.splitlines()
    title, *headers = head.split("\t")
    assert title == "# Facts"
    return [dict(zip(headers, line.split("\t"), strict=True)) for line in lines]


def test_relations_figures_and_milestones_with_time_modality_rule_and_place(kg):
    facts = rows(kg("facts", TEXT))
    said = [(fact["subject"], fact["what"], fact["measure"], fact["value"], fact["when"], fact["modality"]) for fact in facts]
    assert ("小鹏汽车", "develops", "", "小鹏汽车肇庆基地二期", "", "Actual") in said
    assert ("小鹏汽车肇庆基地二期", "investment", "Level", "86亿元", "", "Planned") in said
    assert ("小鹏汽车肇庆基地二期", "Groundbreaking", "", "", "2023-03", "Actual") in said
    for fact in facts:
        start, end = map(int, fact["position"].split(":"))
        assert TEXT[start:end] == fact["quote"]
        assert fact["rule"]
    assert facts == sorted(facts, key=lambda fact: int(fact["position"].split(":")[0]))


def test_a_file_and_rules_of_one_s_own(kg, tmp_path):
    text, mine = tmp_path / "news.txt", tmp_path / "mine.yaml"
    text.write_text("\n\n晨帆科技有限公司看中了合肥高新区。", encoding="utf-8")
    mine.write_text("""\
- rule: located-in.sets-eyes-on
  asserts: company locatedIn park
  pattern: "{company:Company} 看中了 {park:Park}"
  matches:
    - "【甲饰:Company】看中了【乙高新区:Park】。 => 甲饰 locatedIn 乙高新区"
  rejects:
    - "【甲饰:Company】没看中【乙高新区:Park】。"
""", encoding="utf-8")
    assert "located-in.sets-eyes-on" not in kg("facts", text).out
    [fact] = [fact for fact in rows(kg("facts", text, "--rules", mine)) if fact["rule"] == "located-in.sets-eyes-on"]
    assert (fact["subject"], fact["value"], fact["position"]) == ("晨帆科技有限公司", "合肥高新技术产业开发区", "2:19")


def test_no_store_is_needed_and_none_is_made(kg, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(tmp_path / "nowhere"))
    assert rows(kg("facts", TEXT))
    assert list(tmp_path.iterdir()) == []


def test_a_text_without_facts(kg):
    assert kg("facts", "今天天气很好。").out == ""


@pytest.mark.parametrize("argument", ["nowhere.txt", "."])
def test_a_missing_file_and_a_folder_are_one_line(kg, argument):
    answer = kg("facts", argument)
    assert answer.code == 2 and answer.err.count("\n") == 1 and argument in answer.err


def test_a_terminal_shows_facts_below_their_sentences(monkeypatch, capsys):
    monkeypatch.setattr("kg.cli.output.on_terminal", lambda: True)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["facts", TEXT]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert first == "总投资86亿元的小鹏汽车肇庆基地二期2023年3月动工  0:27"
    assert "  小鹏汽车肇庆基地二期  投资额  86亿元  [规划]  figure.level" in others
    assert "  小鹏汽车肇庆基地二期  开工  2023-03  milestone.groundbreaking" in others
