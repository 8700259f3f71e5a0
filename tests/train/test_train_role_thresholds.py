import pytest

pytest.importorskip("sklearn")

import numpy as np

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged
from oqiga.train.gate import fit_gate
from oqiga.train.roles.rank import crossed, crossed_levelled, levelled, logistic
from oqiga.train.roles.thresholds import choose


def report(*targets):
    slots = ("perp_ind_id", "perp_org_id", "phys_tgt_id", "hum_tgt_name", "hum_tgt_desc", "instrument_id")
    template = {slot: [] for slot in slots} | {"phys_tgt_id": [{"alts": [each]} for each in targets]}
    template["incident_type"] = [{"alts": ["BOMBING"]}]
    return {"templates": [template] if targets else []}


def evidence(*targets):
    mention = Mention(0, 1, Span(0, 1), 0, 0.9, 1.0, 1.0)
    found = tuple(Candidate(ROLES.index("target"), each, (mention,)) for each in targets)
    return Evidence("", None, None, None, None, None, found, (np.zeros(6),) * len(found), {})


def test_thresholds_part_right_answers_from_wrong_ones():
    documents = [report("BUS"), report("SCHOOL"), report()]
    found = [evidence("bus", "street"), evidence("school", "hill"), evidence("car")]
    judged = [
        Judged(1.0, -2.0, {"bombing": 2.0, "attack": -1.5}, (-0.3, -0.9)),
        Judged(0.7, -2.0, {"bombing": 1.0, "attack": -1.5}, (-0.4, -1.1)),
        Judged(-1.0, -2.0, {"bombing": 1.0, "attack": 0.0}, (0.9,)),
    ]
    least = choose(documents, found, judged)
    assert -1.0 <= least["relevant"] < 0.7
    assert -0.9 <= least["target"] < -0.4


def test_a_levelled_model_takes_features_as_they_come():
    tables = [{"size": float(n), "noise": float(n % 3)} for n in range(60)]
    model = levelled(tables, [n >= 30 for n in range(60)], 1.0)
    assert model.log_odds({"size": 50.0, "noise": 1.0}) > 0 > model.log_odds({"size": 10.0, "noise": 1.0})


def test_a_crossed_answer_never_saw_its_own_row():
    tables = [{"a": 1.0}, {"b": 1.0}] * 10 + [{"c": 1.0}] * 4
    wanted = [True, False] * 10 + [True] * 4
    folds = [(n // 2) % 2 for n in range(20)] + [2] * 4
    odds = crossed(tables, wanted, folds, 1.0)
    assert odds[0] > odds[1]
    assert max(odds[20:]) < odds[0]  # nothing else taught it what c means


def test_many_rows_are_crossed_alike():
    tables = [{"size": float(n), "noise": float(n * n % 7)} for n in range(40)]
    wanted = [n % 3 > 0 for n in range(40)]
    folds = [n % 4 for n in range(39)] + [9]
    assert crossed_levelled(tables, wanted, folds, 0.1) == pytest.approx(
        crossed(tables, wanted, folds, 0.1), abs=1e-3
    )
    assert crossed_levelled(tables[:4], [True] * 4, [0, 0, 1, 1], 0.1) == [6.0] * 4


def test_a_plain_model_knows_its_features():
    model = logistic([{"x": 1.0}, {"y": 1.0}] * 5, [True, False] * 5, 10.0)
    assert model.chance({"x": 1.0}) > 0.5 > model.chance({"y": 1.0})


def test_one_answer_is_all_that_few_reports_may_teach():
    assert levelled([{"x": 1.0}] * 3, [False] * 3, 1.0).log_odds({"x": 1.0}) < -5
    assert logistic([{"x": 1.0}] * 3, [True] * 3, 1.0).log_odds({}) > 5


def test_a_gate_learns_the_words_of_openings():
    violent = ["Gunmen killed soldiers near the barracks."] * 8
    ordinary = ["The film opens with songs near the harbour."] * 8
    kept = fit_gate(violent, ordinary, "en", lower=0.5)
    assert kept["words"]["barracks"] > 0 > kept["words"]["film"]
    assert kept["counts"]["strong"] > 0
    assert fit_gate(violent, ordinary, "en")["bias"] == pytest.approx(kept["bias"] - 0.5, abs=1e-3)
