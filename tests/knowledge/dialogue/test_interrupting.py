"""An urgent route is answered before anything else."""

from __future__ import annotations

import pytest

from knowledge.dialogue import child, turns
from knowledge.dialogue.heard import Heard
from tests.knowledge.dialogue.conversation import Conversation, touching


@pytest.mark.parametrize(
    "route",
    ["r.immediate_danger", "r.adult_abuser", "r.suicide_selfharm", "r.child_self_disclosure", "r.recent_assault"],
)
@pytest.mark.parametrize("turns_before", range(6))
def test_an_urgent_route_is_answered_at_once_in_one_turn_at_any_point(route: str, turns_before: int) -> None:
    talk = Conversation(audience=None)
    for _ in range(turns_before):
        if talk.state.asked == "story":
            talk.story("touch_child_private_parts", "peeping", "animals")
        else:
            talk.choose(talk.state.offered[0])
    talk.tell(routes=[{"id": route, "score": 0.9}], behaviours=[{"id": "peeping", "score": 0.9}], in_scope=0.9)
    assert talk.card("route")["route"] == route
    assert talk.said[0]["card"]["kind"] == "route"
    assert talk.card("contact")
    assert all(message.get("asks") in (None, "next") for message in talk.said)


def test_after_an_urgent_route_the_thread_can_be_picked_up() -> None:
    talk = touching().tell(routes=[{"id": "r.suicide_selfharm", "score": 0.9}])
    assert talk.choose("carry_on").asks == "behaviour"


def test_what_was_told_before_a_route_answered_is_not_told_in_vain() -> None:
    talk = Conversation().story(
        "peeping", "nakedness", age=[{"low": 8, "high": 8}], routes=[{"id": "r.recent_assault", "score": 0.9}]
    )
    assert talk.card("route")["route"] == "r.recent_assault"
    talk.choose("carry_on")
    assert talk.asks == "behaviour" and talk.state.candidates == ("peeping", "nakedness") and talk.state.age == (8, 8)


def test_an_adults_part_leads_to_the_adult_route_also_as_an_answer() -> None:
    talk = (
        Conversation(area="stoke").story("chat_online_peers", age=[{"low": 14, "high": 14}]).choose("chat_online_peers")
    )
    while talk.asks != "factor:adult_involved":
        talk.choose("no")
    talk.choose("yes")
    assert talk.card("route")["route"] == "r.adult_abuser"
    assert not [message for message in talk.said if message.get("card", {}).get("kind") == "assessment"]


def test_i_want_to_stop_ends_a_conversation_and_is_a_plea_where_nothing_was_told() -> None:
    said = Heard(routes=("r.adult_own_thoughts",), command="stop")
    talk = touching(age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts")
    state, messages = turns.route(talk.state, said, talk.moment)
    assert "Nothing of this is kept" in messages[0]["text"] and not state.behaviours
    first = Conversation()
    assert turns.route(first.state, said, first.moment)[1][0]["card"]["route"] == "r.adult_own_thoughts"


@pytest.mark.parametrize("route", sorted(child.FOR_GROWN_UPS))
def test_a_child_who_writes_is_answered_in_words_for_a_child(route: str) -> None:
    talk = Conversation(audience=None)
    talk.tell(routes=[{"id": route, "score": 0.9}, {"id": "r.child_self_disclosure", "score": 0.8}])
    assert talk.card("route")["route"] == "r.child_self_disclosure" and talk.state.child
    assert talk.card("contact")["role"] == "childline"
    talk.tell(routes=[{"id": route, "score": 0.9}])
    assert "glad you are still here" in talk.text
    assert "do not wash" not in talk.text and talk.card("contact")["role"] == "childline"


def test_a_child_in_danger_now_is_told_what_everybody_is_told() -> None:
    talk = Conversation(audience=None)
    talk.tell(routes=[{"id": "r.immediate_danger", "score": 0.9}, {"id": "r.child_self_disclosure", "score": 0.8}])
    assert talk.card("route")["route"] == "r.immediate_danger" and talk.state.child
