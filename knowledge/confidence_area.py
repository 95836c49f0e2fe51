"""The areas of the workforce survey, with its published figures and their bases."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.briefing import briefings
from knowledge.content import HERE, load_entries
from knowledge.provenance import Provenance, Strict

_FOLDER = HERE / "confidence"


@dataclass(frozen=True, config=Strict, kw_only=True)
class Figure:
    """`percent` of `base` people; `strongly` is the part of them that agreed strongly. `None`: not in the text."""

    percent: int
    base: int | None = None
    strongly: int | None = None

    @validator("percent", "strongly")
    def _a_share(cls, value: int | None) -> int | None:
        if value is not None and not 0 <= value <= 100:
            raise ValueError("per cent, 0 to 100")
        return value


@dataclass(frozen=True, config=Strict, kw_only=True)
class ConfidenceArea(Provenance):
    """`confident` and `skilled`: those who agreed or agreed strongly, of all; `with_advice` and `without_advice`: those
    who were confident where the local specialist service did or did not advise and supervise others (table 3).
    """

    id: str
    title: str
    says: str
    with_advice: Figure
    without_advice: Figure
    briefings: tuple[str, ...]
    support: tuple[str, ...]
    confident: Figure | None = None
    skilled: Figure | None = None


@dataclass(frozen=True, config=Strict, kw_only=True)
class Finding(Provenance):
    """How to read the survey, or another thing it found, with `percent` of `base` where it is a figure."""

    id: str
    says: str
    percent: int | None = None
    base: int | None = None


@cache
def confidence_areas() -> Mapping[str, ConfidenceArea]:
    """The six areas in the survey's order. Raises `ContentError` for one that does not fit."""
    return load_entries([_FOLDER / "survey.yml"], ConfidenceArea, check=_wrong)


@cache
def survey_findings() -> Mapping[str, Finding]:
    """What else is shown of the survey."""
    return load_entries([_FOLDER / "about.yml"], Finding)


def _wrong(one: ConfidenceArea) -> tuple[str, str] | None:
    strangers = sorted(set(one.briefings) - briefings().keys())
    return ("briefings", f"briefings of knowledge/briefings; {', '.join(strangers)} is not one") if strangers else None
