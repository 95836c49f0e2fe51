"""Ages told by a birthday: "just had her ninth birthday" is 9, "before his 10th birthday" is still 9."""

from __future__ import annotations

import re

from bot.nlu.age_words import Placed
from knowledge.age import OLDEST

_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth",
)  # fmt: skip
_BIRTHDAY = re.compile(
    rf"\b(?P<whose>my|our|his|her|their|the|a|'s)?\s*(?:(?P<n>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{'|'.join(_ORDINALS)}))\s+(?:birthday|bday|b-day)\b"
)
_STILL_TO_COME = re.compile(
    r"\b(?:before|until|till|nearly|almost|coming up to|approaching|next|looking forward to|planning|for|weeks? (?:to|from|off)|days? (?:to|from|off)|months? (?:to|from|off)|ahead of|not (?:yet )?had|hasn'?t had) (?:\w+'?s? )?$"
)
_COMES = re.compile(
    r"(?: party)?(?:'s| is|s)? (?:coming(?: up)?|(?:only )?(?:in|on) |tomorrow|next|this (?:week|month|coming|\w+day)|soon|not (?:till|until)|(?:days|weeks|a week|a month) (?:away|off))"
)
_PAST = re.compile(r"\b(?:since|when|ever since|from) (?:\w+ ){0,3}$")


def birthdays(folded: str) -> list[Placed]:
    """Where birthdays stand in a folded text and the age they tell; the writer's own and those long past are left out."""
    found: list[Placed] = []
    for match in _BIRTHDAY.finditer(folded):
        before = folded[max(0, match.start() - 40) : match.start()] + ((match["whose"] + " ") if match["whose"] else "")
        if match["whose"] in ("my", "our") or _PAST.search(before):
            continue
        age = int(match["n"]) if match["n"] else _ORDINALS.index(match["word"]) + 1
        if _STILL_TO_COME.search(before) or _COMES.match(folded, match.end()):
            age -= 1
        if 0 <= age <= OLDEST:
            found.append((*match.span(), (age, age)))
    return found
