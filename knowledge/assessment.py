"""The answer: a colour, a step of the continuum, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from knowledge.age import Age
from knowledge.colour import Colour
from knowledge.provenance import Citation


class Continuum(Enum):
    """Hackett's continuum, in order."""

    NORMAL = 1
    INAPPROPRIATE = 2
    PROBLEMATIC = 3
    ABUSIVE = 4
    VIOLENT = 5

    @property
    def slug(self) -> str:
        """The word of the continuum, in lower case."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that made the colour, the rule that used it and the rule's sources."""

    rule: str
    text: str
    sources: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A factor that is not known, and the colour that it would make if it were present."""

    factor: str
    colour: Colour


@dataclass(frozen=True, slots=True)
class Assessment:
    """`colour` and `continuum` are `None` for what is not harmful sexual behaviour (`continuum` also for worries
    about health or risk).

    `provisional`: something is not known that has to be known first. `unknowns` are the factors that could still
    change the answer, the most important first. `routes` go with the answer; `ends_triage` says that one of them
    replaces it.
    """

    behaviours: tuple[str, ...]
    age: Age | None
    colour: Colour | None
    continuum: Continuum | None
    provisional: bool
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...]
    unknowns: tuple[str, ...]
    routes: tuple[str, ...]
    ends_triage: bool

    @property
    def colour_slug(self) -> str:
        """`green`, `amber`, `red`, or `information` where no colour is given."""
        return self.colour.slug if self.colour else "information"
