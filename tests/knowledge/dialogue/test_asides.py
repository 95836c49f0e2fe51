"""Feelings, disbelief, anger: met first, without argument, without a lower colour; then the thread is picked up."""

from __future__ import annotations

import pytest

from bot.nlu import asides as understood
from knowledge.dialogue.phrases import phrases
from tests.knowledge.dialogue.conversation import Conversation

FEELINGS = ("panic", "shame", "disbelief", "minimising", "anger", "keep_secret")


def red() -> Conversation:
    talk = Conversation(area="stoke").story(
        "sexual_contact_younger_less_able", age=[{"low": 12, "high": 12}], role="displayed"
    )
    while talk.asks != "next":
        talk.choose(talk.state.offered[0] if talk.asks == "behaviour" else "no")
    assert talk.card("assessment")["colour"] == "red"
    return talk


def test_there_are_words_for_every_aside_that_can_be_heard() -> None:
    assert all(f"aside_{name}" in phrases() for name in understood.NAMES)


@pytest.mark.parametrize("feeling", FEELINGS)
def test_a_feeling_is_met_and_the_open_question_comes_back(feeling: str) -> None:
    talk = Conversation(area="stoke").story("curious_bodies", age=[{"low": 6, "high": 6}]).choose("curious_bodies")
    asked, answers = talk.asks, talk.state.answers
    talk.tell(aside=feeling)
    assert talk.said[0]["text"] == phrases()[f"aside_{feeling}"].text.parent
    assert talk.asks == asked and talk.state.answers == answers and talk.state.misses == 0


@pytest.mark.parametrize("feeling", FEELINGS)
def test_after_the_result_a_feeling_changes_nothing_of_it(feeling: str) -> None:
    talk = red()
    case = talk.state.case
    talk.tell(
        aside=feeling, behaviours=[{"id": "body_role_play", "score": 0.9}], in_scope=0.9, factors={"coercion": "no"}
    )
    assert talk.state.case == case and talk.asks == "next"
    assert "assessment" not in str([message.get("card", {}).get("kind") for message in talk.said])


def test_a_feeling_in_the_story_is_met_before_anything_is_asked() -> None:
    talk = Conversation().story("curious_bodies", aside="shame")
    assert talk.said[0]["text"] == phrases()["aside_shame"].text.parent
    assert talk.asks == "behaviour" and talk.state.candidates


def test_a_no_said_in_disbelief_is_no_answer() -> None:
    talk = Conversation().story("curious_bodies", age=[{"low": 6, "high": 6}]).choose("curious_bodies")
    talk.tell(aside="disbelief", factors={"distress_other": "no"})
    assert not talk.state.heard and "distress_other" not in talk.state.factors


def test_the_second_feeling_in_a_row_brings_a_person_and_the_third_other_words() -> None:
    talk = Conversation()
    texts = []
    for _ in range(3):
        talk.tell(aside="panic")
        texts.append(talk.said[0]["text"])
    assert talk.card("contact")["role"] == "nspcc_helpline"
    assert texts[0] == texts[1] != texts[2]


def test_a_wish_for_a_person_is_met_at_once_and_the_question_stays() -> None:
    talk = Conversation(area="stoke").story("curious_bodies").choose("curious_bodies")
    asked = talk.asks
    talk.tell(aside="person")
    assert talk.card("contact") and talk.asks == asked


def test_a_greeting_is_no_miss() -> None:
    talk = Conversation().tell(aside="hello")
    assert "only help" not in talk.text and talk.asks == "behaviour" and talk.state.misses == 0


@pytest.mark.parametrize(
    ("text", "aside"),
    [("hello", "hello"), ("please don't tell anyone", "keep_secret"), ("He told her not to tell anyone", None),
     ("That can't be right. He is a good boy", "disbelief"), ("it was only a game", "minimising"),
     ("I am so ashamed", "shame"), ("you are no help at all", "anger"), ("I don't know what to do", "panic"),
     ("who can I ring?", "person"), ("thank you", "thanks"), ("don't know", None), ("he is 8", None), ("", None)],
)  # fmt: skip
def test_what_is_heard_as_an_aside(text: str, aside: str | None) -> None:
    assert understood.find(text) == aside


@pytest.mark.parametrize("aside", ["shame", "panic"])
def test_what_somebody_feels_is_not_taken_for_the_childs_distress(aside: str) -> None:
    talk = red()
    case = talk.state.case
    talk.tell(aside=aside, factors={"distress_self": "yes"})
    assert talk.state.case == case and talk.asks == "next"
    story = Conversation().story("curious_bodies", aside=aside, factors={"distress_self": "yes", "secrecy": "yes"})
    assert dict(story.state.heard) == {"secrecy": "yes"}


def likely(score: float, **codes: object) -> dict[str, object]:
    return {"routes": [{"id": "r.child_self_disclosure", "score": score}], "aside": "keep_secret", **codes}


def test_a_feeling_of_a_grown_up_in_the_middle_is_not_taken_for_a_child_unless_that_is_sure() -> None:
    def asked() -> Conversation:
        return Conversation(area="stoke").story("peeping").choose("peeping")

    assert not asked().tell(**likely(0.7)).state.child and "tell nobody" in asked().tell(**likely(0.7)).text
    assert asked().tell(**likely(0.9)).state.child
    assert asked().tell(**likely(0.7, age=[{"low": 12, "high": 12}])).state.child, "an age is a child's own"
    assert Conversation().tell(**likely(0.7)).state.child, "nobody has told anything yet"
