"""From an assessment to what to do: the steps of the guidance that fit the case, in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.assessment import Assessment
from knowledge.case import Case, Role
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.step import Section, Step, When
from knowledge.words import Audience

# How many steps a section shows at most.
MOST_STEPS = {Section.DO_NOW: 8, Section.AVOID: 5, Section.SAFETY_PLAN: 6}
# The orders of steps that are special to a subject (knowledge/guidance/do_now_any_colour.yml says what an order means),
# and from where on a step closes its section.
SPECIAL = range(26, 50)
REVIEW = 90
NEVER_DROPPED = ("both_children", "under_13_law", "do_not_share_image")


@dataclass(frozen=True, slots=True)
class Fit:
    """What the steps look at: a case and its assessment, reduced to what decides which guidance fits."""

    colour: str
    audience: Audience
    role: Role
    area: str
    subjects: frozenset[str]
    behaviours: frozenset[str]
    factors: frozenset[str]
    involves_others: bool
    youngest: int
    oldest: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The guidance for one case: the steps of each section in order, and the words for its audience."""

    audience: Audience
    steps: Mapping[Section, tuple[Step, ...]]

    def texts(self, section: Section) -> tuple[str, ...]:
        """The sentences of a section."""
        return tuple(step.text.to(self.audience) for step in self.steps[section])

    @property
    def topics(self) -> tuple[str, ...]:
        """The stable words for what the steps to do now cover."""
        return tuple(dict.fromkeys(step.topic for step in self.steps[Section.DO_NOW] if step.topic))


def fit(case: Case, assessment: Assessment) -> Fit:
    """What the guidance needs to know of a case."""
    behaviours = [library().behaviours[name] for name in case.behaviours]
    return Fit(
        colour=assessment.colour_slug,
        audience=case.audience,
        role=case.role,
        area=case.area,
        subjects=frozenset(one.subject for one in behaviours),
        behaviours=frozenset(case.behaviours),
        factors=case.known(Answer.YES),
        involves_others=any(one.involves.another_child or one.image for one in behaviours),
        youngest=case.years.low,
        oldest=case.years.high,
    )


def plan(case: Case, assessment: Assessment) -> Plan:
    """The guidance for a case."""
    return steps_for(fit(case, assessment))


def steps_for(what: Fit) -> Plan:
    """Every step whose conditions hold, sorted by its order within each section, and no more than a person can take
    in.
    """
    found: dict[Section, list[Step]] = {section: [] for section in Section}
    for step in _candidates(what.colour, what.audience):
        if _holds(step.when, what):
            found[step.section].append(step)
    return Plan(what.audience, {section: _shortened(section, steps) for section, steps in found.items()})


def _shortened(section: Section, steps: list[Step]) -> tuple[Step, ...]:
    """One step a topic; where there are too many, the last of those special to the subject goes first."""
    once = {step.topic or step.id: step for step in reversed(steps)}
    kept = [step for step in steps if once[step.topic or step.id] is step]
    while len(kept) > MOST_STEPS.get(section, len(kept)):
        special = [step for step in kept if step.order in SPECIAL]
        droppable = special or [step for step in kept if step.topic not in NEVER_DROPPED and step.order < REVIEW]
        kept.remove(droppable[-1] if droppable else kept[-1])
    return tuple(kept)


@cache
def _candidates(colour: str, audience: Audience) -> tuple[Step, ...]:
    """The steps that a colour and an audience leave, with words for that audience, in order."""
    left = [
        step
        for step in library().steps.values()
        if (not step.when.colour or colour in step.when.colour)
        and (not step.when.audience or audience in step.when.audience)
        and step.text.to(audience)
    ]
    return tuple(sorted(left, key=lambda step: (step.order, step.id)))


def _holds(when: When, what: Fit) -> bool:
    return (
        (not when.role or what.role.value in when.role)
        and (not when.area or what.area in when.area)
        and (not when.subject or not what.subjects.isdisjoint(when.subject))
        and (not when.behaviour or not what.behaviours.isdisjoint(when.behaviour))
        and (not when.factor or not what.factors.isdisjoint(when.factor))
        and what.factors.isdisjoint(when.unless)
        and (when.involves_others is None or when.involves_others == what.involves_others)
        and (when.age_under is None or what.youngest < when.age_under)
        and (when.age_from is None or what.oldest >= when.age_from)
    )
