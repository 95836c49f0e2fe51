"""Who gets in touch, how a contact is reached, and what became of it."""

from __future__ import annotations

from enum import Enum


class Caller(str, Enum):
    """Who would get in touch: the four audiences, and a child who turns up."""

    PARENT = "parent"
    SCHOOL = "school"
    HELPLINE = "helpline"
    PROFESSIONAL = "professional"
    CHILD = "child"


class Status(str, Enum):
    """What became of a contact. Only the first two are ever shown."""

    CONFIRMED = "confirmed"  # a named person rang it on `checked_on`
    SOURCE_ONLY = "source_only"  # a document or page says so; nobody has checked
    SUPERSEDED = "superseded"  # something else took its place: kept for the record
    CLOSED = "closed"  # the service has ended: kept for the record


class Reach(str, Enum):
    """How it is reached."""

    CALL = "call"
    TEXT = "text"
    TEXTPHONE = "textphone"
    FAX = "fax"
    WEB = "web"
    EMAIL = "email"
    PERSON = "person"  # somebody met or asked for: there is no number to check


RECORD = (Status.SUPERSEDED, Status.CLOSED)
_ADULTS = (Caller.PARENT, Caller.SCHOOL, Caller.HELPLINE, Caller.PROFESSIONAL)
GROUPS: dict[str, tuple[Caller, ...]] = {
    "everyone": tuple(Caller),
    "adults": _ADULTS,
    "staff": _ADULTS[1:],
    "nobody": (),  # kept for the record, not for anybody who asks
}
