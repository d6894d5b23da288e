"""What the gazetteer knows of places, as curated statements; former names with their year; IRIs that lead on."""

from __future__ import annotations

from kg.graph import places, retired
from kg.model import Entity
from kg.names import BASE, ONTOLOGY
from kg.recognize.gazetteer import load
from kg.resolve import resolve
from kg.settings import ontology_folder
from kg.tables import Change, read_changes

GAZETTEER = load(ontology_folder())


def lines(*entities: Entity, changes=()) -> list[str]:
    resolution = resolve([("a", list(entities))], gazetteer=GAZETTEER)
    return [str(quad) for quad in (*places.quads(resolution, changes), *retired.quads(resolution))]


def located(lower: str, higher: str) -> str:
    return f"<{BASE}{lower}> <{ONTOLOGY}locatedIn> <{BASE}{higher}> <{BASE}graph/curated>"


def test_a_district_is_in_the_one_above_it_up_to_the_province():
    found = lines(Entity("District", ("高要区", "高要"), (), "441204", "441200"))
    assert located("district/高要区", "district/肇庆市") in found and located("district/肇庆市", "district/广东省") in found
    assert sum("#locatedIn>" in line and "wasDerivedFrom" not in line and "predicate" not in line for line in found) == 2
    assert sum("wasDerivedFrom" in line for line in found) == 2
    assert not any("#evidence>" in line or "mentionedIn" in line for line in found)


def test_a_listed_park_is_in_its_district():
    found = lines(Entity("Park", ("肇庆高新技术产业开发区",), (), "park:肇庆高新区", "441200"))
    assert located("park/肇庆高新技术产业开发区", "district/肇庆市") in found


def test_a_renamed_division_is_one_node_and_its_former_name_leads_to_it_with_the_year():
    changes = [Change("renamed", "441204", "高要市", "2015", "公告", "2026-11-28")]
    found = "\n".join(lines(Entity("District", ("高要区",), (), "441204", "441200"), changes=changes))
    assert f"<{BASE}district/高要市> <http://purl.org/dc/terms/isReplacedBy> <{BASE}district/高要区>" in found
    assert f'<{BASE}district/高要市> <{ONTOLOGY}until> "2015"' in found


def test_a_division_that_became_part_of_another_is_a_node_of_its_own():
    former, now = Entity("District", ("崇文区",), (), "former:110101:崇文区", "110000"), Entity("District", ("东城区",), (), "110101", "110000")
    changes = read_changes(ontology_folder() / "curated" / "divisions.tsv")
    resolution = resolve([("a", [former, now])], gazetteer=GAZETTEER)
    assert resolution.node("a", former) != resolution.node("a", now)
    found = "\n".join(lines(former, now, changes=changes))
    assert f"<{BASE}district/崇文区> <http://purl.org/dc/terms/isReplacedBy> <{BASE}district/东城区>" in found
    assert f'<{BASE}district/崇文区> <{ONTOLOGY}until> "2010"' in found


def test_no_places_say_nothing():
    assert lines(Entity("Company", ("湛朗科技",), ())) == []
