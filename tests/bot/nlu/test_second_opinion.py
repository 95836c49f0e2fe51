"""Rules and the trained ear together: either may say something, neither is believed blindly."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from bot.nlu.fact_learner import ANSWERS, Heard
from bot.nlu.fact_odds import FactOdds
from bot.nlu.factors import SLUGS
from bot.nlu.negation import only_asks
from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.role_odds import RoleOdds
from bot.nlu.second_opinion import factors_of, role_of
from bot.nlu.whose import READINGS, ROLES, Ruled

# As learnt: the score, the contrary, what is clearly heard, a rule, a rule for the contrary, a rule with its score,
# a rule with the contrary heard, a question, its score, its rule, what else is heard, what other rules met, and none.
ODDS = FactOdds(
    np.array([21.0, -0.5, -12.5, 4.3, -3.2, -7.5, 0.5, -4.4, -4.6, 1.1, -3.6, -0.2, -4.8], dtype=np.float32)
)

# A role is as likely as its score says, and nothing else counts.
ROLE_ODDS = RoleOdds(np.eye(2 * len(ROLES) + len(READINGS) + 1, len(ROLES), dtype=np.float32))


def heard(**scores: tuple[float, float]) -> Heard:
    array = np.zeros((len(SLUGS), len(ANSWERS)), dtype=np.float32)
    for slug, score in scores.items():
        array[SLUGS.index(slug)] = score
    return Heard(array, ODDS, "", np.zeros(len(ROLES), dtype=np.float32), ROLE_ODDS)


def heard_role(**likely: float) -> Heard:
    """What is heard so that each role is as `likely` as said here, whatever the rules read."""
    odds = np.array([likely.get(role, 0.001) for role in ROLES], dtype=np.float32)
    return replace(heard(), role=np.log(odds / (1 - odds)))


@pytest.mark.parametrize(
    ("said", "ear", "agreed"),
    [
        ({"injury": "yes"}, heard(injury=(0.5, 0.0)), {"injury": "yes"}),
        ({"injury": "yes"}, heard(injury=(0.2, 0.0)), {"injury": "yes"}),
        ({"injury": "yes"}, heard(), {}),
        ({"injury": "yes"}, heard(distress_other=(0.9, 0.0)), {"distress_other": "yes"}),
        ({"injury": "no"}, heard(injury=(0.0, 0.2)), {"injury": "no"}),
        ({"injury": "no"}, heard(injury=(0.2, 0.0)), {}),
        ({}, heard(injury=(0.2, 0.0)), {}),
        ({}, heard(injury=(0.25, 0.0)), {"injury": "yes"}),
        ({}, heard(age_gap=(0.25, 0.0)), {}),
        ({}, heard(sibling=(0.25, 0.0)), {}),
        ({}, heard(sibling=(0.4, 0.0)), {"sibling": "yes"}),
        ({"injury": "no"}, heard(injury=(0.7, 0.0)), {"injury": "yes"}),
        ({}, heard(injury=(0.9, 0.0)), {"injury": "yes"}),
        ({}, heard(injury=(0.0, 0.9)), {"injury": "no"}),
        ({}, heard(injury=(0.1, 0.0)), {}),
        ({"age_gap": "yes"}, heard(), {"age_gap": "yes"}),
        ({}, heard(age_gap=(0.9, 0.0)), {"age_gap": "yes"}),
        ({"age_gap_two_years": "yes"}, heard(age_gap=(0.9, 0.0)), {"age_gap_two_years": "yes"}),
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


def test_what_a_text_only_asks_is_not_taken_as_said() -> None:
    ear = heard(injury=(0.6, 0.0))
    assert factors_of({}, ear) == {"injury": "yes"}
    assert factors_of({}, ear, only_asks=True) == {}
    assert factors_of({"age_gap": "yes"}, ear, only_asks=True) == {"age_gap": "yes"}


NOTHING, DEED = Ruled("unclear", "nothing"), Ruled("affected", "deeds")


@pytest.mark.parametrize(
    ("rules", "ear", "agreed"),
    [
        # Where the rules read nothing, the ear must be sure: the bot asks when it is not.
        (NOTHING, heard_role(affected=0.9, unclear=0.1), "affected"),
        (NOTHING, heard_role(affected=0.5, unclear=0.45, displayed=0.05), "unclear"),
        # The rules stand unless the ear is sure of another role, or finds that none is said.
        (DEED, heard_role(displayed=0.9, affected=0.1), "displayed"),
        (DEED, heard_role(displayed=0.6, affected=0.4), "affected"),
        (DEED, heard_role(unclear=0.6, affected=0.4), "unclear"),
        (DEED, heard_role(unclear=0.4, affected=0.3, displayed=0.3), "affected"),
        (DEED, heard_role(affected=0.9, displayed=0.1), "affected"),
    ],
)
def test_whose_child_it_is_by_rules_and_ear(rules: Ruled, ear: Heard, agreed: str) -> None:
    assert role_of(rules, ear) == agreed
