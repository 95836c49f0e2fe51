"""docs/understanding.md, from the tables of one run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.figures import Figure

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


def write(
    file: Path,
    of: str,
    main: Table,
    recall: Table,
    alarms: Table,
    factors: Table,
    robust: dict[str, Table],
    confusions: Sequence[tuple[str, str, int]],
    stock_epochs: int,
) -> None:
    """Write the page; the plots stand beside it in `figures/`."""
    lines = [
        "# How well it understands",
        "",
        f"`make evaluate` measured this on the sentences of `tests/evaluation/{of}/`, which were written apart from the "
        "training sentences and are never trained on. Each figure has its 95 % interval by the bootstrap and the number it "
        "rests on. All systems are trained on the same sentences (`data/nlu/`); stock Rasa is the pipeline of `rasa init`, "
        f"trained for {stock_epochs} epochs (it comes with 100). "
        "A dash: the system has nothing that could say it, as the sentences do not teach it.",
        "",
        *main.markdown(),
        "",
        "For a system that only sorts messages under labels, a route fires when it is the likeliest label.",
        "",
        "![Subjects taken for each other](figures/understanding_confusion.png)",
        "",
        "Behaviours taken for each other most often (meant, ranked first, times): "
        + "; ".join(f"`{meant}`, `{said}`, {count}" for meant, said, count in confusions)
        + ".",
        "",
        "![How often a score is right](figures/understanding_calibration.png)",
        "![Right when only the surest are answered](figures/understanding_coverage.png)",
        "![In scope or not](figures/understanding_in_scope.png)",
        "",
        "## Messages as a tired person sends them",
        "",
    ]
    for name, title in _ROBUST.items():
        lines += [f"### {title}", "", *robust[name].markdown(), ""]
    lines += ["## The safety net, route by route", "", "A right route fires:", "", *recall.markdown(), ""]
    lines += ["False alarms on messages that resemble one:", "", *alarms.markdown(), ""]
    lines += ["## Factors", "", "F1 of yes and no together:", "", *factors.markdown()]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cell(figure: Figure | None) -> str:
    return "-" if figure is None or figure.n == 0 else str(figure)
