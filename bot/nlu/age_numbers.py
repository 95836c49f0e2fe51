"""Which numbers of a text are ages of children. Every number is judged by the words right before and after it."""

from __future__ import annotations

import re

from bot.nlu import age_signs as signs
from bot.nlu import age_words as words
from bot.nlu.age_judging import Says
from bot.nlu.age_linking import link
from bot.nlu.age_reading import Number, read_at
from bot.nlu.age_words import Placed
from knowledge.age import OLDEST

# No message about children holds more numbers; the cost stays bounded.
_MOST = 60
_YEAR_AND_A_HALF = re.compile(
    r"(?:(?<=he's )|(?<=she's )|(?<=hes )|(?<=shes )|(?<= is )|(?<=^))(?:just |only |about |nearly )?(?:an? |one )?year and a half(?: old)?\b(?! (?:ago|later|older|younger|in|into))|\byear and a half old\b"
)


def numbers(folded: str) -> list[Placed]:
    """The ages that stand as numbers in a folded text: (start, end, (low, high))."""
    read: list[Number] = []
    for match in words.NUMBER.finditer(folded):
        if len(read) == _MOST:
            break
        number = read_at(folded, match)
        if number:
            read.append(number)
    link(folded, read)
    found = _ages(folded, read)
    if "year and a half" in folded:
        found += [(*match.span(), (1, 1)) for match in _YEAR_AND_A_HALF.finditer(folded)]
    return found


def _ages(folded: str, read: list[Number]) -> list[Placed]:
    found: list[Placed] = []
    skip = False
    for index, number in enumerate(read):
        if skip:
            skip = False
            continue
        if number.says is not Says.AGE or not 0 <= number.value <= OLDEST:
            continue
        if number.corrects and found:
            found.pop()
        following = read[index + 1] if index + 1 < len(read) else None
        if following and following.says is Says.AGE and number.value < following.value <= OLDEST:
            between = folded[number.end : following.start]
            if re.fullmatch(
                r"\s*(?:or|to|-|/|or maybe|or possibly|or even|maybe|,? or|[?,]+ ?(?:or )?(?:maybe|perhaps|possibly|could be))\s*(?:an?\s+|nearly\s+)?",
                between,
            ) or (
                re.fullmatch(r"\s*and\s*", between)
                and signs.RANGE_LED.search(folded[max(0, number.start - 30) : number.start])
            ):
                found.append((number.start, following.end, (number.value, following.value)))
                skip = True
                continue
        found.append((number.start, number.end, (number.value, number.value)))
    return found
