"""Which of the children that count as the writer's is nearer to them, and whose "he" and "her" are."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.nlu.child_owner import owner_named
from bot.nlu.participant_words import FEMALE, MALE, participant_words
from bot.nlu.participants import Child

_LESS_NEAR = frozenset({"niece", "nephew", "godson", "goddaughter"})
_PARENT = re.compile(
    r" (?:im|i am|being) (her|his) (?:\w+ )?(?:mum|dad|mother|father|nan|gran|grandma|grandad|foster carer|carer|guardian) "
)


def owned(tokens: list[str], child: Child) -> bool:
    """Whether it is somebody's own child, no child whom the writer only works with ("a Y2 boy")."""
    return (
        owner_named(tokens, child.place) is not None
        or tokens[child.place] in participant_words()["own"] | {"mine", "one"}
        or tokens[child.place][:2] in ("dd", "ds", "dg")
        or child.kind == "sibling"
    )


def less_near(tokens: list[str], child: Child) -> bool:
    """A niece who does not live with the writer: beside the writer's own child she is another's."""
    return tokens[child.place] in _LESS_NEAR and not {"lives", "live", "living", "share", "together"} & set(tokens)


def of_two(tokens: list[str], doer: Child, done_to: Child) -> str:
    """Two children who both count as the writer's: the nearer one is asked about, at work the one who did it."""
    if less_near(tokens, doer) != less_near(tokens, done_to):
        return "affected" if less_near(tokens, doer) else "displayed"
    return "both" if owned(tokens, doer) or owned(tokens, done_to) else "displayed"


def is_theirs(tokens: list[str], people: list[Child], pronoun: int, done_to: int) -> bool:
    """Whether "he" is the writer's child named before, and the deed is done to another child of theirs."""
    before = [one for one in people if one.place < pronoun and one.kind not in ("adult", "pronoun")]
    return (
        (
            bool(before)
            and before[-1].kind == "mine"
            and tokens[done_to] != tokens[before[-1].place]
            or bool(before)
            and tokens[done_to - 1] in ("younger", "older", "other")
            and before[-1].kind == "mine"
        )
        and not reported(tokens[before[-1].place : done_to + 1])
        and {"m" if tokens[pronoun] in ("he", "hes", "hed") else "f", ""} >= _gender(tokens[before[-1].place])
    )


def reported(between: list[str]) -> bool:
    """Whether what follows is somebody's report ("told us"), no "told off" and no "say sorry"."""
    says = participant_words()["says"]
    return any(token in says and following not in ("off", "sorry") for token, following in pairwise(between))


def _gender(token: str) -> set[str]:
    return {"f" if token in FEMALE else "m" if token in MALE else ""}


def genders_of_mine(tokens: list[str], people: list[Child]) -> set[str]:
    """Of the writer's children that are named: "f", "m", "" for a word that does not say."""
    mine = {one.place for one in people if one.kind == "mine"}
    parent = _PARENT.findall(" " + " ".join(tokens) + " ")
    said = [(place, token.rstrip("0123456789")) for place, token in enumerate(tokens)]
    return {"f" if whose == "her" else "m" for whose in parent} | {
        "f" if token in FEMALE else "m" if token in MALE else ""
        for place, token in said
        if place in mine or token in FEMALE | MALE and owner_named(tokens, place) in ("my", "our")
    }
