"""`python -m knowledge assess`: the assessment and the plan of one case (contract: design.md 6)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from knowledge import clock
from knowledge.assessment import Assessment
from knowledge.card import assessment_card
from knowledge.commands.options import add_case, case_of
from knowledge.directory import plan_contacts
from knowledge.plan import Plan, plan
from knowledge.step import Section
from knowledge.triage import assess

HELP = "the assessment and the plan of one case"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_case(parser)
    parser.add_argument("--at", help="the moment, for the contacts: 2026-11-21T23:10 (London time); left out: now")
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> str:
    """What the command prints. Raises `ValueError` for options that make no case."""
    result = answer(options)
    return json.dumps(result, ensure_ascii=False, indent=2) if options.json else "\n".join(_lines(result))


def answer(options: argparse.Namespace) -> dict[str, Any]:
    """The assessment and the plan of the case that the options describe."""
    case = case_of(options)
    moment = clock.parse(options.at) if options.at else clock.now()
    assessment = assess(case)
    guidance = plan(case, assessment)
    shown = plan_contacts(case.area, case.audience.value, assessment.colour_slug, case.age, moment)
    card = assessment_card(assessment, guidance)
    return {
        "colour": card["colour"],
        "continuum": card["continuum"],
        "assessment": {**card, "changes": [{"factor": c.factor, "colour": c.colour.slug} for c in assessment.changes]}
        | {"rules": [reason.rule for reason in assessment.reasons], "routes": list(assessment.routes)},
        "plan": _plan(guidance, assessment) | {"contacts": [one.as_card() for one in shown]},
    }


def _plan(guidance: Plan, assessment: Assessment) -> dict[str, Any]:
    sections = {section.value: list(guidance.texts(section)) for section in Section}
    return {**sections, "topics": list(guidance.topics), "routes": list(assessment.routes)}


def _lines(result: dict[str, Any]) -> Iterator[str]:
    card, sections = result["assessment"], result["plan"]
    yield f"{(card['colour'] or 'information').upper()}  continuum: {card['continuum'] or '-'}"
    for title, lines in (
        ("Why", card["reasons"]),
        ("What could change this", card["unknowns"]),
        ("Do now", sections["do_now"]),
        ("Avoid", sections["avoid"]),
        ("Who to ring", [f"{c['name']}: {c['phone'] or c['url']} ({c['note']})" for c in sections["contacts"]]),
        ("Sources", [f"{s['title']}, {s['ref']}" if s["ref"] else s["title"] for s in card["sources"]]),
    ):
        if lines:
            yield f"\n{title}"
            yield from (f"  - {line}" for line in lines)
