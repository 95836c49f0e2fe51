"""The gate: which topics a message is said to ask about."""

from __future__ import annotations

from bot.nlu import gate
from bot.nlu.facts import Facts
from bot.nlu.ranker import Ranking
from knowledge.dialogue.heard import IN_SCOPE


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


def test_where_one_topic_is_clearly_meant_a_question_need_only_be_likelier_than_anything_else() -> None:
    def asks(text: str, topic: float, other: float, *ranked: tuple[str, float]) -> bool:
        return bool(
            gate.codes(text, Ranking({"topic": topic, "other": other}, (), ranked, 1.0), Facts(), ())["question"]
        )

    clear, faint = ("mash", gate.CLEARLY), ("mash", gate.CLEARLY - 0.01)
    assert asks("who is it?", gate.CLEARLY_ASKED, 0.1, clear) and not asks("who is it?", gate.CLEARLY_ASKED, 0.1, faint)
    assert asks("who is it", gate.CLEARLY_SAID, 0.1, clear) and not asks("who is it", gate.CLEARLY_ASKED, 0.1, clear)
    assert not asks("who is it?", gate.CLEARLY_SAID, gate.CLEARLY_SAID + 0.01, clear)
    assert not asks("who is it?", gate.CLEARLY_ASKED, 0.1, (gate.WITHOUT_ANSWER, 0.9))


def test_a_sudden_change_is_spoken_of_where_a_rule_hears_one_and_it_is_clearly_the_likeliest_behaviour() -> None:
    def in_scope(behaviour: str, score: float, heard: float, **factors: str) -> float:
        ranking = Ranking({"behaviour": 0.3}, ((behaviour, score),), (), heard)
        return float(gate.codes("a change", ranking, Facts(factors=factors), ())["in_scope"])

    assert in_scope("risk_change", 0.95, 0.2, change="yes") == IN_SCOPE
    assert in_scope("risk_change", 0.95, 0.7, change="yes") == 0.7
    assert in_scope("risk_change", 0.6, 0.2, change="yes") == 0.2
    assert in_scope("risk_change", 0.95, 0.2, change="no") == 0.2
    assert in_scope("nakedness", 0.95, 0.2, change="yes") == 0.2
    assert gate.codes("a change", Ranking({}, (), (), 0.2), Facts(factors={"change": "yes"}), ())["in_scope"] == 0.2
