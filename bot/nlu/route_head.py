"""What the meaning and the words of a sentence say for each urgent route.

Trained to tell the urgent routes from their near misses, from the other routes and from everything else that people
write. The meaning is weighed by likeness (`bot.nlu.likeness`), but to so many chosen sentences only that a
message costs well under a millisecond. Plain arrays, no pickles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cholesky, solve_triangular
from scipy.sparse import csr_matrix, diags
from threadpoolctl import threadpool_limits

from bot.nlu import ridge
from bot.nlu.joint_ridge import JointRidge
from bot.nlu.likeness import Likeness, evenly
from bot.nlu.likeness import near as likeness
from bot.nlu.ridge import Floats
from bot.nlu.word_features import Rows

URGENT = frozenset(
    f"r.{slug}"
    for slug in [
        "immediate_danger",
        "recent_assault",
        "adult_abuser",
        "grooming_online",
        "sextortion",
        "child_self_disclosure",
        "young_self_worry",
        "child_under13_self_worry",
        "adult_own_thoughts",
        "partner_worry",
        "suicide_selfharm",
        "image_online",
        "fgm",
        "forced_marriage_hba",
        "cse_cce",
        "domestic_abuse",
        "allegation_staff",
        "sexual_request",
    ]
)
NONE = "none"
# The routes of a child or young person who writes: told of what was done to them, or afraid of what they did or think.
DONE_TO_WRITER = "r.child_self_disclosure"
OWN_WORRY = ("r.young_self_worry", "r.child_under13_self_worry")

# Found by measuring on other writers (the development set): how quickly likeness fades with distance, and how
# strongly the weights of the likenesses and of the n-grams are held back.
FADING = 2.0
HELD_BACK = (0.3, 3.0)
# Likeness is measured to so many sentences at most, of which so many are ordinary ones: more say little more and take longer.
MOST_NEAR, ORDINARY = 4000, 1000
# An n-gram in a greater part of the sentences tells nothing apart.
MOST_FREQUENT = 0.05
# Sentences are so much alike that their likenesses alone would not be solved safely.
STEADY = 0.02
FOLDS = 4


@dataclass(frozen=True)
class Heard:
    """For each sentence, [sentences, routes + 1], what the meaning and what the words say for each route, and in the
    last column for any of them: about 0 for nothing, about 1 for surely.
    """

    meaning: Floats
    words: Floats


@dataclass(frozen=True)
class RouteHead:
    """`routes` in the order of the columns; `sentences` are those that a message is compared with, `weights` [compared,
    routes + 1] and `sparse` [bins, routes + 1]; the last column is any urgent route.
    """

    routes: tuple[str, ...]
    sentences: Likeness
    weights: Floats
    base: Floats
    sparse: Floats

    @classmethod
    def train(
        cls, vectors: Floats, rows: Rows, routes: Sequence[str], telling: NDArray[np.bool_], labels: Sequence[str]
    ) -> tuple[RouteHead, Heard]:
        """Learns from sentences whose `routes` are an urgent route or `NONE`; `telling` are those that were written to
        be told apart (routes and near misses), `labels` what each was written for. Gives with the head what it hears in
        each sentence when it has not learnt from it.
        """
        names = tuple(sorted(set(routes) - {NONE}))
        target = np.array([names.index(route) if route != NONE else len(names) for route in routes])
        wanted = np.eye(len(names) + 1, dtype=np.float32)[target]
        wanted[:, -1] = 1 - wanted[:, -1]
        fold = _folds(labels)
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            near = vectors[_chosen(telling)]
            corner = likeness(near, near, FADING)
            corner[np.diag_indices_from(corner)] += STEADY
            corner = cholesky(corner, lower=True, overwrite_a=True, check_finite=False)
            seen = solve_triangular(corner, likeness(vectors, near, FADING).T, lower=True, check_finite=False).T
            both = JointRidge(np.ascontiguousarray(seen), _without_frequent(rows.matrix()), HELD_BACK, fold)
            learnt = both.solve(wanted, range(FOLDS))
            meaning, words = np.zeros_like(wanted), np.zeros_like(wanted)
            for one in range(FOLDS):
                others = both.solve(wanted, [other for other in range(FOLDS) if other != one])
                meaning[fold == one], words[fold == one] = both.say(others, one)
            weights = solve_triangular(corner, learnt.dense, lower=True, trans="T", check_finite=False)
        head = cls(names, Likeness.compile(near), weights.astype(np.float32), learnt.base, ridge.rounded(learnt.sparse))
        return head, Heard(meaning, words)

    def hear(self, vectors: Floats, words: Floats) -> Heard:
        """What is heard in each sentence; `words` is what the n-grams say, their rows @ `sparse`."""
        return Heard(self.base + self.sentences.to(vectors, FADING) @ self.weights, words)

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.routes": np.array(self.routes),
            f"{name}.sentences": self.sentences.array(),
            f"{name}.weights": self.weights,
            f"{name}.base": self.base,
            f"{name}.sparse": ridge.halved(self.sparse),
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> RouteHead:
        """What `arrays` kept."""
        return cls(
            tuple(str(route) for route in arrays[f"{name}.routes"]),
            Likeness.from_array(arrays[f"{name}.sentences"]),
            arrays[f"{name}.weights"].astype(np.float32),
            arrays[f"{name}.base"].astype(np.float32),
            arrays[f"{name}.sparse"].astype(np.float32),
        )


def _chosen(telling: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The sentences to measure likeness to, evenly from those that tell the routes apart and a few ordinary ones."""
    ordinary = evenly(np.flatnonzero(~telling), ORDINARY)
    return np.concatenate([evenly(np.flatnonzero(telling), MOST_NEAR - len(ordinary)), ordinary])


def _without_frequent(rows: csr_matrix) -> csr_matrix:
    """The n-grams without those that many sentences have: they say nothing, and are most of what there is to sum."""
    often = np.bincount(rows.indices, minlength=rows.shape[1]) > MOST_FREQUENT * rows.shape[0]
    kept = csr_matrix(rows @ diags((~often).astype(np.float32)))
    kept.eliminate_zeros()
    return kept


def _folds(labels: Sequence[str]) -> NDArray[np.int64]:
    """Neighbours of one label come from one writer and stay together: what is left out is another voice. Each part has
    its share of every label: else all near misses of some routes would be left out at once, and what is heard in them
    would be that of an ear that knows nothing like them.
    """
    names = np.array(labels)
    fold = np.zeros(len(names), dtype=np.int64)
    for label in np.unique(names):
        places = np.flatnonzero(names == label)
        fold[places] = np.arange(len(places)) * FOLDS // len(places)
    return fold
