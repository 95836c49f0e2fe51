"""Where a piece of content comes from, how sure it is, and who has signed it off."""

from datetime import date
from enum import Enum
from functools import cache

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.content import HERE, ContentError, load_entries


class Certainty(str, Enum):
    """How sure a statement is (domain.md 0)."""

    SEED = "SEED"  # stated in one of the five source documents
    SEEN = "SEEN"  # stated on a public page, in a copy of unknown age
    PART = "PART"  # only the opening of the page was available
    UNVERIFIED = "UNVERIFIED"  # common knowledge in the field, not confirmed in a source
    DERIVED = "DERIVED"  # inferred from neighbouring published items: a reviewer must sign it off


class Strict:
    """Pydantic settings for content: an unknown field is an error, nothing is changed after loading."""

    extra = "forbid"
    anystr_strip_whitespace = True


@dataclass(frozen=True, config=Strict)
class Source:
    """A document or page that content may cite."""

    id: str
    title: str
    certainty: Certainty
    year: int | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, config=Strict)
class Citation:
    """One place in one source. Written in YAML as `source_id` or `source_id: section or page`."""

    source: str
    ref: str = ""

    def as_card(self) -> dict[str, str]:
        """The form the API uses: `{"title", "ref"}`."""
        return {"title": sources()[self.source].title, "ref": self.ref}


def citation(value: object) -> object:
    """A citation from its short form in YAML; other forms are left for the schema to judge."""
    if isinstance(value, str):
        source, _, ref = value.partition(":")
        if source.strip() not in sources():
            raise ValueError(f"a source named in knowledge/sources.yml; {source.strip()!r} is not there")
        return {"source": source.strip(), "ref": ref.strip()}
    return value


@cache
def sources() -> dict[str, Source]:
    """Every source by its id."""
    return load_entries([HERE / "sources.yml"], Source)


@dataclass(frozen=True, config=Strict)
class Cited:
    """A statement with its sources, which must not be empty."""

    sources: tuple[Citation, ...]

    @validator("sources", pre=True, each_item=True)
    def _short_form(cls, value: object) -> object:
        return citation(value)

    @validator("sources")
    def _at_least_one(cls, value: tuple[Citation, ...]) -> tuple[Citation, ...]:
        if not value:
            raise ValueError("at least one source")
        return value


@dataclass(frozen=True, config=Strict)
class Provenance(Cited):
    """What every piece of content carries. A sign-off needs both a name and a date."""

    certainty: Certainty
    signed_off_by: str | None = None
    signed_off_on: date | None = None

    @validator("signed_off_on")
    def _not_in_the_future(cls, value: date | None) -> date | None:
        if value and value > date.today():
            raise ValueError("a date that is not in the future")
        return value

    @property
    def signed_off(self) -> bool:
        """Whether a named person has checked this entry."""
        return bool(self.signed_off_by and self.signed_off_on)


__all__ = ["Certainty", "Citation", "ContentError", "Provenance", "Source", "Strict", "citation", "sources"]
