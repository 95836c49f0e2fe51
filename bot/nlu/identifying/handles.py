"""E-mail addresses, names of accounts and links to them."""

from __future__ import annotations

import re

from bot.nlu.identifying.spans import Span, matched

_NET = r"(?:insta(?:gram)?|snap(?:chat)?|tiktok|tik tok|discord|xbox|psn|roblox|telegram|facebook|fb|twitter|kik|yubo|steam|fortnite|minecraft|twitch|reddit|youtube|wattpad)"
_NOT_A_HANDLE = r"(?!is\b|not\b|on\b|the\b|a\b|an\b|and\b|but\b|or\b|it\b|he\b|she\b|they\b|to\b|was\b|has\b|from\b|where\b|called\b|account\b|private\b|full\b|that\b|so\b|then\b|all\b|how\b|like\b)"
_HANDLE = rf"{_NOT_A_HANDLE}(?=[\w.-]*[\d_.][\w])[\w.-]{{4,}}|{_NOT_A_HANDLE}[a-z][\w.-]{{6,}}"

_PATTERNS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[\w.+-]+@[\w-]+\.[\w.-]+\w",
        r"[\w.+-]{2,} (?:at|\(at\)) (?:gmail|hotmail|outlook|yahoo|icloud|live|aol)\b(?: (?:dot|\.) ?(?:com|co ?\.? ?uk))?",
        r"[\w.+-]{2,} (?:at|\(at\)) [\w-]{2,} (?:dot|\(dot\)) (?:com|co|org|net|uk|me)\b(?: dot uk)?",
        r"(?<!\w)@[a-z_][\w.]{2,}",
        r"\b[a-z][\w.]+#\d{4}\b",
        r"\b(?:t\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|tiktok\.com|twitter\.com|x\.com|snapchat\.com/add|discord\.gg|onlyfans\.com|youtube\.com)/\S+",
        rf"\b{_NET}(?:'s)? ?(?:(?:user)?name|handle|account|id|tag|profile)?(?: (?:is|was|called|id|as)|:)(?: called| @)? ?(?P<span>{_HANDLE})",
        rf"\b{_NET}'s (?P<span>@?[a-z]\w*(?:[._]\w+)+)",
        rf"\b(?:user ?name|gamer ?tag|handle|screen ?name|goes by(?: the name)?|account called|calls? (?:him|her)self)(?: (?:is|was|of)|:)? (?P<span>{_HANDLE})",
        rf"\bon {_NET} (?:as|is|was|called|he's|she's)(?: called)? (?P<span>{_HANDLE})",
        r"\b[a-z]{2,}_[a-z0-9_.]{2,}\b|\b_[a-z][a-z0-9_.]{3,}\b",
        # Letters with a number at the end: "lily2012". Not "year5" or "ks2".
        r"\b(?!(?:year|years|aged?|age|yrs?|class|room|form|child|pupil|month|months|covid|windows|iphone|xbox|part|level|route|number|group|team|term|week|chapter|appendix)\d)[a-z]{4,}_?\d{2,}\b",
    )
]


def handles(plain: str) -> list[Span]:
    """Where e-mail addresses, names of accounts and links to them stand; they may overlap."""
    return matched(_PATTERNS, plain)
