"""Whether a deed was done by the one named before it or to them ("was pushed", "got hurt")."""

from __future__ import annotations

from bot.nlu.age_words import NUMBERS
from bot.nlu.participant_words import participant_words


def is_passive(tokens: list[str], subject: int, place: int) -> bool:
    """Whether the deed at `place` was done to the one named at `subject` ("my son was pushed")."""
    if tokens[place].endswith("s"):
        return False
    between = tokens[subject + 1 : place]
    if not any(
        token in ("was", "were", "been", "being", "got", "gets", "getting", "had", "is") for token in between[-4:]
    ) or _after_who(between):
        return False
    last = [token for token in between if token in participant_words()["passive"]]
    since = between[len(between) - between[::-1].index(last[-1]) :]
    if "and" in since and (len(since) == 2 or any(token.isdigit() or token in NUMBERS for token in since)):
        return False  # "is 11 and kissed a boy", "is small and hit her"
    return last[-1] not in ("had", "has", "have", "having") or any(
        token in ("his", "her", "it", "their") for token in between
    )


def _after_who(between: list[str]) -> bool:
    """ "was the one who persuaded her" is no passive, "is the one who got hurt" is."""
    if "to" in between:
        return True
    relative = [index for index, token in enumerate(between) if token in ("who", "that", "one")]
    return bool(relative) and not {"was", "got", "been", "gets", "is"} & set(between[relative[-1] :])
