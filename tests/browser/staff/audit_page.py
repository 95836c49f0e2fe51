"""A person's hands on the audit's page."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator, Page, expect

ROUNDS = ("T1", "T2", "T3")


def saved_audit(content: Any, **rounds: dict[str, dict[str, int]]) -> dict[str, Any]:
    """A file as the page saves it, with `rounds` as `T1={"1.1": {"a1": 3}}`; agencies a1, a2 and a3."""
    names = ("Social care", "Education", "Health")
    return {
        "format": "waymark-audit",
        "version": 1,
        "framework": content["edition"],
        "area": "Example Borough",
        "agencies": [{"id": f"a{number}", "name": name} for number, name in enumerate(names, start=1)],
        "rounds": {
            name: {"date": "", "scores": rounds.get(name, {}), "evidence": {}, "assurance": {}, "comments": {}}
            for name in ROUNDS
        },
        "plan": {},
    }


def filled(content: Any) -> dict[str, Any]:
    """An audit with two rounds, agencies that differ, and statements without a score."""
    ids = [one["id"] for domain in content["domains"] for one in domain["statements"]]
    first = {name: {"a1": place % 4, "a2": (place + 1) % 4} for place, name in enumerate(ids) if place % 9}
    second = {name: {"a1": (place % 4) + 1, "a3": 2} for place, name in enumerate(ids) if place % 7}
    audit = saved_audit(content, T1=first, T2=second)
    audit["rounds"]["T1"]["date"], audit["rounds"]["T2"]["date"] = "2026-01-20", "2026-07-21"
    audit["rounds"]["T2"]["evidence"] = {ids[1]: "A yearly profile, with a count from each agency."}
    audit["rounds"]["T2"]["comments"] = {"1": "Figures from health are missing."}
    return audit


class AuditPage:
    """The page; each act returns when it shows."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.message = page.locator(".message")
        self.state = page.locator(".state")
        self.title = page.locator("#part-title")
        self.body = page.locator(".part")

    def open(self, address: str) -> AuditPage:
        self.page.goto(f"{address}/audit")
        expect(self.statement("1.1")).to_be_visible()
        return self

    def statement(self, number: str) -> Locator:
        return self.page.locator(f'[id="statement-{number}"]')

    def agency(self, number: int) -> Locator:
        """The box with an agency's name."""
        return self.page.get_by_role("textbox", name=f"Agency {number}")

    def score(self, number: str, score: int | None, agency: int = 0) -> None:
        """Choose a score by touch."""
        name = "No score" if score is None else str(score)
        self.statement(number).get_by_role("radiogroup").nth(agency).get_by_role("radio", name=name).click()

    def go(self, part: str) -> None:
        self.page.locator(f'[data-part="{part}"]').click()

    def result(self) -> None:
        self.go("result")
        expect(self.title).to_have_text("Result")

    def save(self) -> Any:
        """Press "Save as a file" and give what is in it."""
        with self.page.expect_download() as saved:
            self.page.get_by_role("button", name="Save as a file").click()
        return json.loads(saved.value.path().read_text(encoding="utf-8"))

    def table(self) -> str:
        """Press "Save as a table" and give the text."""
        with self.page.expect_download() as saved:
            self.page.get_by_role("button", name="Save as a table").click()
        return saved.value.path().read_text(encoding="utf-8")

    def give(self, content: object) -> None:
        """Choose a file to open: bytes as they are, anything else as JSON."""
        data = content if isinstance(content, bytes) else json.dumps(content).encode()
        file = {"name": "audit.json", "mimeType": "application/json", "buffer": data}
        self.page.get_by_label("An audit to open").set_input_files(files=[file])
