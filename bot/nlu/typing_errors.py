"""How far what was typed is from a word: the slips of a thumb on a phone cost less than other changes."""

from __future__ import annotations

from collections.abc import Iterator

# The keys beside each on a British keyboard, in the same row.
_BESIDE = {
    "q": "w", "w": "qe", "e": "wr", "r": "et", "t": "ry", "y": "tu", "u": "yi", "i": "uo", "o": "ip", "p": "o",
    "a": "s", "s": "ad", "d": "sf", "f": "dg", "g": "fh", "h": "gj", "j": "hk", "k": "jl", "l": "k",
    "z": "x", "x": "zc", "c": "xv", "v": "cb", "b": "vn", "n": "bm", "m": "n",
}  # fmt: skip
_VOWELS = frozenset("aeiouy")
# What each slip costs; found, with the weights of `bot.nlu.spelling`, on the development set with typing errors put in.
SWAPPED, BESIDE, VOWEL, OTHER = 0.7, 1.0, 1.1, 2.0
LEFT_OUT, LEFT_OUT_OF_TWO, ADDED, DOUBLED = 1.0, 0.8, 1.5, 0.6


def cost(typed: str, word: str) -> float:
    """The least that the slips from `word` to what was typed cost together; 0.0 for the word itself. An optimal string
    alignment: no letter is changed after it was swapped.
    """
    before: list[float] = []
    row = [0.0]
    for place, letter in enumerate(word):
        row.append(row[-1] + _left_out(word, place, letter))
    for at, letter in enumerate(typed):
        added = DOUBLED if at and typed[at - 1] == letter else ADDED
        following = [row[0] + added]
        for place, meant in enumerate(word):
            least = min(
                row[place] + _instead(letter, meant),
                row[place + 1] + added,
                following[place] + _left_out(word, place, meant),
            )
            if at and place and letter == word[place - 1] and typed[at - 1] == meant:
                least = min(least, before[place - 1] + SWAPPED)
            following.append(least)
        before, row = row, following
    return row[-1]


def shorter(word: str) -> Iterator[str]:
    """The word with each of its letters left out in turn."""
    return (word[:at] + word[at + 1 :] for at in range(len(word)))


def _left_out(word: str, place: int, letter: str) -> float:
    return LEFT_OUT_OF_TWO if place and word[place - 1] == letter else LEFT_OUT


def _instead(letter: str, meant: str) -> float:
    if letter == meant:
        return 0.0
    if letter in _BESIDE.get(meant, ""):
        return BESIDE
    return VOWEL if letter in _VOWELS and meant in _VOWELS else OTHER
