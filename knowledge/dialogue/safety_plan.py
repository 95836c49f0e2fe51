"""The short safety plan, as the `safety_plan` card of the chat API."""

from __future__ import annotations

from typing import Any

from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.plan import Plan
from knowledge.step import Section, Step
from knowledge.words import Audience

# The parts of a plan by the order of its steps (knowledge/guidance/safety_plan.yml), each with its heading.
_PARTS = (
    (range(0, 20), "plan_watch"),
    (range(20, 30), "plan_private"),
    (range(30, 40), "plan_out"),
    (range(40, 50), "plan_rules"),
    (range(50, 90), "plan_screens"),
    (range(90, 100), "plan_review"),
)
# Where nobody else is involved the first steps are about company and days, not about keeping watch.
_ALONE = {"plan.check_in": "plan_talk", "plan.routine": "plan_days"}


def safety_plan_card(state: State, guidance: Plan) -> dict[str, Any]:
    """The card: the steps of the plan under their headings."""
    parts: dict[str, list[str]] = {}
    for step in guidance.steps[Section.SAFETY_PLAN]:
        heading = phrase(_heading(step), state.words_for)
        parts.setdefault(heading, []).append(step.text.to(guidance.audience))
    place = "school" if state.words_for is Audience.SCHOOL else "home"
    return {
        "kind": "safety_plan",
        "place": place,
        "parts": [{"title": title, "steps": steps} for title, steps in parts.items()],
    }


def _heading(step: Step) -> str:
    return _ALONE.get(step.id) or next(heading for orders, heading in _PARTS if step.order in orders)
