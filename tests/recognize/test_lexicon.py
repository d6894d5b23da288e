"""Word lists: where they are, what is refused, and that no word stands in two lists that contradict each other."""

from pathlib import Path

import pytest
import yaml

from kg.errors import PatternError
from kg.recognize import lexicon

FILES = sorted(Path(lexicon.__file__).parent.glob("*.yaml"))


def test_every_file_holds_lists_of_words():
    assert len(FILES) >= 3
    for path in FILES:
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert table and all(isinstance(words, str) and words.split() for words in table.values()), path.name
        for name in table:
            assert lexicon.words(path.stem, name) == frozenset(table[name].split())


def test_the_order_of_the_file_is_kept_without_doubles():
    ordered = lexicon.ordered("heads", "Park")
    assert len(ordered) == len(set(ordered)) and set(ordered) == lexicon.words("heads", "Park")


@pytest.mark.parametrize("file, name, complaint", [
    ("heads", "Planet", "heads.yaml: there is no word list 'Planet'; it has Park, Project,"),
    ("nowhere", "Park", "the word lists can't be read")])
def test_what_is_not_there_is_told(file, name, complaint):
    with pytest.raises(PatternError) as caught:
        lexicon.words(file, name)
    assert complaint in str(caught.value)


@pytest.mark.xfail(strict=True, reason="集聚, 合作, 承接, 融合 … end a name by one list and stand inside it by the other, which wins")
def test_no_word_both_ends_a_name_and_stands_inside_it():
    assert not sorted(lexicon.words("borders", "break") & lexicon.words("borders", "inside"))


def test_no_ordinary_word_is_listed_as_a_company(gazetteer):
    ordinary = lexicon.words("ordinary", "coined") | lexicon.words("ordinary", "no_names")
    assert not sorted(word for word in ordinary if any(entry.cls == "Company" for entry in gazetteer.lookup(word)))
