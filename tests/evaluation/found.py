"""What a system makes of one text, in the terms in which systems are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol


@dataclass(frozen=True)
class Found:
    """`behaviours`: ids with their scores, best first; `routes`: those that fire. `facts` are the codes of design (age,
    factors, role, area, answer, identifying), None for a system that finds none.
    """

    behaviours: tuple[tuple[str, float], ...]
    in_scope: float
    routes: frozenset[str]
    facts: dict[str, Any] | None = None

    @property
    def ids(self) -> list[str]:
        """The behaviours, best first."""
        return [name for name, _ in self.behaviours]


class Understands(Protocol):
    """A system under comparison."""

    name: str

    def read(self, texts: Sequence[str]) -> list[Found]:
        """What it makes of each text."""
        ...
