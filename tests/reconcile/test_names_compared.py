import pytest

from oqiga.reconcile.naming import calendar_words, country_forms, mentions, proper_names, skeleton


@pytest.mark.parametrize(
    "spellings",
    [
        ("Toqaev", "Tokayev", "Токаев", "Тоқаев"),
        ("Aqtobe", "Aktobe", "Актобе", "Ақтөбе"),
        ("Nazarbayev", "Назарбаев"),
        ("Colombo", "Коломбо"),
        ("Peshawar", "Пешавар", "Пешаваре"),
        ("Lanka", "Ланке", "Ланки"),
    ],
)
def test_spellings_share_most_of_their_skeleton(spellings):
    assert len({skeleton(each)[:3] for each in spellings}) == 1


def test_names_are_words_with_a_capital_that_do_not_open_a_sentence():
    assert proper_names("Gunmen of Ansar attacked Osh Airport") == {skeleton("Ansar"), skeleton("Airport")}
    found = mentions("Police said so. Residents of Aqtobe fled on Monday in June.", 9)
    assert found == (skeleton("Aqtobe"),)


def test_months_and_days_are_no_names():
    assert {skeleton(word) for word in ("Sunday", "июня", "Дүйсенбі")} <= calendar_words()


def test_a_country_has_its_names_in_all_languages():
    assert {skeleton("Kazakhstan"), skeleton("Казахстан"), skeleton("Қазақстан")} <= country_forms("KZ")
    assert country_forms("XX") == frozenset()
