from dataclasses import replace
from datetime import date

import pytest

from oqiga.model.span import Span
from oqiga.reconcile.compare import compare
from oqiga.reconcile.mourning import mourned
from oqiga.reconcile.sketching import sketches_of
from oqiga.reconcile.told_days import told_at
from told import event, report, when


def days(text):
    found = mourned(text)
    return [day for at, day in told_at(text) if at in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack, June 9, 2019 is declared a day of national mourning.", ["2019-06-09"]),
        ("Gunmen attacked on June 5. A day of mourning was set for June 9.", ["--06-09"]),
        ("В связи с терактом 5 июня президент объявил днём траура 9 июня.", ["--06-09"]),
        ("9 июня в стране объявлено днём национального траура. Теракт был 5 июня.", ["--06-09"]),
        ("9 маусым жалпыұлттық аза тұту күні деп жарияланды.", ["--06-09"]),
        ("Gunmen attacked on June 5, the ministry said.", []),
        ("It was a day of mourning. Gunmen attacked on June 5.", []),
    ],
)
def test_the_day_nearest_to_the_mourning_is_its_day(text, expected):
    assert days(text) == expected


MOURNING = "Osh mourns. The attack in Osh, August 14, 2019 was declared a day of mourning. Flags are down."


def mourning(published):
    start = MOURNING.index("August")
    claim = event("e", incident="a", day="2019-08-14")
    claim = replace(claim, time=replace(when("2019-08-14"), span=Span(start, start + 15)))
    (found,) = sketches_of(report(1, published=published, text=MOURNING + " x" * 200), [claim])
    return found


def test_an_attack_was_not_on_the_day_on_which_it_is_mourned():
    found = mourning("2019-08-14")
    assert (found.first, found.told, found.mourns) == (None, (), True)


def test_reports_of_the_day_of_mourning_are_not_of_what_happens_meanwhile():
    (other,) = sketches_of(
        report(2, published="2019-08-14", text="y" * 400), [event("o", day=None, incident="a")]
    )
    mourns = compare(mourning("2019-08-14"), other)
    (again,) = sketches_of(
        report(3, published="2019-08-14", text="z" * 400), [event("p", day=None, incident="a")]
    )
    assert mourns.score < compare(again, other).score


def test_an_operation_days_after_an_attack_that_it_recalls_is_not_the_attack():
    (attack,) = sketches_of(
        report(1, published="2019-08-10", text="x" * 400), [event("a", day="2019-08-10", incident="a")]
    )

    def operation(recalls):
        claims = [event("o", day=None, incident="o")]
        claims += [event("r", day="2019-08-10", incident="r", start=90, background=True)] * recalls
        return sketches_of(report(2, published="2019-08-15", text="y" * 400), claims)[0]

    assert compare(attack, operation(1)).score < compare(attack, operation(0)).score


def test_a_day_of_mourning_years_on_is_the_day_of_the_year():
    text = (
        "Со дня взрыва прошло 12 лет.\n30 декабря в городе день траура. 12 лет назад смертник взорвал бомбу."
    )
    year = replace(when("2013"), precision="year", start="2013-01-01", end="2013-12-31")
    claim = replace(event("e", incident="a", day=None), time=year)
    (found,) = sketches_of(report(4, published="2025-12-30", text=text + " х" * 200), [claim])
    assert date.fromordinal(found.first) == date.fromordinal(found.last) == date(2013, 12, 30)
    assert not found.mourns
