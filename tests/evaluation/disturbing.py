"""The same sentences as a tired person on a phone would send them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import yaml

_NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl",
    "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb",
    "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_ONE_LETTER_IN = 14
_SAID_AROUND = yaml.safe_load((Path(__file__).parent / "said_around.yml").read_text(encoding="utf-8"))


def typos(text: str) -> str:
    """One letter in fourteen swapped with the next, left out, doubled or its neighbour on the keyboard."""
    chance, out, i = random.Random(crc32(text.encode())), [], 0
    while i < len(text):
        letter = text[i]
        if letter.isascii() and letter.isalpha() and chance.randrange(_ONE_LETTER_IN) == 0:
            kind = chance.randrange(4)
            following = text[i + 1] if i + 1 < len(text) and text[i + 1].isalpha() else ""
            near = chance.choice(_NEIGHBOURS[letter.lower()])
            out.append((following + letter, "", letter * 2, near)[kind])
            i += 2 if kind == 0 and following else 1
            continue
        out.append(letter)
        i += 1
    return "".join(out)


def no_punctuation(text: str) -> str:
    """Without any mark but those inside words and numbers."""
    return re.sub(r"\s+", " ", re.sub(r"(?<!\w)[^\w\s]+|[^\w\s]+(?!\w)", " ", text)).strip()


def lower_case(text: str) -> str:
    """Without capitals."""
    return text.lower()


def padded(text: str) -> str:
    """With what people say before and after."""
    chance = random.Random(crc32(text.encode()))
    return f"{chance.choice(_SAID_AROUND['before'])} {text} {chance.choice(_SAID_AROUND['after'])}"


DISTURBANCES: dict[str, Callable[[str], str]] = {
    "as written": str,
    "with typos": typos,
    "without punctuation": no_punctuation,
    "in lower case": lower_case,
    "with padding": padded,
}
