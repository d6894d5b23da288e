"""A sentence as the relate stage sees it: names by themselves and names inside them, free quantities, clauses."""


def test_parts_are_told_from_names_that_stand_by_themselves(recognized):
    sentence, = recognized("小鹏汽车肇庆基地投产，产值50亿元。").sentences
    assert [m.text for m in sentence.mentions] == ["小鹏汽车肇庆基地"]
    assert [m.text for m in sentence.parts] == ["小鹏汽车", "肇庆"]
    whole = sentence.mentions[0]
    assert sentence.within == {(whole.start, whole.end): sentence.parts}


def test_a_quantity_inside_a_name_is_no_figure(recognized):
    sentence, = recognized("湛朗年产10万吨正极材料项目总投资50亿元。").sentences
    inside = [m for m in sentence.mentions if "10万吨" in m.text]
    assert [q.text for q in sentence.quantities] == (["50亿元"] if inside else ["10万吨", "50亿元"])


def test_each_sentence_has_its_own(recognized):
    first, second = recognized("2023年，长电科技产值50亿元。2024年，惠科产值60亿元。").sentences
    for sentence, held in ((first, ["长电科技", "50亿元", "2023年"]), (second, ["惠科", "60亿元", "2024年"])):
        assert [span.text for span in (*sentence.mentions, *sentence.quantities, *sentence.times)] == held


def test_the_first_sentence_of_a_block_opens_it(recognized):
    made = recognized("产值增长。税收增长。\n\n外贸增长。外资增长。\n")
    assert [sentence.opens_block for sentence in made.sentences] == [True, False, True, False]


def test_clauses(recognized):
    sentence, = recognized("长电科技投产，产值50亿元。").sentences
    assert [sentence.text[a:b] for a, b in sentence.clauses] == ["长电科技投产，", "产值50亿元。"]
    assert sentence.clause_at(sentence.start) == sentence.clauses[0]
    assert sentence.clause_at(sentence.end - 1) == sentence.clause_at(sentence.end) == sentence.clauses[1]


def test_names_in_a_range(recognized):
    sentence, = recognized("长电科技落户绵阳高新区，惠科随后。").sentences
    assert [m.text for m in sentence.mentions_between(*sentence.clauses[0])] == ["长电科技", "绵阳高新区"]
    assert sentence.words == sentence.text[sentence.start:sentence.end] == "长电科技落户绵阳高新区，惠科随后。"
