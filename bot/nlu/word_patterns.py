"""Pattern tables: regular expressions over plain clauses, kept as content in YAML, tried only where they can match.

A pattern is a regular expression over the words of `plain_clauses`: one space parts two words, a clause ends at " , ", " . " or " ? ".
`<name>` stands for a word list of the same table (`words.yml`); the ends of a pattern are ends of words.
"""

from __future__ import annotations

import re
import sre_parse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

_NAME = re.compile(r"<([a-z_0-9]+)>")
# A shorter literal stands in nearly every text and would sort out nothing.
_SHORTEST = 3


class PatternError(ValueError):
    """A pattern of the content cannot be used; the message names it."""


@dataclass(frozen=True)
class WordPattern:
    """One pattern and the literals of which every text that it matches holds at least one (none: always tried)."""

    source: str
    expression: re.Pattern[str]
    literals: tuple[str, ...]

    def finditer(self, plain: str) -> Iterator[re.Match[str]]:
        """All matches in a text in plain clauses."""
        if self.literals and not any(literal in plain for literal in self.literals):
            return iter(())
        return self.expression.finditer(plain)


def compile_pattern(source: str, words: Mapping[str, str]) -> WordPattern:
    """Raises `PatternError` for an unknown word list or a broken expression."""
    expanded = source
    for _ in range(4):
        expanded, count = _NAME.subn(lambda match: _list(match[1], source, words), expanded)
        if not count:
            break
    try:
        expression = re.compile(rf"(?<=[ ])(?:{expanded})(?=[ ])")
    except re.error as error:
        raise PatternError(f"{source!r}: {error}") from None
    return WordPattern(source, expression, required_literals(expanded))


def word_lists(raw: Mapping[str, Any]) -> dict[str, str]:
    """The word lists of a table: alternatives parted by " | "."""
    return {name: f"(?:{'|'.join(str(value).split(' | '))})" for name, value in raw.items()}


def _list(name: str, source: str, words: Mapping[str, str]) -> str:
    if name not in words:
        raise PatternError(f"{source!r}: no word list named {name!r}")
    return words[name]


def required_literals(expression: str) -> tuple[str, ...]:
    """Literals of which every match of the expression holds at least one; empty when there is no such set."""
    best = _required(list(cast(Any, sre_parse.parse(expression))))
    return tuple(sorted(best)) if best else ()


def _required(items: list[Any]) -> frozenset[str] | None:
    """The most selective set of literals that a sequence of parsed items asks for."""
    best: frozenset[str] | None = None
    run = ""
    for operator, argument in [*items, (None, None)]:
        if operator is sre_parse.LITERAL:
            run += chr(argument)
            continue
        if len(run.strip()) >= _SHORTEST:
            best = _better(best, frozenset({run}))
        run = ""
        if operator is not None:
            best = _better(best, _of_item(operator, argument))
    return best


def _of_item(operator: Any, argument: Any) -> frozenset[str] | None:
    if operator is sre_parse.SUBPATTERN:
        return _required(list(argument[-1]))
    if operator is sre_parse.BRANCH:
        return _all(_required(list(branch)) for branch in argument[1])
    if operator in (sre_parse.MAX_REPEAT, sre_parse.MIN_REPEAT) and argument[0] >= 1:
        return _required(list(argument[2]))
    return None


def _all(branches: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    literals: set[str] = set()
    for branch in branches:
        if not branch:
            return None
        literals |= branch
    return frozenset(literals)


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set that fewer texts pass: longer literals and fewer of them."""
    if not one or not other:
        return one or other
    return max(one, other, key=lambda literals: min(len(literal.strip()) for literal in literals) - 0.3 * len(literals))
