import pytest

from oqiga.read.en.parser import parse
from oqiga.read.phrases import Phrases, words_of


@pytest.mark.parametrize(
    ("entry", "text", "words"),
    [
        ("seal off", "Police sealed off the street.", "sealed off"),
        ("seal off", "Police sealed the street off.", "sealed"),
        ("take (to) hospital", "They were taken to hospital.", "taken to hospital"),
        ("hold * hostage", "They held him hostage.", "held him hostage"),
        (
            "counter-terrorism operation",
            "A counter-terrorism operation began.",
            "counter-terrorism operation",
        ),
        ("anti-terror", "The antiterror law passed.", None),
    ],
)
def test_entries_match_by_form_lemma_particle_and_hyphen(entry, text, words):
    document = parse(text)
    found = words_of([entry]).found(document, 0, len(document.tokens))
    spans = [document.span_of(document.tokens[m.first], document.tokens[m.last - 1]).of(text) for m in found]
    assert spans == ([] if words is None else [words])


def test_the_longest_entry_wins():
    document = parse("A suicide bombing shook the town.")
    phrases = Phrases([("bombing", 1), ("suicide bombing", 2), ("suicide", 3)])
    assert [match.value for match in phrases.found(document, 0, len(document.tokens))] == [2]


def test_meanings_are_those_of_the_single_word():
    document = parse("The attack ended.")
    phrases = Phrases([("attack", "verb"), ("attack", "noun"), ("attack ended", "both")])
    assert phrases.meanings(document.tokens[1]) == ["verb", "noun"]
