"""When a contact answers: a week of London time, with bank holidays as an eighth day."""

import re
from collections.abc import Container
from datetime import date, datetime
from functools import cache, lru_cache

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.clock import in_london
from knowledge.provenance import Strict

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "bank_holidays")
BANK_HOLIDAY = DAYS.index("bank_holidays")
MIDNIGHT = 24 * 60

Span = tuple[int, int]  # minutes since midnight, the first included and the last not
Week = tuple[tuple[Span, ...], ...]  # one entry for each of DAYS

_CLOSED_ALL_WEEK: Week = ((),) * len(DAYS)
_NEVER_CLOSED: Week = (((0, MIDNIGHT),),) * len(DAYS)
_SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")


@dataclass(frozen=True, config=Strict, kw_only=True)
class OpeningHours:
    """`words` are what a person reads; `open` is what the clock is held against.

    In YAML `open` is `always`, `unknown` (then it never counts as open) or a mapping such as
    `{mon-thu: "08:30-17:00", fri: "08:30-16:30", bank_holidays: "00:00-24:00"}`: days that are not named are closed,
    and so are bank holidays. A day may have several spans, with commas between. A span that runs past midnight is
    written on both days.
    """

    words: str
    open: Week

    @validator("open", pre=True)
    def _week(cls, value: object) -> object:
        if value == "always":
            return _NEVER_CLOSED
        if value == "unknown":
            return _CLOSED_ALL_WEEK
        if isinstance(value, dict):
            return _read_week(value)
        raise ValueError('"always", "unknown" or a mapping of days to times such as "08:30-17:00"')

    @property
    def always(self) -> bool:
        """Whether it answers at every hour of every day."""
        return self.open == _NEVER_CLOSED

    @property
    def known(self) -> bool:
        """Whether any hours are known at all."""
        return self.open != _CLOSED_ALL_WEEK

    def open_at(self, moment: datetime) -> bool:
        """Whether it answers at this moment. Raises `ValueError` for a moment without a time zone."""
        here = in_london(moment)
        minute = here.hour * 60 + here.minute
        return any(start <= minute < end for start, end in self.open[day_of(here.date())])


def is_bank_holiday(day: date) -> bool:
    """Whether this is a bank holiday in England."""
    return day_of(day) == BANK_HOLIDAY


@lru_cache(maxsize=1024)
def day_of(day: date) -> int:
    """The place of a date in `DAYS`: a weekday, or the bank holidays of England whichever weekday they fall on."""
    # The library also lists a Saturday that is a holiday in name (26 December 2026): closed on both counts.
    return BANK_HOLIDAY if day in _england() else day.weekday()


@cache
def _england() -> Container[date]:
    """The bank holidays of England, worked out for whatever year is asked about."""
    # The library takes a tenth of a second to open, for it brings every country: not before a date is asked about.
    import holidays

    england: Container[date] = holidays.country_holidays("GB", subdiv="ENG")
    return england


def _read_week(written: dict[object, object]) -> Week:
    week: list[tuple[Span, ...]] = list(_CLOSED_ALL_WEEK)
    named: set[int] = set()
    for days, times in written.items():
        for day in _days(str(days)):
            if day in named:
                raise ValueError(f"each day once; {DAYS[day]!r} stands twice")
            named.add(day)
            week[day] = _spans(str(times))
    return tuple(week)


def _days(written: str) -> range:
    first, _, last = written.partition("-")
    last = last or first
    if first not in DAYS or last not in DAYS or DAYS.index(last) < DAYS.index(first):
        raise ValueError(f"days such as mon, mon-thu or bank_holidays; got {written!r}")
    return range(DAYS.index(first), DAYS.index(last) + 1)


def _spans(written: str) -> tuple[Span, ...]:
    spans: list[Span] = []
    for part in written.split(","):
        found = _SPAN.fullmatch(part.strip())
        if not found:
            raise ValueError(f'times such as "08:30-17:00"; got {part.strip()!r}')
        hour, minute, last_hour, last_minute = map(int, found.groups())
        start, end = hour * 60 + minute, last_hour * 60 + last_minute
        if not (spans[-1][1] if spans else 0) <= start < end <= MIDNIGHT:
            raise ValueError(f'times in order, opening before closing and "24:00" at the latest; got {written!r}')
        spans.append((start, end))
    return tuple(spans)
