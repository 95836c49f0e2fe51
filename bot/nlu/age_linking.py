"""Numbers that are joined are of one kind: "9 and 10 year olds", "my boys, 8 and 11", "3 or 4 times"."""

from __future__ import annotations

import re

from bot.nlu import age_signs as signs
from bot.nlu import age_words as words
from bot.nlu.age_judging import Says
from bot.nlu.age_reading import AFTER, BEFORE, Number

_LINK = re.compile(
    r"(?:\s?(?:yrs?|years?|y|yo)\b)?(?:\s*(?P<or>[?,]+ ?(?:or )?(?:maybe|perhaps|possibly|could be)|or|to|-|/|&/or|–|maybe|or maybe|or possibly|or even)\s*|\s*(?:,\s*)?(?P<and>and|&|n|vs|v|with|,|\+|plus|then|and then)\s*)(?:an?\s+|my\s+|his\s+|her\s+|the\s+|other\s+|one\s+|another\s+|year\s+)*(?:nearly\s+|almost\s+|about\s+)?$"
)
_CHILDREN_ARE = re.compile(rf"\b{words.CHILD} (?:are|r|aged?|is) $")


def link(folded: str, read: list[Number]) -> None:
    """Numbers joined by "and", "or", a comma or a hyphen are of one kind: "9 and 10 year olds", "my boys, 8 and 11", "3 or 4 times"."""
    start = 0
    for index in range(1, len(read) + 1):
        if index < len(read) and _joined(folded, read[index - 1], read[index]):
            continue
        if index - start > 1:
            _decide(folded, read[start:index])
        start = index


def _joined(folded: str, left: Number, right: Number) -> re.Match[str] | None:
    if right.start - left.end > 24:
        return None
    link = _LINK.match(folded, left.end, right.start)
    if link and link["and"] and right.value == 1 and right.says is Says.OTHER:
        return None  # "12 or 13, one of the neighbours' lads"
    return link if link and link.end() == right.start else None


def _decide(folded: str, chain: list[Number]) -> None:
    before = folded[max(0, chain[0].start - BEFORE) : chain[0].start]
    after = folded[chain[-1].end : chain[-1].end + AFTER]
    led = signs.RANGE_LED.search(before) is not None
    for right, left in zip(chain[:0:-1], chain[-2::-1], strict=True):
        link = _joined(folded, left, right)
        either = led or (link is not None and link["or"])
        if right.says is Says.OTHER and either and not left.old:
            left.says = Says.OTHER
    if all(number.says is Says.NOTHING for number in chain):
        years = words.YEARS.match(after)
        alone = signs.ALONE_AFTER.match(after[years.end() :] if years else after) is not None
        if (
            led
            or alone
            and (_CHILDREN_ARE.search(before) or signs.ALONE_BEFORE.search(before) or signs.said_of_a_child(before))
        ):
            chain[0].says = Says.AGE
    for right, left in zip(chain[:0:-1], chain[-2::-1], strict=True):
        # "A bunch of 13/14 year olds": the words before the first say little.
        if right.says is Says.AGE and right.old and left.says is Says.OTHER and left.linked:
            left.says = Says.AGE
    if any(number.says is Says.AGE for number in chain):
        for number in chain:
            if number.says is Says.NOTHING:
                number.says = Says.AGE
