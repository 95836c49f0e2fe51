"""Signs weighed together: how likely something is, from what speaks for it and against it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from bot.nlu.logistic import logistic_regression
from bot.nlu.ridge import Floats

MOST_STEPS = 300


def weighed(
    signs: Floats,
    yes: NDArray[np.bool_],
    inverse_regularisation: float,
    least_spread: float = 1e-6,
    counts: Floats | None = None,
) -> Floats:
    """The weight of each sign, and one for none of them, from `signs` [cases, signs] and whether each case is one;
    `counts` says how much each is to count. A sign that varies less than `least_spread` is taken to vary so much.
    """
    middle, spread = signs.mean(axis=0), np.maximum(signs.std(axis=0), least_spread)
    # One thread: with more, sums are added in another order each time and two trainings would not agree.
    with threadpool_limits(1):
        model = logistic_regression(inverse_regularisation, MOST_STEPS)
        model.fit((signs - middle) / spread, yes, counts)
    weights = model.coef_[0] / spread
    return np.append(weights, model.intercept_[0] - weights @ middle).astype(np.float32)


def likely(signs: Floats, weights: Floats) -> Floats:
    """From 0 to 1, for signs in the last dimension."""
    result: Floats = 1 / (1 + np.exp(-(signs @ weights[:-1] + weights[-1])))
    return result
