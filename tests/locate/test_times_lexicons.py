"""The lexicons of time of every language keep to the schema of docs/languages.md."""

from importlib.resources import files

import pytest

from oqiga.errors import OqigaError
from oqiga.locate.times.find import MEANINGS
from oqiga.locate.times.language import build, time_lexicon
from oqiga.locate.times.patterns import Reader
from oqiga.locate.times.words import cut

CODES = sorted(
    each.name.removesuffix(".yaml")
    for each in (files("oqiga.locate.times") / "lexicon").iterdir()
    if each.name.endswith(".yaml")
)
SMALL = {
    "lemmas": True,
    "words": {"weekday": {7: ["воскресенье"]}},
    "patterns": [{"means": "weekday", "pattern": "weekday", "after": "places"}],
    "lists": {"places": ["в"]},
}


@pytest.mark.parametrize("code", CODES)
def test_patterns_mean_what_is_known_and_guards_are_listed(code):
    lexicon = time_lexicon(code)
    assert lexicon.patterns
    for pattern in lexicon.patterns:
        assert pattern.means in MEANINGS
        assert set(pattern.guards.values()) <= set(lexicon.lists)


def test_language_without_a_lexicon_has_none():
    assert time_lexicon("xx") is None


def test_lemma_matches_where_the_lexicon_says_so():
    words = cut("в воскресенья", {2: "воскресенье"})
    matches = list(Reader(build(SMALL), words).matches())
    assert [(match.means, dict(match.slots)) for match in matches] == [("weekday", {"weekday": "7"})]


@pytest.mark.parametrize("pattern", ["weekday?", "nonsense", "=в?"])
def test_broken_pattern_is_refused(pattern):
    with pytest.raises(OqigaError):
        build({**SMALL, "patterns": [{"means": "weekday", "pattern": pattern}]})


def test_longest_pattern_wins_and_of_equals_the_first():
    patterns = [
        {"means": "weekday", "pattern": "weekday"},
        {"means": "nothing", "pattern": "weekday"},
        {"means": "day_word", "pattern": "=в weekday"},
    ]
    lexicon = build({**SMALL, "patterns": patterns})
    assert [match.means for match in Reader(lexicon, cut("воскресенье", {})).matches()] == ["weekday"]
    assert [match.means for match in Reader(lexicon, cut("в воскресенье", {})).matches()] == ["day_word"]
