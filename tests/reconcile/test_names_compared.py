import pytest

from oqiga.reconcile.naming import (
    calendar_words,
    country_forms,
    mentions,
    names_town,
    one_root,
    out_of_case,
    proper_names,
    skeleton,
)


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
    assert found == ((skeleton("Aqtobe"),), (skeleton("Police"), skeleton("Residents")))


def test_months_and_days_are_no_names():
    assert {skeleton(word) for word in ("Sunday", "июня", "Дүйсенбі")} <= calendar_words()


def test_a_country_has_its_names_in_all_languages():
    assert {skeleton("Kazakhstan"), skeleton("Казахстан"), skeleton("Қазақстан")} <= country_forms("KZ")
    assert country_forms("XX") == frozenset()


@pytest.mark.parametrize(
    ("town", "word", "names"),
    [
        ("Пермь", "Пермском", True),
        ("Aqtobe", "Ақтөбедегі", True),
        ("Тараз", "Таразда", True),
        ("Петербург", "петербургского", True),
        ("Osh", "Oslo", False),
        ("Perm", "Permanent", False),
    ],
)
def test_a_town_is_named_in_any_case_and_as_an_adjective(town, word, names):
    assert names_town(skeleton(town), skeleton(word)) is names


def test_the_word_that_opens_a_name_belongs_to_it():
    assert proper_names("Karim Serik", opening=True) == {skeleton("Karim"), skeleton("Serik")}


def test_adjectives_of_towns_are_heard_though_they_are_written_small():
    _, openings = mentions("Взрывы прогремели утром в московском метро.", 9)
    assert any(names_town(skeleton("Москва"), each) for each in openings)


@pytest.mark.parametrize(
    ("language", "case", "name"),
    [
        ("ru", "Макатовым", "Макатова"),
        ("ru", "Русланом", "Руслана"),
        ("ru", "Ахундовским", "Ахундовского"),
        ("kk", "Құлекбаевтың", "Құлекбаев"),
        ("kk", "Қасымовтан", "Қасымов"),
        ("kk", "Серікбайға", "Серікбай"),
    ],
)
def test_cases_that_add_a_consonant_are_left_out(language, case, name):
    assert proper_names(f"x {case}", language) == proper_names(f"x {name}", language)


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("ru", "Максим"),
        ("ru", "Рахим"),
        ("kk", "Қазақстан"),
        ("kk", "Ерлан"),
        ("en", "Atakan"),
        (None, "Дронтан"),
    ],
)
def test_names_that_end_like_a_case_stay_whole(language, word):
    assert out_of_case(word, language) == word


def test_words_of_one_root_are_of_one_name():
    assert one_root(skeleton("Чечня"), skeleton("Чеченская"))
    assert not one_root(skeleton("Чечня"), skeleton("Чехия"))
    assert not one_root(skeleton("Ош"), skeleton("Ошская"))
