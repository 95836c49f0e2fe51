"""The counts as a file: CSV with a line for each month and cell, all numbers multiples of five.

The same file is what a partnership is given and what the next process goes on from. Nothing that is not yet visible is
ever written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.counts import BATCH, FIELDS, VALUES, Cell
from bot.settings import BadSetting

_MONTH = re.compile(r"20\d\d-(0[1-9]|1[0-2])")


def fields_of(by: str) -> tuple[str, ...]:
    """`WAYMARK_COUNTS_BY`: what is told apart besides the month, such as "colour,area".

    Raises BadSetting for a field that does not exist.
    """
    named = tuple(part.strip() for part in by.split(",") if part.strip())
    if not named or not set(named) <= set(VALUES):
        raise BadSetting(f"WAYMARK_COUNTS_BY should name some of {', '.join(VALUES)}, with commas between.")
    return tuple(field for field in VALUES if field in named)


def as_csv(counts: Mapping[Cell, int], by: Iterable[str]) -> str:
    """The table, its columns the month, the fields told apart, and the number of results."""
    columns = ("month", *by)
    written = io.StringIO()
    table = csv.writer(written, lineterminator="\n")
    table.writerow((*columns, "results"))
    for cell, number in sorted(counts.items()):
        table.writerow((*(getattr(cell, column) for column in columns), number))
    return written.getvalue()


def read(path: Path, by: tuple[str, ...]) -> dict[Cell, int]:
    """What `path` holds; nothing when it is not there.

    Raises BadSetting when it is no table of ours, or one that tells other things apart: two tables of the same month
    could be subtracted from each other.
    """
    if not path.exists():
        return {}
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    columns = ("month", *by)
    if not rows or rows[0] != [*columns, "results"]:
        raise BadSetting(f"{path.name} should begin with {','.join(columns)},results: move it away to begin anew.")
    counts: dict[Cell, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        cell = _cell(dict(zip(columns, row, strict=False))) if len(row) == len(columns) + 1 else None
        number = int(row[-1]) if cell and row[-1].isascii() and row[-1].isdigit() else 0
        if cell is None or number <= 0 or number % BATCH or cell in counts:
            raise BadSetting(f"{path.name}, line {line}, should hold a month, known codes and a multiple of {BATCH}.")
        counts[cell] = number
    return counts


def write(path: Path, counts: Mapping[Cell, int], by: Iterable[str]) -> None:
    """Put the table where `path` says, whole or not at all, readable by its owner only. Raises OSError."""
    fresh = path.with_name(path.name + ".new")
    fresh.touch(mode=0o600)
    fresh.write_text(as_csv(counts, by), encoding="utf-8")
    fresh.replace(path)


def _cell(row: Mapping[str, str]) -> Cell | None:
    good = bool(_MONTH.fullmatch(row["month"]))
    good = good and all(row[field] in VALUES[field] for field in FIELDS[1:] if field in row)
    return Cell(**row) if good else None
