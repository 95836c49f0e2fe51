"""A loaded model works with one thread: waiting for a second one costs more than the sums."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

from bot.nlu.ranker import Ranker

TEXTS = ["he looks under the door", "she strips off all day", "what is the weather", "how do i cook rice"]
LABELS = ["behaviour.peeping", "behaviour.nakedness", "topic.weather", "topic.rice"]


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_a_model_that_was_loaded_sums_with_one_thread(tmp_path: Path) -> None:
    vectors = np.eye(4, 384, dtype=np.float32)
    Ranker.train(TEXTS, LABELS, vectors).save(tmp_path)
    with threadpool_limits(2, user_api="blas"):
        assert threads() == {2}
        Ranker.load(tmp_path)
        assert threads() == {1}
