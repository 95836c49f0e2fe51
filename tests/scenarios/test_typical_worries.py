"""Ten typical worries against the real server: few answers, and a first answer at once for school staff."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.words import Audience
from tests.knowledge.dialogue.typical import MOST_ANSWERS, MOST_QUESTIONS, Worry, worries
from tests.running import Caller
from tests.scenarios.expected import AssessmentExpected, ContactsExpected, Expected
from tests.scenarios.playing import Mismatch, Playing
from tests.scenarios.scenario import Scenario, Step
from tests.scenarios.transcript import transcript

pytestmark = pytest.mark.server


def as_parent(worry: Worry) -> Scenario:
    """A parent who has not said where the child lives."""
    colour = AssessmentExpected(
        colour=worry.colour, behaviours=(worry.behaviour,), age=str(worry.age), provisional=False
    )
    result = Step(answers=worry.answers, until="result", at_most=MOST_ANSWERS - 1, expect=Expected(assessment=colour))
    told = Step(say=worry.parent, expect=Expected(asks=("behaviour",), cards_not=("assessment",)))
    return Scenario(name=worry.parent, because=worry.because, audience=Audience.PARENT, steps=(told, result))


def as_school(worry: Worry) -> Scenario:
    """School staff, who are given a first answer with all that goes with it, then a firm one."""
    at_once = Expected(
        asks=("behaviour",),
        cards=("checklist",),
        text=("What to tell the parents", "What to record"),
        assessment=AssessmentExpected(provisional=True),
        contacts=ContactsExpected(roles=("dsl", "front_door"), never=("esas",) if worry.colour == "red" else ()),
    )
    firm = AssessmentExpected(colour=worry.colour, behaviours=(worry.behaviour,), age=str(worry.age), provisional=False)
    result = Step(answers=worry.answers, until="result", at_most=MOST_QUESTIONS, expect=Expected(assessment=firm))
    return Scenario(
        name=worry.school,
        because=worry.because,
        audience=Audience.SCHOOL,
        area="staffordshire",
        steps=(Step(say=worry.school, expect=at_once), result),
    )


def play(scenario: Scenario, caller: Caller, clock: Callable[[str], None]) -> None:
    try:
        Playing(scenario, caller, clock).play()
    except Mismatch as mismatch:
        pytest.fail(f"{mismatch}\n\n{transcript(scenario, mismatch.exchanges)}", pytrace=False)


@pytest.mark.parametrize("worry", worries().values(), ids=worries())
def test_a_parent_has_a_result_within_eight_answers(worry: Worry, caller: Caller, clock: Callable[[str], None]) -> None:
    play(as_parent(worry), caller, clock)


@pytest.mark.parametrize("worry", worries().values(), ids=worries())
def test_school_staff_have_a_first_answer_at_once_and_a_firm_one_after_four_questions(
    worry: Worry, caller: Caller, clock: Callable[[str], None]
) -> None:
    play(as_school(worry), caller, clock)
