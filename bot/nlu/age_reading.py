"""One number of a text: its value in whole years, and whether it is an age."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.nlu import age_signs as signs
from bot.nlu import age_words as words
from bot.nlu.age_judging import Says, judge

# So many characters before and after a number are looked at.
BEFORE, AFTER = 64, 48
# The short forms of a unit after a number.
_YEARS, _MONTHS = r"(?:y|yrs?|years?)", r"(?:m|mths?|mnths?|months?|mos?)"
_FOR = re.compile(r"\b(?:for|over|past|last|took|after|lasted) (?:about |over |nearly |almost |the (?:last|past) )?$")
# "8yrs 2mths", "4y9m", "three years and four months": the years count, the months belong to them.
_AND_MONTHS = re.compile(
    rf"[\s-]?{_YEARS}[\s,]*(?:and |& )?{words.N}\s?{_MONTHS}\b(?! (?:ago|later|older|younger|now|into))"
)
_MONTHS_OF_YEARS = re.compile(rf"\s?{_MONTHS}\b")
_YEARS_BEFORE = re.compile(rf"{words.N}[\s-]?{_YEARS}[\s,]*(?:and |& )?$")
# "Child 1 (aged 9)": the first number is a name.
_LABEL = re.compile(r"\b(?:child|pupil|student|sibling|subject|yp|young person|boy|girl) (?:no\.? )?$")
_LABELLED = re.compile(rf"\s*(?:[(:=,-]|(?:is|was|who|aged?)\b)[^.;\d]{{0,24}}(?<![a-z]){words.N}(?!\d)")
_TO_OLD = re.compile(r"\s*(?:or|to|-|/|and|&)\s*\w+[\s-]*(?:years?|yrs?|y)[\s/-]*o")


@dataclass
class Number:
    """A number at its place. `old`: "years old" stands after it. `corrects`: it takes back the one before. `linked`: one
    that is followed by "years old" is joined to it.
    """

    start: int
    end: int
    value: int
    says: Says
    old: bool = False
    corrects: bool = False
    linked: bool = False


def read_at(folded: str, match: re.Match[str]) -> Number | None:
    """The number of a match of `age_words.NUMBER`, or `None` where it is the name of a child or a part of another word."""
    word, start, end = match["n"], match.start(), match.end()
    value = int(word) if word.isdigit() else words.NUMBERS[word]
    before, after = folded[max(0, start - BEFORE) : start], folded[end : end + AFTER]
    if re.match(r"(?: years old)? (?:till|until)\b", after) and words.DENIED.search(before):
        return Number(start, end, value - 1, Says.AGE)
    if words.PAST.search(before) or words.PAST_AFTER.match(after):
        return Number(start, end, value, Says.OTHER)
    if _AND_MONTHS.match(after) and not signs.LASTED.search(before) and not _FOR.search(before):
        return Number(start, end, value, Says.AGE)
    if _MONTHS_OF_YEARS.match(after) and _YEARS_BEFORE.search(before):
        return None
    if _LABEL.search(before) and value <= 6 and _LABELLED.match(after):
        return None
    if before.endswith("-") and before[-2:-1].isalpha() and not before.endswith(("age-", "aged-")):
        return None
    months = words.MONTHS.match(after)
    if months:
        young = (
            months["old"]
            or signs.ALONE_AFTER.match(after[months.end() :])
            and (
                before.endswith(" at ")
                or signs.ALONE_BEFORE.search(before)
                or signs.said_of_a_child(before)
                or signs.AGED.search(before)
            )
        )
        return Number(start, end + months.end(), value // 12, Says.AGE if young else Says.OTHER, old=True)
    old = words.OLD.match(after)
    number = Number(start, end + old.end() if old else end, value, Says.NOTHING, old=bool(old))
    number.says = judge(word, before, after, match["dear"] is not None, bool(old))
    number.linked = _TO_OLD.match(after) is not None
    if number.says is Says.AGE:
        if words.DENIED.search(before) and not signs.ALMOST_ALONE.search(before):
            number.says = Says.OTHER
        number.corrects = words.CORRECTED.search(before) is not None
        if _still_to_come(before, after[old.end() :] if old else after):
            number.value -= 1
    return number


def _still_to_come(before: str, after: str) -> bool:
    """ "Nearly 8" is 7; so is "8 on Saturday"."""
    if re.search(rf"\b{words.ALMOST}$|'ll be $|\bll be $|\bshell be $|\bhell be $", before):
        return True
    return words.BIRTHDAY_AFTER.match(after) is not None and not re.search(
        r"\b(?:was|were|turned|been) (?:\w+ )?$", before
    )
