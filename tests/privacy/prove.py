"""The long canary proof: `python -m tests.privacy.prove` (`make privacy`).

Many invented people go through every field, path, fault and crash of a deployment with all its parts: nginx and Redis with
the files of deploy/, the Rasa server, the action server, the counts. A table says what was searched and what was found in
each place. Ends with 1 when anything was found anywhere, the memory included.
"""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.bench.resources import family
from tests.nginx_server import NginxServer
from tests.privacy import deployment, searching
from tests.privacy.canaries import invent
from tests.privacy.deployment import Places
from tests.privacy.searching import Hit
from tests.redis_server import RedisServer
from tests.running import Running

ALL_FORMS = ("as typed", "lower case", "upper case", "UTF-16", "UTF-32", "URL", "URL form", "hex")


def prove(people: int, folder: Path) -> dict[str, list[Hit]]:
    """The hits by place, after `people` have gone through everything."""
    for part in ("redis", "nginx", "waymark"):
        (folder / part).mkdir()
    redis = RedisServer(folder / "redis")
    running, counts_port = deployment.start(folder / "waymark", "bot.server", {"REDIS_URL": redis.url})
    nginx = NginxServer(folder / "nginx", [running.port])
    try:
        places = Places(running, counts_port, redis.port, nginx.address, libraries=True)
        invented = [invent() for _ in range(people)]
        for number, person in enumerate(invented, 1):
            begun = time.monotonic()
            places.go_through_everything(person)
            print(f"  person {number} of {people} ({time.monotonic() - begun:.0f} s)", flush=True)
        print("  searching all places ...", flush=True)
        found = places.searched(invented)
        time.sleep(3.0)  # the server lets go of what is done every second
        for name, pids in _processes(running, nginx, redis).items():
            print(f"  searching the memory of {name} ...", flush=True)
            found[f"memory: {name}"] = [hit for pid in pids for hit in searching.in_memory(pid, invented, ALL_FORMS)]
        print("  a crash in the middle of a message ...", flush=True)
        found["after a crash"] = crash(running, places)
    finally:
        nginx.stop()
        running.stop()
        redis.stop()
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
    lines = [f"{'place':24}{'found':>6}"]
    for place, hits in found.items():
        kinds = Counter(f"{hit.field}, {hit.form}" for hit in hits)
        said = "  " + "; ".join(f"{kind} x{number}" for kind, number in kinds.most_common(4)) if kinds else ""
        lines.append(f"{place:24}{len(hits):>6}{said}")
    return "\n".join(lines)


def _processes(running: Running, nginx: NginxServer, redis: RedisServer) -> dict[str, list[int]]:
    return {
        **{name: [pid] for name, pid in running.processes().items()},
        "nginx": family(nginx.pid),
        "Redis": [redis.pid],
    }


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
