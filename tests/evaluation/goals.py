"""What the understanding is to reach on sentences it has never seen, and what of it is not reached."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """A bound for a row of the main table: at least, or at most."""

    bound: float
    at_most: bool = False

    def reached(self, value: float) -> bool:
        """Whether a figure is as good as wanted."""
        return value <= self.bound if self.at_most else value >= self.bound

    def __str__(self) -> str:
        return f"{'at most' if self.at_most else 'at least'} {100 * self.bound:.0f} %"


_RECALL, _ALARMS = Goal(0.99), Goal(0.03, at_most=True)
GOALS: Mapping[str, Goal] = {
    "right behaviour first": Goal(0.85),
    "right behaviour among the first three": Goal(0.95),
    "in scope or not, AUROC": Goal(0.95),
    "urgent messages: a right route fires": _RECALL,
    "urgent messages: any urgent route fires": _RECALL,
    "false alarms on near misses": _ALARMS,
    "hard urgent messages: any urgent route fires": _RECALL,
    "false alarms on hard near misses": _ALARMS,
    "ages exact": Goal(0.98),
    "areas exact": Goal(0.99),
    "factors, F1 over all": Goal(0.90),
    "role": Goal(0.85),
    "identifying details found": Goal(0.95),
    "identifying, false alarms": Goal(0.01, at_most=True),
}
P50, P95 = 12.0, 25.0  # milliseconds of one text on one core


def short_of(values: Mapping[str, float], p50: float, p95: float) -> list[str]:
    """One line for each figure that falls short."""
    lines = [
        f"{name}: {100 * values[name]:.1f} %, wanted {goal}"
        for name, goal in GOALS.items()
        if name in values and not goal.reached(values[name])
    ]
    times = [("half of all texts", p50, P50), ("95 of 100 texts", p95, P95)]
    return lines + [f"{what}: {took:.1f} ms, wanted at most {most:.0f} ms" for what, took, most in times if took > most]
