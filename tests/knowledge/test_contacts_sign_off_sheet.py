"""The sheet of what to ring, oldest check first."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import yaml

from knowledge.contact_book import ContactBook, contact_book
from knowledge.content import HERE, files, read_yaml
from knowledge.sign_off_sheet import lines, overdue, to_check

TODAY = date(2026, 11, 21)


def checked_book(folder: Path, dates: dict[str, date]) -> ContactBook:
    paths = []
    for path in files("contacts"):
        document = read_yaml(path)
        for entry in document["entries"]:
            if entry["id"] in dates:
                entry.update(status="confirmed", checked_on=dates[entry["id"]], checked_by="A. Reviewer")
        paths.append(folder / path.name)
        paths[-1].write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    return ContactBook(paths)


def test_what_was_never_checked_comes_first_and_then_the_oldest_check(tmp_path: Path) -> None:
    book = checked_book(tmp_path, {"childline": date(2026, 5, 1), "shore": date(2026, 2, 1)})
    order = [one.id for one in to_check(book)]
    assert order[-2:] == ["shore", "childline"]
    assert order[0] == "nspcc_helpline"


def test_only_an_old_or_missing_check_is_overdue(tmp_path: Path) -> None:
    book = checked_book(tmp_path, {"childline": date(2026, 11, 1), "shore": date(2026, 2, 1)})
    found = {one.id for one in overdue(book, TODAY)}
    assert "childline" not in found
    assert {"shore", "nspcc_helpline"} <= found


def test_the_sheet_says_what_to_ring_what_was_printed_and_what_to_ask() -> None:
    text = "\n".join(lines(contact_book(), TODAY))
    assert "ring          0300 111 8007" in text
    assert 'printed       "Tel. 101 and ask for M.A.S.H. (Multi-agency safeguarding hub)"' in text
    assert "ask           Whether the service still takes referrals" in text
    assert "[ ] Emergency services" not in text


def test_the_sheet_keeps_what_has_ended_apart() -> None:
    sheet = list(lines(contact_book(), TODAY))
    record = next(number for number, line in enumerate(sheet) if line.startswith("Kept for the record"))
    assert any("Savana" in line and "closed" in line for line in sheet[record:])
    assert not any("Savana" in line and line.startswith("[ ]") for line in sheet)


def test_the_command_prints_the_sheet() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "knowledge.sign_off_sheet"], cwd=HERE.parent, capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith(f"Contacts to check: {len(to_check(contact_book()))}")
    assert ran.stderr == ""
