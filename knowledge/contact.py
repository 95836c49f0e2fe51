"""A place to turn to: a number, a page or a person, with where it comes from and when somebody last checked it."""

from datetime import date
from typing import Any
from urllib.parse import urlsplit

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge import phone
from knowledge.age import Age
from knowledge.case import AREAS
from knowledge.contact_role import known_role
from knowledge.contact_terms import GROUPS, RECORD, Caller, Reach, Status
from knowledge.opening_hours import OpeningHours
from knowledge.provenance import Citation, Provenance, Strict, citation
from knowledge.words import Audience, Words

_BY_NUMBER = (Reach.CALL, Reach.TEXT, Reach.TEXTPHONE, Reach.FAX)
_FIXED = ("999", "101")  # set by the national numbering plan


@dataclass(frozen=True, config=Strict, kw_only=True)
class Printed:
    """What one of the source documents prints, to the letter."""

    says: str
    source: Citation

    @validator("source", pre=True)
    def _short_form(cls, value: object) -> object:
        return citation(value)


@dataclass(frozen=True, config=Strict, kw_only=True)
class Contact(Provenance):
    """One contact. Where copies disagree about its hours, `hours` holds only what all of them share.

    `areas` and `audiences` say who may use it, `from_age` and `to_age` for which children, in whole years.
    `referral_only`: professionals refer, nobody else may ring; `referral_only_under` is the same for children below
    that age. `next` is the contact to try if this one does not answer. `fixed`: a number that needs no check.
    `printed` is what the sources print, `seen` what public pages said, `ask` what whoever checks it should find out.
    """

    id: str
    role: str
    name: str
    areas: tuple[str, ...]
    audiences: tuple[Caller, ...]
    status: Status
    reach: Reach = Reach.CALL
    phone: str | None = None
    url: str | None = None
    email: str | None = None
    hours: OpeningHours | None = None
    note: Words | None = None
    note_to_child: str | None = None
    former_names: tuple[str, ...] = ()
    from_age: int | None = None
    to_age: int | None = None
    referral_only: bool = False
    referral_only_under: int | None = None
    fixed: bool = False
    next: str | None = None
    printed: tuple[Printed, ...] = ()
    seen: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    checked_on: date | None = None
    checked_by: str | None = None
    closed_on: date | None = None

    @validator("role")
    def _known_role(cls, value: str) -> str:
        return known_role(value)

    @validator("areas", pre=True)
    def _areas(cls, value: object) -> object:
        named = AREAS if value == "all" else value
        if not isinstance(named, (list, tuple)) or not named or set(named) - set(AREAS):
            raise ValueError(f"'all' or a list of {', '.join(AREAS)}; got {value!r}")
        return tuple(named)

    @validator("audiences", pre=True)
    def _audiences(cls, value: object) -> object:
        if isinstance(value, str):
            if value not in GROUPS:
                raise ValueError(f"a list, or one of {', '.join(GROUPS)}; got {value!r}")
            return GROUPS[value]
        return value

    @validator("reach", always=True)
    def _reach_fits(cls, value: Reach, values: dict[str, Any]) -> Reach:
        if value is Reach.FAX and values.get("status") not in RECORD:
            raise ValueError("a way that people still use; a fax can only be kept for the record")
        return value

    @validator("phone", always=True)
    def _can_be_rung(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value is None:
            if values.get("reach") in _BY_NUMBER and values.get("status") is not Status.CLOSED:
                raise ValueError(f"a number, because it is reached by {values['reach'].value}")
            return None
        return phone.checked(value)

    @validator("url", always=True)
    def _is_a_page(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value is None:
            if values.get("reach") is Reach.WEB:
                raise ValueError("an address, because it is reached on the web")
            return None
        parts = urlsplit(value)
        if parts.scheme != "https" or "." not in parts.netloc or " " in value:
            raise ValueError(f"an address that begins with https://; got {value!r}")
        return value

    @validator("email", always=True)
    def _is_an_email(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value is None:
            if values.get("reach") is Reach.EMAIL:
                raise ValueError("an email address, because it is reached by email")
            return None
        name, _, host = value.partition("@")
        if not name or "." not in host or " " in value:
            raise ValueError(f"an email address; got {value!r}")
        return value

    @validator("hours", always=True)
    def _has_hours(cls, value: OpeningHours | None, values: dict[str, Any]) -> OpeningHours | None:
        live = values.get("status") not in RECORD
        if value is None and live and values.get("audiences"):
            raise ValueError("opening hours; write 'open: unknown' where nobody knows them")
        return value

    @validator("to_age")
    def _ages_in_order(cls, value: int | None, values: dict[str, Any]) -> int | None:
        if value is not None and value < (values.get("from_age") or 0):
            raise ValueError(f"an age of {values['from_age']} or more, the first that it takes")
        return value

    @validator("referral_only")
    def _only_staff_refer(cls, value: bool, values: dict[str, Any]) -> bool:
        if value and {Caller.PARENT, Caller.CHILD} & set(values.get("audiences", ())):
            raise ValueError("false, or audiences without parent and child: only professionals refer")
        return value

    @validator("fixed")
    def _is_fixed(cls, value: bool, values: dict[str, Any]) -> bool:
        if value and values.get("phone") not in _FIXED:
            raise ValueError(f"false: only {' and '.join(_FIXED)} need no check")
        return value

    @validator("next")
    def _record_has_no_next(cls, value: str | None, values: dict[str, Any]) -> str | None:
        if value and values.get("status") in RECORD:
            raise ValueError("nothing: a superseded or closed contact is in no chain")
        return value

    @validator("checked_on", "closed_on")
    def _not_to_come(cls, value: date | None) -> date | None:
        if value and value > date.today():
            raise ValueError(f"a date that is not in the future; got {value}")
        return value

    @validator("checked_by", always=True)
    def _checked_by_somebody(cls, value: str | None, values: dict[str, Any]) -> str | None:
        when = values.get("checked_on")
        if bool(value) != bool(when):
            raise ValueError("a name and checked_on together, or neither")
        if values.get("status") is Status.CONFIRMED and not when:
            raise ValueError("who rang it, and checked_on: without them the status is source_only")
        return value

    @validator("closed_on", always=True)
    def _closed_when(cls, value: date | None, values: dict[str, Any]) -> date | None:
        if bool(value) != (values.get("status") is Status.CLOSED):
            raise ValueError("the day it closed, for a closed contact and no other")
        return value

    @property
    def live(self) -> bool:
        """Whether it may be shown at all."""
        return self.status not in RECORD and bool(self.audiences)

    @property
    def unchecked(self) -> bool:
        """Whether there is something to check that nobody has checked yet."""
        return self.checked_on is None and not self.fixed and self.reach is not Reach.PERSON

    @property
    def always_open(self) -> bool:
        """Whether it answers at every hour."""
        return self.hours is not None and self.hours.always

    def serves(self, area: str, caller: Caller) -> bool:
        """Whether somebody in this area may use it."""
        return self.live and area in self.areas and caller in self.audiences

    def takes(self, age: Age | None, caller: Caller) -> bool:
        """Whether it is for a child who may be this old; every age where none is known."""
        if age is None:
            return True
        if self.referral_only_under and age.high < self.referral_only_under and caller in (Caller.PARENT, Caller.CHILD):
            return False
        return (self.from_age is None or age.high >= self.from_age) and (self.to_age is None or age.low <= self.to_age)

    def note_to(self, caller: Caller) -> str:
        """The note in the words of whoever reads it; empty where there is none."""
        if caller is Caller.CHILD:
            return self.note_to_child or (self.note.to(Audience.PARENT) if self.note else "")
        return self.note.to(Audience(caller.value)) if self.note else ""
