"""A button that is typed."""

from __future__ import annotations

import pytest

from knowledge.dialogue.typed_choice import meant

ROLES = ("displayed", "affected", "both", "unknown")


@pytest.mark.parametrize(
    ("text", "offered", "value"),
    [
        ("The child who did it", ROLES, "displayed"),
        ("the child it was done to.", ROLES, "affected"),
        ("displayed", ROLES, "displayed"),
        ("Not sure!", ROLES, "unknown"),
        ("stoke on trent", ("stoke", "staffordshire"), "stoke"),
        ("none of these", ("peeping", "none_of_these"), "none_of_these"),
        ("Looking for or watching pornography", ("porn_searching", "none_of_these"), "porn_searching"),
        ("8", ("7", "8", "unknown"), "8"),
        ("What do I say to the child?", ("say_to_child", "stop"), "say_to_child"),
        ("Their own body", ("own_body", "talk"), "own_body"),
        ("I am under 18", ("parent", "child"), "child"),
        ("that is all for now", ("stop",), "stop"),
    ],
)
def test_the_title_or_the_code_of_an_offered_choice_counts_as_the_choice(
    text: str, offered: tuple[str, ...], value: str
) -> None:
    assert meant(text, offered, "parent") == value


@pytest.mark.parametrize("text", ["", "   ", "!!!", "displayed it again", "my child who did it was 8", "x" * 500])
def test_anything_else_is_left_to_the_understanding(text: str) -> None:
    assert meant(text, ROLES, None) is None


def test_what_was_not_offered_is_never_meant() -> None:
    assert meant("stoke", ROLES, "parent") is None
