"""Ten typical worries with the dialogue alone: what words give, nothing, or all that they could, never the number of answers."""

from __future__ import annotations

import pytest

from knowledge.triage import assess
from tests.knowledge.dialogue.conversation import OFFICE, Conversation
from tests.knowledge.dialogue.typical import MOST_ANSWERS, MOST_QUESTIONS, Worry, worries

EACH = pytest.mark.parametrize("worry", worries().values(), ids=worries())


def told(worry: Worry, audience: str, understood: bool = True, **codes: object) -> Conversation:
    """The worry in words: its behaviour among the likeliest, or not."""
    names = [worry.behaviour, "peeping", "animals"] if understood else ["peeping", "animals", "nakedness"]
    return Conversation(audience=audience, area=None, at=OFFICE).story(*names, **codes)


def to_the_result(talk: Conversation, worry: Worry, answer: str = "no") -> list[str]:
    """Answers until the result; gives what was asked."""
    asked = []
    while talk.state.asked != "route" and not talk.state.finished:
        asked.append(talk.state.asked or "")
        wanted = worry.answers.get(talk.asks or "", answer)
        values = [wanted, worry.answers["subject"], answer, "none_of_these", "unknown"]
        if (talk.asks or "").startswith(("factor:", "send")):
            values.insert(0, answer)
        talk.choose(next(value for value in values if value in talk.state.offered))
    return asked


@EACH
@pytest.mark.parametrize("answer", ["no", "unknown", "yes"])
@pytest.mark.parametrize("understood", [True, False])
def test_a_parent_has_a_result_within_eight_answers(worry: Worry, answer: str, understood: bool) -> None:
    talk = told(worry, "parent", understood)
    asked = to_the_result(talk, worry, answer)
    # Where nothing was understood, "none of these" comes on top: it says nothing about the case.
    assert 1 + len(asked) <= MOST_ANSWERS + (0 if understood else 1)
    if talk.asks == "next" and talk.state.finished:
        assert talk.card("assessment")["behaviours"] == [worry.behaviour]


@EACH
def test_what_the_message_said_is_not_asked_so_there_are_fewer(worry: Worry) -> None:
    years = [{"low": worry.age, "high": worry.age}]
    facts = {"coercion": "no", "distress_other": "no", "age_gap": "no"}
    short = to_the_result(told(worry, "parent", age=years, role="displayed", area="stoke", factors=facts), worry)
    long = to_the_result(told(worry, "parent"), worry)
    assert len(short) <= len(long) - 2 and not {"age", "role", "area", "factor:coercion"} & set(short)


@EACH
def test_school_staff_have_a_first_answer_in_the_turn_of_their_message(worry: Worry) -> None:
    talk = told(worry, "school", age=[{"low": worry.age, "high": worry.age}])
    card = talk.card("assessment")
    supposed = talk.state.but(behaviours=(worry.behaviour,)).case
    assert card["provisional"] and card["colour"] == assess(supposed).colour_slug and card["reasons"]
    assert set(card["unknowns"]) == set(assess(supposed).unknowns)
    roles = [one["card"]["role"] for one in talk.said if one.get("card", {}).get("kind") == "contact"]
    assert roles[0] == "dsl" and talk.card("checklist")["id"] == "school_record" and "tell the parents" in talk.text


@EACH
def test_four_questions_make_it_firm_for_school_staff(worry: Worry) -> None:
    talk = told(worry, "school", age=[{"low": worry.age, "high": worry.age}])
    asked = to_the_result(talk, worry)
    card = talk.card("assessment")
    assert len(asked) <= MOST_QUESTIONS
    assert not card["provisional"] and card["colour"] == worry.colour
