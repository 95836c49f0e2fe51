"""Counts without people: how many results of each kind were shown in a month. Off unless the operator turns it on.

A result is counted by colour, audience, area, age band and month. What is counted becomes visible in **batches of
five results with the same codes**, and from the day after on: a figure is always a multiple of five, so any figure, any
total and any difference between two figures, two months or two days stands for five results or more. What is left over
(one to four) is seen by nobody and written nowhere; when the process ends it is gone.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from knowledge import clock
from knowledge.case import AREAS
from knowledge.colour import Colour
from knowledge.words import Audience

BATCH: Final = 5
FIELDS: Final = ("month", "colour", "audience", "area", "age_band")
NOT_SAID: Final = "not_said"
_BANDS: Final = ((0, 4), (5, 8), (9, 12), (13, 17))  # every age in one band only: no result is counted twice
VALUES: Final[Mapping[str, tuple[str, ...]]] = {
    "colour": (*(colour.slug for colour in Colour), "none"),
    "audience": tuple(audience.value for audience in Audience),
    "area": (*AREAS, NOT_SAID),
    "age_band": (*(f"{low}-{high}" for low, high in _BANDS), NOT_SAID),
}


@dataclass(frozen=True, order=True)
class Cell:
    """What a result is counted by: `month` as 2026-11, the others one of VALUES, or "" where it is not told apart."""

    month: str
    colour: str = ""
    audience: str = ""
    area: str = ""
    age_band: str = ""

    def only(self, fields: Iterable[str]) -> Cell:
        """The cell told apart by the month and `fields` only."""
        return Cell(self.month, **{field: getattr(self, field) for field in FIELDS[1:] if field in set(fields)})


class Counts:
    """The counter of one process.

    `by`: the fields that are told apart (fewer of them where few people ask: a cell is seen once it holds five).
    `before`: batches that an earlier process published. `today` gives the date; results of today are not yet visible.
    """

    def __init__(
        self,
        by: Iterable[str] = FIELDS[1:],
        before: Mapping[Cell, int] | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        self._by = tuple(by)
        self._published: Counter[Cell] = Counter(before or {})
        self._left_over: Counter[Cell] = Counter()  # of the days before today: fewer than a batch in each cell
        self._today: Counter[Cell] = Counter()
        self._date_of = today or (lambda: clock.now().date())
        self._date = self._date_of()
        self._lock = threading.Lock()  # the port is answered by a thread of its own

    def add(self, result: Cell) -> None:
        """Count one result."""
        with self._lock:
            self._settle()
            self._today[result.only(self._by)] += 1

    def published(self) -> dict[Cell, int]:
        """What anybody may see: multiples of five, of the days before today."""
        with self._lock:
            self._settle()
            return {cell: number for cell, number in sorted(self._published.items()) if number}

    def _settle(self) -> None:
        """When a new day has begun, publish the batches that the days before have filled."""
        now = self._date_of()
        if now == self._date:
            return
        self._date = now
        self._left_over.update(self._today)
        self._today.clear()
        for cell, number in list(self._left_over.items()):
            whole = number - number % BATCH
            self._published[cell] += whole
            self._left_over[cell] -= whole


def result_of_turn(
    before: Mapping[str, Any], after: Mapping[str, Any], messages: Iterable[Mapping[str, Any]], moment: datetime
) -> Cell | None:
    """The cell of the result that a turn has brought, or None.

    `before` and `after` are the dialogue's state around the turn (knowledge/dialogue/state.py). A result is counted
    when the questions are finished by it: an answer changed afterwards or a card shown again is not a second one.
    """
    if before.get("finished") or not after.get("finished"):
        return None
    cards = [message.get("card") or {} for message in messages]
    colours = [card.get("colour") for card in cards if card.get("kind") == "assessment"]
    if not colours:
        return None
    return Cell(
        month=f"{moment:%Y-%m}",
        colour=_known("colour", colours[-1] or "none"),
        audience=_known("audience", after.get("audience") or Audience.PARENT.value),
        area=_known("area", after.get("area") or NOT_SAID),
        age_band=age_band(after.get("age")),
    )


def age_band(age: Any) -> str:
    """The band that holds the whole of `age` (low and high in years); `not_said` when none does or none is known."""
    if isinstance(age, list | tuple) and len(age) == 2:
        for low, high in _BANDS:
            if low <= age[0] and age[1] <= high:
                return f"{low}-{high}"
    return NOT_SAID


def _known(field: str, value: Any) -> str:
    """Only values that are on the list can become a label, whatever a state holds."""
    allowed = VALUES[field]
    return value if value in allowed else allowed[-1]
