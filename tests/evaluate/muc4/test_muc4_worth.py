import pytest

from oqiga.evaluate.muc4.slots import to_form
from oqiga.evaluate.muc4.worth import values_of, worthy
from oqiga.model.span import Span
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Choice, Logistic

TEXT = "GUERRILLAS OF THE OREL FRONT AND REBELS KILLED MAYOR ANA RUIZ AND FIVE PEASANTS"
KINDS = {"hum_tgt_type": Choice({"CIVILIAN": Logistic(1.0, {}), "OTHER": Logistic(0.0, {})})}


def filler(role, string, odds, **more):
    start = TEXT.index(string)
    return Filler(role, string.lower(), Span(start, start + len(string)), odds, **more)


TEMPLATE = Template(
    "attack",
    (
        filler("victim", "ANA RUIZ", 2.0),
        filler("organization", "OREL FRONT", 1.0, shared=True),
        filler("victim_description", "PEASANTS", -1.0),
    ),
    {"relevant": 1.5, "held": 1.0},
)
FORM = to_form(TEMPLATE, TEXT, KINDS, date="/1990-01-09", location=["PERU"])


def weighed(**models):
    return worthy(FORM, TEMPLATE, TEXT, KINDS, models, averaged=True)


def test_without_models_all_is_given():
    assert weighed() == FORM


def test_what_is_unlikely_is_left_out_with_all_that_hangs_on_it():
    kept = weighed(VictimDesc=Logistic(0.0, {"odds": 3.0}))
    assert kept["VictimDesc"] == []
    assert [each["ref"] for each in FORM["human_number"]] == ["ana ruiz", "peasants"]
    assert [each["ref"] for each in kept["human_number"]] == ["ana ruiz"]
    assert [each["ref"] for each in kept["human_type"]] == ["ana ruiz"]


def test_one_value_may_go_alone():
    kept = weighed(date=Logistic(-3.0, {}), human_number=Logistic(0.0, {"odds": 3.0}))
    assert "date" not in kept and kept["location"] == ["PERU"]
    assert [each["ref"] for each in kept["human_number"]] == ["ana ruiz"]
    assert kept["VictimDesc"] == FORM["VictimDesc"]


def test_an_incident_of_which_nothing_is_told_is_not_given():
    never = Logistic(-9.0, {})
    assert weighed(Victim=never, PerpOrg=never, VictimDesc=never) is None


@pytest.mark.parametrize("averaged", [True, False])
def test_what_speaks_for_a_value(averaged):
    values = values_of(FORM, TEMPLATE, TEXT, KINDS, averaged=averaged)
    found = {(each.slot, each.place): each.features for each in values}
    assert found["PerpOrg", 0]["shared_odds"] == 1.0
    assert found["human_type", 1]["odds"] == found["human_type", 1]["described_odds"] == -1.0
    assert found["human_type", 1]["is CIVILIAN"] == 1.0
    assert found["human_type", 1]["chance"] > 0
    assert found["date", 0]["on_or_before"] == found["location", 0]["country_alone"] == 1.0
    assert found["location", 0].get("averaged_relevant", 0.0) == 1.5 * averaged
    assert ("incident_type", 0) not in found


@pytest.mark.parametrize(
    ("ahead", "behind", "alike"),
    [("orel front", "of", 1.0), ("northern league", "nl", 1.0), ("northern league", "army", 0.0)],
)
def test_a_string_behind_one_that_may_be_the_same(ahead, behind, alike):
    names = tuple(
        Filler("organization", name, Span(0, 1), odds) for name, odds in ((ahead, 2.0), (behind, 1.0))
    )
    template = Template("attack", names)
    form = to_form(template, TEXT, {}, date=None, location=[])
    second = values_of(form, template, TEXT, {}, averaged=False)
    features = next(each.features for each in second if (each.slot, each.place) == ("PerpOrg", 1))
    assert features["alike_ahead"] == alike
    assert features["ahead"] == 1.0
