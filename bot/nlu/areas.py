"""The council area that a text says the child lives in. Nothing finer than the area leaves this file."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu.folding import fold
from knowledge.places import AMBIGUOUS, places

_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|near|from|around|outside|of|at|over|live|living|lives|based|moved to|up|down|towards|next to|by|is|area|under|covers|covering|covered by|"
    r"in the|it's|its|we're|i'm|im|were)|[,(:])\s*$"
)
_PLACE_AFTER = re.compile(
    r"^\s*(?:$|[,.;:!?)]|staffs\b|staffordshire\b|area\b|way\b|end\b|here\b|city\b|town\b|council\b|and i\b)"
)
_KIN = (
    r"(?:mum|mother|dad|father|nan|nana|nanny|gran|grandma|granny|grandad|grandpa|grandparents?|auntie|aunty|aunt|uncle|cousins?|friends?|mate|ex|"
    r"sister|brother|partner|husband|wife|neighbour|colleague|in-laws|in laws|family|boyfriend|girlfriend|teacher|coach|his dad|her dad|other (?:child|boy|girl|lad|family|mum|kid))"
)
# Somebody else's place, a place once visited, a place of work.
_NOT_HOME = re.compile(
    rf"(?:\b{_KIN}(?:'s|s'|s)?(?: (?!who|and|we|i\b|lives?|saw|said|thinks?|says)[a-z]+)??\s+(?:is\s+|are\s+|has\s+(?:(?:him|her|them|the kids)\s+)?|moved\s+|lives?\s+|living\s+|stays\s+|over\s+)*(?:in|to|from|at|near|up|of)|"
    r"\b(?:work|works|working|worked|job)\s+(?:is\s+)?(?:in|at|near|over)|"
    r"\b(?:went|been|go|going|travel|trip|holiday|visit\w*|drive|drove|moved (?:here |away |over |up |down )?(?:from|out of)|left|used to (?:live|be|stay) (?:in|near)|used to (?:live|be) (?:over |up |down )?in|"
    r"originally from|(?:was |were |was )?born in|grew up in|raised in|come from|came from|(?:day|days|night) out (?:in|at|to)|holiday(?:s|ed)? in|weekend in|"
    r"watch(?:ed|ing)?|played|play(?:s|ing)? for|support(?:s|ing|ed)?|reading about|read about|learning about|topic (?:on|about)|film (?:about|in)|called|named|hospital in|court in|"
    r"v|vs|versus|name is|name's|moving (?:back )?to|goes|tak(?:e|es|en|ing) (?:him|her|them|us) (?:up |over )?to|(?:not|isn't|isnt|don't live|dont live|no longer|never lived|never been|aren't|rather than|instead of|nowhere near)(?: in| from| near)?)\s+(?:to\s+|in\s+|from\s+)?(?:the\s+)?"
    r"|\b(?:day|trip|days|weekend|party|match|game|afternoon)(?: out)?(?: (?:to|at|with)(?: \w+){1,3})? (?:in|at|over in))\s*(?:the\s+)?$"
)
_HOME = re.compile(
    r"\b(?:we live|i live|live in|living in|we're in|we are in|i'm in|im in|i am in|based in|area is|here in|i'm|we're)\b[^.;]{0,25}$"
)
_TEAM = re.compile(
    r"^\s*(?:(?:v|vs|versus)\b|originally\b|bull\b|bulls\b|terrier|bullies?\b|oatcakes?|(?:general |university )?hospital|police|fire service|gardens\b|towers\b|monkey forest|races\b|cathedral\b|rufc|rugby|town fc|city v|city (?:game|match|fan|shirt|kit)|city fc|rovers|albion|lad through|fan|match|game|supporter|and potato|soup|pie|ham|gp|uni\b|university|college)"
)
_FILLER = re.compile(
    r"\b(?:we're|we are|i'm|im|i am|in|near|from|live|lives?|the|a|at|its|it's|it is|area|council|please|thanks|erm|um|so|just|by|up|way)\b"
)


# A place of the same name in another county or country: "Cheadle, Cheshire", "Longton near Preston", "Dresden in Germany".
_FURTHER = re.compile(
    r"^\s*(?:,|\(|,?\s*(?:in|near|nr|over in)\b)?\s*(?:cheshire|surrey|lancashire|lancs|preston|kent|yorkshire|germany|virginia|bradford|leeds|london|usa|america|canada|australia|scotland|wales|ireland|"
    r"manchester|greater manchester|stockport|derbyshire|nottingham|coventry|devon|cornwall|somerset|wiltshire|dorset|hampshire|sussex|essex|norfolk|suffolk|oxfordshire|gloucestershire gl|cumbria|durham|"
    r"shropshire|worcestershire|warwickshire|leicestershire|northamptonshire|lincolnshire|swansea|cardiff|powys|new zealand|south africa)\b(?=\s*(?:$|[,.;:!?)]))"
)
_SECOND = re.compile(r"\s*(?:,|\(|,? in )\s*([a-z][a-z ]{2,30}?)\s*(?:$|[,.;:!?)])")
# A neighbour of the place that is meant: "just over the border from Stoke, in Kidsgrove".
_BESIDE = re.compile(
    r"\b(?:near|nr|next to|close to|not far from|outside|just off|border (?:from|of|with)|between|side of|miles from|minutes from|mins from|between [\w ]{3,30} and) $"
)
# "Thornbury near Bristol", "Alton, by the towers".
_WHERE_IT_IS = re.compile(
    r"(?:(?:,| but)? ?(?:near|nr|just outside|outside|between|next to|not far)\b|, (?:by|just|close|opposite|off|in|the \w+ one|not|postcode|st\d|bs\d)\b)"
)
_HERE = re.compile(r" (?:here|born)\b")
_COUNCIL = re.compile(r"\s*(?:city|borough|district|county|town)?\s*(?:council|city|centre|town centre)\b[^a-z]*$")
_STOKE = re.compile(r"\bs(?:to|ot|t|o)[ock]{0,2}e?[ -]?(?:on|upon|n|o|in)[ -]?t[rent]{1,4}t?\b")
_NEWCASTLE = re.compile(r"\bnew?cas[a-z]{2,4}[ -]?(?:u|un|under|uner|udner)[ -]?l[a-z]{1,4}\b")
_WORD = re.compile(r"\w+")
_LONG_WORD = re.compile(r"(?<![\w'-])[a-z]{5,}(?![\w'-])")
_OFTEN_MISSPELT = frozenset(["hanley", "meir", "cobridge", "cannock", "rugeley", "filton", "hanham", "yate", "fenton"])
# Ordinary words one letter away from a name.
_WORDS_LIKE_NAMES = frozenset(
    [
        "crackle",
        "crackled",
        "crackles",
        "crackly",
        "downed",
        "drowned",
        "handle",
        "ingested",
        "loggerhead",
        "paining",
        "parasite",
        "pathway",
        "pathways",
        "piling",
        "pilings",
        "pilling",
        "pinging",
        "pining",
        "bradley",
        "pinking",
        "pinning",
        "planing",
        "townsmen",
        "warmly",
        "wetlands",
    ]
)


def find(text: str) -> str | None:
    """The area of a text: `stoke`, `staffordshire`, `south_gloucestershire`, `elsewhere`, or `None` where no place of
    the child is named.

    The longest name wins ("Bradley Stoke" is in South Gloucestershire); relatives' places and places of work do not
    count.
    """
    lowered = " ".join(fold(text).split())
    found = []
    for start, name in _named(lowered):
        before, after = lowered[:start], lowered[start + len(name) :]
        if _NOT_HOME.search(before) and not _HERE.match(after) or _TEAM.match(after):
            continue
        if name in AMBIGUOUS and not _speaks_of_a_place(name, lowered, before, after):
            continue
        area = "elsewhere" if _is_further(name, after) else places()[name]
        found.append((not _HOME.search(before), _BESIDE.search(before) is not None, start, area, name))
    nearer = [one for one in found if one[3] == "south_gloucestershire"]
    if nearer:
        # Parts of the district call themselves Bristol: the nearer name says more.
        found = [one for one in found if one[4] != "bristol" or not one[0] and all(near[1] for near in nearer)] or found
    return min(found)[3] if found else _misspelt(lowered)


def _is_further(name: str, after: str) -> bool:
    if _FURTHER.match(after):
        return True
    second = _SECOND.match(after) if name in AMBIGUOUS else None
    return second is not None and second[1] != "bristol" and places().get(second[1]) == "elsewhere"


def _named(lowered: str) -> list[tuple[int, str]]:
    """Where names of places stand, the longest at each place; a hyphen is read as a space."""
    plain, found, end = lowered.replace("-", " "), [], 0
    first_words = _names()
    for word in _WORD.finditer(plain):
        start = word.start()
        if start < end or word.group() not in first_words or lowered[start - 1 : start] == "-":
            continue
        for name, spelt in first_words[word.group()]:
            last = start + len(spelt)
            if plain.startswith(spelt, start) and not (
                plain[last : last + 1].isalnum()
                or lowered[last : last + 1] == "-"
                and lowered[last + 1 : last + 2].isalpha()
            ):
                found.append((start, name))
                end = last
                break
    return found


def _misspelt(lowered: str) -> str | None:
    """The area of a name with one letter lost, added, changed or swapped, only where the words speak of a place."""
    for pattern, area in ((_STOKE, "stoke"), (_NEWCASTLE, "staffordshire")):
        town = pattern.search(lowered)
        if town and not _NOT_HOME.search(lowered[: town.start()]):
            return area
    for word in _LONG_WORD.finditer(lowered):
        before, after = lowered[: word.start()], lowered[word.end() :]
        if not (_IN_A_PLACE.search(before) or _stands_alone(before, after)) or _NOT_HOME.search(before):
            continue
        if word.group() in _WORDS_LIKE_NAMES:
            continue
        near = {name for shorter in _shorter(word.group()) for name in _misspellings().get(shorter, ())}
        areas = {places()[name] for name in near if abs(len(name) - len(word.group())) < 2}
        if len(areas) == 1:
            return areas.pop()
    return None


def _shorter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word)))}


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
    return _stands_alone(before, after) or (
        bool(_PLACE_BEFORE.search(before)) and (bool(_PLACE_AFTER.search(after)) or bool(_HOME.search(before)))
    )


def _stands_alone(before: str, after: str) -> bool:
    return not _FILLER.sub("", before).strip(" ,.!") and (
        len(after) < 12 or _COUNCIL.match(after) is not None or _WHERE_IT_IS.match(after) is not None
    )


@cache
def _names() -> dict[str, list[tuple[str, str]]]:
    """Every name and how it is read, by its first word, the longest first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name in sorted(places(), key=len, reverse=True):
        spelt = name.replace("-", " ")
        first = _WORD.match(spelt)
        if first:
            found.setdefault(first.group(), []).append((name, spelt))
    return found


@cache
def _misspellings() -> dict[str, tuple[str, ...]]:
    """The names of one long word, by themselves and with any letter but the first left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name, area in places().items():
        if area != "elsewhere" and name.isalpha() and (len(name) >= 7 or name in _OFTEN_MISSPELT):
            for shorter in _shorter(name):
                found[shorter] = (*found.get(shorter, ()), name)
    return found
