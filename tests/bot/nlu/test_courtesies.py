"""Greetings, apologies and thanks around a message are not read; what is said is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.courtesies import without


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hello my son is 9 and he hit her thank you", "my son is 9 and he hit her"),
        ("Hi there, sorry to bother you. She is five. Any advice welcome", "She is five."),
        ("hi sorry to bother you but my lad's 7", "my lad's 7"),
        ("Good evening, I wasn't sure who else to ask. Is it normal? Thanks in advance!", "Is it normal?"),
        ("not sure if this is the right place. he keeps doing it", "he keeps doing it"),
        ("He is eight, many thanks for reading this", "He is eight"),
        ("My daughter is 4. Thank you for your help, any help would be great.", "My daughter is 4."),
        ("Dear Sir or Madam, I teach Year 4. Kind regards", "I teach Year 4."),
        ("sorry for the long post. she was touched", "she was touched"),
        ("14 thanks", "14"),
    ],
)
def test_what_stands_around_is_left_out(text: str, said: str) -> None:
    assert without(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "hi",
        "thank you so much",
        "Hello, thanks!",
        "any advice welcome",
        "he said sorry to her",
        "she says thanks to him she is scared",
        "thanksgiving was when it began",
        "highly worried about my son",
        "hers was the only bed",
        "i'm sorry i did it to my cousin",
        "i don't know who else to tell",
        "I can't go on. thanks for nothing mum",
        "",
        "...",
    ],
)
def test_what_is_said_stays(text: str) -> None:
    assert without(text) == text


@given(st.text(max_size=400))
def test_nothing_is_ever_added_and_never_all_left_out(text: str) -> None:
    left = without(text)
    assert left in text
    assert any(one.isalnum() for one in left) == any(one.isalnum() for one in text)
