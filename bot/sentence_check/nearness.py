"""Pairs of sentences with nearly the same words: letters in groups of three and four, weighted by how rare they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
# Groups of letters that stand in so many sentences that they tell nothing, and would cost most of the time.
TOO_COMMON, NEVER_TOO_COMMON = 0.02, 50
AT_ONCE = 1024
# Without its commonest groups, which cost the most, a sentence still shares enough with any that is as like as asked:
# what is left out adds at most its own length, which is this part of the likeness asked for.
COMMONEST = 0.75
ROUNDING = 1e-5


def plain(text: str) -> str:
    """The words in lower case with nothing between them but spaces."""
    return _NOT_A_LETTER.sub(" ", text.lower().replace("'", "").replace("\u2019", "")).strip()


def pairs(
    one: Sequence[str], other: Sequence[str] | None, nearest: float, shared: float = 0.0
) -> Iterator[tuple[int, int, float]]:
    """(place in `one`, place in `other`, likeness) for every pair at least as like as `nearest` (0 to 1) whose lengths
    alone allow that `shared` of all letters (0 to 1) stand in both.

    Without `other`, the pairs within `one`, each once. Texts whose plain forms are equal are always a pair.
    """
    mine = [plain(text) for text in one]
    theirs = mine if other is None else [plain(text) for text in other]
    places: dict[str, list[int]] = {}
    for index, text in enumerate(theirs):
        places.setdefault(text, []).append(index)
    for index, text in enumerate(mine):
        yield from ((index, equal, 1.0) for equal in places.get(text, ()) if other is not None or equal > index)
    for i, j, like in _alike(mine, theirs, nearest, shared, other is None):
        if mine[i] != theirs[j]:
            yield i, j, like


def _alike(
    mine: list[str], theirs: list[str], nearest: float, shared: float, within: bool
) -> Iterator[tuple[int, int, float]]:
    together = mine if within else mine + theirs
    most = max(NEVER_TOO_COMMON, int(TOO_COMMON * len(together)))  # how many sentences may share a group of letters
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), max_df=most, sublinear_tf=True)
    rows: csr_matrix = letters.fit_transform(together).astype(np.float32)
    # By length: what may be as like as asked lies together, and is a small part of all.
    left_order, left_length = _by_length(mine)
    right_order, right_length = (left_order, left_length) if within else _by_length(theirs)
    left, right = rows[left_order], rows[right_order if within else len(mine) + right_order]
    common, shorter = COMMONEST * nearest, shared / (2 - shared)
    rarer = _without_the_commonest(left, common)
    for start in range(0, left.shape[0], AT_ONCE):
        block = slice(start, start + AT_ONCE)
        shortest, longest = left_length[block][[0, -1]]
        first = start if within else np.searchsorted(right_length, shortest * shorter)
        last = np.searchsorted(right_length, longest / shorter, side="right") if shorter else len(right_length)
        alike = (rarer[block] @ right[first:last].T).tocoo()
        row, column = alike.row + start, alike.col + first
        worth = (alike.data >= nearest - common - ROUNDING) & ((column > row) if within else True)
        lengths = left_length[row], right_length[column]
        worth &= np.minimum(*lengths) >= shorter * np.maximum(*lengths)
        row, column = row[worth], column[worth]
        likeness = np.asarray(left[row].multiply(right[column]).sum(axis=1)).ravel()
        near = likeness >= nearest
        found = left_order[row[near]], right_order[column[near]]
        for i, j, like in zip(*found, likeness[near], strict=True):
            yield (*(sorted((int(i), int(j))) if within else (int(i), int(j))), float(like))


def _by_length(texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The places of the texts, the shortest first, and how many letters each has."""
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    order = np.argsort(lengths, kind="stable")
    return order, lengths[order]


def _without_the_commonest(rows: csr_matrix, share: float) -> csr_matrix:
    """The rows, each of length one, without so many of their commonest groups as have the length `share` together."""
    in_how_many = rows.getnnz(axis=0)
    row = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((-in_how_many[rows.indices], row))  # by row, the commonest first
    squares = np.concatenate([[0.0], np.cumsum(rows.data[order].astype(np.float64) ** 2)])
    so_far = squares[1:] - squares[rows.indptr[:-1]][row]
    kept = rows.copy()
    kept.data[order[so_far < share**2]] = 0.0
    kept.eliminate_zeros()
    return kept
