"""What a trained ear hears in a text: for each factor how surely "yes" and "no", and whose child it is about.

Ridge regression over the sentence's vector and its n-grams (`bot.nlu.fact_words`), solved in closed form. Plain
arrays, no pickles: what is loaded can only be numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from bot.nlu import factors
from bot.nlu.fact_sentences import FactSentence
from bot.nlu.fact_words import with_denials, with_people
from bot.nlu.factors import SLUGS
from bot.nlu.roles import ROLES
from bot.nlu.word_features import WORD_BINS, WordFeatures

Floats = NDArray[np.float32]
ANSWERS = ("yes", "no")
LABELS = tuple((slug, answer) for slug in SLUGS for answer in ANSWERS)
FILE = "facts.npz"

# Found on the development set: how much the vector, the words and the letters count, and how strongly the ridge holds back.
MEANING, WORDS, LETTERS = 2.0, 1.0, 0.6
RIDGE = 0.3
# A sentence that was written for something else counts less, and what the rules hear in it is not held against it.
BESIDE = 0.5
HEARD_BY_RULES = 0.5


@dataclass(frozen=True)
class Heard:
    """`factors` holds the scores of "yes" and "no" (about 0 when nothing is said, about 1 when it surely is), `roles` one score each."""

    factors: Mapping[str, tuple[float, float]]
    roles: Mapping[str, float]


@dataclass(frozen=True)
class _Ridge:
    """`rarity` weighs the n-grams; `dense` [384, columns] and `sparse` [bins, columns] give the scores."""

    rarity: Floats
    dense: Floats
    sparse: Floats

    @classmethod
    def train(cls, texts: Sequence[str], vectors: Floats, wanted: Floats, counts: Floats) -> _Ridge:
        words = WordFeatures().fit(texts)
        rows = _weighed(words.rows(texts))
        kernel = MEANING * (vectors @ vectors.T) + (rows @ rows.T).toarray()
        kernel[np.diag_indices_from(kernel)] += RIDGE / counts
        weights = np.linalg.solve(kernel, wanted)
        return cls(np.asarray(words.rarity), MEANING * (vectors.T @ weights), _weighed_back(rows, weights))

    def scores(self, texts: Sequence[str], vectors: Floats) -> Floats:
        rows = WordFeatures(self.rarity).rows(texts)
        result: Floats = vectors @ self.dense + rows @ self.sparse
        return result


class FactLearner:
    """The trained ear."""

    def __init__(self, factors_ridge: _Ridge, roles_ridge: _Ridge) -> None:
        self._factors, self._roles = factors_ridge, roles_ridge

    @classmethod
    def train(
        cls,
        sentences: Sequence[FactSentence],
        vectors: Floats,
        beside: Sequence[tuple[str, bool]],
        beside_vectors: Floats,
    ) -> FactLearner:
        """Learns from labelled sentences, and from others `beside`: texts, and whether they may speak of facts at all."""
        told = [one for one in range(len(sentences)) if sentences[one].factors or sentences[one].nothing]
        texts = [with_denials(sentences[one].text) for one in told] + [with_denials(text) for text, _ in beside]
        wanted = np.array(
            [_wanted(sentences[one]) for one in told]
            + [_by_rules(text) if may else np.zeros(len(LABELS)) for text, may in beside],
            dtype=np.float32,
        )
        counts = np.array([1.0] * len(told) + [BESIDE] * len(beside), dtype=np.float32)
        known = [one for one in range(len(sentences)) if sentences[one].role is not None]
        roles = np.array([[sentences[one].role == role for role in ROLES] for one in known], dtype=np.float32)
        return cls(
            _Ridge.train(texts, np.vstack([vectors[told], beside_vectors]), wanted, counts),
            _Ridge.train(
                [with_people(sentences[one].text) for one in known],
                vectors[known],
                roles,
                np.ones(len(known), np.float32),
            ),
        )

    def hear(self, texts: Sequence[str], vectors: Floats) -> list[Heard]:
        """What is heard in each text; `vectors` [texts, 384] come from the encoder."""
        said = self._factors.scores([with_denials(text) for text in texts], vectors)
        roles = self._roles.scores([with_people(text) for text in texts], vectors)
        return [
            Heard(
                {slug: (float(row[2 * place]), float(row[2 * place + 1])) for place, slug in enumerate(SLUGS)},
                {role: float(score) for role, score in zip(ROLES, whose, strict=True)},
            )
            for row, whose in zip(said, roles, strict=True)
        ]

    def save(self, folder: Path) -> None:
        """Keeps the numbers in one file."""
        arrays = {
            f"{name}.{part}": getattr(ridge, part).astype(np.float16 if part == "sparse" else np.float32)
            for name, ridge in (("factors", self._factors), ("roles", self._roles))
            for part in ("rarity", "dense", "sparse")
        }
        np.savez(folder / FILE, **arrays)

    @classmethod
    def load(cls, folder: Path) -> FactLearner:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        with np.load(folder / FILE, allow_pickle=False) as kept:
            arrays = {name: kept[name].astype(np.float32) for name in kept.files}
        ridges = [
            _Ridge(*(arrays[f"{name}.{part}"] for part in ("rarity", "dense", "sparse")))
            for name in ("factors", "roles")
        ]
        return cls(*ridges)


def _wanted(sentence: FactSentence) -> Floats:
    """1 for what the sentence says, 0 for the contrary, between for what the rules hear in it beside."""
    if sentence.nothing:
        return np.zeros(len(LABELS), dtype=np.float32)
    wanted = _by_rules(sentence.text)
    for place, (slug, answer) in enumerate(LABELS):
        if slug in sentence.factors:
            wanted[place] = sentence.factors[slug] == answer
    return wanted


def _by_rules(text: str) -> Floats:
    heard = factors.find(text)
    return np.array([HEARD_BY_RULES * (heard.get(slug) == answer) for slug, answer in LABELS], dtype=np.float32)


def _scale(bins: int) -> Floats:
    return np.where(np.arange(bins) < WORD_BINS, WORDS, LETTERS).astype(np.float32)


def _weighed(rows: csr_matrix) -> csr_matrix:
    return rows @ diags(np.sqrt(_scale(rows.shape[1])))


def _weighed_back(rows: csr_matrix, weights: Floats) -> Floats:
    """Weights over n-grams as they come, without the scale of training."""
    scaled = np.asarray(rows.T @ weights, dtype=np.float32)
    result: Floats = scaled * np.sqrt(_scale(scaled.shape[0]))[:, None]
    return result
