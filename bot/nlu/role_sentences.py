"""The labelled sentences that the trained ear for the role learns from: content in `role_sentences/*.yml`, a file for
each role, and those of `bot.nlu.fact_sentences` that say a role.

An entry is a text, or a text with other roles that are equally right (`also`): where only "he" did it, whose child he
is has not been said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.nlu.whose import ROLES

FOLDER = Path(__file__).parent / "role_sentences"


class RoleSentenceError(ValueError):
    """An entry cannot be used; the message names the file, the entry and the field."""


@dataclass(frozen=True)
class RoleSentence:
    """`roles` are all those that are right, the first one above all."""

    text: str
    roles: tuple[str, ...]


def load(folder: Path = FOLDER) -> list[RoleSentence]:
    """All sentences of the folder. Raises `RoleSentenceError`."""
    found = [one for path in sorted(folder.glob("*.yml")) for one in _of_file(path)]
    if not found:
        raise RoleSentenceError(f"{folder}: no sentences")
    return found


def _of_file(path: Path) -> Iterator[RoleSentence]:
    if path.stem not in ROLES:
        raise RoleSentenceError(f"{path.name}: {path.stem!r} is none of {', '.join(ROLES)}")
    for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader):
        text, also = (entry, []) if isinstance(entry, str) else (entry.get("text"), entry.get("also", []))
        if not isinstance(text, str) or not text.strip():
            raise RoleSentenceError(f"{path.name}: an entry without a text")
        if wrong := [role for role in also if role not in ROLES or role == path.stem]:
            raise RoleSentenceError(f"{path.name}, {text!r}, also: {wrong[0]!r} is no other role")
        yield RoleSentence(text, (path.stem, *also))
