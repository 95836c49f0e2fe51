"""What the dialogue does, one conversational event after the other."""

from __future__ import annotations

import itertools
import re

import pytest

from knowledge.dialogue import turns
from knowledge.dialogue.heard import Heard
from knowledge.library import library
from tests.knowledge.dialogue.conversation import OFFICE, Conversation


def touching(**codes: object) -> Conversation:
    return Conversation().story("touch_child_private_parts", "curious_bodies", "mutual_sexual_touching", **codes)


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


def test_what_the_message_said_is_confirmed_in_one_line_and_not_asked_again() -> None:
    talk = touching(
        age=[{"low": 6, "high": 6}], factors={"coercion": "no", "secrecy": "yes"}, role="displayed", area="stoke"
    )
    assert "Age 6" in talk.text and "secret" in talk.text
    asked = []
    while talk.asks != "next":
        talk.choose("touch_child_private_parts" if talk.asks == "behaviour" else "no")
        asked.append(talk.asks)
    assert not {"age", "area", "role", "factor:coercion", "factor:secrecy"} & set(asked)


def test_words_alone_never_set_a_colour() -> None:
    talk = Conversation(area="stoke").story("forced_sexual_activity", "peeping", "animals", age=[{"low": 9, "high": 9}])
    assert talk.asks == "behaviour"
    assert all("card" not in message for message in talk.said)


def test_yes_confirms_the_first_candidate_and_no_opens_the_menu() -> None:
    assert touching().tell(answer="yes").state.behaviours == ("touch_child_private_parts",)
    assert touching().tell(answer="no").asks == "subject"


def test_none_of_these_leads_to_the_subjects_and_then_to_their_behaviours() -> None:
    talk = touching().choose("none_of_these")
    assert talk.asks == "subject"
    talk.choose("online")
    assert talk.state.offered == (*library().subjects["online"].behaviours, "none_of_these")
    assert talk.choose("porn_searching").state.behaviours == ("porn_searching",)


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


def test_two_ages_are_told_apart_by_asking() -> None:
    talk = touching(age=[{"low": 9, "high": 9}, {"low": 4, "high": 4}], role="displayed").choose(
        "touch_child_private_parts"
    )
    assert talk.asks == "age" and talk.state.offered == ("9", "4", "unknown")
    talk.choose("9")
    assert talk.state.age == (9, 9) and talk.state.other_age == (4, 4)
    assert talk.asks != "factor:age_gap"  # it follows from the two ages


def test_the_age_of_the_child_it_was_done_to_is_not_taken_for_the_other_childs() -> None:
    talk = touching(age=[{"low": 6, "high": 6}], role="affected").choose("touch_child_private_parts")
    assert talk.state.other_age == (6, 6) and talk.state.age is None
    assert talk.asks == "age" and "who did this" in talk.text


def test_a_corrected_age_changes_the_answer() -> None:
    talk = Conversation(area="stoke").story("porn_searching", age=[{"low": 15, "high": 15}]).choose("porn_searching")
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "green"
    talk.tell(age=[{"low": 9, "high": 9}])
    assert "changed the age to 9" in talk.text
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "red"


def test_a_yes_and_a_no_about_the_same_thing_are_both_heard_and_the_careful_one_counts() -> None:
    talk = touching(age=[{"low": 6, "high": 6}], role="displayed").choose("touch_child_private_parts").choose("yes")
    talk.tell(answer="no", factors={"coercion": "no"})
    assert "both a yes and a no" in talk.text
    assert talk.state.factors["coercion"] == "yes"


def test_what_was_misheard_can_be_put_right_and_is_then_asked() -> None:
    talk = touching(age=[{"low": 6, "high": 6}], role="displayed", factors={"coercion": "yes"})
    talk.tell(answer="yes", factors={"coercion": "no"})
    assert "putting that right" in talk.text
    assert talk.asks == "factor:coercion"


def test_a_new_worry_about_another_child_after_the_result_is_a_new_case() -> None:
    talk = Conversation(area="stoke").story("porn_searching", age=[{"low": 15, "high": 15}]).choose("porn_searching")
    while talk.asks != "next":
        talk.choose("no")
    talk.story("nakedness", age=[{"low": 12, "high": 12}])
    assert talk.asks == "behaviour" and talk.state.candidates == ("nakedness",) and not talk.state.behaviours


def test_words_that_do_not_answer_a_menu_are_met_with_other_words_each_time() -> None:
    talk = touching().choose("none_of_these")
    texts = [talk.said[-1]["text"]]
    for _ in range(4):
        talk.tell()
        texts.append(talk.said[-1]["text"])
    assert all(one != two for one, two in itertools.pairwise(texts))


def test_a_young_person_who_says_so_first_is_welcomed_and_nothing_is_supposed() -> None:
    talk = Conversation(audience=None).choose("child")
    assert "believe" not in talk.text and "will not ask you what happened" in talk.text
    roles = [message["card"]["role"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert {"childline", "shore", "emergency_999"} <= set(roles)


def test_no_contact_stands_twice_in_one_turn_and_one_of_the_first_answers_at_night() -> None:
    talk = Conversation(area="stoke").story("nakedness", age=[{"low": 4, "high": 4}]).choose("nakedness")
    while talk.asks != "next":
        talk.choose("no")
    cards = [message["card"] for message in talk.said if message.get("card", {}).get("kind") == "contact"]
    assert len({card["id"] for card in cards}) == len(cards)
    assert any(card["open_now"] for card in cards)


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


def test_a_child_is_met_kindly_and_never_triaged() -> None:
    talk = Conversation(audience=None).choose("child")
    for _ in range(4):
        assert "assessment" not in [message.get("card", {}).get("kind") for message in talk.said]
        assert "childline" in [message.get("card", {}).get("role") for message in talk.said]
        talk.story("touch_child_private_parts", age=[{"low": 12, "high": 12}])
    assert talk.choose("adult_here").asks in ("audience", "behaviour")


def test_an_adults_part_leads_to_the_adult_route_also_as_an_answer() -> None:
    talk = (
        Conversation(area="stoke").story("chat_online_peers", age=[{"low": 14, "high": 14}]).choose("chat_online_peers")
    )
    while talk.asks != "factor:adult_involved":
        talk.choose("no")
    talk.choose("yes")
    assert talk.card("route")["route"] == "r.adult_abuser"
    assert not [message for message in talk.said if message.get("card", {}).get("kind") == "assessment"]


def test_a_question_that_is_never_understood_is_left_open_and_never_taken_as_a_no() -> None:
    talk = touching(age=[{"low": 4, "high": 4}], role="displayed").choose("touch_child_private_parts")
    assert talk.asks == "factor:coercion"
    for _ in range(4):
        talk.tell()
    assert "leave that open" in talk.text and talk.card("contact")
    assert talk.asks == "factor:distress_other" and talk.state.factors["coercion"] == "unknown"


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


def test_start_again_forgets_the_case_and_keeps_who_is_asking() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts").tell(command="restart")
    assert talk.state.audience == "parent" and not talk.state.behaviours and talk.state.age is None
    assert talk.asks == "behaviour"


def test_going_back_asks_the_last_question_again_with_its_answer_forgotten() -> None:
    talk = touching(role="displayed", age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts").choose("yes")
    talk.tell(command="back")
    assert talk.asks == "factor:coercion" and "coercion" not in talk.state.factors


def test_stopping_is_kind_and_forgets_everything() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop")
    assert "Nothing of this is kept" in talk.text
    assert not talk.state.behaviours and talk.state.age is None


def test_something_identifying_is_met_with_a_kind_line() -> None:
    assert "not kept them" in touching(identifying=True).text


def test_information_is_given_without_a_colour_and_without_questions_about_force() -> None:
    talk = Conversation(area="stoke").story("gender_sexuality_questions").choose("gender_sexuality_questions")
    assert talk.asks == "next"
    assert talk.card("assessment")["colour"] is None and talk.card("assessment")["do_now"]


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


def test_stop_said_again_is_met_with_other_words() -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop")
    goodbye = talk.text
    assert talk.tell(command="stop").text != goodbye


def test_how_many_more_is_no_more_than_what_follows() -> None:
    for name in ("sexual_contact_family_member", "touch_child_private_parts", "expose_genitals"):
        talk = Conversation().story(name, age=[{"low": 9, "high": 9}], role="displayed").choose(name)
        promised = []
        while talk.asks != "next":
            found = re.search(r"About (\d+) more to go", talk.said[-1]["text"])
            promised.append(int(found[1]) if found else 0)
            talk.choose("stoke" if talk.asks == "area" else "no")
        assert all(count <= len(promised) - place for place, count in enumerate(promised)), (name, promised)


@pytest.mark.parametrize("answer", ["no", "yes", "unknown"])
def test_a_word_after_the_goodbye_is_met_with_a_goodbye(answer: str) -> None:
    talk = touching(age=[{"low": 6, "high": 6}]).tell(command="stop").tell(answer=answer)
    assert "close this page now" in talk.text and talk.asks is None
    assert talk.story("peeping").asks == "behaviour"


@pytest.mark.parametrize(("name", "both"), [("self_touch_compulsive", False), ("penetration_object", True)])
def test_both_children_are_named_where_there_are_two(name: str, both: bool) -> None:
    talk = Conversation(area="stoke").story(name, age=[{"low": 10, "high": 10}], role="displayed").choose(name)
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "red"
    assert ("Both children can get help." in talk.said[0]["text"]) is both and "{" not in talk.text


def test_i_want_to_stop_ends_a_conversation_and_is_a_plea_where_nothing_was_told() -> None:
    said = Heard(routes=("r.adult_own_thoughts",), command="stop")
    talk = touching(age=[{"low": 6, "high": 6}]).choose("touch_child_private_parts")
    state, messages = turns.route(talk.state, said, talk.moment)
    assert "Nothing of this is kept" in messages[0]["text"] and not state.behaviours
    first = Conversation()
    assert turns.route(first.state, said, first.moment)[1][0]["card"]["route"] == "r.adult_own_thoughts"
