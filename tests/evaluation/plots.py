"""The plots of docs/understanding.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import roc_curve

from knowledge.library import library
from tests.evaluation.figures import Entry, right_behaviours

_DPI = 80
_BINS = 10


def confusion(entries: Sequence[Entry], file: Path) -> None:
    """Which subject a sentence is about (rows) and which subject is ranked first (columns), in per cent of the row."""
    subject = {one.id: one.subject for one in library().behaviours.values()}
    names = sorted(set(subject.values()))
    place = {name: number for number, name in enumerate(names)}
    counts = np.zeros((len(names), len(names)))
    for entry, found in entries:
        said = found.ids[0]
        meant = said if said in right_behaviours(entry) else entry["behaviour"]
        counts[place[subject[meant]], place[subject[said]]] += 1
    shares = 100 * counts / np.maximum(1, counts.sum(axis=1, keepdims=True))
    figure, axes = plt.subplots(figsize=(7.5, 6.5))
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=100)
    for row, column in zip(*np.nonzero(shares >= 0.5), strict=True):
        colour = "white" if shares[row, column] > 55 else "black"
        axes.text(column, row, f"{shares[row, column]:.0f}", ha="center", va="center", fontsize=7, color=colour)
    labels = [name.replace("_", " ") for name in names]
    axes.set_xticks(range(len(names)), labels, rotation=60, ha="right", fontsize=7)
    axes.set_yticks(range(len(names)), labels, fontsize=7)
    axes.set(xlabel="ranked first", ylabel="meant")
    _finish(figure, file)


def calibration(systems: Mapping[str, Sequence[Entry]], file: Path) -> None:
    """How often the first behaviour is right, by the score it was given."""
    figure, axes = plt.subplots(figsize=(5, 4.2))
    axes.plot([0, 1], [0, 1], color="#b1b4b6", linewidth=1)
    for name, entries in systems.items():
        scores, right = _first(entries)
        bins = np.minimum((scores * _BINS).astype(int), _BINS - 1)
        used = [b for b in range(_BINS) if (bins == b).sum() >= 5]
        axes.plot([scores[bins == b].mean() for b in used], [right[bins == b].mean() for b in used], "o-", label=name)
    axes.set(xlabel="score of the first behaviour", ylabel="share right", xlim=(0, 1), ylim=(0, 1))
    axes.legend(fontsize=8)
    _finish(figure, file)


def coverage(systems: Mapping[str, Sequence[Entry]], file: Path) -> None:
    """How often the first behaviour is right when only the surest so many are answered."""
    figure, axes = plt.subplots(figsize=(5, 4.2))
    for name, entries in systems.items():
        scores, right = _first(entries)
        sorted_right = right[np.argsort(-scores)]
        covered = np.arange(1, len(right) + 1) / len(right)
        axes.plot(covered[20:], (np.cumsum(sorted_right) / np.arange(1, len(right) + 1))[20:], label=name)
    axes.set(xlabel="share of sentences answered, surest first", ylabel="share right", xlim=(0, 1), ylim=(0, 1.01))
    axes.legend(fontsize=8, loc="lower left")
    _finish(figure, file)


def in_scope(systems: Mapping[str, tuple[Sequence[Entry], Sequence[Entry]]], file: Path) -> None:
    """ROC of the in-scope score: worries kept against other messages let in."""
    figure, axes = plt.subplots(figsize=(5, 4.2))
    for name, (inside, outside) in systems.items():
        scores = [found.in_scope for _, found in (*inside, *outside)]
        false, true, _ = roc_curve([1] * len(inside) + [0] * len(outside), scores)
        axes.plot(false, true, label=name)
    axes.set(
        xlabel="other messages taken as in scope", ylabel="worries taken as in scope", xlim=(-0.01, 1), ylim=(0, 1.01)
    )
    axes.legend(fontsize=8, loc="lower right")
    _finish(figure, file)


def _first(entries: Sequence[Entry]) -> tuple[np.ndarray, np.ndarray]:
    scores = np.array([found.behaviours[0][1] if found.behaviours else 0.0 for _, found in entries])
    right = np.array([bool(found.ids and found.ids[0] in right_behaviours(entry)) for entry, found in entries])
    return scores, right.astype(float)


def _finish(figure: Any, file: Path) -> None:
    figure.tight_layout()
    figure.savefig(file, dpi=_DPI, metadata={"Software": None})
    plt.close(figure)
