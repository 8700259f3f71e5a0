import pytest

from oqiga.evaluate.muc4.options import Option, best, nearness
from oqiga.evaluate.muc4.where import place_options
from oqiga.model.report import Report
from oqiga.model.span import Span
from oqiga.read.reader import make_context
from oqiga.read.templates.filled import Filler, Template
from oqiga.read.templates.linear import Logistic
from oqiga.train.roles.places import key_of

TEXT = (
    "GUNMEN ATTACKED A BUS IN MEDELLIN, COLOMBIA, YESTERDAY. TWO PASSENGERS WERE KILLED. "
    "THE PRESIDENT SPOKE OF THE ATTACK IN CARACAS."
)


def options(*fillers):
    context = make_context(Report(id="R", text=TEXT, published="1990-03-04", language="en"))
    spans = [Span(TEXT.index(each), TEXT.index(each) + len(each)) for each in fillers]
    return {
        tuple(each.value): each.features
        for each in place_options(context.document, context.places, spans, "CO")
    }


def test_a_country_alone_and_each_named_place_may_be_the_location():
    found = options("BUS")
    assert ("COLOMBIA",) in found
    assert ("COLOMBIA", "MEDELLIN") in found
    assert found["COLOMBIA", "MEDELLIN"]["here"] == 1.0
    assert found["COLOMBIA", "CARACAS"]["abroad"] == 1.0


def test_a_place_in_the_sentence_of_the_first_filler_stands_nearest():
    found = options("BUS", "PASSENGERS")
    assert found["COLOMBIA", "MEDELLIN"]["within 0"] == 1.0
    assert found["COLOMBIA", "MEDELLIN"]["first"] == 1.0
    assert found["COLOMBIA", "CARACAS"]["within 1"] == 1.0
    assert found["COLOMBIA", "CARACAS"]["first"] == 0.0


def test_a_model_chooses_by_features_of_each_option():
    model = Logistic(0.0, {"here": 2.0, "abroad": -1.0, "alone": 1.0})
    chosen = best([Option(list(value), features) for value, features in options("BUS").items()], model)
    assert chosen == ["COLOMBIA", "MEDELLIN"]
    assert best([], model) is None


@pytest.mark.parametrize(
    ("told", "at", "within"), [([4], [1], 3), ([9], [1, 8], 1), ([], [1], 4), ([30], [1], 4)]
)
def test_nearness_counts_sentences_up_to_far(told, at, within):
    assert nearness(told, at)[f"within {within}"] == 1.0


def test_a_filled_template_is_meant_for_the_key_that_shares_most_with_it():
    def key(kind, *targets):
        slots = ("perp_ind_id", "perp_org_id", "hum_tgt_name", "hum_tgt_desc", "instrument_id")
        told = {"incident_type": [{"alts": [kind]}], "phys_tgt_id": [{"alts": [each]} for each in targets]}
        return told | {slot: [] for slot in slots}

    document = {"templates": [key("BOMBING", "BRIDGE"), key("BOMBING", "BUS"), key("ATTACK", "BUS")]}
    filled = Template("bombing", (Filler("target", "bus", Span(0, 3), 1.0),))
    assert key_of(filled, document) is document["templates"][1]
    assert key_of(Template("arson", filled.fillers), document) is None
