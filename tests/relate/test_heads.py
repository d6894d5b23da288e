"""Who heads a place, by the title in front of the name."""

import pytest

from kg.relate.heads import heads_of_places


@pytest.mark.parametrize("text, heads", [
    ("三台县委副书记、县长王小明介绍了经验。", {("王小明", "三台", "县长")}), ("绵阳市委副书记、代市长王小明出席。", {("王小明", "绵阳", "代市长")}),
    ("三台县委副书记王小明出席。", set()), ("三台县委副书记李大山、县长王小明出席。", set())])
def test_who_heads_the_place_of_an_office(recognized, text, heads):
    found = {(person.text, place.text.rstrip("县市"), title) for s in recognized(text).sentences for person, place, title in heads_of_places(s)}
    assert found == heads


def test_who_heads_the_text_s_place_at_the_front_of_a_sentence(said):
    assert "王小明 holdsPositionIn 三台县" in said("三台县引进湛朗电子有限公司。县长王小明介绍，项目已开工。", title="三台县项目开工").relations
