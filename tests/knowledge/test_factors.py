"""The factors: how much each counts (rule 3), how it is asked, and what it does to each behaviour."""

from __future__ import annotations

from itertools import pairwise

import pytest

from knowledge.age import Age, Band
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess
from knowledge.words import Audience
from tests.knowledge.record import COLOURS, FACTORS, letter, marked
from tests.knowledge.test_behaviours import NUDE_IMAGE, SEXUAL_CONTACT, SHOWING

WEIGHTS = {
    "strong": {"coercion", "injury"},
    "by_contact": {"age_gap", "dev_gap", "power", "distress_other"},
    "by_exposure": {"persistence"},
    "image": {"online"},
    "route": {"adult_involved"},
    "moderate": {
        "age_gap_two_years", "secrecy", "planning", "frequency", "preoccupation", "escalation", "multiple", "prior",
        "distress_self", "knowledge", "change", "sibling", "carer_minimises", "child_victim_signs",
    },
}  # fmt: skip
A_YEAR_IN_EACH_BAND = {
    Band.PRE_SCHOOL: 3, Band.FIVE_TO_NINE: 7, Band.NINE_TO_THIRTEEN: 11, Band.THIRTEEN_TO_SEVENTEEN: 15,
}  # fmt: skip
OF_LETTER = {"G": Colour.GREEN, "A": Colour.AMBER, "R": Colour.RED, "L": Colour.AMBER}
WITH_A_COLOUR = sorted(name for name in COLOURS if letter(name, Band.PRE_SCHOOL) != "N")


def test_there_are_23_and_each_has_the_weight_of_rule_3() -> None:
    factors = library().factors
    assert len(factors) == 23
    for weight, slugs in WEIGHTS.items():
        assert {slug for slug, factor in factors.items() if factor.weight.value == weight} == slugs, weight


def test_force_upset_and_the_large_gap_are_what_consent_hangs_on() -> None:
    assert {slug for slug, one in library().factors.items() if one.consent} == {"coercion", "distress_other", "age_gap"}


def test_force_is_asked_first_then_upset_then_the_gap() -> None:
    ordered = sorted(library().factors.values(), key=lambda factor: (factor.rank, factor.id))
    assert [factor.id for factor in ordered][:5] == [
        "coercion", "distress_other", "age_gap", "persistence", "adult_involved",
    ]  # fmt: skip
    strong = {"coercion", "injury", "dev_gap", "power"}
    last_strong = max(library().factors[slug].rank for slug in strong)
    moderate = [library().factors[slug].rank for slug in WEIGHTS["moderate"] - {"sibling"}]
    assert last_strong < min(moderate)


@pytest.mark.parametrize("slug", sorted(library().factors))
def test_each_is_asked_and_said_in_the_words_of_each_audience(slug: str) -> None:
    factor = library().factors[slug]
    for audience in Audience:
        assert factor.asks.to(audience).endswith("?"), audience
    assert factor.present.endswith(".") and factor.present[0].isupper()
    assert factor.if_present and factor.if_present[0].islower() and not factor.if_present.endswith(".")


def test_a_helpline_worker_never_reads_out_your_child() -> None:
    for factor in library().factors.values():
        assert "your child" not in factor.asks.to(Audience.SCHOOL).lower(), factor.id
        if "your child" in factor.asks.to(Audience.PARENT).lower():
            assert factor.asks.helpline and "your child" not in factor.asks.helpline.lower(), factor.id


@pytest.mark.parametrize("name", sorted(FACTORS))
def test_the_record_of_factors_says_what_rule_3_says(name: str) -> None:
    """`s` and `m` follow from the weight and from whether there was contact, showing or an image."""
    contact_or_image = name in SEXUAL_CONTACT | NUDE_IMAGE
    contact_or_showing = name in SEXUAL_CONTACT | SHOWING
    strong = set(WEIGHTS["strong"])
    strong |= WEIGHTS["by_contact"] if contact_or_image else set()
    strong |= WEIGHTS["by_exposure"] if contact_or_showing else set()
    assert marked(name, "s") == strong & marked(name, "smr")
    assert marked(name, "r") == {"adult_involved"}
    assert marked(name, "m") == marked(name, "smr") - strong - {"adult_involved"}


def _assessed(name: str, years: int, *present: str) -> Colour:
    nothing_else = dict.fromkeys(library().factors, Answer.NO)
    case = Case((name,), Age.of(years), {**nothing_else, **dict.fromkeys(present, Answer.YES)})
    colour = assess(case).colour
    assert colour is not None
    return colour


@pytest.mark.parametrize("name", WITH_A_COLOUR)
def test_each_factor_does_to_each_behaviour_what_its_mark_says(name: str) -> None:
    for band, years in A_YEAR_IN_EACH_BAND.items():
        base = OF_LETTER[letter(name, band)]
        assert _assessed(name, years) is base, band
        for slug, mark in FACTORS[name].items():
            expected = {"s": Colour.RED, "r": Colour.RED, "m": base.raised()}.get(mark, base)
            if slug == "adult_involved" or (slug == "online" and mark and years < 13):
                expected = Colour.RED  # rule 4: a picture of a child under 13
            if slug == "sibling" and mark and letter(name, band) == "L":
                expected = Colour.RED  # rule 4: within a family
            assert _assessed(name, years, slug) is expected, (band, slug)


@pytest.mark.parametrize("name", WITH_A_COLOUR)
def test_two_moderate_factors_make_it_red_and_the_two_sizes_of_a_gap_are_one(name: str) -> None:
    moderate = sorted(marked(name, "m") - {"online"})
    for band, years in A_YEAR_IN_EACH_BAND.items():
        base = OF_LETTER[letter(name, band)]
        for one, other in pairwise(moderate):
            expected = base.raised() if {one, other} == {"age_gap", "age_gap_two_years"} else Colour.RED
            assert _assessed(name, years, one, other) is expected, (band, one, other)
