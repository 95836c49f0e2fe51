"""The framework's audit: five domains of statements, scored 0 to 4."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.content import HERE, ContentError, files, load_entries, read_yaml
from knowledge.provenance import Provenance, Strict

SCALE_FILE = HERE / "audit" / "scale.yml"


@dataclass(frozen=True, config=Strict, kw_only=True)
class ScorePoint(Provenance):
    """One point of the scale; its id is the number itself."""

    id: str
    title: str
    means: str


@dataclass(frozen=True, config=Strict, kw_only=True)
class Statement(Provenance):
    """One statement that gets a score. Its id is the framework's number; `group` the number it is a lettered part of.

    `covers` are parts that share the one score, `evidence` what would show it, `helps` what the sources say helps when
    it is low, `leads` who usually leads on it.
    """

    id: str
    domain: str
    says: str
    evidence: tuple[str, ...]
    helps: tuple[str, ...]
    leads: tuple[str, ...]
    group: str | None = None
    covers: tuple[str, ...] = ()

    @validator("evidence", "helps", "leads")
    def _at_least_one_of_each(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("at least one")
        return value


@dataclass(frozen=True, config=Strict, kw_only=True)
class Domain:
    """A domain: `groups` are the statements that have lettered parts, by their number."""

    id: str
    title: str
    about: str
    groups: Mapping[str, str]
    statements: tuple[Statement, ...]


@cache
def domains() -> Mapping[str, Domain]:
    """The five domains in order. Raises `ContentError` naming file, entry and field."""
    found: dict[str, Domain] = {}
    for path in (path for path in files("audit") if path != SCALE_FILE):
        document = read_yaml(path)
        for field, kind in (("domain", str), ("title", str), ("about", str), ("groups", dict)):
            if not isinstance(document, dict) or not isinstance(document.get(field), kind):
                raise ContentError(path, "-", field, f"a {kind.__name__} at the top of the file")
        name, groups = document["domain"], document["groups"]
        if name in found:
            raise ContentError(path, "-", "domain", "a domain that has only one file; this one has another already")
        entries = load_entries([path], Statement, shared=lambda file: {"domain": file["domain"]})
        for one in entries.values():
            _check(one, name, groups, path)
        found[name] = Domain(
            id=name, title=document["title"], about=document["about"], groups=groups, statements=tuple(entries.values())
        )
    return dict(sorted(found.items()))


def _check(one: Statement, domain: str, groups: Mapping[str, str], path: Path) -> None:
    if not one.id.startswith(f"{domain}."):
        raise ContentError(path, one.id, "id", f"a number that begins with {domain}.")
    if (one.group is not None and one.group not in groups) or (one.group is None) != one.id[-1].isdigit():
        raise ContentError(
            path, one.id, "group", "the number it is a part of, from the file's `groups`; for letters only"
        )


@cache
def statements() -> Mapping[str, Statement]:
    """Every statement by its number, in the framework's order."""
    return {one.id: one for domain in domains().values() for one in domain.statements}


@cache
def scale() -> Mapping[str, ScorePoint]:
    """The points of the scale, from 0."""
    return load_entries([SCALE_FILE], ScorePoint)
