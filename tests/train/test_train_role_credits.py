import pytest

pytest.importorskip("sklearn")

from oqiga.evaluate.muc4.worth import Value
from oqiga.model.span import Span
from oqiga.read.templates.filled import Filler, Template
from oqiga.train.roles.credits import credits_of, paired
from oqiga.train.roles.worth import _fit

SLOTS = (
    *("perp_ind_id", "perp_org_id", "phys_tgt_id", "hum_tgt_name", "hum_tgt_desc", "instrument_id"),
    *("date", "location", "stage", "hum_tgt_type", "hum_tgt_number"),
)


def filler(role, text):
    return Filler(role, text, Span(0, 1), 0.0)


def key(kind="ATTACK", **slots):
    return {slot: [] for slot in SLOTS} | {"incident_type": [{"alts": [kind], "ref": None}]} | slots


def told(*alts, ref=None):
    return {"alts": list(alts), "ref": ref}


def credit(slot, item, one=None, **slots):
    return credits_of([Value(slot, 0, item, one, {})], key(**slots))[0]


def test_each_template_of_the_key_is_meant_by_one_that_shares_its_type_and_strings():
    keys = [
        key(phys_tgt_id=[told("BUS")]),
        key(phys_tgt_id=[told("THE BANK")], instrument_id=[told("BOMB")]),
        key("BOMBING", phys_tgt_id=[told("BUS")]),
    ]
    templates = [
        Template("attack", (filler("target", "bank"),)),
        Template("attack", (filler("target", "bank"), filler("weapon", "bomb"))),
        Template("attack", (filler("target", "bus"),)),
        Template("arson", (filler("target", "bus"),)),
    ]
    assert paired(templates, {"templates": keys}) == [None, keys[1], keys[0], None]


def test_without_a_template_in_the_key_nothing_is_right():
    assert credits_of([Value("stage", 0, "accomplished", None, {})], None) == [0.0]


def test_a_filler_named_again_counts_half():
    values = [
        Value("PerpOrg", n, [text], filler("organization", text), {})
        for n, text in enumerate(("nf", "northern front", "army"))
    ]
    assert credits_of(values, key(perp_org_id=[told("NORTHERN FRONT", "NF")])) == [1.0, 0.5, 0.0]


def test_a_description_in_part_counts_half():
    values = [
        Value("VictimDesc", n, {"desc": [text], "ref": None}, filler("victim_description", text), {})
        for n, text in enumerate(("village peasants", "peasants", "nuns"))
    ]
    assert credits_of(values, key(hum_tgt_desc=[told("50 PEASANTS")])) == [0.5, 1.0, 0.0]


@pytest.mark.parametrize(
    ("person", "value", "expected"),
    [("ruiz", "CIVILIAN", 1.0), ("diaz", "CIVILIAN", 0.5), ("ruiz", "OTHER", 0.0)],
)
def test_a_value_of_somebody_else_counts_half(person, value, expected):
    item = {"value": value, "ref": person}
    slots = {"hum_tgt_type": [told("CIVILIAN", ref=["ANA RUIZ"])]}
    assert credit("human_type", item, filler("victim", person), **slots) == expected


@pytest.mark.parametrize(("value", "expected"), [("5-8", 1.0), ("6", 0.5), ("9", 0.0), ("PLURAL", 0.0)])
def test_numbers_within_a_range_count_half(value, expected):
    number = told({"raw": "5-8", "min": 5, "max": 8, "approx": False}, ref=["PEASANTS"])
    item = {"value": value, "ref": "peasants"}
    assert (
        credit("human_number", item, filler("victim_description", "peasants"), hum_tgt_number=[number])
        == expected
    )


@pytest.mark.parametrize(
    ("item", "first", "last", "expected"),
    [
        ("1990-01-09", "1990-01-09", "1990-01-09", 1.0),
        ("/1990-01-09", None, "1990-01-09", 1.0),
        ("/1990-01-09", "1990-01-01", "1990-01-09", 0.5),
        ("1990-01-02", None, "1990-01-09", 0.5),
        ("1989-01-02", None, "1990-01-09", 0.0),
        ("1990-01-12", "1990-01-01", "1990-01-09", 0.0),
        ("1990-01-12", None, None, 0.0),
    ],
)
def test_dates(item, first, last, expected):
    assert credit("date", item, date=[told({"raw": "", "from": first, "to": last})]) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [(["PERU", "LIMA"], 1.0), (["PERU"], 0.5), (["CHILE"], 0.0)],
)
def test_locations(item, expected):
    where = told({"country": "PERU", "places": [{"name": "LIMA", "type": "CITY"}], "between": None})
    assert credit("location", item, location=[where]) == expected


def test_what_is_seldom_right_is_weighed_low():
    rows = [[("date", {"odds": n / 50 - 2}, float(n > 100)) for n in range(200)], [("stage", {}, 1.0)] * 9]
    models = _fit(rows)
    assert set(models) == {"date"}  # of the stage too little was seen
    assert models["date"].chance({"odds": -2.0}) < 0.3 < 0.7 < models["date"].chance({"odds": 2.0})
