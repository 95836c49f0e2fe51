"""N-grams as numbers."""

from __future__ import annotations

from itertools import product
from zlib import crc32

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sklearn.feature_extraction.text import CountVectorizer

from bot.nlu.word_features import BINS, LETTER_BINS, NEVER_TOO_FREQUENT, WORD_BINS, WordFeatures, _counts

TEXTS = ["he showed it at school", "he showed her at home", "she asked at school", "\ud800 he asked"]
FEATURES = WordFeatures()
LEARNT = FEATURES.learn(TEXTS)


def test_words_and_letters_are_each_of_length_one() -> None:
    for bins, values in FEATURES.rows(TEXTS).sentences:
        for part in (values[bins < WORD_BINS], values[bins >= WORD_BINS]):
            assert np.linalg.norm(part) == pytest.approx(1, abs=1e-5)


def test_what_stands_in_one_sentence_only_weighs_nothing_and_what_is_rare_weighs_more() -> None:
    def weight(word: str) -> float:
        return max(FEATURES.rarity[bin] for bin in _counts(word)[0] if bin < WORD_BINS)

    assert weight("home") == 0
    assert weight("school") > weight("he") > 0


def test_letters_that_many_sentences_have_say_nothing_and_words_still_do() -> None:
    features = WordFeatures()
    features.learn([f"not {word}" for word in ("here", "there", "often", "yet") for _ in range(NEVER_TOO_FREQUENT)])
    (bins, _), *_ = features.rows(["not yet"]).sentences
    kept = set(bins.tolist())
    assert {word_bin("not"), word_bin("yet"), WORD_BINS + bin_of("yet")} <= kept
    assert WORD_BINS + bin_of("not") not in kept


def word_bin(word: str) -> int:
    return crc32(word.encode()) % WORD_BINS


def test_a_sentence_times_weights_is_the_matrix_times_weights() -> None:
    rows = FEATURES.rows(TEXTS)
    weights = np.random.default_rng(0).normal(size=(BINS, 3)).astype(np.float32)
    assert np.allclose(rows @ weights, rows.matrix() @ weights.astype(np.float32), atol=1e-3)
    assert np.array_equal(rows.chosen(np.array([2, 0])) @ weights, (rows @ weights)[[2, 0]])


def test_an_empty_text_has_no_ngrams() -> None:
    rows = FEATURES.rows(["", "  "])
    assert not (rows @ np.ones((BINS, 2), dtype=np.float32)).any()
    assert rows.matrix().nnz == 0


def test_rarity_comes_first() -> None:
    with pytest.raises(RuntimeError, match="`learn` comes first"):
        WordFeatures().rows(["he showed it"])


def test_a_long_message_is_read_to_where_people_end() -> None:
    chat = "we had a nice day out with all of them " * 25
    assert 900 < len(chat) < 1100
    late, without = FEATURES.rows([chat + "he showed her", chat]).sentences
    assert set(late[0]) > set(without[0])


@given(st.text(max_size=60) | st.sampled_from(TEXTS))
@example("a \u0130\u00df Caf\u00e9\u2019s naïve\u2003x  y\n\U0001f622 ÀÉ")
def test_the_n_grams_are_those_that_scikit_learn_counts(text: str) -> None:
    words = CountVectorizer(ngram_range=(1, 2), token_pattern=r"(?u)\b\w+\b").build_analyzer()
    letters = CountVectorizer(analyzer="char_wb", ngram_range=(2, 4)).build_analyzer()
    bins = [crc32(gram.encode("utf-8", "replace")) % WORD_BINS for gram in words(text)]
    bins += [WORD_BINS + bin_of(gram) for gram in letters(text)]
    expected = np.unique(np.array(bins, dtype=np.int64), return_counts=True)
    assert all(np.array_equal(one, other) for one, other in zip(_counts(text), expected, strict=True))


def bin_of(run: str) -> int:
    """The same sums as for whole texts, letter by letter."""
    mixed = 0
    for letter in run:
        mixed = (mixed + ord(letter)) * 0x9E3779B1 % 2**32
    return ((mixed ^ mixed >> 15) * 0x9E3779B1 % 2**32) * LETTER_BINS >> 32


def test_runs_of_letters_are_spread_over_all_bins() -> None:
    runs = {one + other + third for one, other, third in product("abcdefghijklmnopqrstuvwxyz ", repeat=3)}
    spread = np.bincount([bin_of(run) for run in runs], minlength=LETTER_BINS)
    by_chance = LETTER_BINS * (1 - (1 - 1 / LETTER_BINS) ** len(runs))
    assert np.count_nonzero(spread) > 0.95 * by_chance
