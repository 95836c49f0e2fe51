"""The quick search for sentences with nearly the same words finds what comparing every one with every other finds."""

from itertools import combinations, product

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.sentence_check import nearness
from bot.sentence_check.nearness import NEVER_TOO_COMMON, pairs, plain

WORDS = [
    "he",
    "she",
    "touched",
    "showed",
    "his",
    "her",
    "little",
    "brother",
    "sister",
    "cousin",
    "bath",
    "school",
    "again",
]


def sentences(seed: int, count: int) -> list[str]:
    """Some of few words, so that many are like each other and a few are alike."""
    random = np.random.default_rng(seed)
    return [" ".join(random.choice(WORDS, size=random.integers(1, 9))) for _ in range(count)]


def compared_one_by_one(one: list[str], other: list[str] | None, nearest: float) -> set[tuple[int, int]]:
    mine = [plain(text) for text in one]
    theirs = mine if other is None else [plain(text) for text in other]
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 4), max_df=NEVER_TOO_COMMON, sublinear_tf=True)
    letters.fit(mine if other is None else mine + theirs)
    like = (letters.transform(mine).astype(np.float32) @ letters.transform(theirs).astype(np.float32).T).toarray()
    places = combinations(range(len(mine)), 2) if other is None else product(range(len(mine)), range(len(theirs)))
    return {(i, j) for i, j in places if like[i, j] >= nearest or mine[i] == theirs[j]}


@pytest.mark.parametrize("nearest", [0.3, 0.6, 0.9])
@pytest.mark.parametrize("seed", range(3))
def test_it_finds_the_pairs_that_comparing_all_finds(
    seed: int, nearest: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "AT_ONCE", 16)
    texts, others = sentences(seed, 90), sentences(seed + 100, 60)
    for other in (None, others):
        wanted = compared_one_by_one(texts, other, nearest)
        assert wanted
        assert {(i, j) for i, j, _ in pairs(texts, other, nearest)} == wanted


@pytest.mark.parametrize("shared", [0.7, 0.92])
@pytest.mark.parametrize("seed", range(3))
def test_pairs_that_their_lengths_rule_out_are_left_out_and_no_other(
    seed: int, shared: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "AT_ONCE", 16)
    texts, others = sentences(seed, 90), sentences(seed + 100, 60)
    for other in (None, others):
        allowed = set()
        for i, j in compared_one_by_one(texts, other, 0.3):
            lengths = sorted((len(plain(texts[i])), len(plain((other or texts)[j]))))
            if 2 * lengths[0] >= shared * sum(lengths):
                allowed.add((i, j))
        assert {(i, j) for i, j, _ in pairs(texts, other, 0.3, shared)} == allowed
        assert 0 < len(allowed) < len(compared_one_by_one(texts, other, 0.3))
