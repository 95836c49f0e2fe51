"""What axe-core finds on each state of the pages for staff, in light and in dark, wide and narrow: nothing."""

from collections.abc import Callable
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.staff.audit_page import AuditPage, filled
from tests.browser.test_accessibility import faults

State = Callable[[Page, str, Any], None]


def audit_form(page: Page, pages: str, content: Any) -> None:
    audit = AuditPage(page).open(pages)
    audit.give(filled(content))
    expect(audit.state).to_have_text("Opened from a file.")
    audit.go("5")
    for fold in page.locator(".part summary").all()[:4]:
        fold.click()


def audit_refused(page: Page, pages: str, content: Any) -> None:
    audit = AuditPage(page).open(pages)
    audit.give(b"no")
    expect(audit.message).to_be_visible()


def audit_result(page: Page, pages: str, content: Any) -> None:
    audit = AuditPage(page).open(pages)
    audit.give(filled(content))
    audit.result()
    page.locator(".plan summary").first.click()


def audit_empty_result(page: Page, pages: str, content: Any) -> None:
    AuditPage(page).open(pages).result()


def briefing(page: Page, pages: str, content: Any) -> None:
    page.goto(f"{pages}/briefings#colour_by_age")
    page.locator(".sheet:visible summary").click()


def practice_question(page: Page, pages: str, content: Any) -> None:
    page.goto(f"{pages}/practice")
    page.get_by_role("button", name="Start").click()


def practice_answer(page: Page, pages: str, content: Any) -> None:
    practice_question(page, pages, content)
    page.locator("[name=colour]").first.check()
    page.get_by_role("button", name="See what the rules say").click()


def practice_sum(page: Page, pages: str, content: Any) -> None:
    practice_answer(page, pages, content)
    page.get_by_role("button", name="Stop and see").click()


def confidence(page: Page, pages: str, content: Any) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_role("group", name="Assessing").get_by_role("radio", name="Disagree", exact=True).check()


def confidence_team(page: Page, pages: str, content: Any) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_label("Our team").check()


STATES = [
    audit_form, audit_refused, audit_result, audit_empty_result, briefing, practice_question, practice_answer,
    practice_sum, confidence, confidence_team,
]  # fmt: skip


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(
    chromium: Browser,
    pages: str,
    axe: str,
    audit_content: Any,
    state: State,
    scheme: Literal["light", "dark"],
    width: int,
) -> None:
    size: ViewportSize = {"width": width, "height": 844}
    context = chromium.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    page = context.new_page()
    state(page, pages, audit_content)
    assert faults(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    context.close()
