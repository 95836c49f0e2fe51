"""Whose clothes and whose body a deed touches, where only "his" and "her" tell."""

from __future__ import annotations

from bot.nlu.participant_words import FEMALE, MALE, participant_words
from bot.nlu.participants import Child


def anothers_clothes(tokens: list[str], before: list[Child], place: int, told: bool) -> bool:
    """ "The girl pulled his pants down", "they lifted her skirt": clothes that are not the doer's own. `told`: the writer's
    child tells of it, and means theirs.
    """
    words, whose = participant_words(), ""
    touched = words["worn"] | words["body"]
    for on in range(place + 1, min(place + 7, len(tokens))):
        if tokens[on] in (".", "?"):
            break
        if tokens[on] in ("his", "her") and not touched.isdisjoint(tokens[on + 1 : on + 3]):
            whose = tokens[on]  # "put a pencil in his bottom"
            break
    if not whose:
        return False
    subject = before[-1].place
    doer = tokens[subject]
    return (
        told
        or doer in (FEMALE if whose == "his" else MALE)
        or doer in words["other_plural"]
        or tokens[subject - 1] == "another"
        and all(one.kind == "adult" for one in before[:-1])
    )
