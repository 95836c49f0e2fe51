"""What the pages for staff are filled with, as plain data: the audit, the briefings, the practice cases, the survey."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from knowledge.audit_statement import Domain, Statement, domains, scale
from knowledge.briefing import Briefing, briefings
from knowledge.card import cite
from knowledge.confidence_area import ConfidenceArea, Figure, confidence_areas, survey_findings
from knowledge.library import library
from knowledge.practice_case import PracticeCase, practice_cases
from knowledge.practice_matter import matters
from knowledge.provenance import Citation, sources

Document = dict[str, Any]


def documents() -> Mapping[str, Document]:
    """Every document by the name of the page that shows it."""
    pages: Mapping[str, Callable[[], Document]] = {
        "audit": audit,
        "briefings": briefing_sheets,
        "practice": practice,
        "confidence": confidence,
    }
    return {name: make() for name, make in pages.items()}


def audit() -> Document:
    """The scale and the five domains. `edition`: the year of the framework whose numbers these are."""
    return {
        "edition": str(sources()["framework"].year),
        "framework": sources()["framework"].title,
        "scale": [{"score": int(one.id), "title": one.title, "means": one.means} for one in scale().values()],
        "domains": [_domain(one) for one in domains().values()],
    }


def _domain(domain: Domain) -> Document:
    return {
        "id": domain.id,
        "title": domain.title,
        "about": domain.about,
        "groups": dict(domain.groups),
        "statements": [_statement(one) for one in domain.statements],
    }


def _statement(one: Statement) -> Document:
    return {
        "id": one.id,
        "group": one.group,
        "says": one.says,
        "covers": list(one.covers),
        "evidence": list(one.evidence),
        "helps": list(one.helps),
        "leads": list(one.leads),
        "sources": cite(one.sources),
    }


def briefing_sheets() -> Document:
    """The briefings in order, each with its case and the rules' answer."""
    return {"briefings": [_briefing(one) for one in briefings().values()]}


def _briefing(one: Briefing) -> Document:
    topics = library().topics
    return {
        "id": one.id,
        "theme": one.theme,
        "title": one.title,
        "facts": [{"says": fact.says, "sources": [_short(source) for source in fact.sources]} for fact in one.facts],
        "case": _case(practice_cases()[one.case]),
        "questions": list(one.questions),
        "ask": [{"title": topics[name].title, "question": topics[name].question} for name in one.ask],
    }


def _short(citation: Citation) -> Document:
    """A citation with a short form for the line: who published it and when, and the place in it."""
    source = sources()[citation.source]
    known_as = " ".join(part for part in (source.publisher or source.title, str(source.year or "")) if part)
    return {**citation.as_card(), "short": ", ".join(part for part in (known_as, citation.ref) if part)}


def practice() -> Document:
    """What a learner chooses from, and every situation with the rules' answer."""
    return {
        "matters": [{"id": one.id, "title": one.title} for one in matters().values()],
        "cases": [_case(one) for one in practice_cases().values()],
    }


def _case(one: PracticeCase) -> Document:
    bands = [band.slug for band in one.case.age.bands] if one.case.age else []
    return {"id": one.id, "story": one.story, "bands": bands, "answer": one.answer()}


def confidence() -> Document:
    """The survey's areas with its figures, what else it found, and which briefings fit."""
    return {
        "survey": sources()["larc7"].title,
        "year": sources()["larc7"].year,
        "areas": [_area(one) for one in confidence_areas().values()],
        "findings": [
            {"id": one.id, "says": one.says, "percent": one.percent, "base": one.base, "sources": cite(one.sources)}
            for one in survey_findings().values()
        ],
    }


def _area(one: ConfidenceArea) -> Document:
    titles = {name: sheet.title for name, sheet in briefings().items()}
    return {
        "id": one.id,
        "title": one.title,
        "says": one.says,
        "confident": _figure(one.confident),
        "skilled": _figure(one.skilled),
        "with_advice": _figure(one.with_advice),
        "without_advice": _figure(one.without_advice),
        "briefings": [{"id": name, "title": titles[name]} for name in one.briefings],
        "support": list(one.support),
        "sources": cite(one.sources),
    }


def _figure(figure: Figure | None) -> Document | None:
    return asdict(figure) if figure else None
