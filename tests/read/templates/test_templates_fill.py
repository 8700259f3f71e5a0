from types import SimpleNamespace

import numpy as np
import pytest

from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.reader import find_claims, make_context
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.fill import Judged, fill, same_entity
from oqiga.read.templates.from_claims import templates_from
from oqiga.read.templates.linear import Choice, Logistic, bag_of_words
from oqiga.read.templates.patterns import named_in
from oqiga.read.templates.priors import Priors
from oqiga.read.templates.report import of_findings

LEAST = {"relevant": 0.0, "second": 0.0, **dict.fromkeys(ROLES, 0.0)}
TOGETHER, APART = Logistic(1.0, {}), Logistic(-1.0, {})


class Parse:
    sentences = (SimpleNamespace(span=Span(0, 1)),)


def evidence(*texts, kinds=0):
    mention = Mention(0, 1, Span(0, 1), 0, 0.9, 1.0, 1.0)
    candidates = tuple(Candidate(ROLES.index("organization"), text, (mention,)) for text in texts)
    chances = np.zeros(len(TYPES), np.float32)
    chances[kinds] = 1
    return Evidence("x", Parse, None, None, None, None, candidates, (chances,) * len(texts), {})


def judged(*odds, relevant=1.0, several=-1.0, **types):
    return Judged(relevant, several, {"attack": 1.0, "bombing": -1.0} | types, odds)


def test_an_irrelevant_report_has_no_template():
    assert fill(evidence("army"), judged(2.0, relevant=-1.0), LEAST, TOGETHER) == ()


def test_fillers_go_to_the_type_that_fits_them():
    found = fill(evidence("army", kinds=1), judged(2.0, bombing=0.5), LEAST, TOGETHER)
    given = [[(filler.text, filler.shared) for filler in each.fillers] for each in found]
    assert [each.type for each in found] == ["attack", "bombing"]
    assert given == [[("army", True)], [("army", False)]]  # who did one may have done the other


def test_fillers_that_are_likelier_apart_are_of_two_incidents():
    front, army = fill(evidence("front", "army"), judged(1.0, 2.0), LEAST, APART)[::-1]
    assert (front.type, army.type) == ("attack", "attack")
    assert [(each.text, each.shared) for each in front.fillers] == [("army", True), ("front", False)]
    assert [(each.text, each.shared) for each in army.fillers] == [("army", False), ("front", True)]
    assert front.outlook["parted"] == 1.0
    [both] = fill(evidence("front", "army"), judged(1.0, 2.0), LEAST, TOGETHER)
    assert [each.text for each in both.fillers] == ["army", "front"]
    assert both.outlook["parted"] == 0.0


def test_a_template_tells_what_was_judged_of_its_report():
    first, second = fill(evidence("army", kinds=1), judged(2.0, bombing=0.5), LEAST, TOGETHER)
    assert (first.outlook["type"], second.outlook["type"], second.outlook["best_type"]) == (1.0, 0.5, 1.0)
    assert (first.outlook["templates"], second.outlook["not_first"]) == (2.0, 1.0)
    assert first.outlook["surest"] < second.outlook["surest"] == 2.0  # what is only shared says nothing
    assert first.outlook["held"] < second.outlook["held"] < first.outlook["relevant"]


def test_weak_candidates_stay_out_and_one_entity_is_named_once():
    found = fill(
        evidence("northern front", "nf", "front", "army"), judged(2.0, 1.0, 1.5, -1.0), LEAST, TOGETHER
    )
    assert [filler.text for filler in found[0].of("organization")] == ["northern front"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("nf", "northern front", True),
        ("flo", "front for the liberation of orel", True),
        ("ana", "ana ruiz", True),
        ("an", "ana ruiz", False),
    ],
)
def test_names_of_one_entity(one, other, same):
    assert same_entity(one, other) is same


def test_patterns_alone_fill_templates():
    text = "Guerrillas kidnapped two engineers in Bogota on Sunday."
    claims = find_claims(make_context(Report(id="r", text=text, published="1990-01-10", language="en")))
    [template] = templates_from(claims, text)
    assert template.type == "kidnapping"
    assert "guerrillas" in [each.text for each in template.fillers]
    assert "guerrillas" in named_in(claims, text)["perpetrator"]


def test_logistic_models():
    model = Logistic.of({"bias": -1, "weights": {"a": 2.0}})
    assert model.log_odds({"a": 1.0, "new": 9.0}) == 1.0
    assert model.chance({}) == pytest.approx(0.2689, abs=1e-4)
    assert (
        Choice.of({"x": {"bias": 0, "weights": {}}, "y": {"bias": 0, "weights": {"a": 1}}}).best({"a": 1.0})
        == "y"
    )


def test_chances_of_a_choice_are_one_together():
    choice = Choice({"x": Logistic(0.0, {}), "y": Logistic(0.0, {"a": 1.0})})
    chances = choice.chances({"a": 1.0})
    assert sum(chances.values()) == pytest.approx(1)
    assert chances["y"] > 0.5 > chances["x"]


def test_a_bag_of_words_has_length_one():
    bag = bag_of_words("The army said the army")
    assert sum(value**2 for value in bag.values()) == pytest.approx(1)
    assert {"army", "the army", "army said"} <= set(bag)
    assert bag_of_words("") == {}


def test_priors_know_strings_and_last_words():
    priors = Priors({"armed men": (3, 4)}, {"men": (9, 90)})
    known, unknown = priors.of("armed men"), priors.of("small bridge")
    assert known[0] > unknown[0]
    assert priors.of("tall men")[0] == unknown[0] < known[0]
    assert priors.of("tall men")[3] > 0


def test_a_second_look_at_relevance_counts_what_was_found():
    found = of_findings(evidence("army", "front"), 0.5, {"attack": 1.0, "bombing": -2.0}, (3.0, -1.0))
    assert (found["first"], found["type"], found["second_type"]) == (0.5, 1.0, -2.0)
    assert found["surest_organization"] == 3.0
    assert found["likely_organization"] == pytest.approx(0.9526 + 0.2689, abs=1e-3)
    assert found["surest_weapon"] == -6.0
    assert found["likely_weapon"] == 0
