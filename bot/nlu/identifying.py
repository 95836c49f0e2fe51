"""What in a text could identify a person. Found only so that the person can be told that it is not needed and was not
kept.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

Span = tuple[int, int]

_NUMBERS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+-]+@[\w-]+\.[\w.-]+\w",  # e-mail
        r"(?<!\w)@[a-z][\w.]{2,}",  # a handle
        r"\b(?:t\.me|wa\.me|instagram\.com|snapchat\.com/add|discord\.gg)/\S+",
        r"(?<![\d.])(?:\+44\s?\d{2,4}|\(?0(?!800\s?1111)\d{2,5}\)?)[\s-]?\d{3,4}[\s-]?\d{3,6}(?!\d)",  # a telephone number
        r"(?<!\d)0(?!8001111)\d{10}(?!\d)",
        r"(?<!\d)\d{3}[\s-]\d{3}[\s-]\d{4}(?!\d)",  # an NHS number
        r"\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b",  # a National Insurance number
        r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b",  # a full postcode
        r"\b(?!d[sd]\d)[a-z]{2}\d{2}\s?(?-i:[A-Z]{3})\b",  # a number plate
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b",  # a date of birth
        r"\b\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,?\s(?:19|20)\d{2}\b",
        r"\b(?:flat|unit|apt)\s\d+[a-z]?,?\s(?:\w+\s){1,3}(?:house|court|lodge|tower|mansions|flats)\b",
        r"\b\d{1,4}[a-z]?\s(?:[a-z']+\s){1,3}(?:road|rd|street|st|avenue|ave|lane|close|drive|crescent|terrace|way|grove|place|gardens|court|hill|walk|mews)\b",
        r"\b(?:insta(?:gram)?|snap(?:chat)?|tiktok|discord|xbox|psn|roblox|user(?:name)?|gamertag|telegram)\s(?:name\s)?(?:is|was|called|id)\s(?:called\s)?(?!is\b|not\b|on\b|the\b|a\b)\S{4,}",
    )
]
_SCHOOL = re.compile(
    r"\b(?:(?:st\.?|saint|our lady|holy|all saints|sacred)\s)?(?:[A-Z][\w'’-]+\s|of\s|the\s|and\s){0,4}[A-Z][\w'’-]+\s(?:(?:C\s?of\s?E|CE|RC|Catholic|Church)\s)?"
    r"(?:Primary|Infants?|Junior|High|Secondary|Academy|Grammar|Nursery|Daycare|Day Nursery|Playgroup|Preschool|College)(?:\s(?:School|Academy))?\b"
    r"|(?i:\b(?:st\.?|saint|our lady)\s[a-z']+(?:\s(?:of|the|[a-z]+)){0,4}\s(?:primary|infants?|juniors?|high|academy|nursery|school)\b)"
)
_TITLE = re.compile(
    r"\b(?P<title>mr|mrs|miss|ms|dr|pc|dc|sgt|wpc|prof|rev)\.?\s(?!right\b|bean\b|who\b|and\b|that\b|said\b)(?P<name>[a-z][\w'’-]+)",
    re.IGNORECASE,
)
_SURE_TITLES = ("mr", "mrs", "dr")  # "miss" and "pc" are ordinary words before a small letter
_CALLED = re.compile(
    r"\b(?:(?:is|was|he's|she's|boy|girl|lad|child|son|daughter|man|teacher|coach|kid|friend|someone|one)\s(?:called|named)|(?:my|his|her|their|the (?:boy|girl|lad|child|kid)'s)\sname(?:'s|’s|\sis|s)|"
    r"i'?m|i am|this is)\s(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})"
)
_ANY_CASE = re.compile(
    r"\b(?:called|named|name is|names|name's)\s(?!me\b|him\b|her\b|them\b|it\b|us\b|the\b|a\b|police\b|my\b|his\b)(?P<name>[a-z][\w'’-]{2,})",
    re.IGNORECASE,
)
# First names that are ordinary words or places too: only a context that says "name" counts for them.
_NOT_NAMES = frozenset(
    [
        "dsl",
        "ta",
        "gay",
        "dad",
        "mum",
        "nan",
        "grandad",
        "grandma",
        "year",
        "reception",
        "worried",
        "sorry",
        "social",
        "english",
        "polish",
    ]
)
_KEPT_WORDS = frozenset(
    [
        "not",
        "harry",
        "potter",
        "siri",
        "alexa",
        "fred",
        "flintstone",
        "peppa",
        "bluey",
        "barbie",
        "ken",
        "sam",
        "tom",
        "jerry",
        "victoria",
        "christian",
        "jordan",
        "devon",
        "chelsea",
        "florence",
        "sofa",
    ]
)
_AMBIGUOUS = frozenset(["christian", "jordan", "devon", "chelsea", "florence", "carol", "dean", "frank", "drew", "grant", "ray", "ken", "dawn", "max", "mo", "jan", "jean", "eve", "stan", "violet", "olive", "ivy", "holly", "poppy", "heather", "ruby", "jade", "amber", "skye", "willow", "rowan", "angel", "summer", "robin", "teddy", "wendy", "rob", "pat", "will", "mark", "may", "grace", "hope", "faith", "joy", "rose", "bill", "art", "june", "april", "august"])  # fmt: skip


def find(text: str) -> tuple[Span, ...]:
    """The character spans that look like a name, an address, a number or a handle, in order, none inside another."""
    spans = [match.span() for pattern in _NUMBERS for match in pattern.finditer(text)]
    spans += [match.span() for match in _SCHOOL.finditer(text)]
    spans += [m.span() for m in _TITLE.finditer(text) if m["name"][0].isupper() or m["title"].lower() in _SURE_TITLES]
    spans += [m.span("name") for p in (_CALLED, _ANY_CASE) for m in p.finditer(text) if _named(m["name"], p is _CALLED)]
    for match in re.finditer(r"[A-Za-z][a-z'’A-Z-]+", text):
        word = re.sub(r"['’]s$", "", match.group())
        if _is_name(word, text, match.start()):
            spans.append((match.start(), match.start() + len(word)))
    return _outermost(spans)


def _is_name(word: str, text: str, start: int) -> bool:
    first = word.lower().split("-")[0]
    if first not in _names() or word.lower() in _KEPT_WORDS:
        return False
    if first in _AMBIGUOUS:
        return word[0].isupper() and start > 0 and not re.search(r"[.!?]\s*$", text[:start]) and len(first) > 4
    return len(first) > 2


def _named(name: str, capital: bool) -> bool:
    if capital:
        return name.split()[0].lower() not in _NOT_NAMES
    return name[0].isupper() or name.lower().split("-")[0] in _names()


def _outermost(spans: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


@cache
def _names() -> frozenset[str]:
    return frozenset((Path(__file__).parent / "first_names.txt").read_text(encoding="utf-8").split())
