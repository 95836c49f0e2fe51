"""`python -m knowledge assess ...`: the assessment and the plan of one case, from codes alone (contract: design.md 6)."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from knowledge import clock
from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.card import assessment_card
from knowledge.case import AREAS, Case, Role
from knowledge.content import ContentError
from knowledge.directory import plan_contacts
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.plan import Plan, plan
from knowledge.step import Section
from knowledge.triage import assess
from knowledge.words import Audience


def age(text: str) -> Age:
    """An age as `8` or `7-9`."""
    low, _, high = text.partition("-")
    return Age.of(int(low), int(high or low))


def _factor(text: str) -> tuple[str, Answer]:
    slug, _, value = text.partition("=")
    if slug not in library().factors:
        raise argparse.ArgumentTypeError(f"{slug!r} is not a factor; one of {', '.join(library().factors)}")
    try:
        return slug, Answer(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{slug} is yes, no or unknown; got {value!r}") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m knowledge", description="What Waymark knows, from the command line."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("assess", help="the assessment and the plan of one case")
    one.add_argument(
        "--age", type=age, help="the age of the child whose behaviour it was: 8, or 7-9; left out: not known"
    )
    one.add_argument("--other-age", type=age, help="the age of the other child")
    one.add_argument("--developmental-age", type=age, help="the age at which the child is working")
    one.add_argument("--send", choices=[a.value for a in Answer], default="unknown")
    one.add_argument("--behaviour", action="append", required=True, choices=sorted(library().behaviours), metavar="ID")
    one.add_argument("--factor", action="append", type=_factor, default=[], metavar="SLUG=yes|no|unknown")
    one.add_argument("--audience", choices=[a.value for a in Audience], default="parent")
    one.add_argument("--area", choices=AREAS, default="elsewhere")
    one.add_argument("--role", choices=[r.value for r in Role], default="displayed")
    one.add_argument("--at", help="the moment, for the contacts: 2026-11-21T23:10 (London time); left out: now")
    one.add_argument("--json", action="store_true", help="as JSON")
    return parser


def answer(options: argparse.Namespace) -> dict[str, Any]:
    """The assessment and the plan of the case that the options describe."""
    case = Case(
        behaviours=tuple(dict.fromkeys(options.behaviour)),
        age=options.age,
        factors=dict(options.factor),
        audience=Audience(options.audience),
        area=options.area,
        role=Role(options.role),
        other_age=options.other_age,
        send=Answer(options.send),
        developmental_age=options.developmental_age,
    )
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


def _print(result: dict[str, Any]) -> None:
    card, sections = result["assessment"], result["plan"]
    print(f"{(card['colour'] or 'information').upper()}  continuum: {card['continuum'] or '-'}")
    for title, lines in (
        ("Why", card["reasons"]),
        ("What could change this", card["unknowns"]),
        ("Do now", sections["do_now"]),
        ("Avoid", sections["avoid"]),
        ("Who to ring", [f"{c['name']}: {c['phone'] or c['url']} ({c['note']})" for c in sections["contacts"]]),
        ("Sources", [f"{s['title']}, {s['ref']}" if s["ref"] else s["title"] for s in card["sources"]]),
    ):
        if lines:
            print(f"\n{title}")
            print("\n".join(f"  - {line}" for line in lines))


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 0 when it answered, 2 when the options or the content cannot be used."""
    try:
        options = _parser().parse_args(arguments)
        result = answer(options)
    except (ContentError, ValueError) as error:
        print(f"knowledge: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=2))
    else:
        _print(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
