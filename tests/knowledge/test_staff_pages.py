"""What the pages for staff are filled with is the content, whole, and nothing beside it."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.audit_statement import statements
from knowledge.briefing import briefings
from knowledge.practice_case import practice_cases
from knowledge.staff_pages import documents

STATIC = Path(__file__).parents[2] / "bot" / "static"


def test_every_entry_is_there() -> None:
    found = documents()
    listed = [one["id"] for domain in found["audit"]["domains"] for one in domain["statements"]]
    assert listed == list(statements())
    assert [one["id"] for one in found["briefings"]["briefings"]] == list(briefings())
    assert [one["id"] for one in found["practice"]["cases"]] == list(practice_cases())


def test_it_can_be_sent_as_json() -> None:
    for document in documents().values():
        assert json.loads(json.dumps(document)) == document


def test_each_document_has_its_page() -> None:
    assert all((STATIC / f"{name}.html").is_file() for name in documents())


def test_a_briefings_colour_is_the_practice_cases_colour() -> None:
    colours = {one["id"]: one["answer"]["colour"] for one in documents()["practice"]["cases"]}
    for sheet in documents()["briefings"]["briefings"]:
        assert sheet["case"]["answer"]["colour"] == colours[sheet["case"]["id"]]


def test_a_fact_names_its_source_in_short_and_in_full() -> None:
    for sheet in documents()["briefings"]["briefings"]:
        for fact in sheet["facts"]:
            assert all(source["short"] and source["title"] for source in fact["sources"])


def test_no_statement_story_or_figure_stands_in_a_script_too() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))
    for one in statements().values():
        assert one.says not in scripts
    for case in practice_cases().values():
        assert case.story not in scripts
