"""Who did it to whom: from the children of a text and all the deeds between them, the role."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.nlu.child_owner import owner_named
from bot.nlu.deed_words import is_deed
from bot.nlu.deeds import role_in
from bot.nlu.nearness import less_near
from bot.nlu.participant_words import participant_words
from bot.nlu.participants import Child
from bot.nlu.passive_deeds import is_passive

_IN_CARE = frozenset(
    {
        "pupil",
        "student",
        "resident",
        "learner",
        "yp",
        "pupils",
        "students",
        "residents",
        "learners",
        "cubs",
        "scouts",
        "brownies",
        "beavers",
    }
)
_HAPPENED = re.compile(
    r" (?:what|it|this|that|something|whats|has|thats) (?:\w+ )?happened to (?:my|our) (?:\w+ ){0,2}(?:son|daughter|boy|girl|lad|lass|child|kid|grandson|granddaughter|niece|nephew|little one|youngest|eldest)(?= [^s])"
)
_OF_MINE = re.compile(
    r" (?:my|our) (?:\w+ ){0,2}(?:son|daughter|boy|girl|lad|lass|child|grandson|granddaughter|niece|nephew|little one|kid)s? s "
)


def role_between(plain: str, tokens: list[str], people: list[Child]) -> str | None:
    """The role that the deeds of a text in plain clauses show; None where they show none."""
    words = participant_words()
    deeds = [place for place, token in enumerate(tokens) if token in words["deeds"] and is_deed(tokens, place)]
    seen = [vote for place in deeds if (vote := role_in(tokens, people, place))]
    if not any(one.kind in ("mine", "mine_all", "sibling") and tokens[one.place] not in _IN_CARE for one in people):
        seen = [vote for vote in seen if vote != "both"]
    if "both" in seen or "affected" not in seen and _all_theirs(tokens, people):
        return "both"
    if not any(one.kind in ("mine", "mine_all") for one in people) and not _OF_MINE.search(plain):
        return seen[0] if seen[:1] in (["displayed"], ["affected"]) else None
    return seen[0] if seen else "affected" if _HAPPENED.search(plain) or _another_did_it(tokens, people) else None


def _another_did_it(tokens: list[str], people: list[Child]) -> bool:
    """ "Her cousin did it. My daughter is only six.": another child did it, and the writer's is the one spoken of beside."""
    for place in range(len(tokens) - 1):
        if tokens[place] in ("did", "done", "does", "doing") and tokens[place + 1] in ("it", "this", "that"):
            before = [one for one in people if one.place < place]
            between = tokens[before[-1].place + 1 : place] if before else ["."]
            if before and before[-1].kind == "other" and not {",", ".", "?", "to"} & set(between):
                return tokens[before[-1].place] not in ("they", "them", "theyve", "everyone", "everybody", "people")
    return False


def doer_alone(tokens: list[str], people: list[Child]) -> bool:
    """The writer's child did something and nobody to whom it was done is named."""
    return any(
        token in participant_words()["deeds"] and is_deed(tokens, place) and (before := [one for one in people if one.place < place]) and before[-1].kind == "mine"
        and not is_passive(tokens, before[-1].place, place) and not any(t in ".,?" or t in participant_words()["says"] for t in tokens[before[-1].place : place])
        for place, token in enumerate(tokens)
    )  # fmt: skip


def _all_theirs(tokens: list[str], people: list[Child]) -> bool:
    """Several children of the writer's are named and no other child is."""
    if any(one.kind == "other" and tokens[one.place] not in ("they", "them", "theyve") for one in people):
        return False
    # Two pupils are both in somebody's care, but neither is the writer's own.
    mine = [one for one in people if one.kind == "mine" and tokens[one.place] not in _IN_CARE]
    if len({less_near(tokens, one) for one in mine}) > 1:
        return False
    mine = [
        one for one in mine if owner_named(tokens, one.place) or tokens[one.place] not in participant_words()["child"]
    ]
    if any(
        one.kind == "sibling" and place and not participant_words()["says"] & set(tokens)
        for one, place in ((one, len(mine)) for one in people)
    ):
        return True
    if any(one.kind == "mine_all" and tokens[one.place] not in _IN_CARE for one in people):
        return True
    return any(
        _called(tokens, one.place) != _called(tokens, two.place) and not {",", "."} >= set(tokens[one.place + 1 : two.place]) - {"my", "our"} - participant_words()["may_stand_between"]
        or {"older", "younger"} & set(tokens[two.place - 2 : two.place])
        for one, two in pairwise(mine)
    )  # fmt: skip


def _called(tokens: list[str], place: int) -> list[str]:
    """The word for a child; of "a nine year old" all three."""
    return tokens[place - 2 : place + 1] if tokens[place] == "old" else tokens[place : place + 1]
