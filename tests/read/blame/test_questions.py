"""A sentence that asks who did it blames nobody."""

import pytest

import oqiga

ASKED = [
    ("en", "A bomb killed three in Osh, Minister Askar Temirov said. Who claimed responsibility? Nobody."),
    (
        "ru",
        "По словам министра Аскара Темирова, бомба в Оше убила троих.\n\nКто взял на себя ответственность? Никто.",
    ),
    ("kk", "Ошта үш адам өлді, деді министр Асқар Темиров. Жауапкершілікті кім мойнына алды?"),
]


def blamed(language, text):
    claims = oqiga.read_report(text + "\n", published="2016-06-05", gated=False, language=language).claims
    return [each for each in claims if each.kind == "blame" and each.perpetrator]


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_who_did_it_is_only_asked(language, text):
    assert not blamed(language, text)
