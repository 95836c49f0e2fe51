"""Pairs of sentences with nearly the same words: letters in groups of three and four, weighted by how rare they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
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


def pairs(one: Sequence[str], other: Sequence[str] | None, nearest: float) -> Iterator[tuple[int, int, float]]:
    """(place in `one`, place in `other`, likeness) for every pair at least as like as `nearest` (0 to 1).

    Without `other`, the pairs within `one`, each once. Texts whose plain forms are equal are always a pair.
    """
    mine = [plain(text) for text in one]
    theirs = mine if other is None else [plain(text) for text in other]
    places: dict[str, list[int]] = {}
    for index, text in enumerate(theirs):
        places.setdefault(text, []).append(index)
    for index, text in enumerate(mine):
        yield from ((index, equal, 1.0) for equal in places.get(text, ()) if other is not None or equal > index)
    yield from ((i, j, like) for i, j, like in _alike(mine, theirs, nearest, other is None) if mine[i] != theirs[j])


def _alike(mine: list[str], theirs: list[str], nearest: float, within: bool) -> Iterator[tuple[int, int, float]]:
    together = mine if within else mine + theirs
    most = max(NEVER_TOO_COMMON, int(TOO_COMMON * len(together)))  # how many sentences may share a group of letters
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), max_df=most, sublinear_tf=True)
    rows: csr_matrix = letters.fit_transform(together).astype(np.float32)
    left, right = (rows, rows) if within else (rows[: len(mine)], rows[len(mine) :])
    common = COMMONEST * nearest
    rarer, columns = _without_the_commonest(left, common), right.T.tocsr()
    for start in range(0, left.shape[0], AT_ONCE):
        shared = (rarer[start : start + AT_ONCE] @ columns).tocoo()
        row, column = shared.row + start, shared.col
        worth = (shared.data >= nearest - common - ROUNDING) & ((column > row) if within else True)
        row, column = row[worth], column[worth]
        likeness = np.asarray(left[row].multiply(right[column]).sum(axis=1)).ravel()
        near = likeness >= nearest
        for i, j, like in zip(row[near], column[near], likeness[near], strict=True):
            yield int(i), int(j), float(like)


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
