"""The plots of docs/performance.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt

_COLOURS = {"one": "#1d70b8", "two": "#00703c", "stock": "#b58840"}
_DPI = 80


def latency(results: dict[str, Any], file: Path) -> None:
    """p50 and p95 against the load that is offered."""
    figure, axes = plt.subplots(figsize=(7, 4))
    for key, colour in _COLOURS.items():
        steps = results.get(key, {}).get("against_load", [])
        if steps:
            rates = [step["offered"] for step in steps]
            axes.plot(
                rates, [step["p50"] for step in steps], color=colour, marker="o", label=f"{results[key]['name']}, p50"
            )
            axes.plot(rates, [step["p95"] for step in steps], color=colour, marker="o", linestyle="--", label="p95")
    axes.set(xlabel="calls offered a second", ylabel="milliseconds", yscale="log", xscale="log")
    _finish(figure, axes, file)


def memory(results: dict[str, Any], file: Path) -> None:
    """Resident memory while calls go through."""
    figure, axes = plt.subplots(figsize=(7, 3.2))
    for key, colour in _COLOURS.items():
        points = results.get(key, {}).get("memory", [])
        if points:
            calls, resident = [p["calls"] for p in points], [p["resident_mb"] for p in points]
            axes.plot(calls, resident, color=colour, label=results[key]["name"])
    axes.set(xlabel="calls answered", ylabel="MB resident", ylim=(0, None))
    _finish(figure, axes, file)


def turns(results: dict[str, Any], file: Path) -> None:
    """Milliseconds of each turn of one conversation."""
    figure, axes = plt.subplots(figsize=(7, 3.2))
    for key, colour in _COLOURS.items():
        times = results.get(key, {}).get("by_turn", [])
        if times:
            axes.plot(range(1, len(times) + 1), times, color=colour, label=results[key]["name"])
    axes.set(xlabel="turn of the conversation", ylabel="milliseconds", ylim=(0, None))
    _finish(figure, axes, file)


def _finish(figure: Any, axes: Any, file: Path) -> None:
    axes.grid(alpha=0.3)
    if axes.lines:
        axes.legend(fontsize=8)
    figure.tight_layout()
    figure.savefig(file, dpi=_DPI, metadata={"Software": None})
    plt.close(figure)
