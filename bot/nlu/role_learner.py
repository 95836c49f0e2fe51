"""What a trained ear hears of the role in a text: whether the child did it, whether it was done to the child, whether
both are the writer's, or whether that is not said.

Ridge regression over how near the sentence's meaning is to those of the training, and over the n-grams of
`bot.nlu.role_words`, solved in closed form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse.csgraph import connected_components
from threadpoolctl import threadpool_limits

from bot.nlu.likeness import Likeness, near
from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.ridge import Floats, halved, rounded, solve_kernel
from bot.nlu.role_odds import RoleOdds, shares
from bot.nlu.role_sentences import RoleSentence
from bot.nlu.role_words import role_words
from bot.nlu.whose import ruled
from bot.nlu.word_features import WORD_BINS, WordFeatures

# Found on sentences that the ear had not learnt from: see `bot.nlu.fact_learner`.
MEANING, WORDS = 3.0, 2.0
FADING = 2.0
RIDGE = 0.5
FOLDS = 5
# Sentences so near each other (a cosine) are learnt from together or not at all: many were written in pairs that differ
# in the role alone, and one of such a pair would only say of the other what it is not.
TWINS = 0.85


@dataclass(frozen=True)
class RoleLearner:
    """`usual` [roles] is how often each role is right; the rest is as in `bot.nlu.fact_learner.FactLearner`."""

    rarity: Floats
    likeness: Likeness
    weights: Floats
    sparse: Floats
    usual: Floats
    odds: RoleOdds

    @classmethod
    def train(cls, sentences: Sequence[RoleSentence], vectors: Floats) -> RoleLearner:
        """Learns from labelled sentences and their `vectors` [sentences, width]."""
        plain = [plain_clauses(one.text) for one in sentences]
        right = shares([one.roles for one in sentences])
        usual = right.mean(axis=0)
        words = WordFeatures(letters=False)
        rows = words.learn([role_words(one) for one in plain]).matrix()
        kernel = MEANING * near(vectors, vectors, FADING) + WORDS * (rows @ rows.T).toarray()
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            odds = RoleOdds.train(_unlearnt(kernel, right, vectors), [ruled(one) for one in plain], right)
            weights = solve_kernel(kernel, RIDGE, right - usual)
        sparse = rounded(WORDS * np.asarray(rows.T @ weights)[:WORD_BINS])
        return cls(
            np.asarray(words.rarity)[:WORD_BINS], Likeness.compile(vectors), MEANING * weights, sparse, usual, odds
        )

    def hear(self, plain: Sequence[str], vectors: Floats) -> Floats:
        """[texts, roles] for texts in plain clauses: about 1 for what is surely said."""
        rows = self._words.rows([role_words(one) for one in plain])
        result: Floats = self.likeness.to(vectors, FADING) @ self.weights + rows @ self.sparse + self.usual
        return result

    @cached_property
    def _words(self) -> WordFeatures:
        return WordFeatures(self.rarity, letters=False)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.rarity": self.rarity,
            f"{name}.likeness": self.likeness.array(),
            f"{name}.weights": self.weights,
            f"{name}.sparse": halved(self.sparse),
            f"{name}.usual": self.usual,
            f"{name}.odds": self.odds.weights,
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> RoleLearner:
        """What `arrays` kept."""
        rarity, weights, sparse, usual, odds = (
            arrays[f"{name}.{part}"].astype(np.float32) for part in ("rarity", "weights", "sparse", "usual", "odds")
        )
        return cls(rarity, Likeness.from_array(arrays[f"{name}.likeness"]), weights, sparse, usual, RoleOdds(odds))


def _unlearnt(kernel: Floats, right: Floats, vectors: Floats) -> Floats:
    """What is heard in each text by an ear that has learnt from the others only."""
    fold = connected_components(vectors @ vectors.T > TWINS, directed=False)[1] % FOLDS
    heard = np.zeros_like(right)
    for one in range(FOLDS):
        learnt, left = np.flatnonzero(fold != one), np.flatnonzero(fold == one)
        usual = right[learnt].mean(axis=0)
        weights = solve_kernel(kernel[np.ix_(learnt, learnt)], RIDGE, right[learnt] - usual)
        heard[left] = kernel[np.ix_(left, learnt)] @ weights + usual
    return heard
