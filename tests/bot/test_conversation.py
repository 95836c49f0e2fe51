"""What the running server cannot easily be brought to do. The rest is tested over HTTP (test_api*.py)."""

from typing import Any

import pytest

from bot.conversation import _is_message, _offered
from bot.request_shape import Chosen

SESSION = "a" * 32


def chosen(*choices: str) -> Chosen:
    return Chosen(SESSION, choices, together=len(choices) > 1)


@pytest.mark.parametrize(
    ("state", "choice", "taken"),
    [
        ({"offered": ["yes", "no"]}, chosen("yes"), True),
        ({"offered": ["yes", "no"]}, chosen("maybe"), False),
        ({"offered": ["yes", "no"]}, chosen("yes", "no"), False),
        ({"offered": ["a", "b", "c"], "multiple": True}, chosen("a", "c"), True),
        ({"offered": ["a", "b", "c"], "multiple": True}, chosen("a"), True),
        ({"offered": ["a", "b", "c"], "multiple": True}, chosen("a", "d"), False),
        ({"offered": []}, chosen("yes"), False),
        ({"offered": "yes"}, chosen("yes"), False),
        ({}, chosen("yes"), False),
        (None, chosen("yes"), False),
        ("yes", chosen("yes"), False),
    ],
)
def test_only_what_was_offered_can_be_chosen(state: Any, choice: Chosen, taken: bool) -> None:
    assert _offered({"state": state}, choice) is taken


def test_before_anything_was_offered_nothing_can_be_chosen() -> None:
    assert not _offered({}, chosen("yes"))


@pytest.mark.parametrize("message", [None, "text", [], {}, {"text": None}, {"text": 5}, {"card": {}}])
def test_what_an_action_sends_without_a_text_is_no_message(message: Any) -> None:
    assert not _is_message(message)
