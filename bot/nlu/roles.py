"""Whose child it is about: did the child it, was it done to the child, or are both children the writer's."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.nlu import factors
from bot.nlu.plain_clauses import plain_clauses
from bot.nlu.whose import role_of, tables

ROLES = ("displayed", "affected", "both", "unclear")
_ONE_CHILD = re.compile(r" (?:he|she|hes|shes|him|himself|herself|hisself|yp) ")


def find(text: str, said: Mapping[str, str] | None = None) -> str:
    """`displayed` (the child did it), `affected` (it was done to the child), `both` (both children are the writer's) or `unclear`.

    `said` are the factors already found in the text; without them they are looked for. Never raises.
    """
    plain = plain_clauses(text)
    found = role_of(plain)
    if found != "unclear":
        return found
    said = factors.find(text) if said is None else said
    # "Every single bath time", "gave up football for this": said of the child who does it.
    focused = [answer for slug, answer in said.items() if slug in tables().child_focus]
    return "displayed" if "yes" in focused or focused and _ONE_CHILD.search(plain) else "unclear"
