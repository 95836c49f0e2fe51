"""Rules and the trained ear weighed against each other: rules for precision, the ear for what no rule foresaw.

The thresholds come from sentences that neither the rules nor the ear were made with.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.fact_learner import Heard
from bot.nlu.factors import SLUGS, one_gap

# The ear alone is believed from here, if it hears one answer clearly better than the other.
ALONE, CLEARLY = 0.42, 0.15
# A rule is believed unless the ear hears next to nothing of it, or the contrary better: then it is asked, not guessed.
NEXT_TO_NOTHING, CONTRARY = 0.10, -0.05
# These come from numbers and from names of places and things: rules read them better, so they need no second opinion.
COUNTED = frozenset({"age_gap", "age_gap_two_years"})


def factors_of(said: Mapping[str, str], heard: Heard) -> dict[str, str]:
    """Factor to "yes" or "no": `said` by the rules, `heard` by the trained ear."""
    agreed: dict[str, str] = {}
    for slug in SLUGS:
        yes, no = heard.factors[slug]
        rule = said.get(slug)
        if rule is not None:
            same, contrary = (yes, no) if rule == "yes" else (no, yes)
            if slug in COUNTED or (same >= NEXT_TO_NOTHING and contrary < same + CONTRARY):
                agreed[slug] = rule
        elif max(yes, no) >= ALONE and abs(yes - no) >= CLEARLY:
            agreed[slug] = "yes" if yes > no else "no"
    one_gap(agreed)
    return {slug: agreed[slug] for slug in SLUGS if slug in agreed}
