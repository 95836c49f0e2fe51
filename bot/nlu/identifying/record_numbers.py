"""Numbers that belong to one person: telephone, NHS, National Insurance, number plates, references, dates of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.nlu.identifying.spans import Span, matched

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# Numbers that anybody may ring are no secret.
_PUBLIC = r"(?!\s*\(?0\s?(?:80|30|33|34|37|845|870)|116)"

_SPOKEN = r"(?:oh|o|zero|nought|one|two|three|four|five|six|seven|eight|nine|(?:double|treble|triple) \w+)"
_DIGIT = re.compile(r"\d")
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d.]){_PUBLIC}(?:(?:\+|00)44\s?(?:\(0\)\s?)?|\(?0)[\d][\d()\s.-]{{7,13}}\d(?!\d)",  # a telephone number
        r"(?<!\d)0(?!8001111)\d{10}(?!\d)",
        r"(?<![\d.])0(?![ -](?:8[ -]0|3[ -][0347]|8[ -](?:4[ -]5|7[ -]0)))(?:[ -]\d){9,10}(?![ -]?\d)",  # one figure at a time
        r"(?<!\d)\d{3}[\s-]\d{3}[\s-]\d{4}(?!\d)",  # an NHS number
        r"\bnhs(?: (?:no|number|num))?\.?(?: (?:is|was))?[:\s]+(?P<span>\d[\d\s-]{8,12}\d)",
        r"\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b",  # a National Insurance number
        r"\b(?!d[sd]\d)[a-z]{2}\d{2}\s?(?-i:[A-Z]{3})\b",  # a number plate
        r"\b(?:reg(?:istration)?|number ?plate|plate)(?: (?:is|was|number))?[: ]+(?P<span>[a-z]{2}\d{2} ?[a-z]{3})\b",
        r"\b(?:crime|case|incident|police|log|court|upn|passport|reference|ref)(?: (?:no|number|ref|reference|log))*\.?(?: (?:is|was))?[:\s#]+(?P<span>(?=[\w/-]*\d{3})[\w/-]{5,})",
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b",  # a date of birth
        r"\b(?:19|20)\d{2}-\d{2}-\d{2}\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s(?:(?:19|20)\d{{2}}|'?\d{{2}})\b(?!\s?(?:am|pm|:))",
        rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d{{2}}\b",
        rf"\b(?:born|d\.?o\.?b\.?|date of birth|birthday)(?: (?:is|was|on|in|:))*[: ]+(?:the )?(?P<span>\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}})\b",
    )
]


_ONE = re.compile(rf"\b(?:(?P<spoken>{_SPOKEN})|\d+)\b", re.IGNORECASE)
# One pass over the text: what must follow is looked for in what was found, not by trying each place again.
_ONE_AFTER_ANOTHER = re.compile(rf"(?:\b(?:{_SPOKEN}|\d+)\b[\s,-]*)+", re.IGNORECASE)
# A count of ages or times is shorter, and "one" also stands for somebody.
_LEAST_SPOKEN = 6


def record_numbers(plain: str) -> list[Span]:
    """Where numbers that belong to one person stand; they may overlap."""
    found = matched(_PATTERNS, plain) if _DIGIT.search(plain) else []
    return found + list(_said_one_by_one(plain))


def _said_one_by_one(plain: str) -> Iterator[Span]:
    """Numbers as they are said on the telephone, to the last one that is a word."""
    for run in _ONE_AFTER_ANOTHER.finditer(plain):
        ends = [(bool(one["spoken"]), one.end()) for one in _ONE.finditer(plain, *run.span())]
        last = max((place for place, (spoken, _) in enumerate(ends) if spoken), default=-1)
        if last + 1 >= _LEAST_SPOKEN:
            yield run.start(), ends[last][1]
