"""The lists of words that names are judged by beside the dictionary (`bot.nlu.dictionary`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from knowledge.content import read_yaml

_FOLDER = Path(__file__).parent


@cache
def known_from_stories() -> frozenset[str]:
    """First names that mostly mean somebody in a book, a film or a device."""
    return words_of("no_names.yml", "known_from_stories")


@cache
def never_a_name() -> frozenset[str]:
    """Words that are nobody's name, even after a relation or "called"."""
    return words_of("no_names.yml", "never_a_name") | known_from_stories()


@cache
def no_person() -> frozenset[str]:
    """What has a capital and does something as a person does, and is no ordinary word."""
    return words_of("no_names.yml", "no_person")


@cache
def mostly_a_time() -> frozenset[str]:
    """First names that mostly mean a month or a season."""
    return words_of("no_names.yml", "mostly_a_time")


@cache
def mostly_said_small() -> frozenset[str]:
    """First names that in small letters are mostly the word."""
    return words_of("no_names.yml", "mostly_said_small")


@cache
def whole_names() -> Mapping[str, list[str]]:
    """What everybody knows by a name of one or more words, by how it is written."""
    names: Mapping[str, list[str]] = _content("no_names.yml")["well_known"]
    return names


def words_of(file: str, name: str) -> frozenset[str]:
    """One list of a YAML file of lists, the words of all its subjects."""
    return frozenset(word for words in _content(file)[name].values() for word in words.split())


@cache
def _content(file: str) -> Any:
    return read_yaml(_FOLDER / file)
