"""Rule 7: every assessment explains itself, in words that are true of the case and do not contradict each other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.age import Age, Band
from knowledge.assessment import Assessment, Continuum
from knowledge.case import Case
from knowledge.library import library
from knowledge.rule import rules as all_rules
from knowledge.triage import assess
from tests.knowledge.judged import FINE, NOTHING_ELSE, YES, rules, told
from tests.knowledge.record import COLOURS, letter, marked

WITH_A_COLOUR = sorted(name for name in COLOURS if letter(name, Band.PRE_SCHOOL) != "N")


def says(found: Assessment, rule: str) -> str:
    return next(reason.text for reason in found.reasons if reason.rule == rule)


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_each_has_a_reason_with_words_and_sources_at_every_age(name: str) -> None:
    for years in (None, *range(18)):
        found = assess(told(name, years))
        assert found.reasons
        for reason in found.reasons:
            assert reason.text.strip() and "{" not in reason.text
            assert reason.sources
        assert len({reason.text for reason in found.reasons}) == len(found.reasons)


def test_the_table_is_named_with_the_age_the_behaviour_and_the_colour() -> None:
    text = says(assess(told("self_touch_in_view", 7)), "table")
    title = library().behaviours["self_touch_in_view"].title
    assert "age 7" in text and "amber" in text and f"“{title[0].lower()}{title[1:]}”" in text
    assert "age 6 to 8" in says(assess(told("self_touch_in_view", Age(6, 8))), "table")


def test_the_overlap_names_the_year() -> None:
    assert says(assess(told("self_touch_in_view", 5)), "overlap").startswith("Age 5 ")


@pytest.mark.parametrize("name", ["self_touch_in_view", "curious_bodies", "touch_child_private_parts"])
def test_each_factor_that_counts_is_a_reason_and_none_that_does_not(name: str) -> None:
    for slug, factor in library().factors.items():
        found = assess(told(name, 4, **{**NOTHING_ELSE, slug: YES}))
        given = {reason.text: reason.rule for reason in found.reasons}
        if slug in marked(name, "sm"):
            assert given[factor.present] == ("strong_factor" if slug in marked(name, "s") else "moderate_factor")
        elif slug != "adult_involved":
            assert factor.present not in given


def test_an_adults_part_is_said_once_and_not_as_a_factor() -> None:
    found = assess(told("peeping", 7, **{**NOTHING_ELSE, "adult_involved": YES}))
    assert library().factors["adult_involved"].present not in {reason.text for reason in found.reasons}
    assert not {"strong_factor", "moderate_factor"} & rules(found)


def test_two_moderate_factors_are_said_only_when_they_made_the_colour() -> None:
    two = {"secrecy": YES, "planning": YES}
    assert "two_moderate_factors" in rules(assess(told("curious_bodies", 4, **FINE, **two)))
    assert "two_moderate_factors" not in rules(assess(told("curious_bodies", 4, **FINE, secrecy=YES)))
    assert "two_moderate_factors" not in rules(assess(told("curious_bodies", 4, **{**FINE, **two, "coercion": YES})))
    one_fact = {**FINE, "age_gap": YES, "age_gap_two_years": YES}
    assert "two_moderate_factors" not in rules(assess(told("curious_bodies", 4, **one_fact)))


def test_several_behaviours_are_said_only_when_more_than_one_has_a_colour() -> None:
    assert "several_behaviours" in rules(assess(Case(("nakedness", "peeping"), Age.of(4))))
    assert "several_behaviours" not in rules(assess(Case(("nakedness", "body_changes"), Age.of(4))))


def test_with_several_behaviours_the_reasons_are_those_of_the_most_worrying() -> None:
    texts = " ".join(reason.text for reason in assess(Case(("nakedness", "act_out_sex"), Age.of(4))).reasons)
    assert library().behaviours["act_out_sex"].title[1:] in texts
    assert library().behaviours["nakedness"].title[1:] not in texts


@pytest.mark.parametrize("names", [("animals", "forced_sexual_activity"), ("forced_sexual_activity", "animals")])
def test_of_two_equal_colours_the_reasons_are_those_of_the_further_step(names: tuple[str, str]) -> None:
    texts = " ".join(reason.text for reason in assess(Case(names, Age.of(15))).reasons)
    assert library().behaviours["forced_sexual_activity"].title[1:] in texts
    assert library().behaviours["animals"].title[1:] not in texts


# --- nothing that is not true of the case ---


def test_a_colour_that_no_guide_lists_is_not_said_to_stand_in_one() -> None:
    """`derived_cell` says that the guides do not list this; no other reason may then say that they do."""
    for name in WITH_A_COLOUR:
        for years in range(18):
            found = assess(told(name, years))
            if "derived_cell" in rules(found):
                assert not any("on published guides" in reason.text for reason in found.reasons), (name, years)


def test_a_colour_that_not_every_age_has_is_not_said_of_any_age() -> None:
    for name in ("curious_bodies", "self_touch_in_view", "porn_searching", "nude_own_shared"):
        assert not any("any age" in reason.text for reason in assess(told(name, None)).reasons), name


def test_force_is_not_said_to_have_been_described_where_it_was_denied() -> None:
    for name, years in (("sexual_harassment", 8), ("nude_other_shared", 10), ("fake_nude", 10), ("covert_filming", 10)):
        texts = " ".join(reason.text for reason in assess(told(name, years, **NOTHING_ELSE)).reasons)
        assert "Force or a difference in power was described" not in texts, name


@pytest.mark.parametrize("slug", ["coercion", "age_gap", "dev_gap", "power"])
def test_force_or_power_that_was_described_is_said_of_a_young_child(slug: str) -> None:
    found = assess(told("touch_child_private_parts", 8, **{**NOTHING_ELSE, slug: YES}))
    assert found.continuum is Continuum.PROBLEMATIC and "young_child_continuum" in rules(found)
    older = assess(told("touch_child_private_parts", 12, **{**NOTHING_ELSE, slug: YES}))
    assert older.continuum is Continuum.ABUSIVE and "young_child_continuum" not in rules(older)


@pytest.mark.parametrize("name", ["forced_sexual_activity", "sexual_contact_younger_less_able", "pressures_for_nudes"])
def test_force_or_power_that_the_behaviour_itself_means_is_said_too(name: str) -> None:
    assert "young_child_continuum" in rules(assess(told(name, 8, **NOTHING_ELSE)))


def test_a_child_whose_age_nobody_gave_is_not_called_young() -> None:
    texts = " ".join(reason.text for reason in assess(told("forced_sexual_activity", None)).reasons)
    assert "this young" not in texts


def test_children_are_not_said_to_be_of_like_age_while_the_gap_is_unknown() -> None:
    texts = " ".join(reason.text for reason in assess(told("sexual_contact_family_member", 4)).reasons)
    assert "of like age" not in texts


def test_the_law_is_not_said_to_spare_two_who_both_want_it_where_one_was_made_to() -> None:
    texts = " ".join(reason.text for reason in assess(told("sexual_intercourse_oral", 15, coercion=YES)).reasons)
    assert "free to choose" not in texts


def test_no_reason_foretells_what_the_law_will_do() -> None:
    texts = " ".join(rule.says for rule in all_rules().values())
    for word in ("prosecut", "court", "charged", "police will"):
        assert word not in texts


def test_the_age_of_consent_is_said_even_where_the_law_spares_nobody() -> None:
    for factors in ({"coercion": YES}, {"frequency": YES}):
        found = assess(told("sexual_intercourse_oral", 15, **{**FINE, **factors}))
        assert "age_of_consent" in rules(found) and "age_13_to_15" not in rules(found)
    assert "age_of_consent" not in rules(assess(told("sexual_intercourse_oral", 15, **FINE)))


def test_the_law_is_not_said_to_allow_what_it_forbids_within_a_family() -> None:
    for name in ("mutual_sexual_touching", "sexual_intercourse_oral"):
        found = assess(told(name, 17, **FINE, sibling=YES))
        assert "family" in rules(found) and "age_16_to_17" not in rules(found)


def test_what_is_not_harmful_is_not_said_to_be_so_where_an_adult_took_part() -> None:
    assert "not_harmful" not in rules(assess(told("body_changes", 12, adult_involved=YES)))


def test_the_reasons_come_in_a_fixed_order_table_factors_law_and_what_is_open() -> None:
    found = assess(told("mutual_sexual_touching", 8))
    assert [reason.rule for reason in found.reasons] == [
        "table",
        "under_9_like_age",
        "under_9_plainly",
        "consent_unknown",
    ]
    case = replace(told("mutual_sexual_touching", None, sibling=YES), developmental_age=Age.of(7))
    assert [reason.rule for reason in assess(case).reasons] == [
        "age_unknown", "table", "developmental_age", "moderate_factor", "under_13",
    ]  # fmt: skip
