"""The reading ages and sentence lengths of every group of texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.contact_terms import Caller
from knowledge.word_check import reading_age, sentences
from knowledge.word_check.finding import Finding
from knowledge.word_check.text import Kind, Text


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one sort for one reader.

    `age` is the reading age of all of them together, `None` where they are too few; `oldest` the highest of a long
    text among them, with its entry. `over_usual` is the part of their sentences that is longer than most should be.
    """

    name: str
    reader: Caller
    texts: int
    words: int
    age: float | None
    oldest: tuple[float, str] | None
    over_usual: float
    most: float

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the group as a whole."""
        where = (self.name, "all together", self.reader.value)
        if self.age is not None and self.age > self.most:
            yield Finding(*where, self.name, f"a reading age of {self.age:.1f}; {self.most:.0f} at most")
        if self.over_usual > sentences.MOST_OVER_USUAL:
            part, most = f"{self.over_usual:.0%}", f"{sentences.MOST_OVER_USUAL:.0%}"
            yield Finding(*where, self.name, f"{part} of its sentences are longer than usual; {most} at most")


def groups(texts: Iterable[Text]) -> list[Group]:
    """Every group, in the order of the texts. Names are in none."""
    sorted_out: dict[tuple[str, Caller], list[Text]] = {}
    for text in texts:
        if text.kind is not Kind.NAME:
            sorted_out.setdefault((text.group, text.reader), []).append(text)
    return [_group(name, reader, found) for (name, reader), found in sorted_out.items()]


def _group(name: str, reader: Caller, texts: list[Text]) -> Group:
    words = reading_age.words_in(*texts)
    long = [
        text for text in texts if text.kind is Kind.SENTENCES and reading_age.words_in(text) >= reading_age.LONG_ENOUGH
    ]
    return Group(
        name=name,
        reader=reader,
        texts=len(texts),
        words=words,
        age=reading_age.reading_age(texts) if words >= reading_age.GROUP_LONG_ENOUGH else None,
        oldest=max(((reading_age.reading_age([text]), text.entry) for text in long), default=None),
        over_usual=sentences.over_usual(texts),
        most=reading_age.most(texts[0]),
    )
