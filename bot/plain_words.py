"""What a person typed, as words and nothing else."""

import re
import unicodedata

_COMMAND_PREFIX = re.compile(r"^[\s/]+")
_SPACES = re.compile(r"\s+")


def plain_words(text: str) -> str:
    """`text` without anything that is not writing; empty when nothing is left.

    * Control characters, broken surrogates and unassigned code points become spaces; invisible format characters (zero
      width space, direction marks, soft hyphen) go: they hide words from whoever reads them, and from the safety net.
    * Slashes at the beginning go: Rasa takes a text that begins with one for an intent with slots, straight from the
      sender.
    * Composed form (NFC), so that the same letter is the same letter; runs of spaces become one.
    """
    composed = unicodedata.normalize("NFC", text)
    written = "".join(_writing(character) for character in composed)
    return _SPACES.sub(" ", _COMMAND_PREFIX.sub("", written)).strip()


def _writing(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    return " " if category.startswith("C") else character
