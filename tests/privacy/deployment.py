"""A running Waymark and every place where something of a conversation could be left."""

from __future__ import annotations

import time
import urllib.request
from pathlib import Path

from bot.processes import free_port
from tests.privacy import disk, redis_place, searching
from tests.privacy.canaries import Person
from tests.privacy.searching import Hit
from tests.privacy.sending import Listener, everywhere, under_faults
from tests.running import Running

_LOOKS = 6


class Places:
    """What `running` leaves from now on: its output, files, requests to the action server, answers, counts, Redis.

    `counts_port` and `redis_port`: where the counts and Redis are asked, if there are any; `address`: where people come
    in, if there is a proxy before the server; `libraries`: whether their folder is looked through too.
    """

    def __init__(
        self,
        running: Running,
        counts_port: int | None = None,
        redis_port: int | None = None,
        address: str | None = None,
        libraries: bool = False,
    ) -> None:
        self.running = running
        self.caller = Listener(address or running.address)
        self.requests: list[bytes] = []  # what went to the action server
        self._counts_port, self._redis_port = counts_port, redis_port
        self._folders = disk.watched(libraries)
        self._before = disk.snapshot(self._folders)
        self._log_start = running.log_file.stat().st_size

    def go_through_everything(self, person: Person) -> None:
        """Send what there is of `person` wherever it can be sent, also while the action server fails."""
        with self.running.line.overheard() as requests:
            everywhere(self.caller, person)
            under_faults(self.caller, person, self.running.line.faulty)
            self.requests += requests

    def searched(self, people: list[Person]) -> dict[str, list[Hit]]:
        """The hits by place: output, action server, answers, files, and counts and Redis where there are any."""
        found = {
            "output": searching.in_bytes("output", self._output(), people),
            "action server": searching.in_bytes("action server", b"".join(self.requests), people),
            "answers": searching.in_bytes("answers", b"\n".join(self.caller.heard), people),
            "files": [
                hit
                for path in disk.changed(self._before, self._folders)
                if path != self.running.log_file
                for hit in searching.in_file(path, people)
            ],
        }
        if self._counts_port and self.running.rasa.poll() is None:
            found["counts"] = searching.in_bytes("counts", _asked(self._counts_port), people)
        if self._redis_port:
            found["Redis"] = searching.in_bytes("Redis", redis_place.held(self._redis_port), people)
        return found

    def left_in_memory(self, people: list[Person]) -> list[Hit]:
        """The hits in the memory of all processes that are still there after several looks."""
        for _ in range(_LOOKS):
            found = self.in_memory(people)
            if not found:
                break
            time.sleep(1.0)  # between two looks: the server lets go of what is done every second
        return found

    def in_memory(self, people: list[Person]) -> list[Hit]:
        """The hits in the memory of all processes at this moment."""
        return [hit for pid in self.running.processes().values() for hit in searching.in_memory(pid, people)]

    def _output(self) -> bytes:
        with self.running.log_file.open("rb") as file:
            file.seek(self._log_start)
            return file.read()


def _asked(port: int) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
        return bytes(answer.read())


def start(folder: Path, server_module: str, environment: dict[str, str]) -> tuple[Running, int]:
    """A Waymark of its own that counts; gives it and the port of its counts."""
    counts_port = free_port()
    counting = {"WAYMARK_COUNTS_PORT": str(counts_port), "WAYMARK_COUNTS_FILE": str(folder / "counts.csv")}
    return Running(folder, {**counting, **environment}, server_module), counts_port
