"""How likely each role is: what the trained ear hears (`bot.nlu.role_learner`) and what the rules read
(`bot.nlu.whose`), weighed together.

The weights are learnt from what the ear hears in sentences that it has not learnt from, so that each kind of rule
counts as much as it is worth with a new writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bot.nlu.ridge import Floats
from bot.nlu.weighing import likely, weighed
from bot.nlu.whose import READINGS, ROLES, Ruled

INVERSE_REGULARISATION = 1.0
# From here on a score says more with every step than below.
CLEAR = 0.5


@dataclass(frozen=True)
class RoleOdds:
    """`weights` [signs and one for none of them, roles]."""

    weights: Floats

    @classmethod
    def train(cls, heard: Floats, read: Sequence[Ruled], right: Floats) -> RoleOdds:
        """`heard` [texts, roles], what the rules `read`, and how far each role is `right` [texts, roles], one in all."""
        signs = _signs(heard, read)
        twice, yes = np.vstack([signs, signs]), np.repeat([True, False], len(signs))
        each = [
            weighed(twice, yes, INVERSE_REGULARISATION, least_spread=1e-3, counts=np.concatenate([share, 1 - share]))
            for share in right.T
        ]
        return cls(np.stack(each, axis=1))

    def likely(self, heard: Floats, read: Sequence[Ruled]) -> Floats:
        """[texts, roles], one in all."""
        each = likely(_signs(heard, read), self.weights)
        result: Floats = each / each.sum(axis=1, keepdims=True)
        return result


def _signs(heard: Floats, read: Sequence[Ruled]) -> Floats:
    rules = np.eye(len(READINGS), dtype=np.float32)[[READINGS.index(one) for one in read]]
    result: Floats = np.hstack([heard, np.maximum(heard - CLEAR, 0), rules]).astype(np.float32)
    return result


def shares(roles: Sequence[Sequence[str]]) -> Floats:
    """[texts, roles]: how far each role is right where several are equally so."""
    return np.array([[(role in right) / len(right) for role in ROLES] for right in roles], dtype=np.float32)
