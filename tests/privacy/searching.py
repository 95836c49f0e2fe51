"""Looking for canaries: in bytes, in files, in the memory of a running process."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.privacy.canaries import Person

_BLOCK = 32 * 1024 * 1024
_OVERLAP = 1024  # longer than any form of any field
AS_PYTHON_KEEPS_THEM = ("as typed", "lower case")
_REGION = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$")


@dataclass(frozen=True)
class Hit:
    """A field of a person, found in a place in a form."""

    place: str
    field: str
    form: str

    def __str__(self) -> str:
        return f"{self.field} ({self.form}) in {self.place}"


def in_bytes(place: str, data: bytes, people: Iterable[Person]) -> list[Hit]:
    """Every field and form that `data` holds, each once."""
    return [
        Hit(place, field, form)
        for person in people
        if person.stands_in(data)
        for field, form, as_bytes in person.needles
        if as_bytes in data
    ]


def in_file(path: Path, people: list[Person]) -> list[Hit]:
    """The same for a file, block by block. A file that has gone holds nothing any more."""
    try:
        with path.open("rb") as file:
            return list(
                dict.fromkeys(hit for block in _blocks(file.read) for hit in in_bytes(str(path), block, people))
            )
    except OSError:
        return []


def in_memory(pid: int, people: list[Person], forms: Collection[str] = AS_PYTHON_KEEPS_THEM) -> list[Hit]:
    """The same for the memory that process `pid` may write to, in some forms, each hit as often as it stands there."""
    return [
        Hit(f"memory of process {pid}", field, form)
        for data in _memory(pid)
        for person in people
        if person.stands_in(data, forms)
        for field, form, as_bytes in person.needles
        if form in forms
        for _ in range(data.count(as_bytes))
    ]


def _memory(pid: int) -> Iterator[bytes]:
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            matched = _REGION.match(line)
            if not matched or not matched[3].startswith("rw") or matched[4] in ("[vvar]", "[vsyscall]"):
                continue
            at, end = int(matched[1], 16), int(matched[2], 16)
            while at < end:
                try:
                    memory.seek(at)
                    yield memory.read(min(_BLOCK, end - at))
                except OSError:  # a part of a library's file that was never read in
                    break
                at += _BLOCK - (_OVERLAP if at + _BLOCK < end else 0)


def _blocks(read: object) -> Iterator[bytes]:
    tail = b""
    while block := read(_BLOCK):  # type: ignore[operator]
        yield tail + block
        tail = block[-_OVERLAP:]
