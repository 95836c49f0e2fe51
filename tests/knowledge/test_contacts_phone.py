"""Which phone numbers can be numbers."""

from __future__ import annotations

import pytest

from knowledge import phone


@pytest.mark.parametrize(
    "written",
    [
        "999",
        "101",
        "111",
        "116 123",
        "0800 1111",
        "85258",
        "0300 111 8007",
        "0808 1000 900",
        "01782 235100",
        "020 7008 0151",
    ],
)
def test_a_number_that_can_be_rung_is_kept_as_written(written: str) -> None:
    assert phone.checked(written) == written


@pytest.mark.parametrize(
    "written",
    [
        "",
        "998",
        "0800",
        "0300 111 80071",
        "0300 111 800",
        "01782 23510",
        "0800 CALL NOW",
        "999;000",
        "+1 212 555 0100 9",
        "12345678901",
    ],
)
def test_a_number_that_nobody_could_ring_is_refused(written: str) -> None:
    with pytest.raises(ValueError, match="a phone number that can be rung"):
        phone.checked(written)
