"""Looking for canaries in bytes: of a log, a file, a request, a process."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.privacy.canaries import Person, forms

_BLOCK = 32 * 1024 * 1024
_OVERLAP = 1024  # longer than any form of any needle


@dataclass(frozen=True)
class Hit:
    """One place where a canary was found: `field` of the person in which `form`, and where."""

    place: str
    field: str
    form: str

    def __str__(self) -> str:
        return f"{self.field} ({self.form}) in {self.place}"


def hits(place: str, data: bytes | bytearray | memoryview, people: Iterable[Person]) -> list[Hit]:
    """Every field and form that `data` holds, each once."""
    held = bytes(data)
    return [
        Hit(place, field, form)
        for person in people
        for field, needle in person.needles.items()
        for form, as_bytes in forms(needle).items()
        if as_bytes in held
    ]


def hits_in_file(path: Path, people: list[Person]) -> list[Hit]:
    """The same for a file, block by block. A file that has gone since holds nothing."""
    found: dict[Hit, None] = {}
    try:
        with path.open("rb") as file:
            tail = b""
            while block := file.read(_BLOCK):
                found.update(dict.fromkeys(hits(str(path), tail + block, people)))
                tail = block[-_OVERLAP:]
    except (FileNotFoundError, PermissionError, OSError):
        return list(found)
    return list(found)
