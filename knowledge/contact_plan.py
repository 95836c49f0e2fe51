"""Which roles somebody is shown for a colour, in order: content that a safeguarding lead may change."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.colour import Colour
from knowledge.contact_role import known_role, roles
from knowledge.contact_terms import Caller
from knowledge.content import HERE, ContentError, load_entries
from knowledge.provenance import Provenance, Strict

FILE = HERE / "contact_plans.yml"
INFORMATION = "information"  # in place of a colour, for what is not harmful sexual behaviour
COLOURS = (*(colour.slug for colour in Colour), INFORMATION)
_ALWAYS_THERE = {"emergency_999", "police_101"}


@dataclass(frozen=True, config=Strict, kw_only=True)
class ContactPlan(Provenance):
    """The roles for one kind of caller and some colours. They hold 999 or 101, and the last of them may end a list."""

    id: str
    audience: Caller
    colours: tuple[str, ...]
    roles: tuple[str, ...]

    @validator("colours", each_item=True)
    def _a_colour(cls, value: str) -> str:
        if value not in COLOURS:
            raise ValueError(f"one of {', '.join(COLOURS)}; got {value!r}")
        return value

    @validator("roles", each_item=True)
    def _a_role(cls, value: str) -> str:
        return known_role(value)

    @validator("roles")
    def _ends_safely(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not _ALWAYS_THERE & set(value):
            raise ValueError("emergency_999 or police_101 among them: somebody must always answer")
        if not roles()[value[-1]].closes:
            raise ValueError(f"a last role that closes (999, 101 or a helpline); {value[-1]!r} does not")
        return value


def load(file: Path = FILE) -> Mapping[tuple[Caller, str], ContactPlan]:
    """The plan of every caller and colour. Raises `ContentError` if one has none, or two."""
    found: dict[tuple[Caller, str], ContactPlan] = {}
    shared = ("sources", "certainty")
    for plan in load_entries(
        [file], ContactPlan, shared=lambda whole: {key: whole.get(key) for key in shared}
    ).values():
        for colour in plan.colours:
            if (plan.audience, colour) in found:
                raise ContentError(
                    file, plan.id, "colours", f"one plan each; {plan.audience.value} has two for {colour}"
                )
            found[plan.audience, colour] = plan
    for caller in Caller:
        for colour in COLOURS:
            if (caller, colour) not in found:
                raise ContentError(file, "-", "entries", f"a plan for {caller.value} and {colour}")
    return found


@cache
def contact_plans() -> Mapping[tuple[Caller, str], ContactPlan]:
    """The plans of this installation."""
    return load()
