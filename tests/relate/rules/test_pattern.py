"""Rules as data: what the notation means, what calls a rule, what is refused, and every example of every rule."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import PatternError
from kg.relate.lexicon import ordered
from kg.relate.rules import FOCUS, FOLDER, TOPIC, Name, Rule, Rules, check, load, mask, read_rules
from kg.schema import load_schema


SCHEMA = load_schema()
CLASSES = SCHEMA.entity_classes
LOADED = load(SCHEMA)
FILES = sorted(FOLDER.glob("*.yaml"))
MARKED = re.compile(r"【(?P<text>[^】:]+):(?P<cls>\w+)】")

MINIMAL = '''
- rule: my.rule
  asserts: a locatedIn b
  pattern: "{a:Company} 落户 {b:Park}"
  matches: ["【甲:Company】落户【乙:Park】。 => 甲 locatedIn 乙"]
  rejects: ["【甲:Company】考察【乙:Park】。"]
'''


def plain(example: str) -> tuple[str, list[Name]]:
    """An example's text without its marks, and the names they mark."""
    text, names, at = "", [], 0
    for match in MARKED.finditer(example):
        text += example[at:match.start()]
        names.append(Name(len(text), len(text) + len(match["text"]), match["cls"], match["text"]))
        text, at = text + match["text"], match.end()
    return text + example[at:], names


def facts(rules: Rules, example: str) -> list[str]:
    text, names = plain(example)
    return [f"{said(f.subject)} {f.predicate} {said(f.object)}" for f in rules.facts(text, 0, len(text), names)]


def said(end: Name | str) -> str:
    return end if end in (TOPIC, FOCUS) else end.text


@pytest.fixture
def written(tmp_path):
    """Write a file of rules."""
    def write(text: str, name: str = "mine.yaml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path
    return write


@pytest.fixture
def rules(written):
    """Rules with one pattern, made from the minimal one."""
    def make(pattern: str, asserts: str = "a locatedIn b", more: str = "") -> Rules:
        text = MINIMAL.replace("{a:Company} 落户 {b:Park}", pattern).replace("a locatedIn b\n", asserts + "\n", 1) + more
        return Rules(read_rules(written(text), SCHEMA), CLASSES)
    return make


# --- the project's own


def test_every_file_of_the_folder_is_loaded():
    assert {rule.file for rule in LOADED.rules} == {path.name for path in FILES} and len(FILES) >= 11
    assert len(LOADED.rules) >= 50
    written = "\n".join(path.read_text(encoding="utf-8") for path in FILES)
    assert len(LOADED.rules) == len(re.findall("^- rule:", written, re.M))


@pytest.mark.parametrize("rule", LOADED.rules, ids=lambda rule: rule.name)
def test_every_example_of_every_rule(rule):
    assert rule.matches and rule.rejects
    assert list(check(rule, CLASSES)) == []


@pytest.mark.parametrize("rule", LOADED.rules, ids=lambda rule: rule.name)
def test_every_example_says_which_facts_it_gives(rule):
    assert all(given for _, given in rule.matches)


@pytest.mark.parametrize("rule", LOADED.rules, ids=lambda rule: rule.name)
def test_a_rule_is_named_for_its_file_and_asserts_its_relation(rule):
    assert rule.name.startswith(rule.file.removesuffix(".yaml") + ".")
    (relation,) = {predicate for _, predicate, _ in rule.asserts}
    assert re.sub("([A-Z])", lambda c: "-" + c[0].lower(), relation) == rule.file.removesuffix(".yaml")


def test_every_relation_that_sentences_state_has_rules():
    counted = Counter(predicate for rule in LOADED.rules for _, predicate, _ in rule.asserts)
    assert set(SCHEMA.relations) - set(counted) <= {"upstreamOf"}, "what is upstream of what is curated, not read"


def test_every_rule_is_called_by_words():
    assert not [rule.name for rule in LOADED.rules if not rule.triggers], "a rule without them is tried on every sentence"


def test_calling_by_words_loses_nothing():
    """The index finds the same facts as trying each rule on every example of all."""
    eager = Rules([replace(rule, triggers=()) for rule in LOADED.rules], CLASSES)
    examples = [text for rule in LOADED.rules for text in (*(text for text, _ in rule.matches), *rule.rejects)]
    assert len(examples) > 100
    for example in examples:
        assert sorted(facts(LOADED, example)) == sorted(facts(eager, example)), example


# --- the notation


@pytest.mark.parametrize("pattern, example, expected", [
    ("{a:Company} 落户 {b:Park}", "【甲:Company】落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} 落户 {b:Park}", "【甲:Company】 落户【乙:Park】", []),
    ("{a:Company} 落户 {b:Park}", "【甲:Project】落户【乙:Park】", []),
    ("{a:Company|Project} 落户 {b:Park|District}", "【甲:Project】落户【乙:District】", ["甲 locatedIn 乙"]),
    # lists
    ("{a:Company+} 落户 {b:Park}", "【甲:Company】、【丙:Company】和【丁:Company】等企业落户【乙:Park】", ["甲 locatedIn 乙", "丙 locatedIn 乙", "丁 locatedIn 乙"]),
    ("{a:Company+} 落户 {b:Park}", "【甲:Company】落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} 落户 {b:Park+}", "【甲:Company】落户【乙:Park】、【丙:Park】", ["甲 locatedIn 乙", "甲 locatedIn 丙"]),
    ("{a:Company} 落户 {b:Park}", "【甲:Company】、【丙:Company】落户【乙:Park】", ["丙 locatedIn 乙"]),
    # words
    ("{a:Company} (正式|成功)? (落户|入驻) {b:Park}", "【甲:Company】正式入驻【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} (正式|成功)? (落户|入驻) {b:Park}", "【甲:Company】落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} (正式|成功)? (落户|入驻) {b:Park}", "【甲:Company】马上落户【乙:Park】", []),
    ("{a:Company} ，? 落户 {b:Park}", "【甲:Company】，落户【乙:Park】", ["甲 locatedIn 乙"]),
    # a gap within the clause, and one within the sentence
    ("{a:Company} … 落户 {b:Park}", "【甲:Company】经过多轮洽谈落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} … 落户 {b:Park}", "【甲:Company】多轮洽谈，落户【乙:Park】", []),
    ("{a:Company} … 落户 {b:Park}", "【甲:Company】" + "很" * 17 + "落户【乙:Park】", []),
    ("{a:Company} …… 落户 {b:Park}", "【甲:Company】多轮洽谈，落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} …… 落户 {b:Park}", "【甲:Company】签约。落户【乙:Park】", []),
    # adverbs, words without a name, any name
    ("{a:Company} ~ 落户 {b:Park}", "【甲:Company】近日已正式落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} ~ 落户 {b:Park}", "【甲:Company】落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} ~ 落户 {b:Park}", "【甲:Company】未落户【乙:Park】", []),
    ("{a:Company} _ 落户 {b:Park}", "【甲:Company】二期工厂落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} _ 落户 {b:Park}", "【甲:Company】说【丙:District】落户【乙:Park】", []),
    ("{a:Company} _ 落户 {b:Park}", "【甲:Company】工厂，落户【乙:Park】", []),
    ("{a:Company} @ 的 {b:Park}", "【甲:Company】【丙:District】的【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} @ 的 {b:Park}", "【甲:Company】本地的【乙:Park】", []),
    ("{a:Company} [^@，]{1,4}? {b:Park}", "【甲:Company】落户【丙:District】【乙:Park】", []),
    # a list that a number closes
    ("{a:Company+} 落户 {b:Park}", "【甲:Company】、【丙:Company】两家企业落户【乙:Park】", ["甲 locatedIn 乙", "丙 locatedIn 乙"]),
    # amounts of money, and word lists
    ("{a:Company} (投资 ¥)? 落户 {b:Park}", "【甲:Company】投资约10余亿美元落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} (投资 ¥)? 落户 {b:Park}", "【甲:Company】投资50亿元人民币落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} 投资 ¥ 落户 {b:Park}", "【甲:Company】投资50亩落户【乙:Park】", []),
    ("{a:Company} (<settles>|搬到) {b:Park}", "【甲:Company】入驻【乙:Park】", ["甲 locatedIn 乙"]),
    ("{a:Company} (<settles>|搬到) {b:Park}", "【甲:Company】搬到【乙:Park】", ["甲 locatedIn 乙"]),
    # pieces of regular expressions
    ("{a:Company} [^，。]{0,4}? 落户 {b:Park}", "【甲:Company】今日也落户【乙:Park】", ["甲 locatedIn 乙"]),
    ("^ {a:Company} 落户 {b:Park}", "据悉，【甲:Company】落户【乙:Park】", []),
    # order and direction
    ("{b:Park} 引进 {a:Company}", "【乙:Park】引进【甲:Company】", ["甲 locatedIn 乙"]),
])
def test_what_the_notation_means(rules, pattern, example, expected):
    assert facts(rules(pattern), example) == expected


def test_topic_and_focus_stand_for_what_the_text_speaks_of(rules):
    assert facts(rules("引进 {a:Company}", "a locatedIn topic"), "日前引进【甲:Company】") == ["甲 locatedIn topic"]
    assert facts(rules("选址 {b:Park}", "focus locatedIn b"), "项目选址【乙:Park】") == ["focus locatedIn 乙"]


def test_several_assertions(rules):
    made = rules("{a:Company} 与 {b:Park} 签约", "[a locatedIn b, a cooperatesWith b]")
    assert facts(made, "【甲:Company】与【乙:Park】签约") == ["甲 locatedIn 乙", "甲 cooperatesWith 乙"]


def test_pairs(rules):
    made = rules("{a:District+} 与 {b:District+} 共建", "a cooperatesWith b", "  pairwise: true\n")
    assert facts(made, "【甲:District】、【丙:District】与【乙:District】、【丁:District】共建") == ["甲 cooperatesWith 乙", "丙 cooperatesWith 丁"]


def test_of_lists_that_are_not_equally_long_no_pairs_are_dealt_out(rules):
    made = rules("{a:District+} 与 {b:District+} 共建", "a cooperatesWith b", "  pairwise: true\n")
    assert facts(made, "【甲:District】、【丙:District】、【戊:District】与【乙:District】、【丁:District】共建") == []
    assert facts(made, "【甲:District】、【丙:District】与【乙:District】共建") == ["甲 cooperatesWith 乙", "丙 cooperatesWith 乙"]


def test_a_word_between_two_lists_deals_them_out(rules):
    made = rules("{a:Company+} ~ 落户 {b:Park+}")
    assert facts(made, "【甲:Company】、【丙:Company】分别落户【乙:Park】、【丁:Park】") == ["甲 locatedIn 乙", "丙 locatedIn 丁"]
    assert facts(made, "【甲:Company】、【丙:Company】均已落户【乙:Park】、【丁:Park】") == [
        "甲 locatedIn 乙", "甲 locatedIn 丁", "丙 locatedIn 乙", "丙 locatedIn 丁"]


def test_the_members_of_one_list_among_one_another(rules):
    made = rules("由 {a:Company+} 合资成立", "a cooperatesWith a")
    assert facts(made, "由【甲:Company】、【乙:Company】和【丙:Company】合资成立") == ["甲 cooperatesWith 乙", "甲 cooperatesWith 丙", "乙 cooperatesWith 丙"]


def test_a_rule_may_match_several_times(rules):
    assert facts(rules("{a:Company} 落户 {b:Park}"), "【甲:Company】落户【乙:Park】，【丙:Company】落户【丁:Park】") == ["甲 locatedIn 乙", "丙 locatedIn 丁"]


def test_a_fact_says_where_it_was_read(rules):
    text, names = plain("据悉，【甲甲:Company】落户【乙:Park】。")
    fact, = rules("{a:Company} 落户 {b:Park}", more="  modality: Planned\n").facts(text, 0, len(text), names)
    assert text[fact.start:fact.end] == "甲甲落户乙" and (fact.rule, fact.modality) == ("my.rule", "Planned")


def test_only_the_sentence_is_read(rules):
    text, names = plain("【甲:Company】落户【乙:Park】。【丙:Company】落户【丁:Park】。")
    found = list(rules("{a:Company} 落户 {b:Park}").facts(text, 6, len(text), names[2:]))
    assert [(f.subject.text, text[f.start:f.end]) for f in found] == [("丙", "丙落户丁")]


def test_a_sentence_without_names_gives_nothing(rules):
    assert list(rules("{a:Company} 落户 {b:Park}").facts("企业落户园区。", 0, 7, [])) == []


def test_masking_leads_back_to_the_sentence():
    text, names = plain("据悉，【甲甲:Company】落户【乙乙乙:Park】。")
    masked = mask(text, 0, len(text), names, CLASSES)
    assert len(masked.text) == len(text) - 3 and len(masked.origin) == len(masked.text) + 1
    assert all(text[masked.origin[i]] == c for i, c in enumerate(masked.text) if c not in masked.names)
    assert [masked.names[c].text for c in masked.text if c in masked.names] == ["甲甲", "乙乙乙"]


def test_a_bracket_that_tells_another_name_parts_nothing():
    text, names = plain("【甲甲科技:Company】（以下简称“【甲甲:Company】”）落户【乙乙:Park】。")
    masked = mask(text, 0, len(text), names, CLASSES)
    assert [masked.names[c].text if c in masked.names else c for c in masked.text] == ["甲甲科技", "落", "户", "乙乙", "。"]
    told, names = plain("【甲甲科技:Company】（总投资3亿元）落户【乙乙:Park】。")
    assert "总投资3亿元" in mask(told, 0, len(told), names, CLASSES).text


def test_a_character_of_a_page_s_icon_font_is_no_name(rules):
    text, names = plain("【丙:Company】投产。\ue000落户【乙:Park】。")
    assert [f.subject.text for f in rules("{a:Company} 落户 {b:Park}").facts(text, 0, len(text), names)] == []


# --- the words that call a rule


@pytest.mark.parametrize("pattern, triggers", [
    ("{a:Company} 落户 {b:Park}", ("落户",)), ("{a:Company} (落户|入驻) (于|在)? {b:Park}", ("入驻", "落户")), ("{a:Company} (正式)? 落户 {b:Park}", ("落户",)),
    ("{a:Company} 在 {b:Park} (投产|竣工)", ("投产", "竣工")), ("{a:Company} (落户|) {b:Park}", ()), ("{a:Company} …… {b:Park}", ()),
    ("{a:Company} 签约(仪式)? {b:Park}", ("签约",)),
    ("{a:Company} 的 (<owners>) ¥ {b:Park}", tuple(sorted(ordered("rules", "owners")))),
    ("{a:Company} 位于的* {b:Park}", ("位于",)),
    ("{a:Company} 位于的{0,2} {b:Park}", ("位于",))])
def test_the_words_of_which_one_must_stand_in_a_sentence(rules, pattern, triggers):
    rule, = rules(pattern).rules
    assert rule.triggers == triggers


# --- loading errors: file, rule, reason


REFUSED = [
    ("", "mine.yaml: a file of rules is a list of rules"),
    ("a: b", "mine.yaml: a file of rules is a list of rules"),
    ("- a", "mine.yaml: a rule has no name; begin it with «- rule: name»"),
    ("- rule: 3", "mine.yaml: a rule has no name"),
    ("- rule: x\n  pattern: [", "mine.yaml:3:1: this is not YAML"),
    (MINIMAL.replace("  rejects", "  rejectz"), "mine.yaml: rule my.rule: unknown field 'rejectz'; fields are asserts, matches,"),
    (MINIMAL.replace("matches: [", "matches: [] # ["),
     "mine.yaml: rule my.rule: a rule needs examples that match and near-misses that do not"),
    (MINIMAL.replace("rejects: [", "rejects: [] # ["),
     "mine.yaml: rule my.rule: a rule needs examples that match and near-misses that do not"),
    (MINIMAL.replace("  asserts: a locatedIn b\n", ""),
     "mine.yaml: rule my.rule: a rule asserts nothing; add «asserts: subject relation object»"),
    (MINIMAL.replace('  pattern: "{a:Company} 落户 {b:Park}"\n', ""), "mine.yaml: rule my.rule: a rule needs a pattern"),
    (MINIMAL.replace("b:Park}", "b:Parc}"), "mine.yaml: rule my.rule: unknown class 'Parc'; classes are Company, Park,"),
    (MINIMAL.replace("b:Park}", "a:Park}"), "mine.yaml: rule my.rule: 'b' is no argument of the pattern; arguments are a, topic and focus"),
    (MINIMAL.replace("{b:Park}", "{a:Park} {b:Park}"),
     "mine.yaml: rule my.rule: the pattern is not well formed: redefinition of group name 'a'"),
    (MINIMAL.replace("落户 {", "(落户 {"), "mine.yaml: rule my.rule: the pattern is not well formed: missing ), unterminated subpattern"),
    (MINIMAL.replace("locatedIn b\n", "near b\n"), "mine.yaml: rule my.rule: unknown relation 'near'; relations are locatedIn, develops,"),
    (MINIMAL.replace("locatedIn b\n", "locatedIn\n"),
     "mine.yaml: rule my.rule: 'a locatedIn' is no assertion; write «subject relation object»"),
    (MINIMAL.replace("locatedIn b\n", "locatedIn c\n"), "mine.yaml: rule my.rule: 'c' is no argument of the pattern"),
    (MINIMAL.replace("a locatedIn b\n", "b suppliesTo a\n"),
     "Park suppliesTo Company is not allowed; suppliesTo goes from Company to Company"),
    (MINIMAL.replace("a:Company}", "a:Company|Person}"), "Person locatedIn Park is not allowed; locatedIn goes from"),
    (MINIMAL.replace("a locatedIn b\n", "topic suppliesTo a\n"),
     "mine.yaml: rule my.rule: the ontology allows no suppliesTo between these classes"),
    (MINIMAL.replace("落户 {", "(<settle>) {"), "mine.yaml: rule my.rule: there is no word list 'settle'; the lists are in kg/relate/lexicon/rules.yaml"),
    (MINIMAL + "  modality: Maybe\n", "mine.yaml: rule my.rule: unknown modality 'Maybe'; modalities are"),
    (MINIMAL.replace("b:Park}", "b:Park|Product}"), "Product"),
    (MINIMAL.replace("rejects: [", "rejects: ").replace("考察【乙:Park】。\"]", "考察【乙:Park】。\""), "rule my.rule: "),
    (MINIMAL.replace("matches: [", "matches: ").replace("locatedIn 乙\"]", "locatedIn 乙\""), "rule my.rule: "),
    (MINIMAL.replace("{a:", "{topic:").replace("a locatedIn", "topic locatedIn"),
          "rule my.rule: "),
    (MINIMAL.replace("a locatedIn b\n", "3\n"), "rule my.rule: "),
    (MINIMAL.replace(" => 甲 locatedIn 乙", ""), "rule my.rule: "),
    (MINIMAL + "  pairwise: perhaps\n", "rule my.rule: "),
    (MINIMAL.replace("乙:Park】。 =>", "乙:Parc】。 =>"),
          "rule my.rule: "),
]


@pytest.mark.parametrize("text, complaint", REFUSED)
def test_what_is_refused_when_it_is_loaded(written, text, complaint):
    with pytest.raises(PatternError) as caught:
        load(SCHEMA, written(text))
    assert complaint in str(caught.value) and "\n" not in str(caught.value)


def test_a_name_used_twice_names_both_files(written):
    taken = LOADED.rules[0]
    with pytest.raises(PatternError, match=f"mine.yaml: the rule '{taken.name}' is defined twice; it is also in {taken.file}"):
        load(SCHEMA, written(MINIMAL.replace("my.rule", taken.name)))
    with pytest.raises(PatternError, match="mine.yaml: the rule 'my.rule' is defined twice; it is also in mine.yaml"):
        load(SCHEMA, written(MINIMAL + MINIMAL))


@pytest.mark.parametrize("data", [None, "园区".encode("gb18030")])
def test_a_file_that_can_t_be_read(tmp_path, data):
    path = tmp_path / "mine.yaml"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(PatternError, match="mine.yaml: the rules can't be read"):
        read_rules(path, SCHEMA)


def test_a_user_s_rules_stand_beside_the_project_s(written):
    loaded = load(SCHEMA, written(MINIMAL))
    assert len(loaded.rules) == len(LOADED.rules) + 1 and loaded.rules[-1].name == "my.rule"


# --- checking examples


def checked(written, text: str) -> list[str]:
    rule: Rule
    rule, = read_rules(written(text), SCHEMA)
    return list(check(rule, CLASSES))


def test_a_sound_rule_has_nothing_to_complain_about(written):
    assert checked(written, MINIMAL) == []


@pytest.mark.parametrize("text, failure", [
    (MINIMAL.replace("落户【", "入驻【"), "does not match: 【甲:Company】入驻【乙:Park】。"),
    (MINIMAL.replace("=> 甲 locatedIn 乙", "=> 乙 locatedIn 甲"), "gives 甲 locatedIn 乙 instead of 乙 locatedIn 甲: 【甲:Company】落户【乙:Park】。"),
    (MINIMAL.replace("考察", "落户"), "matches though it must not: 【甲:Company】落户【乙:Park】。 (gives 甲 locatedIn 乙)"),
    (MINIMAL.replace("locatedIn 乙\"", "locatedIn 乙; 甲 locatedIn 丙\""), "gives 甲 locatedIn 乙 instead of 甲 locatedIn 乙; 甲 locatedIn 丙"),
])
def test_a_failing_example_is_told_in_words(written, text, failure):
    found, = checked(written, text)
    assert found.startswith(failure)


def test_what_is_denied_does_not_count(written):
    assert checked(written, MINIMAL.replace("考察", "未落户").replace('"{a:Company} 落户', '"{a:Company} 未? 落户')) == []
