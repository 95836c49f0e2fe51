"""School staff: a first answer in the turn of the first message, then few questions; the local procedure as a checklist."""

from __future__ import annotations

import pytest

from knowledge.colour import Colour
from knowledge.dialogue.checklists import CONSIDERATIONS, checklists
from knowledge.triage import assess
from tests.knowledge.dialogue.conversation import OFFICE, Conversation

TOILETS = ("expose_genitals", "pull_down_clothes", "peeping")


def in_the_toilets(area: str | None = "staffordshire", **codes: object) -> Conversation:
    """Y5 boy, Y2 girl, second time, told her not to tell."""
    said = {"age": [{"low": 9, "high": 10}, {"low": 6, "high": 7}], "factors": {"secrecy": "yes"}, "role": "displayed"}
    return Conversation(audience="school", area=area, at=OFFICE).story(*TOILETS, **{**said, **codes})


def to_the_end(talk: Conversation, **answers: str) -> list[str]:
    """Answers until the result; gives what was asked."""
    asked = []
    while talk.state.asked not in ("next",):
        asked.append(talk.asks or "")
        wanted = answers.get(asked[-1], "no")
        talk.choose(wanted if wanted in talk.state.offered else talk.state.offered[0])
    return asked


def test_one_message_gets_a_first_answer_in_the_same_turn() -> None:
    talk = in_the_toilets()
    card = talk.card("assessment")
    assert card["provisional"] and card["behaviours"] == [TOILETS[0]]
    assert card["colour"] in ("amber", "red") and card["continuum"] and card["reasons"]
    assert "until you confirm it" in talk.text
    assert "tell_dsl" in card["topics"]
    assert talk.card("checklist")["id"] == "school_record"
    assert "What to tell the parents" in talk.text
    roles = [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert roles[0] == "dsl" and "front_door" in roles
    assert talk.asks == "behaviour"


def test_the_first_answer_says_what_is_unknown_and_what_it_would_change() -> None:
    talk = Conversation(audience="school", area="stoke").story("curious_bodies", age=[{"low": 6, "high": 6}])
    assert "would be more serious if" in talk.text and "force" in talk.text
    assert "coercion" in talk.card("assessment")["unknowns"]


@pytest.mark.parametrize("answer", ["no", "unknown"])
def test_at_most_four_questions_make_it_firm(answer: str) -> None:
    talk = in_the_toilets(factors={})
    asked = 0
    while talk.asks not in ("next", "area"):
        talk.choose(talk.state.offered[0] if talk.asks == "behaviour" else answer)
        asked += 1
    assert asked <= 4
    assert talk.card("assessment")["provisional"] is (
        answer == "unknown" and talk.card("assessment")["colour"] != "red"
    )


def test_the_ages_of_both_children_are_confirmed_with_the_behaviour_and_not_asked() -> None:
    talk = in_the_toilets()
    assert "did it is 9 to 10, and the other child is 6 to 7" in talk.said[-1]["text"]
    assert "age" not in to_the_end(talk)
    assert talk.state.age == (9, 10) and talk.state.other_age == (6, 7)


def test_the_area_is_asked_with_the_result_where_the_questions_are_used_up() -> None:
    talk = Conversation(audience="school").story("touch_child_private_parts", age=[{"low": 4, "high": 4}])
    while talk.asks != "area":
        talk.choose(talk.state.offered[0] if talk.asks == "behaviour" else "no")
    assert talk.card("assessment") and talk.card("contact")["role"] == "dsl"
    talk.choose("stoke")
    assert talk.asks == "next" and talk.card("contact")["role"] == "dsl"


def test_what_the_four_questions_left_out_is_said_and_may_be_asked() -> None:
    talk = Conversation(audience="school", area="stoke").story("touch_child_private_parts", age=[{"low": 4, "high": 4}])
    to_the_end(talk)
    assert "it goes on after being told to stop" in talk.text
    talk.choose("ask_more")
    assert "factor:persistence" in to_the_end(talk, **{"factor:persistence": "yes"})
    assert talk.card("assessment")["colour"] == "red"


def test_esas_is_advice_and_never_stands_before_the_front_door() -> None:
    talk = in_the_toilets(factors={"coercion": "yes"})
    to_the_end(talk)
    talk.choose("contacts")
    roles = [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert roles.index("front_door") < roles.index("esas")


def test_the_considerations_of_the_local_procedure_are_walked_one_by_one() -> None:
    talk = in_the_toilets()
    to_the_end(talk)
    talk.choose("considerations")
    items = {item["id"]: item["state"] for item in talk.card("checklist")["items"]}
    assert len(items) == len(checklists()[CONSIDERATIONS].items) == 19
    assert items["secret"] == "yes" and items["protection"] == "open"
    walked = []
    while (talk.asks or "").startswith("consideration:"):
        walked.append(talk.asks)
        talk.choose("unknown")
    assert len(walked) == len(set(walked)) == sum(1 for state in items.values() if state == "open")
    assert all(item["state"] != "open" for item in talk.card("checklist")["items"])
    assert talk.card("checklist")["sources"]


def test_a_consideration_that_is_a_question_of_the_triage_changes_the_answer() -> None:
    talk = Conversation(audience="school", area="stoke").story("pull_down_clothes", age=[{"low": 7, "high": 7}])
    to_the_end(talk)
    before = assess(talk.state.case).colour
    talk.choose("considerations")
    while (talk.asks or "").startswith("consideration:"):
        talk.choose("yes" if talk.asks in ("consideration:earlier", "consideration:changed") else "unknown")
    if talk.asks != "next":
        to_the_end(talk)
    assert talk.card("assessment")["colour"] == "red"
    assert before is not Colour.RED and {"prior", "escalation"} <= {
        s for s, a in talk.state.factors.items() if a == "yes"
    }


def test_the_list_can_be_left_at_any_point() -> None:
    talk = in_the_toilets()
    to_the_end(talk)
    talk.choose("considerations").choose("leave_list")
    assert talk.asks == "next" and talk.card("checklist")
