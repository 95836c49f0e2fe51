"""What the rules say of situations that were worked by hand first (vignettes.yml)."""

from __future__ import annotations

from collections import Counter

import pytest

from knowledge.age import Band
from knowledge.library import library
from knowledge.triage import assess
from tests.knowledge.vignettes import Vignette, vignettes

ALL = vignettes()


@pytest.mark.parametrize("told", ALL, ids=lambda told: told.name)
def test_the_answer_is_the_one_worked_by_hand(told: Vignette) -> None:
    found = assess(told.case)
    rules = {reason.rule for reason in found.reasons}
    assert found.colour_slug == told.colour, told.why
    if told.continuum is not None:
        assert (found.continuum.slug if found.continuum else "none") == told.continuum, told.why
    if told.provisional is not None:
        assert found.provisional is told.provisional, told.why
    assert told.rules <= rules, told.why
    assert not told.not_rules & rules, told.why
    if told.routes is not None:
        assert found.routes == told.routes, told.why
    assert found.ends_triage is told.ends, told.why


def test_every_behaviour_band_and_colour_is_among_them() -> None:
    assert {name for told in ALL for name in told.case.behaviours} == set(library().behaviours)
    assert {band for told in ALL if told.case.age for band in told.case.age.bands} == set(Band)
    colours = Counter(told.colour for told in ALL)
    assert set(colours) == {"green", "amber", "red", "information"}
    assert min(colours["green"], colours["amber"], colours["red"]) >= 25
    assert len(ALL) >= 180
