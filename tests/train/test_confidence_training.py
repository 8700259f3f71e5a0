"""What counts as a right claim, and fitting chances to it."""

import json
import random
from dataclasses import replace

import pytest

from oqiga.errors import EvaluateError
from oqiga.evaluate.confidence.calibration import Judged, calibrations, expected_error, table
from oqiga.evaluate.confidence.diagram import diagram
from oqiga.evaluate.judged import BENCHMARKS, Example, held_out, part, read_examples
from oqiga.evaluate.verdicts import of_attribution, of_muc, of_shooting
from oqiga.model.claims import Blame, Event, Source, Statement, Toll
from oqiga.model.span import Span
from oqiga.model.terms import Basis, Certainty, Counts, EventType, Group, Outcome, SourceKind
from oqiga.read.confidence.calibrated import POOLED, models_of

TOLL = Toll(id="t", span=Span(0, 1), quote="x", outcome=Outcome.KILLED, group=Group.ALL, low=2, high=2)


@pytest.mark.parametrize(
    ("change", "right"),
    [
        ({}, True),
        ({"low": 3, "high": 3}, False),
        ({"low": 1, "high": 1}, False),
        ({"low": 1, "high": 1, "counts": Counts.UNKNOWN}, True),
        ({"low": 1, "high": 1, "counts": Counts.SUBSET}, True),
        ({"low": 3, "high": 3, "counts": Counts.SUBSET}, False),
        ({"low": 1, "high": None}, True),
        ({"low": 3, "high": None}, False),
        ({"low": 0, "high": 0}, False),
        ({"low": 0, "high": 0, "outcome": Outcome.INJURED}, True),
        ({"outcome": Outcome.DETAINED}, None),
        ({"background": True}, None),
        ({"certainty": Certainty.DENIED}, None),
    ],
)
def test_tolls_are_judged_by_the_counts_of_the_incident(change, right):
    assert of_shooting(replace(TOLL, **change), {"n_killed": 2, "n_injured": 0}) is right


def key(**slots):
    empty = dict.fromkeys(("incident_type", "perp_ind_id", "perp_org_id"), ())
    return {"templates": [empty | {name: [{"alts": list(alts)}] for name, alts in slots.items()}]}


def test_events_and_blame_are_judged_by_the_key():
    bombing = Event(id="e", span=Span(0, 1), quote="x", type=EventType.BOMBING)
    assert of_muc(bombing, key(incident_type=["BOMBING / ATTACK"])) is True
    assert of_muc(bombing, key(incident_type=["KIDNAPPING"])) is False
    assert of_muc(replace(bombing, type=EventType.PROTEST), key(incident_type=["ATTACK"])) is None
    assert of_muc(bombing, {"templates": []}) is None
    blame = Blame(id="b", span=Span(0, 1), quote="x", perpetrator="the Karasu Front", basis=Basis.ACCUSED)
    assert of_muc(blame, key(perp_org_id=["KARASU FRONT", "KF"])) is True
    assert of_muc(blame, key(perp_ind_id=["TWO MEN"])) is False


def test_statements_are_judged_by_words_and_source():
    text = "The mayor said the bridge is safe again. A driver disagreed."
    source = Source(name="mayor", kind=SourceKind.OFFICIAL, span=Span(0, 9))
    said = Statement(
        id="s", span=Span(0, 39), quote=text[:39], said_by=(source,), speaker="mayor",
        words="the bridge is safe again", direct=False,
    )  # fmt: skip

    def annotated(source, content):
        spans = [[[text.index(each), text.index(each) + len(each)]] for each in (source, content)]
        return {"text": text, "attributions": [{"source": spans[0], "cue": [], "content": spans[1]}]}

    assert of_attribution(said, annotated("The mayor", "the bridge is safe again")) is True
    assert of_attribution(said, annotated("A driver", "the bridge is safe again")) is False
    assert of_attribution(said, annotated("The mayor", "again")) is False
    assert of_attribution(TOLL, annotated("The mayor", "again")) is None


def test_the_reports_held_out_are_never_fitted_on():
    polnear = next(each for each in BENCHMARKS if each.split)
    documents = [{"id": f"text-{number}"} for number in range(200)]
    dev = {each["id"] for each in part(polnear, documents, dev=True)}
    train = {each["id"] for each in part(polnear, documents, dev=False)}
    assert dev | train == {each["id"] for each in documents}
    assert not dev & train
    assert all(held_out(each) for each in dev)


def test_a_report_is_read_and_judged():
    document = {
        "id": "a", "published": "2016-06-06", "n_killed": 2, "n_injured": 0,
        "text": "Two men were killed and five were wounded when gunmen opened fire in a bar on Sunday, police said.",
    }  # fmt: skip
    verdicts = sorted(each.right for each in read_examples(BENCHMARKS[0], document))
    assert verdicts == [False, True]


def examples(count, seed=3):
    rng = random.Random(seed)
    made = []
    for number in range(count):
        sure = rng.random() < 0.5
        table = {"certainty stated" if sure else "certainty suspected": 1.0}
        right = rng.random() < (0.9 if sure else 0.3)
        made.append(Example(str(number // 3), "toll", {"toll": table, POOLED: table}, right))
    return made


def test_fitted_chances_are_the_shares_that_were_right_and_the_same_each_time():
    pytest.importorskip("sklearn", reason="training needs the train extra")
    from oqiga.train.confidence import fit, packed

    models = fit(examples(900))
    assert packed(models) == packed(fit(examples(900)))
    kept = models_of(json.loads(packed(models)))
    assert kept["toll"].chance({"certainty stated": 1.0}) == pytest.approx(0.9, abs=0.05)
    assert kept["toll"].chance({"certainty suspected": 1.0}) == pytest.approx(0.3, abs=0.07)
    assert kept["toll"].chance({"never seen": 1.0}) == kept["toll"].chance({})


def test_too_few_claims_fit_nothing():
    pytest.importorskip("sklearn", reason="training needs the train extra")
    from oqiga.train.confidence import fit

    with pytest.raises(EvaluateError):
        fit(examples(20))


def test_the_error_is_the_distance_between_what_is_stated_and_what_is_true():
    right = [Judged(str(i), "toll", 0.75, i % 4 != 0) for i in range(40)]
    assert expected_error(right) == pytest.approx(0.0)
    boastful = [replace(each, chance=0.95) for each in right]
    assert expected_error(boastful) == pytest.approx(0.2)
    toll, together = calibrations(boastful, samples=50)
    assert (toll.name, together.name, toll.claims) == ("toll", "all", 40)
    assert toll.low <= toll.error <= toll.high
    assert "| toll | 40 | 75.0 % | 0.200 |" in table([toll])
    assert diagram([toll, together]).count("<circle") == 2


def test_nothing_judged_is_an_error():
    with pytest.raises(EvaluateError):
        calibrations([])


def test_training_reads_judges_and_writes_the_weights(tmp_path, monkeypatch):
    pytest.importorskip("sklearn", reason="training needs the train extra")
    from oqiga.train import confidence

    monkeypatch.setattr(confidence, "_LEAST_EXAMPLES", 2)
    monkeypatch.setattr(confidence, "_LEAST_SEEN", 1)
    text = (
        "Two men were killed and five were wounded when gunmen opened fire in a bar on Sunday, police said."
    )
    line = {"id": "a", "published": "2016-06-06", "n_killed": 2, "n_injured": 0, "text": text}
    for each in BENCHMARKS:
        (tmp_path / each.name).mkdir()
        (tmp_path / each.name / "train.jsonl").write_text(
            (json.dumps(line) + "\n") * 3 if each.name == "shootings" else ""
        )
    said = []
    confidence.train(tmp_path, tmp_path / "confidence.json", most=2, tell=said.append)
    assert said[0] == "shootings: 2 reports, 4 claims judged"
    assert set(models_of(json.loads((tmp_path / "confidence.json").read_text()))) == {"toll", POOLED}
