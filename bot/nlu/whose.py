"""Whose child a text is about, by its words alone: the child who did it, the child it was done to, or both the writer's."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

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


def role_of(plain: str) -> str:
    """The role by the patterns alone, on plain clauses: of "affected" and "displayed" the one said first."""
    known = tables()
    if first(known.both, plain) is not None:
        return "both"
    affected, displayed = first(known.affected, plain), first(known.displayed, plain)
    if affected is None:
        return "unclear" if displayed is None else "displayed"
    if displayed is None:
        return "affected"
    return "affected" if affected <= displayed else "displayed"


def first(patterns: tuple[WordPattern, ...], plain: str) -> int | None:
    """Where the first match of any of the patterns begins."""
    starts = [match.start() for pattern in patterns for match in pattern.finditer(plain)]
    return min(starts) if starts else None
