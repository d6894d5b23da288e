"""The whole reading of one document: recognise, follow the topic, relate, collect."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from kg.model import Document, Reading
from kg.recognize.language import gazetteer_of, language, recognize
from kg.recognize.sources import SOURCES
from kg.relate.chains import drawn_chains
from kg.relate.collector import Collector, Key
from kg.relate.composition import compositions
from kg.relate.confidence import confidences
from kg.relate.entities import Coreference
from kg.relate.fields import Fields
from kg.relate.figures import IndicatorIndex, figures
from kg.relate.focus import Focus, StandIn, place_names, stand_ins
from kg.relate.focus.phases import TELLS_OF_A_PHASE
from kg.relate.focus.speakers import Speakers
from kg.relate.heads import heads_of_places, heads_of_the_text_s_place
from kg.relate.milestones import milestones
from kg.relate.milestones.listings import Listings
from kg.relate.milestones.verbs import StageVerbs
from kg.relate.place.area import Area, event_place
from kg.relate.place.ground import Ground
from kg.relate.place.own_report import headline_park
from kg.relate.place.places_in_names import place_borne, place_of_branch
from kg.relate.place.topic_place import facts_of_the_place
from kg.relate.place.visits import visited_place
from kg.relate.rules import TOPIC, Name, load
from kg.relate.rules.arguments import entity_of, names, role
from kg.relate.setting import News, Setting
from kg.relate.topic import Tracker
from kg.relate.topic.events import Events
from kg.relate.truth import denied, modality
from kg.relate.view import Sentence, views
from kg.schema import load_schema
from kg.settings import ontology_folder
from kg.tables import read_not_entities


class Reader:
    """Reads documents into facts; built once, used for many.

    :param gazetteer: a user's own table of names
    :param rules: a user's own files of rules, beside the project's
    :param ner: a recogniser that sees what the rules found, see :func:`kg.recognize.language.language`
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
        focus = Focus(home, tracker.report, sentences, place_names(home, self.gazetteer), tracker.own_text)
        area = Area(home, coreference, self.gazetteer)
        area.look_over(sentences)
        speakers = Speakers(sentences)
        news_park = None if tracker.own_text else headline_park(sentences)
        if not tracker.own_text:
            area.open(sentences, tracker.home_place)
        ground = Ground(area, coreference, tracker.home_place) if tracker.report else None
        if ground is not None:
            ground.open(sentences)
        event = None if tracker.own_text else event_place(sentences, area, tracker.home_place)
        events, listings, fields = Events(not tracker.report, self._verbs.by_word), Listings(self._verbs), Fields()
        visited = None if tracker.own_text else visited_place(sentences, area)
        news = News(ground or area, area, news_park, event, visited, tracker.own_text, tracker.report, listings, fields)
        for sentence in sentences:
            topic = events.follow(sentence, tracker.follow(sentence))
            focus.enter(sentence)
            focus.listen(speakers.of(sentence))
            pointing = tuple(stand_ins(sentence, focus))  # before its milestones and figures move the focus on
            if ground is not None:
                ground.enter(sentence)
            else:
                area.enter(sentence, pointing)
            self._bare_phases(focus, coreference, collector, sentence, pointing)
            self._relate(Setting(sentence, topic, focus, pointing, coreference, news, self.schema, self.gazetteer, collector))
        self._phases(coreference, collector, sentences)
        self._marks(coreference, collector, sentences)
        return collector.reading(self._confidence)

    def _relate(self, setting: Setting) -> None:
        """Read all that the sentence says."""
        for company, industry in setting.news.fields.members(setting.sentence):
            setting.collector.relation(setting.key(company), "inIndustry", setting.key(industry), "Actual", setting.span(company), "field.counted")
        if setting.sentence.mentions:
            self._relations(setting)
        elif setting.stand_ins:
            self._patterns(setting, {})  # nouns and pronouns stand for names
        self._stages_and_figures(setting)

    def _relations(self, setting: Setting) -> None:
        """What its names, the rules and the topic say of how things are related."""
        sentence = setting.sentence
        for mention in (*sentence.mentions, *sentence.parts):
            setting.collector.mention(setting.key(mention), mention.start, mention.end, mention.rule)
        located: dict[int, Key | None] = {}
        for subject, predicate, object_, rule in compositions(sentence):
            if predicate == "locatedIn":
                borne = place_borne(setting, subject, object_)
                if borne is None:
                    continue
                object_ = borne
                if rule == "composition.bracketed-place" and setting.news.report and self._is_around(setting, setting.key(object_)):
                    continue
            setting.collector.relation(setting.key(subject), predicate, setting.key(object_), "Actual", setting.span(subject, object_), rule)
            if predicate == "locatedIn" and setting.level(setting.key(object_)) != "region":
                # 大湾区…中心 may be here all the same; a bracket says where a thing is
                located[subject.end] = setting.key(object_) if rule != "composition.bracketed-place" else None
        for company in () if setting.news.report else (m for m in sentence.mentions if m.cls == "Company"):
            branch_place = place_of_branch(setting, company)
            if branch_place is not None:
                setting.collector.relation(setting.key(company), "locatedIn", branch_place, "Actual", setting.span(company), "composition.bracketed-place")
        for person, place, title in heads_of_places(sentence):
            setting.collector.relation(
                setting.key(person),
                "holdsPositionIn",
                setting.key(place),
                "Actual",
                setting.span(person, place),
                "composition.head-of-the-place",
                title,
            )
        for person, level, title in heads_of_the_text_s_place(sentence):
            of_the_text = setting.focus.place_of(level) or (setting.focus.county_named() if title.endswith("县长") else None)
            if of_the_text is not None:
                setting.collector.relation(
                    setting.key(person),
                    "holdsPositionIn",
                    setting.coreference.key(*of_the_text),
                    "Actual",
                    setting.span(person),
                    "composition.head-of-the-text-s-place",
                    title,
                )
        for up, down in drawn_chains(sentence):
            setting.collector.relation(setting.key(up), "upstreamOf", setting.key(down), "Actual", setting.span(up, down), "chain.drawn")
        designated = self._patterns(setting, located)
        facts_of_the_place(setting, located, designated)

    def _stages_and_figures(self, setting: Setting) -> None:
        sentence = setting.sentence
        listed = () if setting.news.report else tuple(setting.news.listings.read(sentence, setting.topic))
        begun = {stage.owner for stage in listed}
        told = milestones(sentence, setting.topic, setting.focus, self._verbs)
        for stage in (*listed, *(s for s in told if s.owner not in begun or s.stage != "Construction")):  # 落地建设 of what a list says to be begun
            setting.collector.milestone(
                setting.coreference.key(*stage.owner), stage.stage, stage.date, stage.modality, (stage.start, stage.end), stage.rule
            )
        for figure in figures(sentence, setting.topic, setting.focus, self._indicators, setting.news.whereabouts):
            setting.collector.observation(setting.coreference.key(*figure.owner), figure)

    def _patterns(self, setting: Setting, located: dict[int, Key | None]) -> set[int]:
        """What the hand-written rules read; gives the offsets of programmes that found their bearer.

        :param located: the ends of the names that are somewhere, with the place that they bear; gets those that are said to be somewhere
        """
        sentence = setting.sentence
        designated: set[int] = set()
        for fact in self._rules.facts(sentence.text, sentence.start, sentence.end, names(setting)):
            bearer, other = entity_of(setting, fact.subject, fact), entity_of(setting, fact.object, fact)
            if bearer is None or other is None or fact.object == TOPIC and isinstance(fact.subject, Name) and fact.subject.end in located:
                continue  # what bears or is said to be in another place is not in the text's
            if fact.predicate == "locatedIn" and setting.news.report and self._is_around(setting, other):
                continue  # 甲大厦（广东）, in a city of the province: no more than the city says
            clause_start, _ = sentence.clause_at(fact.start)
            last_start, end = sentence.clause_at(max(fact.start, fact.end - 1))
            said = sentence.text[fact.start : fact.end]
            rest = sentence.text[clause_start : sentence.end]
            if denied(said[:-1], rest) or denied(sentence.text[clause_start : fact.start], rest):
                continue
            truth = fact.modality or modality(sentence.text[last_start : fact.end], False)
            title = role(sentence.text, fact) if fact.predicate == "holdsPositionIn" else None
            setting.collector.relation(bearer, fact.predicate, other, truth, (clause_start, end), fact.rule, title)
            if fact.predicate == "designatedAs" and isinstance(fact.object, Name):
                designated.add(fact.object.start)
            if fact.predicate == "locatedIn" and isinstance(fact.subject, Name):
                located[fact.subject.end] = None
            if fact.predicate == "suppliesTo" and isinstance(fact.object, Name) and not setting.news.own_text:
                located.setdefault(fact.object.end, None)  # in news of a place: customers may be anywhere
        return designated

    @staticmethod
    def _is_around(setting: Setting, place: Key) -> bool:
        """Whether a place lies around the one whose report it is."""
        entry = setting.coreference.entry(place)
        return entry is not None and entry.identifier in setting.coreference.home_chain[1:]

    @staticmethod
    def _marks(coreference: Coreference, collector: Collector, sentences: list[Sentence]) -> None:
        """A project or park that bears the mark of a company of the document is developed by it."""
        for sentence in sentences:
            for mention in sentence.mentions:
                company = coreference.company_borne(mention.cls, mention.text)
                listed = coreference.entry(coreference.key(mention.cls, mention.text)) is not None  # a zone, which is no company's
                if company is not None and not listed:
                    span = sentence.clause_at(mention.start)
                    collector.relation(company, "develops", coreference.key(mention.cls, mention.text), "Actual", span, "composition.mark")

    @staticmethod
    def _bare_phases(
        focus: Focus, coreference: Coreference, collector: Collector, sentence: Sentence, pointing: Sequence[StandIn]
    ) -> None:
        """A phase that is named by its number alone is a project all the same, and part of the whole in front of it."""
        for start, end, owner in pointing:
            whole = focus.phases.whole(owner)
            span = sentence.clause_at(start)
            if whole is not None and TELLS_OF_A_PHASE.search(sentence.text, end, span[1]):
                key = coreference.key(*owner)
                coreference.call(key, sentence.text[start:end], owner[1])
                collector.mention(key, start, end, "grammar.bare-phase")
                collector.relation(key, "partOf", coreference.key(*whole), "Actual", span, "composition.phase")

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
