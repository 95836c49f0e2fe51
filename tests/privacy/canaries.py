"""Invented names, numbers, addresses and sentences that stand nowhere else, and every form in which they might turn up.

They are made anew for each run from random letters, so no file of the project holds them: whatever holds one afterwards
has it from what was sent.
"""

from __future__ import annotations

import base64
import random
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, quote_plus

FIELDS = ("first", "last", "street", "phone", "email", "sentence")
_CONSONANTS, _VOWELS = "bdfgklmnprstvz", "aeiou"


@dataclass(frozen=True)
class Person:
    """An invented person and what might be said of them. Each field is looked for by itself.

    Every word that is invented holds `stem`, and the number holds `digits`: where neither is, in no form, no field is.
    """

    stem: str
    digits: str

    @property
    def first(self) -> str:
        return f"{self.stem}no".capitalize()

    @property
    def last(self) -> str:
        return f"{self.stem}bel".capitalize()

    @property
    def street(self) -> str:
        return f"{self.stem}mar".capitalize()

    @property
    def phone(self) -> str:
        return f"07700 {self.digits}"

    @property
    def email(self) -> str:
        return f"{self.stem}son"

    @property
    def sentence(self) -> str:
        return f"it began when the {self.stem} kettle fell"

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
        return tuple(
            (field, form, as_bytes) for field in FIELDS for form, as_bytes in forms(getattr(self, field)).items()
        )

    @cached_property
    def roots(self) -> tuple[tuple[str, bytes], ...]:
        """What stands in every needle, form by form: looked for first, because it is quicker."""
        inner = self.stem[1:]  # a name begins with a capital letter
        return tuple(
            (form, as_bytes) for part in (inner, inner.upper(), self.digits) for form, as_bytes in forms(part).items()
        )

    def stands_in(self, data: bytes, chosen: Collection[str] = ()) -> bool:
        """Whether anything of this person can be in `data`, in the chosen forms or in any."""
        return any(root in data for form, root in self.roots if not chosen or form in chosen)


def invent() -> Person:
    """A person that nobody has ever heard of."""
    chosen = random.Random(secrets.randbits(64))
    stem = "".join(chosen.choice(_CONSONANTS) + chosen.choice(_VOWELS) for _ in range(4))
    return Person(stem, f"900{chosen.randrange(10**6, 10**7)}")  # more digits than a phone number has: nobody's


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
