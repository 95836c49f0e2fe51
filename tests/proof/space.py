"""The space of cases that is walked, as a stated design.

For every behaviour and every age in years (0 to 17, and not known), a *square* holds:

* two grounds: nothing is known of any factor (`unknown`), and every relevant factor is known to be absent (`no`);
* every factor one at a time, from both grounds: each relevant one with both other values, each other one with `yes`;
* every pair of relevant factors: all four combinations of their other values, from both grounds.

So each two relevant factors meet in all nine combinations of yes, no and unknown. Beside the squares stand, from both
grounds: every age of the other child, every developmental age, and every pair of behaviours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from knowledge.age import OLDEST, YOUNGEST, Age
from knowledge.case import Case
from knowledge.factor import Answer
from knowledge.library import library

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
GROUNDS = (UNKNOWN, NO)
YEARS: tuple[int | None, ...] = (None, *range(YOUNGEST, OLDEST + 1))

Changed = tuple[tuple[str, Answer], ...]  # at most two factors that differ from the ground
Key = tuple[Answer, Changed]


@dataclass(frozen=True)
class Square:
    """One behaviour at one age with the factors that count for it."""

    behaviour: str
    years: int | None

    @property
    def age(self) -> Age | None:
        """The age of its cases."""
        return None if self.years is None else Age.of(self.years)

    @property
    def relevant(self) -> tuple[str, ...]:
        """The factors that are asked and counted."""
        return library().behaviours[self.behaviour].relevant

    def case(self, key: Key) -> Case:
        """The case of a ground and what differs from it."""
        ground, changed = key
        factors = dict(changed) if ground is UNKNOWN else {**dict.fromkeys(self.relevant, ground), **dict(changed)}
        return Case((self.behaviour,), self.age, factors)

    def all_keys(self) -> Iterator[Key]:
        """Every case of the square."""
        strangers = [slug for slug in library().factors if slug not in self.relevant]
        for ground in GROUNDS:
            others = [value for value in Answer if value is not ground]
            yield ground, ()
            for slug, value in product(self.relevant, others):
                yield ground, ((slug, value),)
            for slug in strangers:
                yield ground, ((slug, YES),)
            for (one, other), first, second in product(combinations(self.relevant, 2), others, others):
                yield ground, ((one, first), (other, second))


def squares() -> list[Square]:
    """Every behaviour at every age."""
    return [Square(name, years) for name, years in product(library().behaviours, YEARS)]


def beside() -> Iterator[Case]:
    """The cases with a second age or a second behaviour."""
    known, years = library().behaviours, [Age.of(one) for one in YEARS if one is not None]
    for name, age, second in product(known, years, years):
        for ground in GROUNDS:
            factors = dict.fromkeys(known[name].relevant, ground)
            yield Case((name,), age, factors, other_age=second)
            yield Case((name,), age, factors, developmental_age=second)
    for (one, other), age in product(combinations(known, 2), years):
        for ground in GROUNDS:
            relevant = {*known[one].relevant, *known[other].relevant}
            yield Case((one, other), age, dict.fromkeys(relevant, ground))
