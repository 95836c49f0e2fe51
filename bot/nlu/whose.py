"""Whose child a text is about, by its words alone: the child who did it, the child it was done to, or both the writer's."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bot.nlu.participants import read
from bot.nlu.role_between import doer_alone, role_between
from bot.nlu.word_patterns import WordPattern, compile_pattern, word_lists

_CONTENT = Path(__file__).parent / "role_patterns.yml"


@dataclass(frozen=True)
class Tables:
    """The patterns of each role."""

    affected: tuple[WordPattern, ...]
    displayed: tuple[WordPattern, ...]
    both: tuple[WordPattern, ...]


@cache
def tables() -> Tables:
    """The role patterns. Raises `PatternError` for a pattern that cannot be used."""
    raw = yaml.safe_load(_CONTENT.read_text(encoding="utf-8"))
    words = word_lists(raw["words"])
    affected, displayed, both = (
        tuple(compile_pattern(one, words) for one in raw[role]) for role in ("affected", "displayed", "both")
    )
    return Tables(affected, displayed, both)


def role_of(plain: str, names: Set[str] = frozenset()) -> str:
    """The role on plain clauses: who did it to whom where that is said, else by the patterns, of "affected" and "displayed" the one said first."""
    tokens, people = read(plain, names)
    if (role := role_between(plain, tokens, people)) is not None:
        return role
    known = tables()
    if first(known.both, plain) is not None:
        return "both"
    affected, displayed = first(known.affected, plain), first(known.displayed, plain)
    if affected is None:
        return "displayed" if displayed is not None or doer_alone(tokens, people) else "unclear"
    if displayed is None:
        return "affected"
    return "affected" if affected <= displayed else "displayed"


def first(patterns: tuple[WordPattern, ...], plain: str) -> int | None:
    """Where the first match of any of the patterns begins."""
    starts = [match.start() for pattern in patterns for match in pattern.finditer(plain)]
    return min(starts) if starts else None
