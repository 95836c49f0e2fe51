"""What a message says plainly: ages, an area, factors, whose child it is, an answer, a command, and what could
identify someone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.nlu import (
    ages,
    answers,
    areas,
    asides,
    commands,
    courtesies,
    factors,
    identifying,
    negation,
    roles,
    second_opinion,
)
from bot.nlu.fact_learner import Heard
from bot.nlu.plain_clauses import plain_clauses

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


def find(text: str, mended: str | None = None, heard: Heard | None = None) -> Facts:
    """The facts of one text, by rules, weighed with what the trained ear heard in it where that is given; `mended` is
    what `bot.nlu.mending` made of it. Never raises: a text that says nothing gives empty facts.
    """
    mended = text if mended is None else mended
    plain = plain_clauses(mended) if heard is None else heard.plain
    named = ages.find(mended)
    said, ruled = factors.find(plain, named), roles.find(plain)
    role = ruled.role
    if heard is not None:
        said = second_opinion.factors_of(said, heard, negation.only_asks(plain))
        role = second_opinion.role_of(ruled, heard)
    return Facts(
        ages=named.ages,
        area=_area(courtesies.without(text), mended),
        factors=said,
        role=role,
        answer=answers.find(mended),
        command=commands.find(mended),
        aside=asides.find(text),
        identifying=identifying.find(text),
    )


def _area(said: str, mended: str) -> str | None:
    """As it is written first: a name may be no error though it looks like one."""
    return areas.find(said) or (areas.find(mended) if mended != said else None)
