"""The summary to copy or print, as the `summary` card of the chat API: codes and our own words, nothing that anybody
typed.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from knowledge.assessment import Assessment
from knowledge.card import assessment_card
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.directory import plan_contacts
from knowledge.library import library
from knowledge.plan import plan
from knowledge.signing import all_signed_off

MOST_CONTACTS = 4


def summary_card(state: State, assessment: Assessment, moment: datetime) -> dict[str, Any]:
    """The card for a case that has its answer."""
    case = state.case
    whole = assessment_card(assessment, plan(case, assessment))
    shown = plan_contacts(case.area, case.audience.value, assessment.colour_slug, case.age, moment)
    notice = [phrase("summary_notice", state.words_for)]
    if not all_signed_off():
        notice.append(phrase("demonstration", state.words_for))
    return {
        "kind": "summary",
        "made_on": moment.date().isoformat(),
        "audience": state.words_for.value,
        "area": state.area,
        "age": whole["age"] if case.age else None,
        "behaviours": [library().behaviours[name].title for name in case.behaviours],
        "colour": whole["colour"],
        "continuum": whole["continuum"],
        "provisional": whole["provisional"],
        "reasons": whole["reasons"],
        "unknowns": [library().factors[slug].name for slug in assessment.unknowns],
        "do_now": whole["do_now"],
        "avoid": whole["avoid"],
        "contacts": [one.as_card() for one in shown[:MOST_CONTACTS]],
        "sources": whole["sources"],
        "notice": " ".join(notice),
    }
