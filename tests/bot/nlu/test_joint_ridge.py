"""The joint ridge regression beside the same in closed form."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from bot.nlu import joint_ridge, ridge
from bot.nlu.joint_ridge import JointRidge

SENTENCES, DENSE, BINS, LABELS = 60, 5, 30, 3
HELD_BACK = (0.75, 3.0)
PART = np.arange(SENTENCES) % 3


@pytest.fixture
def features() -> tuple[np.ndarray, csr_matrix, np.ndarray]:
    random = np.random.default_rng(4)
    dense = random.normal(size=(SENTENCES, DENSE)).astype(np.float32)
    sparse = (random.random((SENTENCES, BINS)) * (random.random((SENTENCES, BINS)) < 0.2)).astype(np.float32)
    return dense, csr_matrix(sparse), random.random((SENTENCES, LABELS)).astype(np.float32)


def in_closed_form(dense: np.ndarray, sparse: csr_matrix, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    both = np.hstack([dense, sparse.toarray()])
    held_back = np.repeat(HELD_BACK, [DENSE, BINS])
    weights = np.linalg.solve(both.T @ both + np.diag(held_back), both.T @ (wanted - wanted.mean(axis=0)))
    return weights[:DENSE], weights[DENSE:]


@pytest.fixture
def exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joint_ridge, "CLOSE_ENOUGH", 1e-5)
    monkeypatch.setattr(joint_ridge, "ROUNDS", 60)


@pytest.mark.usefixtures("exact")
def test_it_is_the_regression_in_closed_form(features: tuple[np.ndarray, csr_matrix, np.ndarray]) -> None:
    dense, sparse, wanted = features
    solved = JointRidge(dense, sparse, HELD_BACK, PART).solve(wanted, range(3))
    of_dense, of_sparse = in_closed_form(dense, sparse, wanted)
    assert solved.dense == pytest.approx(of_dense, abs=1e-3)
    assert solved.sparse == pytest.approx(of_sparse, abs=1e-3)
    assert solved.base == pytest.approx(wanted.mean(axis=0))


@pytest.mark.usefixtures("exact")
def test_what_is_left_out_is_not_learnt_from(
    features: tuple[np.ndarray, csr_matrix, np.ndarray],
) -> None:
    dense, sparse, wanted = features
    both = JointRidge(dense, sparse, HELD_BACK, PART)
    few = both.solve(wanted, [1, 2])
    some = PART > 0
    of_dense, of_sparse = in_closed_form(dense[some], sparse[some], wanted[some])
    assert few.dense == pytest.approx(of_dense, abs=1e-3)
    assert few.sparse == pytest.approx(of_sparse, abs=1e-3)
    said = both.say(few, 0)
    assert said[0] == pytest.approx(few.base + dense[~some] @ few.dense, abs=1e-4)
    assert said[1] == pytest.approx(sparse[~some] @ few.sparse, abs=1e-4)


def test_after_a_few_rounds_it_says_nearly_what_it_says_in_the_end(
    features: tuple[np.ndarray, csr_matrix, np.ndarray],
) -> None:
    dense, sparse, wanted = features
    solved = JointRidge(dense, sparse, HELD_BACK, PART).solve(wanted, range(3))
    of_dense, of_sparse = in_closed_form(dense, sparse, wanted)
    said, in_the_end = (
        dense @ one + sparse @ other for one, other in ((solved.dense, solved.sparse), (of_dense, of_sparse))
    )
    assert np.abs(said - in_the_end).mean() < 0.1 * np.abs(in_the_end).mean()


def test_a_label_that_is_nowhere_is_never_said(features: tuple[np.ndarray, csr_matrix, np.ndarray]) -> None:
    dense, sparse, wanted = features
    wanted[:, 1] = 0
    solved = JointRidge(dense, sparse, HELD_BACK, PART).solve(wanted, range(3))
    assert not solved.dense[:, 1].any() and not solved.sparse[:, 1].any()


def test_the_commonest_columns_come_first_and_the_rows_stay_as_they_were() -> None:
    rows = csr_matrix(np.array([[0, 2, 0, 3], [0, 0, 0, 5], [1, 0, 0, 7]], dtype=np.float32))
    before = rows.toarray()
    there, bins = ridge.commonest_first(rows)
    assert bins.tolist() == [3, 0, 1]
    assert there.toarray().tolist() == before[:, bins].tolist()
    assert rows.toarray().tolist() == before.tolist()
    weights = np.arange(6, dtype=np.float32).reshape(3, 2)
    assert ridge.in_their_bins(weights, bins, 4).tolist() == [[2, 3], [4, 5], [0, 0], [0, 1]]
