"""How likely it is that a text says "yes" or "no" of a factor: what the trained ear hears (`bot.nlu.fact_learner`) and
what the rules met (`bot.nlu.factors`), weighed together.

The weights are learnt from what the ear hears in sentences that it has not learnt from, so that a rule or a score counts
as much as it is worth with a new writer.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.nlu.ridge import Floats
from bot.nlu.weighing import likely, weighed

INVERSE_REGULARISATION = 1.0
# From here on a score says more with every step than below.
AUDIBLE = 0.3


@dataclass(frozen=True)
class FactOdds:
    """One weight for each sign, the same for every factor; the last stands for itself."""

    weights: Floats

    @classmethod
    def train(
        cls, heard: Floats, met: Floats, asks: NDArray[np.bool_], right: NDArray[np.bool_], counts: Floats
    ) -> FactOdds:
        """`heard`, `met` by a rule and `right` are [texts, factors, answers], `asks` [texts]; `counts` [texts, factors]
        says how much each is to count.
        """
        each = np.broadcast_to(counts[:, :, None], right.shape)
        used = each > 0
        signs = _signs(heard, met, asks)[used]
        return cls(weighed(signs, right[used], INVERSE_REGULARISATION, least_spread=1e-3, counts=each[used]))

    def likely(self, heard: Floats, met: Floats, asks: NDArray[np.bool_]) -> Floats:
        """[texts, factors, answers], from 0 to 1."""
        return likely(_signs(heard, met, asks), self.weights)


def _signs(heard: Floats, met: Floats, asks: NDArray[np.bool_]) -> Floats:
    """[texts, factors, answers, signs] that the text says this answer."""
    contrary, met_contrary = heard[:, :, ::-1], met[:, :, ::-1]
    asking = np.broadcast_to(asks[:, None, None], heard.shape).astype(np.float32)
    loudest = heard.max(axis=2)
    ordered = np.sort(loudest, axis=1)
    other = np.where(loudest == ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])
    any_met = met.max(axis=2)
    met_elsewhere = any_met.sum(axis=1, keepdims=True) - any_met
    signs = (
        heard,
        contrary,
        np.maximum(heard - AUDIBLE, 0),
        met,
        met_contrary,
        met * heard,
        met * contrary,
        asking,
        asking * heard,
        asking * met,
        other[:, :, None],
        met_elsewhere[:, :, None],
    )
    result = np.empty((*heard.shape, len(signs)), dtype=np.float32)
    for place, sign in enumerate(signs):
        result[..., place] = sign
    return result
