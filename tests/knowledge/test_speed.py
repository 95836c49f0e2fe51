"""The figures are measured over every behaviour and printed; how large they are is not asserted anywhere."""

from __future__ import annotations

import pytest

from knowledge import speed
from knowledge.library import library


def test_every_behaviour_is_measured_at_every_age_with_and_without_its_factors() -> None:
    cases = list(speed.cases())
    assert {case.behaviours[0] for case in cases} == set(library().behaviours)
    assert len(cases) == len(library().behaviours) * len(speed.AGES) * 3


def test_a_row_shows_the_least_the_median_and_the_most() -> None:
    assert speed.row("a part", [3.0, 1.0, 2.0], 10).split() == ["a", "part", "10.0", "20.0", "30.0"]


def test_the_table_names_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    speed.main(fresh_starts=1)
    shown = capsys.readouterr().out
    for part in ("an assessment with its plan", "its contacts", "all the content", "the first date"):
        assert part in shown
