"""Names of persons: known first names by themselves, other words only with a sign of a name beside them."""

from __future__ import annotations

import re
from collections.abc import Set

from bot.nlu.dictionary import first_names_that_are_words, ordinary_words
from bot.nlu.identifying.name_signs import AGED, BESIDE, BOTH, CALLED, DOES, IN_FULL, SAYS_WHO, SURE, WORD
from bot.nlu.identifying.one_word import bare, is_certain, is_nothing_else, may_be_a_name
from bot.nlu.identifying.spans import Span
from bot.nlu.identifying.word_lists import known_from_stories, mostly_a_time, mostly_said_small

_WORDS = re.compile(WORD)
_SURNAME = re.compile(r"(?:[ -](?:Mc|Mac|O'|al-|bin |de |van )?[A-ZÀ-Ž][a-zà-ž]+(?:['-][A-ZÀ-Ž]?[a-zà-ž]+)*){1,2}")
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n\"]\s*|[\"“(]\s*)$")
_TIME_BEFORE = re.compile(
    r"\b(?:in|since|until|till|last|next|this|of|by|from|early|late|mid|before|after|on|th|st|nd|rd|\d) $",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:in|at|near|from|to|of|the|on|by|called|like)\s$", re.IGNORECASE)
_OWNS_OR_IS_LISTED = re.compile(r"'s |,? and h")
_LISTED = re.compile(r"\band\b|,|&")
_NEARBY = 24  # characters between two names of one list


def names(plain: str) -> list[Span]:
    """Where names of persons stand, each with its surnames."""
    words = list(_WORDS.finditer(plain))
    certain = {word.start() for word in words if is_certain(word[0])}
    named = _named(plain)
    doubtful = any(bare(word[0]) in first_names_that_are_words() for word in words)
    beside = {match.start("name") for sign in BESIDE for match in sign.finditer(plain)} if doubtful else set()
    return [
        _whole_name(plain, word)
        for word in words
        if word.start() in certain or word.start() in named or _is_likely(word, plain, beside, certain)
    ]


def _named(plain: str) -> set[int]:
    """Where a word begins that its signs make a name, whether or not it is known as one."""
    found = [match for sign in SURE for match in sign.finditer(plain) if may_be_a_name(match["name"])]
    found += [
        match
        for match in SAYS_WHO.finditer(plain)
        if may_be_a_name(match["name"]) and bare(match["name"]) not in ordinary_words()
    ]
    found += [
        match
        for match in CALLED.finditer(plain)
        if match["name"] in first_names_that_are_words() or is_nothing_else(match["name"].capitalize())
    ]
    found += [match for sign in DOES for match in sign.finditer(plain) if is_nothing_else(match["name"])]
    found += [
        match
        for match in IN_FULL.finditer(plain)
        if bare(match["name"]) in first_names_that_are_words() and is_nothing_else(match["last"])
    ]
    found += [match for match in AGED.finditer(plain) if is_nothing_else(match["name"].capitalize())]
    found += [
        match
        for match in BOTH.finditer(plain)
        if is_nothing_else(match["name"])
        and is_nothing_else(match["last"])
        and not _AT.search(plain[max(0, match.start() - 8) : match.start()])
    ]
    return {match.start("name") for match in found}


def _is_likely(word: re.Match[str], plain: str, beside: Set[int], certain: Set[int]) -> bool:
    """A first name that is an ordinary word too: only with a sign of a name beside it."""
    name, start = bare(word[0]), word.start()
    if word[0].isupper() and len(word[0]) > 1:  # "ART" and "DAN" are short for something
        return False
    if name not in first_names_that_are_words() or name in known_from_stories():
        return False
    capital, begins = word[0][0].isupper(), _SENTENCE_START.search(plain[max(0, start - 6) : start]) is not None
    if name in mostly_a_time() and _TIME_BEFORE.search(plain[max(0, start - 8) : start]):
        return False
    after = plain[word.end() : word.end() + 8]
    if start in beside and (capital or name not in mostly_said_small() or _OWNS_OR_IS_LISTED.match(after)):
        return capital or name not in mostly_a_time()
    if any(
        abs(other - start) <= _NEARBY and _LISTED.search(plain[min(other, start) : max(other, start)])
        for other in certain
    ):
        return capital or name not in mostly_said_small()
    return capital and not begins and name not in mostly_a_time()


def _whole_name(plain: str, word: re.Match[str]) -> Span:
    """The first name with the surnames after it, without "'s"."""
    start, end = word.start(), word.start() + len(re.sub(r"'s?$", "", word[0]))
    if end == word.end() and plain[start].isupper() and (surname := _SURNAME.match(plain, end)):
        end = surname.end()
    return start, end
