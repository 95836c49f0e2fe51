"""The step of Hackett's continuum, from markers and not from the colour (design.md 3, rule 6; framework: continuum)."""

from __future__ import annotations

from knowledge.age import Age
from knowledge.assessment import Continuum
from knowledge.behaviour import Behaviour, Mutuality
from knowledge.colour import Colour
from knowledge.weighing import scales

# The published criteria for "abusive" ask for motives that nobody can tell from a chat: up to this age the scale
# stops at problematic.
STOPS_AT_PROBLEMATIC_TO = 11


def step(
    behaviour: Behaviour, base: Colour, age: Age, present: frozenset[str], unknown: frozenset[str]
) -> tuple[Continuum | None, bool]:
    """The step, and whether it was held at problematic because the child is so young.

    `base` is the colour of the table before any factor, `present` and `unknown` the factors of that kind.
    """
    if behaviour.no_continuum:
        return None, False
    found = _by_markers(behaviour, base, present, unknown)
    if age.low <= STOPS_AT_PROBLEMATIC_TO and found.value > Continuum.PROBLEMATIC.value:
        return Continuum.PROBLEMATIC, True
    return found, False


def _by_markers(behaviour: Behaviour, base: Colour, present: frozenset[str], unknown: frozenset[str]) -> Continuum:
    counted = present & set(behaviour.relevant)
    forced = behaviour.coercive or "coercion" in counted
    hurt = "injury" in counted or behaviour.intrusive
    misused_power = counted & {"age_gap", "dev_gap", "power"} and (behaviour.contact or behaviour.image)
    no_equal = behaviour.contact and behaviour.mutuality is Mutuality.NONE
    if forced and hurt and behaviour.contact:
        return Continuum.VIOLENT
    if forced or misused_power or no_equal:
        return Continuum.ABUSIVE
    consent_unclear = behaviour.contact and unknown & set(scales(behaviour.id).needs_known)
    unusual = base is Colour.RED or behaviour.mutuality is Mutuality.NONE
    if behaviour.compulsive or unusual or counted or consent_unclear:
        return Continuum.PROBLEMATIC
    return Continuum.NORMAL if base is Colour.GREEN else Continuum.INAPPROPRIATE
