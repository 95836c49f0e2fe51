"""Questions about the subject."""

from __future__ import annotations

from knowledge.library import library
from tests.knowledge.dialogue.conversation import Conversation, touching


def test_a_question_in_the_middle_is_answered_and_the_thread_picked_up() -> None:
    topic = next(iter(library().topics))
    talk = touching(role="displayed").choose("touch_child_private_parts")
    asked = talk.asks
    talk.tell(question=True, topics=[{"id": topic, "score": 0.9}])
    assert talk.card("topic")["topic"] == topic and talk.card("topic")["sources"]
    assert talk.asks == asked


def test_an_unknown_question_says_so_and_offers_people() -> None:
    talk = Conversation().tell(question=True, topics=[])
    assert "do not have a good answer" in talk.text
    assert talk.card("contact")["role"] == "nspcc_helpline"
