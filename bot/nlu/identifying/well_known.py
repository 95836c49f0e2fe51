"""What everybody knows by a name: it identifies nobody who is told about."""

from __future__ import annotations

import re
from functools import cache

from bot.nlu.identifying.word_lists import whole_names


def without_the_well_known(plain: str) -> str:
    """The text with every character of such a name a full stop, as long as before."""
    return _pattern().sub(lambda match: "." * len(match[0]), plain)


@cache
def _pattern() -> re.Pattern[str]:
    any_letters, capitals = (
        "|".join(map(re.escape, whole_names()[how])) for how in ("in_any_letters", "with_capitals")
    )
    return re.compile(rf"\b(?:(?i:{any_letters})|{capitals})\b")
