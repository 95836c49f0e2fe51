"""`python -m knowledge why`: the chain of rules that made the answer to one case, each with its sources."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from typing import Any

from knowledge.commands.options import add_case, case_of
from knowledge.library import library
from knowledge.provenance import sources
from knowledge.rule import rules
from knowledge.triage import assess

HELP = "the chain of rules for one case, each with its sentence, source and certainty"


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of this command."""
    add_case(parser)
    parser.add_argument("--json", action="store_true", help="as JSON")


def run(options: argparse.Namespace) -> str:
    """What the command prints. Raises `ValueError` for options that make no case."""
    chain = why(options)
    return json.dumps(chain, ensure_ascii=False, indent=2) if options.json else "\n".join(_lines(chain))


def why(options: argparse.Namespace) -> dict[str, Any]:
    """The answer, the cells of the table it began with, its rules in order, and what would make it more cautious."""
    case = case_of(options)
    assessment = assess(case)
    return {
        "colour": assessment.colour_slug,
        "continuum": assessment.continuum.slug if assessment.continuum else None,
        "provisional": assessment.provisional,
        "cells": [
            {
                "behaviour": name,
                "band": band.slug,
                "colour": library().behaviours[name].cells[band.slug].colour.value,
                "basis": library().behaviours[name].cells[band.slug].basis.name.lower(),
            }
            for name in case.behaviours
            for band in case.years.bands
        ],
        "rules": [
            {
                "rule": reason.rule,
                "says": reason.text,
                "certainty": rules()[reason.rule].certainty.value,
                "sources": [
                    {"source": one.source, **one.as_card(), "certainty": sources()[one.source].certainty.value}
                    for one in reason.sources
                ],
            }
            for reason in assessment.reasons
        ],
        "changes": [
            {"factor": change.factor, "if": library().factors[change.factor].if_present, "colour": change.colour.slug}
            for change in assessment.changes
        ],
    }


def _lines(chain: dict[str, Any]) -> Iterator[str]:
    first = ", a first answer" if chain["provisional"] else ""
    yield f"{chain['colour'].upper()}{first}  continuum: {chain['continuum'] or '-'}"
    yield "\nCells of the table"
    for cell in chain["cells"]:
        yield f"  {cell['behaviour']}, {cell['band']}: {cell['colour']} (basis: {cell['basis']})"
    yield "\nRules, in order"
    for number, rule in enumerate(chain["rules"], start=1):
        yield f"  {number}. {rule['rule']} [{rule['certainty']}]: {rule['says']}"
        for source in rule["sources"]:
            place = f", {source['ref']}" if source["ref"] else ""
            yield f"       {source['source']} [{source['certainty']}]: {source['title']}{place}"
    if chain["changes"]:
        yield "\nWhat would make it more cautious"
        yield from (f"  {change['factor']}: {change['colour']} if {change['if']}" for change in chain["changes"])
