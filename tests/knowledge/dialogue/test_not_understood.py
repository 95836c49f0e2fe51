"""Silence and nonsense: met twice with other words, then with buttons, then with a person to ring. No dead end, no loop."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.knowledge.dialogue.conversation import Conversation

AGE = [{"low": 6, "high": 6}]


def asked_story(reader: str) -> Conversation:
    return Conversation(reader)


def asked_subject(reader: str) -> Conversation:
    return Conversation(reader).story("peeping", "nakedness").choose("none_of_these")


def asked_menu(reader: str) -> Conversation:
    return Conversation(reader).choose("online")


def asked_confirm(reader: str) -> Conversation:
    return Conversation(reader).story("peeping", "nakedness")


def asked_age(reader: str) -> Conversation:
    return Conversation(reader).choose("online").choose("porn_searching")


def asked_which_age(reader: str) -> Conversation:
    two = [{"low": 9, "high": 9}, {"low": 4, "high": 4}]
    return Conversation(reader).story("curious_bodies", age=two).choose("curious_bodies")


def asked_role(reader: str) -> Conversation:
    return Conversation(reader).story("peeping", age=AGE).choose("peeping")


def asked_factor(reader: str) -> Conversation:
    talk = Conversation(reader).story("touch_child_private_parts", age=AGE, role="displayed")
    return talk.choose("touch_child_private_parts")


def asked_area(reader: str) -> Conversation:
    return Conversation(reader).story("gender_sexuality_questions").choose("gender_sexuality_questions")


def asked_next(reader: str) -> Conversation:
    return asked_area(reader).choose("stoke")


QUESTIONS = [
    asked_story,
    asked_subject,
    asked_menu,
    asked_confirm,
    asked_age,
    asked_role,
    asked_factor,
    asked_area,
    asked_next,
]
# School staff say whose age is whose by confirming; their area is asked with the result.
PARENTS_ONLY = [asked_which_age]
DOORS = [(question, reader) for question in QUESTIONS for reader in ("parent", "helpline")]
DOORS += [(question, "school") for question in QUESTIONS if question is not asked_role]
DOORS += [(question, "parent") for question in PARENTS_ONLY]


def people(talk: Conversation) -> list[str]:
    return [one["card"]["role"] for one in talk.said if one.get("card", {}).get("kind") == "contact"]


@pytest.mark.parametrize(("question", "reader"), DOORS, ids=lambda one: getattr(one, "__name__", one))
def test_nonsense_is_met_twice_with_other_words_then_with_buttons_then_with_a_person(
    question: Callable[[str], Conversation], reader: str
) -> None:
    talk = question(reader)
    asked, plain, offered = talk.asks, talk.said[-1]["text"], [one["value"] for one in talk.said[-1]["choices"]]
    texts = [plain]
    for tries in (1, 2, 3):
        talk.tell()
        message = talk.said[-1]
        assert not people(talk), f"a person at the {tries}. try"
        assert talk.asks == asked and [one["value"] for one in message["choices"]] == offered
        texts.append(message["text"])
    assert len(set(texts)) == len(texts), "the same words twice"
    assert any(word in texts[3].lower() for word in ("tap", "which of these")), texts[3]
    talk.tell()
    assert people(talk) and talk.said[-1]["choices"], "a person, and a way on"


def test_what_may_stay_open_stays_open_with_the_person_and_the_next_question_starts_afresh() -> None:
    talk = asked_factor("parent")
    first = talk.asks
    for _ in range(4):
        talk.tell()
    assert "leave that open" in talk.text and talk.asks != first
    assert talk.state.factors["coercion"] == "unknown" and talk.state.misses == 0


def test_nonsense_without_end_never_ends_in_a_loop_or_without_a_person() -> None:
    talk = asked_confirm("parent")
    before = ""
    for tries in range(1, 41):
        talk.tell()
        assert talk.said[-1].get("choices"), "a dead end"
        assert talk.said[-1]["text"] != before, "the same words twice in a row"
        before = talk.said[-1]["text"]
        assert tries < 4 or talk.state.misses < 4 or people(talk)


def test_an_answer_that_is_understood_ends_the_count() -> None:
    talk = asked_factor("parent")
    for _ in range(3):
        talk.tell()
    talk.tell(answer="no")
    talk.tell()
    assert not people(talk) and talk.state.misses == 1


def test_somebody_who_is_not_sure_which_subject_it_is_meets_a_person() -> None:
    talk = asked_subject("parent")
    talk.tell(answer="unknown")
    assert people(talk) and "Not everything fits a list" in talk.text and talk.asks == "behaviour"


def test_after_a_route_that_stops_the_person_comes_with_the_second_try() -> None:
    talk = Conversation().tell(routes=[{"id": "r.recent_assault", "score": 0.9}])
    talk.tell()
    assert talk.asks == "next" and not people(talk)
    assert people(talk.tell())


def test_a_plain_no_to_the_menu_is_an_answer() -> None:
    talk = asked_menu("parent").tell(answer="no")
    assert people(talk) and "did not follow" not in talk.text
    before = talk.said[-1]["text"]
    assert talk.tell().said[-1]["text"] != before
