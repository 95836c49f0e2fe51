"""Where the milliseconds of one text go: the parts of the understanding, timed inside the product's own reading.

A part that calls another is charged only for what it does itself. All sums are done by one thread, as in the product.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import numpy as np

from bot.nlu import (
    ages,
    answers,
    areas,
    asides,
    commands,
    fact_learner,
    factors,
    gate,
    identifying,
    mending,
    negation,
    roles,
    safety_net,
    second_opinion,
)
from bot.nlu.encoder import Encoder
from bot.nlu.fact_learner import FactLearner
from bot.nlu.head import Head
from bot.nlu.joined_tables import JoinedTables
from bot.nlu.likeness_head import LikenessHead
from bot.nlu.reader import Reader
from bot.nlu.role_learner import RoleLearner
from bot.nlu.route_head import RouteHead
from bot.nlu.route_odds import RouteOdds
from bot.nlu.route_rules import RouteRules
from bot.nlu.spelling import Spelling
from bot.nlu.word_features import WordFeatures

Place = tuple[Any, str]
PARTS: Mapping[str, Sequence[Place]] = {
    "typing errors, greetings and thanks": [(Spelling, "mend"), (mending, "without")],
    "the sentence encoder": [(Encoder, "encode")],
    "n-grams of words and letters": [(WordFeatures, "rows")],
    "what the n-grams say": [(JoinedTables, "say")],
    "heads: kind, behaviour, topic": [(Head, "probabilities"), (LikenessHead, "probabilities")],
    "safety net: rules": [(RouteRules, "fire")],
    "safety net: what is heard, weighed": [(RouteHead, "hear"), (RouteOdds, "dangers"), (safety_net, "fire")],
    "plain clauses": [(fact_learner, "plain_clauses")],
    "facts: the trained ear": [(FactLearner, "hear"), (second_opinion, "factors_of")],
    "facts: factors by rules": [(factors, "find"), (negation, "only_asks")],
    "facts: ages": [(ages, "find")],
    "facts: role": [(roles, "find"), (RoleLearner, "hear"), (second_opinion, "role_of")],
    "facts: area": [(areas, "find")],
    "facts: answer, command, aside": [(answers, "find"), (commands, "find"), (asides, "find")],
    "identifying details": [(identifying, "find")],
    "the codes": [(gate, "codes")],
}
REST = "everything else"
_UNCOUNTED = 20  # the first texts warm the caches


@dataclass(frozen=True)
class Milliseconds:
    """`parts`: the median of each, as if the others cost nothing; `p50`, `p95` of a whole text; `n` texts."""

    parts: Mapping[str, float]
    p50: float
    p95: float
    n: int


class Clock:
    """What each part has cost since the last `taken`, without the parts that it called, in milliseconds."""

    def __init__(self) -> None:
        self._cost: dict[str, float] = {}
        self._inner = [0.0]

    def timed(self, part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, charged to a part."""

        def measured(*given: Any, **named: Any) -> Any:
            begun = time.perf_counter()
            self._inner.append(0.0)
            try:
                return function(*given, **named)
            finally:
                took = 1000 * (time.perf_counter() - begun)
                self._cost[part] = self._cost.get(part, 0.0) + took - self._inner.pop()
                self._inner[-1] += took

        return measured

    def taken(self) -> dict[str, float]:
        """The costs, which begin again at nothing."""
        cost, self._cost = self._cost, {}
        return cost


@contextmanager
def every_part(clock: Clock) -> Iterator[None]:
    """While it lasts, each part is charged to the clock."""
    with ExitStack() as patched:
        for part, places in PARTS.items():
            for owner, name in places:
                patched.enter_context(patch.object(owner, name, clock.timed(part, getattr(owner, name))))
        yield


def of(reader: Reader, texts: Sequence[str]) -> Milliseconds:
    """Where the time goes when these are read one by one. The whole of a text is measured without the clock in it."""
    clock = Clock()
    whole = clock.timed(REST, reader.read)
    costs = []
    with every_part(clock):
        for text in [*texts[:_UNCOUNTED], *texts]:
            whole(text)
            costs.append(clock.taken())
    plain = [_plainly(reader, text) for text in texts]
    names = [*PARTS, REST]
    medians = {name: float(np.median([one.get(name, 0.0) for one in costs[_UNCOUNTED:]])) for name in names}
    p50, p95 = np.percentile(plain, [50, 95])
    return Milliseconds(medians, float(p50), float(p95), len(texts))


def _plainly(reader: Reader, text: str) -> float:
    begun = time.perf_counter()
    reader.read(text)
    return 1000 * (time.perf_counter() - begun)
