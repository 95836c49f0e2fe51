from pathlib import Path

import pytest

from bot.emergency import emergency_messages


def test_the_contacts_take_anybody_from_anywhere_999_first() -> None:
    cards = [message["card"] for message in emergency_messages()]
    assert [card["phone"] for card in cards][:2] == ["999", "0808 800 5000"]
    assert {card["kind"] for card in cards} == {"contact"}


def test_even_without_a_directory_two_numbers_are_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("WAYMARK_CLOCK_FILE", str(tmp_path / "not there"))
    said = " ".join(message["text"] for message in emergency_messages())
    assert "999" in said
    assert "0808 800 5000" in said
