import pytest

from oqiga.codebook.scales import alert_scales, level_words, ranked


@pytest.mark.parametrize(
    ("words", "language", "country", "rank"),
    [
        ("red", "en", "KZ", 3),
        ("красный", "ru", "KZ", 3),
        ("қызыл", "kk", "KZ", 3),
        ("yellow", "en", "KZ", 1),
        ("yellow", "en", "RU", 2),
        ("синий", "ru", "RU", 1),
        ("severe", "en", "GB", 4),
        ("red", "en", "GB", None),
        ("red", "en", "XX", None),
    ],
)
def test_rank_of_a_level(words, language, country, rank):
    found = ranked(words, language=language, country=country)
    assert (found.level.rank if found else None) == rank


def test_every_scale_is_defined_and_sourced():
    for scale in alert_scales():
        assert scale.definition
        assert scale.source
        assert [level.rank for level in scale.levels] == list(range(1, len(scale.levels) + 1))
        assert all(level.definition and level.words["en"] for level in scale.levels)
    assert len({scale.id for scale in alert_scales()}) == len(alert_scales())


def test_words_of_levels_are_each_given_once():
    words = level_words("en")
    assert len(words) == len(set(words))
    assert {"red", "critical", "severe"} <= set(words)
