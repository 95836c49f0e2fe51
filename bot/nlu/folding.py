"""One plain form of a text for every finder: lower case, straight quotes, and as many characters as the text has."""

from __future__ import annotations

# A message is at most 2,000 characters; a text that reaches the finders another way is read to here, so the cost stays bounded.
MOST_CHARACTERS = 4000

_PLAIN = {ord(quote): "'" for quote in "\u2018\u2019\u201b\u02bc\u00b4`\u2032"}
_PLAIN |= {ord(quote): '"' for quote in "\u201c\u201d\u201e\u00ab\u00bb"}
_PLAIN |= {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_PLAIN |= {ord(space): " " for space in "\u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t\x0b\x0c"}
_PLAIN |= dict.fromkeys([*range(0, 9), *range(14, 32), 127], " ")


def straight(text: str) -> str:
    """The first `MOST_CHARACTERS` of the text with straight quotes, plain hyphens and plain spaces; no character is added or lost."""
    return text[:MOST_CHARACTERS].translate(_PLAIN)


def fold(text: str) -> str:
    """`straight` in lower case. A character whose lower case is longer (the Turkish capital I with a dot) stays as it is."""
    plain = straight(text)
    lowered = plain.lower()
    if len(lowered) == len(plain):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in plain)
