"""The ages of children in a text, in whole years. Never an age that is not a child's."""

from __future__ import annotations

from dataclasses import dataclass

from bot.nlu.age_numbers import numbers
from bot.nlu.birthdays import birthdays
from bot.nlu.folding import fold
from bot.nlu.school_years import phases, school_years

Span = tuple[int, int]


@dataclass(frozen=True)
class Mention:
    """One age, and the characters it stands at."""

    start: int
    end: int
    age: Span


def find(text: str) -> tuple[Span, ...]:
    """The ages in the order of mention, each (low, high). Months become years, "nearly 8" is 7, a school year is two years; phases ("toddler") are
    used only where no number was found. Ages in the past ("when he was 3") and of adults are left out.
    """
    ages: list[Span] = []
    for mention in mentions(text):
        if mention.age not in ages:
            ages.append(mention.age)
    return tuple(ages)


def mentions(text: str) -> tuple[Mention, ...]:
    """Every place where an age is named, in order; the same age may stand twice."""
    folded = fold(text)
    counted = [Mention(*one) for one in (*numbers(folded), *school_years(folded), *birthdays(folded))]
    known = [one.age for one in counted]
    for start, end, age, by_class in phases(folded):
        # Reception and nursery are classes like Year 1: beside a number they name another child, unless the number is of that age.
        if not known or by_class and not any(age[0] <= high and low <= age[1] + 1 for low, high in known):
            counted.append(Mention(start, end, age))
    return tuple(sorted(_apart(counted), key=lambda one: one.start))


def _apart(found: list[Mention]) -> list[Mention]:
    """Of two that overlap the longer counts."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept
