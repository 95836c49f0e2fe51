"""docs/understanding.md, from the tables of one run."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.evaluation.baselines import PASSES, STEPS
from tests.evaluation.figures import Figure
from tests.evaluation.goals import short_of
from tests.evaluation.milliseconds import Milliseconds

_ROBUST = {
    "first": "Right behaviour first",
    "three": "Right behaviour among the first three",
    "urgent": "Urgent messages: any urgent route fires",
    "alarms": "False alarms on near misses",
    "ages": "Ages exact",
}


class Table:
    """Figures by row and system; a system that cannot be asked has none."""

    def __init__(self, systems: Sequence[str]) -> None:
        self.systems = list(systems)
        self.rows: list[tuple[str, list[Figure | None]]] = []

    def add(self, name: str, figures: Sequence[Figure | None]) -> None:
        """One more row."""
        self.rows.append((name, list(figures)))

    def plain(self) -> str:
        """For a terminal."""
        lines = [f"{'':42}" + "".join(f"{name:36}" for name in self.systems)]
        lines += [f"{name:42}" + "".join(f"{_cell(one):36}" for one in figures) for name, figures in self.rows]
        return "\n".join(line.rstrip() for line in lines)

    def markdown(self) -> list[str]:
        """For the page."""
        lines = [f"| | {' | '.join(self.systems)} |", "|---|" + "---|" * len(self.systems)]
        return lines + [f"| {name} | {' | '.join(map(_cell, figures))} |" for name, figures in self.rows]


@dataclass(frozen=True)
class Results:
    """Everything that one run found. `values` are Waymark's figures of the main table by row; `confusions` are meant, ranked
    first, how often, and the training sentences of each; `sizes` is how many sentences each file of the set has.
    """

    command: str
    folder: str
    sizes: Mapping[str, int]
    stock: str
    main: Table
    recall: Table
    alarms: Table
    factors: Table
    robust: Mapping[str, Table]
    confusions: Sequence[tuple[str, str, int, int, int]]
    milliseconds: Milliseconds
    values: Mapping[str, float]


def write(file: Path, results: Results) -> None:
    """Write the page; the plots stand beside it in `figures/`."""
    lines = [*_introduction(results), *results.main.markdown(), "", *_short(results), *_plots(), *_confusions(results)]
    lines += [
        "## Messages as a tired person sends them",
        "",
        "The same sentences with typing errors (one letter in fourteen), without punctuation, in lower case, and with what "
        "people say before and after.",
        "",
    ]
    for name, title in _ROBUST.items():
        lines += [f"### {title}", "", *results.robust[name].markdown(), ""]
    lines += ["## The safety net, route by route", "", "A right route fires:", "", *results.recall.markdown(), ""]
    lines += ["False alarms on messages that resemble one:", "", *results.alarms.markdown(), ""]
    lines += ["## Factors", "", "F1 of yes and no together:", "", *results.factors.markdown(), ""]
    lines += _where_the_time_goes(results.milliseconds)
    file.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def _introduction(results: Results) -> list[str]:
    sizes = ", ".join(f"{count} in `{name}`" for name, count in results.sizes.items())
    machine = f"{os.cpu_count()} cores ({platform.machine()})"
    return [
        "# How well it understands",
        "",
        "How well Waymark finds in a message what was seen, whether someone must be told at once, and what matters beside, "
        f"on {sum(results.sizes.values()):,} sentences that it has never seen: {sizes}.",
        f"They stand in `tests/evaluation/{results.folder}/`, were written apart from the training sentences and are never "
        "trained on. They are invented: how real people write may differ.",
        "",
        f"This page was written by `{results.command}` on a machine with {machine}, all systems in one run. Each figure has its 95 % interval "
        "by the bootstrap and the number that it rests on. A dash: the system has nothing that could say it, as the sentences "
        "do not teach it.",
        "",
        "All are trained on the same sentences (`data/nlu/`):",
        "",
        "* **Waymark**: the product, one message at a time.",
        f"* **stock Rasa**: {results.stock}",
        "* **TF-IDF + logistic regression**: words, pairs of words and runs of two to four letters, weighted by rarity; one logistic "
        f"regression for each label against all others, by averaged stochastic gradient descent ({PASSES} passes; more "
        "change nothing).",
        f"* **encoder alone**: the vectors of Waymark's sentence encoder and one logistic regression over all labels ({STEPS} steps of "
        "L-BFGS).",
        "",
        "For a system that only sorts messages under labels, a route fires when it is the likeliest label, and a message is as much "
        "in scope as its labels of behaviours, near misses and routes are likely together.",
        "",
        "## In all",
        "",
    ]


def _short(results: Results) -> list[str]:
    found = short_of(results.values, results.milliseconds.p50, results.milliseconds.p95)
    if not found:
        return ["Nothing that we want of it falls short here.", ""]
    return ["What falls short of what we want:", "", *(f"* {line}" for line in found), ""]


def _plots() -> list[str]:
    return [
        "## Subjects, scores, and what is in scope",
        "",
        "![Subjects taken for each other](figures/understanding_confusion.png)",
        "",
        "Which subject a sentence is about, and which is ranked first, in per cent of the row.",
        "",
        "![How often a score is right](figures/understanding_calibration.png)",
        "![Right when only the surest are answered](figures/understanding_coverage.png)",
        "![In scope or not](figures/understanding_in_scope.png)",
        "",
        "How often the first behaviour is right by its score; how often when only the surest are answered; worries kept against "
        "other messages let in.",
        "",
    ]


def _confusions(results: Results) -> list[str]:
    return [
        "### Behaviours taken for each other most often",
        "",
        "| meant | ranked first | times | training sentences of the one meant | of the other |",
        "|---|---|---|---|---|",
        *(
            f"| `{meant}` | `{said}` | {count} | {of_meant} | {of_said} |"
            for meant, said, count, of_meant, of_said in results.confusions
        ),
        "",
        "Whoever writes to Waymark chooses from the first few: a behaviour that is only ranked first is never taken as said.",
        "",
    ]


def _where_the_time_goes(milliseconds: Milliseconds) -> list[str]:
    total = sum(milliseconds.parts.values())
    parts = sorted(milliseconds.parts.items(), key=lambda one: -one[1])
    return [
        "## Where the milliseconds go",
        "",
        f"One text on one core takes {milliseconds.p50:.1f} ms in the median and {milliseconds.p95:.1f} ms in 95 of 100 "
        f"({milliseconds.n} texts, read one after the other). The parts, each in its median, without the parts that it calls:",
        "",
        "| part | ms | share |",
        "|---|---|---|",
        *(f"| {name} | {took:.2f} | {100 * took / total:.0f} % |" for name, took in parts),
    ]


def _cell(figure: Figure | None) -> str:
    return "-" if figure is None or figure.n == 0 else str(figure)
