"""How far what was typed is from a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu import typing_errors
from bot.nlu.typing_errors import cost, shorter

WORDS = st.text("abcdeilnorst", max_size=9)


@pytest.mark.parametrize(
    ("typed", "word", "slips"),
    [
        ("touched", "touched", 0.0),
        ("tuoched", "touched", typing_errors.SWAPPED),
        ("tiuched", "touched", typing_errors.BESIDE),
        ("toached", "touched", typing_errors.VOWEL),
        ("tozched", "touched", typing_errors.OTHER),
        ("tuched", "touched", typing_errors.LEFT_OUT),
        ("kised", "kissed", typing_errors.LEFT_OUT_OF_TWO),
        ("touchhed", "touched", typing_errors.DOUBLED),
        ("touxched", "touched", typing_errors.ADDED),
        ("tuochd", "touched", typing_errors.SWAPPED + typing_errors.LEFT_OUT),
        ("", "", 0.0),
    ],
)
def test_each_slip_costs_what_it_is(typed: str, word: str, slips: float) -> None:
    assert cost(typed, word) == pytest.approx(slips)


@given(WORDS, WORDS)
def test_only_the_word_itself_costs_nothing_and_no_cost_is_more_than_typing_it_anew(typed: str, word: str) -> None:
    least = cost(typed, word)
    assert (least == 0) == (typed == word)
    assert 0 <= least <= typing_errors.ADDED * len(typed) + typing_errors.LEFT_OUT * len(word) + 1e-9


def test_a_key_is_beside_whatever_is_beside_it() -> None:
    beside = typing_errors._BESIDE
    assert all(letter in beside[other] for letter, others in beside.items() for other in others)


def test_a_shorter_word_lacks_one_letter() -> None:
    assert sorted(shorter("abc")) == ["ab", "ac", "bc"] and list(shorter("")) == []
