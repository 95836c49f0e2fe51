"""Whose child it is about: did the child it, was it done to the child, or are both children the writer's."""

from __future__ import annotations

from bot.nlu.dictionary import first_names
from bot.nlu.whose import Ruled, ruled


def find(plain: str) -> Ruled:
    """Of a text's plain clauses what the rules read: `displayed` (the child did it), `affected` (it was done to the
    child), `both` (both children are the writer's) or `unclear`. Never raises.
    """
    return ruled(plain, first_names())
