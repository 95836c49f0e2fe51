"""One text that a person may read, where it stands, and who reads it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from knowledge.contact_terms import Caller

# A helpline worker reads aloud to a parent: what is plain enough for a parent is what is plain enough there.
PLAIN = frozenset({Caller.PARENT, Caller.CHILD, Caller.HELPLINE})

_FILLED_IN = re.compile(r"\{\w*\}")


class Kind(Enum):
    """What sort of text it is, which decides what it is measured by."""

    SENTENCES = "sentences"  # whole sentences
    LABEL = "label"  # a line of a menu, a heading, the end of another sentence: its reading age is its group's
    NAME = "name"  # what a document or a service calls itself: not for us to shorten, spell or explain


@dataclass(frozen=True, slots=True)
class Text:
    """`words` may have several lines; `most` is how many characters of a line fit a phone. `group` is the sort of text.

    `beside` is what stands next to it on the screen and may explain it: the answer under a question.
    """

    file: str
    entry: str
    field: str
    reader: Caller
    words: str
    kind: Kind
    group: str
    most: int
    beside: str = ""

    @property
    def plain(self) -> bool:
        """Whether it is for somebody who cannot be expected to know the field's words."""
        return self.reader in PLAIN

    @property
    def spoken(self) -> str:
        """The words as a reader meets them: each place to fill in has something in it, and apostrophes are plain."""
        return _FILLED_IN.sub("that", self.words).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
