"""Whom an attack hit, and streets and districts that two reports name."""

from dataclasses import replace

import pytest

from oqiga.codebook.people_hit import people_hit_in
from oqiga.model.span import Span
from oqiga.reconcile.compare import compare
from oqiga.reconcile.naming import skeleton
from oqiga.reconcile.site_names import streets
from oqiga.reconcile.sketching import sketches_of
from told import event, place, report


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("A bomb went off on Cevizli Street in Osh.", "en", ["Cevizli"]),
        ("Взрыв прогремел на улице Джевизли, прохожие бежали.", "ru", ["Джевизли"]),
        ("Взрыв на Кондратовском проспекте.", "ru", ["Кондратов"]),
        ("Жарылыс Жевизли көшесінде болды.", "kk", ["Жевизли"]),
        ("A bomb went off on Osh Street.", "en", []),
        ("A bomb went off in the street.", "en", []),
        ("Взрыв на Центральной площади.", "ru", []),
    ],
)
def test_streets_are_known_by_their_names(text, language, named):
    assert list(streets(text, {skeleton("Osh")}, language)) == [skeleton(each) for each in named]


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("four foreign cyclists were killed", {"cyclist"}),
        ("наезд на группу велотуристов", {"cyclist", "tourist"}),
        ("велосипедшілер қаза тапты", {"cyclist"}),
        ("gunmen shot at people", set()),
        ("судьба людей неизвестна", set()),
    ],
)
def test_sorts_of_people_are_known_in_any_language(text, sorts):
    assert people_hit_in(text) == sorts


def told_of(number, quote, text="", **more):
    claim = event(f"e{number}", day=None, incident="a", **more)
    claim = replace(claim, quote=quote, span=Span(0, len(quote)))
    (found,) = sketches_of(report(number, published=None, text=f"{quote} {text}"), [claim])
    return found


def points(feature, one, other):
    return next(part.score for part in compare(one, other).parts if part.feature == feature)


def test_the_same_sort_of_people_says_something_and_another_nothing():
    cyclists = told_of(1, "Four cyclists were killed.")
    assert points("people", cyclists, told_of(2, "Погибли велосипедисты.")) > 0
    assert points("people", cyclists, told_of(3, "Two miners were killed.")) == 0


def test_two_reports_that_name_one_street_agree():
    one = told_of(1, "A bomb went off.", "Police closed Cevizli Street.")
    assert points("sites", one, told_of(2, "A bomb went off.", "On Cevizli Street they wept.")) > 0
    assert points("sites", one, told_of(3, "A bomb went off.", "On Marmara Street they wept.")) == 0


def test_a_district_that_no_gazetteer_knows_is_one_by_its_name():
    def district(number, name):
        unknown = place(name, "district", geonames_id=None, latitude=None, longitude=None, country=None)
        return told_of(number, "Gunmen attacked.", places=[replace(unknown, admin1=None)])

    one = district(1, "Sabzin district")
    assert points("place", one, district(2, "Sabzin district")) > points(
        "place", one, district(3, "Koson district")
    )


def test_two_operations_are_of_one_type_and_arrests_say_nothing():
    def of_type(number, type):
        return told_of(number, "Police acted.", type=type)

    operations = points("type", of_type(1, "security_operation"), of_type(2, "security_operation"))
    assert operations > 0 == points("type", of_type(1, "arrest"), of_type(2, "arrest"))


def test_a_day_on_which_something_only_followed_is_not_its_day():
    text = "A bomb went off in Osh. Days later, on 17 March 2019, a group claimed the bombing."
    claim = event("e", day="2019-03-17", incident="a")
    start = text.index("17 March")
    claim = replace(claim, time=replace(claim.time, span=Span(start, start + 13)))
    (found,) = sketches_of(report(1, published=None, text=text), [claim])
    assert (found.first, found.told) == (None, ())
