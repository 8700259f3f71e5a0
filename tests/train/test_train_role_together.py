from types import SimpleNamespace

import pytest

pytest.importorskip("sklearn")

import numpy as np

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged, standing_in
from oqiga.read.templates.together import of_pairs
from oqiga.train.roles.together import fit_together

SLOTS = ("perp_ind_id", "perp_org_id", "phys_tgt_id", "hum_tgt_name", "hum_tgt_desc", "instrument_id")
LEAST = {"relevant": 0.0, "second": 0.0, **dict.fromkeys(ROLES, 0.0)}
JUDGED = Judged(1.0, 0.0, {"bombing": 1.0, "attack": -1.0}, (1.0, 1.0, 1.0))


def evidence():
    """Two targets in one sentence, a third in the next."""
    candidates = tuple(
        Candidate(ROLES.index("target"), text, (Mention(0, 1, Span(at, at + 3), 0, 0.9, 1.0, 1.0),))
        for text, at in (("bus", 5), ("car", 20), ("bank", 70))
    )
    sentences = tuple(SimpleNamespace(span=Span(start, start + 50)) for start in (0, 50))
    parse = SimpleNamespace(sentences=sentences)
    kinds = (np.ones(len(TYPES), np.float32),) * 3
    return Evidence("x" * 100, parse, None, None, None, None, candidates, kinds, {})


def key(*targets):
    return {slot: [] for slot in SLOTS} | {"phys_tgt_id": [{"alts": [each]} for each in targets]}


def test_who_stands_in_one_template_is_told_from_who_does_not():
    count, found = 200, evidence()
    document = {"templates": [key("THE BUS", "CAR"), key("BANK")]}
    model, without = fit_together([document] * count, [found] * count, [JUDGED] * count, LEAST, [0, 1] * 100)
    assert len(without) == count and without[0] == without[2]
    standing = [each for group in standing_in(found, JUDGED, LEAST).values() for each in group]
    odds = {pair: model.log_odds(table) for pair, table in of_pairs(found, standing, 0.0).items()}
    names = [each.filler.text for each in standing]
    bus, car, bank = map(names.index, ("bus", "car", "bank"))
    assert odds[min(bus, car), max(bus, car)] > 0 > odds[min(bus, bank), max(bus, bank)]


def test_fillers_that_the_key_does_not_have_teach_nothing():
    document = {"templates": [key("BUS")]}
    model, _ = fit_together([document] * 2, [evidence()] * 2, [JUDGED] * 2, LEAST, [0, 1])
    assert model.weights == {}  # no pair of the key: nothing is known, and nothing parted
    assert model.bias < 0
