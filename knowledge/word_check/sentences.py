"""Sentences, and how long they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.word_check.finding import Finding, found
from knowledge.word_check.text import Kind, Text

# Words in a sentence. GOV.UK's style guide asks for 25 at most; parents read at night, on a phone, and are afraid.
USUAL_PLAIN, MOST_PLAIN = 20, 25
USUAL_STAFF, MOST_STAFF = 25, 30
MOST_OVER_USUAL = 0.1  # the part of a group's sentences that may be longer than usual

# Flesch counted what a semicolon or a colon marks off as a sentence too. That is for staff, who read lists.
_END = {True: re.compile(r"(?<=[.!?])[”\"')]*\s+|\n+"), False: re.compile(r"(?<=[.!?;:])[”\"')]*\s+|\n+")}


def sentences(text: Text) -> list[str]:
    """The sentences of a text; each line of it is at least one."""
    return [part for part in _END[text.plain].split(text.spoken) if part.strip()]


def length(sentence: str) -> int:
    """How many words it has."""
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())


def usual(text: Text) -> int:
    """How many words most sentences of such a text may have."""
    return USUAL_PLAIN if text.plain else USUAL_STAFF


def check(text: Text) -> Iterator[Finding]:
    """Each sentence that is too long for anybody."""
    if text.kind is Kind.NAME:
        return
    most = MOST_PLAIN if text.plain else MOST_STAFF
    for sentence in sentences(text):
        words = length(sentence)
        if words > most:
            yield found(text, sentence, f"{words} words in a sentence; {most} at most")


def over_usual(texts: Iterable[Text]) -> float:
    """The part of all sentences that is longer than usual, 0 to 1; 0 where there are none."""
    counted = [length(one) > usual(text) for text in texts for one in sentences(text)]
    return sum(counted) / len(counted) if counted else 0.0
