"""The three colours, ordered by concern."""

from __future__ import annotations

import pytest

from knowledge.colour import Colour

GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED


def test_red_is_above_amber_and_amber_above_green() -> None:
    assert GREEN < AMBER < RED
    assert list(Colour) == [GREEN, AMBER, RED]


@pytest.mark.parametrize(
    ("start", "steps", "end"),
    [
        (GREEN, 0, GREEN), (GREEN, 1, AMBER), (GREEN, 2, RED), (GREEN, 5, RED),
        (AMBER, 0, AMBER), (AMBER, 1, RED), (AMBER, 2, RED),
        (RED, 0, RED), (RED, 1, RED), (RED, 2, RED),
    ],
)  # fmt: skip
def test_raising_goes_up_by_steps_and_ends_at_red(start: Colour, steps: int, end: Colour) -> None:
    assert start.raised(steps) is end


def test_raising_is_by_one_step_where_nothing_else_is_said() -> None:
    assert GREEN.raised() is AMBER


def test_a_colour_and_its_word_belong_together() -> None:
    assert [colour.slug for colour in Colour] == ["green", "amber", "red"]
    assert all(Colour.from_slug(colour.slug) is colour for colour in Colour)


@pytest.mark.parametrize("word", ["blue", "GREEN", "", "information", "orange"])
def test_any_other_word_is_no_colour(word: str) -> None:
    with pytest.raises(KeyError):
        Colour.from_slug(word)
