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


def test_what_ends_with_a_question_mark_needs_less_to_be_a_question_but_must_be_likelier_that_than_anything_else() -> (
    None
):
    def asks(text: str, topic: float, behaviour: float) -> bool:
        ranking = Ranking({"topic": topic, "behaviour": behaviour}, (), (), 1.0)
        return bool(gate.codes(text, ranking, Facts(), ())["question"])

    assert asks("is it kept", gate.SURE, 0.0) and not asks("is it kept", gate.SURE - 0.01, 0.0)
    assert asks("is it kept? ", gate.ASKED, 0.3) and not asks("is it kept?", gate.ASKED - 0.01, 0.3)
    assert not asks("is it normal that he shows it?", gate.ASKED, gate.ASKED + 0.01)
