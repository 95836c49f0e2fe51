"""Everything that Waymark knows, loaded once and checked against itself."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from knowledge.behaviour import Behaviour
from knowledge.case import AREAS, Role
from knowledge.colour import Colour
from knowledge.content import HERE, ContentError, files, load_entries
from knowledge.factor import Factor
from knowledge.route import Route
from knowledge.step import Step
from knowledge.topic import Topic


@dataclass(frozen=True)
class Subject:
    """A heading of the menu, with its behaviours in order."""

    id: str
    title: str
    order: int
    behaviours: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """The whole content by id. Topics are read when first asked for: an assessment does not need them."""

    behaviours: Mapping[str, Behaviour]
    factors: Mapping[str, Factor]
    subjects: Mapping[str, Subject]

    @cached_property
    def steps(self) -> Mapping[str, Step]:
        """Every step of the guidance."""
        return load_entries(files("guidance"), Step, check=self._condition_that_never_holds)

    def _condition_that_never_holds(self, step: Step) -> tuple[str, str] | None:
        """A misspelt word in a condition would hide the step for ever."""
        allowed: Mapping[str, Collection[str]] = {
            "colour": (*(colour.slug for colour in Colour), "information"),
            "role": tuple(role.value for role in Role),
            "area": AREAS,
            "subject": self.subjects,
            "behaviour": self.behaviours,
            "factor": self.factors,
            "unless": self.factors,
        }
        for field, known in allowed.items():
            strangers = sorted(set(getattr(step.when, field)) - set(known))
            if strangers:
                return f"when.{field}", f"words that the content knows; {', '.join(strangers)} is not one"
        return None

    @cached_property
    def routes(self) -> Mapping[str, Route]:
        """Every route of the safety net."""
        return load_entries(files("routes"), Route)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        """Every question that is answered."""
        return load_entries(files("topics"), Topic)


def load(folder: Path = HERE) -> Library:
    """Reads and checks behaviours and factors. Raises `ContentError` naming file, entry and field."""
    factors = load_entries(sorted((folder / "factors").glob("*.yml")), Factor)
    paths = sorted((folder / "behaviours").glob("*.yml"))
    documents: list[Mapping[str, Any]] = []  # of each file as it is read: reading it again would take as long

    def subject(document: Mapping[str, Any]) -> dict[str, Any]:
        documents.append(document)
        return {"subject": document.get("subject")}

    behaviours = load_entries(paths, Behaviour, shared=subject)
    subjects: dict[str, Subject] = {}
    for path, document in zip(paths, documents, strict=True):
        own = tuple(entry["id"] for entry in document["entries"])
        for field, kind in (("subject", str), ("title", str), ("order", int)):
            if not isinstance(document.get(field), kind):
                raise ContentError(path, "-", field, f"a {'number' if kind is int else 'text'} at the top of the file")
        if document["subject"] in subjects:
            raise ContentError(path, "-", "subject", "a subject that has only one file; this one has another already")
        subjects[document["subject"]] = Subject(document["subject"], document["title"], document["order"], own)
        for name in own:
            _check_factors(path, behaviours[name], factors)
    ordered = dict(sorted(subjects.items(), key=lambda item: item[1].order))
    return Library(behaviours, factors, ordered)


def _check_factors(path: Path, behaviour: Behaviour, factors: Mapping[str, Factor]) -> None:
    for field in ("relevant", "holds", "needs_known"):
        for slug in getattr(behaviour, field) or ():
            if slug not in factors:
                raise ContentError(path, behaviour.id, field, f"factors of knowledge/factors; {slug!r} is not one")
    both = set(behaviour.relevant) & set(behaviour.holds)
    if both:
        raise ContentError(
            path, behaviour.id, "relevant", f"no factor that the cell already holds; {', '.join(sorted(both))}"
        )
    strangers = set(behaviour.needs_known or ()) - set(behaviour.relevant)
    if strangers:
        raise ContentError(path, behaviour.id, "needs_known", f"relevant factors only; {', '.join(sorted(strangers))}")


@cache
def library() -> Library:
    """The library of this installation."""
    return load()
