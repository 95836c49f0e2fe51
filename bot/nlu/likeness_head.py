"""A trained decision by likeness: how near the meaning of a sentence is to those of the training, beside its n-grams.

Labels with a hundred ways of being said are no straight cut through the space of meanings; a kernel follows them. The
weights are learnt on all sentences (ridge regression, subset of regressors) for a part of them, so that a turn's cost
does not grow with the training data. Plain arrays, no pickles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bot.nlu import ridge
from bot.nlu.head import softmax
from bot.nlu.ridge import Floats

# Found by learning from some writers and measuring on others: how quickly likeness fades with distance, how strongly
# the weights are held back, how much the n-grams count beside the meaning, and how sharp the scores become as
# probabilities.
FADING = 1.5
HELD_BACK = 0.1
NGRAMS = 1.5
SHARPNESS = 10.0
# So many sentences are compared with: with all of 12,000 the first label was right half a percent more often, at three
# times the milliseconds.
MOST_COMPARED = 4000
_STEADY = 0.01  # keeps the equations solvable where two sentences are nearly one


@dataclass(frozen=True)
class LikenessHead:
    """`labels` in the order of the columns; `sentences` [compared, 384] are vectors of the training, `weights`
    [compared, labels] what each says for a label, `sparse` [bins, labels] the same for the n-grams.
    """

    labels: tuple[str, ...]
    sentences: Floats
    weights: Floats
    sparse: Floats

    @classmethod
    def train(cls, vectors: Floats, rows: csr_matrix, labels: Sequence[str]) -> LikenessHead:
        """Learns to tell the labels apart. Raises `ValueError` for fewer than two labels."""
        names = tuple(sorted(set(labels)))
        if len(names) < 2:
            raise ValueError(f"at least two labels to tell apart; got {', '.join(names) or 'none'}")
        target = np.array([names.index(label) for label in labels])
        kept = vectors.astype(np.float16).astype(np.float32)  # as the file holds them
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            compared = kept[_spread(target, MOST_COMPARED)]
            likeness = near(kept, compared, FADING)
            kernel = (likeness.T @ likeness + HELD_BACK * near(compared, compared, FADING)).astype(np.float64)
            kernel[np.diag_indices_from(kernel)] += _STEADY
            solved = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
            weights = cho_solve(solved, likeness.T @ ridge.wanted(target, len(names)), check_finite=False)
            sparse = ridge.solve(rows, target, len(names))
        return cls(names, compared, weights.astype(np.float32), sparse)

    def probabilities(self, vectors: Floats, rows: csr_matrix) -> Floats:
        """[sentences, labels], each row summing to one."""
        scores = near(vectors, self.sentences, FADING) @ self.weights + NGRAMS * (rows @ self.sparse)
        return softmax(SHARPNESS * scores)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.labels": np.array(self.labels),
            f"{name}.sentences": self.sentences.astype(np.float16),
            f"{name}.weights": self.weights,
            f"{name}.sparse": self.sparse.astype(np.float16),
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> LikenessHead:
        """What `arrays` kept."""
        return cls(
            tuple(str(label) for label in arrays[f"{name}.labels"]),
            arrays[f"{name}.sentences"].astype(np.float32),
            arrays[f"{name}.weights"].astype(np.float32),
            arrays[f"{name}.sparse"].astype(np.float32),
        )


def _spread(target: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    """The places of at most so many sentences, of every label its share."""
    by_label: NDArray[np.int64] = np.argsort(target, kind="stable")
    if len(by_label) <= most:
        return by_label
    spread: NDArray[np.int64] = by_label[np.linspace(0, len(by_label) - 1, most).round().astype(np.int64)]
    return spread


def near(some: Floats, others: Floats, fading: float) -> Floats:
    """[some, others]: one for the same direction, fading to nothing."""
    result: Floats = np.exp(np.float32(fading) * (some @ others.T - np.float32(1)))
    return result
