"""Rules and the trained ear together: either may say something, a contradiction is asked about and never guessed."""

from __future__ import annotations

import pytest

from bot.nlu.fact_learner import Heard
from bot.nlu.factors import SLUGS
from bot.nlu.second_opinion import factors_of


def heard(**scores: tuple[float, float]) -> Heard:
    return Heard({slug: scores.get(slug, (0.0, 0.0)) for slug in SLUGS})


@pytest.mark.parametrize(
    ("said", "ear", "agreed"),
    [
        ({"injury": "yes"}, heard(injury=(0.5, 0.0)), {"injury": "yes"}),
        ({"injury": "yes"}, heard(injury=(0.2, 0.0)), {"injury": "yes"}),
        ({"injury": "yes"}, heard(), {}),
        ({"injury": "no"}, heard(injury=(0.6, 0.2)), {}),
        ({}, heard(injury=(0.9, 0.0)), {"injury": "yes"}),
        ({}, heard(injury=(0.0, 0.9)), {"injury": "no"}),
        ({}, heard(injury=(0.5, 0.45)), {}),
        ({}, heard(injury=(0.3, 0.0)), {}),
        ({"age_gap": "yes"}, heard(), {"age_gap": "yes"}),
        ({"age_gap": "yes"}, heard(age_gap_two_years=(0.9, 0.0)), {"age_gap": "yes"}),
    ],
)
def test_what_counts_of_rules_and_ear(said: dict[str, str], ear: Heard, agreed: dict[str, str]) -> None:
    assert factors_of(said, ear) == agreed
