"""What may be kept of a message: codes. The last gate before Rasa's tracker.

The understanding already yields codes only. This gate makes that true by construction: whatever a component put into
its answer, only known names with slugs, numbers and yes or no pass, so no word can slip through with them.
"""

import math
import re
from collections.abc import Mapping
from numbers import Real
from typing import Any, Final

INTENTS: Final = ("tell", "route", "question", "command")
BEST_BEHAVIOURS: Final = 8
_SLUG = re.compile(r"[a-z0-9_.]{1,60}")
_RANKED: Final = {"routes": None, "behaviours": BEST_BEHAVIOURS, "topics": None}  # how many of each
_WORDS_OF_OURS: Final = ("role", "area", "answer", "command", "aside")


def kept_codes(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """The codes of one message, fit for the tracker, out of the parser's output property `codes`.

    `routes`, `behaviours` (the best 8) and `topics`: lists of {"id", "score"}; `in_scope`: 0 to 1; `age`: list of
    {"low", "high"} in years; `factors`: slug to "yes" or "no"; `role`, `area`, `answer`, `command`, `aside`: a
    slug or None; `identifying`: whether something in the message could identify a person (where it stood is dropped
    with the words).
    A code that is missing or of the wrong kind is left out, never guessed.
    """
    given = parsed.get("codes")
    if not isinstance(given, Mapping):
        return {}
    codes: dict[str, Any] = {name: _ranking(given[name], most) for name, most in _RANKED.items() if name in given}
    if _is_number(given.get("in_scope")):
        codes["in_scope"] = round(float(given["in_scope"]), 4)
    if isinstance(given.get("age"), list):
        codes["age"] = [_years(age) for age in given["age"] if _years(age)]
    if isinstance(given.get("factors"), Mapping):
        codes["factors"] = {
            slug: answer for slug, answer in given["factors"].items() if _is_slug(slug) and answer in ("yes", "no")
        }
    for name in _WORDS_OF_OURS:
        if name in given:
            codes[name] = given[name] if _is_slug(given[name]) else None
    codes["identifying"] = bool(given.get("identifying"))
    return codes


def intent_of(parsed: Mapping[str, Any]) -> dict[str, Any]:
    """Rasa's intent for the message, {"name", "confidence"}: one of INTENTS, `tell` when the parser set none."""
    intent = parsed.get("intent")
    name = intent.get("name") if isinstance(intent, Mapping) else None
    return {"name": name if name in INTENTS else "tell", "confidence": 1.0}


def _ranking(ranked: Any, most: int | None) -> list[dict[str, Any]]:
    if not isinstance(ranked, list):
        return []
    return [
        {"id": entry["id"], "score": round(float(entry["score"]), 4)}
        for entry in ranked[:most]
        if isinstance(entry, Mapping) and _is_slug(entry.get("id")) and _is_number(entry.get("score"))
    ]


def _years(age: Any) -> dict[str, int]:
    if isinstance(age, Mapping) and _is_number(age.get("low")) and _is_number(age.get("high")):
        return {"low": int(age["low"]), "high": int(age["high"])}
    return {}


def _is_slug(value: Any) -> bool:
    return isinstance(value, str) and _SLUG.fullmatch(value) is not None


def _is_number(value: Any) -> bool:
    return type(value) is not bool and isinstance(value, Real) and math.isfinite(value)
