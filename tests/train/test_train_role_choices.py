import pytest

pytest.importorskip("sklearn")

from oqiga.evaluate.muc4.slots import INSTRUMENT, NOTHING
from oqiga.read.templates.linear import Choice
from oqiga.read.templates.values import of_incident
from oqiga.train.roles.choices import VALUES, fit_values

SLOTS = (
    *VALUES,
    "instrument_id",
    "perp_ind_id",
    "perp_org_id",
    "phys_tgt_id",
    "hum_tgt_name",
    "hum_tgt_desc",
)


def report(text, kind, description, **slots):
    template = {slot: [] for slot in SLOTS} | {"incident_type": [{"alts": [kind]}]}
    template["hum_tgt_desc"] = [{"alts": [description], "ref": None}]
    for slot, value in slots.items():
        template[slot] = [{"alts": [value], "ref": [description]}]
    return {"text": text, "body_start": 0, "templates": [template]}


REPORTS = [
    *(report("THE MAYOR WAS SHOT AT HOME", "ATTACK", "MAYOR", instrument_type="GUN") for _ in range(6)),
    *(report("THE MAYOR WAS STABBED AND BEATEN", "ATTACK", "MAYOR") for _ in range(6)),
    *(report("THE MAYOR WAS SHOT AND CARRIED OFF", "KIDNAPPING", "MAYOR") for _ in range(6)),
]


def test_a_weapon_that_is_not_named_is_learned_from_the_words_around():
    told = Choice(fit_values(REPORTS)[INSTRUMENT])
    assert set(told.classes) == {"GUN", NOTHING}  # kidnappings, which have no such slot, teach nothing
    assert told.best(of_incident(["teacher"], "attack", "The teacher was shot at noon")) == "GUN"
    assert told.best(of_incident(["teacher"], "attack", "The teacher was beaten at noon")) == NOTHING


def test_the_nation_of_people_is_a_value_that_may_be_missing():
    reports = [
        *(
            report("A FRENCH PRIEST DIED", "ATTACK", "FRENCH PRIEST", hum_tgt_nation="FRANCE")
            for _ in range(6)
        ),
        *(report("A PRIEST DIED", "ATTACK", "PRIEST") for _ in range(6)),
    ]
    assert set(fit_values(reports)["hum_tgt_nation"]) == {"FRANCE", NOTHING}
