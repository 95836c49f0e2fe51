"""Content counts as checked only when a named person has signed every piece of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge import signing
from knowledge.directory import shown_contacts
from knowledge.library import library
from knowledge.provenance import Provenance
from knowledge.rule import rules
from knowledge.signing import all_signed_off, signable


def signed(entry: Any) -> Provenance:
    found: Provenance = replace(entry, signed_off_by="A. Reviewer", signed_off_on=date(2026, 1, 2))
    return found


def test_every_kind_of_content_has_to_be_signed() -> None:
    counted = Counter(kind for kind, _, _ in signable())
    assert counted["behaviour"] == 58
    assert counted["factor"] == 23
    assert counted["rule"] == len(rules())
    assert counted["guidance"] == len(library().steps)
    assert counted["route"] == len(library().routes)
    assert counted["topic"] == len(library().topics)
    assert counted["contact"] == len(shown_contacts())


def test_each_piece_is_listed_once() -> None:
    listed = [(kind, name) for kind, name, _ in signable()]
    assert len(listed) == len(set(listed))


def test_closed_and_superseded_contacts_wait_for_nobody() -> None:
    assert "savana" not in {name for kind, name, _ in signable() if kind == "contact"}


def test_it_is_unsigned_as_long_as_one_piece_is(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = [(kind, name, signed(entry)) for kind, name, entry in signable()]
    for unsigned in (0, len(everything) // 2, len(everything) - 1):
        but_one = list(everything)
        kind, name, entry = but_one[unsigned]
        but_one[unsigned] = (kind, name, replace(entry, signed_off_on=None))
        monkeypatch.setattr(signing, "signable", lambda but_one=but_one: iter(but_one))
        assert not all_signed_off.__wrapped__()
    monkeypatch.setattr(signing, "signable", lambda: iter(everything))
    assert all_signed_off.__wrapped__()


def test_the_answer_agrees_with_the_content_of_today() -> None:
    assert all_signed_off() is all(entry.signed_off for _, _, entry in signable())
