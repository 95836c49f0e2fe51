"""Load and what comes of it.

`offered` is open: calls begin when they are due, whatever became of those before, and the time of a call is counted
from when it was due. A client that waits for an answer before it sends the next call measures a slow server too kindly
(coordinated omission). `as_fast_as_it_goes` is closed: so many people, each with one call at a time; it finds the most
that gets through.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections import deque
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tests.bench.client import ANSWER_SECONDS, Client
from tests.bench.talkers import Talker

Make = Callable[[], Talker]


@dataclass
class Measured:
    """Seconds of every call by its kind; how many were not answered well; how long it all took."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    failed: int = 0
    lasted: float = 0.0

    @property
    def calls(self) -> int:
        """How many calls were answered well."""
        return sum(len(times) for times in self.seconds.values())

    @property
    def per_second(self) -> float:
        """Calls answered well in a second."""
        return self.calls / self.lasted if self.lasted else 0.0

    def percentile(self, share: float, kind: str | None = None) -> float:
        """Milliseconds within which `share` per cent of the calls (of one kind) were answered; nan without any."""
        times = self.seconds.get(kind, []) if kind else [one for many in self.seconds.values() for one in many]
        return float(np.percentile(times, share) * 1000) if times else float("nan")

    def note(self, kind: str, well: bool, seconds: float) -> None:
        """Count one call."""
        if well:
            self.seconds.setdefault(kind, []).append(seconds)
        else:
            self.failed += 1

    def summary(self) -> dict[str, float]:
        """The figures that are kept."""
        found = {f"p{share}": self.percentile(share) for share in (50, 95, 99)}
        found |= {
            f"{kind}_p50": self.percentile(50, kind) for kind in ("open", "click", "text") if kind in self.seconds
        }
        return {"per_second": self.per_second, "calls": self.calls, "failed": self.failed, **found}


async def offered(make: Make, rate: float, seconds: float, warm_up: float = 3.0, seed: int = 1) -> Measured:
    """`rate` calls a second at random moments (a Poisson process) for `seconds`, after a warm-up that is not counted."""
    measured, chance = Measured(), random.Random(seed)
    idle: deque[Talker] = deque()
    under_way: set[asyncio.Task[None]] = set()
    async with Client() as http:
        begun = time.perf_counter()
        due, counted_from, over = begun, begun + warm_up, begun + warm_up + seconds

        async def one(talker: Talker, due: float) -> None:
            kind, well = await talker.step(http)
            if due >= counted_from:
                measured.note(kind, well, time.perf_counter() - due)
            idle.append(talker)

        while due < over:
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            task = asyncio.create_task(one(idle.popleft() if idle else make(), due))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            due += chance.expovariate(rate)
        if under_way:
            await asyncio.wait(under_way, timeout=ANSWER_SECONDS)
            for task in under_way:
                task.cancel()
            measured.failed += len(under_way)
        measured.lasted = max(seconds, time.perf_counter() - counted_from)
    return measured


async def as_fast_as_it_goes(make: Make, clients: int, seconds: float = 0, calls: int = 0) -> Measured:
    """`clients` people at once for `seconds`, or until `calls` have been made."""
    measured, left = Measured(), calls
    async with Client() as http:
        begun = time.perf_counter()

        async def one() -> None:
            nonlocal left
            talker = make()
            while (time.perf_counter() - begun < seconds) if seconds else left > 0:
                left -= 1
                sent = time.perf_counter()
                kind, well = await talker.step(http)
                measured.note(kind, well, time.perf_counter() - sent)
                if not well:
                    await asyncio.sleep(0.05)

        await asyncio.gather(*(one() for _ in range(clients)))
        measured.lasted = time.perf_counter() - begun
    return measured


def run(measuring: Coroutine[Any, Any, Measured]) -> Measured:
    """Run one measurement on the fastest event loop there is."""
    with contextlib.suppress(ImportError):
        import uvloop

        uvloop.install()
    return asyncio.run(measuring)
