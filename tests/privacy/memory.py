"""The memory of a running process, read from outside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.privacy.canaries import Person, forms

_REGION = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ \S+\s*(.*)$")
_BLOCK = 64 * 1024 * 1024
_OVERLAP = 1024


def regions(pid: int) -> Iterator[tuple[str, bytes]]:
    """The writable memory of process `pid`, block by block: what it is (heap, stack, a file, nothing), and its bytes."""
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
            matched = _REGION.match(line)
            assert matched, line
            start, end, rights, name = int(matched[1], 16), int(matched[2], 16), matched[3], matched[4]
            if not rights.startswith("rw") or name in ("[vvar]", "[vsyscall]"):
                continue
            while start < end:
                size = min(_BLOCK, end - start)
                try:
                    memory.seek(start)
                    yield name or "anonymous", memory.read(size)
                except OSError:  # a region that went away or that cannot be read
                    break
                start += size - (_OVERLAP if start + size < end else 0)


def count(pid: int, people: list[Person]) -> Counter[str]:
    """How often each field of each person stands in the writable memory of `pid`, in any form."""
    wanted = [
        (field, as_bytes)
        for person in people
        for field, needle in person.needles.items()
        for as_bytes in forms(needle).values()
    ]
    found: Counter[str] = Counter()
    for _, data in regions(pid):
        for field, as_bytes in wanted:
            if number := data.count(as_bytes):
                found[field] += number
    return found
