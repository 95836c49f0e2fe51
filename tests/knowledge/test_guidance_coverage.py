"""The guidance is complete: whatever the case, every section of the plan has enough to say and not too much."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest

from knowledge.case import AREAS, Role
from knowledge.library import library
from knowledge.plan import Fit, Plan, steps_for
from knowledge.step import Section
from knowledge.words import Audience

COLOURS = ("green", "amber", "red", "information")
AGES = (3, 5, 7, 9, 11, 13, 15, 17)  # one for each band and one for each overlap
FACTORS: tuple[frozenset[str], ...] = tuple(
    frozenset(present)
    for present in (
        (),
        ("online",),
        ("sibling",),
        ("injury",),
        ("coercion",),
        ("sibling", "coercion"),
        ("injury", "online"),
    )
)
PHONE = 160  # characters of a step to do now that a parent can take in at a glance


def limits(what: Fit) -> dict[Section, tuple[int, int]]:
    """The least and the most steps of each section."""
    concerning = what.colour in ("amber", "red")
    someone = what.involves_others or what.role is Role.AFFECTED
    return {
        Section.DO_NOW: (4, 8),
        Section.AVOID: (2, 5),
        Section.SAY_TO_CHILD: (1, 3),
        Section.SAY_TO_AFFECTED: (1 if someone and what.colour != "information" else 0, 3),
        Section.WRITE_DOWN: (1, 3),
        Section.SAFETY_PLAN: (3 if concerning else 0, 6),
        Section.YOURSELF: (1, 2),
        Section.STEP_UP: (1, 3),
    }


def grid(colour: str) -> Iterator[Fit]:
    """Every kind of case with one subject; a single age, with and without the factors that change the plan."""
    for audience, age, subject, role, others, factors in product(
        Audience, AGES, library().subjects, Role, (True, False), FACTORS
    ):
        for area in AREAS if (audience, colour) == (Audience.PROFESSIONAL, "red") else AREAS[-1:]:
            yield Fit(colour, audience, role, area, frozenset({subject}), frozenset(), factors, others, age, age)


def topics(plan: Plan) -> list[str]:
    return [step.topic for step in plan.steps[Section.DO_NOW] if step.topic]


@pytest.mark.parametrize("colour", COLOURS)
def test_every_section_has_enough_and_not_too_much_and_no_topic_stands_twice(colour: str) -> None:
    for what in grid(colour):
        plan = steps_for(what)
        for section, (least, most) in limits(what).items():
            count = len(plan.steps[section])
            assert least <= count <= most, (section.value, count, what, [step.id for step in plan.steps[section]])
        found = topics(plan)
        assert len(found) == len(set(found)), (what, found)


@pytest.mark.parametrize("colour", COLOURS)
def test_pictures_always_bring_the_advice_not_to_share_them(colour: str) -> None:
    for what in grid(colour):
        if "pictures" in what.subjects or "online" in what.factors:
            assert "do_not_share_image" in topics(steps_for(what)), what


@pytest.mark.parametrize("colour", ["amber", "red"])
def test_where_others_are_involved_both_children_are_thought_of(colour: str) -> None:
    for what in grid(colour):
        if what.involves_others:
            assert "both_children" in topics(steps_for(what)), what


def test_red_with_sexual_contact_names_supervision_and_distance() -> None:
    for what in grid("red"):
        if what.involves_others and what.subjects & {"sexual_contact", "harm_and_pressure"}:
            found = topics(steps_for(what))
            assert {"supervise", "keep_apart"} <= set(found), (what, found)


def test_an_injury_comes_first_at_every_colour() -> None:
    for colour in COLOURS:
        for what in grid(colour):
            if what.factors == {"injury"}:
                assert topics(steps_for(what))[0] == "medical_help", what


def test_brothers_and_sisters_bring_the_question_who_is_at_home_tonight() -> None:
    for colour in ("amber", "red"):
        for what in grid(colour):
            if what.involves_others and "sibling" in what.factors and "sexual_contact" in what.subjects:
                words = " ".join(steps_for(what).texts(Section.DO_NOW))
                assert "at home tonight" in words, (what, words)


def test_a_school_meets_the_safeguarding_lead_among_the_first_three_steps() -> None:
    for colour in ("amber", "red"):
        for what in grid(colour):
            if what.audience is Audience.SCHOOL:
                first = [step.topic for step in steps_for(what).steps[Section.DO_NOW] if step.topic != "medical_help"]
                assert "tell_dsl" in first[:4], (what, first)


def test_a_step_to_do_now_fits_a_phone_in_the_words_for_parents() -> None:
    for step in library().steps.values():
        words = step.text.to(Audience.PARENT)
        if step.section is Section.DO_NOW:
            assert len(words) <= PHONE, (step.id, len(words))


def test_every_step_fits_some_case() -> None:
    used: set[str] = set()
    for colour in COLOURS:
        for what in grid(colour):
            if what.youngest not in (3, 11, 15) or what.role in (Role.BOTH, Role.UNCLEAR):
                continue
            used.update(step.id for steps in steps_for(what).steps.values() for step in steps)
    by_behaviour = {name for name, step in library().steps.items() if step.when.behaviour}
    assert set(library().steps) - used <= by_behaviour
