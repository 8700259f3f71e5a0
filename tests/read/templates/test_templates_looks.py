import math

import numpy as np
import pytest

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES, TYPES
from oqiga.read.languages import language_pack
from oqiga.read.templates.candidates import Candidate, Mention
from oqiga.read.templates.clauses import NounOpinion, rows_of
from oqiga.read.templates.evidence import Evidence, score
from oqiga.read.templates.forest import Forest
from oqiga.read.templates.linear import Logistic
from oqiga.read.templates.looks import Look, two_looks
from oqiga.read.templates.second import HOPELESS, look_again
from oqiga.read.templates.syntax import of_syntax

TEXT = "Two masked men attacked the bank. The men of the Tarsk Front killed a guard of the bank."
KINDS = {"attack": 1.0, "bombing": -1.0, "kidnapping": -2.0, "arson": -2.0}


def evidence(*candidates, odds=()):
    """Evidence of strings with their roles; odds: of the model of clauses, by word and role."""
    document = language_pack("en").parse(TEXT)
    nouns, _ = rows_of(document)
    where = np.full(len(document.tokens), -1, np.int32)
    where[[each.index for each in nouns]] = range(len(nouns))
    judged = np.full((len(nouns), len(ROLES)), -5.0, np.float32)
    for word, role, value in odds:
        for row, each in enumerate(nouns):
            if each.lower == word:
                judged[row, ROLES.index(role)] = value
    found = tuple(candidate(role, string, chance) for role, string, chance in candidates)
    kinds = np.eye(len(TYPES), dtype=np.float32)[0]
    opinion = NounOpinion(where, judged)
    return Evidence(TEXT, document, None, None, None, opinion, found, (kinds,) * len(found), {})


def candidate(role, string, chance):
    lowered, places, start = TEXT.lower(), [], 0
    while (start := lowered.find(string, start)) >= 0:
        places.append(Span(start, start + len(string)))
        start += 1
    mentions = tuple(Mention(at, at + 1, span, 0, chance, 1.0, 1.0) for at, span in enumerate(places))
    return Candidate(ROLES.index(role), string, mentions)


def syntax(found):
    return of_syntax(found, [max(map(score, each.mentions)) for each in found.candidates])


def test_clauses_speak_for_the_noun_that_heads_a_candidate():
    found = evidence(("perpetrator", "two masked men", 0.5), odds=[("men", "perpetrator", 2.0)])
    [features] = syntax(found)
    assert (features["s_max"], features["s_other"], features["s_lead"]) == (2.0, -5.0, 7.0)
    assert features["rel_nsubj"] == features["h_number"] == features["h_plural"] == 1.0


def test_bounds_are_held_against_those_of_the_noun_phrase():
    found = evidence(
        ("perpetrator", "masked men", 0.5),
        ("perpetrator", "bank. the men", 0.5),
        ("victim_description", "guard", 0.5),
        ("victim_description", "guard of the bank", 0.5),
    )
    whole, beyond, cut, joined = syntax(found)
    assert (whole["b_start"], whole["b_end"], whole["b_beyond"]) == (1.0, 1.0, 0.0)
    assert beyond["b_beyond"] == 1.0
    assert (cut["b_of_cut"], cut["b_of"]) == (1.0, 0.0)
    assert (joined["b_of_cut"], joined["b_of"]) == (0.0, 1.0)


def test_others_of_the_sentence_and_namesakes_are_told():
    found = evidence(("perpetrator", "masked men", 0.9), ("perpetrator", "men", 0.1), ("target", "bank", 0.9))
    masked, men, _ = syntax(found)
    assert masked["co_target"] > 0 > masked["co_weapon"]
    assert (masked["n_many"], men["n_many"]) == (math.log(2), math.log(2))
    assert masked["n_behind"] == 0 > men["n_behind"]


def test_what_covers_no_noun_has_features_all_the_same():
    [features] = syntax(evidence(("target", "attacked", 0.5)))
    assert features["s_none"] == 1.0


def test_a_second_look_sets_each_beside_the_others():
    found = evidence(
        ("perpetrator", "masked men", 0.9), ("perpetrator", "men", 0.1), ("victim_description", "guard", 0.9)
    )
    masked, men, guard = look_again(found, [1.0, -2.0, 0.5], 0.7, KINDS)
    assert (masked["lead"], men["lead"]) == (3.0, -3.0)
    assert (men["odds_longer"], masked["odds_shorter"]) == (1.0, -2.0)
    assert masked["near_victim_description"] == -7.0
    assert men["near_victim_description"] == 0.5  # "men" stands in the second sentence too
    assert guard["rest"] == pytest.approx(0)
    assert guard["holds"] == 0.7
    assert guard["fits"] == pytest.approx(1 / (1 + math.exp(-1)))


def forests(chance):
    one = {"asked": [-1], "low": [-1], "high": [-1]}
    arrays = {name: np.array(values, np.int32) for name, values in one.items()}
    tree = Forest(
        names=np.array(["x"]),
        roots=np.array([0], np.int32),
        bound=np.zeros(1, np.float32),
        chance=np.array([chance], np.float32),
        **arrays,
    )
    return dict.fromkeys(ROLES, tree)


def test_the_second_look_decides_and_the_hopeless_are_left_alone():
    found = evidence(("perpetrator", "masked men", 0.9), ("perpetrator", "bank", 0.1))
    described = [{"x": 1.0}, {"x": -9.0}]
    first = Look(dict.fromkeys(ROLES, Logistic(0.0, {"x": 1.0})), forests(0.5))
    second = Look(dict.fromkeys(ROLES, Logistic(0.0, {"own": 4.0, "x": 1.0})), forests(0.5))
    odds = two_looks(found, described, (first, second), 0.0, KINDS)
    assert odds[0] == pytest.approx(((1.0 + 0) / 2 * 4 + 1.0 + 0) / 2)
    assert odds[1] == -9.0 < HOPELESS
