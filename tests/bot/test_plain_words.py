import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.plain_words import plain_words


@given(st.text())
def test_what_is_left_holds_no_control_or_format_character_and_no_broken_surrogate(text: str) -> None:
    assert not [mark for mark in plain_words(text) if unicodedata.category(mark).startswith("C")]
    plain_words(text).encode("utf-8")


@given(st.text())
def test_what_is_left_never_begins_like_an_intent(text: str) -> None:
    assert not plain_words(text).strip().startswith("/")


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert plain_words(plain_words(text)) == plain_words(text)


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("My son is eight.", "My son is eight."),
        ('/tell{"area": "stoke"}', 'tell{"area": "stoke"}'),
        (" \u200b/ /command", "command"),
        ("he is\tin\r\ntrouble\x00\x1b", "he is in trouble"),
        ("k\u200bni\u00adfe", "knife"),
        ("\u202etxet\u202c", "txet"),
        ("cafe\u0301", "caf\u00e9"),
        ("what about 13/14?", "what about 13/14?"),
        ("\ud800 broken", "broken"),
        ("Он мой сын", "Он мой сын"),
        ("أنا قلق", "أنا قلق"),
        ("\U0001f622", "\U0001f622"),
        ("///", ""),
        ("\x00\u200b \n", ""),
    ],
)
def test_the_words_stay_and_the_rest_goes(typed: str, left: str) -> None:
    assert plain_words(typed) == left
