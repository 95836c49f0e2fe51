"""Rules and the trained ear weighed against each other: either may say something, neither is believed blindly."""

from __future__ import annotations

from collections.abc import Mapping

from bot.nlu.fact_learner import ANSWERS, Heard
from bot.nlu.factors import SLUGS, one_gap

# An answer that is this likely is taken as said; it is confirmed with the person before it counts. Found on sentences
# that neither the rules nor the ear were made with.
BELIEVED = 0.5
# Less is enough where a rule met it word for word: in a message full of other things the ear hears each of them faintly.
BELIEVED_IF_MET = 0.33
# These come from numbers, which rules read better: a rule needs no second opinion, and the ear alone must be sure.
COUNTED = frozenset({"age_gap", "age_gap_two_years"})
SURE = 0.7


def factors_of(said: Mapping[str, str], heard: Heard, only_asks: bool = False) -> dict[str, str]:
    """Factor to "yes" or "no": `said` by the rules, `heard` by the trained ear; whether the text `only_asks`."""
    agreed: dict[str, str] = {}
    for slug, likely in zip(SLUGS, heard.likely(said, only_asks), strict=True):
        if slug in COUNTED and said.keys() & COUNTED:
            if slug in said:
                agreed[slug] = said[slug]
            continue
        answer = ANSWERS[likely.argmax()]
        if likely.max() >= (SURE if slug in COUNTED else BELIEVED_IF_MET if said.get(slug) == answer else BELIEVED):
            agreed[slug] = answer
    one_gap(agreed)
    return {slug: agreed[slug] for slug in SLUGS if slug in agreed}
