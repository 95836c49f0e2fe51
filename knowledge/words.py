"""A text in the words of each audience."""

from enum import Enum

from pydantic import root_validator
from pydantic.dataclasses import dataclass

from knowledge.provenance import Strict


class Audience(str, Enum):
    """Who is being spoken to."""

    PARENT = "parent"
    SCHOOL = "school"
    HELPLINE = "helpline"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, config=Strict, kw_only=True)
class Words:
    """One text, by audience. What is missing falls back: professional -> school -> parent, helpline -> parent.

    A helpline worker reads to a parent, so the parent's words are the natural ones there.
    """

    parent: str | None = None
    school: str | None = None
    helpline: str | None = None
    professional: str | None = None

    @root_validator(skip_on_failure=True)
    def _something_to_say(cls, values: dict[str, str | None]) -> dict[str, str | None]:
        if not any(values.values()):
            raise ValueError("a text for at least one audience")
        return values

    def to(self, audience: Audience) -> str:
        """The text for one audience; empty where the content has none for it or for those it falls back on."""
        order = {
            Audience.PARENT: (self.parent,),
            Audience.SCHOOL: (self.school, self.parent),
            Audience.HELPLINE: (self.helpline, self.parent),
            Audience.PROFESSIONAL: (self.professional, self.school, self.parent),
        }[audience]
        return next((text for text in order if text), "")
