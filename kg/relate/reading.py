"""The whole reading of one document: recognise, follow the topic, relate, collect."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from kg.model import Document, Mention, Reading
from kg.recognize.language import gazetteer_of, language, recognize
from kg.recognize.sources import SOURCES
from kg.relate.area import Area, Place, event_place
from kg.relate.chains import drawn_chains
from kg.relate.collector import Collector, Key
from kg.relate.composition import compositions, heads_of_places, heads_of_the_text_s_place
from kg.relate.confidence import confidences
from kg.relate.entities import Coreference
from kg.relate.events import Events
from kg.relate.fields import Fields
from kg.relate.figures import IndicatorIndex, figures
from kg.relate.focus import Focus, Owner, place_names
from kg.relate.lexicon import any_of
from kg.relate.listings import Listings
from kg.relate.milestones import StageVerbs, milestones
from kg.relate.own_report import headline_park, industry_is_here, is_called_project, things_here, things_in_the_news
from kg.relate.pattern import FOCUS, TOPIC, Fact, Name, load
from kg.relate.topic import Topic, Tracker
from kg.relate.truth import denied, modality
from kg.relate.view import Sentence, views
from kg.schema import load_schema
from kg.settings import ontology_folder
from kg.tables import read_not_entities

_IN_FOCUS = frozenset(("Company", "Project", "Park", "Organization"))
_ASPIRED = re.compile(any_of("truth", "aspirations") + "[^，。；、]{0,4}$")
_GIVEN = re.compile(any_of("rules", "given"))
_OWN = re.compile(any_of("rules", "adverbs") + "|" + any_of("rules", "own"))
_BY_THE_STATE = re.compile(any_of("rules", "by-the-state"))
# offices of a place above the one that a text speaks for: 省发改委 in a city, 市农业农村局 in a park
_OFFICE_ENDS = "[^级]{0,16}(?:厅|局|委|委员会|办|部|政府|人大|政协|联合会|工商联)$"
_OF_ABOVE = re.compile(f"(?:省|自治区|国家|全国|中央){_OFFICE_ENDS}")
_OF_ABOVE_A_PARK = re.compile(f"(?:省|自治区|国家|全国|中央|市){_OFFICE_ENDS}")
# in front of what a clause connects to, or says that its subject is: 并通过甲高速公路, 是建设乙枢纽的基础
_ONLY_NAMED = re.compile(
    "(?:通过|连通|连接|接入|进入|融入|对接|毗邻|紧邻|靠近)[^，。；、]{0,6}$|^(?:也|既|还|正)?是(?:[^，。；、]{0,6}建设[^，。；、]{0,6}$)"
)
_LINE = re.compile("[号条]线|铁路|公路|高速|轨道|大道")
_EQUIPMENT = re.compile("(?:(?:、[^，。；、]{2,16})*等)?(?:装置|设备|设施)")
_CALLED_INDUSTRY = re.compile(
    "(?:制造|装备)?(?:产业链|产业集群|全产业链|产业|集群|链条|板块|制造业)(?!园|大会|基金|协会|联盟|论坛|研究院|技术|基地|专班|人才|示范|企业|公司|项目)"
)
_DESIGNATIONS = frozenset(("programme.designation", "programme.national"))
_OTHER_OFFICE = re.compile("、(?=党工委|管委会|政府|人大|政协)")  # whose title follows is another one's


class Reader:
    """Reads documents into facts; built once, used for many.

    :param gazetteer: a user's own table of names
    :param rules: a user's own files of rules, beside the project's
    :param ner: a recogniser beside the rules, see :func:`kg.recognize.language.language`
    :param sources: the sources of names that are switched on, see :mod:`kg.recognize.sources`
    :param not_entities: further names that are no entity, each with its class: nothing is read of them
    """

    def __init__(
        self,
        gazetteer: Path | None = None,
        rules: tuple[Path, ...] = (),
        ontology: Path | None = None,
        *,
        ner: str | None = None,
        sources: Collection[str] = tuple(SOURCES),
        not_entities: Collection[tuple[str, str]] = (),
    ):
        folder = ontology or ontology_folder()
        self.schema = load_schema(folder)
        self.gazetteer = gazetteer_of(folder, gazetteer)
        self.language = language(folder, gazetteer, ner=ner, sources=sources)
        self._indicators = IndicatorIndex(self.schema)
        self._verbs = StageVerbs(self.schema)
        self._rules = load(self.schema, *rules)
        self._confidence = confidences()
        self._not_entities = read_not_entities(folder / "curated" / "not_entity.tsv", self.schema.entity_classes) | frozenset(not_entities)

    def read(self, document: Document) -> Reading:
        """Read one document.

        :returns: what it says, every fact with original offsets
        """
        doc = recognize(self.language, document)
        sentences = list(views(doc))
        home = doc._.home
        coreference = Coreference(doc._.mentions, home, self.gazetteer, document.clean)
        collector = Collector(document, coreference, self.schema, self._not_entities)
        tracker = Tracker(document, home, sentences)
        focus = Focus(home, tracker.own_text, sentences, place_names(home, self.gazetteer))
        area = Area(home, coreference, self.gazetteer)
        news_park = None if tracker.own_text else headline_park(sentences)
        if not tracker.own_text:
            area.open(sentences, tracker.home_place)
        event = None if tracker.own_text else event_place(sentences, area, tracker.home_place)
        events, listings, fields = Events(not tracker.report, self._verbs.by_word), Listings(self._verbs), Fields()
        news = News(area, news_park, event, tracker.own_text, tracker.report, listings, fields)
        for sentence in sentences:
            topic = events.follow(sentence, tracker.follow(sentence))
            focus.enter(sentence)
            stand_ins = tuple(focus.stand_ins(sentence))  # before its milestones and figures move the focus on
            area.enter(sentence, stand_ins)
            _Sentence(self, sentence, topic, focus, stand_ins, coreference, collector, news).relate()
        self._phases(coreference, collector, sentences)
        self._marks(coreference, collector, sentences)
        return collector.reading(self._confidence)

    @staticmethod
    def _marks(coreference: Coreference, collector: Collector, sentences: list[Sentence]) -> None:
        """A project or park that bears the mark of a company of the document is developed by it."""
        for sentence in sentences:
            for mention in sentence.mentions:
                company = coreference.company_borne(mention.cls, mention.text)
                if company is not None:
                    span = sentence.clause_at(mention.start)
                    collector.relation(company, "develops", coreference.key(mention.cls, mention.text), "Actual", span, "composition.mark")

    @staticmethod
    def _phases(coreference: Coreference, collector: Collector, sentences: list[Sentence]) -> None:
        """A phase is part of the project that bears the name without it, if the document names that one too."""
        named = {m.text for s in sentences for m in s.mentions if m.cls == "Project"}
        for sentence in sentences:
            for mention in sentence.mentions:
                whole = coreference.whole_of(mention.text) if mention.cls == "Project" else mention.text
                if whole != mention.text and whole in named:
                    span = sentence.clause_at(mention.start)
                    collector.relation(
                        coreference.key("Project", mention.text),
                        "partOf",
                        coreference.key("Project", whole),
                        "Actual",
                        span,
                        "composition.phase",
                    )


@dataclass(frozen=True, slots=True)
class News:
    """Where what a text tells of is."""

    area: Area  # clause by clause
    park: str | None  # of which it is news
    event: Place | None  # in which it tells of the beginning of many projects
    own_text: bool  # whether it is a place's own text
    report: bool  # whether it is no news, but a report of a year's work
    listings: Listings  # of projects under one head
    fields: Fields  # whose companies are counted


class _Sentence:
    """One sentence on its way into the collector."""

    def __init__(
        self,
        reader: Reader,
        sentence: Sentence,
        topic: Topic,
        focus: Focus,
        stand_ins: tuple[tuple[int, int, Owner], ...],
        coreference: Coreference,
        collector: Collector,
        news: News,
    ):
        self.reader, self.sentence, self.topic, self.focus, self.stand_ins = reader, sentence, topic, focus, stand_ins
        self.coreference, self.collector, self.news = coreference, collector, news

    def key(self, mention: Mention) -> Key:
        return self.coreference.key(mention.cls, mention.text)

    def span(self, *mentions: Mention) -> tuple[int, int]:
        """From the clause of the first name to the clause of the last."""
        first = self.sentence.clause_at(min(m.start for m in mentions))
        last = self.sentence.clause_at(max(m.end for m in mentions) - 1)
        return first[0], last[1]

    def _is_origin(self, project: Mention, place: Mention) -> bool:
        """Whether a city in front of a company in a project's name is where the company is from: 深圳巴斯巴产业园项目 in a text of 佛山."""
        if project.cls != "Project" or self.topic.place is None or not self.news.own_text:
            return False
        parts = self.sentence.within.get((project.start, project.end), ())
        if not any(part.cls == "Company" and part.start == place.end for part in parts):
            return False
        entry = self.coreference.entry(self.key(place))
        return entry is not None and entry.level in ("province", "city") and not self.coreference.is_here(entry)

    def _place_borne(self, thing: Mention, place: Mention) -> Mention | None:
        """The place in a name that is meant: the last one, unless it is only called like a place of elsewhere: the 京口 of 大田县京口工业园 is not in
        大田县, the 南川 of a park in Xining not the county of Chongqing."""
        entry = self.coreference.entry(self.key(place))
        if entry is None or entry.cls != "District" or entry.level not in ("county", "town") or place.text == entry.name:
            return place
        above = self.reader.gazetteer.above(entry)
        parts = self.sentence.within.get((thing.start, thing.end), ())
        for front in reversed([part for part in parts if part.cls == "District" and part.end == place.start]):
            around = self.coreference.entry(self.key(front))
            if around is not None and around not in above:
                return front
        homonym = self.coreference.home_chain and thing.cls == "Park" and place.start == thing.start and not self.coreference.is_here(entry)
        return None if homonym and self.coreference.entry(self.key(thing)) is None else place

    def _may_hold(self, place: Mention, inner: Mention) -> bool:
        """Whether a district or park may lie in the place in front of it: 贵阳贵安 are two, and a listed park of elsewhere only lends its name
        (贵安苏州工业园). Other things may be anywhere."""
        if inner.cls not in ("District", "Park"):
            return True
        within, around = self.coreference.entry(self.key(inner)), self.coreference.entry(self.key(place))
        above = self.reader.gazetteer.above
        if inner.cls == "District" and within is None and around is not None:
            if inner.text[-1] not in "省市区县旗镇乡道村":
                return False
            return any(e.cls == "District" and around in above(e) for e in self.reader.gazetteer.lookup(inner.text))  # 大湾镇 is in many counties
        if inner.cls == "District":
            return within is not None and around is not None and around in above(within)
        if within is None or around is None or not (within.within and around.within):
            return True
        if place.cls == "District":
            return around.identifier == within.within or around in above(within) or within.within in (e.identifier for e in above(around))
        return around.within in (within.within, *(e.identifier for e in above(within))) or within.within in (e.identifier for e in above(around))

    def _place_in_front(self, mention: Mention) -> Key | None:
        """The park or district that an adverbial in front names: 在肇庆新区，希音动工."""
        text = self.sentence.text
        for place in reversed(self.sentence.mentions):
            if (
                place.end <= mention.start
                and place.cls in ("Park", "District")
                and text[place.start - 1 : place.start] == "在"
                and text[place.end : place.end + 1] in "，内里"
            ):
                return self.key(place)
        return None

    def relate(self) -> None:
        """Read all that the sentence says."""
        for company, industry in self.news.fields.members(self.sentence):
            self.collector.relation(self.key(company), "inIndustry", self.key(industry), "Actual", self.span(company), "field.counted")
        if self.sentence.mentions:
            self._relations()
        elif self.stand_ins:
            self._patterns({})  # nouns and pronouns stand for names
        self._stages_and_figures()

    def _relations(self) -> None:
        """What its names, the rules and the topic say of how things are related."""
        sentence = self.sentence
        for mention in (*sentence.mentions, *sentence.parts):
            self.collector.mention(self.key(mention), mention.start, mention.end, mention.rule)
        located: dict[int, Key | None] = {}
        for subject, predicate, object_, rule in compositions(sentence):
            if predicate == "locatedIn":
                object_ = self._place_borne(subject, object_)
                if object_ is None or self._is_origin(subject, object_) or not self._may_hold(object_, subject):
                    continue
            self.collector.relation(self.key(subject), predicate, self.key(object_), "Actual", self.span(subject, object_), rule)
            place = self.coreference.entry(self.key(object_))
            if predicate == "locatedIn" and (place is None or place.level != "region"):
                # 大湾区…中心 may be here all the same; a bracket says where a thing is
                located[subject.end] = self.key(object_) if rule != "composition.bracketed-place" else None
        for person, place, title in heads_of_places(sentence):
            self.collector.relation(
                self.key(person), "holdsPositionIn", self.key(place), "Actual", self.span(person, place), "composition.head-of-the-place", title
            )
        for person, level, title in heads_of_the_text_s_place(sentence):
            place = self.focus.place_of(level)
            if place is not None:
                rule = "composition.head-of-the-text-s-place"
                self.collector.relation(self.key(person), "holdsPositionIn", self.coreference.key(*place), "Actual", self.span(person), rule, title)
        for up, down in drawn_chains(sentence):
            self.collector.relation(self.key(up), "upstreamOf", self.key(down), "Actual", self.span(up, down), "chain.drawn")
        designated = self._patterns(located)
        self._in_the_topic_place(located, designated)

    def _stages_and_figures(self) -> None:
        sentence = self.sentence
        listed = () if self.news.report else tuple(self.news.listings.read(sentence, self.topic))
        begun = {stage.owner for stage in listed}
        told = milestones(sentence, self.topic, self.focus, self.reader._verbs)
        for stage in (*listed, *(s for s in told if s.owner not in begun or s.stage != "Construction")):  # 落地建设 of what a list says to be begun
            self.collector.milestone(
                self.coreference.key(*stage.owner), stage.stage, stage.date, stage.modality, (stage.start, stage.end), stage.rule
            )
        for figure in figures(sentence, self.topic, self.focus, self.reader._indicators, None if self.news.report else self.news.area):
            self.collector.observation(self.coreference.key(*figure.owner), figure)

    def _patterns(self, located: dict[int, Key | None]) -> set[int]:
        """What the hand-written rules read; gives the offsets of programmes that found their bearer.

        :param located: the ends of the names that are somewhere, with the place that they bear; gets those that are said to be somewhere
        """
        sentence = self.sentence
        designated: set[int] = set()
        for fact in self.reader._rules.facts(sentence.text, sentence.start, sentence.end, self._names()):
            keys = [self._key_of(end, fact) for end in (fact.subject, fact.object)]
            if None in keys or fact.object == TOPIC and isinstance(fact.subject, Name) and fact.subject.end in located:
                continue  # what bears or is said to be in another place is not in the text's
            clause_start, _ = sentence.clause_at(fact.start)
            last_start, end = sentence.clause_at(max(fact.start, fact.end - 1))
            said = sentence.text[fact.start : fact.end]
            rest = sentence.text[clause_start : sentence.end]
            if denied(said[:-1], rest) or denied(sentence.text[clause_start : fact.start], rest):
                continue
            truth = fact.modality or modality(sentence.text[last_start : fact.end], False)
            role = _role(sentence.text, fact) if fact.predicate == "holdsPositionIn" else None
            self.collector.relation(keys[0], fact.predicate, keys[1], truth, (clause_start, end), fact.rule, role)
            if fact.predicate == "designatedAs" and isinstance(fact.object, Name):
                designated.add(fact.object.start)
            if fact.predicate == "locatedIn" and isinstance(fact.subject, Name):
                located[fact.subject.end] = None
        return designated

    def _names(self) -> list[Name]:
        """The sentence's names, and nouns and pronouns that stand for one (项目选址…, 公司主营…, 为它配套)."""
        sentence = self.sentence
        starts = {m.start: m.cls for m in sentence.mentions}
        names: list[Name] = []
        whole: int | None = None  # where a chain of places begins: 福建省宁德市, 博白县龙潭产业园区; the nearest one is meant
        for m in sentence.mentions:
            if m.cls == "District" and starts.get(m.end) in ("Park", "District"):
                whole = m.start if whole is None else whole
                continue
            names.append(Name(m.start if whole is None else whole, m.end, m.cls, m.text))
            whole = None
        for start, end, owner in self.stand_ins:
            if not any(n.start < end and start < n.end for n in names):
                names.append(Name(start, end, *owner))
        return sorted(names, key=lambda n: n.start)

    def _key_of(self, end: Name | str, fact: Fact) -> Key | None:
        """The entity behind a rule's argument, the topic's place, or what the text is about here."""
        if isinstance(end, Name):
            return self.coreference.key(end.cls, end.text)
        if end == TOPIC:
            place = self.topic.place
            if not self.news.report:
                place = self.news.area.at(fact.start) or (self.news.event if not self.news.own_text else None) or place
            return self.coreference.key(*place) if place else None
        return self._focus_of(fact)

    def _focus_of(self, fact: Fact) -> Key | None:
        """What the text is about here, of a class that the relation allows: the first in front in the sentence, the one in focus, the
        company that a project in focus bears in its name, the last named."""
        schema, other = self.reader.schema, fact.object if fact.subject == FOCUS else fact.subject

        def fits(cls: str) -> bool:
            if not isinstance(other, Name):
                return True
            pair = (cls, other.cls) if fact.subject == FOCUS else (other.cls, cls)
            return schema.allows(pair[0], fact.predicate, pair[1])

        sentence, focus = self.sentence, self.focus
        named = max((m.end for m in sentence.mentions_between(sentence.start, fact.start) if fits(m.cls)), default=sentence.start)
        for start, end, owner in self.stand_ins:
            if named <= start and end <= fact.start and owner[0] in ("Project", "Company") and fits(owner[0]):
                return self.coreference.key(*owner)  # 甲公司宣布投建乙项目，该项目…，已被列为…: what the words before speak of
        for mention in sentence.mentions_between(sentence.start, fact.start):
            if mention.cls in _IN_FOCUS and fits(mention.cls):
                return self.key(mention)
        if focus.current is not None and fits(focus.current[0]):
            return self.coreference.key(*focus.current)
        if focus.current is not None and focus.current[0] == "Project" and fits("Company"):
            company = focus.company_of(focus.current[1])
            return self.coreference.key(*company) if company is not None else None
        last = focus.last("Company") if fits("Company") and not fits("Project") else None
        return self.coreference.key(*last) if last is not None else None

    def _in_the_park_of_the_news(self, located: dict[int, Key | None]) -> None:
        """News of a park tells of what is in it."""
        if self.news.park is None:
            return
        park = self.coreference.key("Park", self.news.park)
        for mention in things_in_the_news(self.sentence, self.coreference, self.reader.gazetteer):
            if mention.end not in located:
                self.collector.relation(self.key(mention), "locatedIn", park, "Actual", self.span(mention), "topic.news-of-a-park")

    def _in_the_place_of_the_event(self, located: dict[int, Key | None]) -> None:
        """The projects whose beginning a piece of news tells of are where it tells of it."""
        if self.news.event is None:
            return
        for mention in things_here(self.sentence, False, self.coreference, self.reader.gazetteer):
            place = self._place_in_front(mention) or self._area(mention) or self.coreference.key(*self.news.event)
            front = self.sentence.text[self.sentence.clause_at(mention.start)[0] : mention.start]
            if _EQUIPMENT.match(self.sentence.text, mention.end) or _ONLY_NAMED.search(front):
                continue  # 建设15万吨气分单元等装置: what a project is made of
            if self._is_begun(mention) and self.key(mention) != place and not self._is_elsewhere(mention, place, located):
                self.collector.relation(self.key(mention), "locatedIn", place, "Actual", self.span(mention), "topic.event")

    def _in_the_area(self, located: dict[int, Key | None]) -> None:
        """The companies and projects that a clause of news tells of are in the district or park that it is about."""
        home = self.coreference.key(*self.topic.place) if self.topic.place is not None else None
        for mention in things_in_the_news(self.sentence, self.coreference, self.reader.gazetteer):
            area = self._area(mention)
            if mention.cls == "Company" and self.news.area.is_assumed(mention.start):
                continue  # a parent or partner may be anywhere
            if _ONLY_NAMED.search(self.sentence.text[self.sentence.clause_at(mention.start)[0] : mention.start]):
                continue
            near = area is not None and (area != home or self.news.area.is_named(mention.start))
            if near and self.key(mention) != area and not self._is_elsewhere(mention, area, located):
                self.collector.relation(self.key(mention), "locatedIn", area, "Actual", self.span(mention), "topic.area")

    def _industries_of_the_area(self) -> None:
        """What a clause of news calls an industry, chain or cluster is one of the place that its sentence is about."""
        for mention in self.sentence.mentions:
            area = self._area(mention) if mention.cls == "Industry" and self.news.area.is_named(mention.start) else None
            if area is not None and (mention.rule == "industry.segment" or _CALLED_INDUSTRY.match(self.sentence.text, mention.end)):
                whose = self._place_of_industry(mention)
                if whose is not None and self.key(whose) != area:
                    continue  # 在于抓住了甲市新材料产业发展的机遇: not the park's that is spoken of
                self.collector.relation(area, "inIndustry", self.key(mention), "Actual", self.span(mention), "topic.area-industry")

    def _place_of_industry(self, industry: Mention) -> Mention | None:
        """The place just in front of an industry: 顺德机器人产业."""
        return next((m for m in self.sentence.mentions if m.end == industry.start and m.cls in ("District", "Park")), None)

    def _is_elsewhere(self, mention: Mention, place: Key, located: dict[int, Key | None]) -> bool:
        """Whether a name is said to be somewhere, or bears another place than one around the place in question (苏州…项目 may be in 苏州科技城)."""
        if mention.end not in located:
            return any(p.cls == "Park" and p.start == mention.start for p in self.sentence.within.get((mention.start, mention.end), ()))
        if mention.cls == place[0] == "Park" or _LINE.search(mention.text):
            return True  # a zone of the same city, what crosses it
        borne, near = located[mention.end], self.coreference.entry(place)
        around = self.coreference.entry(borne) if borne is not None else None
        return around is None or near is None or around not in self.reader.gazetteer.above(near)

    def _is_begun(self, mention: Mention) -> bool:
        """Whether a thing may be what begins in an event: a project, a company in a list of projects, a park that is listed nowhere."""
        if mention.cls == "Park":
            front = self.sentence.text[self.sentence.clause_at(mention.start)[0] : mention.start]
            return self.coreference.entry(self.key(mention)) is None and not any(word in front for word in ("打造", "建成", "是"))
        return mention.cls == "Project" or mention.cls == "Company" and mention.rule == "list.project"

    def _area(self, mention: Mention) -> Key | None:
        """The place nearer than the text's own that the words around a name tell of."""
        area = self.news.area.at(mention.start) if not self.news.report else None
        if area is None or area[0] == mention.cls == "Park" and not is_called_project(self.sentence, mention):
            return None
        return self.coreference.key(*area)

    def _is_a_province(self, place: Key) -> bool:
        entry = self.coreference.entry(place)
        return entry is not None and entry.level == "province"

    def _is_a_region(self, place: Key) -> bool:
        entry = self.coreference.entry(place)
        return entry is not None and entry.level == "region"

    def _in_the_topic_place(self, located: dict[int, Key | None], designated: set[int]) -> None:
        """In a place's own report, what it builds, supports or hosts is in it."""
        if not self.news.own_text:
            self._in_the_place_of_the_event(located)
            self._in_the_area(located)
            self._industries_of_the_area()
            self._in_the_park_of_the_news(located)
            return
        if self.topic.place is None:
            return
        place = self.coreference.key(*self.topic.place)
        rule = "topic.own-report" if self.news.report else "topic.news-of-a-place"
        above = _OF_ABOVE_A_PARK if place[0] == "Park" else _OF_ABOVE
        for mention in things_here(self.sentence, self.topic.forward, self.coreference, self.reader.gazetteer):
            if mention.cls == "Organization" and above.match(mention.text) and not self._is_a_province(place):
                continue
            around = self.news.area.at(mention.start) if mention.cls == "Park" and not self.news.report else None
            itself = around is not None and self.coreference.key(*around) == self.key(mention)
            if around is not None and around[0] == "Park" and not itself and self.coreference.key(*around) != place and mention.end not in located:
                continue  # in that park if anywhere
            near = self._place_in_front(mention) or self._area(mention) or place
            if not self._is_elsewhere(mention, near, located) and self.key(mention) not in (place, near):
                self.collector.relation(self.key(mention), "locatedIn", near, "Actual", self.span(mention), rule)
        for mention in self.sentence.mentions:
            span = self.span(mention)
            if mention.cls == "Industry" and industry_is_here(self.sentence, mention):
                whose = self._place_of_industry(mention)
                if whose is not None and self._is_a_region(self.key(whose)):
                    continue  # 长三角地区高端装备企业: whom a place wants
                owner = self.key(whose) if whose is not None else self._area(mention) or place  # 顺德机器人产业
                self.collector.relation(owner, "inIndustry", self.key(mention), "Actual", span, "topic.industry")
            elif mention.cls == "Programme" and mention.rule in _DESIGNATIONS and mention.start not in designated:
                front = self.sentence.text[span[0] : mention.start]
                given = _GIVEN.search(front) is not None
                if (
                    _given_to_another(front)
                    or not given
                    and not (_BY_THE_STATE.match(mention.text) and (mention.rule != "programme.national" or _ASPIRED.search(front)))
                ):
                    continue  # 3家企业入选X: not the place; 开展…试点: carried out, given by nobody
                truth = "Target" if _ASPIRED.search(front) else "Actual"
                self.collector.relation(self._area(mention) or place, "designatedAs", self.key(mention), truth, span, "topic.designation")


def _given_to_another(front: str) -> bool:
    """Whether something else than the place of the text stands in front of the verb that gives a designation.

    :param front: the clause up to the designation
    """
    verb = _GIVEN.search(front)
    return verb is not None and _OWN.sub("", front[: verb.start()]).strip(" \n") != ""


def _role(text: str, fact: Fact) -> str | None:
    """The title between an organization and a person (党工委书记江泽全), behind the organization if the person comes first (江泽全任党工委书记), in
    front of the person if the organization is not named."""
    if not isinstance(fact.object, Name):
        return text[fact.start : fact.subject.start].strip("，”：") or None
    first, last = sorted((fact.subject, fact.object), key=lambda n: n.start)
    between = text[last.end : fact.end] if first.cls == "Person" else text[first.end : last.start].strip("、，为是的").rpartition("，")[2]
    return _OTHER_OFFICE.split(between)[0].strip("、，为是的") or None
