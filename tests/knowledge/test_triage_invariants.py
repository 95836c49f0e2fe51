"""What must hold for every case that codes can express (design.md 3, the invariants)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from knowledge.age import Age
from knowledge.assessment import Assessment, Continuum
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.contact_terms import Status
from knowledge.directory import plan_contacts
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import plan
from knowledge.step import Section
from knowledge.triage import ADULT_ROUTE, assess
from knowledge.weighing import ALWAYS_REFER_UNDER, LIKE_AGE_UNDER
from tests.knowledge.cases import ages, answers, behaviours, cases, slugs

SEXUAL_ACTIVITY = sorted(name for name, one in library().behaviours.items() if one.sexual_activity)
LONDON = ZoneInfo("Europe/London")
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda naive: naive.replace(tzinfo=LONDON))


def concern(assessment: Assessment) -> int:
    return assessment.colour.value if assessment.colour else 0


def with_answer(case: Case, slug: str, answer: Answer) -> Case:
    return replace(case, factors={**case.factors, slug: answer})


@given(cases, slugs)
def test_adding_a_risk_factor_never_lowers(case: Case, slug: str) -> None:
    with_no, with_yes = (with_answer(case, slug, answer) for answer in (Answer.NO, Answer.YES))
    assert concern(assess(with_yes)) >= concern(assess(with_no))
    assert concern(assess(with_yes)) >= concern(assess(case))


@given(cases, slugs)
def test_unknown_is_never_below_no(case: Case, slug: str) -> None:
    unknown, no = (with_answer(case, slug, answer) for answer in (Answer.UNKNOWN, Answer.NO))
    assert concern(assess(unknown)) >= concern(assess(no))


@given(cases, slugs)
def test_not_asked_and_not_known_are_the_same(case: Case, slug: str) -> None:
    assume(slug not in case.factors)
    assert assess(with_answer(case, slug, Answer.UNKNOWN)) == assess(case)


@given(cases, st.randoms())
def test_the_order_of_answers_and_behaviours_does_not_matter(case: Case, random: Random) -> None:
    items, names = list(case.factors.items()), list(case.behaviours)
    random.shuffle(items)
    random.shuffle(names)
    other = assess(replace(case, factors=dict(items), behaviours=tuple(names)))
    same = assess(case)
    assert (other.colour, other.continuum, other.provisional, set(other.unknowns), set(other.routes)) == (
        same.colour,
        same.continuum,
        same.provisional,
        set(same.unknowns),
        set(same.routes),
    )


@given(cases, behaviours)
def test_another_behaviour_never_lowers(case: Case, name: str) -> None:
    assume(name not in case.behaviours)
    more = replace(case, behaviours=(*case.behaviours, name))
    assert concern(assess(more)) >= concern(assess(case))


@given(cases, ages)
def test_a_wider_age_never_lowers(case: Case, age: Age) -> None:
    assume(case.age is not None and case.other_age is None)
    assert case.age is not None
    wider = replace(case, age=Age(min(case.age.low, age.low), max(case.age.high, age.high)))
    assert concern(assess(wider)) >= concern(assess(case))
    assert concern(assess(replace(case, age=None))) >= concern(assess(case))


@given(cases, ages)
def test_a_second_age_for_send_never_lowers(case: Case, age: Age) -> None:
    assume(case.developmental_age is None)
    assert concern(assess(replace(case, developmental_age=age))) >= concern(assess(case))


@settings(max_examples=300)
@given(cases, moments)
def test_no_case_is_without_an_action_a_contact_open_now_and_a_reason(case: Case, moment: datetime) -> None:
    assessment = assess(case)
    guidance = plan(case, assessment)
    contacts = plan_contacts(case.area, case.audience.value, assessment.colour_slug, case.age, moment)
    assert assessment.reasons
    assert all(reason.text and reason.sources for reason in assessment.reasons)
    assert guidance.texts(Section.DO_NOW)
    assert any(contact.open_now for contact in contacts)


@settings(max_examples=300)
@given(cases, moments)
def test_a_parent_is_never_sent_to_a_service_that_only_professionals_may_use_or_that_has_closed(
    case: Case, moment: datetime
) -> None:
    assessment = assess(case)
    for shown in plan_contacts(case.area, case.audience.value, assessment.colour_slug, case.age, moment):
        assert shown.contact.status not in (Status.CLOSED, Status.SUPERSEDED)
        if case.audience.value == "parent":
            assert shown.contact.id != "nspcc_carole_house" and shown.contact.role not in ("esas", "nspcc_hsb_service")


@given(cases, st.sampled_from(SEXUAL_ACTIVITY), st.integers(0, ALWAYS_REFER_UNDER - 1))
def test_sexual_activity_under_13_is_red_but_for_the_one_exception(case: Case, name: str, years: int) -> None:
    case = replace(case, behaviours=tuple({*case.behaviours, name}), age=Age.of(years))
    youngest = min(age.low for age in (case.years, case.other_age) if age)
    names = [name for name in case.behaviours if library().behaviours[name].sexual_activity]
    assert names and youngest < ALWAYS_REFER_UNDER
    assessment = assess(case)
    oldest = max(age.high for age in (case.years, case.other_age) if age)
    mild = all(library().behaviours[name].mild_under_9 for name in names)
    excepted = mild and oldest < LIKE_AGE_UNDER and not case.known(Answer.YES) & {"coercion", "age_gap"}
    if excepted:
        assert assessment.colour in (Colour.AMBER, Colour.RED)
    else:
        assert assessment.colour is Colour.RED


@given(cases)
def test_an_adults_involvement_always_reaches_the_adult_route_and_ends_the_triage(case: Case) -> None:
    assessment = assess(with_answer(case, "adult_involved", Answer.YES))
    assert ADULT_ROUTE in assessment.routes
    assert assessment.ends_triage
    assert assessment.colour is Colour.RED


@given(cases)
def test_never_green_while_consent_pressure_upset_or_the_gap_is_unknown_for_a_behaviour_with_someone_else(
    case: Case,
) -> None:
    consent = {"coercion", "distress_other", "age_gap"}
    for name in case.behaviours:
        behaviour = library().behaviours[name]
        open_questions = consent & set(behaviour.relevant) - case.known(Answer.YES) - case.known(Answer.NO)
        if behaviour.involves.someone_else and open_questions and behaviour.needs_known is None:
            assert assess(case).colour is not Colour.GREEN


@given(cases)
def test_the_continuum_stops_at_problematic_to_the_age_of_11(case: Case) -> None:
    step = assess(case).continuum
    if step and case.years.low <= 11:
        assert step.value <= Continuum.PROBLEMATIC.value


@given(cases)
def test_worries_about_health_sudden_change_and_information_have_no_step_of_the_continuum(case: Case) -> None:
    no_step = {
        "body_image_worry", "pregnancy_sti_worry", "pregnancy_sti_confirmed", "genital_injury", "risk_change",
        "gender_sexuality_questions", "body_changes",
    }  # fmt: skip
    if set(case.behaviours) <= no_step:
        assert assess(case).continuum is None
    else:
        assert assess(case).continuum is not None


@given(cases, st.data(), answers)
def test_a_factor_that_is_not_relevant_or_already_held_changes_no_colour(
    case: Case, data: st.DataObject, answer: Answer
) -> None:
    relevant = {factor for name in case.behaviours for factor in library().behaviours[name].relevant}
    # An adult's part always counts, and force or a gap takes the one exception of the under-13 rule away.
    strangers = sorted(set(library().factors) - relevant - {"adult_involved", "age_gap", "coercion"})
    assume(strangers)
    slug = data.draw(st.sampled_from(strangers))
    assert assess(with_answer(case, slug, answer)).colour == assess(case).colour


@given(cases)
def test_what_would_change_the_answer_really_does(case: Case) -> None:
    assessment = assess(case)
    for change in assessment.changes:
        assert assessment.colour is not None and change.colour > assessment.colour
        assert assess(with_answer(case, change.factor, Answer.YES)).colour is change.colour


@given(cases)
def test_every_unknown_that_is_named_is_really_unknown(case: Case) -> None:
    assert all(case.answer(slug) is Answer.UNKNOWN for slug in assess(case).unknowns)


@given(cases)
def test_a_nude_picture_always_opens_the_image_route(case: Case) -> None:
    if any(library().behaviours[name].image for name in case.behaviours):
        assert "r.image_online" in assess(case).routes
