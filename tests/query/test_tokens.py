import pytest

from kg.query.tokens import tokens


def kinds(query: str) -> list[tuple[str, str]]:
    return [(token.kind, token.text) for token in tokens(query)]


def test_every_token_stands_where_it_says():
    query = 'SELECT ?公司 # 注\n{ ?公司 pk:unit "CNY"@zh }'
    for token in tokens(query):
        assert query[token.start:token.start + len(token.text)] == token.text


@pytest.mark.parametrize("text", ['"SERVICE <x>"', "'SERVICE'", '"""a "SERVICE" b"""', "'''it's\nSERVICE'''", r'"a\"SERVICE"'])
def test_what_is_in_quotation_marks_is_one_string(text):
    assert kinds(text) == [("string", text)]


def test_a_comment_is_left_out_and_a_hash_in_an_iri_is_not_one():
    assert kinds("<http://a#b> # SERVICE\n?x") == [("iri", "<http://a#b>"), ("variable", "?x")]


@pytest.mark.parametrize("name", ["company:宁德时代", "pk:Company", ":", "a:", "a.b:c.d", "company:a%20b", r"a:b\(c\)", "a:𠀀"])
def test_prefixed_names(name):
    assert kinds(name) == [("prefixed", name)]


def test_a_dot_behind_a_name_ends_the_triple():
    assert kinds("pk:a.")[-1] == ("sign", ".")


def test_a_minus_behind_a_variable_is_an_operator():
    assert [text for _, text in kinds("?x-1")] == ["?x", "-", "1"]


def test_keywords_are_bare_words_in_capitals():
    assert [token.keyword for token in tokens("Select ?select pk:select 'select'")] == ["SELECT", "", "", ""]


def test_an_unclosed_quotation_mark_is_a_sign():
    assert kinds("'abc")[0] == ("sign", "'")
