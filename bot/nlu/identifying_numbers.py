"""Addresses, telephone numbers, handles, dates of birth and the like: what could identify a person without a name."""

from __future__ import annotations

import re

Span = tuple[int, int]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_ROAD = r"(?:road|rd|street|st|avenue|ave|lane|close|drive|crescent|terrace|way|grove|place|gardens|court|hill|walk|mews|row|view|rise|parade|square)"
_NET = r"(?:insta(?:gram)?|snap(?:chat)?|tiktok|tik tok|discord|xbox|psn|roblox|telegram|facebook|fb|twitter|kik|yubo|steam|fortnite|minecraft|twitch|reddit|youtube|wattpad)"
_NOT_A_HANDLE = r"(?!is\b|not\b|on\b|the\b|a\b|an\b|and\b|but\b|or\b|it\b|he\b|she\b|they\b|to\b|was\b|has\b|from\b|where\b|called\b|account\b|private\b|full\b|that\b|so\b|then\b|all\b|how\b|like\b)"
_HANDLE = rf"{_NOT_A_HANDLE}(?=[\w.-]*[\d_.][\w])[\w.-]{{4,}}|{_NOT_A_HANDLE}[a-z][\w.-]{{6,}}"
# Numbers that anybody may ring are no secret.
_PUBLIC = r"(?!\s*\(?0\s?(?:80|30|33|34|37|845|870)|116)"

_DIGIT = re.compile(r"\d")
_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+-]+@[\w-]+\.[\w.-]+\w",  # e-mail
        r"[\w.+-]{2,} (?:at|\(at\)) (?:gmail|hotmail|outlook|yahoo|icloud|live|aol)\b(?: (?:dot|\.) ?(?:com|co ?\.? ?uk))?",
        r"[\w.+-]{2,} (?:at|\(at\)) [\w-]{2,} (?:dot|\(dot\)) (?:com|co|org|net|uk|me)\b(?: dot uk)?",
        r"(?<!\w)@[a-z_][\w.]{2,}",  # a handle
        r"\b(?:t\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|twitter\.com|x\.com|snapchat\.com/add|discord\.gg|onlyfans\.com|youtube\.com)/\S+",
        rf"\b{_NET}(?:'s)? ?(?:(?:user)?name|handle|account|id|tag|profile)?(?: (?:is|was|called|id|as)|:)(?: called| @)? ?(?P<span>{_HANDLE})",
        rf"\b{_NET}'s (?P<span>@?[a-z]\w*(?:[._]\w+)+)",
        rf"\b(?:user ?name|gamer ?tag|handle|screen ?name|goes by(?: the name)?|account called|calls? (?:him|her)self)(?: (?:is|was|of)|:)? (?P<span>{_HANDLE})",
        rf"\bon {_NET} (?:as|is|was|called|he's|she's)(?: called)? (?P<span>{_HANDLE})",
        r"\b[a-z]{2,}_[a-z0-9_.]{2,}\b|\b_[a-z][a-z0-9_.]{3,}\b",
        r"\b(?-i:(?!(?:The|My|Our|His|Her|A|No|High|Drury|Wall|Fleet|One|This|That)\b)[A-Z][a-z']+(?: [A-Z][a-z']+)? (?:Road|Street|Avenue|Lane|Close|Crescent|Drive|Terrace|Grove|Mews|Cottage|Farm|Cottages)\b)",
        r"\b(?-i:(?!(?:The|My|Our|His|Her|Girl|Sea|Power|Local)\b)[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:Rovers|Wanderers|Juniors|Athletic|Colts|Scouts|Cubs|Brownies|Beavers|Rangers|Guides|Tigers|Lions|Sunday School))\b",
        r"\b(?-i:(?:on|at|in|off|down|up|from|round|of|near|to) (?P<span>[A-Z][a-z']+(?: [A-Z][a-z']+)? (?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Mews))\b)",
    )
]
# These hold a digit, so a text without one needs none of them.
_WITH_A_DIGIT = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?!(?:year|years|aged?|age|yrs?|class|room|form|child|pupil|month|months|covid|windows|iphone|xbox|part|level|route|number|group|team|term|week|chapter|appendix)\d)[a-z]{4,}_?\d{2,}\b",
        rf"(?<![\d.]){_PUBLIC}(?:(?:\+|00)44\s?(?:\(0\)\s?)?|\(?0)[\d][\d()\s.-]{{7,13}}\d(?!\d)",  # a telephone number
        r"(?<!\d)0(?!8001111)\d{10}(?!\d)",
        r"(?<!\d)\d{3}[\s-]\d{3}[\s-]\d{4}(?!\d)",  # an NHS number
        r"\bnhs(?: (?:no|number|num))?\.?(?: (?:is|was))?[:\s]+(?P<span>\d[\d\s-]{8,12}\d)",
        r"\b[a-z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d]\b",  # a National Insurance number
        r"\b[a-z]{1,2}\d[a-z\d]?\s?\d[abd-hjlnp-uw-z]{2}\b",  # a full postcode
        r"\b(?!d[sd]\d)[a-z]{2}\d{2}\s?(?-i:[A-Z]{3})\b",  # a number plate
        r"\b(?:reg(?:istration)?|number ?plate|plate)(?: (?:is|was|number))?[: ]+(?P<span>[a-z]{2}\d{2} ?[a-z]{3})\b",
        r"\b(?:crime|case|incident|police|log|court|upn|passport|reference|ref)(?: (?:no|number|ref|reference|log))*\.?(?: (?:is|was))?[:\s#]+(?P<span>(?=[\w/-]*\d{3})[\w/-]{5,})",
        r"\b\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)?\d{2}\b",  # a date of birth
        r"\b(?:19|20)\d{2}-\d{2}-\d{2}\b",
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH},?\s(?:(?:19|20)\d{{2}}|'?\d{{2}})\b(?!\s?(?:am|pm|:))",
        rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:19|20)\d{{2}}\b",
        rf"\b(?:born|d\.?o\.?b\.?|date of birth|birthday)(?: (?:is|was|on|in|:))*[: ]+(?:the )?(?P<span>\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{_MONTH}|{_MONTH}\s\d{{1,2}})\b",
        r"\b(?:flat|unit|apt|apartment)\s\d+[a-z]?,?\s(?:\w+\s){1,3}(?:house|court|lodge|tower|mansions|flats|heights|point)\b",
        rf"\b(?<!\d[ :])(?!(?:\d+),? (?:lad|boy|girl|times|years|months|weeks|days|hours|minutes|mins|of|in|on|and|to|or|people|kids|boys|girls) )\d{{1,4}}[a-z]?,?\s(?!(?:at|in|on|of|and|to|from|by|when|is|was)\s)(?:[a-z']+\s){{1,3}}{_ROAD}\b(?! (?:his|her|my|before|round|along|forward))",
    )
]


def numbers(text: str) -> list[Span]:
    """The spans that look like an address, a number, a handle or a date of birth; they may overlap."""
    return [
        match.span("span") if match.re.groupindex.get("span") and match["span"] else match.span()
        for pattern in (_PATTERNS + _WITH_A_DIGIT if _DIGIT.search(text) else _PATTERNS)
        for match in pattern.finditer(text)
    ]
