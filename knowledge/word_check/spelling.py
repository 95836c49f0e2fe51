"""British spelling, and words that are spelt wrong: both from the lists of `codespell`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from knowledge.word_check.finding import Finding, found
from knowledge.word_check.sentences import sentences
from knowledge.word_check.text import Kind, Text

BRITISH = "dictionary_en-GB_to_en-US.txt"
MISTAKES = "dictionary.txt"
# Spellings of the American list that are British too, as another part of speech or in another sense.
ALSO_BRITISH = {"biased", "focused", "focuses", "focusing", "judgment", "judgments", "license", "licensed", "licenses"}
ALSO_BRITISH |= {"licensing", "meter", "meters", "practice", "practices", "program", "programs", "routing", "story"}
ALSO_BRITISH |= {"stories", "refocused", "refocuses", "refocusing", "specialty"}

NAMES = {"worling"}  # that stand at the beginning of a sentence

_WORD = re.compile(r"[a-zA-Z]+(?:'[a-z]+)?")


@cache
def misspelt() -> Mapping[str, str]:
    """Every spelling that is wrong here, in lower case, with what is right."""
    right = {wrong: fix.split(",")[0] for wrong, fix in _pairs(MISTAKES)}
    american = {us: british for british, us in _pairs(BRITISH) if us not in ALSO_BRITISH}
    return {wrong: spelt for wrong, spelt in {**right, **american}.items() if wrong not in NAMES}


def check(text: Text) -> Iterator[Finding]:
    """Each word that is spelt wrong, or as it is across the sea."""
    if text.kind is Kind.NAME:
        return
    for sentence in sentences(text):
        for match in _WORD.finditer(sentence):
            word = match.group()
            name = word[0].isupper() and (
                match.start() > 1 or word.isupper()
            )  # the first may stand behind a quotation mark
            right = None if name else misspelt().get(word.lower())
            if right:
                yield found(text, word, f"spelt “{right}” in British English")


def _pairs(name: str) -> Iterator[tuple[str, str]]:
    lines = (resources.files("codespell_lib") / "data" / name).read_text(encoding="utf-8").splitlines()
    for line in lines:
        first, arrow, second = line.partition("->")
        if arrow:
            yield first.strip(), second.strip()
