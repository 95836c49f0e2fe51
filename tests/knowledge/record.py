"""The two tables that the content is held against: colours by age band, and what counts beside each behaviour.

`table_of_record.csv` is the table of record of the design. `factors_of_record.csv` is rule 3 written out, one line a
behaviour and one column a factor: `s` strong, `m` moderate, `h` held by the cell already (never asked, never counted),
`r` the adult route, empty not relevant. Whoever changes a colour or a relevance in the content changes it here as well,
on purpose.
"""

from __future__ import annotations

import csv
from pathlib import Path

from knowledge.age import Band

HERE = Path(__file__).parent


def _rows(name: str) -> dict[str, dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


COLOURS = _rows("table_of_record.csv")
FACTORS = {
    name: {slug: mark for slug, mark in row.items() if slug != "id"}
    for name, row in _rows("factors_of_record.csv").items()
}
COLUMNS = {
    Band.PRE_SCHOOL: "c0_5",
    Band.FIVE_TO_NINE: "c5_9",
    Band.NINE_TO_THIRTEEN: "c9_13",
    Band.THIRTEEN_TO_SEVENTEEN: "c13_17",
}


def letter(name: str, band: Band) -> str:
    """`G`, `A`, `R`, `N` or `L`: the colour of record of a behaviour in a band."""
    return COLOURS[name][COLUMNS[band]]


def marked(name: str, marks: str) -> frozenset[str]:
    """The factors of a behaviour that carry one of these marks."""
    return frozenset(slug for slug, mark in FACTORS[name].items() if mark and mark in marks)
