"""The head of the behaviours, and the ridge under it, on small invented data."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu import ridge
from bot.nlu.likeness import Likeness, evenly, near
from bot.nlu.likeness_head import LikenessHead
from bot.nlu.word_features import Rows

RANDOM = np.random.default_rng(0)
# Two labels in four clusters, crosswise: no straight cut parts them.
CORNERS = np.array([[1, 0, 0], [-1, 0, 0], [0, 1, 0], [0, -1, 0]], dtype=np.float32)
NAMES = ["along", "along", "across", "across"]
BINS = np.array([], dtype=np.int64)


def sentences(each: int) -> tuple[np.ndarray, Rows, list[str]]:
    points = np.repeat(CORNERS, each, axis=0) + RANDOM.normal(0, 0.1, (4 * each, 3)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    return (
        points.astype(np.float32),
        Rows(((BINS, BINS.astype(np.float32)),) * (4 * each)),
        list(np.repeat(NAMES, each)),
    )


def test_labels_that_no_straight_cut_parts_are_told_apart() -> None:
    head = LikenessHead.train(*sentences(20))
    points, rows, names = sentences(5)
    guessed = [head.labels[i] for i in head.probabilities(points, rows @ head.sparse).argmax(axis=1)]
    assert guessed == names


def test_the_ngrams_decide_where_the_meaning_says_nothing() -> None:
    same = np.tile(CORNERS[:1], (20, 1))
    rows = Rows(tuple((np.array([label]), np.ones(1, dtype=np.float32)) for label in (0, 1) for _ in range(10)))
    head = LikenessHead.train(same, rows, ["a"] * 10 + ["b"] * 10)
    assert head.probabilities(same[:1], rows.chosen(np.array([0])) @ head.sparse)[0].argmax() == 0
    assert head.probabilities(same[:1], rows.chosen(np.array([19])) @ head.sparse)[0].argmax() == 1


def test_every_row_is_a_set_of_probabilities() -> None:
    points, rows, names = sentences(5)
    head = LikenessHead.train(points, rows, names)
    given = head.probabilities(points, rows @ head.sparse)
    assert given.min() >= 0 and given.sum(axis=1) == pytest.approx(np.ones(20), abs=1e-5)


def test_training_twice_gives_the_same_to_the_last_bit() -> None:
    points, rows, names = sentences(50)
    one, other = (LikenessHead.train(points, rows, names) for _ in range(2))
    assert np.array_equal(one.weights, other.weights) and np.array_equal(one.sparse, other.sparse)


def test_what_was_kept_decides_alike() -> None:
    points, rows, names = sentences(10)
    head = LikenessHead.train(points, rows, names)
    again = LikenessHead.from_arrays("b", head.arrays("b"))
    assert again.labels == head.labels
    assert np.allclose(
        again.probabilities(points, rows @ again.sparse), head.probabilities(points, rows @ head.sparse), atol=1e-3
    )


def test_one_label_alone_cannot_be_learnt() -> None:
    points, rows, _ = sentences(2)
    with pytest.raises(ValueError, match="at least two labels"):
        LikenessHead.train(points, rows, ["a"] * 8)


def test_the_ridge_by_steps_is_the_ridge_in_closed_form() -> None:
    dense = RANDOM.normal(size=(60, 200)).astype(np.float32) / 14
    target = RANDOM.integers(0, 3, 60)
    exact = dense.T @ np.linalg.solve(dense @ dense.T + ridge.RIDGE * np.eye(60), ridge.wanted(target, 3))
    assert np.abs(ridge.solve(csr_matrix(dense), target, 3) - exact).max() < 0.1 * np.abs(exact).max()


def test_what_is_compiled_compares_as_the_numbers_do() -> None:
    some, others = (RANDOM.normal(size=(count, 384)).astype(np.float32) for count in (5, 300))
    some, others = (one / np.linalg.norm(one, axis=1, keepdims=True) for one in (some, others))
    compiled = Likeness.compile(others)
    given = compiled.to(some, fading=1.5)
    assert np.abs(given - near(some, others, fading=1.5)).max() < 0.01
    # Alone or beside others, before keeping or after it, a sentence is as near.
    again = Likeness.from_array(compiled.array())
    assert np.array_equal(np.vstack([again.to(one[None], 1.5) for one in some]), given)


def test_of_many_places_a_few_are_taken_evenly() -> None:
    assert evenly([3, 4, 5], 3).tolist() == [3, 4, 5]
    assert evenly(range(101), 5).tolist() == [0, 25, 50, 75, 100]
