import numpy as np
import pytest

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.encoder.model import Encoded
from oqiga.read.templates.candidates import find_candidates, plain, trimmed
from oqiga.read.templates.words import BITS, WordModel, cut

SILENT = WordModel(
    np.zeros((2 * len(ROLES), 1 << BITS), np.float32), np.full(2 * len(ROLES), -9.0, np.float32)
)
TEXT = "the two gunmen shot ana"


def encoded(spans):
    """One piece a word; `spans` by role: (first, last, probability)."""
    offsets, start = [], 0
    for word in TEXT.split():
        offsets.append((start, start + len(word)))
        start += len(word) + 1
    roles = np.zeros((len(offsets), len(ROLES), 3), np.float32)
    roles[:, :, 0] = 0.999
    for role, (first, last, chance) in spans.items():
        for at in range(first, last):
            roles[at, role] = (1 - chance, chance if at == first else 0, 0 if at == first else chance)
    return Encoded(
        tuple(offsets),
        np.zeros((len(offsets), 4), np.float32),
        roles,
        np.zeros(7, np.float32),
        np.zeros(4, np.float32),
    )


def found(spans, words=SILENT):
    worded = cut(TEXT)
    return [
        (each.role, each.text, each.mentions[0].level)
        for each in find_candidates(TEXT, encoded(spans), worded, words.opinion(worded))
    ]


def test_sure_spans_are_found_at_the_strictest_level_and_weak_ones_later():
    assert found({0: (1, 3, 0.9), 3: (4, 5, 0.2)}) == [(0, "two gunmen", 0), (3, "ana", 2)]


def test_numbers_stay_with_perpetrators_only():
    assert found({2: (0, 3, 0.9)}) == [(2, "gunmen", 0)]


def test_the_model_of_words_adds_candidates():
    bias = SILENT.bias.copy()
    bias[len(ROLES) + 3] = 0.0  # every word may end a victim
    texts = {text for role, text, _ in found({}, WordModel(SILENT.weights, bias)) if role == 3}
    assert "ana" in texts


def test_no_pieces_no_candidates():
    empty = Encoded(
        (),
        np.zeros((0, 4), np.float32),
        np.zeros((0, len(ROLES), 3), np.float32),
        np.zeros(7, np.float32),
        np.zeros(4, np.float32),
    )
    worded = cut("")
    assert find_candidates("", empty, worded, SILENT.opinion(worded)) == []


@pytest.mark.parametrize(
    ("string", "numbers", "kept"),
    [
        ("THE 50 PEASANTS", True, "peasants"),
        ("THE 50 PEASANTS", False, "50 peasants"),
        ("THE", True, "the"),
        ('"A BUS"', True, "a bus"),
        ("--", True, None),
    ],
)
def test_articles_and_numbers_are_taken_off(string, numbers, kept):
    span = trimmed(string, Span(0, len(string)), numbers=numbers)
    assert (plain(span.of(string)) if span else None) == kept
