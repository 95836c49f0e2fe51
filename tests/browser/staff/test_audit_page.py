"""The audit filled in by touch and by keyboard, by one agency and by many; its result, radar, plan and report."""

from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen
from tests.browser.staff.audit_page import AuditPage, filled, saved_audit
from tests.browser.test_nothing_left_behind import KEPT


def test_every_statement_of_every_domain_can_be_scored(audit: AuditPage, audit_content: Any) -> None:
    for domain in audit_content["domains"]:
        audit.go(domain["id"])
        expect(audit.title).to_contain_text(domain["title"])
        expect(audit.page.locator(".statement")).to_have_count(len(domain["statements"]))
        for one in domain["statements"]:
            audit.score(one["id"], 2)
        count = len(domain["statements"])
        expect(audit.page.locator(f'[data-part="{domain["id"]}"]')).to_contain_text(f"{count} of {count}")


def test_a_statement_says_what_counts_as_evidence_what_helps_and_who_leads(
    audit: AuditPage, audit_content: Any
) -> None:
    one = audit_content["domains"][0]["statements"][0]
    audit.statement("1.1").get_by_text("Evidence and what helps").click()
    for words in (*one["evidence"], *one["helps"], *one["leads"], "Who usually leads", "Source"):
        expect(audit.statement("1.1")).to_contain_text(words)


def test_it_can_be_filled_in_by_keyboard_alone(audit: AuditPage) -> None:
    keys = audit.page.keyboard
    audit.page.locator('[data-part="1"]').focus()
    keys.press("Tab")  # domains 2 to 5 and the result come first
    for _ in range(5):
        keys.press("Tab")
    keys.press("Enter")  # "What 0 to 4 mean"
    expect(audit.body).to_contain_text("Nothing, never, or nothing to show for it.")
    keys.press("Tab")
    keys.press("ArrowRight")  # from "no score" round to 0
    expect(audit.statement("1.1").get_by_role("radio", name="0")).to_be_checked()
    for _ in range(3):
        keys.press("ArrowRight")
    expect(audit.statement("1.1").get_by_role("radio", name="3")).to_be_checked()
    assert audit.save()["rounds"]["T1"]["scores"] == {"1.1": {"a1": 3}}


def test_the_keyboard_shows_where_it_is(audit: AuditPage) -> None:
    audit.statement("1.1").get_by_role("radio").first.focus()
    audit.page.keyboard.press("ArrowRight")
    chosen = audit.statement("1.1").locator("input:checked + span")
    assert chosen.evaluate("(label) => getComputedStyle(label).outlineStyle") == "solid"


def test_where_agencies_differ_the_lower_score_is_taken_and_the_difference_shown(audit: AuditPage) -> None:
    audit.agency(1).fill("Social care")
    audit.page.get_by_role("button", name="Add an agency").click()
    audit.agency(2).fill("Education")
    audit.score("1.1", 3, agency=0)
    expect(audit.statement("1.1")).to_contain_text("No score yet from one agency.")
    audit.score("1.1", 1, agency=1)
    expect(audit.statement("1.1")).to_contain_text("Agencies differ: 1 to 3. The lower score is taken: 1.")
    audit.result()
    row = audit.page.get_by_role("region", name="Statements on which agencies differ").get_by_role("row").nth(1)
    expect(row).to_contain_text("1.1")
    assert row.get_by_role("cell").all_inner_texts() == ["3", "1", "1"]


def test_an_agency_goes_with_its_scores_only_after_asking(audit: AuditPage, audit_content: Any) -> None:
    audit.give(saved_audit(audit_content, T1={"1.1": {"a1": 3, "a2": 1}}))
    audit.page.once("dialog", lambda dialog: dialog.dismiss())
    audit.page.get_by_role("button", name="Remove Education").click()
    expect(audit.agency(2)).to_have_value("Education")
    audit.page.once("dialog", lambda dialog: dialog.accept())
    audit.page.get_by_role("button", name="Remove Education").click()
    assert audit.save()["rounds"]["T1"]["scores"] == {"1.1": {"a1": 3}}


def test_a_new_name_shows_at_once_and_a_click_that_leaves_its_box_still_counts(audit: AuditPage) -> None:
    audit.page.get_by_role("button", name="Add an agency").click()
    audit.agency(2).fill("Health")
    audit.score("1.2", 2, agency=1)
    expect(
        audit.statement("1.2").get_by_role("radiogroup", name="1.2 Health").get_by_role("radio", name="2")
    ).to_be_checked()


def test_the_result_shows_each_round_beside_the_one_before(audit: AuditPage, audit_content: Any) -> None:
    first = {"1.1": {"a1": 1}, "1.2": {"a1": 2}, "1.3": {"a1": 4}}
    second = {"1.1": {"a1": 3}, "1.2": {"a1": 3}, "1.4": {"a1": 0}}
    audit.give(saved_audit(audit_content, T1=first, T2=second, T3={"1.1": {"a1": 4}}))
    audit.result()
    row = audit.page.get_by_role("region", name="Mean score of each domain").get_by_role("row").nth(1)
    cells = [" ".join(text.split()) for text in row.get_by_role("cell").all_inner_texts()]
    assert cells == ["2.3 (3 of 10)", "2.0 (3 of 10)", "4.0 (1 of 10)", "+1.5 (2 of 10)", "+1.0 (1 of 10)"]
    nothing = audit.page.get_by_role("region", name="Mean score of each domain").get_by_role("row").nth(2)
    expect(nothing.get_by_role("cell").first).to_have_text("no score")


def test_the_radar_has_a_line_for_each_round_and_says_the_same_in_words(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    audit.result()
    expect(audit.page.get_by_role("img", name="Radar of the mean score of each domain")).to_be_visible()
    for name in ("T1", "T2"):
        expect(audit.page.locator(f".radar .line.{name} path")).to_have_count(5)
    expect(audit.page.locator(".radar .line.T3")).to_have_count(0)


def test_a_domain_without_a_score_leaves_a_gap_in_the_radar(audit: AuditPage, audit_content: Any) -> None:
    scores = {"1.1": {"a1": 2}, "2.2": {"a1": 3}, "4.2": {"a1": 1}}
    audit.give(saved_audit(audit_content, T1=scores))
    audit.result()
    expect(audit.page.locator(".radar .line.T1 circle")).to_have_count(3)
    expect(audit.page.locator(".radar .line.T1 path")).to_have_count(1)


def test_the_words_of_the_radar_stay_within_it(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    audit.result()
    inside = """(radar) => [...radar.querySelectorAll("text")].every((text) => {
        const [one, all] = [text.getBoundingClientRect(), radar.getBoundingClientRect()];
        return one.left >= all.left && one.right <= all.right && one.top >= all.top && one.bottom <= all.bottom;
    })"""
    assert audit.page.locator(".radar").evaluate(inside)


def test_the_plan_begins_with_the_lowest_and_says_what_to_do_and_who_leads(
    audit: AuditPage, audit_content: Any
) -> None:
    audit.give(saved_audit(audit_content, T1={"1.1": {"a1": 2}, "3.2": {"a1": 0}, "5.8": {"a1": 4}}))
    audit.result()
    steps = audit.page.locator(".plan > li")
    assert [text.split("\n")[0] for text in steps.all_inner_texts()] == [
        f"Score 0 3.2 {audit_content['domains'][2]['statements'][1]['says']}",
        f"Score 2 1.1 {audit_content['domains'][0]['statements'][0]['says']}",
    ]
    one = audit_content["domains"][2]["statements"][1]
    expect(audit.page.get_by_label("What to do next for 3.2")).to_have_value(one["helps"][0])
    expect(audit.page.get_by_label("Who leads on 3.2")).to_have_value("; ".join(one["leads"]))
    audit.page.get_by_label("By when for 3.2").fill("March")
    assert audit.save()["plan"]["3.2"]["by"] == "March"


def test_a_lettered_part_stands_with_the_statement_it_belongs_to(audit: AuditPage, audit_content: Any) -> None:
    audit.give(saved_audit(audit_content, T1={"1.6b": {"a1": 1}}))
    expect(audit.page.locator(".group")).to_contain_text("1.6")
    audit.result()
    expect(audit.page.locator(".plan > li")).to_contain_text(audit_content["domains"][0]["groups"]["1.6"])


def test_nothing_is_sent_and_nothing_is_kept_in_the_browser(
    audit: AuditPage, audit_content: Any, context: BrowserContext, seen: Seen
) -> None:
    audit.page.wait_for_load_state("networkidle")
    loaded = len(seen.requests)
    audit.page.get_by_label("Area").fill("Example Borough")
    audit.score("1.1", 2)
    audit.page.get_by_role("button", name="Add an agency").click()
    audit.save()
    audit.give(filled(audit_content))
    audit.result()
    audit.table()
    audit.page.emulate_media(media="print")
    # What a page makes for the browser to save has an address of its own, which leaves no browser.
    assert [address for _, address in seen.requests[loaded:] if not address.startswith("blob:")] == []
    assert audit.page.evaluate(KEPT) == {
        "local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0, "cookie": ""
    }  # fmt: skip
    assert context.cookies() == []
    assert seen.complaints == []


def test_leaving_with_something_unsaved_asks_first(audit: AuditPage, pages: str) -> None:
    audit.score("1.1", 2)
    asked: list[str] = []
    audit.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    audit.page.get_by_role("link", name="Briefings").click()
    expect(audit.page).to_have_url(f"{pages}/briefings")
    assert asked == ["beforeunload"]


def test_the_quick_exit_never_asks(audit: AuditPage, context: BrowserContext) -> None:
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="elsewhere"))
    audit.score("1.1", 2)
    asked: list[str] = []
    audit.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    audit.page.get_by_role("link", name="Quick exit").click()
    expect(audit.page).to_have_url("https://www.bbc.co.uk/weather")
    assert asked == []


def test_the_report_prints_the_result_whatever_was_on_the_screen(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    audit.page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    expect(audit.title).to_have_text("Result")


def test_the_report_on_paper_has_its_figures_and_none_of_the_buttons(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    audit.result()
    audit.page.get_by_label("By when").first.fill("by March")
    audit.page.emulate_media(media="print", color_scheme="dark")
    for shown in (".radar", ".about-audit", ".plan", ".statements >> nth=4"):
        expect(audit.page.locator(shown)).to_be_visible()
    for hidden in (".files", ".setting", ".steps", ".exports", ".exit", ".plan textarea >> nth=0", ".on"):
        expect(audit.page.locator(hidden)).to_be_hidden()
    expect(audit.page.locator(".printed").get_by_text("by March")).to_be_visible()
    expect(audit.page.get_by_text("no safeguarding lead has checked")).to_be_visible()
    assert audit.page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_the_report_fits_the_width_of_a4(audit: AuditPage, audit_content: Any) -> None:
    audit.give(filled(audit_content))
    audit.result()
    audit.page.set_viewport_size({"width": 688, "height": 1009})  # A4 less its margins, in CSS pixels
    audit.page.emulate_media(media="print")
    assert audit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_page_that_cannot_be_filled_says_so_and_can_be_tried_again(page: Page, pages: str) -> None:
    page.route("**/content/audit.json", lambda route: route.abort())
    page.goto(f"{pages}/audit")
    expect(page.get_by_role("alert")).to_contain_text("could not be filled")
    page.unroute("**/content/audit.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".statement").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 360])
def test_it_fits_a_narrow_phone(audit: AuditPage, audit_content: Any, width: int) -> None:
    audit.page.set_viewport_size({"width": width, "height": 700})
    audit.give(filled(audit_content))
    for part in ("1", "result"):
        audit.go(part)
        assert audit.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
