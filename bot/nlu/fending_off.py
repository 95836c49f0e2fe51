"""What a deed says of the role that ends another one: of the child who got away, or of who parted them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.nlu.child_owner import Kind
from bot.nlu.participant_words import participant_words
from bot.nlu.participants import Child

_WHOM = frozenset({"her", "him", "them", "my", "our", "the", "a", "another", ".", ","})


def fended_off(tokens: list[str], subject: Kind | None, place: int, after: Sequence[Child]) -> str | None:
    """The role that "she kicked him off her" or "I pulled my son off another boy" shows: the deed of one who gets away,
    or of somebody who parts them. None for any other deed.
    """
    if (
        not after
        or tokens[place] not in participant_words()["fending"]
        or tokens[after[0].place + 1 : after[0].place + 2] != ["off"]
        or not _WHOM.issuperset(tokens[after[0].place + 2 : after[0].place + 3])
    ):
        return None
    if subject == "mine" or any(one.kind == "mine" for one in after[1:]):
        return "affected"
    return "displayed" if after[0].kind == "mine" else None
