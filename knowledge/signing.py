"""Whether everything that may be shown has been signed off by a named person (design.md 4)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from knowledge.audit_statement import scale, statements
from knowledge.briefing import briefings
from knowledge.confidence_area import confidence_areas, survey_findings
from knowledge.contact_plan import contact_plans
from knowledge.contact_role import roles
from knowledge.dialogue.checklists import checklists
from knowledge.dialogue.phrases import phrases
from knowledge.dialogue.script import script
from knowledge.directory import shown_contacts
from knowledge.library import library
from knowledge.practice_case import practice_cases
from knowledge.practice_matter import matters
from knowledge.provenance import Provenance
from knowledge.rule import rules


def signable() -> Iterator[tuple[str, str, Provenance]]:
    """Every piece of content that is shown, or that decides what is shown, as (kind, id, entry)."""
    known = library()
    for kind, entries in (
        ("behaviour", known.behaviours),
        ("factor", known.factors),
        ("rule", rules()),
        ("guidance", known.steps),
        ("route", known.routes),
        ("topic", known.topics),
        ("contact", {contact.id: contact for contact in shown_contacts()}),
        ("contact_plan", {plan.id: plan for plan in contact_plans().values()}),
        ("contact_role", roles()),
        ("phrase", phrases()),
        ("script", script()),
        ("checklist", checklists()),
        ("audit_scale", scale()),
        ("audit_statement", statements()),
        ("briefing", briefings()),
        ("practice_case", practice_cases()),
        ("practice_matter", matters()),
        ("confidence_area", confidence_areas()),
        ("survey_finding", survey_findings()),
    ):
        for name, entry in entries.items():
            yield kind, name, entry


@cache
def all_signed_off() -> bool:
    """True once no entry lacks a name and a date; until then every page and every first message says so."""
    return all(entry.signed_off for _, _, entry in signable())
