"""What matters in a situation, in the groups that a learner chooses from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic.dataclasses import dataclass

from knowledge.assessment import Assessment
from knowledge.case import Case
from knowledge.content import HERE, load_entries
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.provenance import Provenance, Strict

FILE = HERE / "practice_matters.yml"


@dataclass(frozen=True, config=Strict, kw_only=True)
class Matter(Provenance):
    """A group of factors and rules under one heading."""

    id: str
    title: str
    rules: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()


@cache
def matters() -> Mapping[str, Matter]:
    """Every group, in the order shown. Raises `ContentError` for one that does not fit."""
    return load_entries([FILE], Matter, shared=lambda file: {key: file.get(key) for key in ("sources", "certainty")})


def matters_of(case: Case, assessment: Assessment) -> list[str]:
    """The groups that the rules counted in this case, in the order shown; also what a behaviour means by itself."""
    fired = {reason.rule for reason in assessment.reasons}
    behaviours = [library().behaviours[name] for name in case.behaviours]
    weighed = {slug for one in behaviours for slug in one.relevant}
    counted = (case.known(Answer.YES) & weighed) | {slug for one in behaviours for slug in one.holds}
    return [one.id for one in matters().values() if fired & set(one.rules) or counted & set(one.factors)]
