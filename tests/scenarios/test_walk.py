"""A sample of the walks against the real server: every choice path to depth 2, and WAYMARK_WALKS random ones
(`python -m tests.scenarios.walk` goes to depth 3, and thousands).
"""

from __future__ import annotations

import os
from collections.abc import Iterable

import pytest

from tests.running import Caller
from tests.scenarios.paths import DOORS, every_path
from tests.scenarios.walk import Report, Walked, walks

WALKS = int(os.environ.get("WAYMARK_WALKS") or "100")
BATCH = 20
DEPTH = 2
CLIENTS = 2

pytestmark = pytest.mark.server


def end_well(walked: Iterable[Walked]) -> Report:
    """The report of walks none of which went astray."""
    report = Report()
    for walk, problem in walked:
        report.add(walk, problem)
    if report.astray:
        told = "\n\n".join(f"{walk.text()}\n{walk.name}: {problem}" for walk, problem in report.astray)
        pytest.fail(told, pytrace=False)
    assert sum(report.ends.values()) == report.walks
    return report


@pytest.mark.parametrize("door", DOORS)
def test_every_choice_path_ends_well_and_its_colour_is_that_of_the_rules(caller: Caller, door: str) -> None:
    report = end_well(every_path(caller, door, DEPTH, CLIENTS))
    # As many as there are behaviours, and more; a child's door has few buttons and leads to an adult's.
    assert report.walks >= (15 if door == "child" else 70)


@pytest.mark.parametrize("first", range(0, WALKS, BATCH))
def test_every_random_walk_ends_well_and_its_colour_is_that_of_the_rules(caller: Caller, first: int) -> None:
    end_well(walks(caller, range(first, min(first + BATCH, WALKS)), CLIENTS))
