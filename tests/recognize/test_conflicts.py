"""Which of the proposed names stand: the stated preferences, one by one, and what holds for any proposals."""

from hypothesis import given
from hypothesis import strategies as st

from kg.recognize.candidates import Candidate
from kg.recognize.conflicts import ORDER, resolve


def name(start: int, end: int, cls: str = "Company", rule: str = "gazetteer", certain: bool = True) -> Candidate:
    return Candidate(start, end, cls, rule, certain)


def test_names_side_by_side_all_stand_in_order():
    a, b, c = name(4, 8), name(0, 4), name(9, 12)
    assert resolve([a, b, c]) == ([b, a, c], [])


def test_the_longer_name_stands_and_the_place_in_it_is_its_part():
    whole, place = name(0, 8, "Park", "grammar.park"), name(0, 2, "District")
    assert resolve([place, whole]) == ([whole], [place])


def test_of_equals_the_one_with_the_noun_of_its_list_stands_then_the_first():
    bare, line, road = (Candidate(0, 2, "Project", "list.shared-head", False, noun) for noun in ("", "高铁", "公路"))
    assert resolve([bare, line, road]) == ([line], [])
    assert resolve([road, bare, line]) == ([road], [])


def test_a_company_anywhere_in_a_project_is_a_part():
    whole, company = name(0, 10, "Project", "grammar.project"), name(3, 7)
    assert resolve([company, whole]) == ([whole], [company])


def test_a_park_is_a_part_at_the_front_only():
    whole, front, behind = name(0, 12, "Project", "grammar.project"), name(0, 5, "Park"), name(6, 11, "Park")
    assert resolve([whole, front]) == ([whole], [front])
    assert resolve([whole, behind]) == ([whole], [])


def test_what_has_no_parts_swallows_what_is_in_it():
    assert resolve([name(0, 8, "Company", "grammar.company"), name(0, 2, "District")])[1] == []
    assert resolve([name(0, 8, "Programme", "programme.quoted"), name(2, 4)])[1] == []


def test_an_industry_or_product_is_never_a_part():
    whole = name(0, 10, "Project", "grammar.project")
    assert resolve([whole, name(2, 6, "Industry", "industry.listed"), name(6, 8, "Product")])[1] == []


def test_of_two_that_cross_the_longer_stands_alone():
    long, short = name(0, 6, "Park", "grammar.park"), name(4, 8, "District")
    assert resolve([short, long]) == ([long], [])


def test_of_two_classes_for_one_span_a_list_s_wins_over_the_table_s():
    listed, typed = name(0, 2, "District", "gazetteer"), name(0, 2, "Company", "list.company")
    assert resolve([listed, typed]) == ([typed], [])


def test_of_two_classes_for_one_span_the_head_noun_s_wins_over_the_table_s():
    listed, headed = name(0, 6, "Organization", "gazetteer"), name(0, 6, "Park", "grammar.park")
    assert resolve([listed, headed])[0] == [headed]


def test_the_user_s_table_comes_first():
    assert ORDER[0] == "user"
    assert resolve([name(0, 4, "Company", "list.company"), name(0, 4, "Park", "user")])[0] == [name(0, 4, "Park", "user")]


def test_the_same_proposal_twice_is_one():
    assert resolve([name(0, 4), name(0, 4)]) == ([name(0, 4)], [])


def test_nothing_proposed():
    assert resolve([]) == ([], [])


_CANDIDATES = st.builds(lambda start, size, cls, rule: name(start, start + size, cls, rule), st.integers(0, 20), st.integers(1, 12),
                        st.sampled_from(["Company", "Park", "District", "Project", "Organization", "Industry"]),
                        st.sampled_from(["gazetteer", "grammar.park", "list.company", "industry.listed", "user", "other"]))


@given(st.lists(_CANDIDATES, max_size=12))
def test_names_of_a_layer_never_overlap(candidates):
    standing, parts = resolve(candidates)
    for layer in (standing, parts):
        assert all(a.end <= b.start for a, b in zip(layer, layer[1:]))
        assert set(layer) <= set(candidates)
    for part in parts:
        whole, = [s for s in standing if s.start < part.end and part.start < s.end]
        assert whole.start <= part.start and part.end <= whole.end and whole.cls in ("Park", "Project", "Organization")


@given(st.lists(_CANDIDATES, max_size=10), st.randoms())
def test_the_order_of_proposals_changes_nothing(candidates, random):
    shuffled = candidates[:]
    random.shuffle(shuffled)
    assert resolve(shuffled) == resolve(candidates)
