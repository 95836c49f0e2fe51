"""A case: what is known of a situation, as codes. No word that anybody typed, nothing that could identify anyone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType

from knowledge.age import UNKNOWN_AGE, Age, gap
from knowledge.factor import Answer
from knowledge.words import Audience

AREAS = ("stoke", "staffordshire", "south_gloucestershire", "elsewhere")


class Role(str, Enum):
    """Which child the writer is speaking of: the one who displayed the behaviour, the one it was done to, or both."""

    DISPLAYED = "displayed"
    AFFECTED = "affected"
    BOTH = "both"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Case:
    """`age` is the age of the child whose behaviour it was, also where the writer's child is the one it was done to;
    `other_age` that of the other child; `developmental_age` the age at which a child with special educational needs
    is working. `None` means not known.
    """

    behaviours: tuple[str, ...] = ()
    age: Age | None = None
    factors: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    audience: Audience = Audience.PARENT
    area: str = "elsewhere"
    role: Role = Role.DISPLAYED
    other_age: Age | None = None
    send: Answer = Answer.UNKNOWN
    developmental_age: Age | None = None

    def answer(self, slug: str) -> Answer:
        """What is known of one factor. A gap that follows from the two ages counts as known."""
        given = self.factors.get(slug, Answer.UNKNOWN)
        if slug in _GAPS and given is not Answer.YES:
            derived = self._gap(slug)
            # The ages outrank a "no" that they contradict: the more cautious of the two is taken.
            if derived is Answer.YES or given is Answer.UNKNOWN:
                return derived
        return given

    def known(self, answer: Answer) -> frozenset[str]:
        """The factors whose answer is this one."""
        slugs = self.factors.keys() | _GAPS if self.other_age else self.factors.keys()
        return frozenset(slug for slug in slugs if self.answer(slug) is answer)

    @property
    def years(self) -> Age:
        """The age, or every age where it is not known."""
        return self.age or UNKNOWN_AGE

    def _gap(self, slug: str) -> Answer:
        if self.age is None or self.other_age is None:
            return Answer.UNKNOWN
        least, most = gap(self.age, self.other_age)
        floor = _GAPS[slug]
        if slug == "age_gap_two_years" and least > floor:
            return Answer.NO  # it is the large gap, which has a slug of its own
        if least >= floor:
            return Answer.YES
        return Answer.NO if most < floor else Answer.UNKNOWN


# Whole years from which a gap counts (design.md 3, rule 3).
_GAPS: Mapping[str, int] = MappingProxyType({"age_gap": 3, "age_gap_two_years": 2})
