"""A question that comes back and back: never three times in a row in the same words."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.dialogue.asking import question
from knowledge.dialogue.state import State
from knowledge.dialogue.wording import BUTTONS, LEADS, MOST_ALIKE, SIMPLY
from knowledge.library import library
from tests.knowledge.dialogue.conversation import Conversation

TIMES = MOST_ALIKE + len(LEADS)
WORDS = ("audience", "story", "age", "role", "send", "area", "factor:coercion")


def asked(state: State, word: str, ways: list[str]) -> list[str]:
    texts = []
    for way in ways:
        state, message = question(state.but(asked=None), word, way)  # as after an answer that led nowhere
        texts.append(message["text"])
    return texts


@pytest.mark.parametrize("way", ["", BUTTONS])
@pytest.mark.parametrize("word", WORDS)
def test_the_same_words_stand_twice_at_most(word: str, way: str) -> None:
    texts = asked(State(), word, [way] * TIMES)
    assert max(Counter(texts).values()) == MOST_ALIKE
    assert texts[0] == texts[1] and all(texts[0] in text for text in texts)


def test_other_words_are_left_as_they_are() -> None:
    texts = asked(State(), "age", ["", "", SIMPLY, ""])
    assert texts[2] == asked(State(), "age", [SIMPLY])[0]
    assert texts[3] != texts[0]


def test_another_question_begins_anew() -> None:
    state, _ = question(State(), "age")
    for word in ("age", "role", "age", "age"):
        state, message = question(state, word)
    assert message["text"] == asked(State(), "age", [""])[0]


def test_a_question_about_another_behaviour_is_another_question() -> None:
    state = State(candidates=("curious_bodies",))
    texts = []
    for name in ("curious_bodies", "curious_bodies", "body_role_play"):
        state, message = question(state.but(candidates=(name,)), "confirm")
        texts.append(message["text"])
    assert texts[2] == question(State(candidates=("body_role_play",)), "confirm")[1]["text"]


def test_questions_in_the_middle_are_led_back_from_in_other_words_each_time() -> None:
    talk = Conversation(area="stoke").story("curious_bodies").choose("curious_bodies")
    asks, texts = talk.asks, [talk.said[-1]["text"]]
    for topic in list(library().topics)[:TIMES]:
        talk.tell(question=True, topics=[{"id": topic, "score": 0.9}])
        texts.append(talk.said[-1]["text"])
        assert talk.asks == asks
    assert max(Counter(texts).values()) <= MOST_ALIKE
