"""The safety net: which routes a message opens, by rules on its words and by the trained ranking. Either may fire."""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.ranker import ROUTE

LEARNT_FROM = 0.5


def fire(text: str, kinds: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The routes that fire, best first, with a score from 0 to 1."""
    learnt = {
        f"r.{label.partition('.')[2]}": p
        for label, p in kinds.items()
        if label.startswith(f"{ROUTE}.") and p >= LEARNT_FROM
    }
    return tuple(sorted(learnt.items(), key=lambda item: -item[1]))
