"""The papers for those who must sign say only what is proved: each test that they name is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from knowledge.contact_terms import Caller
from knowledge.word_check import checking
from knowledge.word_check.text import Kind, Text
from tests.running import ROOT

DOCS = ROOT / "docs"
PAPERS = sorted(DOCS.glob("*.md"))
PROVED_LINE_BY_LINE = ("threats.md", "hazards.md")
_LINK = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
_ROW = re.compile(r"^\|(?!\s*-)(.+)\|$", re.MULTILINE)


@cache
def named_in(path: str) -> frozenset[str]:
    """The names of the test functions of a file; none when there is no such file."""
    file = ROOT / path
    if not file.is_file():
        return frozenset()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def broken_links(paper: str) -> list[str]:
    """The tests that a paper names and that do not exist, and files named without a test."""
    return [
        f"{path}::{name}"
        for path, name in _LINK.findall(paper)
        if not name.startswith("test_") or name not in named_in(path)
    ]


def unproved_rows(paper: str) -> list[str]:
    """The rows of tables, but for their heads, that name no test."""
    rows = _ROW.findall(paper)
    heads = {_ROW.match(table[0])[1] for table in _tables(paper)}  # type: ignore[index]
    return [row for row in rows if row not in heads and not _LINK.search(row)]


def _tables(paper: str) -> Iterator[list[str]]:
    table: list[str] = []
    for line in [*paper.splitlines(), ""]:
        if line.startswith("|"):
            table.append(line)
        elif table:
            yield table
            table = []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_test_that_a_paper_names_exists(paper: Path) -> None:
    assert broken_links(paper.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", PROVED_LINE_BY_LINE)
def test_every_threat_and_every_hazard_names_the_test_of_its_control(name: str) -> None:
    paper = (DOCS / name).read_text(encoding="utf-8")
    assert len(_LINK.findall(paper)) > 25
    assert unproved_rows(paper) == []


@pytest.mark.parametrize(
    "link",
    [
        "`tests/docs/test_papers.py::test_that_is_not_there`",
        "`tests/docs/test_nothing.py::test_x`",
        "`tests/docs/test_papers.py::broken_links`",
        "`tests/docs/test_papers.py`",
    ],
)
def test_a_broken_link_is_noticed(link: str) -> None:
    assert broken_links(f"| a threat | a control | {link} |") != []


def test_a_line_without_a_link_is_noticed() -> None:
    paper = "| threat | test |\n|---|---|\n| a | `tests/docs/test_papers.py::test_a_broken_link_is_noticed` |\n| b | yes |\n"
    assert [row.strip() for row in unproved_rows(paper)] == ["b | yes"]


def test_every_hazard_has_a_severity_and_its_own_number() -> None:
    rows = re.findall(r"^\| (H\d\d) \|(.+)\|$", (DOCS / "hazards.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert [number for number, _ in rows] == [f"H{number:02d}" for number in range(1, len(rows) + 1)]
    for _, row in rows:
        cells = [cell.strip() for cell in row.split("|")]
        assert len(cells) == 7 and all(cells)
        assert cells[3] in "12345"


def test_the_privacy_notice_can_be_read_by_the_people_it_is_for() -> None:
    notice = (DOCS / "privacy-notice.md").read_text(encoding="utf-8")
    paragraphs = [
        re.sub(r"\s+", " ", part) for part in re.split(r"\n\n|\n- ", notice) if not part.startswith(("#", "*"))
    ]
    words = "\n".join(part.strip() for part in paragraphs if part.strip().endswith("."))
    assert len(words.split()) > 250
    text = Text("docs/privacy-notice.md", "notice", "text", Caller.PARENT, words, Kind.SENTENCES, "notice", 10_000)
    assert [str(finding) for finding in checking.findings([text])] == []


def test_the_privacy_notice_promises_what_the_contract_holds() -> None:
    notice = (DOCS / "privacy-notice.md").read_text(encoding="utf-8")
    for promise in ("cookies", "30 minutes", "under five", "exit button", "ico.org.uk"):
        assert promise in notice


def test_what_nobody_has_signed_says_so() -> None:
    for name in ("privacy-notice.md", "dpia.md", "hazards.md"):
        assert "draft" in (DOCS / name).read_text(encoding="utf-8").lower(), name
