"""What a helpline worker reads aloud at each step and listens for, as the `script` card of the chat API."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import root_validator
from pydantic.dataclasses import dataclass

from knowledge.content import HERE, ContentError, load_entries
from knowledge.library import library
from knowledge.provenance import Provenance, Strict
from knowledge.words import Audience

FILE = HERE / "dialogue" / "script.yml"
STEPS = ("opening", "story", "confirm", "age", "role", "send", "area", "result", "closing")
_FACTOR = "factor:"
# The questions that share the words of another.
_SAME = {"subject": "story", "menu": "confirm", "developmental_age": "send", "next": "result", "route": "result"}


@dataclass(frozen=True, config=Strict, kw_only=True)
class ScriptStep(Provenance):
    """One step: `read` are sentences to read aloud, `listen_for` what the answer may hold."""

    id: str
    listen_for: tuple[str, ...]
    read: tuple[str, ...] = ()

    @root_validator(skip_on_failure=True)
    def _words_in_one_place(cls, values: dict[str, Any]) -> dict[str, Any]:
        if values["id"].startswith(_FACTOR) == bool(values["read"]):
            raise ValueError("`read` for every step but those of a factor, whose words stand in knowledge/factors")
        return values


@cache
def script() -> Mapping[str, ScriptStep]:
    """Every step by its id. Raises `ContentError` when a step or a factor has none."""

    def shared(document: Mapping[str, Any]) -> dict[str, Any]:
        return {key: document[key] for key in ("sources", "certainty") if key in document}

    found = load_entries([FILE], ScriptStep, shared)
    for name in (*STEPS, *(f"{_FACTOR}{slug}" for slug in library().factors)):
        if name not in found:
            raise ContentError(FILE, name, "id", "an entry for each step and for each factor")
    return found


def script_card(asked: str) -> dict[str, Any]:
    """The `script` card for the stable word of a question, `result` or `closing`. Raises `KeyError` for any other."""
    step = script()[_SAME.get(asked, asked)]
    read = list(step.read)
    if step.id.startswith(_FACTOR):
        read = [library().factors[step.id.removeprefix(_FACTOR)].asks.to(Audience.HELPLINE)]
    return {"kind": "script", "step": step.id, "read": read, "listen_for": list(step.listen_for)}
