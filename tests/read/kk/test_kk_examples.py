"""Entries of the Kazakh lexicons with an example sentence: each must be read as the linguist says (docs/kazakh.md)."""

import re
from collections.abc import Iterator

import pytest

from oqiga.model.report import Report
from oqiga.read.kk.parser import parse
from oqiga.read.languages import language_pack
from oqiga.read.phrases import labelled, words_of
from oqiga.read.reader import read_report
from oqiga.read.tolls.lexicon import KINDS

PACK = language_pack("kk")


def examples(name: str) -> list[tuple[str, str, str, str]]:
    """Return class, entry, sentence and reading of every example of one lexicon."""
    return [
        (label, str(entry), *line.rsplit(" = ", 1))
        for label, entries in PACK.lexicon(f"examples/{name}").items()
        for entry, line in entries.items()
    ]


def claims(text: str, kind: str) -> list:
    report = Report(id="r", text=text, language="kk", published="2024-05-06")
    return [claim for claim in read_report(report, gated=False).claims if claim.kind == kind]


def holds(text: str, entry: str) -> bool:
    """Tell whether a sentence holds an entry, word by word, by form or dictionary form."""
    document = parse(text)
    return bool(words_of([entry]).found(document, 0, len(document.tokens)))


def marks(name: str) -> dict:
    found = examples(name)
    return {"argvalues": found, "ids": [f"{label}-{entry}" for label, entry, *_ in found]}


def measure_entries() -> Iterator[tuple[str, str]]:
    for kind, entry in PACK.lexicon("measures")["types"].items():
        yield from ((kind, phrase) for phrase in entry["phrases"])
        for frame in entry["frames"]:
            yield from ((kind, word) for key in ("words", "with") for word in frame.get(key, ()))


def told(text: str, entry: str) -> bool:
    """Tell whether a sentence holds an entry of the lexicons of tolls, where `~` stands for a gap."""
    document = parse(text)
    return labelled({"": [entry]}).search(document.tokens, 0, len(document.tokens)) is not None


def outcome_entries() -> list[tuple[str, str]]:
    outcomes = PACK.lexicon("outcomes")
    kinds = (outcomes[kind].items() for kind in KINDS)
    return [(label, entry) for kind in kinds for label, entries in kind for entry in entries]


@pytest.mark.parametrize(("outcome", "entry", "text", "reading"), **marks("outcomes"))
def test_an_outcome_is_read_as_its_example_says(outcome, entry, text, reading):
    count = int(re.search(r"\d+", reading)[0])
    assert (outcome, count) in {(toll.outcome.value, toll.low) for toll in claims(text, "toll")}
    assert told(text, entry)


@pytest.mark.parametrize(("outcome", "entry"), outcome_entries())
def test_every_entry_for_outcomes_has_its_example(outcome, entry):
    assert any(told(text, entry) for label, _, text, _ in examples("outcomes") if label == outcome)


@pytest.mark.parametrize(("kind", "entry", "text", "reading"), **marks("measures"))
def test_a_measure_is_read_as_its_example_says(kind, entry, text, reading):
    assert [measure.type.value for measure in claims(text, "measure")] == [kind]
    assert holds(text, entry)
    assert reading


@pytest.mark.parametrize(("kind", "entry"), list(measure_entries()))
def test_every_entry_for_measures_has_its_example(kind, entry):
    assert any(holds(text, entry) for label, _, text, _ in examples("measures") if label == kind)


@pytest.mark.parametrize(("group", "noun", "text", "reading"), **marks("people"))
def test_people_are_read_as_their_example_says(group, noun, text, reading):
    number = re.search(r"\d+", reading)
    found = {(toll.group.value, toll.low) for toll in claims(text, "toll")}
    assert ((group, int(number[0])) in found) if number else not found
    assert told(text, noun)


def test_every_noun_for_people_has_its_example():
    shown = {(group, noun) for group, noun, *_ in examples("people")}
    groups = PACK.lexicon("people")["groups"]
    assert shown == {(group, noun) for group, nouns in groups.items() for noun in nouns}


def figure(toll) -> str:
    """Return a figure as the readings of numbers write it: "17", "17+", "~17", "20-30"."""
    if toll.high is None:
        return f"{toll.low}+"
    plain = str(toll.low) if toll.low == toll.high else f"{toll.low}-{toll.high}"
    return f"~{plain}" if toll.approximate else plain


@pytest.mark.parametrize(("kind", "word", "text", "reading"), **marks("numbers"))
def test_a_figure_is_read_as_its_example_says(kind, word, text, reading):
    assert re.match(r"~?\d+(?:\+|-\d+)?", reading)[0] in map(figure, claims(text, "toll"))


def test_every_number_word_has_its_example():
    numbers = PACK.lexicon("numbers")
    shown = {word for _, word, *_ in examples("numbers")}
    words = {*numbers["cardinals"], *numbers["multipliers"], *numbers["half"]}
    assert words - shown == {"нөл"}
    texts = [text for _, _, text, _ in examples("numbers")]
    hedges = [word for key in ("before", "after") for words in numbers[key].values() for word in words]
    assert [word for word in hedges if not any(told(text, word) for text in texts)] == []


@pytest.mark.parametrize(("meaning", "word", "text", "reading"), **marks("reality"))
def test_what_is_real_is_read_as_its_example_says(meaning, word, text, reading):
    tolls = claims(text, "toll")
    read = {toll.certainty.value for toll in tolls} if tolls else {"nothing"}
    assert ({"nobody"} if tolls and tolls[0].low == 0 else read) == {meaning}
    assert reading


@pytest.mark.parametrize("words", ["doubt", "hearsay", "hearsay_passive", "modal", "negation", "denial"])
def test_every_word_of_doubt_has_its_example(words):
    texts = [text for _, _, text, _ in examples("reality")]
    entries = [str(entry) for entry in PACK.lexicon("outcomes")[words]]
    assert [
        each for each in entries if not any(told(text, each) or each in text.lower() for text in texts)
    ] == []


@pytest.mark.parametrize(("certainty", "entry", "text", "reading"), **marks("speech"))
def test_who_says_it_is_read_as_its_example_says(certainty, entry, text, reading):
    toll = claims(text, "toll")[0]
    assert toll.certainty.value == certainty
    assert "полиция" in {source.name.lower() for source in toll.said_by}
    assert reading


@pytest.mark.parametrize(("kind", "noun", "text", "reading"), **marks("weapons"))
def test_a_weapon_is_read_as_its_example_says(kind, noun, text, reading):
    assert kind in {weapon.type.value for event in claims(text, "event") for weapon in event.weapons}
    assert holds(text, noun)
    assert reading


def test_every_weapon_has_its_example():
    texts = [text for _, _, text, _ in examples("weapons")]
    nouns = [noun for nouns in PACK.lexicon("weapons")["types"].values() for noun in nouns]
    assert [noun for noun in nouns if not any(holds(text, noun) for text in texts)] == []


def blame_entries() -> Iterator[tuple[str, str]]:
    """Yield every word of blame that can change a reading, with its basis."""
    blame = PACK.lexicon("blame")
    for basis, frames in blame["bases"].items():
        for frame in frames:
            yield from ((basis, word) for key in ("words", "with") for word in frame.get(key, ()))
    yield from (("unclaimed", phrase) for phrase in blame["unclaimed"])


@pytest.mark.parametrize(("basis", "entry", "text", "reading"), **marks("blame"))
def test_blame_is_read_as_its_example_says(basis, entry, text, reading):
    names = {"unclaimed": {None}}.get(basis, {"Қара ту", "Арман Беков"})
    (blame,) = claims(text, "blame")
    assert (blame.basis.value, blame.perpetrator in names) == (basis, True)
    assert told(text, entry)
    assert reading


@pytest.mark.parametrize(("basis", "entry"), sorted(set(blame_entries())))
def test_every_word_of_blame_has_its_example(basis, entry):
    assert any(told(text, entry) for label, _, text, _ in examples("blame") if label == basis)


@pytest.mark.parametrize(("kind", "word", "text", "reading"), **marks("events"))
def test_an_event_is_read_as_its_example_says(kind, word, text, reading):
    assert kind in {event.type.value for event in claims(text, "event")}
    assert told(text, word)
    assert reading


def test_every_word_for_events_has_its_example():
    shown = {(kind, word) for kind, word, *_ in examples("events")}
    types = PACK.lexicon("events")["types"].items()
    assert shown == {
        (kind, word)
        for kind, words in types
        for word in (*words["verbs"], *words["happens"], *words["nouns"])
    }


@pytest.mark.parametrize(("kind", "noun", "text", "reading"), **marks("sources"))
def test_a_source_is_of_the_kind_its_example_says(kind, noun, text, reading):
    assert kind in {source.kind.value for toll in claims(text, "toll") for source in toll.said_by}
    assert reading.endswith(kind)


def test_every_source_has_its_example():
    shown = {(kind, noun) for kind, noun, *_ in examples("sources")}
    kinds = PACK.lexicon("sources")["kinds"].items()
    assert shown == {(kind, noun) for kind, nouns in kinds for noun in nouns}


@pytest.mark.parametrize(("channel", "word", "text", "reading"), **marks("channels"))
def test_a_channel_is_read_as_its_example_says(channel, word, text, reading):
    assert [statement.channel for statement in claims(text, "statement")] == [channel]
    assert told(text, word) or word in text
    assert reading.endswith(channel)


def test_every_channel_has_its_example():
    shown = {(channel, word) for channel, word, *_ in examples("channels")}
    channels = PACK.lexicon("channels")["channels"].items()
    assert shown == {(channel, word) for channel, words in channels for word in words}


@pytest.mark.parametrize(("kind", "noun", "text", "reading"), **marks("sites"))
def test_what_is_attacked_is_read_as_its_example_says(kind, noun, text, reading):
    meant = {"vehicle": {"vehicle"}}.get(kind, {"facility", "organization"})
    assert meant & {target.kind.value for event in claims(text, "event") for target in event.targets}
    assert (told(text, noun) or noun in text) and reading


def test_every_site_has_its_example():
    shown = {(kind, noun) for kind, noun, *_ in examples("sites")}
    sites = PACK.lexicon("sites")
    assert shown == {(kind, noun) for kind in ("site", "neighbourhood", "vehicle") for noun in sites[kind]}


STORY = (
    "Бүгін Ақтөбеде содырлар дүкенге шабуыл жасап, үш адам қаза тапты. Полиция көшені қоршады. "
    "Тергеу жүріп жатыр. Тұрғындар үйде отыр. "
)


@pytest.mark.parametrize(("kind", "cue", "text", "reading"), **marks("background"))
def test_what_is_earlier_is_read_as_its_example_says(kind, cue, text, reading):
    count = int(re.search(r"\d+", reading)[0])
    assert [toll.background for toll in claims(STORY + text, "toll") if toll.low == count] == [True]
    assert told(text, cue) or cue.lower() in text.lower()


@pytest.mark.parametrize("kind", ["cues", "biography", "follows", "story"])
def test_every_word_of_background_has_its_example(kind):
    shown = {word for label, word, *_ in examples("background") if label == kind}
    assert shown == set(PACK.lexicon("background")[kind])


@pytest.mark.parametrize(("kind", "word", "text", "reading"), **marks("revisions"))
def test_a_changed_figure_is_read_as_its_example_says(kind, word, text, reading):
    new, old = map(int, re.findall(r"\d+", reading))
    tolls = {toll.low: toll for toll in claims(text, "toll")}
    assert tolls[old].superseded_by == tolls[new].id
    assert kind == "earlier" or tolls[new].revision.how.value == kind
    assert told(text, word) or word in text.lower()


def test_every_word_of_change_has_its_example():
    shown = {(kind, word) for kind, word, *_ in examples("revisions")}
    words = PACK.lexicon("revisions")
    changes = {(kind, word) for kind, listed in words["change"].items() for word in listed}
    assert shown == changes | {("earlier", word) for word in words["earlier"]}


@pytest.mark.parametrize(("side", "unit", "text", "reading"), **marks("units"))
def test_units_count_no_people(side, unit, text, reading):
    assert claims(text, "toll") == []
    assert unit.lower() in text.lower() and reading


def test_every_unit_has_its_example():
    shown = {(side, unit) for side, unit, *_ in examples("units")}
    numbers = PACK.lexicon("numbers")
    assert shown == {(side, str(unit)) for side in ("units_after", "units_before") for unit in numbers[side]}
