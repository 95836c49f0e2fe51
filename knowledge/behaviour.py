"""A behaviour of the table of record, with its colour for each age band and where that colour comes from."""

from enum import Enum

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.age import Band
from knowledge.provenance import Provenance, Strict


class Basis(str, Enum):
    """Where a cell of the table comes from (design.md 3)."""

    BROOK = "B"
    QUEENSLAND = "F"
    LAW = "L"
    DERIVED = "D"  # needs a reviewer's sign-off
    NONE = "none"  # not harmful sexual behaviour: no cell of a traffic light


class CellColour(str, Enum):
    """What a cell says: a colour, `law` (13 to 15 amber at least, 16 to 17 green if mutual) or `information`."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"
    LAW = "law"
    INFORMATION = "information"


class Involves(str, Enum):
    """Who the behaviour involves besides the child."""

    SELF = "self"
    SELF_AND_OTHERS = "self_and_others"
    OTHER_CHILD = "other_child"
    OTHERS = "others"
    ADULT = "adult"
    ONLINE = "online"
    NOBODY = "nobody"
    HEALTH = "health"
    NOT_HSB = "not_hsb"

    @property
    def someone_else(self) -> bool:
        """Whether another person is part of it, so that consent has to be known (rule 5)."""
        return self in _WITH_SOMEONE

    @property
    def another_child(self) -> bool:
        """Whether another child may be part of it, so that both children have to be cared for."""
        return self in _WITH_SOMEONE and self is not Involves.ADULT


_WITH_SOMEONE = {Involves.SELF_AND_OTHERS, Involves.OTHER_CHILD, Involves.OTHERS, Involves.ADULT}


class Mutuality(str, Enum):
    """Whether the behaviour by its nature is wanted by both (a marker of the continuum)."""

    MUTUAL = "mutual"
    UNCLEAR = "unclear"
    NONE = "none"


@dataclass(frozen=True, config=Strict)
class Cell:
    """One cell of the table of record."""

    colour: CellColour
    basis: Basis


@dataclass(frozen=True, config=Strict, kw_only=True)
class Behaviour(Provenance):
    """One behaviour.

    `title` is its line in a menu, `everyday` how people say it, `understood` ends "It sounds as if ...", `clinical`
    is for professionals. `relevant` names the factors that are asked and counted, `holds` those that the cell itself
    already means, `needs_known` those that must be known before the answer may be green (by default the consent
    factors, where someone else is involved). Markers: `contact` sexual contact, `exposure` showing, `image` a nude
    image or a request for one, `sexual_activity` in the sense of the under-13 rule, `mild_under_9` the one exception
    to it, `coercive`, `compulsive`, `intrusive`, `no_continuum` for worries and information.
    """

    id: str
    subject: str
    title: str
    clinical: str
    everyday: str
    understood: str
    involves: Involves
    cells: dict[str, Cell]
    relevant: tuple[str, ...]
    holds: tuple[str, ...] = ()
    needs_known: tuple[str, ...] | None = None
    contact: bool = False
    exposure: bool = False
    image: bool = False
    sexual_activity: bool = False
    mild_under_9: bool = False
    coercive: bool = False
    compulsive: bool = False
    intrusive: bool = False
    no_continuum: bool = False
    mutuality: Mutuality = Mutuality.MUTUAL

    @validator("cells")
    def _one_cell_a_band(cls, value: dict[str, Cell]) -> dict[str, Cell]:
        missing = [band.slug for band in Band if band.slug not in value]
        unknown = [slug for slug in value if slug not in {band.slug for band in Band}]
        if missing or unknown:
            raise ValueError(
                f"one colour for each age band; missing: {', '.join(missing) or '-'}; "
                f"unknown: {', '.join(unknown) or '-'}"
            )
        return value

    @property
    def harmful_kind(self) -> bool:
        """False for what is not harmful sexual behaviour at any age: information is given, no colour."""
        return any(cell.colour is not CellColour.INFORMATION for cell in self.cells.values())
