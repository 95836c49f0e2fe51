"""The gate: which topics a message is said to ask about."""

from __future__ import annotations

from bot.nlu import gate
from bot.nlu.facts import Facts
from bot.nlu.ranker import Ranking


def topics(*ranked: tuple[str, float]) -> list[str]:
    found = gate.codes("a question", Ranking({"topic": 1.0}, (), ranked, 1.0), Facts(), ())
    return [topic["id"] for topic in found["topics"]]


def test_a_topic_that_is_clearly_meant_is_named_and_a_faint_one_is_not() -> None:
    assert topics(("mash", 0.6), ("front_door", gate.TOPIC_FROM), ("esas", gate.TOPIC_FROM - 0.01)) == [
        "mash",
        "front_door",
    ]


def test_a_question_most_like_those_without_an_answer_gets_no_topic() -> None:
    assert topics((gate.WITHOUT_ANSWER, 0.4), ("mash", 0.35)) == []


def test_the_label_without_answer_is_never_named_as_a_topic() -> None:
    assert topics(("mash", 0.5), (gate.WITHOUT_ANSWER, 0.4)) == ["mash"]


def test_at_most_three_topics_are_named() -> None:
    assert len(topics(*((name, 0.3) for name in "abcd"))) == gate.TOPICS == 3
