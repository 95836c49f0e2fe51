"""Whether a text fits a phone."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.word_check.finding import Finding, found
from knowledge.word_check.text import Text


def check(text: Text) -> Iterator[Finding]:
    """Each line that is longer than its place on a phone allows."""
    for line in text.words.splitlines():
        if len(line) > text.most:
            yield found(text, f"{line[:40]}...", f"{len(line)} characters; {text.most} at most, to fit a phone")
