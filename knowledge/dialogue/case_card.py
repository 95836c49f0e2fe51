"""The case so far, as the `case` card of the chat API: what is known, what is not, and the colour that follows."""

from __future__ import annotations

from typing import Any

from knowledge.age import Age
from knowledge.assessment import Assessment
from knowledge.colour import Colour
from knowledge.dialogue.agenda import needs_role
from knowledge.dialogue.phrases import phrase
from knowledge.dialogue.state import State
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.triage import assess
from knowledge.weighing import scales

CHANGE = "change:"
Fact = dict[str, Any]


def case_card(state: State) -> dict[str, Any]:
    """The card. Every `change` value in it may come back as a choice (`changes`)."""
    assessment = assess(state.case) if state.behaviours else None
    age = state.age
    return {
        "kind": "case",
        "audience": state.words_for.value,
        "area": state.area,
        "age": {"low": age[0], "high": age[1]} if age else None,
        "role": state.role,
        "behaviours": [{"id": name, "title": library().behaviours[name].title} for name in state.behaviours],
        "known": _known(state),
        "unknown": _unknown(state, assessment),
        "colour": assessment.colour.slug if assessment and assessment.colour else None,
        "continuum": assessment.continuum.slug if assessment and assessment.continuum else None,
        "reasons": [reason.text for reason in assessment.reasons] if assessment else [],
        "provisional": assessment is None or assessment.provisional or not state.finished,
    }


def changes(card: dict[str, Any]) -> tuple[str, ...]:
    """The choice values of a case card."""
    return tuple(fact["change"] for fact in (*card["known"], *card["unknown"]))


def _fact(state: State, name: str, **more: Any) -> Fact:
    if name.startswith("factor:"):
        title = library().factors[name.partition(":")[2]].name
        title = title[0].upper() + title[1:]
    else:
        title = phrase(f"case_{name}", state.words_for)
    return {"name": name, "title": title, **more, "change": CHANGE + name}


def _known(state: State) -> list[Fact]:
    reader = state.words_for
    said: dict[str, str] = {}
    if state.behaviours:
        said["behaviour"] = "; ".join(library().behaviours[name].title for name in state.behaviours)
    if state.age:
        said["age"] = Age(*state.age).in_words()
    if state.role not in (None, "unclear"):
        said["role"] = phrase(f"role_{state.role}", reader)
    if state.send:
        said["send"] = phrase(state.send, reader)
    if state.area:
        said["area"] = phrase(f"area_{state.area}", reader)
    for slug, answer in state.factors.items():
        if answer != Answer.UNKNOWN.value:
            said[f"factor:{slug}"] = phrase(answer, reader)
    return [_fact(state, name, words=words) for name, words in said.items()]


def _unknown(state: State, assessment: Assessment | None) -> list[Fact]:
    """What has not been said, or was not known; `matters`: whether it could still change the colour."""
    names = []
    if not state.behaviours:
        names.append("behaviour")
    if state.age is None:
        names.append("age")
    if state.role in (None, "unclear") and (not state.behaviours or needs_role(state)):
        names.append("role")
    if state.send is None:
        names.append("send")
    if state.area is None:
        names.append("area")
    relevant = dict.fromkeys(slug for name in state.behaviours for slug in scales(name).relevant)
    names += [f"factor:{slug}" for slug in relevant if state.case.answer(slug) is Answer.UNKNOWN]
    still = set(assessment.unknowns) if assessment else set()
    return [_fact(state, name, matters=_matters(state, assessment, name, still)) for name in names]


def _matters(state: State, assessment: Assessment | None, name: str, still: set[str]) -> bool:
    if assessment is None:
        return name not in ("area", "role")
    if name.startswith("factor:"):
        return assessment.colour is not Colour.RED and name.partition(":")[2] in still
    if name == "age":
        return True
    return name == "send" and assessment.colour_slug in ("green", "amber")
