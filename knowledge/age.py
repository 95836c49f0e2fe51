"""A child's age as whole years, and the four overlapping age bands of the traffic light."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

YOUNGEST, OLDEST = 0, 17


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """An age in whole years, `low` to `high` inclusive, between 0 and 17.

    Raises `ValueError` when the two are the wrong way round or outside childhood.
    """

    low: int
    high: int

    def __post_init__(self) -> None:
        if not YOUNGEST <= self.low <= self.high <= OLDEST:
            raise ValueError(
                f"an age is whole years from {YOUNGEST} to {OLDEST}, lower first; got {self.low} to {self.high}"
            )

    @classmethod
    def of(cls, low: int, high: int | None = None) -> Age:
        """One age, or a range of them."""
        return cls(low, low if high is None else high)

    @property
    def bands(self) -> tuple[Band, ...]:
        """Every band that the age touches, youngest first; 5, 9 and 13 touch two (domain.md 2)."""
        return tuple(band for band in Band if self.low <= band.last and band.first <= self.high)

    def in_words(self) -> str:
        """`8`, or `8 to 9`; `any age` where nothing is known."""
        if self == UNKNOWN_AGE:
            return "any age"
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


class Band(Enum):
    """The four bands; they share 5, 9 and 13 on purpose."""

    PRE_SCHOOL = (0, 5)
    FIVE_TO_NINE = (5, 9)
    NINE_TO_THIRTEEN = (9, 13)
    THIRTEEN_TO_SEVENTEEN = (13, 17)

    @property
    def first(self) -> int:
        """The youngest year of the band."""
        return self.value[0]

    @property
    def last(self) -> int:
        """The oldest year of the band."""
        return self.value[1]

    @property
    def slug(self) -> str:
        """`0-5`, `5-9`, `9-13` or `13-17`."""
        return f"{self.first}-{self.last}"


UNKNOWN_AGE = Age(YOUNGEST, OLDEST)


def gap(one: Age, other: Age) -> tuple[int, int]:
    """The least and the most whole years that may lie between two ages."""
    most = max(one.high - other.low, other.high - one.low)
    least = max(0, one.low - other.high, other.low - one.high)
    return least, most
