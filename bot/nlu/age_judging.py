"""What the words right before and after a number make of it: an age, something else, or nothing yet."""

from __future__ import annotations

import re
from enum import Enum

from bot.nlu import age_signs as signs
from bot.nlu import age_words as words


class Says(Enum):
    """What the words around a number make of it."""

    AGE = "an age"
    NOTHING = "nothing yet: a number it is linked with decides"
    OTHER = "something else"


def judge(word: str, before: str, after: str, dear: bool, old: bool) -> Says:
    """`word` is the number as it is written; `dear`: "ds" or "dd" stands before it, `old`: "years old" after it."""
    if old:
        return (
            Says.OTHER
            if re.match(r"\s*enough", after)
            or signs.LOOKS_LIKE.search(before)
            or word == "one"
            and re.search(r"\b(?:the|which|this|that|other|younger|older) $", before)
            else Says.AGE
        )
    if (
        signs.KIN_EACH.search(before)
        and signs.NEXT_KIN.match(after)
        or signs.NAMED_AGE.search(before)
        or signs.IN_MIND.match(after)
    ):
        return Says.AGE
    if signs.CLAUSE_START.search(before) and re.match(r"(?:\s?y(?:rs?|o)?)?\s[mf]\s*(?:$|[,.;)/&])", after):
        return Says.AGE
    if dear or signs.TO_ANOTHER.match(after) and not signs.NO_SUBJECT.search(before):
        return Says.AGE
    if (
        words.COUNTS.match(after)
        or signs.NOT_AGED.search(before)
        or signs.LASTED.search(before)
        or before.endswith("24/")
    ):
        return Says.OTHER
    if signs.AGED.search(before):
        return Says.AGE
    if signs.FOR_YEARS.search(before) and re.match(r"[\s-]*(?:years?|yrs?)\b", after):
        return Says.OTHER
    if signs.SAID_TO_BE.search(before) and signs.BUT_GROWN.match(after):
        return Says.OTHER
    years = words.YEARS.match(after)
    if signs.ARTICLE_YEAR.search(before) and signs.YEAR_NOUN.match(after):
        return Says.AGE
    if years and signs.HAS.search(before):
        return Says.AGE
    birthday = words.BIRTHDAY_AFTER.match(after)
    alone = signs.ALONE_AFTER.match(after[birthday.end() :] if birthday else after) is not None
    if word == "one" and not signs.ONE_AGE.search(before):
        return Says.OTHER
    if (
        word in signs.SMALL
        and not (alone or signs.CLAUSE_AFTER.match(after))
        or word in signs.SMALL
        and not (
            signs.SMALL_AGE.search(before)
            and not signs.NO_SUBJECT.search(before)
            or word == "two"
            and signs.CLAUSE_START.search(before)
            or signs.PAREN.search(before)
        )
    ):
        return Says.OTHER
    if signs.TOO_YOUNG.match(after):
        return Says.AGE
    if (
        signs.PAREN.search(before)
        and signs.IN_PAREN.match(after)
        or signs.SEX.match(after)
        and not re.match(r"\s?m\b", after[1:])
        and word.isdigit()
        and after[:1] in "mf"
    ):
        return Says.AGE
    if signs.GOING_ON.search(before) and re.search(
        rf"{words.N}(?: and a (?:half|bit))?,?\s+{signs.GOING_ON.pattern}", before
    ):
        return Says.OTHER
    if signs.ALONE_BEFORE.search(before) and (alone or years and signs.ALONE_AFTER.match(after[years.end() :])):
        return Says.AGE
    if (signs.CLAUSE_AFTER.match(after) or alone) and signs.LED_AS_AGE.search(before) or signs.BEING.search(before):
        return Says.AGE
    if signs.HAS_AGE.search(before) and re.match(rf" and (?:he|she) (?:has|have) {words.N}\b", after):
        return Says.AGE
    if alone and (
        signs.AND_AGE.search(before) or signs.HAS_AGE.search(before) and word not in ("3", "three", "4", "four")
    ):
        return Says.AGE
    if (
        alone
        and signs.ALMOST_ALONE.search(before)
        and not signs.NO_SUBJECT.search(before)
        and not signs.CLOCK.search(before)
    ):
        return Says.AGE
    if words.NOT_BEFORE.search(before) and not _said_plainly(before):
        return Says.AGE if signs.AT.search(before) else _at(before, alone or signs.AT_STARTS.match(after) is not None)
    if (
        signs.said_of_a_child(before)
        or signs.I_AM.search(before)
        or signs.TURNED.search(before)
        or signs.FUNCTIONS.search(before)
        or signs.AT.search(before)
    ):
        if re.match(r"[\s-]*(?:years?|yrs?)\b", after) and not years:
            return Says.OTHER
        return Says.AGE
    if signs.CLAUSE_START.search(before) and (
        signs.CLAUSE_AFTER.match(after) or years and signs.CLAUSE_AFTER.match(after[years.end() :])
    ):
        return Says.AGE
    return Says.NOTHING


def _said_plainly(before: str) -> bool:
    """ "A girl of 14", "the other is 6", "functions like 5", "both had turned 9": the word before the number does belong to an age."""
    return bool(
        re.search(
            rf"\b(?:{words.CHILD}|looks?|must be|would be|'d be|he's|she's|they're) (?:of|about|around|like) (?:about |only |just )?$",
            before,
        )
        or re.search(r"\b(?:all|both|each|other) (?:of (?:them|whom) )?$", before)
        or signs.FUNCTIONS.search(before)
        or re.search(rf"\b(?:{words.ALMOST})$", before)
        or signs.RANGE_LED.search(before)
        or re.search(
            r"\b(?:is|are|was|were|he's|she's|he|she|i'm|im|just|only|now) (?:about|around|at least|over|just over|at|like|\w+ and) $",
            before,
        )
    )


def _at(before: str, alone: bool) -> Says:
    """ "At 12" at the end of a clause is an age where nothing before it goes by the clock."""
    if signs.AT_WORD.search(before) and alone and not signs.CLOCK.search(before):
        return Says.AGE
    if re.search(r"\b(?:about|around) $", before) and signs.ALONE_BEFORE.search(before):
        return Says.NOTHING
    if re.search(r"\b(?:his|her|their|the|my|our) (?:or |to |- )?$", before):
        return Says.NOTHING
    if re.search(r"\b(?:and|or|to|with|,) $", before):
        return Says.NOTHING
    return Says.OTHER
