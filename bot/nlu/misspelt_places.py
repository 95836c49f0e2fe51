"""Names of places with a letter or two wrong."""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from bot.nlu import place_signs as signs
from bot.nlu.typing_errors import shorter
from knowledge.places import OFTEN_MISSPELT, WORDS_LIKE_NAMES, places

_STOKE = re.compile(r"\bs(?:to|ot|t|o)[ock]{0,2}e?[ -]?(?:on|upon|n|o|in)[ -]?t[rent]{1,4}t?\b")
_NEWCASTLE = re.compile(r"\bnew?cas[a-z]{2,4}[ -]?(?:u|un|under|uner|udner)[ -]?l[a-z]{1,4}\b")
_LONG_WORD = re.compile(r"(?<![\w'-])[a-z]{5,}(?![\w'-])")


def misspelt(lowered: str) -> str | None:
    """The area of a name with one letter lost, added, changed or swapped, only where the words speak of a place."""
    for pattern, area in ((_STOKE, "stoke"), (_NEWCASTLE, "staffordshire")):
        town = pattern.search(lowered)
        if town and not signs.NOT_HOME.search(lowered[: town.start()]):
            return area
    for word in _LONG_WORD.finditer(lowered):
        before, after = lowered[: word.start()], lowered[word.end() :]
        if not (signs.IN_A_PLACE.search(before) or signs.stands_alone(before, after)) or signs.NOT_HOME.search(before):
            continue
        if word.group() in WORDS_LIKE_NAMES:
            continue
        near = {name for less in _shorter(word.group()) for name in _misspellings().get(less, ())}
        areas = {places()[name] for name in near if abs(len(name) - len(word.group())) < 2}
        if len(areas) == 1:
            return areas.pop()
    return None


def _shorter(word: str) -> set[str]:
    return {word, *islice(shorter(word), 1, None)}  # the first letter is seldom the wrong one


@cache
def _misspellings() -> dict[str, tuple[str, ...]]:
    """The names of one long word, by themselves and with any letter but the first left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name, area in places().items():
        if area != "elsewhere" and name.isalpha() and (len(name) >= 7 or name in OFTEN_MISSPELT):
            for less in _shorter(name):
                found[less] = (*found.get(less, ()), name)
    return found
