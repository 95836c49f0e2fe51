"""UK school years and phases of childhood as ages in whole years (England: Reception is 4 to 5, Year 1 is 5 to 6, Year 13 is 17 to 18)."""

from __future__ import annotations

import re

from bot.nlu.age_words import CLASSES, NUMBERS, Placed
from knowledge.age import OLDEST

_Y = rf"(?:1[0-3]|[1-9]|{'|'.join(CLASSES)})"
_STAFF = (
    r"(?:'?s?)[ -]*(?:class ?|form ?|group ?|school )?(?:teachers?|ta\b|tas\b|tutors?|heads?\b|lead(?:er)?s?\b|staff|assistant|hlta|phase lead|manager|desk|area|phone|"
    r"said|told|rang|lady|mum|mums|parents?|dad|block|corridor|curriculum|assembly|toilets?)\b"
)
_YEAR = re.compile(
    rf"\b(?:years?|yrs?|yera|y)\.?[ ]?-?(?P<n>{_Y})(?!\d|[.,]\d|[a-z]{{3,}}(?<!s))(?:'?s\b|[a-h]\b)?"
    rf"(?!{_STAFF})(?!\s*(?:olds?\b|of age|ago|/o|yo\b|-old|years?\b|times?\b|of (?:the|my|our|his|her)\b|more\b|later\b|day))"
    rf"(?:\s*(?P<link>and|&|/|,|to|-|or|\+)\s*(?:an?\s+)?(?:years?|yrs?|y)?\s?(?P<n2>1[0-3]|[1-9])\b(?!{_STAFF})(?!\s*(?:years?|yrs?|yo|times|of|girls|boys|children|lads|pupils)\b))?"
)
# Months, not school years: "8 years 2 months"; a number before "years" belongs to it.
_NUMBER_BEFORE = re.compile(rf"(?:\d|\b(?:{'|'.join(CLASSES)}|for|few|many|several|over|past|last|these))[ -]?$")

# The writer's own class: "I teach Year 2", "head of Year 8".
_TAUGHT = re.compile(
    r"\b(?:i teach|i taught|teaching|head of|teacher (?:of|in|for)|lead(?:er)? (?:of|for|in)|tutor (?:of|for|in)) $"
)

_PHASES: list[tuple[re.Pattern[str], tuple[int, int], bool]] = [
    (re.compile(pattern), span, by_class)
    for pattern, span, by_class in (
        (
            rf"\breception\b(?!{_STAFF})|\br class\b|\by(?:r |ear | )r\b|\beyfs\b|\bfoundation (?:stage|class)\b|\bf2\b",
            (4, 5),
            True,
        ),
        (
            rf"\bnursery\b(?!{_STAFF}|[ -]*(?:nurse|rhyme))|\bpre-?\s?school(?:er|ers)?\b(?!{_STAFF})|\bplaygroup\b(?!{_STAFF})|\bkindergarten\b",
            (3, 4),
            True,
        ),
        (r"\btoddlers?\b(?! group)", (1, 3), False),
        (r"\b(?:pre-?\s?)teen(?:ager|agers|age|aged|s)?\b|\btweens?\b|\btweenagers?\b", (10, 12), False),
        (r"\bteen(?:ager|agers|age|aged|s)?\b(?!\s*(?:mum|mother|years))|\badolescents?\b", (13, 17), False),
        (r"\bks\s?1\b|\bkey stage (?:1|one)\b|\binfants?(?: school)?\b", (5, 7), False),
        (r"\bks\s?2\b|\bkey stage (?:2|two)\b|\bjuniors?(?: school)\b|\b(?:in|at) the juniors\b", (7, 11), False),
        (r"\bks\s?3\b|\bkey stage (?:3|three)\b", (11, 14), False),
        (r"\bks\s?4\b|\bkey stage (?:4|four)\b|\bgcse years?\b", (14, 16), False),
        (r"\bunder[ -]?(?:5|five)'?s?\b(?! (?:min|hour|day|week|month|time|pound|mile|people))", (0, 4), False),
        (
            r"\bsixth[ -]?form(?:er|ers)?\b|\b6th[ -]?form(?:er|ers)?\b|\bks\s?5\b|\bkey stage (?:5|five)\b",
            (16, 17),
            False,
        ),
        (r"\bprimary(?: school| age| aged)?\b(?! (?:carer|concern|care|focus|source|need))", (4, 11), False),
        (r"\bsecondary(?: school| age| aged)?\b|\bhigh school\b|\bsenior school\b|\bcomprehensive\b", (11, 16), False),
    )
]


def school_years(folded: str) -> list[Placed]:
    """Where school years stand in a folded text and the ages of their pupils. "Year 5 or 6" is one range; of a Year 3 teacher nothing is said."""
    found: list[Placed] = []
    for match in _YEAR.finditer(folded):
        if match[0].startswith(("years", "yrs")) and _NUMBER_BEFORE.search(
            folded[max(0, match.start() - 12) : match.start()]
        ):
            continue
        if _TAUGHT.search(folded[max(0, match.start() - 16) : match.start()]):
            continue
        first, second = (_ages(match[name]) for name in ("n", "n2"))
        if first is None:
            continue
        if second is None:
            found.append((*match.span(), first))
        elif match["link"] in ("or", "to", "-") and first[0] < second[0]:
            found.append((*match.span(), (first[0], second[1])))
        else:
            found.append((match.start(), match.end("n"), first))
            found.append((match.start("n2"), match.end(), second))
    return found


def phases(folded: str) -> list[tuple[int, int, tuple[int, int], bool]]:
    """Where phases of childhood stand, with their ages, and whether each is a class of a school (Reception, nursery)."""
    return [
        (*match.span(), span, by_class)
        for pattern, span, by_class in _PHASES
        for match in pattern.finditer(folded)
        if not _TAUGHT.search(folded[max(0, match.start() - 16) : match.start()])
    ]


def _ages(number: str | None) -> tuple[int, int] | None:
    if not number:
        return None
    year = int(number) if number.isdigit() else NUMBERS[number]
    return year + 4, min(year + 5, OLDEST)
