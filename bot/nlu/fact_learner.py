"""What a trained ear hears in a text: for each factor how surely "yes" and "no".

Ridge regression over the sentence's vector and its n-grams (`bot.nlu.fact_words`), solved in closed form. Plain
arrays, no pickles: what is loaded can only be numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags

from bot.nlu import factors
from bot.nlu.fact_sentences import FactSentence
from bot.nlu.fact_words import with_denials
from bot.nlu.factors import SLUGS
from bot.nlu.one_thread import one_thread
from bot.nlu.word_features import WORD_BINS, WordFeatures

Floats = NDArray[np.float32]
ANSWERS = ("yes", "no")
LABELS = tuple((slug, answer) for slug in SLUGS for answer in ANSWERS)
FILE = "facts.npz"

# Found on the development set: how much the vector, the words and the letters count, and how strongly the ridge holds
# back.
MEANING, WORDS, LETTERS = 2.0, 1.0, 0.6
RIDGE = 0.3
# A sentence that was written for something else counts less, and what the rules hear in it is not held against it.
BESIDE = 0.5
HEARD_BY_RULES = 0.5


@dataclass(frozen=True)
class Heard:
    """`factors` holds the scores of "yes" and "no": about 0 when nothing is said, about 1 when it surely is."""

    factors: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class FactLearner:
    """The trained ear: `rarity` weighs the n-grams; `dense` [384, labels] and `sparse` [bins, labels] give the scores."""

    rarity: Floats
    dense: Floats
    sparse: NDArray[np.float16]

    @classmethod
    def train(
        cls,
        sentences: Sequence[FactSentence],
        vectors: Floats,
        beside: Sequence[tuple[str, bool]],
        beside_vectors: Floats,
    ) -> FactLearner:
        """Learns from labelled sentences, and from others `beside`: texts, and whether they may speak of facts at all."""
        texts = [with_denials(text) for text in (*(one.text for one in sentences), *(text for text, _ in beside))]
        wanted = np.array(
            [_wanted(one) for one in sentences]
            + [_by_rules(text) if may else np.zeros(len(LABELS)) for text, may in beside],
            dtype=np.float32,
        )
        counts = np.array([1.0] * len(sentences) + [BESIDE] * len(beside), dtype=np.float32)
        meaning = np.vstack([vectors, beside_vectors])
        words = WordFeatures().fit(texts)
        rows = words.rows(texts).matrix()
        scale = np.where(np.arange(rows.shape[1]) < WORD_BINS, WORDS, LETTERS).astype(np.float32)
        rows = csr_matrix(rows @ diags(np.sqrt(scale)))
        kernel = MEANING * (meaning @ meaning.T) + (rows @ rows.T).toarray()
        kernel[np.diag_indices_from(kernel)] += RIDGE / counts
        weights = np.linalg.solve(kernel, wanted)
        # The scale of training goes into the weights, so that n-grams are taken as they come.
        sparse = (np.asarray(rows.T @ weights) * np.sqrt(scale)[:, None]).astype(np.float16)
        return cls(np.asarray(words.rarity), MEANING * (meaning.T @ weights), sparse)

    def hear(self, texts: Sequence[str], vectors: Floats) -> list[Heard]:
        """What is heard in each text; `vectors` [texts, 384] come from the encoder."""
        rows = self._words.rows([with_denials(text) for text in texts])
        scores = vectors @ self.dense + rows @ self.sparse
        return [
            Heard({slug: (float(row[2 * place]), float(row[2 * place + 1])) for place, slug in enumerate(SLUGS)})
            for row in scores
        ]

    @cached_property
    def _words(self) -> WordFeatures:
        return WordFeatures(self.rarity)

    def save(self, folder: Path) -> None:
        """Keeps the numbers in one file."""
        np.savez(folder / FILE, rarity=self.rarity, dense=self.dense, sparse=self.sparse)

    @classmethod
    def load(cls, folder: Path) -> FactLearner:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        one_thread()
        with np.load(folder / FILE, allow_pickle=False) as kept:
            rarity, dense = (kept[name].astype(np.float32) for name in ("rarity", "dense"))
            return cls(rarity, dense, kept["sparse"].astype(np.float16))


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
