"""Finding entries of a lexicon: longest first, forms and lemmas, one-word and wider gaps, optional words."""

import pytest

from oqiga.model.span import Span
from oqiga.model.syntax import Token
from oqiga.read.phrases import labelled


def tokens(*words):
    """Build tokens from "form" or "form/lemma"."""
    built, position = [], 0
    for index, word in enumerate(words):
        form, _, lemma = word.partition("/")
        span = Span(position, position + len(form))
        built.append(Token(index, form, lemma or form.lower(), "X", frozenset(), "dep", index, span))
        position = span.end + 1
    return built


@pytest.mark.parametrize(
    ("entry", "text", "last"),
    [
        ("die", "died/die", 1),
        ("Wounded", "WOUNDED", 1),
        ("lose * life", "lost/lose their lives/life", 3),
        ("lose * life", "lost/lose lives/life", None),
        ("take to (the) hospital", "taken/take to hospital", 3),
        ("take to (the) hospital", "taken/take to the hospital", 4),
        ("suffer ~ wound", "suffered/suffer two deep knife wounds/wound", 5),
        ("suffer ~ wound", "suffered/suffer wounds/wound", 2),
        ("suffer ~ wound", "suffered/suffer , and wounds/wound", None),
        ("suffer ~ wound", "suffered/suffer a b c d e f wounds/wound", None),
        ("half-dozen", "half - dozen", 3),
        ("half-dozen", "half-dozen", 1),
        ("police officer", "police station", None),
    ],
)
def test_an_entry_ends_where_its_words_end(entry, text, last):
    words = tokens(*text.split())
    found = labelled({"label": [entry]}).at(words, 0, len(words))
    assert (found.last if found else None) == last


def test_the_longest_entry_wins():
    words = tokens("shot/shoot", "dead")
    found = labelled({"injured": ["shoot"], "killed": ["shoot dead"]}).at(words, 0, 2)
    assert (found.value, found.last) == ("killed", 2)


def test_an_entry_does_not_run_past_the_end_it_is_given():
    words = tokens("shot/shoot", "dead")
    assert labelled({"killed": ["shoot dead"]}).at(words, 0, 1) is None


def test_before_finds_the_longest_entry_that_ends_at_a_place():
    words = tokens("at", "least", "five")
    found = labelled({"at_least": ["at least"], "other": ["least"]}).before(words, 2, 0)
    assert (found.value, found.first) == ("at_least", 0)


def test_search_finds_the_first_entry():
    words = tokens("two", "people", "including", "one")
    assert labelled({"part": ["including"]}).search(words, 0, 4).first == 2
    assert labelled({"part": ["among"]}).search(words, 0, 4) is None


def test_nothing_starts_where_the_text_has_ended():
    words = tokens("two", "killed")
    assert labelled({"harm": ["killed"]}).at(words, 2, 2) is None
