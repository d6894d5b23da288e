"""Listed names: tables and their errors, weak names, names that several things bear."""

from pathlib import Path

import pytest

from kg.errors import GazetteerError
from kg.recognize.gazetteer import Entry, Gazetteer, load, read_table
from kg.recognize.language import language, recognize
from kg.read import document
from kg.relate.reading import Reader
from kg.settings import ontology_folder

from tests.recognize.defects import wrong

PROVINCE = Entry("云岭省", "District", "990000", "", "province", ("云岭省", "云岭"))
CITY = Entry("临江市", "District", "990100", "990000", "city", ("临江市", "临江"))
COUNTY = Entry("和平县", "District", "990121", "990100", "county", ("和平县", "和平"))
OTHER = Entry("临江县", "District", "980121", "", "county", ("临江县", "临江"))
COMPANY = Entry("现代机械", "Company", "c:1", "", "", ("现代机械", "现代"))
BRIDGE = Entry("临江重工", "Company", "c:2", "", "", ("临江重工", "临江"))
GAZETTEER = Gazetteer([PROVINCE, CITY, COUNTY, OTHER, COMPANY], [("和平", COUNTY), ("现代", COMPANY), ("临江", OTHER)])


def found(text: str) -> list[tuple[str, bool]]:
    return [(text[hit.start:hit.end], hit.weak) for hit in GAZETTEER.find(text)]


def test_the_longest_name_from_the_left():
    assert found("临江市和平县现代机械") == [("临江市", False), ("和平县", False), ("现代机械", False)]


def test_a_weak_name_is_told_and_yields_to_a_strong_one():
    assert found("现代化，和平发展，现代机械") == [("现代", True), ("和平", True), ("现代机械", False)]


def test_a_text_without_names():
    assert found("") == found("今天天气好") == []


def test_a_name_that_several_things_bear_brings_them_all():
    hit, = Gazetteer([CITY, COMPANY, BRIDGE], [("临江", BRIDGE)]).find("临江")
    assert set(hit.entries) == {CITY, BRIDGE} and not hit.weak, "strong for one is strong; of another class, the weak one stays a candidate"


def test_of_one_class_the_stronger_bearer_stands_alone():
    hit, = GAZETTEER.find("临江")
    assert hit.entries == GAZETTEER.lookup("临江") == (CITY,), "the county's short name is weak, the city's is not"


def test_lookup_knows_weak_names_and_nothing_else():
    assert GAZETTEER.lookup("现代") == (COMPANY,) and GAZETTEER.is_weak("现代")
    assert not GAZETTEER.is_weak("现代机械") and GAZETTEER.lookup("现代机") == ()


def test_places_above_the_nearest_first():
    assert list(GAZETTEER.above(COUNTY)) == [CITY, PROVINCE]
    assert list(GAZETTEER.above(COUNTY)) == list(GAZETTEER.above(COUNTY)), "asked again it is the same"
    assert list(GAZETTEER.above(PROVINCE)) == list(GAZETTEER.above(OTHER)) == []


def test_a_circle_of_places_ends():
    a, b = Entry("甲", "District", "1", "2", "city", ("甲",)), Entry("乙", "District", "2", "1", "city", ("乙",))
    assert list(Gazetteer([a, b]).above(a)) == [b]


# --- the project's own tables


@pytest.mark.parametrize("name, cls, identifier", [
    ("肇庆", "District", "441200"), ("肇庆市", "District", "441200"), ("崇文区", "District", "former:110101:崇文区"), ("高要市", "District", "441204"), ("苏州工业园区", "Park", "park:苏州工业园区"),
    ("东湖高新区", "Park", None), ("武汉东湖新技术开发区", "Park", None), ("京东方", "Company", "SZ000725"), ("粤港澳大湾区", "District", "region:粤港澳大湾区")])
def test_names_that_are_listed(gazetteer, name, cls, identifier):
    entries = [entry for entry in gazetteer.lookup(name) if entry.cls == cls]
    assert entries
    assert identifier is None or identifier in {entry.identifier for entry in entries}


def test_short_and_full_name_are_one_thing(gazetteer):
    assert gazetteer.lookup("东湖高新区") == gazetteer.lookup("武汉东湖新技术开发区")


@pytest.mark.parametrize("name", ["和平", "新兴", "现代", "南海"])
def test_ordinary_words_are_weak(gazetteer, name):
    assert gazetteer.is_weak(name)


def test_many_districts_bear_one_name(gazetteer):
    assert len({entry.within for entry in gazetteer.lookup("鼓楼区")}) >= 4


def test_industries_come_from_the_ontology(gazetteer, schema):
    listed = {entry.name for entry in gazetteer.entries if entry.cls == "Industry"}
    assert listed >= set(schema.industries)


def test_the_tables_are_all_there(gazetteer):
    counted = {cls: sum(entry.cls == cls for entry in gazetteer.entries) for cls in ("District", "Park", "Company", "Organization")}
    assert counted["District"] > 40_000 and counted["Park"] > 1_900 and counted["Company"] > 4_000 and counted["Organization"] > 700


# --- a user's table


@pytest.fixture
def table(tmp_path, schema):
    """Write a table and read it."""
    def write(data: str | bytes) -> Gazetteer:
        path = tmp_path / "names.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        rows = list(read_table(path, frozenset(schema.entity_classes)))
        return Gazetteer([entry for entry, _ in rows], [(name, entry) for entry, weak in rows for name in weak])
    return write


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("own") / "names.csv"
    path.write_text("name,class,aliases,id\n听涛石,Company,听涛|听涛石股份,own:1\n京东方,Company,京东方科技集团股份有限公司|BOE,own:2\n", encoding="utf-8")
    return path


def test_a_user_adds_names_aliases_and_identifiers(table):
    gazetteer = table("name,class,aliases,id\n星河微纳,Company,星河|星河微纳股份,own:1\n云岭药谷,Park,,\n")
    entry, = gazetteer.lookup("星河微纳股份")
    assert (entry.name, entry.cls, entry.identifier, entry.names) == ("星河微纳", "Company", "own:1", ("星河微纳", "星河", "星河微纳股份"))
    assert gazetteer.lookup("云岭药谷")[0].identifier == ""


def test_a_byte_order_mark_and_spaces_do_no_harm(table):
    assert table("\ufeffname,class\r\n 星河微纳 , Company \r\n").lookup("星河微纳")[0].cls == "Company"


def test_a_user_may_say_that_a_name_is_weak(table):
    assert table("name,class,weak_aliases\n星河微纳,Company,星河\n").is_weak("星河")


def test_a_table_without_rows_adds_nothing(table):
    assert table("name,class\n").entries == ()


def test_the_names_of_a_user_stand_beside_the_project_s(own):
    gazetteer = load(ontology_folder(), own)
    assert gazetteer.lookup("听涛石股份")[0].identifier == "own:1" and gazetteer.lookup("肇庆市")
    made = recognize(language(ontology_folder(), own), document("当天，听涛石落户绵阳高新区。"))
    assert ("听涛石", "Company") in {(m.text, m.cls) for m in made._.mentions}


@pytest.mark.xfail(strict=True, reason="a row that repeats a listed name makes it the name of two things, so that it means neither")
def test_a_row_of_the_user_for_a_listed_name_wins(own):
    reading = Reader(own).read(document("京东方落户绵阳高新区。"))
    assert [entity.identifier for entity in reading.entities if entity.cls == "Company"] == ["own:2"]


@pytest.mark.parametrize("data, complaint", [
    ("class,aliases\nCompany,星河\n", "names.csv:1: the header has no column «name»; columns are name, class,"),
    ("name;class\n星河微纳;Company\n", "names.csv:1: the header has no column «name»"),
    ("", "names.csv:1: the header has no column «name»"),
    ("name,class\n星河微纳,Company\n,Park\n", "names.csv:3: a row has no name"),
    ("name,class\n\n\n星河微纳,Firm\n", "names.csv:4: unknown class 'Firm' of 星河微纳; use one of Company, District,"),
    ("name,class\n星河微纳\n", "names.csv:2: unknown class '' of 星河微纳"),
    ('name,class\n"星河微纳,Company\n', "names.csv: the gazetteer can't be read: unexpected end of data"),
    ("name,class\n星河微纳,Company\n".encode("gb18030"), "names.csv: the gazetteer can't be read: 'utf-8' codec can't decode"),
    wrong("a comma between aliases shifts what follows, and nobody is told", "name,class,aliases\n星河微纳,Company,星河,微纳\n", "names.csv:2: "),
])
def test_an_error_names_file_and_line(table, data, complaint):
    with pytest.raises(GazetteerError) as caught:
        table(data)
    assert complaint in str(caught.value) and "\n" not in str(caught.value)


def test_a_missing_file(tmp_path):
    with pytest.raises(GazetteerError, match="nowhere.csv: the gazetteer can't be read"):
        list(read_table(tmp_path / "nowhere.csv", frozenset()))


def test_rows_may_leave_out_the_class_where_the_table_has_one(tmp_path):
    path = Path(tmp_path) / "districts.csv"
    path.write_text("name,id\n临江市,990100\n", encoding="utf-8")
    (entry, weak), = read_table(path, frozenset(("District",)), "District")
    assert (entry.cls, entry.identifier, weak) == ("District", "990100", ())


@pytest.mark.parametrize("text, name", [("多次亲临河北视察。", "河北"), ("建设更高水平平安吉林。", "吉林"), ("推广西宁经验。", "西宁")])
def test_a_name_that_another_one_hides_stands_where_that_one_cuts_a_word(of_class, text, name):
    assert name in of_class(text, "District")


@pytest.mark.parametrize("text, name", [("佛山西站投用。", "山西"), ("松山湖北站启用。", "湖北")])
def test_a_name_that_begins_in_another_one_and_cuts_it_is_none(of_class, text, name):
    assert name not in of_class(text, "District")
