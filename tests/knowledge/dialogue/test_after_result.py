"""What is said after the result: a fact that changes it, or another story."""

from __future__ import annotations

from tests.knowledge.dialogue.conversation import Conversation


def green() -> Conversation:
    """A result in which the other child was not upset."""
    talk = Conversation(area="stoke").story("curious_bodies", age=[{"low": 6, "high": 6}]).choose("curious_bodies")
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "green"
    return talk


def unsure(**codes: object) -> dict[str, object]:
    """A few words that sound a little like many behaviours."""
    return {"behaviours": [{"id": "nude_other_shared", "score": 0.2}], "in_scope": 0.7, **codes}


def test_a_fact_in_a_few_words_belongs_to_this_case_however_they_sound() -> None:
    talk = green().tell(**unsure(factors={"distress_other": "yes"}))
    assert "both a yes and a no" in talk.text and talk.asks == "factor:distress_other"
    talk.choose("yes")
    while talk.asks != "next":
        talk.choose("no")
    assert talk.card("assessment")["colour"] == "amber"


def test_a_sure_story_is_another_case() -> None:
    talk = green().tell(
        behaviours=[{"id": "nude_other_shared", "score": 0.8}], in_scope=0.9, factors={"secrecy": "yes"}
    )
    assert talk.asks == "behaviour" and talk.state.candidates == ("nude_other_shared",)


def test_another_age_with_another_behaviour_is_another_case() -> None:
    talk = green().tell(**unsure(age=[{"low": 12, "high": 12}], factors={"distress_other": "yes"}))
    assert talk.asks == "behaviour" and talk.state.age == (12, 12)


def test_a_fact_that_has_nothing_to_do_with_it_does_not_bring_the_same_result_again() -> None:
    talk = Conversation(area="stoke").story("gender_sexuality_questions").choose("gender_sexuality_questions")
    talk.tell(factors={"coercion": "no"})
    assert talk.asks == "next" and not any(one.get("card", {}).get("kind") == "assessment" for one in talk.said)


def test_a_question_without_an_answer_points_at_the_buttons_and_a_person() -> None:
    talk = green().tell(question=True, topics=[])
    assert "buttons may help" in talk.text and talk.card("contact")["role"] == "nspcc_helpline"
