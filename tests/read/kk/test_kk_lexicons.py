from importlib.resources import files

import pytest
import yaml

from oqiga.model.terms import EventType, Group, MeasureType, Outcome, SourceKind
from oqiga.read.attribution.lexicon import speech_lexicon
from oqiga.read.blame.lexicon import blame_lexicon
from oqiga.read.events.lexicon import event_lexicon
from oqiga.read.languages import language_pack
from oqiga.read.measures.lexicon import measure_lexicon
from oqiga.read.quantities import number_words
from oqiga.read.tolls.lexicon import toll_words


@pytest.mark.parametrize(
    "name", ["background", "relevance", "sites", "weapons", "perpetrators", "channels", "sources"]
)
def test_a_lexicon_has_the_keys_that_english_has(name):
    kazakh, english = language_pack("kk").lexicon(name), language_pack("en").lexicon(name)
    assert not set(english) - set(kazakh)


def test_every_engine_takes_its_lexicon():
    pack = language_pack("kk")
    assert toll_words("kk").outcomes.object_after_verb is False
    assert number_words("kk").cardinals["үш"] == 3
    assert "хабарлау" in speech_lexicon(pack).verbs
    assert event_lexicon(pack)
    assert measure_lexicon(pack)
    assert blame_lexicon(pack)


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
    folder = files("oqiga.read") / "kk" / "lexicon"
    paths = [*folder.iterdir(), *(folder / "examples").iterdir()]
    for path in (path for path in paths if path.is_file()):
        assert isinstance(yaml.safe_load(path.read_text(encoding="utf-8")), dict), path.name
