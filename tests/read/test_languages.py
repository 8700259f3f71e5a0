"""A language's folder: what it is asked for."""

import pytest

from oqiga.read.languages import language_pack

TEXTS = {
    "en": ["Six dead in Osh", "Gunmen opened fire in Osh on Friday.\n\nSix people died, police said.", ""],
    "ru": ["В Оше погибли шесть человек", "В пятницу в Оше открыли огонь.\n\nПогибли шесть человек.", ""],
    "kk": ["Ошта алты адам қаза тапты", "Жұмада Ошта оқ атылды.\n\nАлты адам қаза тапты.", ""],
}


@pytest.mark.parametrize("language", TEXTS)
def test_texts_parsed_together_are_each_parsed_as_if_alone(language):
    pack = language_pack(language)
    together = pack.parse_all(TEXTS[language])
    assert together == [pack.parse(text) for text in TEXTS[language]]
    assert [document.text for document in together] == TEXTS[language]
    assert [len(document.sentences) for document in together] == [1, 2, 0]
