"""Each rule of the triage (design, section 3) as a sentence. Whole situations are in vignettes.yml."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from knowledge.age import Age
from knowledge.assessment import Assessment, Change, Continuum
from knowledge.case import AREAS, Case, Role
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import ADULT_ROUTE, EXPLOITATION_ROUTE, HEALTH_ROUTE, IMAGE_ROUTE, assess
from knowledge.words import Audience
from tests.knowledge.record import COLOURS
from tests.knowledge.test_behaviours import NUDE_IMAGE, SEXUAL_ACTIVITY

GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
FINE = {"coercion": NO, "distress_other": NO, "age_gap": NO}
NOTHING_ELSE = dict.fromkeys(library().factors, NO)


def told(name: str, age: int | Age | None, other: int | None = None, /, **factors: Answer) -> Case:
    years = Age.of(age) if isinstance(age, int) else age
    return Case((name,), years, factors, other_age=None if other is None else Age.of(other))


def colour(case: Case) -> Colour | None:
    return assess(case).colour


def rules(assessment: Assessment) -> set[str]:
    return {reason.rule for reason in assessment.reasons}


# --- what a case must be ---


def test_a_case_without_a_behaviour_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one behaviour"):
        assess(Case())


def test_a_behaviour_that_is_not_in_the_table_is_refused() -> None:
    with pytest.raises(KeyError, match="made_up"):
        assess(told("made_up", 8))


@pytest.mark.parametrize("answer", list(Answer))
def test_a_factor_that_does_not_exist_is_refused_and_never_passes_in_silence(answer: Answer) -> None:
    with pytest.raises(KeyError, match="made_up"):
        assess(told("peeping", 8, made_up=answer))


def test_the_answer_names_the_behaviours_and_the_age_it_was_given() -> None:
    case = Case(("peeping", "nakedness"), Age.of(8))
    assert (assess(case).behaviours, assess(case).age) == (("peeping", "nakedness"), Age.of(8))
    assert assess(told("peeping", None)).age is None


# --- rule 1: routes first ---


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_1_an_adults_part_is_red_and_ends_the_triage_whatever_else_there_is(name: str) -> None:
    found = assess(told(name, 15, adult_involved=YES))
    assert (found.colour, found.ends_triage, found.provisional) == (RED, True, False)
    assert found.routes[0] == ADULT_ROUTE == "r.adult_abuser"
    assert found.reasons[0].rule == "adult"
    assert found.changes == ()


def test_rule_1_with_an_adult_the_age_need_not_be_known() -> None:
    assert not assess(told("peeping", None, adult_involved=YES)).provisional


@pytest.mark.parametrize("answer", [NO, UNKNOWN])
def test_rule_1_nothing_else_ends_the_triage(answer: Answer) -> None:
    found = assess(told("crush_on_adult", 15, coercion=NO, adult_involved=answer))
    assert not found.ends_triage and ADULT_ROUTE not in found.routes and "adult" not in rules(found)


@pytest.mark.parametrize("name", sorted(NUDE_IMAGE))
def test_rule_1_a_nude_picture_opens_the_image_route_at_every_age(name: str) -> None:
    assert all(assess(told(name, years)).routes[0] == IMAGE_ROUTE == "r.image_online" for years in range(18))


def test_rule_1_a_picture_beside_anything_opens_the_image_route() -> None:
    assert assess(told("kiss_hold_hands", 15, online=YES)).routes == (IMAGE_ROUTE,)
    assert assess(told("kiss_hold_hands", 15, online=NO)).routes == ()
    assert assess(told("kiss_hold_hands", 15)).routes == ()


@pytest.mark.parametrize("name", ["body_changes", "gender_sexuality_questions"])
def test_rule_1_a_picture_opens_the_image_route_even_beside_what_is_not_harmful(name: str) -> None:
    """Rule 4: any nude image of an under-18: the image route, at every colour."""
    assert IMAGE_ROUTE in assess(told(name, 12, online=YES)).routes


@pytest.mark.parametrize("name", ["risk_change", "sexual_exploitation"])
def test_rule_1_signs_of_exploitation_open_their_route(name: str) -> None:
    assert assess(told(name, 15)).routes == (EXPLOITATION_ROUTE,) == ("r.cse_cce",)


@pytest.mark.parametrize("name", ["genital_injury", "pregnancy_sti_worry", "pregnancy_sti_confirmed"])
def test_rule_1_health_worries_open_the_health_route(name: str) -> None:
    assert assess(told(name, 15)).routes == (HEALTH_ROUTE,) == ("r.health",)
    assert assess(told("body_image_worry", 15)).routes == ()


def test_rule_1_an_injury_opens_the_health_route() -> None:
    assert assess(told("self_touch_in_view", 7, injury=YES)).routes == (HEALTH_ROUTE,)


def test_rule_1_one_behaviour_of_several_is_enough_for_its_route() -> None:
    assert assess(Case(("peeping", "genital_injury"), Age.of(8))).routes == (HEALTH_ROUTE,)
    assert assess(Case(("peeping", "nude_own_shared"), Age.of(8))).routes == (IMAGE_ROUTE,)
    assert assess(Case(("peeping", "risk_change"), Age.of(8))).routes == (EXPLOITATION_ROUTE,)


def test_rule_1_several_routes_stand_in_the_order_of_their_urgency() -> None:
    case = told("risk_change", 15, adult_involved=YES, online=YES, injury=YES)
    assert assess(case).routes == (ADULT_ROUTE, IMAGE_ROUTE, EXPLOITATION_ROUTE, HEALTH_ROUTE)


@pytest.mark.parametrize("name", ["r.adult_abuser", "r.image_online", "r.cse_cce", "r.health"])
def test_rule_1_every_route_that_an_answer_names_exists(name: str) -> None:
    assert name in library().routes


# --- rule 2: base colour ---


def test_rule_2_the_most_cautious_of_several_behaviours() -> None:
    names = ("swear_slang_body_words", "self_touch_in_view", "act_out_sex")
    for order in permutations(names):
        assert colour(Case(order, Age.of(7))) is RED
    for order in permutations(names[:2]):
        assert colour(Case(order, Age.of(7))) is AMBER


def test_rule_2_the_colour_comes_before_the_step_of_the_continuum() -> None:
    """A worry without a step can still be the more cautious of the two."""
    for names in permutations(("risk_change", "kiss_hold_hands")):
        found = assess(Case(names, Age.of(15), FINE))
        assert (found.colour, found.continuum) == (AMBER, Continuum.NORMAL)


def test_rule_6_of_several_behaviours_the_furthest_step_counts() -> None:
    for names in permutations(("self_touch_in_view", "peeping", "swear_slang_body_words")):
        assert assess(Case(names, Age.of(8), FINE)).continuum is Continuum.PROBLEMATIC


@pytest.mark.parametrize(("name", "years"), [("self_touch_in_view", 5), ("curious_bodies", 9), ("nude_own_shared", 13)])
def test_rule_2_at_5_9_and_13_the_more_cautious_band_and_it_says_so(name: str, years: int) -> None:
    found, before, after = (assess(told(name, age, **FINE)) for age in (years, years - 1, years + 1))
    assert found.colour is max(one.colour for one in (before, after) if one.colour)
    assert before.colour is not after.colour
    assert "overlap" in rules(found)
    assert "overlap" not in rules(before) | rules(after)


def test_rule_2_where_both_bands_agree_there_is_nothing_to_say() -> None:
    assert "overlap" not in rules(assess(told("self_touch_private", 5)))


@pytest.mark.parametrize(
    ("years", "working_at", "expected"), [(15, 7, RED), (12, 15, AMBER), (15, 12, AMBER), (16, 15, GREEN)]
)
def test_rule_2_with_two_ages_the_more_cautious_counts(years: int, working_at: int, expected: Colour) -> None:
    found = assess(replace(told("porn_searching", years), developmental_age=Age.of(working_at)))
    assert found.colour is expected
    assert "developmental_age" in rules(found)


@pytest.mark.parametrize("send", list(Answer))
def test_rule_2_special_needs_by_themselves_change_no_colour(send: Answer) -> None:
    case = told("porn_searching", 15)
    assert assess(replace(case, send=send)) == assess(case)


@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_2_an_age_that_nobody_knows_counts_as_the_most_cautious_one(name: str) -> None:
    of_each = [colour(told(name, years, **FINE)) for years in range(18)]
    found = assess(told(name, None, **FINE))
    most_cautious = max((one for one in of_each if one), default=None)
    assert found.colour is (max(most_cautious, Colour.AMBER) if most_cautious else None)  # and silence is never green
    if found.colour:
        assert found.provisional and found.reasons[0].rule == "age_unknown"


# --- rule 3: factors raise, nothing lowers ---


def test_rule_3_a_no_lowers_nothing() -> None:
    for name in COLOURS:
        for years in (3, 7, 11, 15):
            known, unknown = colour(told(name, years, **NOTHING_ELSE)), colour(told(name, years))
            assert (known or 0) <= (unknown or 0)
            if known is RED:
                assert unknown is RED


def test_rule_3_a_strong_factor_of_another_behaviour_counts_only_where_it_is_relevant() -> None:
    case = Case(("swear_slang_body_words", "nakedness"), Age.of(7), {"coercion": YES})
    assert colour(case) is RED
    assert colour(told("swear_slang_body_words", 7, coercion=YES)) is GREEN


# --- rule 4: the law sets floors ---


@pytest.mark.parametrize("name", sorted(SEXUAL_ACTIVITY))
@pytest.mark.parametrize("years", range(9, 13))
def test_rule_4_sexual_activity_from_9_to_12_is_red_with_a_referral(name: str, years: int) -> None:
    found = assess(told(name, years, **NOTHING_ELSE))
    assert found.colour is RED and "under_13" in rules(found)
    assert "referral" in next(reason.text for reason in found.reasons if reason.rule == "under_13")


@pytest.mark.parametrize("name", sorted(SEXUAL_ACTIVITY - {"mutual_sexual_touching", "sexual_contact_family_member"}))
@pytest.mark.parametrize("years", range(9))
def test_rule_4_there_is_no_exception_for_these_under_9(name: str, years: int) -> None:
    found = assess(told(name, years, **NOTHING_ELSE))
    assert found.colour is RED and "under_13" in rules(found) and "under_9_like_age" not in rules(found)


@pytest.mark.parametrize("years", range(9))
def test_rule_4_the_exception_is_amber_with_advice(years: int) -> None:
    found = assess(told("mutual_sexual_touching", years, years, coercion=NO, distress_other=NO))
    assert found.colour is AMBER and "under_13" not in rules(found)
    assert "advice" in next(reason.text for reason in found.reasons if reason.rule == "under_9_like_age")
    assert "under_9_plainly" not in rules(found)


@pytest.mark.parametrize("answers", [{}, {"coercion": NO}, {"distress_other": NO}, {**FINE, "sibling": YES}])
def test_rule_4_the_exception_says_plainly_what_is_unknown_about_force_or_upset_or_raises(
    answers: dict[str, Answer],
) -> None:
    assert "under_9_plainly" in rules(assess(told("mutual_sexual_touching", 7, **answers)))


def test_rule_4_sexual_activity_with_a_child_under_13_is_red_however_old_the_other_is() -> None:
    for name in SEXUAL_ACTIVITY:
        for years, other in ((13, 12), (14, 12), (17, 12), (17, 3), (14, 8)):
            found = assess(told(name, years, other, coercion=NO, distress_other=NO))
            assert found.colour is RED and "under_13" in rules(found), (name, years, other)


@pytest.mark.parametrize("years", [13, 14, 15, 16, 17])
def test_rule_4_from_13_on_the_under_13_rule_is_silent(years: int) -> None:
    for name in SEXUAL_ACTIVITY:
        assert "under_13" not in rules(assess(told(name, years, years, **FINE)))


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize(
    ("years", "expected"), [(12, RED), (13, RED), (14, AMBER), (15, AMBER), (16, GREEN), (17, GREEN)]
)
def test_rule_4_mutual_with_somebody_of_the_same_age(name: str, years: int, expected: Colour) -> None:
    assert colour(told(name, years, years, coercion=NO, distress_other=NO)) is expected
    assert colour(told(name, years, **FINE)) is expected


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize(("years", "other"), [(16, 15), (15, 16), (16, 14), (17, 15)])
def test_rule_4_amber_at_least_while_either_is_under_the_age_of_consent(name: str, years: int, other: int) -> None:
    assert (colour(told(name, years, other, coercion=NO, distress_other=NO)) or 0) >= AMBER


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral"])
@pytest.mark.parametrize("years", [14, 15, 16, 17])
def test_rule_4_within_a_family_it_is_red_and_says_so(name: str, years: int) -> None:
    found = assess(told(name, years, sibling=YES, **FINE))
    assert found.colour is RED and "family" in rules(found)
    assert "family" not in rules(assess(told(name, years, sibling=NO, **FINE)))
    assert "family" not in rules(assess(told(name, years, **FINE)))


def test_rule_4_living_in_one_home_is_one_step_where_the_law_is_silent() -> None:
    found = assess(told("peeping", 7, sibling=YES, **FINE))
    assert found.colour is RED and "family" not in rules(found)
    assert colour(told("touch_child_private_parts", 4, sibling=YES, **FINE)) is AMBER


def test_rule_4_a_picture_of_a_child_under_13_is_red_and_from_13_amber_at_least() -> None:
    for years, other, expected in ((12, None, RED), (13, None, AMBER), (14, 12, RED), (14, 13, AMBER), (17, 17, AMBER)):
        found = assess(told("chat_online_peers", years, other, online=YES))
        assert found.colour is expected and "image" in rules(found), (years, other)
        assert ("image_under_13" in rules(found)) is (expected is RED)


def test_rule_4_a_picture_counts_where_it_was_part_of_it_only() -> None:
    for answer in (NO, UNKNOWN):
        assert "image" not in rules(assess(told("chat_online_peers", 12, online=answer)))


# --- rule 5: not knowing is never green ---


@pytest.mark.parametrize("open_question", ["coercion", "distress_other", "age_gap"])
@pytest.mark.parametrize("name", ["curious_bodies", "touch_child_private_parts", "body_role_play", "kiss_hold_hands"])
def test_rule_5_one_open_question_is_amber_at_least_and_says_which(name: str, open_question: str) -> None:
    known = {slug: answer for slug, answer in NOTHING_ELSE.items() if slug != open_question}
    found = assess(told(name, 4, **known))
    assert (found.colour, found.provisional, found.unknowns[0]) == (AMBER, True, open_question)
    reason = next(reason.text for reason in found.reasons if reason.rule == "consent_unknown")
    assert library().factors[open_question].if_present in reason
    assert colour(told(name, 4, **NOTHING_ELSE)) is GREEN


def test_rule_5_it_says_so_of_an_amber_answer_too() -> None:
    found = assess(told("peeping", 7))
    assert found.colour is AMBER and found.provisional and "consent_unknown" in rules(found)
    known = assess(told("peeping", 7, **FINE))
    assert known.colour is AMBER and not known.provisional and "consent_unknown" not in rules(known)


def test_rule_5_a_red_answer_waits_for_nothing() -> None:
    found = assess(told("forced_sexual_activity", 15))
    assert not found.provisional and "consent_unknown" not in rules(found)


def test_rule_5_is_silent_where_nobody_else_is_involved() -> None:
    for name in ("self_touch_private", "swear_slang_body_words", "chat_online_peers", "privacy_wanted"):
        found = assess(told(name, 8))
        assert (found.colour, found.provisional) == (GREEN, False), name


def test_rule_5_the_two_ages_answer_the_question_of_the_gap() -> None:
    assert colour(told("kiss_hold_hands", 12, 12, coercion=NO, distress_other=NO)) is GREEN
    assert colour(told("kiss_hold_hands", 12, None, coercion=NO, distress_other=NO)) is AMBER


# --- rule 7: every assessment says what would change it ---


def test_rule_7_changes_name_what_would_raise_the_colour_the_most_important_first() -> None:
    found = assess(told("self_touch_in_view", 4, **{**NOTHING_ELSE, "injury": UNKNOWN, "frequency": UNKNOWN}))
    assert found.colour is GREEN
    assert found.changes == (Change("injury", RED), Change("frequency", AMBER))
    assert found.unknowns == ("injury", "frequency")


def test_rule_7_what_would_not_raise_it_is_not_named() -> None:
    """Silence has made it amber already; one moderate factor would not make it more."""
    found = assess(told("crush_on_adult", 4, **{**NOTHING_ELSE, "coercion": UNKNOWN, "preoccupation": UNKNOWN}))
    assert found.colour is AMBER
    assert found.changes == (Change("coercion", RED),)
    assert found.unknowns == ("coercion",)


def test_rule_7_nothing_can_change_a_red_answer() -> None:
    assert assess(told("act_out_sex", 4)).changes == ()


def test_rule_7_what_only_the_law_would_raise_is_named_too() -> None:
    known = {**NOTHING_ELSE, "sibling": UNKNOWN, "online": UNKNOWN}
    assert Change("sibling", RED) in assess(told("sexual_intercourse_oral", 16, **known)).changes
    assert Change("online", AMBER) in assess(told("sexual_intercourse_oral", 16, **known)).changes
    assert Change("online", RED) in assess(told("chat_online_peers", 12)).changes
    assert Change("sibling", AMBER) in assess(told("touch_child_private_parts", 4, **known)).changes


def test_rule_7_an_adults_part_would_always_make_it_red() -> None:
    assert Change("adult_involved", RED) in assess(told("privacy_wanted", 9)).changes


def test_rule_7_several_behaviours_add_up_their_open_questions_once() -> None:
    found = assess(Case(("curious_bodies", "kiss_hold_hands"), Age.of(7)))
    assert found.unknowns[:3] == ("coercion", "distress_other", "age_gap")
    assert len(set(found.unknowns)) == len(found.unknowns)


# --- rule 8: when the writer's child is the one it was done to ---


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", sorted(COLOURS))
def test_rule_8_the_role_changes_no_colour(name: str, role: Role) -> None:
    """The age is that of the child whose behaviour it was, whoever writes."""
    for years in (4, 8, 12, 15):
        case = told(name, years)
        assert assess(replace(case, role=role)) == assess(case)


@pytest.mark.parametrize("audience", list(Audience))
def test_who_asks_and_from_where_changes_no_colour(audience: Audience) -> None:
    case = told("peeping", 8)
    assert all(assess(replace(case, audience=audience, area=area)) == assess(case) for area in AREAS)
