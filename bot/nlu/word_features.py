"""The n-grams of a sentence as numbers: words and pairs of words, and two to four letters within a word.

Words catch what is meant exactly, letters catch misspellings and endings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

# Hashing needs no vocabulary to keep, and no list of words is in the model.
WORD_BINS, LETTER_BINS = 2**14, 2**15
BINS = WORD_BINS + LETTER_BINS
# A longer text is cut here so that the cost of a turn stays bounded.
MOST_CHARACTERS = 1200
SEEN_AT_LEAST = 2
# Letters that a greater part of the sentences has, and more than a few, tell nothing apart and are more than half of what
# there is to sum. Words stay: "no" and "not" are among the commonest.
TOO_FREQUENT, NEVER_TOO_FREQUENT = 0.05, 50
LONGEST_RUN = 4  # letters; the shortest has two
_WORD = re.compile(r"\w+")
# Letters are mixed by an odd number close to the golden ratio, 32 bits wide; the highest bits are mixed best.
_MIXING = np.uint32(0x9E3779B1)
_KEPT_BITS = np.uint32(32 - (LETTER_BINS - 1).bit_length())

Floats = NDArray[np.float32]
Bins = NDArray[np.int64]


@dataclass(frozen=True)
class Rows:
    """For each sentence the `bins` of those n-grams that weigh anything, rising, and what each weighs."""

    sentences: tuple[tuple[Bins, Floats], ...]

    def __matmul__(self, weights: Floats) -> Floats:
        """[sentences, labels] for `weights` [bins, labels]. Only the rows that are there are read: a matrix of all
        bins costs more than the rest of a turn.
        """
        result: Floats = np.stack([values @ weights[bins] for bins, values in self.sentences])
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
    """Hashed n-grams weighted by how rare they are. `rarity` holds one weight for each bin; `learn` makes it. Without
    `letters` they are those of words only.
    """

    def __init__(self, rarity: Floats | None = None, letters: bool = True) -> None:
        self.rarity = rarity
        self._letters = letters

    def learn(self, texts: Sequence[str]) -> Rows:
        """Learns how rare each n-gram is, and gives the rows of the texts."""
        counts = [_counts(text, self._letters) for text in texts]
        seen = np.zeros(BINS, dtype=np.int64)
        for bins, _ in counts:
            seen[bins] += 1
        rarity = np.log((1 + len(texts)) / (1 + seen)) + 1
        # What only one sentence has can only be learnt by heart.
        says_nothing = seen < SEEN_AT_LEAST
        says_nothing[WORD_BINS:] |= seen[WORD_BINS:] > max(NEVER_TOO_FREQUENT, TOO_FREQUENT * len(texts))
        self.rarity = np.where(says_nothing, 0, rarity).astype(np.float32)
        return self._weighed(counts)

    def rows(self, texts: Sequence[str]) -> Rows:
        """One row for each text, words and letters each of length one."""
        return self._weighed([_counts(text, self._letters) for text in texts])

    def _weighed(self, texts: Sequence[tuple[Bins, NDArray[np.int64]]]) -> Rows:
        if self.rarity is None:
            raise RuntimeError("`learn` comes first")
        return Rows(tuple(_weighed(bins, counts, self.rarity) for bins, counts in texts))


def _counts(text: str, letters: bool = True) -> tuple[Bins, Bins]:
    """The bins of a text's n-grams, rising, and how often each is there."""
    short = text[:MOST_CHARACTERS].lower()
    words = _WORD.findall(short)
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    bins = np.array([crc32(gram.encode("utf-8", "replace")) % WORD_BINS for gram in (*words, *pairs)], dtype=np.int64)
    bins = np.sort(np.concatenate([bins, *_runs_of_letters(short.split() if letters else ())]))
    first = np.flatnonzero(np.diff(bins, prepend=-1))
    return bins[first], np.diff(first, append=len(bins))


def _runs_of_letters(words: Sequence[str]) -> Iterator[Bins]:
    """The bins of the runs of two, three and four letters, of all words at once. Each word stands between two spaces:
    a space may begin or end a run, and none is within.
    """
    if not words:
        return
    letters = np.frombuffer(f" {' '.join(words)} ".encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    no_space = letters != ord(" ")
    whole = np.ones(len(letters), dtype=bool)
    runs = letters * _MIXING
    for more in range(1, LONGEST_RUN):
        runs = (runs[:-1] + letters[more:]) * _MIXING
        whole = whole[:-1] if more == 1 else whole[:-1] & no_space[more - 1 : -1]
        yield WORD_BINS + ((runs ^ runs >> 15) * _MIXING >> _KEPT_BITS)[whole].astype(np.int64)


def _weighed(bins: Bins, counts: NDArray[np.int64], rarity: Floats) -> tuple[Bins, Floats]:
    """The bins that say something, and what each weighs."""
    rare = rarity[bins]
    saying = rare > 0
    bins, rare = bins[saying], rare[saying]
    values = (1 + np.log(counts[saying])) * rare
    words = np.searchsorted(bins, WORD_BINS)
    for part in (values[:words], values[words:]):
        part /= max(float(np.sqrt(part @ part)), 1e-9)
    return bins, values.astype(np.float32)
