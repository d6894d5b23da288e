"""The distribution of words: those between the same neighbours get the same class."""

from __future__ import annotations

from kg.recognize.trained.clusters import Learner, uses


def learnt(seed: int = 0):
    learner = Learner()
    for _ in range(6):
        for thing in ("大桥", "水库", "隧道"):
            for verb in ("建成", "开工"):
                learner.add([("晨州", "O"), (thing, "IEProject"), (verb, "O")])
        for name in ("集团", "公司"):
            learner.add([("引进", "O"), (name, "IECompany"), ("投资", "O"), ("企业", "O")])
    return learner.distribution(seed)


def test_words_between_the_same_neighbours_share_their_class():
    found = learnt()
    assert found.of("大桥").classes == found.of("水库").classes == found.of("隧道").classes
    assert found.of("大桥").classes != found.of("集团").classes


def test_the_same_seed_gives_the_same():
    assert list(learnt().rows()) == list(learnt().rows())


def test_roles_tell_how_names_use_a_word():
    assert learnt().of("大桥").roles == ("IEProject4",) and learnt().of("建成").roles == ("O4",)


def test_a_rare_word_is_unknown():
    learner = Learner()
    learner.add([("一次", "O"), ("而已", "O")])
    assert learner.distribution().of("一次").classes == ("unknown", "unknown")
    assert learner.distribution().of("从未").roles == ("unknown",)


def test_a_word_is_used_at_the_end_of_a_name_or_before_it():
    found = list(uses(["建设", "望江", "路", "和", "晨州", "大桥"], ["O", "BProject", "IProject", "O", "BDistrict", "BProject"]))
    assert [label for _, label in found] == ["O", "BIProject", "IEProject", "O", "BEDistrict", "BEProject"]
