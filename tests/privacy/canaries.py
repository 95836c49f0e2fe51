"""Invented names, numbers, addresses and sentences that stand nowhere else, and every form in which they might turn up.

All are made anew for each run from random letters, so no file of the project holds them: whatever holds one afterwards
has it from what was sent.
"""

from __future__ import annotations

import base64
import random
import secrets
from dataclasses import dataclass
from urllib.parse import quote, quote_plus

_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Person:
    """An invented person and what might be said of them. Each field is found by a needle of its own."""

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
            f"My son {self.first} {self.last}, 8, of 14 {self.street} Lane, {self.phone}, {self.email}: "
            f"{self.sentence}, and he keeps showing his private parts to his sister."
        )

    @property
    def needles(self) -> dict[str, str]:
        """What to look for, by the name of the field."""
        return {
            "first": self.first,
            "last": self.last,
            "street": self.street,
            "phone": self.phone,
            "email": self.email.partition("@")[0],
            "sentence": self.sentence,
        }


def invent(seed: int | None = None) -> Person:
    """A person that nobody has ever heard of; the same one for the same seed."""
    chosen = random.Random(secrets.randbits(64) if seed is None else seed)

    def name(syllables: int) -> str:
        return "".join(chosen.choice(_CONSONANTS) + chosen.choice(_VOWELS) for _ in range(syllables)).capitalize()

    return Person(
        first=name(5),
        last=name(5),
        street=name(5),
        phone=f"07700 900{chosen.randrange(100, 1000)} {chosen.randrange(10**7, 10**8)}",  # no phone: far too long
        email=f"{name(6).lower()}@mail.example",
        sentence=f"it began when the {name(3).lower()} kettle fell on {name(3).lower()} day",
    )


def forms(needle: str) -> dict[str, bytes]:
    """The byte strings in which `needle` might be written somewhere, by the name of the form, none twice.

    Base64 is looked for by the part of it that does not depend on what stands before and after.
    """
    written = {
        "as typed": needle.encode(),
        "lower case": needle.lower().encode(),
        "upper case": needle.upper().encode(),
        "UTF-16": needle.encode("utf-16-le"),
        "UTF-16 lower case": needle.lower().encode("utf-16-le"),
        "UTF-32": needle.encode("utf-32-le"),
        "URL": quote(needle).encode(),
        "URL form": quote_plus(needle).encode(),
        "hex": needle.encode().hex().encode(),
        "backwards": needle[::-1].encode(),
    }
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + needle.encode())
        start = -(-shift * 8 // 6)
        end = (shift + len(needle.encode())) * 8 // 6
        written[f"base64 +{shift}"] = coded[start:end]
    unique: dict[bytes, str] = {}
    for form, as_bytes in written.items():
        unique.setdefault(as_bytes, form)
    return {form: as_bytes for as_bytes, form in unique.items()}
