"""Nothing that identifies anybody is left anywhere, whatever is sent and whatever goes wrong. The short form of
`make privacy`, asked of the running processes, which log as much as can be asked for.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.privacy.canaries import Person, invent
from tests.privacy.deployment import Places
from tests.privacy.searching import in_bytes
from tests.running import Running


@pytest.fixture(scope="module")
def person() -> Person:
    return invent()


@pytest.fixture(scope="module")
def places(running: Running, person: Person) -> Places:
    """After everything has been sent and the sessions have ended."""
    places = Places(running)
    places.go_through_everything(person)
    return places


def test_nothing_of_a_conversation_is_left_in_any_place(places: Places, person: Person) -> None:
    found = places.searched([person])
    assert set(found) >= {"output", "action server", "answers", "files"}
    assert [str(hit) for hits in found.values() for hit in hits] == []


def test_the_search_has_looked_at_something(places: Places) -> None:
    assert len(places.requests) > 5
    assert len(places.caller.heard) > 50
    assert b"DEBUG" in places.running.log().encode()
    assert any(b"[not kept]" in request for request in places.requests)


def test_after_the_end_of_the_session_not_even_the_memory_of_the_processes_holds_a_word(
    places: Places, person: Person
) -> None:
    assert [str(hit) for hit in places.left_in_memory([person])] == []


@pytest.mark.parametrize("process", ["rasa", "reading", "actions"])
def test_a_crash_cannot_write_the_memory_to_disk(running: Running, process: str) -> None:
    limits = Path(f"/proc/{running.processes()[process]}/limits").read_text()
    line = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert line.split()[4:6] == ["0", "0"]


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text.encode(),
        lambda text: text.lower().encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-32"),
        lambda text: quote(text).encode(),
        lambda text: text.encode().hex().encode(),
        *(lambda text, shift=shift: b64encode(b"-" * shift + text.encode()) for shift in range(3)),
    ],
)
def test_every_field_is_found_however_it_is_written(written: Callable[[str], bytes]) -> None:
    person = invent()
    fields = {hit.field for hit in in_bytes("x", written(person.story), [person])}
    assert fields == {"first", "last", "street", "phone", "email", "sentence"}


def test_two_people_have_nothing_in_common() -> None:
    one, other = invent(), invent()
    assert in_bytes("x", other.story.encode(), [one]) == []
