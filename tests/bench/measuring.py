"""The single measurements, each on a system that is running already."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Callable

import numpy as np

from tests.bench import resources
from tests.bench.client import Client
from tests.bench.load import Make, as_fast_as_it_goes, offered, run
from tests.bench.systems import System
from tests.bench.turns import Turn

Say = Callable[[str], None]
_GAVE_UP = 0.9  # of what was offered: less than that gets through and it is more than the system can take


def against_load(make: Make, rates: list[float], seconds: float, say: Say) -> list[dict[str, float]]:
    """Latency at each offered rate (calls a second) up to the first that is more than the system can take."""
    found = []
    for rate in rates:
        summary = {"offered": rate, **run(offered(make, rate, seconds)).summary()}
        found.append(summary)
        say(f"  {rate:5.0f} calls/s offered: {summary['per_second']:6.1f} answered, {_times(summary)}")
        begun = summary["calls"] / seconds  # chance makes it a little more or less than the rate
        if summary["per_second"] < _GAVE_UP * min(rate, begun) or summary["failed"] > 0.02 * summary["calls"]:
            break
    return found


def at_most(make: Make, system: System, clients: int, seconds: float, runs: int, say: Say) -> dict[str, float]:
    """What gets through with so many people at once, and the processor time of each call by kind of process: the median
    of several runs, with the `least` and the `most` that got through in one of them.
    """
    run(as_fast_as_it_goes(make, clients, seconds=min(5.0, seconds / 2)))
    every = sorted(
        (_at_once(make, system, clients, seconds, say) for _ in range(runs)), key=lambda one: one["per_second"]
    )
    return {**every[len(every) // 2], "least": every[0]["per_second"], "most": every[-1]["per_second"]}


def _at_once(make: Make, system: System, clients: int, seconds: float, say: Say) -> dict[str, float]:
    before = {name: resources.cpu_seconds(pids) for name, pids in system.processes().items()}
    measured = run(as_fast_as_it_goes(make, clients, seconds=seconds))
    summary = measured.summary()
    for name, pids in system.processes().items():
        spent = resources.cpu_seconds(pids) - before.get(name, 0.0)
        summary[f"cpu_ms {name}"] = 1000 * spent / max(1, measured.calls)
    summary["cpu_ms"] = sum(value for name, value in summary.items() if name.startswith("cpu_ms "))
    say(
        f"  {clients} people at once: {summary['per_second']:6.1f} calls/s, {_times(summary)}, {summary['cpu_ms']:.1f} ms of processor a call"
    )
    return summary


def by_turn(ask: Callable[[Client], Turn], say: Say, turns: int, runs: int) -> list[float]:
    """Milliseconds of turn 1, 2, ... of one conversation: the median of several, one after the other."""

    async def one_run() -> list[float]:
        async with Client() as client:
            turn = ask(client)
            await turn(0)
            times = []
            for number in range(1, turns + 1):
                begun = time.perf_counter()
                await turn(number)
                times.append(1000 * (time.perf_counter() - begun))
            return times

    every = [asyncio.run(one_run()) for _ in range(runs)]
    medians = [statistics.median(times) for times in zip(*every, strict=True)]
    say(f"  first ten turns {np.median(medians[:10]):.1f} ms, last ten of {turns} {np.median(medians[-10:]):.1f} ms")
    return medians


def memory(make: Make, system: System, calls: int, say: Say, points: int = 20) -> list[dict[str, float]]:
    """Resident memory while `calls` calls go through, at so many points of it."""
    found = [_memory(system, 0)]
    for point in range(points):
        measured = run(as_fast_as_it_goes(make, 20, calls=calls // points))
        found.append(_memory(system, int(found[-1]["calls"]) + measured.calls))
        if point % 5 == 4:
            say(f"  after {found[-1]['calls']:8,.0f} calls: {found[-1]['resident_mb']:.0f} MB")
    return found


def _memory(system: System, calls: int) -> dict[str, float]:
    pids = system.pids()
    return {"calls": calls, "resident_mb": resources.resident_mb(pids), "own_mb": resources.own_mb(pids)}


def _times(summary: dict[str, float]) -> str:
    return f"p50 {summary['p50']:.1f} ms, p95 {summary['p95']:.1f} ms, p99 {summary['p99']:.1f} ms, {summary['failed']:.0f} failed"
