"""A message in the person's own words: what it says is taken, confirmed, put right or asked about."""

from __future__ import annotations

import itertools

from tests.knowledge.dialogue.conversation import Conversation, touching


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


def test_yes_confirms_the_first_candidate_and_no_opens_the_menu() -> None:
    assert touching().tell(answer="yes").state.behaviours == ("touch_child_private_parts",)
    assert touching().tell(answer="no").asks == "subject"


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


def test_a_question_that_is_never_understood_is_left_open_and_never_taken_as_a_no() -> None:
    talk = touching(age=[{"low": 4, "high": 4}], role="displayed").choose("touch_child_private_parts")
    assert talk.asks == "factor:coercion"
    for _ in range(4):
        talk.tell()
    assert "leave that open" in talk.text and talk.card("contact")
    assert talk.asks == "factor:distress_other" and talk.state.factors["coercion"] == "unknown"


def test_something_identifying_is_met_with_a_kind_line() -> None:
    assert "not kept them" in touching(identifying=True).text
