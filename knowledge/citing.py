"""Which entries of the content cite a source, and for what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.contact_book import contact_book
from knowledge.provenance import Certainty
from knowledge.signing import signable


@dataclass(frozen=True, slots=True)
class Citing:
    """One entry that cites a source: at `ref`, a section or page, with the certainty of the entry itself."""

    kind: str
    entry: str
    ref: str
    certainty: Certainty


def citing() -> Mapping[str, tuple[Citing, ...]]:
    """What cites each source, by the source's id, in the order of the content; contacts kept for the record too."""
    found: dict[str, list[Citing]] = {}
    record = (("record", contact.id, contact) for contact in contact_book().record)
    for kind, name, entry in (*signable(), *record):
        for one in entry.sources:
            found.setdefault(one.source, []).append(Citing(kind, name, one.ref, entry.certainty))
    return {source: tuple(entries) for source, entries in found.items()}
