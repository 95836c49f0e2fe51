"""Random walks against the real server: WAYMARK_WALKS of them (`python -m tests.scenarios.walk` goes thousands)."""

from __future__ import annotations

import os

import pytest

from tests.running import Caller
from tests.scenarios.walk import Report, walks

WALKS = int(os.environ.get("WAYMARK_WALKS") or "40")
BATCH = 10

pytestmark = pytest.mark.server


@pytest.mark.parametrize("first", range(0, WALKS, BATCH))
def test_every_walk_ends_well_and_its_colour_is_that_of_the_rules(caller: Caller, first: int) -> None:
    report = Report()
    for walk, problem in walks(caller, range(first, min(first + BATCH, WALKS))):
        report.add(walk, problem)
    if report.astray:
        told = "\n\n".join(f"{walk.text()}\n{walk.name}: {problem}" for walk, problem in report.astray)
        pytest.fail(told, pytrace=False)
    assert sum(report.ends.values()) == report.walks
