"""From an assessment to what to do: which steps fit, in which order, and how many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

import knowledge.plan
from knowledge.age import Age
from knowledge.case import AREAS, Case, Role
from knowledge.factor import Answer
from knowledge.library import Library, library
from knowledge.plan import MOST_STEPS, NEVER_DROPPED, SPECIAL, Fit, Plan, fit, plan, steps_for
from knowledge.provenance import Certainty, Citation
from knowledge.step import Section, Step, When
from knowledge.triage import assess
from knowledge.words import Audience, Words

A_FIT = Fit(
    colour="amber",
    audience=Audience.PARENT,
    role=Role.DISPLAYED,
    area="stoke",
    subjects=frozenset({"talk"}),
    behaviours=frozenset({"sex_questions"}),
    factors=frozenset({"secrecy", "sibling"}),
    involves_others=False,
    youngest=8,
    oldest=10,
)


def a_step(
    name: str,
    order: int = 10,
    when: When | None = None,
    topic: str | None = None,
    section: Section = Section.DO_NOW,
    text: Words | None = None,
) -> Step:
    return Step(
        id=name,
        section=section,
        order=order,
        text=text or Words(parent=f"Do {name}."),
        when=when or When(),
        topic=topic,
        sources=(Citation("brook"),),
        certainty=Certainty.SEEN,
    )


Guidance = Callable[..., Plan]


@pytest.fixture
def guided(monkeypatch: pytest.MonkeyPatch) -> Iterator[Guidance]:
    """The plan of one case for guidance of a few steps: `guided(fit, step, step, ...)`."""

    def steps(what: Fit, *some: Step) -> Plan:
        small = Library({}, {}, {})
        small.__dict__["steps"] = {step.id: step for step in some}
        monkeypatch.setattr(knowledge.plan, "library", lambda: small)
        knowledge.plan._candidates.cache_clear()
        return steps_for(what)

    yield steps
    knowledge.plan._candidates.cache_clear()


def ids(found: Plan, section: Section = Section.DO_NOW) -> list[str]:
    return [step.id for step in found.steps[section]]


# --- what the guidance knows of a case ---


def test_a_case_is_reduced_to_what_guidance_looks_at() -> None:
    case = Case(
        ("nude_own_shared", "sex_questions"),
        Age(8, 10),
        {"secrecy": Answer.YES, "coercion": Answer.NO},
        Audience.SCHOOL,
        "stoke",
        Role.BOTH,
        other_age=Age.of(3),
    )
    assert fit(case, assess(case)) == Fit(
        colour="red",
        audience=Audience.SCHOOL,
        role=Role.BOTH,
        area="stoke",
        subjects=frozenset({"pictures", "talk"}),
        behaviours=frozenset({"nude_own_shared", "sex_questions"}),
        factors=frozenset({"secrecy", "age_gap"}),  # the gap follows from the ages
        involves_others=True,
        youngest=8,
        oldest=10,
    )


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("sex_questions", False), ("self_touch_in_view", False), ("body_image_worry", False), ("porn_searching", False),
        ("touch_adult_private_parts", False), ("crush_on_adult", False), ("pregnancy_sti_worry", False),
        ("curious_bodies", True), ("mooning_flashing", True), ("act_out_sex", True), ("nude_own_shared", True),
        ("genital_injury", True),
    ],
)  # fmt: skip
def test_others_are_involved_where_another_child_or_a_picture_is(name: str, others: bool) -> None:
    case = Case((name,), Age.of(8))
    assert fit(case, assess(case)).involves_others is others


def test_information_is_a_colour_of_its_own_and_an_unknown_age_is_every_age() -> None:
    case = Case(("body_changes",))
    found = fit(case, assess(case))
    assert (found.colour, found.youngest, found.oldest) == ("information", 0, 17)


# --- which steps fit ---


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        (When(), True),
        (When(colour=("amber",)), True), (When(colour=("green", "amber")), True),
        (When(colour=("green", "red")), False),
        (When(audience=(Audience.PARENT,)), True), (When(audience=(Audience.SCHOOL, Audience.HELPLINE)), False),
        (When(role=("displayed",)), True), (When(role=("affected", "both")), False),
        (When(area=("stoke",)), True), (When(area=("elsewhere",)), False),
        (When(subject=("talk",)), True), (When(subject=("talk", "online")), True), (When(subject=("online",)), False),
        (When(behaviour=("sex_questions",)), True), (When(behaviour=("adult_sex_talk",)), False),
        (When(factor=("secrecy",)), True), (When(factor=("online", "sibling")), True),
        (When(factor=("online",)), False),
        (When(unless=("online",)), True), (When(unless=("online", "sibling")), False),
        (When(involves_others=False), True), (When(involves_others=True), False),
        (When(age_under=9), True), (When(age_under=8), False), (When(age_under=18), True),
        (When(age_from=9), True), (When(age_from=10), True), (When(age_from=11), False), (When(age_from=0), True),
        (When(colour=("amber",), role=("affected",)), False), (When(colour=("amber",), role=("displayed",)), True),
    ],
)  # fmt: skip
def test_a_step_is_for_the_cases_that_all_of_its_conditions_hold_for(guided: Guidance, when: When, fits: bool) -> None:
    assert ids(guided(A_FIT, a_step("it", when=when))) == (["it"] if fits else [])


def test_a_case_with_others_takes_the_steps_for_others(guided: Guidance) -> None:
    with_others = replace(A_FIT, involves_others=True)
    some = (a_step("alone", when=When(involves_others=False)), a_step("with", when=When(involves_others=True)))
    assert ids(guided(with_others, *some)) == ["with"]


def test_a_step_without_words_for_the_audience_is_left_out(guided: Guidance) -> None:
    for_school = a_step("it", text=Words(school="Tell the DSL."))
    assert ids(guided(A_FIT, for_school)) == []
    assert ids(guided(replace(A_FIT, audience=Audience.SCHOOL), for_school)) == ["it"]
    assert ids(guided(replace(A_FIT, audience=Audience.PROFESSIONAL), for_school)) == ["it"]
    assert ids(guided(replace(A_FIT, audience=Audience.HELPLINE), for_school)) == []


# --- order and number ---


def test_steps_stand_in_their_section_in_order_and_then_by_name(guided: Guidance) -> None:
    found = guided(A_FIT, a_step("c", 20), a_step("b", 10), a_step("a", 20), a_step("other", 1, section=Section.AVOID))
    assert ids(found) == ["b", "a", "c"]
    assert ids(found, Section.AVOID) == ["other"]
    assert set(found.steps) == set(Section)


def test_of_two_steps_with_one_topic_the_first_stays(guided: Guidance) -> None:
    found = guided(A_FIT, a_step("late", 20, topic="calm"), a_step("early", 10, topic="calm"), a_step("none", 30))
    assert ids(found) == ["early", "none"]
    assert found.topics == ("calm",)


@pytest.mark.parametrize("section", list(Section))
def test_no_section_is_longer_than_a_person_can_take_in(guided: Guidance, section: Section) -> None:
    many = [a_step(f"s{n:02}", 50 + n, section=section) for n in range(12)]
    most = {Section.DO_NOW: 8, Section.AVOID: 5, Section.SAFETY_PLAN: 6}.get(section, 12)
    assert MOST_STEPS.get(section, 12) == most
    assert ids(guided(A_FIT, *many), section) == [step.id for step in many[:most]]


def test_what_is_special_to_the_subject_goes_first_from_its_end(guided: Guidance) -> None:
    general = [a_step(f"g{n}", 10 + n) for n in range(6)] + [a_step("support", 80)]
    special = [a_step(f"s{order}", order) for order in (SPECIAL[0], 30, SPECIAL[-1])]
    assert ids(guided(A_FIT, *general, *special)) == [f"g{n}" for n in range(6)] + [f"s{SPECIAL[0]}", "support"]


def test_the_law_both_children_and_not_sharing_a_picture_are_never_dropped(guided: Guidance) -> None:
    assert set(NEVER_DROPPED) == {"both_children", "under_13_law", "do_not_share_image"}
    kept = [a_step(f"k{n}", 60 + n, topic=topic) for n, topic in enumerate(NEVER_DROPPED)]
    others = [a_step(f"o{n}", 10 + n) for n in range(8)]
    assert ids(guided(A_FIT, *others, *kept)) == [*(f"o{n}" for n in range(5)), "k0", "k1", "k2"]


def test_a_review_at_the_end_stays(guided: Guidance) -> None:
    review = a_step("review", 90, section=Section.SAFETY_PLAN)
    others = [a_step(f"o{n}", 10 + n, section=Section.SAFETY_PLAN) for n in range(8)]
    assert ids(guided(A_FIT, *others, review), Section.SAFETY_PLAN) == [*(f"o{n}" for n in range(5)), "review"]


def test_texts_are_in_the_words_of_the_audience(guided: Guidance) -> None:
    step = a_step("it", text=Words(parent="Tell the school.", school="Tell the DSL.", professional="Refer."))
    for audience, text in (
        (Audience.PARENT, "Tell the school."), (Audience.HELPLINE, "Tell the school."),
        (Audience.SCHOOL, "Tell the DSL."), (Audience.PROFESSIONAL, "Refer."),
    ):  # fmt: skip
        assert guided(replace(A_FIT, audience=audience), step).texts(Section.DO_NOW) == (text,)


# --- the guidance of this installation ---


def planned(name: str, years: int, /, role: Role = Role.DISPLAYED, audience: Audience = Audience.PARENT) -> Plan:
    case = Case((name,), Age.of(years), audience=audience, role=role)
    return plan(case, assess(case))


@pytest.mark.parametrize("name", ["mutual_sexual_touching", "sexual_intercourse_oral", "forced_sexual_activity"])
def test_the_law_under_13_is_said_where_the_answer_is_red_and_only_there(name: str) -> None:
    for audience in Audience:
        assert "under_13_law" in planned(name, 12, audience=audience).topics
        assert "under_13_law" not in planned(name, 14, audience=audience).topics
    assert "under_13_law" not in planned("mutual_sexual_touching", 8).topics


def test_the_law_under_13_is_said_of_every_sexual_activity() -> None:
    """Rule 4: under 13 and any sexual activity: red, refer."""
    for name, behaviour in library().behaviours.items():
        if behaviour.sexual_activity:
            assert "under_13_law" in planned(name, 11).topics, name


def test_the_law_on_sexual_activity_is_not_said_of_what_is_none() -> None:
    assert "under_13_law" not in planned("animals", 10).topics


@pytest.mark.parametrize("years", [3, 7, 11, 15])
def test_a_school_is_told_to_tell_its_safeguarding_lead_at_every_colour(years: int) -> None:
    """Domain, tension 5: the DSL whatever the colour."""
    for name, behaviour in library().behaviours.items():
        if behaviour.harmful_kind:
            assert "tell_dsl" in planned(name, years, audience=Audience.SCHOOL).topics, name


@pytest.mark.parametrize("name", sorted(library().behaviours))
def test_the_role_turns_the_plan_to_the_child_who_was_affected(name: str) -> None:
    displayed, affected = (planned(name, 10, role=role) for role in (Role.DISPLAYED, Role.AFFECTED))
    assert not set(affected.texts(Section.AVOID)) & {"Do not shout, smack, tease or shame."}
    behaviour = library().behaviours[name]
    if behaviour.harmful_kind and behaviour.involves.another_child:
        assert displayed.texts(Section.DO_NOW) != affected.texts(Section.DO_NOW)


def test_every_area_and_audience_gets_something_to_do_for_every_behaviour() -> None:
    for name in library().behaviours:
        for area in AREAS:
            for audience in Audience:
                case = Case((name,), Age.of(9), audience=audience, area=area)
                assert plan(case, assess(case)).texts(Section.DO_NOW), (name, area, audience)
