"""Invented situations for practice, with the answer that the rules give to each: worked out, never written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.age import OLDEST, YOUNGEST, Age
from knowledge.assessment import Assessment
from knowledge.card import cite
from knowledge.case import Case
from knowledge.content import files, load_entries
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import plan
from knowledge.practice_matter import matters_of
from knowledge.provenance import Provenance, Strict
from knowledge.step import Section
from knowledge.triage import assess
from knowledge.words import Audience

# "Both are fine" in a story: what has to be known before an answer may be green.
BOTH_FINE = ("coercion", "distress_other", "age_gap")
# Rules that say that the published lists do not settle it.
DISPUTED = frozenset({"derived_cell", "overlap", "under_9_like_age", "under_9_plainly"})
_SHOWN = 3  # steps, and what would change the answer: a learner wants the point, not the whole plan


@dataclass(frozen=True, config=Strict, kw_only=True)
class PracticeCase(Provenance):
    """`story` is what the learner reads; the rest are the codes of it. What is neither present nor absent is not
    known.
    """

    id: str
    story: str
    behaviours: tuple[str, ...]
    age: int | None = None
    other_age: int | None = None
    developmental_age: int | None = None
    both_fine: bool = False
    present: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()

    @validator("age", "other_age", "developmental_age")
    def _of_a_child(cls, value: int | None) -> int | None:
        if value is not None and not YOUNGEST <= value <= OLDEST:
            raise ValueError(f"a child's age, {YOUNGEST} to {OLDEST}")
        return value

    @property
    def case(self) -> Case:
        """The situation as the rules take it, told by a professional."""
        factors = dict.fromkeys([*(BOTH_FINE if self.both_fine else ()), *self.absent], Answer.NO)
        factors |= dict.fromkeys(self.present, Answer.YES)
        return Case(
            behaviours=self.behaviours,
            age=_age(self.age),
            factors=factors,
            audience=Audience.SCHOOL,
            other_age=_age(self.other_age),
            developmental_age=_age(self.developmental_age),
        )

    def answer(self) -> dict[str, Any]:
        """What the learner sees afterwards, as JSON: colour, step, reasons, what matters, what would
        change it, what to do first.
        """
        assessment = assess(self.case)
        factors = library().factors
        return {
            "colour": assessment.colour_slug,
            "continuum": assessment.continuum.slug if assessment.continuum else None,
            "reasons": [reason.text for reason in assessment.reasons],
            "sources": cite(source for reason in assessment.reasons for source in reason.sources),
            "provisional": assessment.provisional,
            "matters": matters_of(self.case, assessment),
            "disputed": disputed(assessment),
            "changes": [
                {"if": factors[change.factor].if_present, "colour": change.colour.slug}
                for change in assessment.changes[:_SHOWN]
            ],
            "do_now": list(plan(self.case, assessment).texts(Section.DO_NOW))[:_SHOWN],
        }


def disputed(assessment: Assessment) -> bool:
    """Whether the published lists leave the colour open: no list has the cell, two age groups differ, or two rules
    pull apart.
    """
    return bool(DISPUTED & {reason.rule for reason in assessment.reasons})


def _age(years: int | None) -> Age | None:
    return None if years is None else Age.of(years)


@cache
def practice_cases() -> Mapping[str, PracticeCase]:
    """Every situation by its id, the youngest children first. Raises `ContentError` for one that does not fit."""
    paths = sorted(files("practice"), key=lambda path: int(path.stem.split("_")[0]))
    return load_entries(paths, PracticeCase, shared=_shared, check=_wrong)


def _shared(document: Mapping[str, Any]) -> dict[str, Any]:
    return {field: document.get(field) for field in ("sources", "certainty")}


def _wrong(one: PracticeCase) -> tuple[str, str] | None:
    known = library()
    strangers = set(one.behaviours) - known.behaviours.keys()
    if strangers or not one.behaviours:
        return "behaviours", f"behaviours of knowledge/behaviours; {', '.join(sorted(strangers)) or 'none'} is not one"
    for field in ("present", "absent"):
        unknown = set(getattr(one, field)) - known.factors.keys()
        if unknown:
            return field, f"factors of knowledge/factors; {', '.join(sorted(unknown))} is not one"
    both = set(one.present) & {*one.absent, *(BOTH_FINE if one.both_fine else ())}
    if both:
        return "present", f"no factor that is absent too; {', '.join(sorted(both))}"
    counted = {slug for name in one.behaviours for slug in known.behaviours[name].relevant}
    lost = set(one.present) - counted - {slug for name in one.behaviours for slug in known.behaviours[name].holds}
    if lost:
        return "present", f"factors that the rules weigh for this behaviour; {', '.join(sorted(lost))} would be ignored"
    return None
