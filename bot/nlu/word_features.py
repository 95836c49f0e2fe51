"""The n-grams of a sentence as numbers: words and pairs of words, and two to four letters within a word.

Words catch what is meant exactly, letters catch misspellings and endings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer

# Hashing needs no vocabulary to keep, and no list of words is in the model.
WORD_BINS, LETTER_BINS = 2**14, 2**15
BINS = WORD_BINS + LETTER_BINS
# A longer text is cut here so that the cost of a turn stays bounded.
MOST_CHARACTERS = 1200
SEEN_AT_LEAST = 2

Floats = NDArray[np.float32]
Bins = NDArray[np.int64]


@dataclass(frozen=True)
class Rows:
    """For each sentence the `bins` of its n-grams, rising, and what each weighs."""

    sentences: tuple[tuple[Bins, Floats], ...]

    def __matmul__(self, weights: NDArray[np.float16] | Floats) -> Floats:
        """[sentences, labels] for `weights` [bins, labels]. Only the rows that are there are read: a matrix of all
        bins costs more than the rest of a turn.
        """
        result: Floats = np.stack([values @ weights[bins].astype(np.float32) for bins, values in self.sentences])
        return result

    def chosen(self, places: NDArray[np.int64]) -> Rows:
        """The rows of some of the sentences."""
        return Rows(tuple(self.sentences[place] for place in places))

    def matrix(self) -> csr_matrix:
        """The same as one sparse matrix, [sentences, bins]: for learning from thousands."""
        ends = np.cumsum([0, *(len(bins) for bins, _ in self.sentences)])
        bins, values = (np.concatenate(part) for part in zip(*self.sentences, strict=True))
        return csr_matrix((values, bins, ends), shape=(len(self.sentences), BINS))


class WordFeatures:
    """Hashed n-grams weighted by how rare they are. `rarity` holds one weight for each bin; `learn` makes it."""

    def __init__(self, rarity: Floats | None = None) -> None:
        self.rarity = rarity
        self._words = CountVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b").build_analyzer()
        self._letters = CountVectorizer(analyzer="char_wb", ngram_range=(2, 4)).build_analyzer()

    def learn(self, texts: Sequence[str]) -> Rows:
        """Learns how rare each n-gram is, and gives the rows of the texts."""
        counts = [self._counts(text) for text in texts]
        seen = np.zeros(BINS, dtype=np.int64)
        for bins, _ in counts:
            seen[bins] += 1
        rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
        # What only one sentence has can only be learnt by heart.
        self.rarity = np.where(seen < SEEN_AT_LEAST, 0, rarity).astype(np.float32)
        return self._weighed(counts)

    def rows(self, texts: Sequence[str]) -> Rows:
        """One row for each text, words and letters each of length one."""
        return self._weighed([self._counts(text) for text in texts])

    def _weighed(self, texts: Sequence[tuple[Bins, NDArray[np.int64]]]) -> Rows:
        if self.rarity is None:
            raise RuntimeError("`learn` comes first")
        return Rows(tuple((bins, _weights(bins, counts, self.rarity)) for bins, counts in texts))

    def _counts(self, text: str) -> tuple[Bins, NDArray[np.int64]]:
        """The bins of a text's n-grams, rising, and how often each is there."""
        short = text[:MOST_CHARACTERS]
        words = [_hash(gram) % WORD_BINS for gram in self._words(short)]
        letters = [_hash(gram) % LETTER_BINS + WORD_BINS for gram in self._letters(short)]
        return np.unique(np.array(words + letters, dtype=np.int64), return_counts=True)


def _weights(bins: Bins, counts: NDArray[np.int64], rarity: Floats) -> Floats:
    values = (1 + np.log(counts)) * rarity[bins]
    words = np.searchsorted(bins, WORD_BINS)
    for part in (values[:words], values[words:]):
        part /= max(float(np.sqrt(part @ part)), 1e-9)
    result: Floats = values.astype(np.float32)
    return result


def _hash(gram: str) -> int:
    return crc32(gram.encode("utf-8", "replace"))
