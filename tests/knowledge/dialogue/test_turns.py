"""What holds of every turn, from the opening to the result."""

from __future__ import annotations

import re

import pytest

from tests.knowledge.dialogue.conversation import OFFICE, Conversation, touching


def test_the_opening_says_what_it_is_that_nothing_is_kept_and_when_to_ring_999() -> None:
    opening = Conversation().said[0]["text"]
    assert "Waymark" in opening and "Nothing you write is kept" in opening and "999" in opening


def test_while_something_lacks_a_sign_off_the_opening_says_that_this_is_a_demonstration() -> None:
    assert "demonstration" in Conversation().said[0]["text"]


def test_who_is_asking_is_asked_only_when_it_is_not_known() -> None:
    assert Conversation(audience=None).asks == "audience"
    assert Conversation(audience="school").asks == "behaviour"


def test_a_typical_worry_takes_at_most_eight_answers_from_the_first_message_to_the_result() -> None:
    talk = touching(role="displayed")
    answers = 1
    while talk.asks != "next":
        assert answers < 8
        talk.choose(
            talk.state.offered[0] if talk.asks in ("behaviour", "area") else "6" if talk.asks == "age" else "no"
        )
        answers += 1
    assert talk.card("assessment")["colour"] in ("green", "amber")


def test_words_alone_never_set_a_colour() -> None:
    talk = Conversation(area="stoke").story("forced_sexual_activity", "peeping", "animals", age=[{"low": 9, "high": 9}])
    assert talk.asks == "behaviour"
    assert all("card" not in message for message in talk.said)


def test_not_sure_is_an_answer_to_every_question() -> None:
    talk = touching().choose("touch_child_private_parts")
    seen = []
    while talk.asks != "next":
        assert "unknown" in talk.state.offered, talk.asks
        seen.append(talk.asks)
        talk.choose("unknown")
    assert "age" in seen and "area" in seen
    assert talk.card("assessment")["colour"] == "red"  # nothing known of the age: the most cautious
    assert talk.card("assessment")["provisional"]


def test_an_unknown_answer_is_not_asked_again() -> None:
    talk = touching(age=[{"low": 4, "high": 4}], role="displayed").choose("touch_child_private_parts")
    asked = []
    while talk.asks != "next":
        asked.append(talk.asks)
        talk.choose("unknown")
    assert len(asked) == len(set(asked))


def test_no_contact_stands_twice_in_one_turn_and_one_of_the_first_answers_at_night() -> None:
    talk = Conversation(area="stoke").story("nakedness", age=[{"low": 4, "high": 4}]).choose("nakedness")
    while talk.asks != "next":
        talk.choose("no")
    cards = [message["card"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert len({card["id"] for card in cards}) == len(cards)
    assert any(card["open_now"] for card in cards)


def test_start_again_forgets_the_case_and_keeps_who_is_asking() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts").tell(command="restart")
    assert talk.state.audience == "parent" and not talk.state.behaviours and talk.state.age is None
    assert talk.asks == "behaviour"


def test_information_is_given_without_a_colour_and_without_questions_about_force() -> None:
    talk = Conversation(area="stoke").story("gender_sexuality_questions").choose("gender_sexuality_questions")
    assert talk.asks == "next"
    assert talk.card("assessment")["colour"] is None and talk.card("assessment")["do_now"]


def test_out_of_hours_the_duty_team_is_shown_and_in_office_hours_the_front_door() -> None:
    def roles(at: str) -> list[str]:
        talk = Conversation(area="stoke", at=at).story(
            "forced_sexual_activity", role="displayed", age=[{"low": 11, "high": 11}]
        )
        talk.choose("forced_sexual_activity")
        while talk.asks != "next":
            talk.choose("no")
        return [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]

    assert roles(OFFICE)[0] == "front_door"
    assert roles("2026-11-21T23:10")[0] == "front_door_out_of_hours"


def test_how_many_more_is_no_more_than_what_follows() -> None:
    for name in ("sexual_contact_family_member", "touch_child_private_parts", "expose_genitals"):
        talk = Conversation().story(name, age=[{"low": 9, "high": 9}], role="displayed").choose(name)
        promised = []
        while talk.asks != "next":
            found = re.search(r"About (\d+) more to go", talk.said[-1]["text"])
            promised.append(int(found[1]) if found else 0)
            talk.choose("stoke" if talk.asks == "area" else "no")
        assert all(count <= len(promised) - place for place, count in enumerate(promised)), (name, promised)


@pytest.mark.parametrize(("name", "both"), [("self_touch_compulsive", False), ("penetration_object", True)])
def test_both_children_are_named_where_there_are_two(name: str, both: bool) -> None:
    talk = Conversation(area="stoke").story(name, age=[{"low": 10, "high": 10}], role="displayed").choose(name)
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "red"
    assert ("Both children can get help." in talk.said[0]["text"]) is both and "{" not in talk.text
