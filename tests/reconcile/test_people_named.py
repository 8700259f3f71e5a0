from dataclasses import replace

import pytest

from oqiga.model.claims import Blame
from oqiga.model.span import Span
from oqiga.model.terms import Basis
from oqiga.reconcile.compare import compare
from oqiga.reconcile.people import people, shared_people
from oqiga.reconcile.sketching import sketches_of
from told import event, report

ENGLISH = "A court in Osh tried Sergei Dronov, who drove the car. Mayor Askar Temirov was there."
RUSSIAN = "В Оше судят Сергея Дронова, который вёл машину. Об этом сказал мэр города Аскар Темиров."
KAZAKH = "Ошта көлікті жүргізген Сергей Дроновтың соты басталды."


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (ENGLISH, RUSSIAN),
        (ENGLISH, KAZAKH),
        (RUSSIAN, KAZAKH),
        (RUSSIAN, RUSSIAN.replace("Сергея", "Сергеем")),
        (ENGLISH.replace("Sergei", "Pavlo"), RUSSIAN.replace("Сергея", "Павел")),
    ],
)
def test_people_named_in_full_are_one_in_any_language_and_case(text, others):
    mine, _ = people(text)
    theirs, _ = people(others)
    assert any("drnv" in one and "drnv" in other for one, other in shared_people(mine, theirs))


def test_short_first_names_of_other_vowels_are_of_others():
    mine, theirs = people("They named Anna Dronova.")[0], people("They named Ainu Dronova.")[0]
    assert mine and theirs and not shared_people(mine, theirs)


@pytest.mark.parametrize(
    "text",
    [
        "The Interior Ministry and the National Guard said so in New York.",
        "Новости: по данным МВД, взрыв прогремел в Санкт-Петербурге и Нижнем Новгороде.",
        "Ақтөбе облысының әкімі Ұлттық Ұлан туралы айтты.",
        "On Sunday Morning. Dronov fled, Sergei stayed.",
    ],
)
def test_offices_places_and_days_are_nobody(text):
    assert people(text) == ((), ())


def test_who_holds_an_office_or_is_cited_is_known_to_be():
    _, officials = people(ENGLISH)
    assert officials == people("Mayor Askar Temirov.")[0]
    assert people(ENGLISH, ["Sergei Dronov"])[1] == people(ENGLISH)[0]


@pytest.mark.parametrize(
    "text",
    ["Дом экс-президента Аскара Темирова взяли штурмом.", "The former minister Askar Temirov was seized."],
)
def test_who_held_an_office_once_is_no_official(text):
    found, officials = people(text)
    assert found and not officials


def undated(number, text):
    claims = [event(f"e{number}", day=None, incident="a")]
    (found,) = sketches_of(report(number, published=None, text=text + " x" * 200), claims)
    return found


def names(one, other):
    match = compare(undated(1, one), undated(2, other))
    return next(part.score for part in match.parts if part.feature == "names")


def test_a_suspect_says_more_of_what_a_report_is_about_than_a_minister():
    suspect = names("Police seized Sergei Dronov.", "Судят Сергея Дронова.")
    minister = names("The minister Askar Temirov came.", "Приехал министр Аскар Темиров.")
    assert suspect > minister > 0 == names("Police seized Sergei Dronov.", "Судят Сергея Петрова.")


def test_names_of_officials_are_no_names_of_the_incident():
    quoted = "Temirov told that gunmen attacked."
    claims = [event("e", day=None, incident="a")]
    claims = [replace(each, quote=quoted, span=Span(0, len(quoted))) for each in claims]

    def points(title):
        text = f"{quoted} {title} Askar Temirov came."
        left, right = (sketches_of(report(number, published=None, text=text), claims)[0] for number in (1, 2))
        return next(part.score for part in compare(left, right).parts if part.feature == "names")

    assert points("Minister") < points("Driver")


@pytest.mark.parametrize(
    "text",
    [
        "Police blame the network Qara Bairaq. Qara Bairaq said nothing.",
        "Qara Bairaq militants were seen in the town.",
        "Взрыв устроила группировка «Кара Байрак».",
        "Жарылысты Қара Байрақ тобы жасаған.",
    ],
)
def test_a_group_is_nobody_who_is_named_in_full(text):
    assert people(text) == ((), ())


@pytest.mark.parametrize(
    "text", ["The suspected militant Sergei Dronov fled.", "Бежал боевик Сергей Дронов."]
)
def test_one_of_a_group_is_somebody(text):
    assert len(people(text)[0]) == 1


def test_the_name_of_a_site_is_not_that_of_somebody_too():
    one, other = (undated(number, f"Bombers hit the Sahri Dulat shrine ({number}).") for number in (1, 2))
    named = [
        replace(each, site_names=("shrine/shr", "shrine/dlt"), people=("dlt shr",)) for each in (one, other)
    ]
    score = next(part.score for part in compare(*named).parts if part.feature == "names")
    assert score == next(part.score for part in compare(one, other).parts if part.feature == "names") == 0


def test_a_land_in_a_case_before_its_town_is_nobody():
    assert people("Пәкістанның Кветта қаласында жарылыс болды.") == ((), ())
    assert people("Police named Jordan Jackson.")[0] != ()


def accused(number, text, name):
    span = Span(0, len(text))
    claims = [replace(event(f"e{number}", day=None, incident="a"), quote=text, span=span)]
    more = {"span": span, "quote": text, "incident": "a", "confidence": 0.9, "extractor": "test"}
    claims.append(Blame(id=f"b{number}", perpetrator=name, basis=Basis.ACCUSED, **more))
    filled = text + " x" * 200
    (found,) = sketches_of(report(number, published=None, text=filled), claims)
    return found


def points(one, other):
    return next(part.score for part in compare(one, other).parts if part.feature == "names")


def test_who_is_told_to_have_done_it_says_more_than_who_is_only_named():
    told = accused(1, "Sergei Dronov shot people.", "Sergei Dronov")
    named = undated(2, "Судят Сергея Дронова.")
    assert told.attackers and points(told, named) > points(undated(3, "Sergei Dronov was there."), named)


def test_two_reports_that_name_two_attackers_are_of_two_attacks():
    one = accused(1, "Sergei Dronov shot people.", "Sergei Dronov")
    other = accused(2, "Boris Petrov shot people.", "Boris Petrov")
    assert points(one, other) < 0 <= points(one, undated(3, "Gunmen shot people."))


def test_a_trial_that_names_many_and_not_the_attacker_is_of_another():
    one = accused(1, "Sergei Dronov shot people.", "Sergei Dronov")
    many = "The trial heard Anna Belova, Ruslan Omarov, Marat Salimov and Askar Temirov."
    assert undated(2, many).late and points(one, undated(2, many)) < 0
