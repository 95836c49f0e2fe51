"""Tables side by side say what each said alone."""

from __future__ import annotations

import numpy as np

from bot.nlu.joined_tables import JoinedTables
from bot.nlu.word_features import BINS, WordFeatures

RANDOM = np.random.default_rng(0)
TABLES = {name: RANDOM.normal(size=(BINS, labels)).astype(np.float32) for name, labels in (("a", 2), ("b", 5))}
FEATURES = WordFeatures()
ROWS = FEATURES.learn(["he showed it at school", "he showed her at home", ""])


def test_each_table_says_what_it_says_alone() -> None:
    said = JoinedTables(TABLES).say(ROWS)
    assert said.keys() == TABLES.keys()
    for name, table in TABLES.items():
        assert np.allclose(said[name], ROWS @ table, atol=1e-5)


def test_each_table_is_found_again_and_is_not_there_twice() -> None:
    joined = JoinedTables(TABLES)
    for name, table in TABLES.items():
        assert np.array_equal(joined[name], table)
    assert joined["a"].base is joined["b"].base is not None
