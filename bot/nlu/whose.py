"""Whose child a text is about, by its words alone: the child who did it, the child it was done to, or both the writer's."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.nlu.negation import denied
from bot.nlu.participants import Child, read
from bot.nlu.pattern_sieve import SievedPatterns
from bot.nlu.role_between import doer_alone, role_between
from bot.nlu.word_patterns import compile_pattern, word_lists

ROLES = ("displayed", "affected", "both", "unclear")
_CONTENT = Path(__file__).parent / "role_patterns.yml"
_ONE = re.compile(
    r" (?:himself|herself|hisself|his own|her own|(?:this|our|of our) (?:\w+ ){0,2}(?:lad|boy|girl|lass|child|kid|pupil|student)|(?:boy|girl|lad|child|pupil|student) who|one of (?:our|my)|(?:his|her) (?:victims?|son|daughter|grandson|granddaughter)) "
)


_TO = ("done to", "happened to", "happening to")
# What the writer's child and another did with each other says of neither that they did it to the other.
_TOGETHER = re.compile(
    r" (?:they|both|each other|together) (?:[\w,]+ ){0,9}(?:my|our) (?:\w+ ){1,2}and (?:his|her|a|the|another) (?:\w+ ){0,2}(?:friends?|mates?|cousin|boy|girl|lad|lass|classmate|boyfriend|girlfriend) "
    r"| (?:my|our) (?:\w+ ){1,2}and (?:his|her|a|another) (?:\w+ ){0,2}(?:friends?|mates?|cousin|classmate|boyfriend|girlfriend) (?:[\w,]+ ){0,6}(?:each other|one another) "
)


@dataclass(frozen=True)
class Tables:
    """The patterns of each role."""

    affected: SievedPatterns
    displayed: SievedPatterns
    both: SievedPatterns


@cache
def tables() -> Tables:
    """The role patterns. Raises `PatternError` for a pattern that cannot be used."""
    raw = yaml.safe_load(_CONTENT.read_text(encoding="utf-8"))
    words = word_lists(raw["words"])
    affected, displayed, both = (
        SievedPatterns([compile_pattern(one, words) for one in raw[role]]) for role in ("affected", "displayed", "both")
    )
    return Tables(affected, displayed, both)


@dataclass(frozen=True)
class Ruled:
    """The role that the rules read in a text, and which of them did."""

    role: str
    by: str


# Every reading that the rules can come to, from the surest kind of rule to none.
READINGS = (
    Ruled("displayed", "deeds"),
    Ruled("affected", "deeds"),
    Ruled("both", "deeds"),
    Ruled("unclear", "together"),
    Ruled("both", "pattern"),
    Ruled("affected", "pattern"),
    Ruled("displayed", "pattern"),
    Ruled("affected", "first of two patterns"),
    Ruled("displayed", "first of two patterns"),
    Ruled("displayed", "nobody else"),
    Ruled("unclear", "nothing"),
)


def role_of(plain: str, names: Set[str] = frozenset()) -> str:
    """The role on plain clauses, see `ruled`."""
    return ruled(plain, names).role


def ruled(plain: str, names: Set[str] = frozenset()) -> Ruled:
    """The role on plain clauses: who did it to whom where that is said, else by the patterns, of "affected" and "displayed" the one said first."""
    tokens, people = read(plain, names)
    if (role := role_between(plain, tokens, people)) is not None:
        return Ruled(role, "deeds")
    known = tables()
    if _TOGETHER.search(plain):
        return Ruled("unclear", "together")
    if any(not denied(plain, *match.span()) for match in known.both.finditer(plain)):
        return Ruled("both", "pattern")
    affected, displayed = first(known.affected, plain), first(known.displayed, plain)
    if affected is None:
        if displayed is not None and _one_is_told_of(plain, people):
            return Ruled("displayed", "pattern")
        return Ruled("displayed", "nobody else") if doer_alone(tokens, people) else Ruled("unclear", "nothing")
    if displayed is None:
        return Ruled("affected", "pattern")
    return Ruled("affected" if affected <= displayed else "displayed", "first of two patterns")


def _one_is_told_of(plain: str, people: list[Child]) -> bool:
    """Whether the text tells of one child at all: of children in general it does not say who did it."""
    return any(one.kind in ("mine", "mine_all", "pronoun") for one in people) or _ONE.search(plain) is not None


def first(patterns: SievedPatterns, plain: str) -> int | None:
    """Where the first match of any of the patterns begins; "no one" is not someone."""
    starts = [
        start
        for start, end in (match.span() for match in patterns.finditer(plain))
        if not plain[:start].endswith(" no ") and not (plain[start:end].startswith(_TO) and denied(plain, start, end))
    ]
    return min(starts) if starts else None
