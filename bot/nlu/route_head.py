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
from scipy.linalg import cho_factor, cho_solve, cholesky, solve_triangular
from scipy.sparse import csr_matrix
from threadpoolctl import threadpool_limits

from bot.nlu import ridge
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

# Found by learning from some writers and measuring on others: how quickly likeness fades with distance, and how
# strongly the weights are held back.
FADING = 5.0
HELD_BACK = 0.3
# Likeness is measured to so many sentences at most, of which so many are ordinary ones.
MOST_NEAR, ORDINARY = 4000, 1000
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
        cls, vectors: Floats, rows: Rows, routes: Sequence[str], telling: NDArray[np.bool_]
    ) -> tuple[RouteHead, Heard]:
        """Learns from sentences whose `routes` are an urgent route or `NONE`; `telling` are those that were written to
        be told apart (routes and near misses). Gives with the head what it hears in each sentence when it has not
        learnt from it.
        """
        names = tuple(sorted(set(routes) - {NONE}))
        target = np.array([names.index(route) if route != NONE else len(names) for route in routes])
        wanted = np.eye(len(names) + 1, dtype=np.float32)[target]
        wanted[:, -1] = 1 - wanted[:, -1]
        fold = _folds(target)
        ngrams = rows.matrix()
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            near = vectors[_chosen(telling)]
            corner = likeness(near, near, FADING)
            corner[np.diag_indices_from(corner)] += STEADY
            corner = cholesky(corner, lower=True, overwrite_a=True, check_finite=False)
            seen = solve_triangular(corner, likeness(vectors, near, FADING).T, lower=True, check_finite=False).T
            base = wanted.mean(axis=0)
            parts = [seen[fold == one] for one in range(FOLDS)]
            squares = [part.T @ part for part in parts]
            sides = [part.T @ (wanted[fold == one] - base) for one, part in enumerate(parts)]
            meaning, words = np.zeros_like(wanted), np.zeros_like(wanted)
            for one in range(FOLDS):
                others = [other for other in range(FOLDS) if other != one]
                learnt = _solved(squares, sides, others)
                meaning[fold == one] = base + parts[one] @ learnt
                words[fold == one] = ngrams[fold == one] @ _sparse(ngrams[fold != one], target[fold != one], len(names))
            weights = solve_triangular(
                corner, _solved(squares, sides, range(FOLDS)), lower=True, trans="T", check_finite=False
            )
            sparse = ridge.rounded(_sparse(ngrams, target, len(names)))
        return cls(names, Likeness.compile(near), weights.astype(np.float32), base, sparse), Heard(meaning, words)

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


def _folds(target: NDArray[np.int64]) -> NDArray[np.int64]:
    """Neighbours of one label come from one writer and stay together: what is left out is another voice."""
    fold = np.zeros(len(target), dtype=np.int64)
    for label in np.unique(target):
        places = np.flatnonzero(target == label)
        fold[places] = np.arange(len(places)) * FOLDS // len(places)
    return fold


def _solved(squares: Sequence[Floats], sides: Sequence[Floats], folds: Sequence[int]) -> Floats:
    square = np.sum([squares[one] for one in folds], axis=0)
    square[np.diag_indices_from(square)] += HELD_BACK
    factor = cho_factor(square, lower=True, overwrite_a=True, check_finite=False)
    result: Floats = cho_solve(factor, np.sum([sides[one] for one in folds], axis=0), check_finite=False)
    return result


def _sparse(rows: csr_matrix, target: NDArray[np.int64], routes: int) -> Floats:
    """[bins, routes + 1]: what each n-gram says for each route, and for any."""
    each = ridge.solve(rows, target, routes + 1)[:, :-1]
    any_of_them = ridge.solve(rows, (target < routes).astype(np.int64), 2)[:, 1:]
    return np.hstack([each, any_of_them])
