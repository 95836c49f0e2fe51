"""From what the layers say to one vector."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.nlu.projection import WIDTH, Projection

PARTS = 3
POOLS = np.random.default_rng(4).normal(size=(400, PARTS * WIDTH)).astype(np.float32)
LEARNT = Projection.learn(POOLS, PARTS)


def cosines(projection: Projection, pools: np.ndarray) -> np.ndarray:
    vectors = projection.of(pools)
    return np.asarray(vectors @ vectors.T)


def test_every_text_has_a_vector_of_length_one() -> None:
    vectors = LEARNT.of(POOLS[:7])
    assert vectors.shape == (7, WIDTH) and vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_vector_alone_as_among_others() -> None:
    among = LEARNT.of(POOLS[:5])
    assert np.allclose(among[3:4], LEARNT.of(POOLS[3:4]), atol=1e-6)


def test_what_all_sentences_share_and_how_large_a_part_is_tells_nothing() -> None:
    larger = POOLS.reshape(len(POOLS), PARTS, WIDTH) * np.array([1, 20, 0.1], dtype=np.float32)[:, None] + 5
    larger = larger.reshape(len(POOLS), -1)
    other = Projection.learn(larger, PARTS)
    assert np.allclose(cosines(other, larger[:20]), cosines(LEARNT, POOLS[:20]), atol=1e-2)


def test_the_directions_in_which_sentences_differ_most_are_those_that_are_kept() -> None:
    pools = POOLS.copy()
    pools[:, :2] *= 30
    kept = Projection.learn(pools, PARTS).axes
    assert np.abs(np.linalg.norm(kept[:2], axis=1)) == pytest.approx(1, abs=0.02)
    assert np.median(np.linalg.norm(kept[2:], axis=1)) < 0.8


def test_what_is_kept_is_what_was_learnt(tmp_path: Path) -> None:
    LEARNT.save(tmp_path)
    assert np.array_equal(Projection.load(tmp_path).of(POOLS[:9]), LEARNT.of(POOLS[:9]))


def test_learning_twice_gives_the_same_numbers() -> None:
    assert np.array_equal(Projection.learn(POOLS, PARTS).axes, LEARNT.axes)


def test_a_part_that_says_what_is_usual_is_no_division_by_nothing() -> None:
    usual = LEARNT.usual.reshape(1, -1)
    assert np.isfinite(LEARNT.of(usual)).all()
