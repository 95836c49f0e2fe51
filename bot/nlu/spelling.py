"""Typing errors put right before a text is understood: the sentence encoder, the n-grams and the rules all know words by
their spelling, and a frightened person's thumbs slip.

A noisy channel: of the words of the training sentences that are near what was typed, the one that is likeliest between
its neighbours (Kernighan, Church & Gale 1990). What is an English word, a name or a place is left as it is, and so is
everything with a capital in mid-sentence, a digit or a sign in it. Only the understanding reads what comes out; no word
of it is kept.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.nlu.dictionary import first_names, first_names_that_are_words, ordinary_words
from bot.nlu.folding import straight
from bot.nlu.typing_errors import cost, shorter
from knowledge.places import places

FILE = "spelling.npz"
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NO_WORDS = re.compile(r"[@/_\\\d:]|[a-z]\.[a-z]")  # an address, a handle, a number with its unit
_EDGE = "^"  # stands before the first word and after the last

# Found on the development set with typing errors put in, by how many words come back and how many others are changed.
# A word that the training has so often may be meant, and one outside the dictionary so often is none of its errors.
SEEN, SEEN_OUTSIDE = 3, 20
# A word that the training has itself is taken for another only where that is so much more usual.
MORE_USUAL = 40
# What an error may cost together in a word of less than five letters, of five, and in a longer one.
SHORT, LONG_FROM = 5, 6
MOST_SHORT, MOST_MIDDLE, MOST_LONG = 1.2, 1.6, 2.4
# The same in a word that the training has itself: what stands there again and again may be meant.
MOST_SEEN_SHORT, MOST_SEEN = 0.7, 1.0
OF_COST, OF_NEIGHBOURS = 4.0, 0.7
# What is longer is no word, and so many are looked up in one message at most: the cost of a turn stays bounded.
LONGEST, MOST_WORDS = 20, 80
STEADY = 20  # how much a pair's own count must outweigh how usual the word is
# A text with fewer words known when it is mended is in another language; so is one with fewer as it is written, where it
# has more than a few.
KNOWN_MENDED, KNOWN_AS_WRITTEN, FEW_WORDS = 0.8, 0.25, 3
# Short forms that people mean.
_LEFT_ALONE = frozenset(
    [
        "mth", "mths", "mnth", "mnths", "yr", "yrs", "yo", "wk", "wks", "hr", "hrs", "mins", "dd", "ds", "dgs", "dgd", "nr", "mr", "mrs",
        "dr", "ta", "em", "ish", "sext", "sexts", "nowt", "owt", "summat", "mardy", "babby", "mam", "nan", "prem",
    ]
)  # fmt: skip


class Spelling:
    """The words of the training sentences: how often each stands there, and after which others."""

    def __init__(self, words: Sequence[str], counts: NDArray[np.int32], pairs: NDArray[np.int64]) -> None:
        """`pairs` [2, pairs]: the numbers of two words as one (`_pair`), rising, and how often they stand together."""
        self._words, self._counts, self._pairs = tuple(words), counts, pairs
        self._total, self._most = int(counts.sum()), int(counts.max(initial=0))
        self._number = {word: number for number, word in enumerate(self._words)}
        self._near: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            if len(word) > 1 and counts[number] >= (SEEN if _is_known(word) else SEEN_OUTSIDE):
                for key in _keys(word):
                    self._near[key].append(number)

    @classmethod
    def learn(cls, texts: Sequence[str]) -> Spelling:
        """Learns from the training sentences."""
        counts: Counter[str] = Counter()
        together: Counter[tuple[str, str]] = Counter()
        for text in texts:
            words = [_EDGE, *_WORD.findall(straight(text).lower()), _EDGE]
            counts.update(words[:-1])
            together.update(pairwise(words))
        words = sorted(counts)
        number = {word: place for place, word in enumerate(words)}
        pairs = sorted(
            (_pair(number[one], number[other]), often) for (one, other), often in together.items() if often > 1
        )
        return cls(
            words,
            np.array([counts[word] for word in words], dtype=np.int32),
            np.array(pairs, dtype=np.int64).reshape(-1, 2).T.copy(),
        )

    def mend(self, text: str) -> str:
        """The text with its typing errors put right, quotes straight. Never raises."""
        plain = straight(text)
        found = list(_WORD.finditer(plain))
        words = [match.group().lower() for match in found]
        shouted = plain.isupper()
        meant, left = [*words], MOST_WORDS
        for place, match in enumerate(found):
            if left and not self._is_meant(words[place]) and _may_be_wrong(plain, match, shouted):
                left -= 1
                before = meant[place - 1] if place else _EDGE
                after = words[place + 1] if place + 1 < len(words) else _EDGE
                meant[place] = self._meant(words[place], before, after)
        if meant == words or self._familiar(meant) < KNOWN_MENDED:
            return plain
        if len(words) > FEW_WORDS and self._familiar(words) < KNOWN_AS_WRITTEN:
            return plain
        parts: list[str] = []
        end = 0
        for match, word, one in zip(found, words, meant, strict=True):
            parts += plain[end : match.start()], match.group() if one == word else _in_case(one, match.group())
            end = match.end()
        return "".join([*parts, plain[end:]])

    def save(self, folder: Path) -> None:
        """Keeps the words and the numbers in one file."""
        words = np.frombuffer(json.dumps(self._words).encode(), dtype=np.uint8)
        np.savez(folder / FILE, words=words, counts=self._counts, pairs=self._pairs)

    @classmethod
    def load(cls, folder: Path) -> Spelling:
        """What `save` kept. Raises `FileNotFoundError` when it is not there."""
        with np.load(folder / FILE, allow_pickle=False) as kept:
            return cls(json.loads(kept["words"].tobytes()), kept["counts"], kept["pairs"])

    def _familiar(self, words: Sequence[str]) -> float:
        """The part of the words that are in the dictionary or often in the training."""
        return sum(_is_known(word) or self._count(word) >= SEEN for word in words) / len(words)

    def _is_meant(self, word: str) -> bool:
        """Whether it is a word, or so usual in the training that no other is so much more usual."""
        own = self._count(word)
        return _is_known(word) or own > 0 and ("'" in word or MORE_USUAL * own > self._most)

    def _count(self, word: str) -> int:
        number = self._number.get(word)
        return 0 if number is None else int(self._counts[number])

    def _meant(self, word: str, before: str, after: str) -> str:
        own = self._count(word)
        most = MOST_SHORT if len(word) < SHORT else MOST_MIDDLE if len(word) < LONG_FROM else MOST_LONG
        if own >= SEEN or own and len(word) < SHORT:
            most = MOST_SEEN if len(word) >= SHORT else MOST_SEEN_SHORT
        best, meant = -np.inf, word
        for number in {number for key in _keys(word) for number in self._near.get(key, ())}:
            other = self._words[number]
            if self._counts[number] < MORE_USUAL * own or other == word:
                continue
            slips = cost(word, other)
            if slips <= most:
                score = self._likely(before, other, after) * OF_NEIGHBOURS - OF_COST * slips
                if (score, other) > (best, meant):
                    best, meant = score, other
        return meant

    def _likely(self, before: str, word: str, after: str) -> float:
        """The logarithm of how likely the word is between its neighbours; a neighbour that is no word says nothing."""
        follows = self._follows(before, word) if before in self._number else log(self._share(word))
        return follows + (self._follows(word, after) if self._count(after) >= SEEN else 0.0)

    def _follows(self, one: str, other: str) -> float:
        pair = _pair(self._number[one], self._number[other])
        place = int(np.searchsorted(self._pairs[0], pair))
        there = place < self._pairs.shape[1] and self._pairs[0, place] == pair
        together = int(self._pairs[1, place]) if there else 0
        return log((together + STEADY * self._share(other)) / (self._count(one) + STEADY))

    def _share(self, word: str) -> float:
        return self._count(word) / self._total


def _pair(one: int, other: int) -> int:
    return one << 32 | other


def _keys(word: str) -> set[str]:
    """What words near each other have in common: the word, and it with one letter less, a long one with two."""
    less = {word, *shorter(word)}
    return less if len(word) < LONG_FROM else less.union(*map(shorter, less))


@cache
def _known() -> frozenset[str]:
    in_places = {word for name in places() for word in name.split()}
    return _LEFT_ALONE | ordinary_words() | first_names() | first_names_that_are_words() | in_places


def _is_known(word: str) -> bool:
    known = _known()
    return word in known or word.endswith("'s") and word[:-2] in known


def _may_be_wrong(text: str, match: re.Match[str], shouted: bool) -> bool:
    """Whether what stands there can be a word with an error, not a name, short letters or a part of an address."""
    word, start = match.group(), text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    if (
        not 1 < len(word) <= LONGEST
        or not word.isascii()
        or _NO_WORDS.search(text, start, len(text) if end < 0 else end)
    ):
        return False
    if shouted or word[0].islower():
        return True
    before = text[: match.start()].rstrip(" \"'(")
    return word[1:].islower() and (not before or before[-1] in ".!?\n")


def _in_case(word: str, typed: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return word.upper()
    return word.capitalize() if typed[0].isupper() else word
