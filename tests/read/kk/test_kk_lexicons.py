from importlib.resources import files

import pytest
import yaml

from oqiga.model.terms import EventType, Group, MeasureType, Outcome, SourceKind
from oqiga.read.languages import language_pack

NAMES = sorted(
    path.name.removesuffix(".yaml")
    for path in (files("oqiga.read") / "en" / "lexicon").iterdir()
    if path.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", NAMES)
def test_kazakh_has_every_key_that_english_has(name):
    kazakh, english = language_pack("kk").lexicon(name), language_pack("en").lexicon(name)
    assert not set(english) - set(kazakh)


def test_the_terms_are_those_of_the_record():
    pack = language_pack("kk")
    assert set(pack.lexicon("people")["groups"]) <= {group.value for group in Group}
    assert set(pack.lexicon("outcomes")["subject"]) <= {outcome.value for outcome in Outcome}
    assert set(pack.lexicon("measures")["types"]) <= {measure.value for measure in MeasureType}
    assert set(pack.lexicon("events")["types"]) <= {event.value for event in EventType}
    assert set(pack.lexicon("sources")["kinds"]) <= {kind.value for kind in SourceKind}


def test_no_entry_is_empty_or_twice_in_two_groups_of_people():
    groups = language_pack("kk").lexicon("people")["groups"]
    entries = [entry for words in groups.values() for entry in words]
    assert all(isinstance(entry, str) and entry.strip() for entry in entries)
    assert len(entries) - len(set(entries)) == 0


def test_every_file_is_a_mapping():
    for path in (files("oqiga.read") / "kk" / "lexicon").iterdir():
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict), path.name
