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
