"""A short document, and readings of it made by hand."""

from __future__ import annotations

import hashlib
from array import array
from decimal import Decimal

from kg.model import Document, Entity, Evidence, Milestone, Observation, Reading, Relation

TEXT = ("肇庆高新区全年完成产值300亿元，同比增长20.50%。小鹏汽车在肇庆高新区投产，新能源汽车是主导产业。"
        "张三任管委会主任。小鹏汽车与宁德时代签约。二期力争明年落户肇庆市。")


def quote(exact: str, rule: str = "made.rule", text: str = TEXT) -> tuple[Evidence, ...]:
    start = text.index(exact)
    return (Evidence(start, start + len(exact), exact, rule),)


def document(identifier: str = "a.txt", text: str = TEXT, *, title: str | None = "高新区一年", issued: str | None = "2023-01-16",
             source: str | None = "https://example.org/a", publisher: str | None = "某报") -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(identifier, text, digest, title, issued, source, publisher, text, array("L", range(len(text))), ())


ENTITIES = (
    Entity("Park", ("肇庆高新区",), quote("肇庆高新区")),
    Entity("Company", ("小鹏汽车", "小鹏"), quote("小鹏汽车")),
    Entity("Company", ("宁德时代",), quote("宁德时代"), "SZ300750"),
    Entity("Person", ("张三",), quote("张三")),
    Entity("Organization", ("肇庆高新区管委会",), quote("管委会")),
    Entity("Industry", ("新能源汽车",), quote("新能源汽车")),
    Entity("Project", ("小鹏汽车二期",), quote("二期")),
    Entity("District", ("肇庆市", "肇庆"), quote("肇庆市"), "441200"),
)
PARK, XPENG, CATL, PERSON, COMMITTEE, INDUSTRY, PROJECT, CITY = range(len(ENTITIES))


def relations(confidence: str = "0.9") -> tuple[Relation, ...]:
    sure = Decimal(confidence)
    return (
        Relation(XPENG, "locatedIn", PARK, "Actual", sure, quote("小鹏汽车在肇庆高新区投产")),
        Relation(PARK, "inIndustry", INDUSTRY, "Actual", sure, quote("新能源汽车是主导产业")),
        Relation(PERSON, "holdsPositionIn", COMMITTEE, "Actual", sure, quote("张三任管委会主任"), "主任"),
        Relation(XPENG, "cooperatesWith", CATL, "Actual", sure, quote("小鹏汽车与宁德时代签约")),
        Relation(PROJECT, "locatedIn", CITY, "Target", sure, quote("二期力争明年落户肇庆市")),
    )


OBSERVATIONS = (
    Observation(PARK, "outputValue", "Level", Decimal("3.00E+10"), "CNY", "300亿元", "Exact", "2022", "Actual", quote("产值300亿元")),
    Observation(PARK, "outputValue", "Growth", Decimal("20.50"), "percent", "20.50%", "Exact", "2022", "Actual", quote("同比增长20.50%")),
    Observation(XPENG, "车型数", "Level", Decimal(3), "count", "三款", "AtLeast", None, "Planned", quote("投产"), "款"),
)
MILESTONES = (
    Milestone(XPENG, "Operational", "2022-05", "Actual", quote("投产")),
    Milestone(PROJECT, "Planned", None, "Target", quote("二期力争明年落户")),
)


def reading(identifier: str = "a.txt", confidence: str = "0.9") -> Reading:
    return Reading(identifier, ENTITIES, relations(confidence), OBSERVATIONS, MILESTONES)
