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
from threadpoolctl import threadpool_limits

from bot.nlu import ridge
from bot.nlu.head import softmax
from bot.nlu.likeness import Likeness, evenly, near
from bot.nlu.ridge import Floats
from bot.nlu.word_features import Rows

# Found by learning from some writers and measuring on others: how quickly likeness fades with distance, how strongly
# the weights are held back, how much the n-grams count beside the meaning, and how sharp the scores become as
# probabilities.
FADING = 1.2
HELD_BACK = 0.1
NGRAMS = 1.5
SHARPNESS = 10.0
# So many sentences are compared with: with all of 12,000 the first label was right half a percent more often, at three
# times the milliseconds.
MOST_COMPARED = 4000
_STEADY = 0.01  # keeps the equations solvable where two sentences are nearly one


@dataclass(frozen=True)
class LikenessHead:
    """`labels` in the order of the columns; `sentences` are those of the training that a message is compared with,
    `weights` [compared, labels] what each says for a label, `sparse` [bins, labels] the same for the n-grams.
    """

    labels: tuple[str, ...]
    sentences: Likeness
    weights: Floats
    sparse: Floats

    @classmethod
    def train(cls, vectors: Floats, rows: Rows, labels: Sequence[str]) -> LikenessHead:
        """Learns to tell the labels apart. Raises `ValueError` for fewer than two labels."""
        names = tuple(sorted(set(labels)))
        if len(names) < 2:
            raise ValueError(f"at least two labels to tell apart; got {', '.join(names) or 'none'}")
        target = np.array([names.index(label) for label in labels])
        by_label = np.argsort(target, kind="stable")  # of every label its share
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            compared = vectors[evenly(by_label, MOST_COMPARED)]
            likeness = near(vectors, compared, FADING)
            kernel = (likeness.T @ likeness + HELD_BACK * near(compared, compared, FADING)).astype(np.float64)
            kernel[np.diag_indices_from(kernel)] += _STEADY
            solved = cho_factor(kernel, lower=True, overwrite_a=True, check_finite=False)
            weights = cho_solve(solved, likeness.T @ ridge.wanted(target, len(names)), check_finite=False)
            sparse = ridge.rounded(ridge.solve(rows.matrix(), target, len(names)))
        return cls(names, Likeness.compile(compared), weights.astype(np.float32), sparse)

    def probabilities(self, vectors: Floats, words: Floats) -> Floats:
        """[sentences, labels], each row summing to one; `words` is what the n-grams say, their rows @ `sparse`."""
        scores = self.sentences.to(vectors, FADING) @ self.weights + NGRAMS * words
        return softmax(SHARPNESS * scores)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.labels": np.array(self.labels),
            f"{name}.sentences": self.sentences.array(),
            f"{name}.weights": self.weights,
            f"{name}.sparse": ridge.halved(self.sparse),
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> LikenessHead:
        """What `arrays` kept."""
        return cls(
            tuple(str(label) for label in arrays[f"{name}.labels"]),
            Likeness.from_array(arrays[f"{name}.sentences"]),
            arrays[f"{name}.weights"].astype(np.float32),
            arrays[f"{name}.sparse"].astype(np.float32),
        )
