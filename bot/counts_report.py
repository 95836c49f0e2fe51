"""One table, and a picture, for a partnership: `python -m bot.counts_report FILE ... [--month 2026-11] [--plot x.svg]`.

Several files (one for each server process) are added up. All numbers are multiples of five, and so are their sums.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from bot import counts_file
from bot.counts import VALUES, Cell
from bot.settings import BadSetting

_FILL = {"green": "#2e7d32", "amber": "#b26a00", "red": "#b3261e", "none": "#5f6368", "": "#1f5fa8"}
_PATTERN = {"green": "G", "amber": "A", "red": "R", "none": "-", "": ""}  # the colour is never told by colour alone
_BAR, _GAP, _LEFT, _WIDTH = 22, 10, 300, 900


def gathered(files: Sequence[Path], month: str | None) -> tuple[dict[Cell, int], tuple[str, ...]]:
    """The sum of all `files`, of one month or of all, and what they tell apart.

    Raises BadSetting for a file that is missing, broken, or tells apart other things than the first.
    """
    total: Counter[Cell] = Counter()
    by = _told_apart(files[0])
    for file in files:
        if not file.exists():
            raise BadSetting(f"{file.name} is not there.")
        total.update(counts_file.read(file, by))
    return {cell: number for cell, number in total.items() if month in (None, cell.month)}, by


def plot(counts: Mapping[Cell, int]) -> str:
    """A bar for each month and cell, as SVG with its numbers written out."""
    most = max(counts.values(), default=1)
    bars = [_bar(row, cell, number, most) for row, (cell, number) in enumerate(sorted(counts.items()))]
    height = 60 + len(bars) * (_BAR + _GAP) + 30
    note = "Results shown, in batches of five. What is under five is not shown and not in any total."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" role="img" '
        f'aria-label="{escape(note)}" font-family="sans-serif" font-size="14">\n'
        '<rect width="100%" height="100%" fill="#ffffff"/>\n'
        '<text x="16" y="30" font-size="18">Waymark: results by month</text>\n'
        + "".join(bars)
        + f'<text x="16" y="{height - 12}" fill="#444444">{escape(note)}</text>\n</svg>\n'
    )


def _bar(row: int, cell: Cell, number: int, most: int) -> str:
    top = 60 + row * (_BAR + _GAP)
    name = ", ".join(part for part in (cell.month, cell.colour, cell.audience, cell.area, cell.age_band) if part)
    width = max(2, round((_WIDTH - _LEFT - 90) * number / most))
    fill, letter = _FILL[cell.colour], _PATTERN[cell.colour]
    return (
        f'<text x="16" y="{top + 16}">{escape(name)}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{width}" height="{_BAR}" fill="{fill}"/>'
        f'<text x="{_LEFT + 6}" y="{top + 16}" fill="#ffffff">{letter}</text>'
        f'<text x="{_LEFT + width + 8}" y="{top + 16}">{number}</text>\n'
    )


def _told_apart(file: Path) -> tuple[str, ...]:
    try:
        head = file.read_text(encoding="utf-8").partition("\n")[0].split(",")
    except OSError as error:
        raise BadSetting(f"{file.name} cannot be read ({error.strerror}).") from None
    return tuple(field for field in VALUES if field in head)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table as CSV. Gives the exit status; what is wrong is one sentence on stderr."""
    options = argparse.ArgumentParser(prog="python -m bot.counts_report", description="Counts for a partnership.")
    options.add_argument("files", nargs="+", type=Path)
    options.add_argument("--month", help="only this month, such as 2026-11")
    options.add_argument("--plot", type=Path, help="also write a picture (SVG)")
    given = options.parse_args(arguments)
    try:
        counts, by = gathered(given.files, given.month)
    except BadSetting as problem:
        print(f"waymark: {problem}", file=sys.stderr)
        return 1
    print(counts_file.as_csv(counts, by), end="")
    if given.plot:
        given.plot.write_text(plot(counts), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
