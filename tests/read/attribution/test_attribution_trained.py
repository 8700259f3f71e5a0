from dataclasses import replace

import numpy as np
import pytest
from tests.read.attribution.attribution_make import context

from oqiga.read.attribution.features import BUCKETS, Surroundings, bucket, cue_features, word_features
from oqiga.read.attribution.quoted import quoted_tokens
from oqiga.read.attribution.trained import wide_attributions
from oqiga.read.attribution.weights import Weights, pack, trained_weights, unpack

BIAS = 223835
"""The bucket of one feature, to be the same on every machine."""


def small_weights(threshold=0.5):
    rng = np.random.default_rng(3)
    words = rng.normal(size=(BUCKETS, 3)).astype(np.float16).astype(np.float32)
    cues = np.ones(BUCKETS, dtype=np.float32)
    return Weights(cues, words, frozenset({"say"}), threshold)


def test_packing_keeps_what_matters():
    weights = small_weights()
    again = unpack(pack(weights))
    assert np.array_equal(again.words, weights.words)
    assert (again.cue_lemmas, again.threshold) == (weights.cue_lemmas, weights.threshold)


def test_features_do_not_depend_on_the_run():
    document = context("Police said six people died.").document
    around = Surroundings(document, quoted_tokens(document))
    assert cue_features(around, document.tokens[1])[0] == bucket("bias") == BIAS
    rows = word_features(around, document.tokens[1], range(6))
    assert len({len(row) for row in rows}) == 1
    assert all(0 <= index < BUCKETS for row in rows for index in row)


def test_no_cue_above_the_threshold_finds_nothing():
    document = context("Police said six people died.").document
    assert wide_attributions(document, replace(small_weights(), threshold=1.1)) == ()


def test_a_language_without_weights_has_none():
    assert trained_weights("xx") is None


@pytest.mark.skipif(trained_weights("en") is None, reason="the trained reader is not installed")
def test_the_installed_reader_finds_plain_speech_and_opinion():
    text = "The senator believes the law is unfair. Six people died, police said."
    weights = trained_weights("en")
    found = {
        tuple(span.of(text) for span in each.source_spans): [span.of(text) for span in each.content_spans]
        for each in wide_attributions(context(text).document, weights)
    }
    assert found["The senator",] == ["the law is unfair"]
    assert found["police",] == ["Six people died"]
