"""Helpline staff: words to read at every step, the case so far beside it, any order, any correction, a closing script."""

from __future__ import annotations

import pytest

from knowledge.dialogue.message import Message
from knowledge.dialogue.script import script
from knowledge.library import library
from tests.knowledge.dialogue.conversation import OFFICE, Conversation


def call() -> Conversation:
    return Conversation(audience="helpline", at=OFFICE)


def cards(talk: Conversation, kind: str) -> list[dict]:
    return [message["card"] for message in talk.said if message.get("card", {}).get("kind") == kind]


def finish(talk: Conversation) -> Conversation:
    while talk.asks != "next":
        wanted = {"behaviour": talk.state.offered[0], "age": "8", "role": "displayed", "area": "stoke"}
        talk.choose(wanted.get(talk.asks or "", "no"))
    return talk


def test_every_question_and_the_result_have_words_to_read_and_the_case_beside_them() -> None:
    talk = call()
    assert talk.said[0]["card"]["step"] == "opening"
    talk.story("touch_child_private_parts", "curious_bodies", "peeping")
    steps = []
    while True:
        last: Message = talk.said[-1]
        assert last["card"]["kind"] == "script" and last["card"]["read"] and last["card"]["listen_for"]
        assert cards(talk, "case")
        steps.append(last["card"]["step"])
        if talk.asks == "next":
            break
        wanted = {"behaviour": talk.state.offered[0], "age": "6", "role": "displayed", "area": "stoke"}
        talk.choose(wanted.get(talk.asks or "", "no"))
    assert steps[0] == "confirm" and steps[-1] == "result"
    assert "factor:coercion" in steps


def test_every_factor_has_something_to_listen_for() -> None:
    assert all(f"factor:{slug}" in script() for slug in library().factors)


def test_the_case_can_be_answered_in_any_order() -> None:
    talk = call()
    talk.choose("change:area").choose("stoke")
    talk.choose("change:age").choose("8")
    talk.choose("change:role").choose("affected")
    assert talk.asks == "behaviour"
    case = cards(talk, "case")[0]
    assert (case["area"], case["age"], case["role"]) == ("stoke", {"low": 8, "high": 8}, "affected")
    assert {"area", "age", "role"} <= {fact["name"] for fact in case["known"]}
    assert "behaviour" in {fact["name"] for fact in case["unknown"]}
    talk.story("curious_bodies").choose("curious_bodies")
    assert talk.asks not in ("age", "role", "area")


def test_anything_known_can_be_corrected_and_the_thread_goes_on() -> None:
    talk = call().story("touch_child_private_parts").choose("touch_child_private_parts").choose("6").choose("displayed")
    asked = talk.asks
    talk.choose("change:age")
    assert talk.asks == "age"
    assert talk.choose("12").asks is not None
    assert talk.state.age == (12, 12) and talk.state.role == "displayed"
    assert asked is not None


def test_a_correction_after_the_result_gives_a_new_one() -> None:
    talk = finish(call().story("curious_bodies"))
    before = talk.card("assessment")["colour"]
    talk.choose("change:factor:coercion").choose("yes")
    finish(talk)
    assert before == "green" and talk.card("assessment")["colour"] == "red"


def test_only_what_the_newest_case_names_can_be_changed() -> None:
    talk = call()
    assert "change:factor:coercion" not in talk.state.offered
    talk.story("curious_bodies").choose("curious_bodies")
    assert "change:factor:coercion" in talk.state.offered


def test_the_case_says_whether_an_answer_could_still_change_the_colour() -> None:
    talk = call().story("forced_sexual_activity").choose("forced_sexual_activity").choose("11").choose("displayed")
    case = cards(talk, "case")[0]
    assert case["colour"] == "red" and case["reasons"]
    assert not any(fact["matters"] for fact in case["unknown"] if fact["name"].startswith("factor:"))


def test_a_call_ends_with_closing_words_and_what_to_record() -> None:
    talk = finish(call().story("curious_bodies")).choose("stop")
    assert cards(talk, "script")[0]["step"] == "closing"
    checklist = cards(talk, "checklist")[0]
    assert checklist["id"] == "record" and {item["state"] for item in checklist["items"]} == {"write"}


@pytest.mark.parametrize("audience", ["parent", "school", "professional"])
def test_nobody_else_is_given_a_script(audience: str) -> None:
    talk = Conversation(audience=audience).story("curious_bodies")
    assert not cards(talk, "script") and not cards(talk, "case")


def test_school_staff_see_the_case_when_they_ask_and_can_change_it() -> None:
    talk = finish(Conversation(audience="school", area="stoke").story("curious_bodies", age=[{"low": 6, "high": 6}]))
    talk.choose("case")
    assert cards(talk, "case")
    assert talk.choose("change:age").asks == "age"


def test_the_line_of_what_is_still_to_find_out_can_be_read_at_a_glance() -> None:
    talk = Conversation("helpline").story("touch_child_private_parts", age=[{"low": 7, "high": 7}], role="displayed")
    talk.choose("touch_child_private_parts")
    case = next(one for one in talk.said if one.get("card", {}).get("kind") == "case")
    assert len(case["card"]["unknown"]) > 10, "the card has all of it"
    assert len(case["text"].partition("Still to find out:")[2].split(";")) == 6 and "more. " in case["text"]
