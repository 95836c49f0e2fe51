"""The safety net: which routes a message opens.

For the urgent routes, what was heard and what the rules met are weighed together (`bot.nlu.route_odds`); the others
only show the way and open by a rule or by the ranking. The thresholds were chosen on the development set
(tests/evaluation/dev).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.ranker import BEHAVIOUR, ROUTE, TOPIC, Ranking
from bot.nlu.route_head import DONE_TO_WRITER, OWN_WORRY, URGENT
from bot.nlu.route_rules import SURE

ADULT, YOUNG = "r.adult_own_thoughts", "r.young_self_worry"
# A life may hang on it: that somebody may end it counts by itself and is always answered, whatever else the message is about.
SUICIDE = "r.suicide_selfharm"
# From here some urgent route is meant, by what the rules of the likeliest route met: a sure one, or any where a child
# writes; a likely one; none.
SURE_FROM, LIKELY_FROM, UNMET_FROM = 0.2, 0.3, 0.42
# Where none met a word of danger, a few words that may well answer a question ("9 last week"), or what may well be something
# else (a behaviour; a question or a route that only shows the way), must be heard better; what is surely a child's
# behaviour, which is what most people come with, better still.
FEW_WORDS_FROM, CALM_FROM, MAYBE_BEHAVIOUR, MAYBE_ELSE = 0.75, 0.5, 0.4, 0.2
BEHAVIOUR_FROM, SURELY_BEHAVIOUR = 0.75, 0.6
# The likeliest route opens, and every other that is as good as said.
ALSO_FROM = 0.8
# A child who was harmed must not be met as one who did something: in doubt they are believed. From here on, of training
# sentences that were not learnt from, nine in ten disclosures are met as such, and eight in ten worries about oneself.
DONE_TO_FROM = 0.35
# The routes that only show the way: a sure rule opens one, a likely rule when the ranking hears it too, however faintly (a
# message about a child's behaviour is mostly heard as that), the ranking alone when it hears it well.
SURE_RULE, LIKELY_RULE = 0.95, 0.7
HEARD_TOO, HEARD_ALONE = 0.05, 0.4


def fire(ranking: Ranking) -> tuple[tuple[str, float], ...]:
    """The routes that open, best first, each with a score from 0 to 1."""
    fired = _urgent(ranking) | _showing_the_way(ranking)
    return tuple(sorted(fired.items(), key=lambda one: (-one[1], one[0])))


def _urgent(ranking: Ranking) -> dict[str, float]:
    each = dict(ranking.dangers.each)
    if ranking.opened.child_writes and ADULT in each:
        # Nobody under 18 is answered as a grown-up: what sounds like one is a young person's fear.
        each[YOUNG] = min(1.0, each.get(YOUNG, 0.0) + each.pop(ADULT))
    enough = _from(ranking)
    if max(ranking.dangers.any, each.get(SUICIDE, 0.0)) < enough or not each:
        return {}
    _one_child(each, ranking.dangers.done_to_writer)
    fired = {route: p for route, p in each.items() if p >= ALSO_FROM}
    if ranking.dangers.any < enough:
        fired[SUICIDE] = each[SUICIDE]
    likeliest = max(each, key=lambda route: each[route])
    return fired | {likeliest: max(each[likeliest], ranking.dangers.any)}


def _from(ranking: Ranking) -> float:
    """How likely an urgent route must be."""
    each, opened = ranking.dangers.each, ranking.opened
    met = opened.routes.get(max(each, key=lambda route: each[route], default=""))
    if met:
        return SURE_FROM if met == SURE or opened.child_writes else LIKELY_FROM
    behaviour = ranking.kinds.get(BEHAVIOUR, 0.0)
    if behaviour >= SURELY_BEHAVIOUR:
        return BEHAVIOUR_FROM
    if behaviour >= MAYBE_BEHAVIOUR or _else(ranking.kinds) >= MAYBE_ELSE:
        return CALM_FROM
    return FEW_WORDS_FROM if opened.few_words else UNMET_FROM


def _else(kinds: Mapping[str, float]) -> float:
    return sum(p for kind, p in kinds.items() if kind == TOPIC or (_is_route(kind) and _route(kind) not in URGENT))


def _is_route(kind: str) -> bool:
    return kind.startswith(f"{ROUTE}.")


def _route(kind: str) -> str:
    return f"r.{kind.partition('.')[2]}"


def _one_child(each: dict[str, float], done_to_writer: float) -> None:
    """Of the routes of a child who writes, those for what was done to them or those for what they fear of themselves."""
    heard = max(each.get(route, 0.0) for route in (DONE_TO_WRITER, *OWN_WORRY))
    if done_to_writer >= DONE_TO_FROM:
        for route in OWN_WORRY:
            each.pop(route, None)
        each[DONE_TO_WRITER] = heard
    else:
        each.pop(DONE_TO_WRITER, None)
        worry = max(OWN_WORRY, key=lambda route: each.get(route, 0.0))
        each[worry] = heard


def _showing_the_way(ranking: Ranking) -> dict[str, float]:
    learnt = {_route(kind): p for kind, p in ranking.kinds.items() if _is_route(kind)}
    fired = {
        route: SURE_RULE if grade == SURE else LIKELY_RULE
        for route, grade in ranking.opened.routes.items()
        if route not in URGENT and (grade == SURE or learnt.get(route, 0.0) >= HEARD_TOO)
    }
    for route, p in learnt.items():
        if route not in URGENT and p >= HEARD_ALONE:
            fired[route] = min(1.0, max(p, fired.get(route, 0.0)))
    return fired
