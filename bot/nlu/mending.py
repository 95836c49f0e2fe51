"""What is read of a message: its typing errors put right, and without what people only say around what they say."""

from __future__ import annotations

from bot.nlu.courtesies import without
from bot.nlu.spelling import Spelling


def mend(text: str, spelling: Spelling) -> str:
    """The text as everything reads it that need not know where in the message something stands."""
    return without(spelling.mend(text))
