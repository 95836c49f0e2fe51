"""Which of the training sentences the safety net learns from, and as what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.nlu.route_head import NONE, URGENT
from knowledge.library import library

# Of the thousands that tell of a child's behaviour one in so many is enough. Of questions, answers and everyday messages
# every one is needed: with a third of them, one such message in five sounded like danger.
ONE_IN = 3
_ROUTE, _NEAR_MISS, _BEHAVIOUR = "route.", "near_miss.", "behaviour."
# The triage answers these behaviours with a route of the safety net: they are no examples of the contrary.
_EXPLOITATION = "change_and_exploitation"


@dataclass(frozen=True)
class RouteSentences:
    """`places` among all sentences; for each of them its label, its urgent route or `NONE`, and whether it was written
    to be told apart from its likes.
    """

    places: NDArray[np.int64]
    labels: list[str]
    routes: list[str]
    telling: NDArray[np.bool_]


def chosen(labels: Sequence[str]) -> RouteSentences:
    """The sentences to learn from, by their labels as in data/nlu."""
    answered = {
        f"{_BEHAVIOUR}{one.id}" for one in library().behaviours.values() if one.image or one.subject == _EXPLOITATION
    }
    telling = np.array([label.startswith((_ROUTE, _NEAR_MISS)) for label in labels])
    behaviour = np.array([label.startswith(_BEHAVIOUR) for label in labels])
    ordinary = behaviour & np.array([label not in answered for label in labels])
    places = np.sort(np.concatenate([np.flatnonzero(telling | ~behaviour), np.flatnonzero(ordinary)[::ONE_IN]]))
    its = [labels[place] for place in places]
    return RouteSentences(places, its, [_urgent(label) for label in its], telling[places])


def _urgent(label: str) -> str:
    route = f"r.{label.removeprefix(_ROUTE)}"
    return route if label.startswith(_ROUTE) and route in URGENT else NONE
