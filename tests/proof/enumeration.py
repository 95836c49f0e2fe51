"""Walks the whole space of cases and checks every claim on each: `python -m tests.proof.enumeration`.

An assessment reads neither who asks, nor the area, nor the role, nor the hour (shown here by cases that have none of
these), so each assessment stands for all of their combinations. A plan reads only what its conditions name: cases that
agree on that share one plan, and each such plan is checked for every audience, area and role. Contacts are checked for
every area, audience, colour and age at every hour class: every set of contacts that answer together at some moment of a
year.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import product
from random import Random
from typing import Any

from knowledge.age import OLDEST, YOUNGEST, Age
from knowledge.assessment import Assessment
from knowledge.case import AREAS, Case, Role
from knowledge.clock import LONDON
from knowledge.contact_book import contact_book
from knowledge.directory import plan_contacts
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import Fit, fit, plan, steps_for
from knowledge.triage import assess
from knowledge.words import Audience
from tests.proof.claims import OF_A_PLAN, OF_AN_ASSESSMENT, OF_CONTACTS
from tests.proof.space import GROUNDS, NO, UNKNOWN, YEARS, YES, Changed, Square, beside, squares

COLOURS = ("green", "amber", "red", "information")
MONOTONE, TRUE_CHANGES, SAME_AGAIN, BLIND = (
    "a_risk_never_lowers_and_unknown_is_never_below_no",
    "what_would_change_the_answer_does_and_nothing_else",
    "asked_twice_it_says_the_same",
    "who_asks_where_and_which_side_changes_no_colour",
)
CLAIMS = (
    *(claim.__name__ for claim in OF_AN_ASSESSMENT), MONOTONE, TRUE_CHANGES, SAME_AGAIN, BLIND,
    *(claim.__name__ for claim in OF_A_PLAN), *(claim.__name__ for claim in OF_CONTACTS),
)  # fmt: skip


@dataclass
class Walk:
    """What was checked and what was found. `wrong` counts per claim, `example` keeps the first of each."""

    assessments: int = 0
    plans: int = 0
    contact_lists: int = 0
    hour_classes: int = 0
    seconds: float = 0.0
    colours: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    example: dict[str, str] = field(default_factory=dict)
    fits: set[Fit] = field(default_factory=set)

    @property
    def cases(self) -> int:
        """Cases covered: each assessment for every audience, area, role and hour class."""
        return self.assessments * len(Audience) * len(AREAS) * len(Role) * self.hour_classes

    def note(self, claim: str, problem: str | None, about: object) -> None:
        """Counts a problem under its claim."""
        if problem:
            self.wrong[claim] += 1
            self.example.setdefault(claim, f"{problem}: {about}")


def walk(some: Iterable[Square], others: Iterable[Case], shout: bool = False) -> Walk:
    """Checks every claim on the squares and cases given, and on all contacts."""
    begun, found = time.perf_counter(), Walk()
    for number, square in enumerate(some, start=1):
        _check_square(found, square)
        if shout and number % 100 == 0:
            spent = time.perf_counter() - begun
            print(f"  {number} behaviours at an age, {found.assessments:,} assessments, {spent:.0f} s", flush=True)
    for case in others:
        _check(found, case, assess(case))
    _check_plans(found)
    _check_contacts(found)
    found.seconds = time.perf_counter() - begun
    return found


# --- assessments ---


def _check(found: Walk, case: Case, assessment: Assessment) -> None:
    found.assessments += 1
    found.colours[assessment.colour_slug] += 1
    for claim in OF_AN_ASSESSMENT:
        problem = claim(case, assessment)
        if problem:
            found.note(claim.__name__, problem, case)
    found.fits.add(_reduced(fit(case, assessment)))


def _check_square(found: Walk, square: Square) -> None:
    colours: dict[frozenset[tuple[str, Answer]], int] = {}
    changes: dict[tuple[Answer, Changed], Assessment] = {}
    for key in square.all_keys():
        case = square.case(key)
        assessment = assess(case)
        _check(found, case, assessment)
        colours[frozenset({("ground", key[0]), *key[1]})] = assessment.colour or 0
        if len(key[1]) < 2:
            changes[key] = assessment
    for ground in GROUNDS:
        case = square.case((ground, ()))
        found.note(SAME_AGAIN, None if assess(case) == changes[ground, ()] else "not the same", case)
        found.note(BLIND, _blind(case, changes[ground, ()]), case)
    _check_grid(found, square, colours)
    _check_changes(found, square, colours, changes)


def _check_grid(found: Walk, square: Square, colours: dict[frozenset[tuple[str, Answer]], int]) -> None:
    """No <= unknown <= yes for each factor, whatever value another one has."""

    def colour(ground: Answer, *changed: tuple[str, Answer]) -> int:
        return colours[frozenset({("ground", ground), *(one for one in changed if one[1] is not ground)})]

    for ground, slug in product(GROUNDS, square.relevant):
        for other, value in ((slug, ground), *product(square.relevant, Answer)):
            held = () if other == slug else ((other, value),)
            steps = [colour(ground, (slug, answer), *held) for answer in (NO, UNKNOWN, YES)]
            if steps != sorted(steps):
                found.note(MONOTONE, f"{slug} no, unknown, yes gives {steps}", square.case((ground, held)))


def _check_changes(
    found: Walk,
    square: Square,
    colours: dict[frozenset[tuple[str, Answer]], int],
    assessed: dict[tuple[Answer, Changed], Assessment],
) -> None:
    """Each change that is named gives that colour, and each unknown factor that would raise the colour is named."""
    for (ground, held), assessment in assessed.items():
        case = square.case((ground, held))
        if any(slug not in square.relevant for slug, _ in held):
            continue
        named = {change.factor: int(change.colour) for change in assessment.changes}
        for slug in square.relevant:
            if case.answer(slug) is not UNKNOWN:
                continue
            changed = [one for one in held if one[0] != slug]
            with_it = colours[frozenset({("ground", ground), (slug, YES), *changed})]
            raises = with_it > (assessment.colour or 0) and assessment.colour is not None
            if (named.get(slug) == with_it) is not raises:
                problem = f"{slug} gives {with_it}, said {named.get(slug)} at {assessment.colour}"
                found.note(TRUE_CHANGES, problem, case)


class _Blind:
    """A case that has no audience, area or role to be read."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def __getattr__(self, name: str) -> Any:
        if name in ("audience", "area", "role", "send"):
            raise AssertionError(f"the assessment reads the {name}")
        return getattr(self._case, name)


def _blind(case: Case, expected: Assessment) -> str | None:
    try:
        return None if assess(_Blind(case)) == expected else "another answer"  # type: ignore[arg-type]
    except AssertionError as error:
        return str(error)


# --- plans ---


def _named_factors() -> frozenset[str]:
    return frozenset(s for step in library().steps.values() for s in (*step.when.factor, *step.when.unless))


def _named_behaviours() -> frozenset[str]:
    return frozenset(name for step in library().steps.values() for name in step.when.behaviour)


def _thresholds() -> tuple[int, ...]:
    limits = {step.when.age_under for step in library().steps.values()}
    limits |= {step.when.age_from for step in library().steps.values()}
    return tuple(sorted(limit for limit in limits if limit is not None))


_FACTORS, _BEHAVIOURS, _LIMITS = _named_factors(), _named_behaviours(), _thresholds()


def _reduced(what: Fit) -> Fit:
    """The same, as far as conditions tell it apart: behaviours and factors that one names, ages between thresholds."""
    lowest = max((limit for limit in _LIMITS if limit <= what.youngest), default=YOUNGEST)
    highest = max((limit for limit in _LIMITS if limit <= what.oldest), default=YOUNGEST)
    behaviours, factors = what.behaviours & _BEHAVIOURS, what.factors & _FACTORS
    return replace(what, behaviours=behaviours, factors=factors, youngest=lowest, oldest=highest)


def _check_plans(found: Walk) -> None:
    for what, audience, area, role in product(found.fits, Audience, AREAS, Role):
        one = replace(what, audience=audience, area=area, role=role)
        steps = steps_for(one)
        found.plans += 1
        for claim in OF_A_PLAN:
            found.note(claim.__name__, claim(one, steps), one)


def reduction_is_true(case: Case) -> bool:
    """Whether a case and what it is reduced to have the same plan."""
    assessment = assess(case)
    return plan(case, assessment) == steps_for(_reduced(fit(case, assessment)))


# --- contacts ---


def moments() -> list[datetime]:
    """One moment for each set of contacts that answer together, over a year of quarter hours."""
    start = datetime(2026, 1, 1, tzinfo=LONDON)
    found: dict[frozenset[str], datetime] = {}
    for quarter in range(365 * 24 * 4):
        moment = start + timedelta(minutes=15 * quarter)
        found.setdefault(contact_book().open_at(moment), moment)
    return list(found.values())


def _check_contacts(found: Walk) -> None:
    hours = moments()
    found.hour_classes = len(hours)
    ages: list[Age | None] = [None if one is None else Age.of(one) for one in YEARS]
    for area, audience, colour, age, moment in product(AREAS, Audience, COLOURS, ages, hours):
        shown = plan_contacts(area, audience.value, colour, age, moment)
        found.contact_lists += 1
        for claim in OF_CONTACTS:
            found.note(claim.__name__, claim(audience, colour, shown), (area, audience.value, colour, age, moment))


# --- samples and the command ---


def sample(seed: int, how_many_squares: int, how_many_others: int) -> tuple[list[Square], Iterator[Case]]:
    """A stated random part of the space: so many whole squares, and about so many of the other cases."""
    random = Random(seed)
    every, names = squares(), len(library().behaviours)
    years = OLDEST - YOUNGEST + 1
    total = 2 * years * (2 * names * years + names * (names - 1) // 2)
    others = (case for case in beside() if random.random() < how_many_others / total)
    return random.sample(every, how_many_squares), others


def report(found: Walk) -> str:
    """What was walked and what was found, in lines."""
    lines = [
        f"{found.assessments:,} assessments of {len(library().behaviours)} behaviours at {len(YEARS)} ages:",
        "  " + ", ".join(f"{count:,} {colour}" for colour, count in found.colours.most_common()),
        f"x {len(Audience)} audiences x {len(AREAS)} areas x {len(Role)} roles x {found.hour_classes} hour classes",
        f"= {found.cases:,} cases",
        f"{found.plans:,} different plans and {found.contact_lists:,} lists of contacts checked",
        f"{len(CLAIMS)} claims, {len(found.wrong)} of them broken; {found.seconds:.0f} s",
    ]
    for claim, count in found.wrong.most_common():
        lines.append(f"BROKEN {claim}: {count:,} times, first {found.example[claim]}")
    return "\n".join(lines)


def main() -> int:
    """Walks everything; 0 when every claim holds."""
    print("Walking the whole space of cases", flush=True)
    found = walk(squares(), beside(), shout=True)
    print(report(found))
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
