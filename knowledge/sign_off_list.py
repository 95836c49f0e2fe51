"""Everything that still needs a named reviewer, as a page: knowledge/SIGN_OFF.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowledge.age import Band
from knowledge.behaviour import Basis, Behaviour
from knowledge.contact import Contact
from knowledge.contact_book import contact_book
from knowledge.content import HERE
from knowledge.entry_file import entry_file
from knowledge.library import library
from knowledge.provenance import Certainty, Provenance
from knowledge.sign_off_sheet import to_check
from knowledge.signing import signable

FILE = HERE / "SIGN_OFF.md"

TITLES = {
    "behaviour": "Behaviours and their colours",
    "factor": "Factors",
    "rule": "Rules",
    "guidance": "Guidance",
    "route": "Routes of the safety net",
    "topic": "Topics",
    "contact": "Contacts",
    "contact_plan": "Who is shown which contacts",
    "contact_role": "Roles of contacts",
    "phrase": "What the dialogue says",
    "script": "What a helpline worker reads aloud",
    "checklist": "Checklists",
    "audit_scale": "The scale of the audit",
    "audit_statement": "Statements of the audit",
    "briefing": "Briefings",
    "practice_case": "Practice cases",
    "practice_matter": "What may matter in a practice case",
    "confidence_area": "Areas of the confidence check",
    "survey_finding": "Figures of the survey",
}

_INTRODUCTION = """\
# What still needs a named reviewer

Written by `python -m knowledge.sign_off`: not to be edited. A test fails while it is out of date.

Entries are signed off in their own file, with `signed_off_by` and `signed_off_on`. A number is checked in its own
file too, with `checked_by`, `checked_on` and `status: confirmed` (`make contacts` says what to ring and what to ask).
While an entry lacks its sign-off, Waymark says on every page that it is a demonstration.

The certainty says how far the source itself was seen: SEED stands in one of the five source documents, SEEN on a
public page, PART on a page that could be read only in part, UNVERIFIED is common knowledge that no source confirms
yet, DERIVED was inferred. Start with the last two."""


@dataclass(frozen=True, slots=True)
class Open:
    """One entry that nobody has signed off."""

    kind: str
    name: str
    certainty: Certainty
    file: str


def open_entries() -> tuple[Open, ...]:
    """Every entry without a name and a date, in the order of the content."""
    return tuple(
        Open(kind, name, entry.certainty, entry_file(kind, name))
        for kind, name, entry in signable()
        if not entry.signed_off
    )


def open_cells() -> tuple[tuple[Behaviour, Band], ...]:
    """Every cell of the table of record that is derived from its neighbours, of behaviours that are not signed off."""
    return tuple(
        (behaviour, band)
        for behaviour in library().behaviours.values()
        for band in Band
        if behaviour.cells[band.slug].basis is Basis.DERIVED and not behaviour.signed_off
    )


def open_numbers() -> tuple[Contact, ...]:
    """Every contact that has something to check which nobody has checked yet."""
    return tuple(contact for contact in to_check(contact_book()) if contact.checked_on is None)


def text() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    entries, cells, numbers = open_entries(), open_cells(), open_numbers()
    yield _INTRODUCTION
    yield from _counts(entries, cells, numbers)
    yield from _cells(cells)
    yield from _numbers(numbers)
    for kind, title in TITLES.items():
        yield from _entries(title, [one for one in entries if one.kind == kind])


def _counts(
    entries: tuple[Open, ...], cells: tuple[tuple[Behaviour, Band], ...], numbers: tuple[Contact, ...]
) -> Iterator[str]:
    whole: Mapping[str, list[Provenance]] = {kind: [] for kind in TITLES}
    for kind, _, entry in signable():
        whole[kind].append(entry)
    yield "\n## Counts\n"
    yield "| what | to sign off | of | of them UNVERIFIED or DERIVED |"
    yield "|---|---:|---:|---:|"
    for kind, title in TITLES.items():
        left = [one for one in entries if one.kind == kind]
        yield f"| {title} | {len(left)} | {len(whole[kind])} | {_unsure(left)} |"
    yield f"| **All entries** | **{len(entries)}** | {sum(map(len, whole.values()))} | {_unsure(list(entries))} |"
    table = len(library().behaviours) * len(Band)
    yield f"| Cells derived from their neighbours | {len(cells)} | {table} | {len(cells)} |"
    yield f"| Numbers, pages and addresses to check | {len(numbers)} | {len(to_check(contact_book()))} | |"


def _unsure(entries: list[Open]) -> int:
    return sum(one.certainty in (Certainty.UNVERIFIED, Certainty.DERIVED) for one in entries)


def _cells(cells: tuple[tuple[Behaviour, Band], ...]) -> Iterator[str]:
    yield f"\n## Cells derived from their neighbours ({len(cells)})\n"
    yield "No list says what colour these are; they were inferred from similar behaviours and ages.\n"
    by_behaviour: dict[str, list[str]] = {}
    for behaviour, band in cells:
        colour = behaviour.cells[band.slug].colour.value
        by_behaviour.setdefault(behaviour.id, []).append(f"{band.slug} {colour}")
    for name, found in by_behaviour.items():
        yield f"- [ ] `{name}`: {', '.join(found)}"


def _numbers(numbers: tuple[Contact, ...]) -> Iterator[str]:
    yield f"\n## Numbers, pages and addresses that nobody has checked ({len(numbers)})\n"
    for contact in numbers:
        ways = ", ".join(way for way in (contact.phone, contact.url, contact.email) if way)
        yield f"- [ ] `{contact.id}` {contact.name}: {ways or 'find out'}"


def _entries(title: str, entries: list[Open]) -> Iterator[str]:
    yield f"\n## {title} ({len(entries)})"
    by_file: dict[str, list[Open]] = {}
    for one in entries:
        by_file.setdefault(one.file, []).append(one)
    for file, found in by_file.items():
        yield f"\n`{file}` ({len(found)})\n"
        yield from (f"- [ ] `{one.name}` {one.certainty.value}" for one in found)
