"""Invented names, numbers, addresses and sentences that stand nowhere else, and every form in which they might turn up.

They are made anew for each run from random letters, so no file of the project holds them: whatever holds one afterwards
has it from what was sent.
"""

from __future__ import annotations

import base64
import random
import secrets
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, quote_plus

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Person:
    """An invented person and what might be said of them. Each field is looked for by itself."""

    first: str
    last: str
    street: str
    phone: str
    email: str
    sentence: str

    @property
    def story(self) -> str:
        """A message as a worried person might write it, with everything in it that need not be told."""
        return (
            f"My son {self.first} {self.last}, 8, of 14 {self.street} Lane, {self.phone}, {self.email}@mail.example: "
            f"{self.sentence}, and he keeps showing his private parts to his sister."
        )

    @cached_property
    def needles(self) -> tuple[tuple[str, str, bytes], ...]:
        """What to look for: the field, the form it is written in, and the bytes."""
        fields = ("first", "last", "street", "phone", "email", "sentence")
        return tuple(
            (field, form, as_bytes) for field in fields for form, as_bytes in forms(getattr(self, field)).items()
        )


def invent() -> Person:
    """A person that nobody has ever heard of."""
    chosen = random.Random(secrets.randbits(64))

    def name(syllables: int) -> str:
        return "".join(chosen.choice(_CONSONANTS) + chosen.choice(_VOWELS) for _ in range(syllables)).capitalize()

    return Person(
        first=name(5),
        last=name(5),
        street=name(5),
        phone=f"07700 900{chosen.randrange(10**6, 10**7)}",  # more digits than a phone number has: nobody's
        email=name(6).lower(),
        sentence=f"it began when the {name(3).lower()} kettle fell on {name(3).lower()} day",
    )


def forms(words: str) -> dict[str, bytes]:
    """The byte strings in which `words` might be written somewhere, by the name of the form, none twice.

    Of base64, the part that does not depend on what stands before and after.
    """
    written = {
        "as typed": words.encode(),
        "lower case": words.lower().encode(),
        "upper case": words.upper().encode(),
        "UTF-16": words.encode("utf-16-le"),
        "UTF-16 lower case": words.lower().encode("utf-16-le"),
        "UTF-32": words.encode("utf-32-le"),
        "URL": quote(words).encode(),
        "URL form": quote_plus(words).encode(),
        "hex": words.encode().hex().encode(),
    }
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + words.encode())
        first, last = -(-shift * 8 // 6), (shift + len(words.encode())) * 8 // 6
        written[f"base64 {shift}"] = coded[first:last]
    unique = {as_bytes: form for form, as_bytes in reversed(written.items())}
    return {form: as_bytes for as_bytes, form in unique.items()}
