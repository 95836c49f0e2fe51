"""What is wrong with a text."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.word_check.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`word` is what was found, `problem` why it cannot stay and what to write instead."""

    file: str
    entry: str
    field: str
    word: str
    problem: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry}: {self.field}: “{self.word}”: {self.problem}"


def found(text: Text, word: str, problem: str) -> Finding:
    """A finding in this text."""
    return Finding(text.file, text.entry, text.field, word, problem)
