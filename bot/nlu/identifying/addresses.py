"""Roads, house numbers, flats, postcodes, and the clubs of a place."""

from __future__ import annotations

import re

from bot.nlu.identifying.spans import Span, matched

_ROAD = r"(?:road|rd|street|st|avenue|ave|lane|close|drive|crescent|terrace|way|grove|place|gardens|court|hill|walk|mews|row|view|rise|parade|square)"

_DIGIT = re.compile(r"\d")
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        r"\b(?!(?:The|My|Our|His|Her|A|No|High|Drury|Wall|Fleet|One|This|That)\b)[A-Z][a-z']+(?: [A-Z][a-z']+)? (?:Road|Street|Avenue|Lane|Close|Crescent|Drive|Terrace|Grove|Mews|Cottage|Farm|Cottages)\b",
        r"\b(?!(?:The|My|Our|His|Her|Girl|Sea|Power|Local)\b)[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:Rovers|Wanderers|Juniors|Athletic|Colts|Scouts|Cubs|Brownies|Beavers|Rangers|Guides|Tigers|Lions|Sunday School)\b",
        r"\b(?:on|at|in|off|down|up|from|round|of|near|to) (?P<span>[A-Z][a-z']+(?: [A-Z][a-z']+)? (?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Mews))\b",
    )
]
# These hold a digit, so a text without one needs none of them.
_WITH_A_DIGIT = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b",  # a full postcode
        r"\b(?:flat|unit|apt|apartment)\s\d+[a-z]?,?\s(?:\w+\s){1,3}(?:house|court|lodge|tower|mansions|flats|heights|point)\b",
        rf"\b(?<!\d[ :])(?!(?:\d+),? (?:lad|boy|girl|times|years|months|weeks|days|hours|minutes|mins|of|in|on|and|to|or|people|kids|boys|girls) )\d{{1,4}}[a-z]?,?\s(?!(?:at|in|on|of|and|to|from|by|when|is|was)\s)(?:[a-z']+\s){{1,3}}{_ROAD}\b(?! (?:his|her|my|before|round|along|forward))",
    )
]


def addresses(plain: str) -> list[Span]:
    """Where roads, homes, postcodes and clubs of a place stand; they may overlap."""
    return matched(_PATTERNS + _WITH_A_DIGIT if _DIGIT.search(plain) else _PATTERNS, plain)
