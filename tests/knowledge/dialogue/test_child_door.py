"""A child or young person: believed, not blamed, nothing asked, somebody to turn to, a kind close."""

from __future__ import annotations

import pytest

from tests.knowledge.dialogue.conversation import Conversation


def roles(talk: Conversation) -> list[str]:
    return [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]


def child() -> Conversation:
    return Conversation(audience=None).choose("child")


def test_a_child_may_say_with_a_button_what_it_is_about_and_is_never_asked() -> None:
    talk = child()
    assert {"child_hurt", "child_worried_under_13", "child_worried", "adult_here", "stop"} == set(talk.state.offered)
    assert "?" not in talk.text


def test_something_happened_is_believed_and_not_blamed() -> None:
    talk = child().choose("child_hurt")
    assert "I believe you" in talk.text and "not your fault" in talk.text and roles(talk)[0] == "childline"


def test_under_13_and_13_to_17_worried_about_themselves_are_met_differently() -> None:
    young, older = child().choose("child_worried_under_13"), child().choose("child_worried")
    assert young.card("route")["route"] == "r.child_under13_self_worry" and "shore" not in roles(young)
    assert older.card("route")["route"] == "r.young_self_worry" and roles(older)[0] == "shore"


@pytest.mark.parametrize(
    ("years", "route"),
    [(10, "r.child_under13_self_worry"), (12, "r.child_under13_self_worry"), (13, "r.young_self_worry")],
)
def test_the_age_that_is_said_decides_between_them(years: int, route: str) -> None:
    for fired in ("r.child_under13_self_worry", "r.young_self_worry"):
        talk = Conversation().tell(routes=[{"id": fired, "score": 0.9}], age=[{"low": years, "high": years}])
        assert talk.card("route")["route"] == route


def test_what_a_child_writes_next_is_met_in_other_words_each_time_and_without_a_question() -> None:
    talk = child()
    said = []
    for _ in range(3):
        talk.story("touch_child_private_parts", age=[{"low": 12, "high": 12}])
        said.append(talk.said[0]["text"])
        assert "?" not in talk.text and "childline" in roles(talk) and "emergency_999" in roles(talk)
    assert len(set(said)) == 3


def test_the_end_is_kind_and_whoever_writes_next_is_still_met_as_a_child() -> None:
    talk = child().choose("stop")
    assert "brave" in talk.text and "looking out for a child" not in talk.text and roles(talk)[0] == "childline"
    talk.story("curious_bodies")
    assert "childline" in roles(talk) and talk.state.child


@pytest.mark.parametrize("command", ["restart", "back", "help"])
def test_a_command_of_a_child_never_starts_a_triage(command: str) -> None:
    talk = child().tell(command=command)
    assert talk.state.child and "childline" in roles(talk)


def test_whose_fault_it_is_is_answered_and_a_childs_own_worry_is_not_judged() -> None:
    harmed = child().choose("child_hurt")
    assert "not your fault" in harmed.tell(aside="shame").said[0]["text"]
    assert "not your fault" in harmed.tell(question=True, topics=[{"id": "did_i_cause_it", "score": 0.9}]).text
    worried = child().choose("child_worried").tell(aside="shame")
    assert "not a bad person" in worried.said[0]["text"] and "not your fault" not in worried.text


@pytest.mark.parametrize(("aside", "says"), [("panic", "alone"), ("keep_secret", "tell nobody"), ("thanks", "welcome")])
def test_what_a_child_feels_is_met_and_nothing_is_asked(aside: str, says: str) -> None:
    talk = child().tell(aside=aside)
    assert says in talk.said[0]["text"] and "?" not in talk.text and roles(talk)[0] == "childline"


def test_a_child_who_tells_more_of_it_is_not_met_with_the_very_same_words() -> None:
    told = {"routes": [{"id": "r.child_self_disclosure", "score": 0.9}]}
    talk = Conversation(audience=None).tell(**told)
    first = talk.text
    assert talk.tell(**told).text != first and roles(talk)[0] == "childline" and "emergency_999" in roles(talk)
