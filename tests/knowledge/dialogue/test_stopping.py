"""The end of a conversation."""

from __future__ import annotations

import pytest

from tests.knowledge.dialogue.conversation import touching


def test_stopping_is_kind_and_forgets_everything() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop")
    assert "Nothing of this is kept" in talk.text
    assert not talk.state.behaviours and talk.state.age is None


def test_stop_said_again_is_met_with_other_words() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop")
    goodbye = talk.text
    assert talk.tell(command="stop").text != goodbye


@pytest.mark.parametrize("answer", ["no", "yes", "unknown"])
def test_a_word_after_the_goodbye_is_met_with_a_goodbye(answer: str) -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop").tell(answer=answer)
    assert "close this page now" in talk.text and talk.asks is None
    assert talk.story("peeping").asks == "behaviour"
