"""The vignettes of `vignettes.yml`: situations worked by hand, with the answer that the rules must give."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.age import Age
from knowledge.case import Case, Role
from knowledge.content import read_yaml
from knowledge.factor import Answer

FILE = Path(__file__).parent / "vignettes.yml"
_FINE = ("coercion", "distress_other", "age_gap")
_FIELDS = {
    "id", "why", "behaviours", "age", "other_age", "developmental_age", "role", "both_fine", "present", "absent",
    "colour", "continuum", "provisional", "rules", "not_rules", "routes", "ends",
}  # fmt: skip


@dataclass(frozen=True)
class Vignette:
    """A case and what is expected of it; `None` where the vignette does not say."""

    name: str
    why: str
    case: Case
    colour: str
    continuum: str | None
    provisional: bool | None
    rules: frozenset[str]
    not_rules: frozenset[str]
    routes: tuple[str, ...] | None
    ends: bool


def _age(written: int | str | None) -> Age | None:
    if written is None:
        return None
    low, _, high = str(written).partition("-")
    return Age.of(int(low), int(high or low))


def _vignette(entry: dict[str, Any]) -> Vignette:
    unknown = entry.keys() - _FIELDS
    if unknown:
        raise ValueError(f"{entry['id']}: {unknown}")
    factors = dict.fromkeys([*(_FINE if entry.get("both_fine") else ()), *entry.get("absent", ())], Answer.NO)
    factors.update(dict.fromkeys(entry.get("present", ()), Answer.YES))
    case = Case(
        behaviours=tuple(entry["behaviours"]),
        age=_age(entry.get("age")),
        factors=factors,
        role=Role(entry.get("role", "displayed")),
        other_age=_age(entry.get("other_age")),
        developmental_age=_age(entry.get("developmental_age")),
    )
    return Vignette(
        name=entry["id"],
        why=entry["why"],
        case=case,
        colour=entry["colour"],
        continuum=entry.get("continuum"),
        provisional=entry.get("provisional"),
        rules=frozenset(entry.get("rules", ())),
        not_rules=frozenset(entry.get("not_rules", ())),
        routes=tuple(entry["routes"]) if "routes" in entry else None,
        ends=entry.get("ends", False),
    )


def vignettes() -> tuple[Vignette, ...]:
    """Every vignette, in the order of the file."""
    found = tuple(_vignette(entry) for entry in read_yaml(FILE))
    assert len({one.name for one in found}) == len(found)
    return found
