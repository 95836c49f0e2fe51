"""What words gave counts once it is confirmed; what contradicts is said to be heard, the careful one taken, and asked."""

from __future__ import annotations

import json

import pytest

from knowledge.dialogue.agenda import MOST_ANSWERS
from tests.knowledge.dialogue.conversation import Conversation

STORY = {"age": [{"low": 6, "high": 6}], "role": "displayed"}


def playing(**codes: object) -> Conversation:
    return Conversation(area="stoke").story("curious_bodies", "body_role_play", "peeping", **{**STORY, **codes})


def test_the_confirming_line_repeats_what_was_heard_and_offers_to_put_it_right() -> None:
    talk = playing(factors={"coercion": "yes"})
    assert "There was force" in talk.said[-1]["text"] and "not_right" in talk.state.offered
    assert not talk.state.factors


def test_confirmed_it_counts_and_put_right_it_is_asked_instead() -> None:
    assert playing(factors={"coercion": "yes"}).choose("curious_bodies").state.factors == {"coercion": "yes"}
    talk = playing(factors={"coercion": "yes"}).choose("not_right")
    assert talk.asks == "behaviour" and "not_right" not in talk.state.offered
    talk.choose("curious_bodies")
    asked = []
    while talk.asks != "next":
        asked.append(talk.asks)
        talk.choose("6" if talk.asks == "age" else "displayed" if talk.asks == "role" else "no")
    assert {"age", "factor:coercion"} <= set(asked)


def test_the_confirming_line_says_whose_child_it_is_where_that_matters() -> None:
    talk = Conversation().story("peeping", role="affected")
    assert "worried about the child it was done to" in talk.said[-1]["text"]


def test_a_fact_heard_later_is_asked_before_it_raises_the_colour() -> None:
    talk = playing().choose("curious_bodies")
    assert talk.asks == "factor:coercion"
    talk.tell(answer="no", factors={"persistence": "yes"})
    assert "persistence" not in talk.state.factors
    while talk.asks != "factor:persistence":
        talk.choose("no")
    assert "Is that right?" in talk.said[-1]["text"]
    assert talk.choose("no").state.factors["persistence"] == "no"


def test_a_role_heard_later_is_asked_not_guessed() -> None:
    talk = Conversation(area="stoke").story("peeping").choose("peeping")
    talk.tell(age=[{"low": 6, "high": 6}], role="affected")
    assert talk.asks == "role" and talk.state.role is None


@pytest.mark.parametrize(("said", "stays"), [("unknown", "yes"), ("yes", "yes"), ("no", "no")])
def test_a_yes_and_a_no_are_both_named_the_careful_one_taken_and_the_person_asked(said: str, stays: str) -> None:
    talk = playing().choose("curious_bodies").choose("yes")
    talk.tell(factors={"coercion": "no"})
    assert "both a yes and a no" in talk.text
    assert talk.state.factors["coercion"] == "yes"
    while talk.asks != "factor:coercion":
        talk.choose("no")
    assert "Which is right?" in talk.said[-1]["text"]
    assert talk.choose(said).state.factors["coercion"] == stays
    assert talk.asks != "factor:coercion"


def test_a_yes_and_a_no_in_one_breath_are_asked_once_more_and_no_further() -> None:
    talk = playing().choose("curious_bodies")
    talk.tell(answer="no", factors={"coercion": "yes"})
    assert talk.asks == "factor:coercion" and "both a yes and a no" in talk.text
    talk.tell(answer="no", factors={"coercion": "yes"})
    assert talk.asks != "factor:coercion" and talk.state.factors["coercion"] == "yes"


def test_another_behaviour_of_the_same_child_is_added_and_the_more_serious_counts() -> None:
    talk = playing().choose("curious_bodies")
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "green"
    talk.choose("another_behaviour").story("penetration_object").choose("penetration_object")
    while talk.asks != "next":
        talk.choose("no")
    card = talk.card("assessment")
    assert set(card["behaviours"]) == {"curious_bodies", "penetration_object"}
    assert card["colour"] == "red" and card["age"] == {"low": 6, "high": 6}


def test_going_back_from_another_behaviour_leaves_the_case_as_it_was() -> None:
    talk = playing().choose("curious_bodies")
    while talk.asks != "next":
        talk.choose("no")
    talk.choose("another_behaviour").tell(command="back")
    assert talk.state.behaviours == ("curious_bodies",) and talk.asks == "next"


def test_a_conversation_of_a_hundred_turns_stays_small() -> None:
    talk = playing(factors={"secrecy": "yes"}).choose("curious_bodies")
    sizes = []
    for turn in range(100):
        if turn % 3 == 0:
            talk.tell(aside="panic")
        elif turn % 3 == 1 and talk.state.offered:
            onward = [value for value in talk.state.offered if value not in ("stop", "none_of_these")]
            talk.choose(onward[turn % len(onward)])
        else:
            talk.tell(age=[{"low": turn % 17, "high": turn % 17}], factors={"frequency": ("yes", "no")[turn % 2]})
        sizes.append(len(json.dumps(talk.state.as_codes())))
    assert max(sizes) < 2500
    assert max(sizes[50:]) <= 1.5 * max(sizes[:50])


def test_the_eight_answers_hold_also_when_facts_have_to_be_confirmed() -> None:
    talk = playing().choose("curious_bodies")
    answers = 2
    while talk.asks != "next":
        talk.choose("no")
        answers += 1
    assert answers <= MOST_ANSWERS


def test_an_age_that_only_the_story_gave_is_that_of_the_child_who_is_spoken_of() -> None:
    talk = Conversation(area="stoke").story("peeping", age=[{"low": 6, "high": 6}]).choose("peeping")
    assert talk.asks == "role"
    talk.choose("affected")
    assert talk.state.other_age == (6, 6) and talk.state.age is None
    assert talk.asks == "age" and "who did this" in talk.said[-1]["text"]


def test_an_age_that_was_asked_for_is_that_of_the_child_who_did_it() -> None:
    talk = Conversation(area="stoke").choose("showing_and_looking").choose("peeping").choose("6").choose("affected")
    assert talk.state.age == (6, 6) and talk.state.other_age is None


def test_where_there_is_no_other_child_the_age_is_the_childs_whomever_the_words_sounded_like() -> None:
    talk = Conversation(area="stoke").story("animals", age=[{"low": 5, "high": 5}], role="affected")
    assert talk.state.age == (5, 5) and talk.state.role is None
    assert "it was done to" not in talk.said[-1]["text"]


def test_an_age_said_at_the_guess_is_added_to_it_and_is_no_other_story() -> None:
    talk = Conversation(area="stoke").story("porn_searching", "porn_violent")
    unsure = [{"id": "gender_sexuality_questions", "score": 0.2}]
    talk.tell(behaviours=unsure, in_scope=0.7, age=[{"low": 13, "high": 13}])
    assert talk.state.candidates == ("porn_searching", "porn_violent") and talk.state.age == (13, 13)
    assert "That helps" in talk.text and "Age 13" in talk.text
    talk.tell(behaviours=[{"id": "peeping", "score": 0.9}], in_scope=0.9, age=[{"low": 12, "high": 12}])
    assert talk.state.candidates == ("peeping",)


def test_what_contradicts_an_earlier_answer_is_asked_before_the_open_question_goes_on() -> None:
    talk = playing().choose("curious_bodies").choose("no")
    left_open = talk.asks
    talk.tell(factors={"coercion": "yes"})
    assert "both a yes and a no" in talk.text and talk.asks == "factor:coercion"
    assert talk.state.factors["coercion"] == "yes" and "did not follow" not in talk.text
    assert talk.choose("no").asks == left_open


def test_a_fact_beside_the_question_is_taken_with_thanks_and_the_question_stays() -> None:
    talk = playing().choose("curious_bodies")
    asked = talk.asks
    talk.tell(factors={"secrecy": "yes"})
    assert "That helps" in talk.text and "did not follow" not in talk.text
    assert talk.asks == asked and dict(talk.state.heard) == {"secrecy": "yes"}


def test_what_is_new_is_taken_with_thanks_after_words_that_were_not_understood_too() -> None:
    talk = playing().choose("curious_bodies")
    asked = talk.asks
    talk.tell(in_scope=0.1)
    assert "That helps" not in talk.text
    talk.tell(factors={"secrecy": "yes"})
    assert "That helps" in talk.text and talk.asks == asked
    talk.tell(in_scope=0.1)
    assert "That helps" not in talk.text


def test_an_age_put_right_beside_the_question_is_said_and_the_question_stays() -> None:
    talk = playing().choose("curious_bodies")
    asked = talk.asks
    talk.tell(age=[{"low": 8, "high": 8}])
    assert "changed the age to 8" in talk.text and "did not follow" not in talk.text and talk.asks == asked
    talk.tell(age=[{"low": 9, "high": 9}])
    talk.tell(age=[{"low": 7, "high": 7}])
    talk.tell()
    assert talk.state.misses == 4 or talk.asks != asked, "never without end"


def test_only_what_belongs_to_the_guess_is_repeated_and_confirmed() -> None:
    talk = Conversation(area="stoke").story(
        "self_touch_in_view", "peeping", age=[{"low": 6, "high": 6}], factors={"coercion": "yes", "frequency": "yes"}
    )
    assert "force" not in talk.said[-1]["text"] and "often" in talk.said[-1]["text"]
    talk.choose("self_touch_in_view")
    assert talk.state.factors["frequency"] == "yes" and "coercion" not in talk.state.factors


def test_what_was_heard_and_not_repeated_is_asked_where_it_matters() -> None:
    talk = Conversation(area="stoke").story(
        "self_touch_in_view", "curious_bodies", age=[{"low": 6, "high": 6}], factors={"coercion": "yes"}
    )
    talk.choose("curious_bodies")
    assert talk.asks == "factor:coercion" and "I also heard this" in talk.said[-1]["text"]


def test_a_no_with_another_age_puts_the_age_right_and_the_guess_stays() -> None:
    talk = playing().tell(answer="no", age=[{"low": 9, "high": 9}])
    assert talk.asks == "behaviour" and talk.state.candidates and "Age 9" in talk.said[-1]["text"]


def test_another_story_that_says_might_is_a_story_and_the_same_guess_again_is_none() -> None:
    talk = playing().story("gender_sexuality_questions", answer="unknown", age=[{"low": 14, "high": 14}])
    assert talk.state.candidates == ("gender_sexuality_questions",)
    again = talk.story("gender_sexuality_questions", age=[{"low": 14, "high": 14}])
    assert again.state.misses == 1 and "did not follow" in again.text


def test_feelings_and_facts_beside_a_question_together_bring_a_person_before_it_wears_out() -> None:
    talk = playing().choose("curious_bodies")
    asked, texts = talk.asks, [talk.said[-1]["text"]]
    for step in ({"aside": "disbelief"}, {"factors": {"secrecy": "yes"}}, {"aside": "minimising"}, {}):
        talk.tell(**step)
        texts.append(talk.said[-1]["text"] if talk.asks == asked else "")
    assert any("card" in one and one["card"]["kind"] == "contact" for one in talk.said)
    assert max(texts.count(text) for text in texts) <= 2


def test_what_was_heard_may_be_denied_plainly_and_told_otherwise_it_is_a_contradiction() -> None:
    def heard_force() -> Conversation:
        talk = Conversation(area="stoke").story(
            "forced_sexual_activity", "touch_child_private_parts", age=[{"low": 9, "high": 9}],
            role="displayed", factors={"coercion": "yes"},
        )  # fmt: skip
        return talk.choose("touch_child_private_parts")

    assert "I also heard this" in heard_force().said[-1]["text"]
    assert heard_force().tell(answer="no").state.factors["coercion"] == "no"
    assert heard_force().choose("no").state.factors["coercion"] == "no"
    talk = heard_force().tell(factors={"coercion": "no"})
    assert "both a yes and a no" in talk.text and talk.asks == "factor:coercion"
    assert talk.choose("unknown").state.factors["coercion"] == "yes"
