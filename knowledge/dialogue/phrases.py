"""The sentences between the content, by audience."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.dataclasses import dataclass

from knowledge.content import HERE, load_entries
from knowledge.provenance import Provenance, Strict
from knowledge.words import Audience, Words


@dataclass(frozen=True, config=Strict, kw_only=True)
class Phrase(Provenance):
    """One thing that Waymark says."""

    id: str
    text: Words


@cache
def phrases() -> dict[str, Phrase]:
    """Every phrase by its id."""

    def shared(document: Mapping[str, Any]) -> dict[str, Any]:
        return {key: document[key] for key in ("sources", "certainty") if key in document}

    return load_entries([HERE / "dialogue" / "phrases.yml"], Phrase, shared)


def phrase(name: str, audience: Audience, /, **facts: str) -> str:
    """A phrase in the words of an audience, with its facts filled in. Raises `KeyError` for a name that does not
    exist.
    """
    text = phrases()[name].text.to(audience)
    return text.format(**facts) if facts else text
