"""A trained decision over the vectors and the n-grams of a sentence: two linear models whose probabilities are joined.

Plain arrays, no pickles: what is loaded can only be numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bot.nlu import ridge
from bot.nlu.logistic import logistic_regression
from bot.nlu.ridge import Floats
from bot.nlu.word_features import Rows

# Found on held-out folds of the training sentences: how strongly the logistic regression is held back, and how sharp
# the ridge's scores become as probabilities.
INVERSE_REGULARISATION = 20.0
SHARPNESS = 8.0
MOST_STEPS = 200


@dataclass(frozen=True)
class Head:
    """`labels` in the order of the columns; `dense` [384, labels] and `bias` over the vector, `sparse` [bins, labels]
    over the n-grams.
    """

    labels: tuple[str, ...]
    dense: Floats
    bias: Floats
    sparse: Floats

    @classmethod
    def train(cls, vectors: Floats, rows: Rows, labels: Sequence[str]) -> Head:
        """Learns to tell the labels apart. Raises `ValueError` for fewer than two labels."""
        names = tuple(sorted(set(labels)))
        if len(names) < 2:
            raise ValueError(f"at least two labels to tell apart; got {', '.join(names) or 'none'}")
        target = np.array([names.index(label) for label in labels])
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            model = logistic_regression(INVERSE_REGULARISATION, MOST_STEPS).fit(vectors, target)
            sparse = ridge.rounded(ridge.solve(rows.matrix(), target, len(names)))
        dense, bias = model.coef_.T, model.intercept_
        if len(names) == 2:  # scikit-learn gives one column for two labels
            dense, bias = np.hstack([-dense, dense]) / 2, np.concatenate([-bias, bias]) / 2
        return cls(names, dense.astype(np.float32), bias.astype(np.float32), sparse)

    def probabilities(self, vectors: Floats, words: Floats) -> Floats:
        """[sentences, labels], each row summing to one; `words` is what the n-grams say, their rows @ `sparse`."""
        meaning = softmax(vectors @ self.dense + self.bias)
        letters = softmax(SHARPNESS * words)
        joined = np.sqrt(meaning * letters)
        result: Floats = joined / joined.sum(axis=1, keepdims=True)
        return result

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.labels": np.array(self.labels),
            f"{name}.dense": self.dense,
            f"{name}.bias": self.bias,
            f"{name}.sparse": ridge.halved(self.sparse),
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> Head:
        """What `arrays` kept."""
        return cls(
            tuple(str(label) for label in arrays[f"{name}.labels"]),
            arrays[f"{name}.dense"].astype(np.float32),
            arrays[f"{name}.bias"].astype(np.float32),
            arrays[f"{name}.sparse"].astype(np.float32),
        )


def softmax(scores: Floats) -> Floats:
    """Scores as probabilities, each row summing to one."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    result: Floats = raised / raised.sum(axis=1, keepdims=True)
    return result
