"""A group of words to avoid, as a safeguarding lead writes it down."""

from pydantic import validator
from pydantic.dataclasses import dataclass

from knowledge.contact_terms import Caller
from knowledge.provenance import Provenance, Strict


@dataclass(frozen=True, config=Strict, kw_only=True)
class Kept:
    """An entry of the content in which the words may stay, and why."""

    entry: str
    because: str


@dataclass(frozen=True, config=Strict, kw_only=True)
class Avoided(Provenance):
    """`avoid` are words as a person would write them; a `*` at the end of a word stands for any ending.

    `unless` are phrases in which they are right, such as `not your fault`; `exceptions` the entries that keep them.
    `readers` are those for whom they are wrong. Where it is empty they are wrong for everybody, and in the name of a
    document or a service too.
    """

    id: str
    avoid: tuple[str, ...]
    why: str
    instead: str
    unless: tuple[str, ...] = ()
    readers: tuple[Caller, ...] = ()
    exceptions: tuple[Kept, ...] = ()

    @validator("avoid")
    def _something(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if not value:
            raise ValueError("at least one word")
        return value
