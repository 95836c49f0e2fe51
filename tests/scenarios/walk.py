"""Every path of choices down to a depth, and many random walks, with a report: `python -m tests.scenarios.walk --walks 10000`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.running import Caller, Running
from tests.scenarios.going import Astray, Walk
from tests.scenarios.paths import DEPTH, DOORS, every_path
from tests.scenarios.walker import Walker

Walked = tuple[Walk, str | None]
TELL_EVERY = 30.0  # seconds


@dataclass
class Report:
    """What many walks were like. `doors` counts them, `answers` are the turns to the first result, both by door."""

    walks: int = 0
    turns: int = 0
    longest: int = 0
    longest_name: str = "-"
    ends: dict[str, int] = field(default_factory=dict)
    doors: dict[str, int] = field(default_factory=dict)
    answers: dict[str, list[int]] = field(default_factory=dict)
    astray: list[tuple[Walk, str]] = field(default_factory=list)

    def add(self, walk: Walk, problem: str | None) -> None:
        """Count one walk."""
        turns = max(0, len(walk.exchanges) - 1)
        self.walks, self.turns = self.walks + 1, self.turns + turns
        self.doors[walk.door] = self.doors.get(walk.door, 0) + 1
        if turns > self.longest:
            self.longest, self.longest_name = turns, walk.name
        if problem:
            self.astray.append((walk, problem))
            return
        self.ends[walk.end] = self.ends.get(walk.end, 0) + 1
        if walk.answers_to_result is not None:
            self.answers.setdefault(walk.door, []).append(walk.answers_to_result)

    def text(self) -> str:
        """A few lines to print."""
        return "\n".join(
            [
                f"{self.walks} walks, {self.turns} turns; {len(self.astray)} astray",
                f"longest: {self.longest} turns ({self.longest_name})",
                f"ended: {_listed(self.ends)}",
                f"by door: {_listed(self.doors)}",
                "median turns to the first result (of a child: to people to turn to): "
                + _listed({door: f"{median(found):g}" for door, found in self.answers.items()}),
            ]
        )


def _listed(counts: dict[str, int] | dict[str, str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "-"


def one(caller: Caller, seed: int) -> Walked:
    """A random walk, and what went wrong in it."""
    walker = Walker(caller, seed)
    try:
        return walker.go(), None
    except Astray as astray:
        return walker.walk, str(astray)
    finally:
        walker.close()


def walks(caller: Caller, seeds: Iterable[int], clients: int = 1) -> Iterator[Walked]:
    """Many random walks, some of them at the same time, in the order of their seeds."""
    with ThreadPoolExecutor(clients) as pool:
        yield from pool.map(lambda seed: one(caller, seed), seeds)


def main() -> int:
    """Walk and print the reports; the status is 1 when a walk went astray."""
    parser = argparse.ArgumentParser(prog="python -m tests.scenarios.walk", description=__doc__)
    parser.add_argument("--walks", type=int, default=10_000, help="random walks")
    parser.add_argument("--seed", type=int, default=0, help="the first seed; the others follow")
    parser.add_argument("--depth", type=int, default=DEPTH, help="of the choice paths, all of which are gone; 0: none")
    parser.add_argument("--clients", type=int, default=4, help="walks at the same time")
    parser.add_argument("--server", help="a running Waymark; without it one is started")
    parser.add_argument("--show", type=int, default=3, help="how many of the walks that went astray are printed whole")
    given = parser.parse_args()
    if given.server:
        return _walk(Caller(given.server.rstrip("/")), given)
    with TemporaryDirectory() as folder:
        stack = Running(Path(folder))
        try:
            return _walk(Caller(stack.address), given)
        finally:
            stack.stop()


def _walk(caller: Caller, given: argparse.Namespace) -> int:
    reports = []
    if given.depth:
        paths = (walked for door in DOORS for walked in every_path(caller, door, given.depth, given.clients))
        reports.append(_report(f"Every choice path to depth {given.depth}, then on to an end", paths))
    if given.walks:
        seeds = range(given.seed, given.seed + given.walks)
        reports.append(_report(f"Random walks {seeds[0]} to {seeds[-1]}", walks(caller, seeds, given.clients)))
    astray = [one for report in reports for one in report.astray]
    for walk, problem in astray[: given.show]:
        print(f"\n{walk.text()}\n{walk.name}: {problem}", file=sys.stderr)
    return 1 if astray else 0


def _report(title: str, walked: Iterable[Walked], tell: Callable[[str], None] = print) -> Report:
    report, begun = Report(), time.monotonic()
    told = begun
    tell(f"{title} ...")
    for walk, problem in walked:
        report.add(walk, problem)
        if problem:
            tell(f"  {walk.name}: {problem}")
        if time.monotonic() - told > TELL_EVERY:
            told = time.monotonic()
            tell(f"  {report.walks} walks, {len(report.astray)} astray")
    took = time.monotonic() - begun
    tell(f"{report.text()}\n{took:.0f} s: {report.walks / took:.1f} walks and {report.turns / took:.0f} turns a second")
    return report


if __name__ == "__main__":
    raise SystemExit(main())
