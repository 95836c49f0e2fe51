"""The audit is kept in a file of the user's own. What does not fit is refused, says why, and nothing is lost."""

import copy
import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.staff.audit_page import AuditPage, filled

Spoil = Callable[[dict[str, Any]], None]


def test_what_was_saved_opens_as_it_was(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    expect(audit.state).to_have_text("Opened from a file.")
    assert audit.save() == filled(audit_content)


def test_what_was_entered_is_in_the_file(audit: AuditPage) -> None:
    audit.page.get_by_label("Area").fill("Example Borough")
    audit.page.get_by_label("Date").fill("2026-11-29")
    audit.score("1.1", 3)
    audit.score("1.2", 0)
    audit.statement("1.1").get_by_text("Our notes").click()
    audit.page.get_by_label("Evidence for this score").first.fill("A count.")
    saved = audit.save()
    first = saved["rounds"]["T1"]
    assert (saved["format"], saved["version"], saved["area"]) == ("waymark-audit", 1, "Example Borough")
    assert (first["date"], first["scores"]) == ("2026-11-29", {"1.1": {"a1": 3}, "1.2": {"a1": 0}})
    assert first["evidence"] == {"1.1": "A count."}


def test_a_score_that_is_taken_back_is_not_in_the_file(audit: AuditPage) -> None:
    audit.score("1.1", 3)
    audit.score("1.1", None)
    assert audit.save()["rounds"]["T1"]["scores"] == {}


def older(audit: dict[str, Any]) -> None:
    audit["version"] = 0


def newer(audit: dict[str, Any]) -> None:
    audit["version"] = 2


def other_edition(audit: dict[str, Any]) -> None:
    audit["framework"] = "2016"


def foreign(audit: dict[str, Any]) -> None:
    audit["format"] = "something-else"


def score_too_high(audit: dict[str, Any]) -> None:
    audit["rounds"]["T1"]["scores"]["1.2"]["a1"] = 5


def half_a_score(audit: dict[str, Any]) -> None:
    audit["rounds"]["T1"]["scores"]["1.2"]["a1"] = 2.5


def score_in_words(audit: dict[str, Any]) -> None:
    audit["rounds"]["T1"]["scores"]["1.2"]["a1"] = "3"


def unknown_statement(audit: dict[str, Any]) -> None:
    audit["rounds"]["T2"]["scores"]["9.9"] = {"a1": 1}


def unknown_agency(audit: dict[str, Any]) -> None:
    audit["rounds"]["T2"]["scores"]["1.2"] = {"a9": 1}


def inherited_name(audit: dict[str, Any]) -> None:
    audit["rounds"]["T2"]["scores"]["constructor"] = {"a1": 1}


def no_round(audit: dict[str, Any]) -> None:
    del audit["rounds"]["T3"]


def unknown_field(audit: dict[str, Any]) -> None:
    audit["extra"] = 1


def no_agencies(audit: dict[str, Any]) -> None:
    audit["agencies"] = []


def twins(audit: dict[str, Any]) -> None:
    audit["agencies"][1]["id"] = "a1"


def bad_date(audit: dict[str, Any]) -> None:
    audit["rounds"]["T1"]["date"] = "2026-02-31T"


def long_note(audit: dict[str, Any]) -> None:
    audit["rounds"]["T1"]["evidence"]["1.2"] = "x" * 2001


def plan_in_words(audit: dict[str, Any]) -> None:
    audit["plan"] = {"1.2": "do it"}


SPOILT: list[tuple[Spoil, str]] = [
    (older, "older Waymark"),
    (newer, "newer Waymark"),
    (other_edition, "another edition"),
    (foreign, "something else"),
    (score_too_high, "rounds.T1.scores.1.2.a1"),
    (half_a_score, "rounds.T1.scores.1.2.a1"),
    (score_in_words, "rounds.T1.scores.1.2.a1"),
    (unknown_statement, "rounds.T2.scores.9.9"),
    (unknown_agency, "rounds.T2.scores.1.2.a9"),
    (inherited_name, "rounds.T2.scores.constructor"),
    (no_round, "rounds.T3"),
    (unknown_field, "file.extra"),
    (no_agencies, "agencies"),
    (twins, "agencies"),
    (bad_date, "rounds.T1.date"),
    (long_note, "rounds.T1.evidence.1.2"),
    (plan_in_words, "plan.1.2"),
]


def test_a_file_that_does_not_fit_is_refused_with_the_reason_and_nothing_is_lost(
    audit: AuditPage, audit_content: Any
) -> None:
    audit.score("1.1", 3)
    before = audit.save()
    for spoil, reason in SPOILT:
        spoilt = copy.deepcopy(filled(audit_content))
        spoil(spoilt)
        audit.give(spoilt)
        expect(audit.message, spoil.__name__).to_contain_text(reason)
        expect(audit.message).to_contain_text("Nothing on this page has changed.")
        expect(audit.statement("1.1").get_by_role("radio", name="3")).to_be_checked()
    assert audit.save() == before


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "cannot be read"),
        (b"\x00\xff not text", "cannot be read"),
        (b'{"format": "waymark-audit", "version": 1', "cannot be read"),
        (b"[1, 2]", "something else"),
        (b"null", "something else"),
        (b'"waymark-audit"', "something else"),
        (b'{"format": "waymark-audit"}', "version"),
        (b"x" * 2_000_001, "cannot be read"),
    ],
)
def test_a_broken_or_foreign_file_is_refused_and_nothing_is_lost(audit: AuditPage, content: bytes, reason: str) -> None:
    audit.score("1.1", 2)
    before = audit.save()
    audit.give(content)
    expect(audit.message).to_contain_text(reason)
    assert audit.save() == before


def test_what_has_not_been_saved_is_not_replaced_without_asking(audit: AuditPage, audit_content: Any) -> None:
    audit.score("1.1", 4)
    audit.page.once("dialog", lambda dialog: dialog.dismiss())
    with audit.page.expect_event("dialog") as asked:
        audit.give(filled(audit_content))
    assert asked.value.message == "What is on this page has not been saved. Open the file in its place?"
    expect(audit.statement("1.1").get_by_role("radio", name="4")).to_be_checked()
    expect(audit.state).to_have_text("Not saved yet.")
    audit.page.once("dialog", lambda dialog: dialog.accept())
    audit.give(filled(audit_content))
    expect(audit.state).to_have_text("Opened from a file.")


def test_the_table_has_a_line_for_each_statement_that_was_scored(audit: AuditPage, audit_content: Any) -> None:
    kept = filled(audit_content)
    audit.give(kept)
    expect(audit.state).to_have_text("Opened from a file.")
    audit.result()
    text = audit.table()
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len(kept["rounds"]["T1"]["scores"]) + len(kept["rounds"]["T2"]["scores"])
    first = next(row for row in rows if (row["Round"], row["Number"]) == ("T1", "1.2"))
    given = kept["rounds"]["T1"]["scores"]["1.2"]
    assert (first["Social care"], first["Education"], first["Health"]) == (str(given["a1"]), str(given["a2"]), "")
    assert first["Score taken"] == str(min(given.values()))
    assert first["Date"] == "2026-01-20"


def test_a_spreadsheet_does_not_run_what_was_typed(audit: AuditPage, audit_content: Any) -> None:
    kept = filled(audit_content)
    typed = ['=1+1, "quoted"', "+1", "-1", "@SUM(A1)"]
    numbers = ["1.2", "1.3", "1.4", "1.5"]
    kept["rounds"]["T2"]["evidence"] = dict(zip(numbers, typed, strict=True))
    audit.give(kept)
    audit.result()
    rows = list(csv.DictReader(io.StringIO(audit.table().removeprefix("\ufeff"))))
    found = {row["Number"]: row["Evidence"] for row in rows if row["Round"] == "T2"}
    assert [found[number] for number in numbers] == [f"'{words}" for words in typed]


def test_every_draft_of_the_plan_fits_into_the_file(audit: AuditPage, audit_content: Any) -> None:
    kept = filled(audit_content)
    for domain in audit_content["domains"]:
        for one in domain["statements"]:
            kept["plan"][one["id"]] = {"action": one["helps"][0], "lead": "; ".join(one["leads"]), "by": ""}
    audit.give(json.loads(json.dumps(kept)))
    expect(audit.state).to_have_text("Opened from a file.")
