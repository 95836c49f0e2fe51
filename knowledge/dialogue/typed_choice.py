"""A choice that was typed instead of tapped: the words of a button, or its number of years, count as the button."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.dialogue.asking import AUDIENCES
from knowledge.dialogue.phrases import phrase, phrases
from knowledge.library import library
from knowledge.words import Audience

_NOT_A_LETTER = re.compile(r"[^a-z0-9]+")
_PREFIXES = ("", "next_", "area_", "role_", "audience_")


def meant(text: str, offered: Sequence[str], audience: str | None) -> str | None:
    """The offered value whose code or title the text is, letter for letter but for case and punctuation; `None` for
    anything else.
    """
    typed = _plain(text)
    if not typed or len(typed) > 120:
        return None
    reader = Audience(audience) if audience else Audience.PARENT
    found = [value for value in offered if typed in (_plain(value), *map(_plain, _titles(value, reader)))]
    return found[0] if len(found) == 1 else None


def _titles(value: str, reader: Audience) -> list[str]:
    known = library()
    if value in known.behaviours:
        return [known.behaviours[value].title]
    if value in known.subjects:
        return [known.subjects[value].title]
    prefixes = ("audience_",) if value in AUDIENCES else _PREFIXES
    return [phrase(prefix + value, reader) for prefix in prefixes if prefix + value in phrases()]


def _plain(text: str) -> str:
    return _NOT_A_LETTER.sub(" ", text.lower()).strip()
