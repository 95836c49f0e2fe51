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


@pytest.fixture(autouse=True)
def several_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearness, "AT_ONCE", 16)


@pytest.mark.parametrize("within", [True, False])
@pytest.mark.parametrize(("nearest", "shared"), [(0.3, 0.0), (0.6, 0.0), (0.9, 0.0), (0.3, 0.7), (0.3, 0.92)])
@pytest.mark.parametrize("seed", range(3))
def test_it_finds_the_pairs_that_comparing_all_finds_but_for_those_that_their_lengths_rule_out(
    seed: int, nearest: float, shared: float, within: bool
) -> None:
    texts, other = sentences(seed, 90), None if within else sentences(seed + 100, 60)
    alike = compared_one_by_one(texts, other, nearest)
    wanted = set()
    for i, j in alike:
        lengths = len(plain(texts[i])), len(plain((other or texts)[j]))
        if 2 * min(lengths) >= shared * sum(lengths):
            wanted.add((i, j))
    assert wanted and (len(wanted) < len(alike)) == (shared > 0)
    assert {(i, j) for i, j, _ in pairs(texts, other, nearest, shared)} == wanted
