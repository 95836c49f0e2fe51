"""One piece of guidance: a sentence or two that says what to do, say, avoid, write down or come back for."""

from enum import Enum

from pydantic.dataclasses import dataclass

from knowledge.provenance import Provenance, Strict
from knowledge.words import Audience, Words


class Section(str, Enum):
    """The part of the plan that a step belongs to."""

    DO_NOW = "do_now"
    AVOID = "avoid"
    SAY_TO_CHILD = "say_to_child"
    SAY_TO_AFFECTED = "say_to_affected"
    WRITE_DOWN = "write_down"
    SAFETY_PLAN = "safety_plan"
    YOURSELF = "yourself"
    STEP_UP = "step_up"


@dataclass(frozen=True, config=Strict, kw_only=True)
class When:
    """The cases a step is for. Every condition that is given must hold; one that is left out holds for all.

    `colour` may name `information` for what is not harmful sexual behaviour. `age_under` and `age_from` are whole
    years and hold when the child could be that old. `factor` holds when any of the factors is known to be present.
    `unless` is the opposite: the step is left out where any of these factors is present.
    """

    colour: tuple[str, ...] = ()
    audience: tuple[Audience, ...] = ()
    role: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    behaviour: tuple[str, ...] = ()
    factor: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    involves_others: bool | None = None
    age_under: int | None = None
    age_from: int | None = None


@dataclass(frozen=True, config=Strict, kw_only=True)
class Step(Provenance):
    """A step of the plan. `order` sorts within its section, small first; `topic` is the stable word the API lists in
    `topics`.
    """

    id: str
    section: Section
    order: int
    text: Words
    when: When = When()
    topic: str | None = None
