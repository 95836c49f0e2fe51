"""Choices that were offered."""

from __future__ import annotations

from knowledge.library import library
from tests.knowledge.dialogue.conversation import OFFICE, Conversation, touching


def test_none_of_these_leads_to_the_subjects_and_then_to_their_behaviours() -> None:
    talk = touching().choose("none_of_these")
    assert talk.asks == "subject"
    talk.choose("online")
    assert talk.state.offered == (*library().subjects["online"].behaviours, "none_of_these")
    assert talk.choose("porn_searching").state.behaviours == ("porn_searching",)


def test_a_young_person_who_says_so_first_is_welcomed_and_nothing_is_supposed() -> None:
    talk = Conversation(audience=None).choose("child")
    assert "believe" not in talk.text and "will not ask you what happened" in talk.text
    roles = [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert {"childline", "shore", "emergency_999"} <= set(roles)


def test_a_child_is_met_kindly_and_never_triaged() -> None:
    talk = Conversation(audience=None).choose("child")
    for _ in range(4):
        assert "assessment" not in [message.get("card", {}).get("kind") for message in talk.said]
        assert "childline" in [message.get("card", {}).get("role") for message in talk.said]
        talk.story("touch_child_private_parts", age=[{"low": 12, "high": 12}])
    assert talk.choose("adult_here").asks in ("audience", "behaviour")


def test_the_pieces_after_the_result_can_be_opened_one_by_one() -> None:
    talk = Conversation(area="staffordshire", at=OFFICE).story(
        "forced_sexual_activity", role="displayed", age=[{"low": 11, "high": 11}]
    )
    talk.choose("forced_sexual_activity")
    while talk.asks != "next":
        talk.choose("no")
    pieces = [value for value in talk.state.offered if value not in ("another", "another_behaviour", "stop")]
    assert {"say_to_child", "say_to_affected", "safety_plan", "contacts"} <= set(pieces)
    for value in pieces:
        assert len(talk.choose(value).text) > 40, value
        assert talk.asks == "next"
