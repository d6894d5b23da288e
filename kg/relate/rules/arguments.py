"""Takes a sentence in its setting, gives what the rules may take for their arguments; takes a fact that a rule read, gives the entities behind
its arguments: names, nouns and pronouns that stand for one, the topic's place, what the text is about.
"""

from __future__ import annotations

import re

from kg.relate.collector import Key
from kg.relate.focus.subjects import only_describes
from kg.relate.rules import FOCUS, TOPIC, Fact, Name
from kg.relate.setting import Setting

_IN_FOCUS = frozenset(("Company", "Project", "Park", "Organization"))
_MOVES_IN = re.compile("[入进]驻|[入进]园")
# ends some industries' names and stands behind others: rules read 汽配产业 as they read 汽配 and 产业
_KIND_OF_INDUSTRY = re.compile("(?<=..)(?:产业链|产业|行业)$")
_OTHER_OFFICE = re.compile("、(?=党工委|管委会|政府|人大|政协)")  # whose title follows is another one's


def names(setting: Setting) -> list[Name]:
    """The sentence's names, and nouns and pronouns that stand for one (项目选址…, 公司主营…, 为它配套)."""
    sentence = setting.sentence
    starts = {m.start: m.cls for m in sentence.mentions}
    found: list[Name] = []
    whole: int | None = None  # where a chain of places begins: 福建省宁德市, 博白县龙潭产业园区; the nearest one is meant
    for m in sentence.mentions:
        if m.cls == "District" and starts.get(m.end) in ("Park", "District"):
            whole = m.start if whole is None else whole
            continue
        kind = _KIND_OF_INDUSTRY.search(sentence.text, m.start, m.end) if m.cls == "Industry" else None
        found.append(Name(m.start if whole is None else whole, kind.start() if kind is not None else m.end, m.cls, m.text))
        whole = None
    for start, end, owner in setting.stand_ins:
        if not any(n.start < end and start < n.end for n in found):
            found.append(Name(start, end, *owner))
    return sorted(found, key=lambda n: n.start)


def entity_of(setting: Setting, end: Name | str, fact: Fact) -> Key | None:
    """The entity behind a rule's argument, the topic's place, or what the text is about here."""
    if isinstance(end, Name):
        return setting.coreference.key(end.cls, end.text)
    if end == TOPIC:
        other = fact.subject if isinstance(fact.subject, Name) else None
        park = _moved_into(setting, fact)
        if park is not None:
            return setting.coreference.key(*park)
        supported = other is not None and fact.predicate == "locatedIn" and setting.is_only_supported(other)
        area = setting.news.whereabouts.at(fact.start) if not supported else None
        if area is not None and other is not None and setting.coreference.key(*area) == setting.coreference.key(other.cls, other.text):
            area = None  # 建设甲园。: not in itself
        place = area or (setting.news.event if not setting.news.own_text else None) or setting.topic.place
        return setting.coreference.key(*place) if place else None
    return _focus_of(setting, fact)


def _moved_into(setting: Setting, fact: Fact) -> tuple[str, str] | None:
    """The park of which a paragraph of news tells, where companies are said to move in (先后入驻): the last in front."""
    if setting.news.own_text or fact.predicate != "locatedIn" or not _MOVES_IN.search(setting.sentence.text, fact.start, fact.end):
        return None
    parks = [m for m in setting.sentence.mentions_between(setting.sentence.start, fact.start) if m.cls in ("Park", "District")]
    if parks:
        return (parks[-1].cls, parks[-1].text) if parks[-1].cls == "Park" else None
    return setting.focus.park_of_the_paragraph()


def _focus_of(setting: Setting, fact: Fact) -> Key | None:
    """What the text is about here, of a class that the relation allows: the first in front in the sentence, the one in focus, the
    company that a project in focus bears in its name, the last named."""
    schema, other = setting.schema, fact.object if fact.subject == FOCUS else fact.subject

    def fits(cls: str) -> bool:
        if fact.predicate == "holdsPositionIn" and cls in ("Park", "District"):
            return False  # 公司董事长: of a company, though the text goes on about its park
        if fact.predicate == "develops" and fact.subject == FOCUS and cls in ("Park", "District"):
            return False  # 甲公司与乙经开区签约，投资5亿元建设…: who invests is none of the places named
        if not isinstance(other, Name):
            return True
        pair = (cls, other.cls) if fact.subject == FOCUS else (other.cls, cls)
        return schema.allows(pair[0], fact.predicate, pair[1])

    sentence, focus = setting.sentence, setting.focus
    named = max((m.end for m in sentence.mentions_between(sentence.start, fact.start) if fits(m.cls)), default=sentence.start)
    meant = [
        owner
        for start, end, owner in setting.stand_ins
        if named <= start and end <= fact.start and owner[0] in ("Project", "Company") and fits(owner[0])
    ]
    if meant:  # 甲公司宣布投建乙项目，该项目…，已被列为…: what the words before speak of; of phases the last
        return setting.coreference.key(*(meant[-1] if focus.phases.whole(meant[-1]) is not None else meant[0]))
    first = next((m for m in sentence.mentions_between(sentence.start, fact.start) if m.cls in _IN_FOCUS and fits(m.cls)), None)
    for _, end, owner in setting.stand_ins:
        if first is not None and end <= first.start and owner[0] == first.cls == "Company":
            return setting.coreference.key(*owner)  # 该公司以乙公司的丙烯为原料，生产…: it opens the sentence
    clause = sentence.clause_at(fact.start)[0] if fact.start > sentence.start else sentence.start
    before = sentence.mentions_between(sentence.start, max(clause, fact.start))
    if before and before[-1].cls == "Project" and not fits("Project") and fits("Company") and not any(m.cls == "Company" for m in before):
        builder = next((m for m in sentence.within.get((before[-1].start, before[-1].end), ()) if m.cls == "Company"), None)
        return setting.key(builder) if builder is not None else None  # 甲公司乙工厂首台电机下线，产品供给…: nobody's of whom the text spoke before
    for mention in sentence.mentions_between(sentence.start, fact.start):
        if mention.cls in _IN_FOCUS and fits(mention.cls) and not only_describes(sentence, mention):
            return setting.key(mention)
    if focus.current is not None and fits(focus.current[0]):
        return setting.coreference.key(*focus.current)
    if focus.current is not None and focus.current[0] == "Project" and fits("Company"):
        company = focus.company_of(focus.current[1])
        return setting.coreference.key(*company) if company is not None else None
    last = focus.last("Company") if fits("Company") and not fits("Project") else None
    return setting.coreference.key(*last) if last is not None else None


def role(text: str, fact: Fact) -> str | None:
    """The title between an organization and a person (党工委书记江泽全), behind the organization if the person comes first (江泽全任党工委书记), in
    front of the person if the organization is not named; None if the person is not."""
    person, body = fact.subject, fact.object
    if not isinstance(person, Name):
        return None
    if not isinstance(body, Name):
        return text[fact.start : person.start].strip("，”：") or None
    first, last = sorted((person, body), key=lambda n: n.start)
    between = text[last.end : fact.end] if first.cls == "Person" else text[first.end : last.start].strip("、，为是的").rpartition("，")[2]
    return _OTHER_OFFICE.split(between)[0].strip("、，为是的") or None
