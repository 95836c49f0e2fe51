"""A question that people ask, answered in a short piece with its sources."""

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.provenance import Provenance, Strict


@dataclass(frozen=True, config=Strict, kw_only=True)
class Topic(Provenance):
    """`question` is how a person would ask it; `short` answers a parent; `long`, where there is one, is for
    professionals.
    """

    id: str
    title: str
    question: str
    short: str
    long: str | None = None
    see_also: tuple[str, ...] = ()

    @validator("short")
    def _fits_a_phone(cls, value: str) -> str:
        if len(value) > 700:
            raise ValueError(f"at most 700 characters so that it fits a phone; this has {len(value)}")
        return value
