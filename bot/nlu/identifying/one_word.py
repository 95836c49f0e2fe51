"""What one word is: surely a first name, possibly a name, or an English word, a place or a thing."""

from __future__ import annotations

import unicodedata

from bot.nlu import areas
from bot.nlu.dictionary import first_names, first_names_that_are_words, ordinary_words
from bot.nlu.identifying.word_lists import known_from_stories, never_a_name, no_person

# Letters that keep their stroke when accents are taken off.
_STROKED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i"})


def bare(word: str) -> str:
    """The word in small letters without "'s", as the lists have it."""
    low = word.lower()
    return low[:-2] if low.endswith("'s") else low.rstrip("'")


def is_certain(word: str) -> bool:
    """A known first name that is no other word, with or without its accents; "Elsie-Mae" counts by its first part."""
    name = bare(word)
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_STROKED)).encode("ascii", "ignore").decode()
    return (
        name not in known_from_stories()
        and not (word.isupper() and len(word) <= 4)
        and (name in first_names() or name.split("-")[0] in first_names() and "-" in name)
    )


def may_be_a_name(word: str) -> bool:
    """Whether a word can be a name where the words beside it say that one stands there."""
    name = bare(word)
    if name in never_a_name() or len(name) < 2:
        return False
    return word[0].isupper() and not word.isupper() or name in first_names() or name in first_names_that_are_words()


def is_nothing_else(word: str) -> bool:
    """Neither an English word nor the name of a place, a service, an app or a day."""
    name = bare(word)
    return (
        may_be_a_name(word)
        and name not in no_person()
        and not name.endswith("n't")
        and name.split("'")[0] not in ordinary_words()
        and areas.find(name) is None
        and name not in first_names_that_are_words()
    )
