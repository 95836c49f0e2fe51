"""Cases in a line, and what the rules make of them."""

from __future__ import annotations

from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess

GREEN, AMBER, RED = Colour.GREEN, Colour.AMBER, Colour.RED
YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN
FINE = {"coercion": NO, "distress_other": NO, "age_gap": NO}
NOTHING_ELSE = dict.fromkeys(library().factors, NO)


def told(name: str, age: int | Age | None, other: int | None = None, /, **factors: Answer) -> Case:
    """A case of one behaviour: the child's age, the other child's, and the answers."""
    years = Age.of(age) if isinstance(age, int) else age
    return Case((name,), years, factors, other_age=None if other is None else Age.of(other))


def colour(case: Case) -> Colour | None:
    """The colour of a case."""
    return assess(case).colour


def rules(assessment: Assessment) -> set[str]:
    """The rules whose reasons an assessment gives."""
    return {reason.rule for reason in assessment.reasons}
