"""What people say around what they say. A part of the training sentences is learnt from with such words before or after
it: else the net takes the hour of the night or a cup of tea for a part of the story, and harmless messages with such
words around them sound like danger far more often (development set).
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from zlib import crc32

from knowledge.content import read_yaml

_FILE = Path(__file__).parent / "said_around.yml"
# One sentence in so many of these is learnt from with words around it; a short answer would not be one any more.
ONE_IN = 3
_TELLING = ("route.", "near_miss.", "behaviour.", "topic.", "out_of_scope")


def around(text: str, label: str) -> str:
    """The text as it is learnt from: itself, or with words before it, after it or both. Always the same for a text."""
    if not label.startswith(_TELLING):
        return text
    chance = crc32(text.encode("utf-8", "replace"))
    chance, which = divmod(chance, ONE_IN)
    if which:
        return text
    before, after = _words()
    chance, where = divmod(chance, 3)
    chance, first = divmod(chance, len(before))
    parts = [before[first]] * (where != 1) + [text] + [after[chance % len(after)]] * (where != 0)
    return " ".join(parts)


@cache
def _words() -> tuple[list[str], list[str]]:
    content = read_yaml(_FILE)
    return content["before"], content["after"]
