"""The safety net: which routes a message opens, by rules on its words and by the trained ranking. Either may fire.

A sure rule fires alone, a likely one when the ranking hears some danger too, and the ranking alone when it hears a
good deal of it. The thresholds were chosen on the development set (tests/evaluation/dev).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.ranker import ROUTE
from bot.nlu.route_rules import SURE, rules

URGENT = frozenset(
    f"r.{slug}"
    for slug in [
        "immediate_danger",
        "recent_assault",
        "adult_abuser",
        "grooming_online",
        "sextortion",
        "child_self_disclosure",
        "young_self_worry",
        "child_under13_self_worry",
        "adult_own_thoughts",
        "partner_worry",
        "suicide_selfharm",
        "image_online",
        "fgm",
        "forced_marriage_hba",
        "cse_cce",
        "domestic_abuse",
        "allegation_staff",
        "sexual_request",
    ]
)
ADULT, YOUNG = "r.adult_own_thoughts", "r.young_self_worry"
# What a rule is worth beside the ranking, as a score.
SURE_RULE, LIKELY_RULE = 0.95, 0.7
SOME_DANGER = 0.2  # of the ranking, over all urgent routes together
# These answer first and let the conversation go on: a false alarm costs little, a miss a great deal.
GENTLE = frozenset({"r.image_online", "r.cse_cce", "r.grooming_online"})
A_LITTLE_DANGER = 0.1
MUCH_DANGER = 0.5
LEARNT_FROM = 0.5  # for the routes that only show the way


def fire(text: str, kinds: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """The routes that fire, best first, each with a score from 0 to 1. `kinds` are the probabilities of
    `bot.nlu.ranker`.
    """
    opened = rules().fire(text)
    learnt = {f"r.{kind.partition('.')[2]}": p for kind, p in kinds.items() if kind.startswith(f"{ROUTE}.")}
    if opened.child_writes:
        # Nobody under 18 is answered as a grown-up: what the ranking takes for one is a young person's fear.
        learnt[YOUNG] = learnt.get(YOUNG, 0.0) + learnt.pop(ADULT, 0.0)
    danger = sum(p for route, p in learnt.items() if route in URGENT)
    fired: dict[str, float] = {}
    for route, grade in opened.routes.items():
        heard = danger if route in URGENT else learnt.get(route, 0.0)
        wanted = A_LITTLE_DANGER if route in GENTLE else SOME_DANGER
        if grade == SURE or heard >= wanted:
            fired[route] = SURE_RULE if grade == SURE else LIKELY_RULE
    if danger >= MUCH_DANGER and not fired.keys() & URGENT:
        likeliest = max(URGENT & learnt.keys(), key=lambda route: learnt[route])
        fired[likeliest] = danger
    for route, p in learnt.items():
        if route not in URGENT and p >= LEARNT_FROM:
            fired[route] = max(p, fired.get(route, 0.0))
    return tuple(
        sorted(((route, min(1.0, score)) for route, score in fired.items()), key=lambda one: (-one[1], one[0]))
    )
