"""Stretches of characters in a text: where patterns meet it, and which of those that overlap are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable

Span = tuple[int, int]


def matched(patterns: Iterable[re.Pattern[str]], text: str) -> list[Span]:
    """Where the patterns match; of a pattern with a group named `span` only where that group does."""
    return [
        match.span("span" if match.re.groupindex.get("span") and match["span"] else 0)
        for pattern in patterns
        for match in pattern.finditer(text)
    ]


def outermost(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, none inside or across another: the one that begins first counts, the longest of those."""
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if end > start and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return tuple(kept)
