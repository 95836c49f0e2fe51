"""Whose child it is about: did the child it, was it done to the child, or are both children the writer's."""

from __future__ import annotations

from bot.nlu.identifying import first_names
from bot.nlu.whose import role_of

ROLES = ("displayed", "affected", "both", "unclear")


def find(plain: str) -> str:
    """Of a text's plain clauses `displayed` (the child did it), `affected` (it was done to the child), `both` (both
    children are the writer's) or `unclear`. Never raises.
    """
    return role_of(plain, first_names())
