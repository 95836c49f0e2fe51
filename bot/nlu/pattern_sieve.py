"""Which of many patterns can match a text at all, found in one pass over it.

Every pattern names literals of which a text that it matches holds at least one (`bot.nlu.word_patterns`). All of them
together become one expression in the shape of a tree, tried once at each place of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from bot.nlu.word_patterns import WordPattern

_END = ""  # in a branch of the tree: a literal ends here


class PatternSieve:
    """Built once from the literals of each pattern, in order; a pattern without literals always passes."""

    def __init__(self, literals: Sequence[Sequence[str]]) -> None:
        self._always = sum(1 << index for index, one in enumerate(literals) if not one)
        known: dict[str, int] = {}
        for index, one in enumerate(literals):
            for literal in one:
                known[literal] = known.get(literal, 0) | 1 << index
        # The expression finds the longest literal that begins at a place; shorter ones that begin there are its beginnings.
        self._named = {
            literal: _joined(known[literal[:end]] for end in range(1, len(literal) + 1) if literal[:end] in known)
            for literal in known
        }
        self._expression = re.compile(f"(?=({_tree(known)}))") if known else None

    def passing(self, text: str) -> Iterator[int]:
        """The places, in rising order, of the patterns that may match the text."""
        found = self._always
        if self._expression is not None:
            for literal in set(self._expression.findall(text)):
                found |= self._named[literal]
        while found:
            lowest = found & -found
            yield lowest.bit_length() - 1
            found ^= lowest


class SievedPatterns:
    """A table of patterns, of which a text meets few."""

    def __init__(self, patterns: Sequence[WordPattern]) -> None:
        self._patterns = tuple(patterns)
        self._sieve = PatternSieve([pattern.literals for pattern in self._patterns])

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """All matches in a text in plain clauses, pattern by pattern."""
        for index in self._sieve.passing(plain):
            yield from self._patterns[index].expression.finditer(plain)


def _joined(sets: Iterable[int]) -> int:
    result = 0
    for one in sets:
        result |= one
    return result


def _tree(words: Iterable[str]) -> str:
    """One expression for all the words that prefers the longest at every place."""
    root: dict[str, Any] = {}
    for word in words:
        branch = root
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[_END] = {}
    return _written(root)


def _written(branch: dict[str, Any]) -> str:
    ways = [re.escape(letter) + _written(rest) for letter, rest in sorted(branch.items()) if letter != _END]
    if not ways:
        return ""
    one = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
    return f"(?:{one})?" if _END in branch else one
