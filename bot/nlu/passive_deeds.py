"""Whether a deed was done by the one named before it or to them ("was pushed", "got hurt")."""

from __future__ import annotations

from bot.nlu.age_words import NUMBERS
from bot.nlu.participant_words import participant_words

_HAS = frozenset({"had", "has", "have", "having", "got", "gets", "getting"})
_WHAT_WAS_HANDLED = frozenset({"his", "her", "their", "a", "an", "it", "some"})
_NO_CAUSATIVE = frozenset({",", "and", "who", "that", "to", "been", "off", "out"})
# With these a deed reaches the one named before it without a passive: "received pictures from a boy".
RECEIVING = frozenset({"receive", "received", "receives", "receiving"})


def had_it_done(tokens: list[str], subject: int, place: int) -> bool:
    """Whether somebody "had his pants pulled down" or "had a hand put inside his shorts": it was done to them."""
    between = tokens[subject + 1 : place]
    has = [index for index, token in enumerate(between) if token in _HAS]
    if not has or not (tokens[place].endswith("ed") or tokens[place] in ("put", "stuck", "held", "taken", "shoved")):
        return False
    handled = between[has[-1] + 1 :]
    return 2 <= len(handled) <= 5 and handled[0] in _WHAT_WAS_HANDLED and _NO_CAUSATIVE.isdisjoint(handled)


def has_them(tokens: list[str], subject: int, place: int) -> bool:
    """Whether the one at `subject` "had her pinned": then the deed is theirs."""
    return (
        place - subject > 2
        and tokens[place - 1] in ("him", "her", "them")
        and tokens[place - 2] in ("had", "has", "having")
    )


def is_passive(tokens: list[str], subject: int, place: int) -> bool:
    """Whether the deed at `place` was done to the one named at `subject` ("my son was pushed")."""
    if tokens[place].endswith("s") or has_them(tokens, subject, place):
        return False
    between = tokens[subject + 1 : place]
    if not any(
        token in ("was", "were", "been", "being", "got", "gets", "getting", "had", "is") for token in between[-4:]
    ):
        return False
    last = [token for token in between if token in participant_words()["passive"]]
    since = between[len(between) - between[::-1].index(last[-1]) :]
    if _after_who(between, since):
        return False
    if "and" in since and (
        len(since) == 2
        and since[0] not in participant_words()["deeds"]
        or any(token.isdigit() or token in NUMBERS for token in since)
    ):
        return False  # "is 11 and kissed a boy", "is small and hit her"
    return last[-1] not in ("had", "has", "have", "having") or any(
        token in ("his", "her", "it", "their") for token in between
    )


def _after_who(between: list[str], since: list[str]) -> bool:
    """ "was the one who persuaded her" is no passive, "is the one who got hurt" is."""
    if "to" in since or "to" in between and "being" not in between:
        return True
    relative = [index for index, token in enumerate(between) if token in ("who", "that", "one")]
    return bool(relative) and not {"was", "got", "been", "gets", "is"} & set(between[relative[-1] :])
