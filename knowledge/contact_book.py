"""Every contact, loaded once and checked against the others: chains, areas and the hours of the council's teams."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType

from knowledge.case import AREAS
from knowledge.clock import in_london
from knowledge.contact import Contact
from knowledge.contact_terms import Caller
from knowledge.content import ContentError, files, load_entries, read_yaml
from knowledge.opening_hours import DAYS, MIDNIGHT, OpeningHours, day_of
from knowledge.shown import Shown, show

ENDS = ("emergency_999", "police_101", "nspcc_helpline")  # the last link of every chain is one of these
FRONT_DOOR, OUT_OF_HOURS = "front_door", "front_door_out_of_hours"


class ContactBook:
    """The contacts of the content files. Raises `ContentError` if one cannot be used or they do not fit together."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self.contacts: Mapping[str, Contact] = MappingProxyType(load_entries(self._paths, Contact))
        self._chains: dict[tuple[str, str, Caller], tuple[str, ...]] = {}
        self._heads: dict[tuple[str, Caller, str], str] = {}
        following = {contact.id: self._following(contact) for contact in self.live}
        for area in AREAS:
            for caller in Caller:
                self._enter(area, caller, following)
        self._check_always_there()
        self._check_all_hours()
        self._breaks = tuple(self._changes_on(day) for day in range(len(DAYS)))
        self._open: dict[tuple[int, int], frozenset[str]] = {}
        self._shown: dict[tuple[str, str, Caller, tuple[bool, ...]], Shown] = {}

    @property
    def live(self) -> tuple[Contact, ...]:
        """Those that may be shown to somebody, in file order."""
        return tuple(contact for contact in self.contacts.values() if contact.live)

    @property
    def record(self) -> tuple[Contact, ...]:
        """Those that are kept for the record and never shown."""
        return tuple(contact for contact in self.contacts.values() if not contact.live)

    def first(self, area: str, caller: Caller, role: str) -> Contact | None:
        """The first link of a role's chain for this caller in this area; `None` where there is none."""
        head = self._heads.get((area, caller, role))
        return self.contacts[head] if head else None

    def open_at(self, moment: datetime) -> frozenset[str]:
        """The ids of what answers at this moment. Equal sets are the same object, so that they are quick to compare."""
        here = in_london(moment)
        day = day_of(here.date())
        stretch = bisect_right(self._breaks[day], here.hour * 60 + here.minute)
        found = self._open.get((day, stretch))
        if found is None:
            start = self._breaks[day][stretch - 1]
            found = frozenset(one.id for one in self.live if one.hours and _covers(one.hours, day, start))
            self._open[day, stretch] = found
        return found

    def shown(self, contact: str, area: str, caller: Caller, open_ids: frozenset[str]) -> Shown:
        """One contact with its chain, as this caller sees it while `open_ids` answer.

        Raises `KeyError` if the caller may not use it.
        """
        chain = self._chains[contact, area, caller]
        state = (contact in open_ids, *(link in open_ids for link in chain))
        key = (contact, area, caller, state)
        found = self._shown.get(key)
        if found is None:
            links = [(self.contacts[link], is_open) for link, is_open in zip(chain, state[1:], strict=True)]
            found = self._shown[key] = show(self.contacts[contact], caller, state[0], links)
        return found

    def error(self, contact: str, field: str, expected: str) -> ContentError:
        """An error that names the file in which the contact stands."""
        for path in self._paths:
            if any(entry["id"] == contact for entry in read_yaml(path)["entries"]):
                return ContentError(path, contact, field, expected)
        return ContentError("contacts", contact, field, expected)

    def _enter(self, area: str, caller: Caller, following: Mapping[str, tuple[Contact, ...]]) -> None:
        by_role: dict[str, list[Contact]] = {}
        for name, links in following.items():
            contact = self.contacts[name]
            if contact.serves(area, caller):
                chain = [link for link in links if link.serves(area, caller)]
                self._check_end(contact, chain, area, caller)
                self._chains[name, area, caller] = tuple(link.id for link in chain)
                by_role.setdefault(contact.role, []).append(contact)
        for role, same in by_role.items():
            followers = {contact.next for contact in same}
            heads = [contact.id for contact in same if contact.id not in followers]
            if len(heads) != 1:
                begins = " and with ".join(heads)
                raise self.error(same[-1].id, "next", f"one chain for each role: {role} in {area} begins with {begins}")
            self._heads[area, caller, role] = heads[0]

    def _following(self, contact: Contact) -> tuple[Contact, ...]:
        """Every link after this one, whoever may use it."""
        chain = [contact]
        while (name := chain[-1].next) is not None:
            if name not in self.contacts:
                raise self.error(chain[-1].id, "next", f"the id of a contact; {name!r} is not there")
            follower = self.contacts[name]
            if not follower.live:
                state = follower.status.value if follower.audiences else "for nobody"
                raise self.error(chain[-1].id, "next", f"a contact that may be shown; {name!r} is {state}")
            if any(follower is link for link in chain):
                raise self.error(chain[-1].id, "next", f"a chain that ends; this one comes back to {name!r}")
            chain.append(follower)
        return tuple(chain[1:])

    def _check_end(self, contact: Contact, chain: Sequence[Contact], area: str, caller: Caller) -> None:
        last = chain[-1] if chain else contact
        if last.role not in ENDS or not (contact.always_open or any(link.always_open for link in chain)):
            raise self.error(
                contact.id,
                "next",
                "a chain that ends with 999, 101 or the NSPCC Helpline, with somebody there at every hour, "
                f"for {caller.value} in {area}",
            )

    def _check_always_there(self) -> None:
        """In every area everybody has 999 and 101 at every hour, adults the NSPCC Helpline and children Childline."""
        for area in AREAS:
            for caller in Caller:
                helpline = "childline" if caller is Caller.CHILD else "nspcc_helpline"
                for role in ("emergency_999", "police_101", helpline):
                    contact = self.first(area, caller, role)
                    if contact is None:
                        raise ContentError(
                            self._paths[0].parent, "-", "entries", f"{role} for {caller.value} in {area}"
                        )
                    if role != helpline and not contact.always_open:
                        raise self.error(contact.id, "hours.open", "always")

    def _check_all_hours(self) -> None:
        """Between them, the front door and the out-of-hours team leave no minute without somebody."""
        for area in AREAS:
            door = self.first(area, Caller.PARENT, FRONT_DOOR)
            night = self.first(area, Caller.PARENT, OUT_OF_HOURS)
            if door is None and self.first(area, Caller.PARENT, "council_elsewhere") is None:
                raise ContentError(self._paths[0].parent, "-", "entries", f"a front door for {area}")
            if door is None or door.hours is None:
                continue
            if night is None or night.hours is None:
                raise self.error(door.id, "hours", f"an out-of-hours team for {area} beside it")
            for day, name in enumerate(DAYS):
                minute = 0
                for start, end in sorted(door.hours.open[day] + night.hours.open[day]):
                    if start > minute:
                        break
                    minute = max(minute, end)
                if minute < MIDNIGHT:
                    clock = f"{minute // 60:02}:{minute % 60:02}"
                    raise self.error(
                        night.id,
                        "hours.open",
                        f"hours that begin where {door.id} ends; nobody answers on {name} at {clock}",
                    )

    def _changes_on(self, day: int) -> tuple[int, ...]:
        """The minutes of a day at which something opens or closes, midnight first."""
        minutes = {0}
        for contact in self.live:
            for span in contact.hours.open[day] if contact.hours else ():
                minutes.update(span)
        return tuple(sorted(minutes))


def _covers(hours: OpeningHours, day: int, minute: int) -> bool:
    return any(start <= minute < end for start, end in hours.open[day])


@cache
def contact_book() -> ContactBook:
    """The contacts of this installation."""
    return ContactBook(files("contacts"))
