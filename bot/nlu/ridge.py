"""Ridge regression: over the n-grams of sentences by steps, without a matrix of sentences by sentences; and over a
kernel in closed form.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix

Floats = NDArray[np.float32]

RIDGE = 1.0
# It is solved until what is left of the labels is this part of them.
CLOSE_ENOUGH = 0.1
MOST_STEPS = 400
TINY = 1e-20


def rounded(weights: Floats) -> Floats:
    """Weights as 16 bits say them, in which they are kept (`halved`): what was learnt says what it says when loaded."""
    result: Floats = halved(weights).astype(np.float32)
    return result


def halved(weights: Floats) -> NDArray[np.float16]:
    """Weights in half the bytes."""
    return weights.astype(np.float16)


def wanted(target: NDArray[np.int64], labels: int) -> Floats:
    """[sentences, labels]: one where the label is, less how often each label is seen."""
    rows = np.eye(labels, dtype=np.float32)[target]
    result: Floats = rows - rows.mean(axis=0)
    return result


def solve_kernel(kernel: Floats, held_back: float | Floats, wanted: Floats) -> Floats:
    """The weights [sentences, labels] over how alike the sentences are (`kernel` [sentences, sentences]); `held_back`
    is one for all or one for each.
    """
    # In 32 bits: every figure of the development sets is the same, in less time and half the memory.
    held = kernel.astype(np.float32)
    held[np.diag_indices_from(held)] += held_back
    factor = cho_factor(held, lower=True, overwrite_a=True, check_finite=False)
    result: Floats = cho_solve(factor, wanted, check_finite=False).astype(np.float32)
    return result


def solve(rows: csr_matrix, target: NDArray[np.int64], labels: int) -> Floats:
    """The weights [bins, labels] by conjugate gradients over the sentences, each label on its own."""
    right = wanted(target, labels)
    there, bins = commonest_first(rows)
    columns = there.T.tocsr()
    enough = CLOSE_ENOUGH**2 * np.einsum("ij,ij->j", right, right)
    weights = closer(lambda some: there @ (columns @ some) + RIDGE * some, right, enough)
    return in_their_bins(columns @ weights, bins, rows.shape[1])


def commonest_first(rows: csr_matrix) -> tuple[csr_matrix, NDArray[np.int64]]:
    """The columns of n-grams that are there at all, the commonest first, and the bin of each: what is needed most often
    lies together, and the sums over it take a third less time.
    """
    seen = np.bincount(rows.indices, minlength=rows.shape[1])
    bins = np.argsort(-seen, kind="stable")[: np.count_nonzero(seen)]
    place = np.empty(rows.shape[1], dtype=rows.indices.dtype)
    place[bins] = np.arange(len(bins))
    there = csr_matrix((rows.data.copy(), place[rows.indices], rows.indptr), shape=(rows.shape[0], len(bins)))
    there.sort_indices()
    return there, bins


def in_their_bins(weights: Floats, bins: NDArray[np.int64], width: int) -> Floats:
    """The weights [columns, labels] of `commonest_first` as [bins, labels]; nothing for an n-gram that is nowhere."""
    result = np.zeros((width, weights.shape[1]), dtype=np.float32)
    result[bins] = weights
    return result


def closer(moved: Callable[[Floats], Floats], target: Floats, enough: Floats, start: Floats | None = None) -> Floats:
    """What `moved` makes `target` of [sentences, labels], by conjugate gradients from `start`, until the squares that are
    left of each label are `enough` [labels] at most.
    """
    weights = np.zeros_like(target) if start is None else start.copy()
    left = target.copy() if start is None else target - moved(start)
    direction = left.copy()
    before = np.einsum("ij,ij->j", left, left)
    for _ in range(MOST_STEPS):
        if (before <= enough).all():
            break
        further = moved(direction)
        step = before / np.maximum(np.einsum("ij,ij->j", direction, further), TINY)
        weights += step * direction
        left -= step * further
        after = np.einsum("ij,ij->j", left, left)
        direction = left + (after / np.maximum(before, TINY)) * direction
        before = after
    return weights
