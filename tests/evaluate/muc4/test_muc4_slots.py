import pytest

from oqiga.evaluate.muc4.numbers import number_of
from oqiga.evaluate.muc4.slots import to_form
from oqiga.evaluate.muc4.when import date_of
from oqiga.evaluate.muc4.where import home_country, location_of
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.reader import make_context
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Choice, Logistic


def span_of(text, string):
    start = text.index(string)
    return Span(start, start + len(string))


@pytest.mark.parametrize(
    ("text", "string", "named", "number"),
    [
        ("ABOUT 50 PEASANTS WERE TAKEN", "PEASANTS", False, "50"),
        ("TWO ARMED MEN FLED", "TWO ARMED MEN", False, "2"),
        ("SEVERAL BUSES BURNT", "BUSES", False, "PLURAL"),
        ("THE PEASANTS WERE TAKEN", "PEASANTS", False, "PLURAL"),
        ("A BRIDGE FELL", "BRIDGE", False, "1"),
        ("IN 1989 A BRIDGE FELL", "BRIDGE", False, "1"),
        ("THREE WITH ANA RUIZ", "ANA RUIZ", True, "1"),
    ],
)
def test_numbers(text, string, named, number):
    assert number_of(text, span_of(text, string), named=named) == number


def located(text, filler, published="1990-01-10"):
    context = make_context(Report(id="r", text=text, published=published, language="en"))
    return context, [span_of(text, filler)]


@pytest.mark.parametrize(
    ("text", "filler", "date"),
    [
        ("A BOMB DESTROYED THE BRIDGE YESTERDAY.", "BRIDGE", "1990-01-09"),
        ("THE BRIDGE WAS DESTROYED ON 4 JANUARY.", "BRIDGE", "1990-01-04"),
        ("THE BRIDGE WAS DESTROYED LAST MONDAY.", "BRIDGE", "/1990-01-10"),
        ("THE BRIDGE WAS DESTROYED.", "BRIDGE", "/1990-01-10"),
        ("A CLASH CAME YESTERDAY.  THE BRIDGE WAS DESTROYED.", "BRIDGE", "1990-01-09"),
        ("THE BRIDGE WAS DESTROYED ON 4 JANUARY 1972.", "BRIDGE", "/1990-01-10"),
    ],
)
def test_dates(text, filler, date):
    context, spans = located(text, filler)
    assert date_of(context.document, context.times, spans, "1990-01-10") == date


def test_no_date_without_a_day_of_the_report():
    context, spans = located("THE BRIDGE WAS DESTROYED.", "BRIDGE", None)
    assert date_of(context.document, context.times, spans, None) is None


@pytest.mark.parametrize(
    ("text", "home", "location"),
    [
        ("A BOMB DESTROYED THE BRIDGE IN MEDELLIN, COLOMBIA.", "PE", ["COLOMBIA", "MEDELLIN"]),
        ("A BOMB DESTROYED THE BRIDGE.", "PE", ["PERU"]),
        ("A BOMB DESTROYED THE BRIDGE.", None, []),
        ("THE CHILEAN POLICE SAID A BOMB DESTROYED THE BRIDGE.", None, ["CHILE"]),
    ],
)
def test_locations(text, home, location):
    context, spans = located(text, "BRIDGE")
    assert location_of(context.document, context.places, spans, home) == location


@pytest.mark.parametrize(
    ("place", "country", "code"),
    [
        ("BOGOTA", None, "CO"),
        ("SAN SALVADOR", None, "SV"),
        ("ROME", "ITALY", "IT"),
        (None, None, None),
        ("XQZ", None, None),
    ],
)
def test_the_country_of_the_dateline(place, country, code):
    assert home_country(place, country) == code


def test_a_template_in_the_form_of_the_task():
    text = "GUERRILLAS KIDNAPPED FIVE PEASANTS WITH RIFLES"
    fillers = tuple(
        Filler(role, string.lower(), span_of(text, string), 1.0)
        for role, string in (
            ("perpetrator", "GUERRILLAS"),
            ("victim_description", "PEASANTS"),
            ("weapon", "RIFLES"),
        )
    )
    kinds = Choice({"CIVILIAN": Logistic(0.0, {"word peasants": 2.0}), "-": Logistic(0.5, {})})
    form = to_form(
        Template("kidnapping", fillers), text, {"hum_tgt_type": kinds}, date="1990-01-09", location=["PERU"]
    )
    assert form["PerpInd"] == [["guerrillas"]]
    assert form["Weapon"] == []  # the rules ask for no weapon of a kidnapping
    assert form["human_type"] == [{"value": "CIVILIAN", "ref": "peasants"}]
    assert form["human_number"] == [{"value": "5", "ref": "peasants"}]
    assert (form["date"], form["location"], form["category"]) == ("1990-01-09", ["PERU"], "TERRORIST ACT")


def test_a_description_beside_a_name_is_the_same_person():
    text = "MAYOR ANA RUIZ AND FIVE PEASANTS WERE KILLED"
    fillers = (
        Filler("victim", "ana ruiz", span_of(text, "ANA RUIZ"), 1.0),
        Filler("victim_description", "mayor", span_of(text, "MAYOR"), 1.0),
        Filler("victim_description", "peasants", span_of(text, "PEASANTS"), 1.0),
    )
    form = to_form(Template("attack", fillers), text, {}, date=None, location=[])
    assert form["VictimDesc"] == [{"desc": ["mayor"], "ref": "ana ruiz"}, {"desc": ["peasants"], "ref": None}]
    assert [each["ref"] for each in form["human_number"]] == ["ana ruiz", "peasants"]
    assert "date" not in form and "location" not in form


def test_a_description_without_a_kind_belongs_to_the_nearest_name():
    text = "ANA RUIZ DIED. PABLO DIAZ, A TIRELESS AND WELL-LIKED TEACHER, WAS WOUNDED"
    fillers = (
        Filler("victim", "ana ruiz", span_of(text, "ANA RUIZ"), 1.0),
        Filler("victim", "pablo diaz", span_of(text, "PABLO DIAZ"), 1.0),
        Filler("victim_description", "teacher", span_of(text, "TEACHER"), 1.0),
    )
    kinds = Choice({"-": Logistic(0.0, {"word teacher": 2.0}), "CIVILIAN": Logistic(1.0, {})})
    template = Template("attack", fillers)
    form = to_form(template, text, {"hum_tgt_type": kinds}, date=None, location=[])
    assert form["VictimDesc"] == [{"desc": ["teacher"], "ref": "pablo diaz"}]
    assert [each["ref"] for each in form["human_type"]] == ["ana ruiz", "pablo diaz"]
    alone = Template("attack", fillers[2:])
    form = to_form(alone, text, {"hum_tgt_type": kinds}, date=None, location=[])
    assert form["human_type"] == [{"value": "CIVILIAN", "ref": "teacher"}]  # nobody else has the kind


@pytest.mark.parametrize(
    ("kind", "weapon", "expected"),
    [
        ("attack", False, "GUN"),
        ("attack", True, [{"value": "BOMB", "ref": "bomb"}]),
        ("kidnapping", False, []),
    ],
)
def test_a_weapon_that_is_told_but_not_named(kind, weapon, expected):
    text = "THE MAYOR WAS SHOT AFTER THE BOMB"
    fillers = [Filler("victim_description", "mayor", span_of(text, "MAYOR"), 1.0)]
    if weapon:
        fillers.append(Filler("weapon", "bomb", span_of(text, "BOMB"), 1.0))
    models = {
        "untold_instrument": Choice({"GUN": Logistic(0.0, {"near shot": 2.0}), "-": Logistic(0.5, {})}),
        "instrument_type": Choice({"BOMB": Logistic(0.0, {})}),
    }
    form = to_form(Template(kind, tuple(fillers)), text, models, date=None, location=[])
    assert form["instrument_type"] == expected
