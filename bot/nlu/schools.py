"""Names of schools and nurseries in a text."""

from __future__ import annotations

import re

Span = tuple[int, int]

_KIND = r"(?:primary|infants?|juniors?|high|secondary|academy|grammar|nursery|daycare|day nursery|playgroup|pre-?school|college|first|middle|comprehensive|comp|special school|school)"
_CAPITAL = re.compile(
    r"\b(?:(?:[Ss]t\.?|[Ss]aint|[Oo]ur [Ll]ady|[Hh]oly|[Aa]ll [Ss]aints|[Ss]acred)\s)?(?:[A-Z][\w'’-]+\s|of\s|the\s|and\s){0,4}(?P<last>[A-Z][\w'’-]+)\s(?:(?:C\s?of\s?E|CE|RC|Catholic|Church)\s)?"
    r"(?:[Pp]rimary|[Ii]nfants?|[Jj]uniors?|[Hh]igh|[Ss]econdary|[Aa]cademy|[Gg]rammar|[Nn]ursery|[Dd]aycare|[Dd]ay [Nn]ursery|[Pp]laygroup|[Pp]re-?school|[Cc]ollege|[Ss]chool)(?:\s(?:[Ss]chool|[Aa]cademy))?\b"
)
_SAINT = re.compile(
    r"\b(?:st\.?|saint|our lady)\s[a-z']+(?:\s(?:of|the|[a-z]+)){0,4}?\s(?:primary|infants?|juniors?|high|academy|nursery|school|rc|ce|c of e|catholic)\b|(?<=\bat |\bto )(?:st|saint) (?!something)[a-z]+'?s\b|(?<=\bfrom )(?:st|saint) [a-z]+'?s\b|\b(?-i:St\.? [A-Z][a-z]+'s)\b",
    re.IGNORECASE,
)
_SMALL = re.compile(
    rf"\b(?:at|to|from|attends?|called|in|of) (?P<span>(?P<word>[a-z][a-z'’-]{{3,}}) (?:hill |park |green |wood |lane |road |bank |c of e |ce |rc )?{_KIND}(?: (?:school|academy|nursery))?)\b(?! (?:school )?(?:age|aged|children|kids|pupils|teacher|staff|years?))",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"\b(?:attends?|attended|attending|excluded from|enrolled at) (?P<span>[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\b"
)
_ORDINARY = frozenset(
    ["move", "change", "moving", "changing", "two", "no", "whole", "something's", "something", "the", "local", "their", "his", "her", "our", "your", "this", "that", "same", "another", "different", "state", "private", "boys", "girls", "mixed", "special", "big", "small", "junior", "senior", "primary", "secondary", "infant", "high", "middle", "upper", "lower", "first", "old", "new", "catholic", "church", "faith", "village", "boarding", "independent", "mainstream", "nursery", "sunday", "after", "before", "during", "every", "each", "some", "other", "own", "last", "next", "good", "better", "nice", "whole", "which", "what", "dance", "swimming", "drama", "music", "football", "karate", "summer", "online", "home", "main", "day", "night", "university", "community", "free", "public", "grammar", "muslim", "islamic", "jewish", "christian", "into", "with", "from", "year", "years", "term", "time", "full", "part", "sixth", "form", "local", "starting", "start", "going", "leaving", "mums", "dads", "childs", "sons", "daughters", "friends", "cousins", "brothers", "sisters", "neighbours", "the", "any", "all", "both", "one", "two", "three", "most", "early", "late", "recent", "previous", "current", "former", "nearest", "nearby", "comprehensive", "academy", "language", "stage", "school"]
)  # fmt: skip
_BEGINS = frozenset(["Jewish", "Muslim", "Islamic", "Christian", "Hindu", "Sikh", "Polish", "Faith", "Welsh", "Irish", "State", "Year", "Two", "Three", "No", "Whole", "The", "A", "My", "His", "Her", "Our", "Their", "This", "That", "At", "In", "Year", "Local", "Primary", "High", "Secondary", "Junior", "Infant", "Infants", "Special", "Sunday", "Middle", "Boarding", "When", "After", "Before", "Old", "New", "Every", "Each", "And", "But", "So", "If", "Since", "From", "To", "Is", "Was", "Catholic", "Mainstream", "Head", "Nursery", "Upper", "Lower", "Grammar", "Private", "Independent", "Pre", "English", "I", "He", "She", "They", "We", "It", "Both", "All", "Big", "After", "Which", "What", "Tell", "Told", "School", "Should", "Can", "Does", "Did", "Has", "Had"])  # fmt: skip


_CAPITALS = re.compile(r"[A-Z][\w'’-]*")


def schools(text: str) -> list[Span]:
    """The spans that look like the name of a school or nursery."""
    spans = [m.span() for m in _SAINT.finditer(text)] + [m.span("span") for m in _ATTENDED.finditer(text)]
    spans += [
        m.span()
        for m in _CAPITAL.finditer(text)
        if not _BEGINS.issuperset(_CAPITALS.findall(text[m.start() : m.end("last")]))
    ]
    spans += [
        m.span("span")
        for m in _SMALL.finditer(text)
        if m["word"].lower() not in _ORDINARY and not m["word"].lower().endswith(("'s", "’s"))
    ]
    return spans
