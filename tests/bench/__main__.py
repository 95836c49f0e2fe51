"""`make bench`: what a call costs, beside the stock project, on this machine, in one run. Asserts nothing.

Every figure is kept in `.waymark/bench/results.json` as soon as it is there; docs/performance.md and its plots are made
from that file at the end, or from what there is with `--only report`. Run it on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench import floor, measuring, resources, turns
from tests.bench.load import Make, as_fast_as_it_goes, run
from tests.bench.mix import people
from tests.bench.report import write
from tests.bench.systems import Echo, OneProcess, Stock, System, TwoProcesses
from tests.bench.talkers import EchoTalker, StockTalker, WaymarkTalker, keep, kept
from tests.evaluation import stock
from tests.running import ROOT

WORK = ROOT / ".waymark" / "bench"
RATES = [5.0, 10, 25, 50, 75, 100, 150, 200, 250, 300, 400, 500]
CLIENTS = 50
PARTS = ("one", "two", "stock", "floor", "train", "report")


class Bench:
    """One run: its options, and the results so far."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.file = WORK / "results.json"
        WORK.mkdir(parents=True, exist_ok=True)
        self.results: dict[str, Any] = json.loads(self.file.read_text()) if self.file.is_file() else {}
        self.heard = WORK / "heard.json"

    def note(self, system: str, **found: Any) -> None:
        """Keep what was found about one system."""
        self.results.setdefault(system, {}).update(found)
        self.results["machine"] = _machine()
        self.results["options"] = {k: v for k, v in vars(self.options).items() if k not in ("only",)}
        self.file.write_text(json.dumps(self.results, indent=1), encoding="utf-8")

    def waymark(self, key: str, start: Callable[[Path], System]) -> None:
        """All measurements of one of the product's two forms."""
        system = self.started(key, start)
        try:
            seeds = iter(range(10_000))
            heard: list[list[list[str]]] = []
            say("  what people say ...")
            run(as_fast_as_it_goes(lambda: WaymarkTalker(system.address, people(next(seeds)), heard), 4, calls=600))
            keep(heard, self.heard)
            self.measure(key, system, lambda: WaymarkTalker(system.address, people(next(seeds))))
            if key == "one":
                self.note(key, by_turn=measuring.by_turn(turns.of_waymark(system.address), say, 100, self.options.runs))
        finally:
            system.stop()

    def stock(self) -> None:
        """The same measurements of the stock project."""
        epochs, every = self.options.stock_epochs, self.options.stock_every
        model, seconds = stock.trained(epochs, every)
        self.note("stock", trained=seconds, epochs=epochs, every=every)
        system = self.started("stock", lambda folder: Stock(folder, model))
        try:
            conversations = kept(self.heard)
            self.measure("stock", system, lambda: StockTalker(system.address, conversations))
            self.note("stock", by_turn=measuring.by_turn(turns.of_stock(system.address), say, 100, self.options.runs))
        finally:
            system.stop()

    def started(self, key: str, start: Callable[[Path], System]) -> System:
        """Start a system on an empty folder; keep how long it took and what it takes."""
        shutil.rmtree(WORK / key, ignore_errors=True)
        system = start(WORK / key)
        found = {"started": system.started, "resident_mb": resources.resident_mb(system.pids())}
        self.note(key, name=system.name, **found, own_mb=resources.own_mb(system.pids()))
        say(f"{system.name}: answers after {system.started:.1f} s, {found['resident_mb']:.0f} MB resident")
        return system

    def measure(self, key: str, system: System, make: Make) -> None:
        """Throughput, latency against load, memory."""
        options = self.options
        self.note(key, at_most=measuring.at_most(make, system, CLIENTS, options.seconds, options.runs, say))
        self.note(key, against_load=measuring.against_load(make, RATES, options.seconds, say))
        if key != "two":
            self.note(
                key,
                memory=measuring.memory(make, system, options.stock_calls if key == "stock" else options.calls, say),
            )

    def floor(self) -> None:
        """What nothing on these parts can be faster than."""
        system = self.started("echo", Echo)
        try:
            make = lambda: EchoTalker(system.address)  # noqa: E731
            self.note(
                "echo", at_most=measuring.at_most(make, system, CLIENTS, self.options.seconds, self.options.runs, say)
            )
            self.note("echo", against_load=measuring.against_load(make, [50.0], self.options.seconds, say))
        finally:
            system.stop()
        self.note("floor", **floor.measure(say))

    def train(self) -> None:
        """Waymark's own training from nothing, into a place of its own."""
        from bot.train import train

        with tempfile.TemporaryDirectory(dir=WORK) as folder:
            begun = time.monotonic()
            train(Path(folder) / "waymark.tar.gz", ROOT, sys.stdout)
            self.note("one", trained=time.monotonic() - begun)


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)


def _machine() -> dict[str, Any]:
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        "unknown",
    )
    load = os.getloadavg()[0]
    return {
        "cores": len(os.sched_getaffinity(0)),
        "processor": model,
        "load_before": load,
        "at": time.strftime("%Y-%m-%d"),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the parts that are asked for. Gives the exit status: 1 when a part failed; the others still run."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--seconds", type=float, default=15.0, help="of each step of the load")
    parser.add_argument("--calls", type=int, default=20_000, help="for the memory figure (100000 for the record)")
    parser.add_argument("--runs", type=int, default=5, help="of the throughput, and conversations of 100 turns")
    parser.add_argument(
        "--stock-calls", type=int, default=600, help="for the stock project's memory figure: it is slow"
    )
    parser.add_argument(
        "--stock-epochs", type=int, default=stock.EPOCHS, help="fewer train sooner; the page says how many"
    )
    parser.add_argument(
        "--stock-every", type=int, default=1, help="train the stock project on each so-manieth sentence"
    )
    parser.add_argument("--only", nargs="*", default=list(PARTS), choices=PARTS)
    options = parser.parse_args(arguments)
    bench = Bench(options)
    parts: dict[str, Callable[[], None]] = {
        "one": lambda: bench.waymark("one", OneProcess),
        "two": lambda: bench.waymark("two", TwoProcesses),
        "stock": bench.stock,
        "floor": bench.floor,
        "train": bench.train,
        "report": lambda: write(bench.results, ROOT / "docs"),
    }
    failed = []
    for part in options.only:
        begun = time.monotonic()
        try:
            parts[part]()
        except Exception as error:  # what was measured so far is kept, and the next part is measured
            failed.append(part)
            say(f"{part}: failed ({type(error).__name__}: {error})")
        say(f"{part}: {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
