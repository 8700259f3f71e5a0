"""The wounded who have died since come on top of the dead, in each language."""

import pytest

from tolling import tolls


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        ("en", "Two of the wounded died overnight.", ["additional"]),
        ("en", "Two of those wounded in the attack in Osh have died.", ["additional"]),
        ("en", "Gunmen killed six people in Osh. Two of the wounded died overnight.", ["total", "unknown"]),
        ("ru", "Двое из раненых скончались в больнице.", ["additional"]),
        ("kk", "Жараланғандардың екеуі ауруханада қайтыс болды.", ["additional"]),
        ("en", "Two people died overnight.", ["total"]),
    ],
)
def test_how_those_who_died_since_count(language, text, counts):
    killed = [toll for toll in tolls(text, language) if toll.outcome == "killed"]
    assert [toll.counts.value for toll in killed] == counts
