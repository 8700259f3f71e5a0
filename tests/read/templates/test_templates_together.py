from types import SimpleNamespace

import numpy as np
import pytest

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.filled import Filler
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.together import Standing, incidents, joined, linked, of_pairs

TEXT = "A bus burnt in Osh on Monday.\n\n   Rebels fled. A bank fell in Tarsk on Friday."


def evidence():
    ends = [TEXT.index("\n"), TEXT.index(" A bank"), len(TEXT)]
    starts = [0, TEXT.index("Rebels"), TEXT.index("A bank")]
    sentences = [SimpleNamespace(span=Span(*each)) for each in zip(starts, ends, strict=True)]
    days = ((TEXT.index("Monday"), "1990-01-08"), (TEXT.index("Friday"), "1990-01-05"))
    places = ((TEXT.index("Osh"), "Osh"), (TEXT.index("Tarsk"), "Tarsk"))
    parse = SimpleNamespace(sentences=sentences)
    return Evidence(TEXT, parse, None, None, None, None, (), (), {}, days, places)


def standing(role, text, odds=1.0, kind=0):
    span = Span(TEXT.index(text), TEXT.index(text) + len(text))
    candidate = Candidate(ROLES.index(role), text.lower(), (Mention(0, 1, span, 0, 0.9, 1.0, 1.0),))
    kinds = np.zeros(2, np.float32)
    kinds[kind] = 1
    return Standing(Filler(role, text.lower(), span, odds), candidate, kinds)


BUS, REBELS, BANK = (
    standing("target", "bus"),
    standing("perpetrator", "Rebels", 0.5),
    standing("target", "bank", 2.0, 1),
)


def test_what_tells_whether_two_fillers_are_of_one_incident():
    pairs = of_pairs(evidence(), [BUS, REBELS, BANK], 0.7)
    assert set(pairs) == {(0, 1), (0, 2), (1, 2)}
    far, near = pairs[0, 2], pairs[1, 2]
    assert far["sentences 2"] == near["sentences 1"] == 1.0
    assert far["paragraphs 1"] == near["paragraphs 0"] == 1.0
    assert far["other days"] == far["other places"] == 1.0
    assert pairs[0, 1]["same days"] == 1.0  # the sentence of the rebels tells none, the one before does
    assert near["other days"] == 1.0
    assert (far["same kind"], pairs[0, 1]["same kind"]) == (0.0, 1.0)
    assert far["roles target+target"] == far["same role"] == 1.0
    assert far["several"] == 0.7 < far["several far"]
    assert far["widest gap"] == 1.0 > near["widest gap"]


def test_the_likeliest_pairs_are_joined_first_and_the_unlikely_stay_apart():
    odds = {(0, 1): 2.0, (0, 2): -1.0, (1, 2): 0.5}
    assert joined(odds, range(3)) == [[0, 1], [2]]  # on the mean the third is likelier apart from both
    assert sorted(map(sorted, joined(odds | {(0, 2): 0.0}, range(3)))) == [[0, 1, 2]]
    assert joined({}, range(0)) == []
    assert joined({(4, 5): -1.0}, range(4, 6)) == [[4], [5]]


def test_how_far_two_groups_belong_together():
    assert linked({(0, 1): 1.0, (1, 2): 3.0}, [1], [0, 2]) == 2.0
    assert linked({}, [1], []) == 0.0


@pytest.mark.parametrize(
    ("weight", "expected"), [(-5.0, [["bank"], ["bus", "rebels"]]), (0.0, [["bank", "bus", "rebels"]])]
)
def test_fillers_are_parted_by_incident_the_surest_first(weight, expected):
    model = Logistic(1.0, {"same role": weight})
    [attack, none] = incidents(evidence(), [[BUS, REBELS, BANK], []], 0.0, model)
    assert [[each.text for each in fillers] for fillers in attack] == expected
    assert none == []


def test_types_are_parted_one_by_one():
    apart = Logistic(-1.0, {})
    found = incidents(evidence(), [[BUS, REBELS], [BANK]], 0.0, apart)
    assert [[[each.text for each in fillers] for fillers in groups] for groups in found] == [
        [["bus"], ["rebels"]],
        [["bank"]],
    ]


def test_a_filler_tells_what_speaks_for_its_place():
    [[found]] = incidents(evidence(), [[BUS, BANK]], 0.0, Logistic(1.5, {}))
    assert [each.linked for each in found] == [1.5, 1.5]
    [[alone]] = incidents(evidence(), [[BUS]], 0.0, Logistic(1.5, {}))
    assert alone[0].linked == 0.0
