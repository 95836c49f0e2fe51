"""The long canary proof: `python -m tests.privacy.prove` (`make privacy`).

Many invented people go through every field, path, fault and crash of a deployment with all its parts; a table says what was
searched and what was found in each place. Ends with 1 when anything was found anywhere, the memory included.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.processes import free_port
from tests.privacy import deployment, searching
from tests.privacy.canaries import invent
from tests.privacy.deployment import Places
from tests.privacy.searching import Hit
from tests.running import Running

ALL_FORMS = ("as typed", "lower case", "upper case", "UTF-16", "UTF-32", "URL", "URL form", "hex")
_PLACES = ("output", "action server", "answers", "files", "counts", "Redis", "memory", "after a crash")


@contextmanager
def redis_server() -> Iterator[int]:
    """A Redis that keeps nothing on disk; gives its port."""
    port = free_port()
    arguments = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    server = subprocess.Popen(arguments, stdout=subprocess.DEVNULL)
    try:
        yield port
    finally:
        server.terminate()
        server.wait()


def prove(people: int, folder: Path) -> dict[str, list[Hit]]:
    """The hits by place, after `people` have gone through everything."""
    found: dict[str, list[Hit]] = {place: [] for place in _PLACES}
    with redis_server() as redis_port:
        environment = {"REDIS_URL": f"redis://127.0.0.1:{redis_port}/0"}
        running, counts_port = deployment.start(folder, "bot.server", environment)
        try:
            invented = [invent() for _ in range(people)]
            places = Places(running, counts_port, redis_port)
            for number, person in enumerate(invented, 1):
                begun = time.monotonic()
                places.go_through_everything(person)
                print(f"  person {number} of {people} ({time.monotonic() - begun:.0f} s)", flush=True)
            print("  searching all places ...", flush=True)
            found.update(places.searched(invented))
            print("  searching the memory of both processes ...", flush=True)
            for process in (running.rasa, running.actions):
                found["memory"] += searching.in_memory(process.pid, invented, ALL_FORMS)
            print("  a crash in the middle of a message ...", flush=True)
            found["after a crash"] = crash(running, places)
        finally:
            running.stop()
    return found


def crash(running: Running, places: Places) -> list[Hit]:
    """What is found anywhere after the server has been killed by a fault while it held somebody's words."""
    person = invent()
    session = places.caller.open(audience="parent")
    sender = os.fork()
    if not sender:  # a child that speaks and is not heard to the end
        try:
            places.caller.say(session, person.story)
        finally:
            os._exit(0)
    time.sleep(0.05)
    os.kill(running.rasa.pid, signal.SIGABRT)
    os.waitpid(sender, 0)
    running.rasa.wait()
    return [hit for hits in places.searched([person]).values() for hit in hits]


def table(found: dict[str, list[Hit]]) -> str:
    """A line for each place."""
    lines = [f"{'place':16}{'found':>6}"]
    for place, hits in found.items():
        kinds = Counter(f"{hit.field}, {hit.form}" for hit in hits)
        said = "  " + "; ".join(f"{kind} x{number}" for kind, number in kinds.most_common(4)) if kinds else ""
        lines.append(f"{place:16}{len(hits):>6}{said}")
    return "\n".join(lines)


def main() -> int:
    """Run the proof and print the table. Gives the exit status."""
    options = argparse.ArgumentParser(prog="python -m tests.privacy.prove", description=__doc__)
    options.add_argument("--people", type=int, default=5)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="waymark-privacy-") as folder:
        found = prove(given.people, Path(folder))
    print(table(found))
    return 1 if any(found.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
