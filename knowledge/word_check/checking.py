"""All checks over all texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.word_check import abbreviations, avoided, phone_length, reading_age, sentences, spelling
from knowledge.word_check.code_texts import code_texts, domain_texts
from knowledge.word_check.content_texts import content_texts
from knowledge.word_check.finding import Finding
from knowledge.word_check.page_texts import page_texts
from knowledge.word_check.text import Text

CHECKS = (
    avoided.check,
    abbreviations.check,
    sentences.check,
    reading_age.check,
    spelling.check,
    phone_length.check,
)


def all_texts() -> Iterator[Text]:
    """Every text that a person may read."""
    yield from content_texts()
    yield from page_texts()
    yield from code_texts()
    yield from domain_texts()


def findings(texts: Iterable[Text]) -> Iterator[Finding]:
    """What is wrong with each text, in their order."""
    for text in texts:
        for check in CHECKS:
            yield from check(text)
