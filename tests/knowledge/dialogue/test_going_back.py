"""One step back."""

from __future__ import annotations

from tests.knowledge.dialogue.conversation import touching


def test_going_back_asks_the_last_question_again_with_its_answer_forgotten() -> None:
    talk = touching(role="displayed", age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts").choose("yes")
    talk.tell(command="back")
    assert talk.asks == "factor:coercion" and "coercion" not in talk.state.factors
