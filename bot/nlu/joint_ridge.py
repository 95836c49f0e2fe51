"""Ridge regression over dense and sparse features at once, so that neither learns again what the other says already.

By backfitting: the dense weights in closed form for what the sparse ones leave, the sparse ones by conjugate gradients
over the sentences for what the dense ones leave, a few times over. The sums over the dense features are made once for
each part of the sentences, so that leaving one part out costs little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix

from bot.nlu.ridge import Floats, closer, commonest_first, in_their_bins

# So many times over, the weights say on the development set what they say in the end.
ROUNDS = 4
# The sparse ones are solved until what is left is this part of the labels.
CLOSE_ENOUGH = 0.1


@dataclass(frozen=True)
class Solved:
    """The weights over the dense features [features, labels] and over the sparse ones [bins, labels], and what is right
    on average [labels].
    """

    dense: Floats
    sparse: Floats
    base: Floats


class JointRidge:
    """`dense` [sentences, features] and `sparse` [sentences, bins] features of the same sentences, each kind held back
    by its own of `held_back`; `part` [sentences] is which part each belongs to, from 0.
    """

    def __init__(
        self, dense: Floats, sparse: csr_matrix, held_back: tuple[float, float], part: NDArray[np.int64]
    ) -> None:
        self._dense, self._all_bins = dense, sparse.shape[1]
        self._rows, self._bins = commonest_first(sparse)
        self._columns = self._rows.T.tocsr()
        self._held_back, self._part = held_back, part
        self._squares = [_square(dense[part == one]) for one in range(int(part.max()) + 1)]

    def solve(self, wanted: Floats, parts: Sequence[int]) -> Solved:
        """Learns `wanted` [sentences, labels] from the sentences of some `parts`."""
        among = np.isin(self._part, parts)
        there = among.astype(np.float32)[:, None]
        base = wanted[among].mean(axis=0)
        target = (wanted - base) * there
        enough = CLOSE_ENOUGH**2 * np.einsum("ij,ij->j", target, target)
        square = np.sum([self._squares[one] for one in parts], axis=0, dtype=np.float64)
        square[np.diag_indices_from(square)] += self._held_back[0]
        factor = cho_factor(square, lower=True, overwrite_a=True, check_finite=False)

        def moved(some: Floats) -> Floats:
            result: Floats = there * (self._rows @ (self._columns @ some)) + self._held_back[1] * some
            return result

        sentences = None  # the sparse weights, as a sum of sentences
        left = target
        for _ in range(ROUNDS):
            dense = cho_solve(factor, self._dense.T @ left, check_finite=False).astype(np.float32)
            sentences = closer(moved, target - there * (self._dense @ dense), enough, sentences)
            sparse = self._columns @ sentences
            left = target - there * (self._rows @ sparse)
        return Solved(dense, in_their_bins(sparse, self._bins, self._all_bins), base)

    def say(self, solved: Solved, part: int) -> tuple[Floats, Floats]:
        """What the dense and what the sparse features of the sentences of a part say, each [sentences, labels]."""
        places = self._part == part
        return solved.base + self._dense[places] @ solved.dense, self._rows[places] @ solved.sparse[self._bins]


def _square(some: Floats) -> Floats:
    # The same array on both sides: half of the sums are done, and are the other half.
    result: Floats = some.T @ some
    return result
