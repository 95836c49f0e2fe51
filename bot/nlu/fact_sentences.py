"""The labelled sentences that the trained part of the fact finder learns from: content in `fact_sentences/*.yml`.

A file is named after a factor and lists sentences that say `yes`, `no` or `nothing` about it; `several.yml` lists
sentences that say several things (`said`) and perhaps others, the rest of `several_*.yml` those of which everything that
they say is named (`said_in_all`); `nothing_said.yml` those that say none. An entry is a text, or a text with what it says
beside (`also`) and the role it speaks of (`role`, or several that are equally right; see `bot.nlu.role_sentences`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.nlu.factors import SLUGS
from bot.nlu.whose import ROLES

FOLDER = Path(__file__).parent / "fact_sentences"
_SIDES = ("yes", "no", "nothing", "said", "said_in_all")


class FactSentenceError(ValueError):
    """An entry cannot be used; the message names the file, the entry and the field."""


@dataclass(frozen=True)
class FactSentence:
    """`factors` are the answers the text gives; `in_all` when it gives no others; `roles` those that are equally right,
    none where nobody has said.
    """

    text: str
    factors: Mapping[str, str] = field(default_factory=dict)
    in_all: bool = False
    roles: tuple[str, ...] = ()


def load(folder: Path = FOLDER) -> list[FactSentence]:
    """All sentences. Raises `FactSentenceError`."""
    found = [one for path in sorted(folder.glob("*.yml")) for one in _of_file(path)]
    if not found:
        raise FactSentenceError(f"{folder}: no sentences")
    return found


def _of_file(path: Path) -> Iterator[FactSentence]:
    raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    for side, entries in raw.items():
        for entry in entries:
            yield _sentence(path, str(side), entry)


def _sentence(path: Path, side: str, entry: Any) -> FactSentence:
    if isinstance(entry, str):
        entry = {"text": entry}
    text, also = entry.get("text"), entry.get("also", {})
    where = f"{path.name}, {text!r}"
    if not isinstance(text, str) or not text.strip():
        raise FactSentenceError(f"{path.name}: an entry under {side!r} without a text")
    if unknown := [slug for slug, answer in also.items() if slug not in SLUGS or answer not in ("yes", "no")]:
        raise FactSentenceError(f"{where}, also: {unknown[0]!r} is no factor with yes or no")
    if side not in _SIDES:
        raise FactSentenceError(f"{where}: {side!r} is none of {', '.join(_SIDES)}")
    roles = _listed(entry.get("role", []))
    if wrong := [role for role in roles if role not in ROLES]:
        raise FactSentenceError(f"{where}, role: {wrong[0]!r} is none of {', '.join(ROLES)}")
    factors = dict(also)
    if side in ("yes", "no"):
        if path.stem not in SLUGS:
            raise FactSentenceError(f"{path.name}: {path.stem!r} is no factor")
        factors[path.stem] = side
        if path.stem == "age_gap" and side == "no":  # where there is no gap, there is not one of two years either
            factors["age_gap_two_years"] = "no"
    in_all = side == "said_in_all" or (side == "nothing" and not factors)
    return FactSentence(text, factors, in_all, roles)


def _listed(roles: Any) -> tuple[str, ...]:
    return tuple(roles) if isinstance(roles, list) else (roles,)
