"""What the rules read of the role, and what the ear hears, count as much as they were worth in sentences that nobody
had learnt from.
"""

from __future__ import annotations

import numpy as np
import pytest

from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.ridge import Floats
from bot.nlu.role_odds import RoleOdds, shares
from bot.nlu.role_words import role_words
from bot.nlu.whose import READINGS, ROLES, Ruled, role_of, ruled

TEXTS = 200
PATTERN, NOTHING = Ruled("affected", "pattern"), Ruled("unclear", "nothing")
SILENCE = np.zeros((TEXTS, len(ROLES)), dtype=np.float32)
AFFECTED, UNCLEAR = ROLES.index("affected"), ROLES.index("unclear")


def right(often: float) -> Floats:
    yes = round(often * TEXTS)
    return shares([["affected"]] * yes + [["unclear"]] * (TEXTS - yes))


@pytest.mark.parametrize("worth", [0.1, 0.5, 0.9])
def test_a_rule_is_believed_as_often_as_it_was_right(worth: float) -> None:
    likely = RoleOdds.train(SILENCE, [PATTERN] * TEXTS, right(worth)).likely(SILENCE[:1], [PATTERN])[0]
    assert likely[AFFECTED] == pytest.approx(worth, abs=0.1)
    assert likely.sum() == pytest.approx(1, abs=1e-5)


def test_one_kind_of_rule_is_not_judged_by_another() -> None:
    deeds = Ruled("affected", "deeds")
    read = [deeds] * (TEXTS // 2) + [PATTERN] * (TEXTS // 2)
    odds = RoleOdds.train(SILENCE, read, right(0.5))  # the deeds are always right, the patterns never
    assert odds.likely(SILENCE[:1], [deeds])[0, AFFECTED] > 0.9
    assert odds.likely(SILENCE[:1], [PATTERN])[0, AFFECTED] < 0.1


def test_what_is_clearly_heard_is_likely_though_the_rules_read_nothing() -> None:
    heard = SILENCE.copy()
    heard[: TEXTS // 2, AFFECTED] = 0.9
    odds = RoleOdds.train(heard, [NOTHING] * TEXTS, right(0.5))
    assert odds.likely(heard[:1], [NOTHING])[0, AFFECTED] > 0.9
    assert odds.likely(heard[-1:], [NOTHING])[0, UNCLEAR] > 0.9


def test_roles_that_are_equally_right_are_equally_likely() -> None:
    odds = RoleOdds.train(SILENCE, [NOTHING] * TEXTS, shares([["displayed", "unclear"]] * 199 + [["both"]]))
    likely = odds.likely(SILENCE[:1], [NOTHING])[0]
    assert likely[ROLES.index("displayed")] == pytest.approx(likely[UNCLEAR], abs=0.02)


def test_the_same_is_learnt_twice_from_the_same_sentences() -> None:
    one, two = (RoleOdds.train(SILENCE, [PATTERN] * TEXTS, right(0.3)).weights for _ in range(2))
    assert (one == two).all()


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("my lad touched a girl", Ruled("displayed", "deeds")),
        ("my lad was touched by a girl", Ruled("affected", "deeds")),
        ("they were both giggling, my girl and her friend", Ruled("unclear", "together")),
        ("thank you", NOTHING),
    ],
)
def test_which_rule_read_the_role_is_told(text: str, reading: Ruled) -> None:
    plain = plain_clauses(text)
    assert ruled(plain) == reading and reading in READINGS
    assert role_of(plain) == reading.role


def test_whoever_the_children_are_the_ear_reads_the_same() -> None:
    one = role_words(plain_clauses("my lad was touched by a bigger boy"))
    assert one == role_words(plain_clauses("my niece was touched by a bigger girl"))
    assert "xpmine_xwas_xdeed" in one.split() and "xdeed_xby_xpother" in one.split()
