"""How a behaviour and its factors are weighed: the colour of one behaviour, and what would change it.

The rules are those of design.md section 3. Pure functions over what is loaded; everything that depends on a behaviour
alone is worked out once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from knowledge.age import Age, Band
from knowledge.behaviour import Behaviour, CellColour
from knowledge.colour import Colour
from knowledge.factor import Weight
from knowledge.library import library

CONSENT_AT = 16  # the age of consent (domain.md 3.1)
ALWAYS_REFER_UNDER = 13  # nobody younger can agree to sexual activity in law
LIKE_AGE_UNDER = 9  # the one exception of rule 4 is for two children younger than this


@dataclass(frozen=True, slots=True)
class Scales:
    """One behaviour's factors, sorted by how they count for it."""

    strong: frozenset[str]
    moderate: frozenset[str]
    needs_known: tuple[str, ...]
    relevant: tuple[str, ...]  # the most important first


@cache
def scales(name: str) -> Scales:
    """The scales of a behaviour. Raises `KeyError` for an id that is not in the table."""
    behaviour, factors = library().behaviours[name], library().factors
    strong, moderate = set(), set()
    for slug in behaviour.relevant:
        weight = factors[slug].weight
        if (
            weight is Weight.STRONG
            or (weight is Weight.BY_CONTACT and (behaviour.contact or behaviour.image))
            or (weight is Weight.BY_EXPOSURE and (behaviour.contact or behaviour.exposure))
        ):
            strong.add(slug)
        elif weight is not Weight.ROUTE:
            moderate.add(slug)
    relevant = tuple(sorted(behaviour.relevant, key=lambda slug: (factors[slug].rank, slug)))
    needed = behaviour.needs_known
    if needed is None:
        needed = tuple(s for s in relevant if factors[s].consent) if behaviour.involves.someone_else else ()
    return Scales(frozenset(strong), frozenset(moderate), needed, relevant)


@dataclass(frozen=True, slots=True)
class Base:
    """The table's answer for an age: the most cautious cell of every band it touches. `None` where no cell has a
    colour.
    """

    colour: Colour | None
    derived: bool  # the cell that decided is derived from neighbours
    overlap: bool  # the bands do not agree, and the more cautious one was taken
    by_law: bool  # the cell leaves the colour to the law (13 to 17)


@cache
def base(name: str, age: Age) -> Base:
    """The colour that the table of record gives a behaviour at an age."""
    behaviour = library().behaviours[name]
    found = [(colour, band) for band in age.bands if (colour := _cell(behaviour, band, age)) is not None]
    if not found:
        return Base(None, False, False, False)
    worst = max(colour for colour, _ in found)
    deciding = [behaviour.cells[band.slug] for colour, band in found if colour is worst]
    return Base(
        worst,
        derived=all(cell.basis.value == "D" for cell in deciding),
        overlap=len({colour for colour, _ in found}) > 1 and age.low == age.high,
        by_law=all(cell.colour is CellColour.LAW for cell in deciding),
    )


def _cell(behaviour: Behaviour, band: Band, age: Age) -> Colour | None:
    cell = behaviour.cells[band.slug].colour
    if cell is CellColour.INFORMATION:
        return None
    if cell is CellColour.LAW:
        return Colour.AMBER if age.low < CONSENT_AT else Colour.GREEN
    return Colour.from_slug(cell.value)


def weigh(start: Colour, name: str, present: frozenset[str]) -> Colour:
    """The colour with its factors: a strong one is red, a moderate one raises a step, two are red. Nothing lowers."""
    scale = scales(name)
    if present & scale.strong:
        return Colour.RED
    return start.raised(min(2, moderate_count(name, present)))


def moderate_count(name: str, present: frozenset[str]) -> int:
    """How many moderate factors count. The two sizes of an age gap are one fact."""
    counted = present & scales(name).moderate
    return len(counted) - (1 if {"age_gap", "age_gap_two_years"} <= counted else 0)


def mild_exception(behaviour: Behaviour, age: Age, other: Age | None, present: frozenset[str]) -> bool:
    """Rule 4's one exception: two children under 9 of like age touching each other, neither made to."""
    oldest = max(age.high, other.high) if other else age.high
    return behaviour.mild_under_9 and oldest < LIKE_AGE_UNDER and not present & {"coercion", "age_gap"}
