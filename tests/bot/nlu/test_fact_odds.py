"""A rule, and what the ear hears, count as much as they were worth in sentences that nobody had learnt from."""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.fact_odds import FactOdds
from bot.nlu.factors import SLUGS
from bot.nlu.ridge import Floats

TEXTS = 200
YES, NO = 0, 1


def silence(texts: int = TEXTS) -> Floats:
    return np.zeros((texts, len(SLUGS), 2), dtype=np.float32)


def learnt(heard: Floats, met: Floats, right: Floats) -> FactOdds:
    asks = np.zeros(len(right), dtype=bool)
    return FactOdds.train(heard, met, asks, right > 0, np.ones(right.shape[:2], dtype=np.float32))


def of_one(odds: FactOdds, heard: Floats, met: Floats, asks: bool = False) -> Floats:
    return odds.likely(heard, met, np.array([asks]))[0, 0]


@pytest.mark.parametrize("worth", [0.1, 0.5, 0.9])
def test_a_rule_is_believed_as_often_as_it_was_right(worth: float) -> None:
    met, right = silence(), silence()
    met[: TEXTS // 2, 0, YES] = 1
    right[: round(worth * TEXTS / 2), 0, YES] = 1
    one = silence(1)
    one[0, 0, YES] = 1
    yes, no = of_one(learnt(silence(), met, right), silence(1), one)
    assert yes == pytest.approx(worth, abs=0.1)
    assert no < 0.1


def test_a_rule_and_the_ear_together_are_surer_than_either() -> None:
    chance = np.random.default_rng(0)
    heard, met, right = silence(), silence(), silence()
    heard[:, 0, YES] = chance.uniform(0, 1, TEXTS)
    met[:, 0, YES] = chance.uniform(0, 1, TEXTS) < 0.5
    right[:, 0, YES] = heard[:, 0, YES] + 0.4 * met[:, 0, YES] + chance.normal(0, 0.2, TEXTS) > 0.8
    odds = learnt(heard, met, right)
    ear, rule = silence(1), silence(1)
    ear[0, 0, YES], rule[0, 0, YES] = 0.6, 1
    both = of_one(odds, ear, rule)[YES]
    assert both > of_one(odds, ear, silence(1))[YES] > of_one(odds, silence(1), silence(1))[YES]
    assert both > of_one(odds, silence(1), rule)[YES]


def test_what_nobody_has_labelled_is_not_learnt_from() -> None:
    met, right = silence(), silence()
    met[:, 0, YES] = 1
    right[: TEXTS // 2, 0, YES] = 1
    counts = np.ones((TEXTS, len(SLUGS)), dtype=np.float32)
    counts[TEXTS // 2 :, 0] = 0  # where the rule was wrong
    odds = FactOdds.train(silence(), met, np.zeros(TEXTS, dtype=bool), right > 0, counts)
    assert of_one(odds, silence(1), met[:1])[YES] > 0.9


def test_the_same_is_learnt_twice_from_the_same_sentences() -> None:
    met, right = silence(), silence()
    met[:50, 0, YES], right[:30, 0, YES], right[40:60, 1, NO] = 1, 1, 1
    assert (learnt(silence(), met, right).weights == learnt(silence(), met, right).weights).all()
