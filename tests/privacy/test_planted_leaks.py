"""A search that finds nothing proves nothing unless it finds what is there: each leak planted on purpose is caught."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.privacy import deployment
from tests.privacy.canaries import Person, invent
from tests.privacy.deployment import Places
from tests.privacy.searching import Hit
from tests.redis_server import RedisServer
from tests.running import Running


class Leaky:
    """A Waymark whose leaks can be opened one at a time."""

    def __init__(self, running: Running, leak_file: Path, counts_port: int, redis_port: int) -> None:
        self.running, self._leak_file = running, leak_file
        self._ports = counts_port, redis_port

    def places_after(self, leak: str, person: Person) -> Places:
        """What one message of `person` leaves in all places while `leak` is open."""
        places = Places(self.running, *self._ports)
        self._leak_file.write_text(leak)
        with self.running.line.overheard() as requests:
            session = places.caller.open(audience="parent")
            places.caller.say(session, person.story)
            places.caller.end(session)
            places.requests += requests
        self._leak_file.write_text("")
        return places


@pytest.fixture(scope="module")
def redis_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    yield server.port
    server.stop()


@pytest.fixture(scope="module")
def leaky(model: Path, tmp_path_factory: pytest.TempPathFactory, redis_port: int) -> Iterator[Leaky]:
    folder = tmp_path_factory.mktemp("leaky")
    leak_file = folder / "leak"
    leak_file.write_text("")
    environment = {"WAYMARK_LEAK_FILE": str(leak_file), "WAYMARK_LEAK_REDIS": str(redis_port)}
    running, counts_port = deployment.start(folder, "tests.privacy.leaky_server", environment)
    yield Leaky(running, leak_file, counts_port, redis_port)
    running.stop()


@pytest.fixture
def tidy() -> Iterator[Callable[[list[Hit]], None]]:
    """Takes away the files that a planted leak has left."""
    left: list[Hit] = []
    yield left.extend
    for hit in left:
        Path(hit.place).unlink(missing_ok=True)


@pytest.mark.parametrize(
    ("leak", "place"),
    [
        ("log_line", "output"),
        ("printed", "output"),
        ("exception_message", "output"),
        ("file_in_temporary_folder", "files"),
        ("coded_file_in_home", "files"),
        ("wide_characters_in_a_file", "files"),
        ("tracker_text", "action server"),
        ("metric_label", "counts"),
        ("redis_key", "Redis"),
        ("echo", "answers"),
    ],
)
def test_a_leak_is_caught_where_it_is_and_nowhere_else(
    leaky: Leaky, leak: str, place: str, tidy: Callable[[list[Hit]], None]
) -> None:
    person = invent()
    found = leaky.places_after(leak, person).searched([person])
    tidy(found["files"])
    assert {name for name, hits in found.items() if hits} == {place}


def test_what_is_kept_in_memory_is_caught_there(leaky: Leaky) -> None:
    person = invent()
    places = leaky.places_after("kept", person)
    assert {hit.field for hit in places.in_memory([person])} >= {"first", "last", "street", "phone", "email"}


def test_with_all_leaks_closed_the_same_search_finds_nothing_not_even_after_a_crash(leaky: Leaky) -> None:
    """The last test of this file: it ends the server in the middle of a message, as a fault in native code would."""
    person = invent()
    places = leaky.places_after("", person)
    running = leaky.running
    session = places.caller.open(audience="parent")
    with running.line.faulty("silent"):
        speaking = threading.Thread(target=_say, args=(places, session, person.story))
        speaking.start()
        running.line.wait_for_a_caller()
        os.kill(running.rasa.pid, signal.SIGSEGV)
        speaking.join()
    assert running.rasa.wait() == -signal.SIGSEGV
    found = {name: hits for name, hits in places.searched([person]).items() if hits}
    assert found == {}


def _say(places: Places, session: str, text: str) -> None:
    try:
        places.caller.say(session, text)
    except OSError:  # the server is gone
        return
