"""The ages of children in a text, in whole years. Never an age that is not a child's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu.age_numbers import numbers
from bot.nlu.birthdays import birthdays
from bot.nlu.folding import fold
from bot.nlu.school_years import phases, school_years

Span = tuple[int, int]

_LISTED = re.compile(r"[^.!?\n]{0,18}(?:,|;|&|/|\band\b|\bn\b|\bwith\b|\bto\b|\bother\b|\banother\b)[^.!?\n]{0,18}")
_WORD = re.compile(r"\d+|[a-z]+")
_THE_SAME = re.compile(r"\b(?:he|she|still|now|only|i|is|was|he's|she's|hes|shes|in)\b")
# "15 yr old, Y11": the class of the child whose age was said.
_ITS_CLASS = re.compile(
    r"[\s,;:(/-]*(?:(?:and|is|he|she|he's|she's|hes|shes|is|in|so|now|currently|boy|girl|pupil|lad)[\s,]+){0,4}\(?"
)


@dataclass(frozen=True)
class Mention:
    """One age, and the characters it stands at."""

    start: int
    end: int
    age: Span


@dataclass(frozen=True)
class Named:
    """The `ages` of a text in the order of mention, each (low, high), and how many `times` an age was named."""

    ages: tuple[Span, ...]
    times: int


def find(text: str) -> Named:
    """The ages of a text. Months become years, "nearly 8" is 7, a school year is two years; phases ("toddler") are
    used only where no number was found. Ages in the past ("when he was 3") and of adults are left out.
    """
    folded = fold(text)
    ages: list[Span] = []
    before: Mention | None = None
    found = _mentions(folded)
    for mention in found:
        if mention.age not in ages or before and _of_another(folded, before, mention):
            ages.append(mention.age)
        before = mention
    return Named(tuple(ages), len(found))


def _of_another(folded: str, before: Mention, mention: Mention) -> bool:
    """Whether the same age again, a few words on, is that of a second child: "6yo girl, 6yo boy", "9 and 9"."""
    between = folded[before.end : mention.start]
    return (
        before.age == mention.age
        and _words(folded, before)[:1] == _words(folded, mention)[:1]
        and _LISTED.fullmatch(between) is not None
        and not _THE_SAME.search(between)
    )


def _words(folded: str, mention: Mention) -> list[str]:
    return _WORD.findall(folded[mention.start : mention.end])


def _mentions(folded: str) -> tuple[Mention, ...]:
    """Every place where an age is named, in order; the same age may stand twice."""
    counted = [Mention(*one) for one in (*numbers(folded), *school_years(folded), *birthdays(folded))]
    known = [one.age for one in counted]
    for start, end, age, by_class in phases(folded):
        # Reception and nursery are classes like Year 1: beside a number they name another child, unless the number is of that age.
        if not known or by_class and not any(age[0] <= high and low <= age[1] + 1 for low, high in known):
            counted.append(Mention(start, end, age))
    return tuple(_without_classes(folded, sorted(_apart(counted), key=lambda one: one.start)))


def _without_classes(folded: str, found: list[Mention]) -> list[Mention]:
    """Without the school year of a child whose age stands right before it."""
    kept: list[Mention] = []
    for one in found:
        last = kept[-1] if kept else None
        its_class = (
            last is not None
            and last.age[0] == last.age[1]
            and one.age[0] < one.age[1]
            and one.age[0] <= last.age[0] <= one.age[1]
            and _ITS_CLASS.fullmatch(folded[last.end : one.start]) is not None
        )
        if not its_class:
            kept.append(one)
    return kept


def _apart(found: list[Mention]) -> list[Mention]:
    """Of two that overlap the longer counts."""
    kept: list[Mention] = []
    for one in sorted(found, key=lambda one: one.start - one.end):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return kept
