"""The council area that a text says the child lives in. Nothing finer than the area leaves this file."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu import place_signs as signs
from bot.nlu.folding import fold
from bot.nlu.misspelt_places import misspelt
from knowledge.places import ALSO_THINGS, AMBIGUOUS, places

_WORD = re.compile(r"\w+")


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
        there = signs.LIVES_THERE.search(before) is not None
        if signs.NOT_HOME.search(before) and not (there or signs.HERE.match(after)) or signs.TEAM.match(after):
            continue
        if name in AMBIGUOUS and not _speaks_of_a_place(name, lowered, before, after):
            continue
        area = "elsewhere" if _is_further(name, after) else places()[name]
        found.append(
            (not (there or signs.HOME.search(before)), signs.BESIDE.search(before) is not None, start, area, name)
        )
    nearer = [one for one in found if one[3] == "south_gloucestershire"]
    if nearer:
        # Parts of the district call themselves Bristol: the nearer name says more.
        found = [one for one in found if one[4] != "bristol" or not one[0] and all(near[1] for near in nearer)] or found
    return min(found)[3] if found else misspelt(lowered)


def _is_further(name: str, after: str) -> bool:
    if signs.FURTHER.match(after):
        return True
    second = signs.SECOND.match(after) if name in AMBIGUOUS else None
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


def _speaks_of_a_place(name: str, lowered: str, before: str, after: str) -> bool:
    if name in ALSO_THINGS and re.search(r"\b(?:the|a|an|set in|his|her|my|our|this|for|no) $", before):
        return False
    if name not in ALSO_THINGS and signs.IN_A_PLACE.search(before):
        return True
    return signs.stands_alone(before, after) or (
        bool(signs.PLACE_BEFORE.search(before))
        and (bool(signs.PLACE_AFTER.search(after)) or bool(signs.HOME.search(before)))
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
