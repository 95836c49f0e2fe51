"""English words and first names: what names are judged by, and what is no typing error."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@cache
def first_names() -> frozenset[str]:
    """First names that are nothing else."""
    return _lines("first_names.txt")


@cache
def first_names_that_are_words() -> frozenset[str]:
    """First names that are ordinary words, places or very short."""
    return _lines("first_names_that_are_words.txt")


@cache
def ordinary_words() -> frozenset[str]:
    """English words that are no first names."""
    return _lines("ordinary_words.txt")


def _lines(file: str) -> frozenset[str]:
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
