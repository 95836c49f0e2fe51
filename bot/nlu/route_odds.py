"""How likely it is that a message opens an urgent route: what was heard (`bot.nlu.route_head`) and what the rules met
(`bot.nlu.route_rules`), weighed together.

The weights are learnt from what the head hears in sentences that it has not learnt from, so that a rule or a number
counts as much as it is worth with a new writer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bot.nlu.ridge import Floats
from bot.nlu.route_head import Heard
from bot.nlu.route_rules import LIKELY, SURE, Opened
from bot.nlu.weighing import likely, weighed

INVERSE_REGULARISATION = 0.1


@dataclass(frozen=True)
class Dangers:
    """How likely any urgent route is, and how likely each, from 0 to 1. Where a child or young person writes,
    `done_to_writer` is how likely they tell what was done to them rather than what they fear in themselves.
    """

    any: float = 0.0
    each: dict[str, float] = field(default_factory=dict)
    done_to_writer: float = 1.0


@dataclass(frozen=True)
class RouteOdds:
    """`overall` weighs the signs of any route, `single` those of one; the last weight stands for itself."""

    routes: tuple[str, ...]
    overall: Floats
    single: Floats

    @classmethod
    def train(cls, routes: tuple[str, ...], heard: Heard, opened: Sequence[Opened], right: Sequence[str]) -> RouteOdds:
        """Learns from sentences whose `right` route is one of `routes` or another word for none."""
        sure, met = _met(opened, routes)
        target = np.array([routes.index(route) if route in routes else len(routes) for route in right])
        overall = weighed(_of_any(heard, sure, met), target < len(routes), INVERSE_REGULARISATION)
        single = _of_each(heard, sure, met)
        single = single.reshape(-1, single.shape[-1])
        is_it = np.eye(len(routes) + 1, dtype=bool)[target][:, :-1]
        return cls(routes, overall, weighed(single, is_it.ravel(), INVERSE_REGULARISATION))

    def dangers(self, heard: Heard, opened: Sequence[Opened]) -> list[Dangers]:
        """How likely the routes are, for each message."""
        sure, met = _met(opened, self.routes)
        overall = likely(_of_any(heard, sure, met), self.overall)
        single = likely(_of_each(heard, sure, met), self.single)
        return [
            Dangers(float(any_of_them), dict(zip(self.routes, each.tolist(), strict=True)))
            for any_of_them, each in zip(overall, single, strict=True)
        ]

    def arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """What to keep, under names that begin with `name`."""
        return {
            f"{name}.routes": np.array(self.routes),
            f"{name}.overall": self.overall,
            f"{name}.single": self.single,
        }

    @classmethod
    def from_arrays(cls, name: str, arrays: dict[str, NDArray[np.generic]]) -> RouteOdds:
        """What `arrays` kept."""
        routes = tuple(str(route) for route in arrays[f"{name}.routes"])
        return cls(routes, *(arrays[f"{name}.{part}"].astype(np.float32) for part in ("overall", "single")))


def _met(opened: Sequence[Opened], routes: tuple[str, ...]) -> tuple[Floats, Floats]:
    """[messages, routes]: where a sure rule, and where a likely one, opened the route."""
    sure, likely = (
        np.array([[one.routes.get(route) == grade for route in routes] for one in opened], dtype=np.float32)
        for grade in (SURE, LIKELY)
    )
    return sure, likely


def _of_any(heard: Heard, sure: Floats, likely: Floats) -> Floats:
    """[messages, signs] that some urgent route is meant."""
    ordered = _ordered(heard.meaning[:, :-1] + heard.words[:, :-1])
    met = sure.sum(axis=1), likely.sum(axis=1)
    result: Floats = np.column_stack(
        [
            heard.meaning[:, -1],
            heard.words[:, -1],
            heard.meaning[:, :-1].max(axis=1),
            heard.words[:, :-1].max(axis=1),
            ordered[:, -1],
            ordered[:, -2],
            met[0] > 0,
            met[1] > 0,
            met[0] + met[1] > 1,
        ]
    ).astype(np.float32)
    return result


def _of_each(heard: Heard, sure: Floats, likely: Floats) -> Floats:
    """[messages, routes, signs] that this route is meant."""
    meaning, words = heard.meaning[:, :-1], heard.words[:, :-1]
    both = meaning + words
    ordered = _ordered(both)
    best_other = np.where(both == ordered[:, -1:], ordered[:, -2:-1], ordered[:, -1:])
    same = np.ones_like(both)
    result: Floats = np.stack(
        [
            meaning,
            words,
            both - best_other,
            both >= ordered[:, -1:],
            heard.meaning[:, -1:] * same,
            heard.words[:, -1:] * same,
            sure,
            likely,
            (sure + likely).sum(axis=1, keepdims=True) - sure - likely,
        ],
        axis=-1,
    ).astype(np.float32)
    return result


def _ordered(both: Floats) -> Floats:
    """[messages, routes + 1] in rising order; hearing nothing stands beside the routes."""
    nothing = np.zeros((len(both), 1), dtype=both.dtype)
    return np.sort(np.column_stack([nothing, both]), axis=1)
