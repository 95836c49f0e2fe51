"""The format of a scenario and its loader: README.md of this folder says it in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Literal

from pydantic import root_validator, validator
from pydantic.dataclasses import dataclass

from knowledge import clock
from knowledge.content import ContentError, parse, read_yaml
from knowledge.words import Audience
from tests.scenarios.expected import Exact, Expected, as_word, listed

FOLDER = Path(__file__).parent
EVENTS = (
    "happy_path",
    "corrections",
    "digressions",
    "unknowns",
    "distress",
    "cancellations",
    "routes",
    "invalid_input",
    "time_of_day",
)
OFFICE_HOURS = "2026-11-18T11:00"  # a Wednesday, no holiday
ACTIONS = ("say", "choose", "choose_many", "delete", "answers", "minutes_pass")
MOST_ANSWERS = 12
ANY = "*"


@dataclass(frozen=True, config=Exact, kw_only=True)
class Step:
    """One thing that the person does, and what must follow. Only the first may do nothing: it looks at the opening.

    `say` is typed, `times` over; `choose` and `choose_many` are choice values; `delete` ends the session;
    `minutes_pass` moves the clock on. `answers` answers what is asked, by its `asks`, until `until` (an `asks`, or
    `result`, `route`, `person`) in at most `at_most` answers; `*` stands for whatever else is asked.
    `in_session: unknown` sends the step to a session that nobody opened.
    """

    say: str | None = None
    times: int = 1
    choose: str | None = None
    choose_many: tuple[str, ...] | None = None
    delete: bool = False
    minutes_pass: int | None = None
    answers: dict[str, str] | None = None
    until: str | None = None
    at_most: int = MOST_ANSWERS
    in_session: Literal["own", "unknown"] = "own"
    expect: Expected = field(default_factory=Expected)

    _word = validator("choose", pre=True, allow_reuse=True)(as_word)
    _words = validator("choose_many", pre=True, allow_reuse=True)(listed)

    @validator("answers", pre=True)
    def _answers(cls, value: Any) -> Any:
        return {str(asks): as_word(answer) for asks, answer in value.items()} if isinstance(value, dict) else value

    @root_validator(skip_on_failure=True)
    def _one_action(cls, values: dict[str, Any]) -> dict[str, Any]:
        given = [name for name in ACTIONS if values[name] not in (None, False)]
        if len(given) > 1:
            raise ValueError(f"one of {', '.join(ACTIONS)}, not several: {', '.join(given)}")
        if (values["until"] is None) != (values["answers"] is None):
            raise ValueError("`answers` and `until` go together")
        return values

    @property
    def action(self) -> str | None:
        """The one of `ACTIONS` that this step has."""
        return next((name for name in ACTIONS if getattr(self, name) not in (None, False)), None)


@dataclass(frozen=True, config=Exact, kw_only=True)
class Scenario:
    """A whole conversation.

    `because` says how the expected colours follow from the table of record and the rules: a colour needs one. `never`
    are passages that must not be said in any turn.
    """

    name: str
    steps: tuple[Step, ...]
    because: str | None = None
    at: str = OFFICE_HOURS
    audience: Audience | None = None
    area: Literal["stoke", "staffordshire", "south_gloucestershire", "elsewhere"] | None = None
    never: tuple[str, ...] = ()

    @validator("at", pre=True)
    def _a_moment(cls, value: Any) -> str:
        moment = value if isinstance(value, str) else value.isoformat()
        clock.parse(moment)
        return moment

    _texts = validator("never", pre=True, allow_reuse=True)(listed)

    @validator("steps")
    def _steps(cls, value: tuple[Step, ...]) -> tuple[Step, ...]:
        if not value:
            raise ValueError("at least one step")
        for number, step in enumerate(value):
            if number and step.action is None:
                raise ValueError(f"step {number + 1} does nothing: one of {', '.join(ACTIONS)}")
        return value

    @root_validator(skip_on_failure=True)
    def _colour_is_worked_out(cls, values: dict[str, Any]) -> dict[str, Any]:
        coloured = any(step.expect.assessment and step.expect.assessment.colour for step in values["steps"])
        if coloured and not values["because"]:
            raise ValueError("a scenario that expects a colour says in `because` how it follows from the table")
        return values


def load(file: Path) -> Scenario:
    """The scenario of one file. Raises `ContentError` naming the file, the step, the field and what is expected."""
    document = read_yaml(file)
    if not isinstance(document, dict):
        raise ContentError(file, "-", "-", "a mapping with a name and steps")
    steps = document.get("steps")
    if isinstance(steps, list):
        document = {**document, "steps": [_with_says_not(file, number, step) for number, step in enumerate(steps, 1)]}
    try:
        return parse(Scenario, document, file, str(document.get("name", "-")))
    except ContentError as error:
        field = re.sub(r"^steps\.(\d+)", lambda found: f"step {int(found[1]) + 1}", error.field)
        raise ContentError(file, error.entry, field, error.expected) from None


def files() -> list[Path]:
    """Every scenario, event by event."""
    return [file for event in EVENTS for file in sorted((FOLDER / event).glob("*.yml"))]


def _with_says_not(file: Path, number: int, step: Any) -> dict[str, Any]:
    """A step whose `not`, a word that Python keeps for itself, is called `says_not`."""
    if not isinstance(step, dict):
        raise ContentError(file, f"step {number}", "-", "a mapping such as {say: ..., expect: ...}")
    expect = step.get("expect")
    if isinstance(expect, Mapping) and "not" in expect:
        return {**step, "expect": {("says_not" if name == "not" else name): value for name, value in expect.items()}}
    return dict(step)
