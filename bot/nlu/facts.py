"""What a message says plainly: ages, an area, factors, whose child it is, an answer, a command, and what could
identify someone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.nlu import ages, answers, areas, asides, commands, factors, identifying, roles

Span = tuple[int, int]


@dataclass(frozen=True)
class Facts:
    """`ages` in whole years, low and high, in the order of mention; `identifying` are character spans of the text."""

    ages: tuple[Span, ...] = ()
    area: str | None = None
    factors: Mapping[str, str] = field(default_factory=dict)
    role: str = "unclear"
    answer: str | None = None
    command: str | None = None
    aside: str | None = None
    identifying: tuple[Span, ...] = ()


def find(text: str) -> Facts:
    """The facts of one text. Never raises: a text that says nothing gives empty facts."""
    return Facts(
        ages=ages.find(text),
        area=areas.find(text),
        factors=factors.find(text),
        role=roles.find(text),
        answer=answers.find(text),
        command=commands.find(text),
        aside=asides.find(text),
        identifying=identifying.find(text),
    )
