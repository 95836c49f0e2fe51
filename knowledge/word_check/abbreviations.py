"""Short forms: each is known to everybody, known to its readers, or said in full where it first stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic.dataclasses import dataclass

from knowledge.contact_terms import Caller
from knowledge.content import HERE, load_entries
from knowledge.provenance import Provenance, Strict
from knowledge.word_check.finding import Finding, found
from knowledge.word_check.text import Kind, Text

FILE = HERE / "words" / "abbreviations.yml"
EXPLAINED_WITHIN = 80  # characters after the short form: "the LADO, the council officer for this"

_SHORT_FORM = re.compile(r"(?<![\w/.-])(?:[A-Z]&[A-Z]|(?:[A-Z]-)?[A-Z][A-Z0-9]*[A-Z])(?=s?\b)(?!\d)")
_ROMAN = {"II", "III", "IV"}


@dataclass(frozen=True, config=Strict, kw_only=True)
class Abbreviation(Provenance):
    """`means` are the ways of saying it in full, any of which will do. `known_to` need no explanation."""

    id: str
    means: tuple[str, ...]
    known_to: tuple[Caller, ...] = ()


@cache
def abbreviations() -> Mapping[str, Abbreviation]:
    """Every short form that may be used, by itself."""
    return load_entries(
        [FILE], Abbreviation, shared=lambda file: {key: file.get(key) for key in ("sources", "certainty")}
    )


def check(text: Text) -> Iterator[Finding]:
    """The short forms that this reader cannot be expected to know."""
    if text.kind is Kind.NAME:
        return
    words, seen = text.spoken, set[str]()
    for match in _SHORT_FORM.finditer(words):
        short = match.group()
        if short in seen or short in _ROMAN:
            continue
        seen.add(short)
        known = abbreviations().get(short)
        if known is None:
            yield found(text, short, "a short form that is not in knowledge/words/abbreviations.yml")
        elif text.reader not in known.known_to:
            near = f"{words[: match.end() + EXPLAINED_WITHIN]} {text.beside}".lower()
            if not any(meaning.lower() in near for meaning in known.means):
                yield found(text, short, f"say it in full where it first stands: {' or '.join(known.means)}")
