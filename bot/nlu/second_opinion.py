"""Rules and the trained ear weighed against each other: rules for precision, the ear for what no rule foresaw.

The thresholds come from sentences that neither the rules nor the ear were made with.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.fact_learner import Heard
from bot.nlu.factors import SLUGS, one_gap

# The ear alone is believed from here, if it hears one answer clearly better than the other.
ALONE, CLEARLY = 0.45, 0.15
# Of what a question or a doubt speaks of, the ear alone must be nearly certain.
ALONE_IN_A_QUESTION = 0.7
# A rule is believed unless the ear hears next to nothing of it, or the contrary clearly better: then it is asked, not guessed.
NEXT_TO_NOTHING, CONTRARY = 0.05, 0.2
# These come from numbers and from names of places and things: rules read them better, so they need no second opinion.
COUNTED = frozenset({"age_gap", "age_gap_two_years"})


def factors_of(said: Mapping[str, str], heard: Heard, only_asks: bool = False) -> dict[str, str]:
    """Factor to "yes" or "no": `said` by the rules, `heard` by the trained ear; whether the text `only_asks`."""
    alone = ALONE_IN_A_QUESTION if only_asks else ALONE
    agreed: dict[str, str] = {}
    for slug in SLUGS:
        yes, no = heard.factors[slug]
        rule = said.get(slug)
        if rule is not None:
            same, contrary = (yes, no) if rule == "yes" else (no, yes)
            if slug in COUNTED or (same >= NEXT_TO_NOTHING and contrary < same + CONTRARY):
                agreed[slug] = rule
        elif max(yes, no) >= alone and abs(yes - no) >= CLEARLY:
            agreed[slug] = "yes" if yes > no else "no"
    one_gap(agreed)
    return {slug: agreed[slug] for slug in SLUGS if slug in agreed}
