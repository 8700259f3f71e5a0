import numpy as np
import pytest

from oqiga.read.encoder.pieces import load_pieces, save_pieces


@pytest.fixture
def table():
    return np.random.default_rng(3).normal(0, 0.05, (40, 8)).astype(np.float32)


def test_a_table_comes_back_within_half_a_step_of_its_scale(table, tmp_path):
    save_pieces(table, tmp_path / "pieces.npz")
    pieces = load_pieces(tmp_path / "pieces.npz")
    found = pieces.of(np.arange(40))
    assert (np.abs(found - table) <= np.abs(table).max(axis=1, keepdims=True) / 127 / 2 + 1e-6).all()
    assert pieces.table.dtype == np.int8


def test_pieces_are_looked_up_in_the_shape_they_are_asked_in(table, tmp_path):
    save_pieces(table, tmp_path / "pieces.npz")
    found = load_pieces(tmp_path / "pieces.npz").of(np.array([[3, 3, 7]]))
    assert found.shape == (1, 3, 8)
    assert (found[0, 0] == found[0, 1]).all()


def test_a_piece_without_an_embedding_stays_nothing(table, tmp_path):
    table[5] = 0
    save_pieces(table, tmp_path / "pieces.npz")
    assert not load_pieces(tmp_path / "pieces.npz").of(np.array([5])).any()
