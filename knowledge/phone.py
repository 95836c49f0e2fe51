"""Whether a phone number can be one that people in the United Kingdom ring or text."""

from __future__ import annotations

import re

import phonenumbers
from phonenumbers import shortnumberinfo

_WRITTEN = re.compile(r"\+?\d[\d ]*")
_LONGEST_SHORT_CODE = 6  # 999, 101, 111, 116 123, and text codes such as 85258


def checked(written: str) -> str:
    """The number as written, once it has been found possible. Raises `ValueError` if nobody could ring it.

    It is kept as written because people know some numbers by their grouping (0808 1000 900).
    """
    if _WRITTEN.fullmatch(written):
        short = len(written.replace(" ", "")) <= _LONGEST_SHORT_CODE
        number = phonenumbers.parse(written, "GB")
        if short and shortnumberinfo.is_valid_short_number_for_region(number, "GB"):
            return written
        if not short and phonenumbers.is_valid_number(number):
            return written
    raise ValueError(f"a phone number that can be rung in the United Kingdom, in digits and spaces; got {written!r}")
