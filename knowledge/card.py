"""The cards of the chat API (design.md 5): an assessment as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from knowledge.assessment import Assessment
from knowledge.library import library
from knowledge.plan import Plan
from knowledge.provenance import Citation
from knowledge.step import Section
from knowledge.topic import Topic
from knowledge.words import Audience

Card = dict[str, Any]


def cite(citations: Iterable[Citation]) -> list[dict[str, str]]:
    """Citations as `{"title", "ref"}`, each once, in order."""
    unique = dict.fromkeys((citation.source, citation.ref) for citation in citations)
    return [Citation(source, ref).as_card() for source, ref in unique]


def topic_card(topic: Topic, audience: Audience) -> Card:
    """The `topic` card. Professionals may open the long form under `more`; a parent gets the short one, which is the
    message itself.
    """
    card: Card = {"kind": "topic", "topic": topic.id, "title": topic.title, "sources": cite(topic.sources)}
    if topic.long and audience is not Audience.PARENT:
        card["more"] = topic.long
    return card


def assessment_card(assessment: Assessment, plan: Plan) -> Card:
    """The `assessment` card. `colour` is null for what is not harmful sexual behaviour."""
    used = [source for reason in assessment.reasons for source in reason.sources]
    used += [source for step in plan.steps[Section.DO_NOW] for source in step.sources]
    age = assessment.age
    return {
        "kind": "assessment",
        "colour": assessment.colour.slug if assessment.colour else None,
        "continuum": assessment.continuum.slug if assessment.continuum else None,
        "provisional": assessment.provisional,
        "behaviours": list(assessment.behaviours),
        "age": {"low": age.low, "high": age.high} if age else {"low": None, "high": None},
        "reasons": [reason.text for reason in assessment.reasons],
        "unknowns": list(assessment.unknowns),
        "unknown_names": [library().factors[slug].name for slug in assessment.unknowns],
        "do_now": list(plan.texts(Section.DO_NOW)),
        "avoid": list(plan.texts(Section.AVOID)),
        "sources": cite(used),
        "topics": list(plan.topics),
    }
