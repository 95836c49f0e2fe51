"""The council area that a text says the child lives in. Nothing finer than the area leaves this file."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu.folding import fold
from knowledge.places import AMBIGUOUS, places

_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|near|from|around|outside|of|at|over|live|living|lives|based|moved to|up|down|towards|next to|by|is|area|"
    r"in the|it's|its|we're|i'm|im|were)|[,(:])\s*$"
)
_PLACE_AFTER = re.compile(
    r"^\s*(?:$|[,.;:!?)]|staffs\b|staffordshire\b|area\b|way\b|end\b|here\b|city\b|town\b|council\b|and i\b)"
)
_KIN = (
    r"(?:mum|mother|dad|father|nan|nana|nanny|gran|grandma|granny|grandad|grandpa|grandparents?|auntie|aunty|aunt|uncle|cousins?|friends?|mate|ex|"
    r"sister|brother|in-laws|family|boyfriend|girlfriend|teacher|coach|his dad|her dad|other (?:child|boy|girl|lad|family|mum|kid))"
)
# Somebody else's place, a place once visited, a place of work.
_NOT_HOME = re.compile(
    rf"(?:\b{_KIN}(?:'s|’s|s'|s)?\s+(?:is\s+|are\s+|has\s+|moved\s+|lives?\s+|living\s+|stays\s+|over\s+)*(?:in|to|from|at|near|up|of)|"
    r"\b(?:work|works|working|worked|job)\s+(?:is\s+)?(?:in|at|near|over)|"
    r"\b(?:went|been|go|going|travel|trip|holiday|visit\w*|drive|drove|moved (?:here )?from|used to live in|"
    r"originally from|born in|grew up in|came from|not)\s+(?:to\s+|in\s+|from\s+)?(?:the\s+)?)\s*(?:the\s+)?$"
)
_HOME = re.compile(
    r"\b(?:we live|i live|live in|living in|we're in|we are in|i'm in|im in|i am in|based in|area is|here in|i'm|we're)\b[^.;]{0,25}$"
)
_TEAM = re.compile(
    r"^\s*(?:city fc|rovers|albion|lad through|fan|match|game|supporter|and potato|soup|pie|ham|gp|uni\b|university|college)"
)
_FILLER = re.compile(
    r"\b(?:we're|we are|i'm|im|i am|in|near|from|live|lives?|the|a|at|its|it's|it is|area|council|please|thanks|erm|um|so|just|by|up|way)\b"
)


def find(text: str) -> str | None:
    """The area of a text: `stoke`, `staffordshire`, `south_gloucestershire`, `elsewhere`, or `None` where no place of
    the child is named.

    The longest name wins ("Bradley Stoke" is in South Gloucestershire); relatives' places and places of work do not
    count.
    """
    lowered = " ".join(fold(text).split())
    found = []
    for match in _names().finditer(lowered):
        name, before, after = match.group(), lowered[: match.start()], lowered[match.end() :]
        if _NOT_HOME.search(before) or _TEAM.search(after):
            continue
        if name in AMBIGUOUS and not _speaks_of_a_place(name, lowered, before, after):
            continue
        found.append((not _HOME.search(before), match.start(), places()[name]))
    return min(found)[2] if found else None


# After these words any name of a place is one, but for the few that are things one can be in.
_IN_A_PLACE = re.compile(
    r"\b(?:in|near|nr|from|outside|live at|live in|living in|over in|up in|down in|out in|moved to|based in|area of) $"
)
_ALSO_THINGS = frozenset(["bath", "stone", "hope", "wall", "reading", "flash", "coven", "hull"])


def _speaks_of_a_place(name: str, lowered: str, before: str, after: str) -> bool:
    if name in _ALSO_THINGS and re.search(r"\b(?:the|a|an|set in|his|her|my|our|this|for|no) $", before):
        return False
    if name not in _ALSO_THINGS and _IN_A_PLACE.search(before):
        return True
    alone = not _FILLER.sub("", before).strip(" ,.!") and len(after) < 12
    return alone or (
        bool(_PLACE_BEFORE.search(before)) and (bool(_PLACE_AFTER.search(after)) or bool(_HOME.search(before)))
    )


@cache
def _names() -> re.Pattern[str]:
    names = sorted(places(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(name) for name in names) + r")(?![\w-])")
