"""The three colours of the traffic light, ordered by concern."""

from __future__ import annotations

from enum import IntEnum


class Colour(IntEnum):
    """Green, amber, red: a prompt for a conversation, never a finding (domain.md 0 and 1.5)."""

    GREEN = 1
    AMBER = 2
    RED = 3

    @property
    def slug(self) -> str:
        """The word used in content and in the API: `green`, `amber` or `red`."""
        return self.name.lower()

    def raised(self, steps: int = 1) -> Colour:
        """This colour, `steps` more cautious; red is the end of the scale."""
        return Colour(min(Colour.RED, self + steps))

    @classmethod
    def from_slug(cls, slug: str) -> Colour:
        """The colour of a slug; raises `KeyError` for any other word."""
        return {colour.slug: colour for colour in cls}[slug]
