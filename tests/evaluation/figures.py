"""Every figure with its 95 % interval by the bootstrap: the sentences drawn again, a thousand times."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from tests.evaluation.found import Found

DRAWS = 1000
Entry = tuple[dict[str, Any], Found]


@dataclass(frozen=True)
class Figure:
    """A figure from 0 to 1, its interval, and how many sentences it rests on."""

    value: float
    low: float
    high: float
    n: int

    def __str__(self) -> str:
        return f"{100 * self.value:.1f} % ({100 * self.low:.1f} to {100 * self.high:.1f}; {self.n})"


def share(hits: Iterable[bool]) -> Figure:
    """The share of hits."""
    return drawn(np.array(list(hits), dtype=float), lambda values: float(values.mean()))


def drawn(values: np.ndarray, statistic: Callable[[np.ndarray], float]) -> Figure:
    """A statistic of sentences (rows)."""
    if not len(values):
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    chance = np.random.default_rng(0)
    many = [statistic(values[chance.integers(0, len(values), len(values))]) for _ in range(DRAWS)]
    low, high = np.nanpercentile(many, [2.5, 97.5])
    return Figure(statistic(values), float(low), float(high), len(values))


def auroc(inside: Sequence[float], outside: Sequence[float]) -> Figure:
    """How well a score parts those inside from those outside."""
    a, b = np.array(inside), np.array(outside)
    chance = np.random.default_rng(0)
    many = [_auroc(chance.choice(a, len(a)), chance.choice(b, len(b))) for _ in range(DRAWS)]
    low, high = np.percentile(many, [2.5, 97.5])
    return Figure(_auroc(a, b), float(low), float(high), len(a) + len(b))


def right_behaviours(entry: dict[str, Any]) -> set[str]:
    """The behaviours that are right for a sentence."""
    return {entry["behaviour"], *entry.get("also", []), *([entry["second"]] if "second" in entry else [])}


def first(entries: Sequence[Entry], among: int = 1) -> Figure:
    """A right behaviour among the first so many."""
    return share(bool(right_behaviours(entry) & set(found.ids[:among])) for entry, found in entries)


def fires(entries: Sequence[Entry], urgent: Sequence[str]) -> Figure:
    """Of messages whose first route is one of `urgent`, how many fire a route that is right for them."""
    return share(bool(set(e["routes"]) & found.routes) for e, found in entries if e["routes"][0] in urgent)


def fires_anything(entries: Sequence[Entry], urgent: Sequence[str]) -> Figure:
    """Of the same messages, how many fire any urgent route: the triage stops and people are named."""
    return share(bool(set(urgent) & found.routes) for e, found in entries if e["routes"][0] in urgent)


def false_alarms(entries: Sequence[Entry]) -> Figure:
    """Of messages that only resemble one, how many fire a route that they must not fire."""
    return share(bool(set(e["not"]) & found.routes) for e, found in entries)


def opens_urgent(entries: Sequence[Entry], urgent: Sequence[str]) -> Figure:
    """Of messages that were written for something else, how many fire any urgent route, rightly or not."""
    return share(bool(set(urgent) & found.routes) for _, found in entries)


def exact(entries: Sequence[Entry], name: str) -> Figure:
    """How often a fact is exactly as it should be."""
    return share(entry[name] == (found.facts or {})[name] for entry, found in entries)


def role(entries: Sequence[Entry]) -> Figure:
    """How often the role is right, or one that is equally so (`role_also`)."""
    return share(
        (found.facts or {})["role"] in (e["role"], *e.get("role_also", ())) for e, found in entries if "role" in e
    )


def factor_f1(entries: Sequence[Entry], slug: str | None = None) -> Figure:
    """F1 of one factor's yes and no, or of all (micro): hits, wrong, missed by sentence."""
    counts = np.array([_counts(entry, found, slug) for entry, found in entries], dtype=float)
    used = counts[counts.sum(axis=1) > 0] if slug else counts
    figure = drawn(used, _f1)
    return Figure(figure.value, figure.low, figure.high, int(used[:, [0, 2]].sum()) if len(used) else 0)


def identifying_found(entries: Sequence[Entry]) -> Figure:
    """Of all details that could identify someone, how many are marked at least in part."""
    return share(
        any(start < e["text"].index(span) + len(span) and e["text"].index(span) < end for start, end in _spans(found))
        for e, found in entries
        for span in e["spans"]
    )


def identifying_false(entries: Sequence[Entry]) -> Figure:
    """Of messages without any, how many are marked all the same."""
    return share(bool(_spans(found)) for e, found in entries if not e["spans"])


def _spans(found: Found) -> list[list[int]]:
    spans: list[list[int]] = (found.facts or {})["identifying"]
    return spans


def _counts(entry: dict[str, Any], found: Found, slug: str | None) -> tuple[int, int, int]:
    wanted, may, got = entry["factors"], entry.get("may", {}), (found.facts or {})["factors"]
    wanted = {s: v for s, v in wanted.items() if slug in (None, s)}
    got = {s: v for s, v in got.items() if slug in (None, s)}
    hit = sum(got.get(s) == v for s, v in wanted.items())
    return hit, sum(wanted.get(s) != v and may.get(s) != v for s, v in got.items()), len(wanted) - hit


def _f1(counts: np.ndarray) -> float:
    hit, wrong, missed = counts.sum(axis=0)
    return float(2 * hit / (2 * hit + wrong + missed)) if hit + wrong + missed else float("nan")


def _auroc(inside: np.ndarray, outside: np.ndarray) -> float:
    return float(roc_auc_score([1] * len(inside) + [0] * len(outside), np.concatenate([inside, outside])))
