"""The words that are not used, from knowledge/words: labels, blame, promises, jargon, spellings from across the sea."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from knowledge.content import HERE, load_entries
from knowledge.word_check.avoided_words import Avoided
from knowledge.word_check.finding import Finding, found
from knowledge.word_check.text import Kind, Text

FILES = tuple(HERE / "words" / f"{name}.yml" for name in ("avoid", "blame_and_promise", "plain_english"))


@cache
def avoided() -> Mapping[str, Avoided]:
    """Every group of words to avoid, by its id."""
    return load_entries(FILES, Avoided)


def check(text: Text, lists: Iterable[Avoided] | None = None) -> Iterator[Finding]:
    """What this text says that it should not."""
    words = text.spoken
    for one in avoided().values() if lists is None else lists:
        if not _concerns(one, text):
            continue
        left = _pattern(one.unless).sub(" ", words) if one.unless else words
        for match in _pattern(one.avoid).finditer(left):
            yield found(text, match.group(), f"{one.why} Instead: {one.instead}")


def stale_exceptions(texts: Iterable[Text], lists: Iterable[Avoided] | None = None) -> Iterator[str]:
    """A sentence for each exception that no text needs any more: it would hide the next mistake."""
    by_entry: dict[str, list[Text]] = {}
    for text in texts:
        by_entry.setdefault(text.entry, []).append(text)
    for one in avoided().values() if lists is None else lists:
        for kept in one.exceptions:
            if not any(_pattern(one.avoid).search(text.spoken) for text in by_entry.get(kept.entry, ())):
                yield f"{one.id}: the exception for {kept.entry} is not needed: the words do not stand there"


def _concerns(one: Avoided, text: Text) -> bool:
    if one.readers and (text.reader not in one.readers or text.kind is Kind.NAME):
        return False
    return all(kept.entry != text.entry for kept in one.exceptions)


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    # The longest first, so that the whole of "young sex offender" is named and not its last word.
    written = (_written(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(written)})(?![\w-])", re.IGNORECASE)


def _written(word: str) -> str:
    """The regular expression of a word or phrase: `*` is any ending, a space any white space, apostrophes are plain."""
    plain = re.escape(word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return plain.replace(r"\*", r"[\w'-]*").replace(r"\ ", r"\s+")
