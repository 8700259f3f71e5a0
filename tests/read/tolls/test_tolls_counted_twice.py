"""Who was counted twice is nobody more, in each language."""

import pytest
from tests.tolling import told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Police in Osh said seven people died. One body had been counted twice.", ["killed all 7"]),
        ("en", "Seven people died. One of the dead was counted twice, he said.", ["killed all 7"]),
        ("ru", "Погибли семь человек. Одного скончавшегося посчитали дважды.", ["killed all 7"]),
        ("ru", "Погибли семь человек. Один из погибших был учтён дважды.", ["killed all 7"]),
        ("kk", "Ошта жеті адам қаза тапты. Қаза тапқандардың бірі екі рет есептелген.", ["killed all 7"]),
        ("en", "Three people were shot twice and killed in Osh.", ["killed all 3"]),
    ],
)
def test_who_was_counted_twice_is_nobody_more(language, text, expected):
    assert told(text, language) == expected
