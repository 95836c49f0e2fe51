"""Many random walks, with a report: `python -m tests.scenarios.walk --walks 10000`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.running import Caller, Running
from tests.scenarios.walker import Astray, Walk, Walker


@dataclass
class Report:
    """What many walks were like."""

    walks: int = 0
    turns: int = 0
    longest: int = 0
    ends: dict[str, int] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)
    astray: list[tuple[Walk, str]] = field(default_factory=list)

    def add(self, walk: Walk, problem: str | None) -> None:
        """Count one walk."""
        turns = max(0, len(walk.exchanges) - 1)
        self.walks, self.turns, self.longest = self.walks + 1, self.turns + turns, max(self.longest, turns)
        if problem:
            self.astray.append((walk, problem))
            return
        self.ends[walk.end] = self.ends.get(walk.end, 0) + 1
        if walk.answers_to_result is not None:
            self.answers.setdefault(walk.door, []).append(walk.answers_to_result)

    def text(self) -> str:
        """A table to print."""
        ends = ", ".join(f"{count} with a {end}" for end, count in sorted(self.ends.items()))
        doors = ", ".join(f"{door} {median(found):g}" for door, found in sorted(self.answers.items()))
        return "\n".join(
            [
                f"{self.walks} walks, {self.turns} turns, the longest {self.longest}; {len(self.astray)} astray",
                f"ended: {ends or '-'}",
                f"median turns to the first result (of a child: to people to turn to), by door: {doors or '-'}",
            ]
        )


def one(caller: Caller, seed: int) -> tuple[Walk, str | None]:
    """A walk, and what went wrong in it."""
    walker = Walker(caller, seed)
    try:
        return walker.go(), None
    except Astray as astray:
        return walker.walk, str(astray)


def walks(caller: Caller, seeds: Iterable[int], clients: int = 1) -> Iterator[tuple[Walk, str | None]]:
    """Many walks, some of them at the same time, in the order of their seeds."""
    with ThreadPoolExecutor(clients) as pool:
        yield from pool.map(lambda seed: one(caller, seed), seeds)


def main() -> int:
    """Walk and print the report; the status is 1 when a walk went astray."""
    parser = argparse.ArgumentParser(prog="python -m tests.scenarios.walk", description=__doc__)
    parser.add_argument("--walks", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed; the others follow")
    parser.add_argument("--clients", type=int, default=4, help="walks at the same time")
    parser.add_argument("--server", help="a running Waymark; without it one is started")
    parser.add_argument("--show", type=int, default=3, help="how many of the walks that went astray are printed whole")
    given = parser.parse_args()
    if given.server:
        report = _report(Caller(given.server.rstrip("/")), given)
    else:
        with TemporaryDirectory() as folder:
            stack = Running(Path(folder))
            try:
                report = _report(Caller(stack.address), given)
            finally:
                stack.stop()
    for walk, problem in report.astray[: given.show]:
        print(f"\n{walk.text()}\nwalk {walk.seed}: {problem}", file=sys.stderr)
    print(report.text())
    return 1 if report.astray else 0


def _report(caller: Caller, given: argparse.Namespace) -> Report:
    report, told = Report(), time.monotonic()
    for walk, problem in walks(caller, range(given.seed, given.seed + given.walks), given.clients):
        report.add(walk, problem)
        if problem:
            print(f"  walk {walk.seed}: {problem}", flush=True)
        if time.monotonic() - told > 30:
            told = time.monotonic()
            print(f"  {report.walks} of {given.walks} walks, {len(report.astray)} astray", flush=True)
    return report


if __name__ == "__main__":
    raise SystemExit(main())
