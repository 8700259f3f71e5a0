import random

import pytest

pytest.importorskip("sklearn")

import numpy as np

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.languages import language_pack
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.evidence import Evidence
from oqiga.read.templates.looks import two_looks
from oqiga.train.roles.clauses import fit_clauses
from oqiga.train.roles.examples import SLOTS, found_in
from oqiga.train.roles.looks import fit_looks

TYPES_TOLD = dict.fromkeys(TYPES, 0.0)


def key(**slots):
    template = {slot: [] for slot in SLOTS.values()} | {
        SLOTS[role]: [{"alts": [each.upper()]} for each in strings] for role, strings in slots.items()
    }
    return {"templates": [template]}


def test_where_a_string_stands_among_pieces():
    text = "men and women. men"
    offsets = [(0, 3), (4, 7), (8, 13), (13, 14), (15, 18)]
    assert list(found_in(text, "MEN", offsets)) == [(0, 1), (4, 5)]
    assert list(found_in(text, "AND  WOMEN", offsets)) == [(1, 3)]
    assert list(found_in(text, "", offsets)) == []


def test_the_model_of_clauses_learns_who_does_and_who_suffers():
    people = ["miners", "clerks", "nurses", "drivers", "pilots", "monks"]
    texts = [(f"Yesterday the {one} killed the {other}.", one, other) for one in people for other in people]
    parsed = [language_pack("en").parse(text) for text, *_ in texts]
    documents = [key(perpetrator=[one], victim_description=[other]) for _, one, other in texts]
    model = fit_clauses(documents, parsed)
    unseen = language_pack("en").parse("Yesterday the cooks killed the tailors.")
    opinion = model.opinion(unseen)
    cooks, tailors = (
        opinion.of(next(each for each in unseen.tokens if each.lower == word))
        for word in ("cooks", "tailors")
    )
    does, suffers = ROLES.index("perpetrator"), ROLES.index("victim_description")
    assert cooks[does] > tailors[does]
    assert tailors[suffers] > cooks[suffers]


@pytest.fixture(scope="module")
def fitted():
    """Reports of three candidates a role each, of which the key has the one whose feature is high."""
    parse = language_pack("en").parse("x")
    mention = Mention(0, 1, Span(0, 1), 0, 0.9, 1.0, 1.0)
    chance = random.Random(3)
    documents, evidence, described = [], [], []
    for _ in range(30):
        candidates = [Candidate(role, f"{w} {w}", (mention,)) for role in range(len(ROLES)) for w in "abc"]
        kinds = (np.ones(len(TYPES), np.float32),) * len(candidates)
        evidence.append(Evidence("x", parse, None, None, None, None, tuple(candidates), kinds, {}))
        described.append(
            [{"x": 1.5 + chance.random() if each.text == "b b" else chance.random()} for each in candidates]
        )
        documents.append(key(**{role: ["b b"] for role in ROLES}))
    told = []
    odds, looks = fit_looks(
        documents, evidence, described, [0.0] * 30, [TYPES_TOLD] * 30, [n % 3 for n in range(30)], told.append
    )
    return evidence, described, odds, looks, told


def test_each_candidate_is_judged_by_rankers_that_have_not_seen_its_report(fitted):
    evidence, _, odds, _, told = fitted
    for found, values in zip(evidence, odds, strict=True):
        right = [value for each, value in zip(found.candidates, values, strict=True) if each.text == "b b"]
        wrong = [value for each, value in zip(found.candidates, values, strict=True) if each.text != "b b"]
        assert min(right) > max(wrong)
    assert told[0] == "perpetrator: 90 candidates, 30 of 30 strings found"


def test_both_looks_are_told_of_the_same_features_as_in_use(fitted):
    evidence, described, _, looks, _ = fitted
    values = two_looks(evidence[0], described[0], looks, 0.0, TYPES_TOLD)
    best = {
        each.role: each.text for each, value in zip(evidence[0].candidates, values, strict=True) if value > 0
    }
    assert best == dict.fromkeys(range(len(ROLES)), "b b")
