"""Whose clothes and whose body a deed touches, where only "his" and "her" tell."""

from __future__ import annotations

from bot.nlu.participant_words import FEMALE, MALE, participant_words
from bot.nlu.participants import Child


def anothers_clothes(tokens: list[str], before: list[Child], place: int) -> bool:
    """ "The girl pulled his pants down", "they lifted her skirt": clothes that are not the doer's own."""
    words, on = participant_words(), place + 1
    while on < place + 5 and tokens[on : on + 1] not in (["his"], ["her"]) and tokens[on : on + 1] != ["."]:
        on += 1  # "put a pencil in his bottom"
    whose, worn = tokens[on : on + 1], tokens[on + 1 : on + 3]
    if whose not in (["his"], ["her"]) or (words["worn"] | words["body"]).isdisjoint(worn):
        return False
    subject = before[-1].place
    doer = tokens[subject]
    return (
        doer in (FEMALE if whose == ["his"] else MALE)
        or doer in words["other_plural"]
        or tokens[subject - 1] == "another"
        and all(one.kind == "adult" for one in before[:-1])
    )
