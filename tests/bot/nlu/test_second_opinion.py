"""Rules and the trained ear together: either may say something, a contradiction is asked about and never guessed."""

from __future__ import annotations

import pytest

from bot.nlu.fact_learner import Heard
from bot.nlu.factors import SLUGS
from bot.nlu.negation import only_asks
from bot.nlu.plain_clauses import plain_clauses
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


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("How would I find out whether she was forced?", True),
        ("I don't know if he forced her or not", True),
        ("was anyone else there", True),
        ("I've not asked him whether it hurt", True),
        ("when I said no he stopped", False),
        ("has his hand down his pants all day", False),
        ("He forced her. What do I do now?", False),
        ("I'm not sure if he planned it but he held her down", False),
    ],
)
def test_a_text_that_only_asks_is_told_from_one_that_says(text: str, asks: bool) -> None:
    assert only_asks(plain_clauses(text)) is asks


def test_of_what_a_question_speaks_of_the_ear_alone_must_be_nearly_certain() -> None:
    ear = heard(injury=(0.6, 0.0))
    assert factors_of({}, ear) == {"injury": "yes"}
    assert factors_of({}, ear, only_asks=True) == {}
    assert factors_of({"injury": "yes"}, ear, only_asks=True) == {"injury": "yes"}
