"""One domain of the framework's audit, answered as a conversation."""

from __future__ import annotations

import pytest

from knowledge.audit_statement import domains, statements
from knowledge.dialogue.audit_talk import TOPICS, mean_in_words
from knowledge.library import library
from tests.knowledge.dialogue.conversation import Conversation


def begun(domain: str, audience: str | None = "professional") -> Conversation:
    return Conversation(audience=audience).tell(command="audit").choose(f"audit_domain_{domain}")


def test_audit_leads_to_the_page_and_offers_each_domain() -> None:
    talk = Conversation(audience="professional").tell(command="audit")
    assert "/audit" in talk.text
    assert talk.asks == "audit_domain"
    assert talk.state.offered == (*(f"audit_domain_{one}" for one in domains()), "leave_audit")


@pytest.mark.parametrize("topic", TOPICS)
def test_a_question_about_the_framework_is_answered_and_leads_there_too(topic: str) -> None:
    talk = Conversation(audience="professional").tell(question=True, topics=[{"id": topic, "score": 0.9}])
    assert library().topics[topic].short in talk.text
    assert "/audit" in talk.text and talk.asks == "audit_domain"


@pytest.mark.parametrize("domain", domains())
def test_a_domain_is_asked_statement_by_statement_and_ends_with_its_mean(domain: str) -> None:
    talk, asked = begun(domain), []
    while (talk.asks or "").startswith("audit:"):
        number = (talk.asks or "").partition(":")[2]
        assert statements()[number].says in talk.text
        assert talk.state.offered == ("0", "1", "2", "3", "4", "no_score", "leave_audit")
        asked.append(number)
        talk.choose("3")
    assert asked == [one.id for one in domains()[domain].statements]
    assert f"Domain {domain}" in talk.text and "3.0 of 4" in talk.text


def test_the_lowest_come_first_with_what_helps_and_who_leads_and_no_score_is_left_out() -> None:
    talk = begun("5")
    for value in ("4", "2", "no_score", "0", "3", "no_score", "1", "4"):
        talk.choose(value)
    assert "2.3 of 4, the mean of the 6 of 8 statements" in talk.text  # 14 / 6
    lines = [line for line in talk.text.splitlines() if line.startswith("•")]
    assert [line.split()[1] for line in lines] == ["5.4", "5.7", "5.2"]
    for line, number in zip(lines, ("5.4", "5.7", "5.2"), strict=True):
        assert statements()[number].helps[0] in line
        assert statements()[number].leads[0] in line
    assert "not kept" in talk.text and "/audit" in talk.text


def test_nothing_is_concluded_from_silence() -> None:
    talk = begun("3")
    for _ in domains()["3"].statements:
        talk.choose("no_score")
    assert "no result" in talk.text
    assert " of 4" not in talk.text


def test_leaving_says_what_was_scored_and_goes_on_with_the_worry() -> None:
    talk = begun("1").choose("2").choose("1").choose("leave_audit")
    assert "1.5 of 4, the mean of the 2 of 10" in talk.text
    assert talk.asks == "behaviour"
    assert talk.state.audit_scores == {}


def test_another_domain_starts_from_nothing() -> None:
    talk = begun("3")
    for _ in domains()["3"].statements:
        talk.choose("4")
    talk.choose("audit_domain_2").choose("leave_audit")
    assert "Domain" not in talk.text


def test_words_that_are_no_score_are_met_with_the_statement_again() -> None:
    talk = begun("1").tell()
    assert talk.asks == "audit:1.1"
    assert statements()["1.1"].says in talk.text


def test_a_worry_told_in_the_middle_is_taken_up() -> None:
    talk = begun("1", audience="school").story("nakedness", "curious_bodies")
    assert talk.asks == "behaviour"
    assert "nakedness" in talk.state.candidates


def test_a_danger_told_in_the_middle_is_answered_first() -> None:
    talk = begun("1").tell(routes=[{"id": "r.immediate_danger", "score": 0.9}])
    assert talk.card("route")["route"] == "r.immediate_danger"


def test_it_does_not_break_into_a_case() -> None:
    talk = Conversation(audience="school").story("nakedness").choose("nakedness")
    before = talk.asks
    talk.tell(command="audit")
    assert "/audit" in talk.text
    assert talk.asks == before


def test_a_parent_is_shown_the_page_but_not_asked_for_scores() -> None:
    talk = Conversation(audience="parent").tell(command="audit")
    assert "/audit" in talk.text
    assert talk.asks == "behaviour"


def test_who_asks_for_the_audit_first_is_asked_who_they_are_when_they_leave_it() -> None:
    talk = Conversation(audience=None).tell(command="audit").choose("leave_audit")
    assert talk.asks == "audience"


@pytest.mark.parametrize(
    ("scores", "mean"), [([0], "0.0"), ([1, 2], "1.5"), ([1, 1, 2], "1.3"), ([2, 2, 2, 3], "2.3"), ([4, 4], "4.0")]
)
def test_a_mean_is_rounded_half_up_as_on_the_page(scores: list[int], mean: str) -> None:
    assert mean_in_words(scores) == mean
