import numpy as np

from oqiga.model.span import Span
from oqiga.read.encoder.labels import ROLES
from oqiga.read.templates.trained import load_hashed, save_hashed
from oqiga.read.templates.words import BITS, WordModel, cut, hashes, likely_spans


def test_words_keep_their_offsets():
    worded = cut('THE "M-16" FELL.')
    assert worded.words == ("the", '"', "m-16", '"', "fell", ".")
    assert [worded.starts[2], worded.ends[2]] == [5, 9]
    assert worded.at(9) == 2
    assert worded.at(0) == -1


def test_every_word_has_features_and_neighbours_in_its_sentence_only():
    rows = hashes(cut("men fled. men fled."))
    assert len(rows) == 6
    assert rows[0] == hashes(cut("men fled."))[0]
    assert hashes(cut("")) == []


def test_spans_end_in_likely_words_and_stop_at_punctuation():
    roles = len(ROLES)
    model = WordModel(np.zeros((2 * roles, 1 << BITS), np.float32), np.full(2 * roles, -9.0, np.float32))
    worded = cut("yes, two men")
    opinion = model.opinion(worded)
    opinion.ends[3, 0] = 1.0
    opinion.begins[2, 0] = 1.0
    assert next(iter(likely_spans(worded, opinion, 0))) == Span(5, 12)
    assert Span(0, 12) not in list(likely_spans(worded, opinion, 0))
    assert list(likely_spans(worded, opinion, 1)) == []


def test_a_model_of_words_survives_being_written(tmp_path):
    weights = np.zeros((2 * len(ROLES), 1 << BITS), np.float32)
    weights[:, 5] = np.arange(2 * len(ROLES))
    save_hashed(WordModel(weights, np.ones(2 * len(ROLES), np.float32)), tmp_path / "words.npz")
    read = WordModel(*load_hashed(tmp_path / "words.npz"))
    assert np.allclose(read.weights[:, 5], weights[:, 5], atol=0.05)
    assert read.bias.tolist() == [1.0] * 2 * len(ROLES)
