"""What still needs a reviewer is listed whole, the list is current, and old checks are named at the start."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from knowledge import sign_off
from knowledge.behaviour import Basis
from knowledge.contact_book import ContactBook, contact_book
from knowledge.content import HERE, files, read_yaml
from knowledge.entry_file import PLACES, entry_file
from knowledge.library import library
from knowledge.sign_off_list import TITLES, open_cells, open_entries, open_numbers, text
from knowledge.signing import signable

TODAY = date(2026, 11, 21)


def test_the_page_says_what_the_content_says() -> None:
    assert sign_off.is_current(), "knowledge/SIGN_OFF.md is out of date: run python -m knowledge.sign_off"


def test_a_page_that_is_missing_or_changed_is_not_current(tmp_path: Path) -> None:
    assert not sign_off.is_current(tmp_path / "none.md")
    changed = tmp_path / "changed.md"
    changed.write_text(text().replace("- [ ]", "- [x]", 1), encoding="utf-8")
    assert not sign_off.is_current(changed)


def test_every_entry_that_lacks_a_sign_off_is_on_the_page_under_its_file() -> None:
    page = text()
    left = [(kind, name) for kind, name, entry in signable() if not entry.signed_off]
    assert [(one.kind, one.name) for one in open_entries()] == left
    for one in open_entries():
        assert f"- [ ] `{one.name}` {one.certainty.value}" in page
        assert f"`{one.file}` (" in page


def test_every_kind_of_content_has_a_heading_and_a_place() -> None:
    kinds = {kind for kind, _, _ in signable()}
    assert kinds == set(TITLES) == set(PLACES)
    for kind, name, _ in signable():
        assert (HERE.parent / entry_file(kind, name)).is_file()


def test_every_content_file_with_provenance_is_up_for_sign_off() -> None:
    listed = {entry_file(kind, name) for kind, name, _ in signable()}
    read_by_nobody = {"knowledge/sources.yml", "knowledge/places/places.yml"}  # what is cited, and names of towns
    for path in HERE.rglob("*.yml"):
        file = path.relative_to(HERE.parent).as_posix()
        if path.parent.name != "words":  # the lists that texts are checked against are shown to nobody
            assert file in listed | read_by_nobody, file


def test_every_derived_cell_is_on_the_page_with_its_colour() -> None:
    derived = [
        (behaviour.id, slug)
        for behaviour in library().behaviours.values()
        for slug, cell in behaviour.cells.items()
        if cell.basis is Basis.DERIVED
    ]
    assert sorted((behaviour.id, band.slug) for behaviour, band in open_cells()) == sorted(derived)
    page = text()
    for behaviour, band in open_cells():
        line = next(line for line in page.splitlines() if line.startswith(f"- [ ] `{behaviour.id}`: "))
        assert f"{band.slug} {behaviour.cells[band.slug].colour.value}" in line


def test_every_unchecked_number_is_on_the_page() -> None:
    page = text()
    assert {contact.id for contact in contact_book().live if contact.unchecked} <= {one.id for one in open_numbers()}
    for contact in open_numbers():
        assert f"- [ ] `{contact.id}` {contact.name}: " in page
        assert not contact.phone or contact.phone in page


def test_the_counts_add_up() -> None:
    everything = list(signable())
    page = text()
    assert f"| **All entries** | **{len(open_entries())}** | {len(everything)} | " in page
    assert f"| Cells derived from their neighbours | {len(open_cells())} | {len(library().behaviours) * 4} | " in page
    assert f"## Cells derived from their neighbours ({len(open_cells())})" in page


def book_checked(folder: Path, name: str, on: date) -> ContactBook:
    """The real contacts, with one of them checked on a day."""
    paths = []
    for path in files("contacts"):
        document = read_yaml(path)
        for entry in document["entries"]:
            if entry["id"] == name:
                entry.update(checked_on=on, checked_by="A. Reviewer", status="confirmed")
                path = folder / path.name
                path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
        paths.append(path)
    return ContactBook(paths)


def test_a_number_that_was_checked_too_long_ago_is_named(tmp_path: Path) -> None:
    book = book_checked(tmp_path, "nspcc_helpline", TODAY - timedelta(days=200))
    first, never = sign_off.warnings(book, TODAY)
    assert first == "Last checked on 2026-05-05, over 180 days ago: NSPCC Helpline 0808 800 5000"
    assert never.startswith("Never checked (") and "NSPCC Helpline" not in never


def test_at_the_start_each_number_whose_check_is_old_has_a_line_of_its_own(tmp_path: Path) -> None:
    book = book_checked(tmp_path, "nspcc_helpline", TODAY - timedelta(days=200))
    first, *rest = sign_off.at_start(timedelta(days=180), TODAY, book)
    assert first == "Warning: Last checked on 2026-05-05, over 180 days ago: NSPCC Helpline 0808 800 5000"
    assert rest[0].startswith("Warning: Never checked (")
    assert max(map(len, [first, *rest])) <= 120


def test_a_number_that_was_checked_lately_is_not_named(tmp_path: Path) -> None:
    book = book_checked(tmp_path, "nspcc_helpline", TODAY - timedelta(days=100))
    assert not any("NSPCC Helpline" in line for line in sign_off.warnings(book, TODAY))
    assert any("NSPCC Helpline" in line for line in sign_off.warnings(book, TODAY, timedelta(days=90)))


def test_the_fixed_numbers_never_need_a_check() -> None:
    (never,) = sign_off.warnings(contact_book(), TODAY)
    fixed = [contact.name for contact in contact_book().live if contact.fixed]
    assert fixed and not any(f"{name} " in never for name in fixed)


def test_the_command_checks_writes_and_warns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "SIGN_OFF.md"
    assert sign_off.main(["--check"], page) == 1
    assert "out of date" in capsys.readouterr().err
    assert sign_off.main([], page) == 0
    assert page.read_text(encoding="utf-8") == text()
    assert sign_off.main(["--check"], page) == 0
    capsys.readouterr()
    assert sign_off.main(["--overdue", "--older-than", "30"], page) == 0
    assert "Never checked (" in capsys.readouterr().out
