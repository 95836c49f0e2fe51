"""What a trained ear hears in a text: for each factor how surely "yes" and "no", and of the role what
`bot.nlu.role_learner` hears.

Ridge regression over how near the sentence's meaning is to those of the training, and over its n-grams
(`bot.nlu.fact_words`), solved in closed form. Plain arrays, no pickles: what is loaded can only be numbers.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags
from threadpoolctl import threadpool_limits

from bot.nlu import ages, factors, negation
from bot.nlu.fact_odds import FactOdds
from bot.nlu.fact_sentences import FactSentence
from bot.nlu.fact_words import with_denials
from bot.nlu.factors import SLUGS
from bot.nlu.likeness import Likeness, near
from bot.nlu.one_thread import one_thread
from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.ridge import Floats, halved, rounded, solve_kernel
from bot.nlu.role_learner import RoleLearner
from bot.nlu.role_odds import RoleOdds
from bot.nlu.word_features import WORD_BINS, WordFeatures

ANSWERS = ("yes", "no")
FILE = "facts.npz"
_ROLES = "roles"  # in the file: before the names of what the ear for the role learnt

# Found on sentences that neither the rules nor the ear were made with: how much the meaning, the words and the letters
# count, how quickly likeness fades with distance, and how strongly the ridge holds back.
MEANING, WORDS, LETTERS = 3.0, 1.0, 0.6
FADING = 4.0
RIDGE = 0.3
# A sentence that was written for something else counts less, and what the rules hear in it is not held against it.
BESIDE = 0.5
HEARD_BY_RULES = 0.5
# Where nobody has said whether a sentence speaks of a factor too, it mostly does not: for the odds it counts so much.
NOT_LABELLED = 0.3
FOLDS = 3


@dataclass(frozen=True)
class Heard:
    """`scores` [factors, answers]: about 0 when nothing is said, about 1 when it surely is; `odds` weighs them; `plain`
    are the plain clauses that were listened to. `role` [roles] and its odds are the same of the role.
    """

    scores: Floats
    odds: FactOdds
    plain: str
    role: Floats
    role_odds: RoleOdds

    def likely(self, said: Mapping[str, str], only_asks: bool) -> Floats:
        """How likely each answer is [factors, answers], with what the rules heard (`said`) beside."""
        result: Floats = self.odds.likely(self.scores[None], _met(said)[None], np.array([only_asks]))[0]
        return result


@dataclass(frozen=True)
class FactLearner:
    """The trained ear: `rarity` weighs the n-grams; `weights` [compared, labels] say what each sentence of the training
    that a text is compared with (`likeness`) speaks for, and `sparse` [bins, labels] the same of the n-grams.
    """

    rarity: Floats
    likeness: Likeness
    weights: Floats
    sparse: Floats
    odds: FactOdds
    roles: RoleLearner

    @classmethod
    def train(
        cls,
        sentences: Sequence[FactSentence],
        vectors: Floats,
        beside: Sequence[tuple[str, bool]],
        beside_vectors: Floats,
        roles: Future[RoleLearner],
    ) -> FactLearner:
        """Learns from labelled sentences, and from others `beside`: texts, and whether they may speak of facts at all;
        what it hears of `roles` is being learnt beside.
        """
        all_texts = [*(one.text for one in sentences), *(text for text, _ in beside)]
        plain = [plain_clauses(text) for text in all_texts]
        met = np.stack([_met(factors.find(*both)) for both in zip(plain, map(ages.find, all_texts), strict=True)])
        wanted = HEARD_BY_RULES * met
        for place, one in enumerate(sentences):
            wanted[place] = _wanted(one, wanted[place])
        for place, (_, may) in enumerate(beside, start=len(sentences)):
            wanted[place] *= may
        wanted = wanted.reshape(len(plain), -1)
        counts = np.array([1.0] * len(sentences) + [BESIDE] * len(beside), dtype=np.float32)
        meaning = np.vstack([vectors, beside_vectors]).astype(np.float32)
        words = WordFeatures()
        rows = words.learn([with_denials(one) for one in plain]).matrix()
        scale = np.where(np.arange(rows.shape[1]) < WORD_BINS, WORDS, LETTERS).astype(np.float32)
        rows = csr_matrix(rows @ diags(np.sqrt(scale)))
        kernel = MEANING * near(meaning, meaning, FADING) + (rows @ rows.T).toarray()
        # One thread: with more, sums are added in another order each time and two trainings would not agree.
        with threadpool_limits(1):
            odds = FactOdds.train(
                _unlearnt(kernel, counts, wanted).reshape(met.shape),
                met,
                np.array([negation.only_asks(one) for one in plain]),
                *_right(sentences, beside),
            )
            weights = solve_kernel(kernel, RIDGE / counts, wanted)
        # The scale of training goes into the weights, so that n-grams are taken as they come.
        sparse = rounded(np.asarray(rows.T @ weights) * np.sqrt(scale)[:, None])
        return cls(np.asarray(words.rarity), Likeness.compile(meaning), MEANING * weights, sparse, odds, roles.result())

    def hear(self, texts: Sequence[str], vectors: Floats) -> list[Heard]:
        """What is heard in each text; `vectors` [texts, 384] come from the encoder."""
        plain = [plain_clauses(text) for text in texts]
        rows = self._words.rows([with_denials(one) for one in plain])
        scores = self.likeness.to(vectors, FADING) @ self.weights + rows @ self.sparse
        return [
            Heard(row.reshape(len(SLUGS), len(ANSWERS)), self.odds, one, role, self.roles.odds)
            for row, one, role in zip(scores, plain, self.roles.hear(plain, vectors), strict=True)
        ]

    @cached_property
    def _words(self) -> WordFeatures:
        return WordFeatures(self.rarity)

    def save(self, folder: Path) -> None:
        """Keeps the numbers in one file."""
        np.savez(
            folder / FILE,
            rarity=self.rarity,
            likeness=self.likeness.array(),
            weights=self.weights,
            sparse=halved(self.sparse),
            odds=self.odds.weights,
            **self.roles.arrays(_ROLES),
        )

    @classmethod
    def load(cls, folder: Path) -> FactLearner:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        one_thread()
        with np.load(folder / FILE, allow_pickle=False) as kept:
            rarity, weights, odds = (kept[name].astype(np.float32) for name in ("rarity", "weights", "odds"))
            likeness = Likeness.from_array(kept["likeness"])
            roles = RoleLearner.from_arrays(
                _ROLES, {name: kept[name] for name in kept.files if name.startswith(_ROLES)}
            )
            return cls(rarity, likeness, weights, kept["sparse"].astype(np.float32), FactOdds(odds), roles)


def _met(said: Mapping[str, str]) -> Floats:
    """[factors, answers]: 1 where the rules heard the answer."""
    return np.array([[said.get(slug) == answer for answer in ANSWERS] for slug in SLUGS], dtype=np.float32)


def _wanted(sentence: FactSentence, by_rules: Floats) -> Floats:
    """1 for what the sentence says, 0 for the contrary, between for what the rules hear in it beside."""
    if sentence.in_all:
        return _met(sentence.factors)
    labelled = np.array([[slug in sentence.factors] for slug in SLUGS])
    return np.where(labelled, _met(sentence.factors), by_rules)


def _right(
    sentences: Sequence[FactSentence], beside: Sequence[tuple[str, bool]]
) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """What each text says [texts, factors, answers], and how much that counts [texts, factors]."""
    said = np.stack([*(_met(one.factors) for one in sentences), *(_met({}) for _ in beside)]) > 0
    counts = [[1.0 if one.in_all or slug in one.factors else NOT_LABELLED for slug in SLUGS] for one in sentences]
    counts += [[0.0 if may else BESIDE] * len(SLUGS) for _, may in beside]
    return said, np.array(counts, dtype=np.float32)


def _unlearnt(kernel: Floats, counts: Floats, wanted: Floats) -> Floats:
    """What is heard in each text by an ear that has learnt from the others only."""
    fold = np.arange(len(wanted)) % FOLDS
    heard = np.zeros_like(wanted)

    def hear(one: int) -> None:
        learnt, left = np.flatnonzero(fold != one), np.flatnonzero(fold == one)
        weights = solve_kernel(kernel[np.ix_(learnt, learnt)], RIDGE / counts[learnt], wanted[learnt])
        heard[left] = kernel[np.ix_(left, learnt)] @ weights

    with ThreadPoolExecutor(os.cpu_count()) as cores:  # each sum on one core, several sums at once
        list(cores.map(hear, range(FOLDS)))
    return heard
