"""Word and character n-grams as a sparse row: what the encoder's meaning vectors blur (rare words, dialect,
misspellings).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import FeatureHasher
from sklearn.feature_extraction.text import CountVectorizer

# Hashing needs no vocabulary to keep, and nobody's word can be read back from the model.
WORD_BINS, LETTER_BINS = 2**14, 2**15
# A longer text is cut here so that the cost of a turn stays bounded.
MOST_CHARACTERS = 600
SEEN_AT_LEAST = 2


class WordFeatures:
    """Hashed n-grams weighted by how rare they are. `rarity` holds one weight for each bin; `fit` makes it."""

    def __init__(self, rarity: NDArray[np.float32] | None = None) -> None:
        self.rarity = rarity
        # Kept apart and made once: scikit-learn's HashingVectorizer makes them anew for every text.
        self._words = CountVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b").build_analyzer()
        self._letters = CountVectorizer(analyzer="char_wb", ngram_range=(2, 4)).build_analyzer()
        shared = {"input_type": "string", "alternate_sign": False, "dtype": np.float32}
        self._word_bins = FeatureHasher(WORD_BINS, **shared)
        self._letter_bins = FeatureHasher(LETTER_BINS, **shared)

    def fit(self, texts: Sequence[str]) -> WordFeatures:
        """Learns how rare each n-gram is."""
        counts = self._counts(texts)
        seen = np.bincount(counts.indices, minlength=counts.shape[1])
        rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
        # What only one sentence has can only be learnt by heart.
        self.rarity = np.where(seen < SEEN_AT_LEAST, 0, rarity).astype(np.float32)
        return self

    def rows(self, texts: Sequence[str]) -> csr_matrix:
        """One row for each text, words and letters each of length one."""
        if self.rarity is None:
            raise RuntimeError("fit comes first")
        rows = self._counts(texts)
        rows.data = (1 + np.log(rows.data)) * self.rarity[rows.indices]
        # On the numbers that are there: a matrix of all bins would cost more than the rest of the turn.
        text = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
        part = 2 * text + (rows.indices >= WORD_BINS)
        length = np.sqrt(np.bincount(part, rows.data.astype(np.float64) ** 2, minlength=2 * rows.shape[0]))
        rows.data = (rows.data / np.maximum(length, 1e-9)[part]).astype(np.float32)
        return rows

    def _counts(self, texts: Sequence[str]) -> csr_matrix:
        short = [text[:MOST_CHARACTERS] for text in texts]
        words = self._word_bins.transform([self._words(text) for text in short])
        letters = self._letter_bins.transform([self._letters(text) for text in short])
        # Row by row side by side, on the numbers that are there.
        ends = words.indptr[1:] + letters.indptr[1:]
        indptr = np.concatenate([[0], ends]).astype(np.int32)
        from_letters = np.repeat(
            np.tile([False, True], len(texts)), np.stack([np.diff(words.indptr), np.diff(letters.indptr)], 1).ravel()
        )
        indices = np.empty(indptr[-1], dtype=np.int32)
        data = np.empty(indptr[-1], dtype=np.float32)
        indices[~from_letters], indices[from_letters] = words.indices, letters.indices + WORD_BINS
        data[~from_letters], data[from_letters] = words.data, letters.data
        return csr_matrix((data, indices, indptr), shape=(len(texts), WORD_BINS + LETTER_BINS))
