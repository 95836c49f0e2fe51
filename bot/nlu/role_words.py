"""How the trained ear for the role reads a text: whose child each one is instead of the word for them, and who stands
before and after each deed.

"My lad was touched by a bigger boy" and "our niece was kissed by a girl" say the same of the role.
"""

from __future__ import annotations

from bot.nlu.fact_words import with_denials
from bot.nlu.participant_words import participant_words
from bot.nlu.participants import read

# What the order of the people and the deeds hangs on, beside the words that report.
_BETWEEN = frozenset(
    ["by", "to", "with", "on", "from", "off", "at", "for", "of", "in", "into", "against", "and", "s", "was", "were", "been", "being", "is", "has",
     "had", "have", "got", "getting", "made", "told", "asked", "says", "said", "who", "that", "not", "no", "my", "his", "her", "him", "he", "she",
     "they", "each", "other", "both", "did", "done", "doing", "it"]
)  # fmt: skip
_MARKS = {".": "stop", "?": "ask"}


def role_words(plain: str) -> str:
    """Plain clauses in these words; those of the order, alone and three by three, stand after the others."""
    words = participant_words()
    tokens, people = read(plain)
    kinds = {one.place: f"p{one.kind}" for one in people if one.kind != "pronoun"}
    order = []
    for place, token in enumerate(tokens):
        if place in kinds:
            order.append(f"x{kinds[place]}")
        elif token in _BETWEEN or token in words["says"] or token in _MARKS:
            order.append(f"x{_MARKS.get(token, token)}")
        elif token in words["deeds"]:
            order.append("xdeed")
    named = with_denials(" ".join(kinds.get(place, token) for place, token in enumerate(tokens)))
    threes = ("_".join(order[place : place + 3]) for place in range(len(order) - 2))
    return " ".join([named, *order, *threes])
