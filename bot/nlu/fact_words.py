"""How the trained part of the fact finder reads a text: which words stand under a negation."""

from __future__ import annotations

_NEGATORS = frozenset(
    ["not", "never", "no", "without", "nobody", "none", "neither", "nor", "nothing", "hardly", "barely", "nil", "didnt", "doesnt", "dont", "isnt",
     "wasnt", "arent", "werent", "hasnt", "havent", "hadnt", "wont", "wouldnt", "cant", "couldnt", "aint"]
)  # fmt: skip
_ENDS = frozenset([".", "?", ",", "but", "and", "because"])
_DENIED = "xx"  # put before a word under a negation; no English word begins so


def with_denials(plain: str) -> str:
    """Plain clauses, each word under a negation followed by itself with a mark."""
    words: list[str] = []
    denied = False
    for word in plain.split():
        words.append(word)
        if word in _ENDS:
            denied = False
        elif word in _NEGATORS:
            denied = True
        elif denied:
            words.append(_DENIED + word)
    return " ".join(words)
