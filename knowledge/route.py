"""What Waymark does before any triage: the routes of the safety net (domain.md 7)."""

from enum import Enum

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.provenance import Provenance, Strict
from knowledge.words import Words


class Grade(str, Enum):
    """How strongly a route interrupts."""

    STOP = "stop"  # answer this and nothing else; the triage waits
    ANSWER_FIRST = "answer_first"  # answer this, then go on where the conversation was
    MENTION = "mention"  # one line beside the ordinary answer


@dataclass(frozen=True, config=Strict, kw_only=True)
class Route(Provenance):
    """`priority` decides between routes that fire together (1 is the most urgent). `says` are the lines in order,
    plain text.

    `contacts` are roles of the directory in the order they are shown. `may_continue` offers to go on with the triage
    after a stop.
    """

    id: str
    title: str
    grade: Grade
    priority: int
    says: tuple[Words, ...]
    contacts: tuple[str, ...]
    may_continue: bool = False

    @validator("id")
    def _slug(cls, value: str) -> str:
        if not value.startswith("r."):
            raise ValueError("a slug of the route table, which begins with 'r.'")
        return value

    @validator("says", "contacts")
    def _not_empty(cls, value: tuple[object, ...]) -> tuple[object, ...]:
        if not value:
            raise ValueError("at least one")
        return value
