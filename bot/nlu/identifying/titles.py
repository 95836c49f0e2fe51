"""Names after a title: "Mr Khan", "Sister Agnes", "Coach Dave"."""

from __future__ import annotations

import re

from bot.nlu.identifying.one_word import is_nothing_else
from bot.nlu.identifying.spans import Span

_TITLE = re.compile(
    r"\b(?P<title>mr|mrs|miss|ms|dr|pc|dc|sgt|wpc|prof|rev|pcso|sister|father|imam|pastor|councillor|cllr|sir|lady|dame|uncle|auntie|aunty|aunt|nanny|granny|coach|reverend|fr|brother|ustadh|sheikh|rabbi|nurse|professor)\b(?:(?<=\bmr|\bms|\bdr)\.|(?<=\bmrs|\brev|\bsgt)\.|(?<=\bmiss|\bprof|\bcllr)\.)?\s"
    r"(?!law\b|the\b|he\b|she\b|has\b|is\b|was\b|told\b|saw\b|at\b|my\b|i\b|it\b|they\b|we\b|rang\b|to\b|in\b|on\b|of\b|right\b|bean\b|who\b|and\b|that\b|said\b)"
    r"(?P<name>[a-z][\w'-]+(?:(?-i: (?:Mc|Mac|O'|al-)?[A-Z][a-zà-ž]+(?:-[A-Z][a-z]+)?)){0,2})",
    re.IGNORECASE,
)
# "miss adeyemi saw it": what is no other word, and does something.
_DOES = re.compile(r"(?:'s)? (?:saw|said|says|told|rang|has|had|is|was|asked|thinks|called|phoned|came|wrote|caught)\b")
_SURE_TITLES = ("mr", "mrs", "dr", "cllr", "pcso")  # "miss" and "pc" are ordinary words before a small letter


def titled(plain: str) -> list[Span]:
    """Where a title and the name after it stand; before a small letter only a title that is no other word
    counts, or a name that is none and does something."""
    return [
        match.span()
        for match in _TITLE.finditer(plain)
        if match["name"][0].isupper()
        or match["title"].lower() in _SURE_TITLES
        or match["title"].lower() == "miss"
        and is_nothing_else(match["name"].capitalize())
        and _DOES.match(plain, match.end())
    ]
