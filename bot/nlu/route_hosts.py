"""Whose home it was in: "my son pulled his cousin's pants down at my nan's" says where it was, not who did it.

Only where two children are named and nobody is said to have told of it: in "she says he touched her at grandad's" the
host may well be meant. Nor where the next words may go on about the host: "at grandad's he tickles her".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

SENTENCE_END = "."
_HOSTS = frozenset(["nan", "grandad", "mum", "dad", "aunt", "uncle", "stepmum", "stepdad", "godmother", "godfather"])
_AT = frozenset(["at", "round"])
_OF = frozenset(["my", "our", "his", "her", "their", "the"])
_ROOMS = frozenset(["house", "home", "place", "flat", "caravan", "garden", "bungalow"])
_CHILDREN = frozenset(
    [
        "son",
        "lad",
        "boy",
        "daughter",
        "girl",
        "lass",
        "grandson",
        "granddaughter",
        "nephew",
        "niece",
        "year",
        "child",
        "kid",
    ]
)
_OTHERS = frozenset(["cousin", "sister", "brother", "friend", "stepsister", "stepbrother"])
_TOLD = frozenset(
    [
        "say",
        "tell",
        "disclose",
        "disclosed",
        "disclosing",
        "claim",
        "claims",
        "claimed",
        "report",
        "reports",
        "reported",
    ]
)
_AND = frozenset(["and", "but", "when", "where", "because"])
_PERHAPS_THE_HOST = frozenset(["he", "she", "they", "who", "him", "her"])
_NOT_THE_HOST = frozenset(
    [
        "with",
        "last",
        "this",
        "yesterday",
        "today",
        "after",
        "during",
        "over",
        "on",
        "for",
        "it",
        "i",
        "we",
        "while",
        "in",
    ]
)

Lemma = Callable[[str], str]


def hosts(words: Sequence[str], lemma: Lemma) -> Iterator[tuple[int, int]]:
    """The places (from, to) of the grown-ups in a text whose home is only where something happened."""
    for place, word in enumerate(words):
        if lemma(word) not in _HOSTS or not _of_two_children(words[:place], lemma):
            continue
        end = place + 2 if words[place + 1 : place + 2] == ["'s"] else place + 1
        if end == place + 1 and word == lemma(word):
            continue
        before, after = words[max(0, place - 2) : place], words[end:]
        at = before[-1] in _AT or (before[-1] in _OF and before[0] in _AT)
        in_a_room = bool(after) and after[0] in _ROOMS
        if (at or in_a_room) and _nobody_goes_on(after[in_a_room:], in_a_room):
            yield place, end


def _of_two_children(before: Sequence[str], lemma: Lemma) -> bool:
    """Whether the writer's child and another one have been named, and nobody who told of it."""
    lemmas = [lemma(word) for word in before]
    mine = any(
        word in ("my", "our") and not _CHILDREN.isdisjoint(lemmas[place + 1 : place + 4])
        for place, word in enumerate(before)
    )
    return mine and not _OTHERS.isdisjoint(lemmas) and _TOLD.isdisjoint(lemmas)


def _nobody_goes_on(after: Sequence[str], ended: bool) -> bool:
    """Whether what follows a place does not go on about its host; `ended` when the place surely has."""
    if after and after[0] in _AND:
        after, ended = after[1:], True
    if not after or after[0] == SENTENCE_END:
        return after[1:2] == [] or after[1] not in _PERHAPS_THE_HOST
    if after[0] in _PERHAPS_THE_HOST:  # "she is 4" tells her age
        return after[1:2] == ["is"] and len(after) > 2 and after[2].startswith("#")
    return ended or after[0] in _NOT_THE_HOST
