"""The briefings on the page and on paper."""

import re

from playwright.sync_api import Page, expect


def test_a_briefing_has_three_facts_with_sources_a_case_three_questions_and_where_to_go(page: Page, pages: str) -> None:
    page.goto(f"{pages}/briefings")
    page.get_by_role("link", name="Brothers and sisters").click()
    sheet = page.locator(".sheet:visible")
    expect(sheet.get_by_role("heading", level=2)).to_be_focused()
    expect(sheet.locator(".facts-of li")).to_have_count(3)
    expect(sheet.locator(".facts-of cite")).to_have_count(3)
    expect(sheet.locator(".story")).to_be_visible()
    expect(sheet.locator("h3:has-text('Three questions') + ol li")).to_have_count(3)
    expect(sheet.locator("h3:has-text('Where to go next') ~ ul li").first).to_be_visible()


def test_the_colour_is_hidden_until_it_is_asked_for(page: Page, pages: str) -> None:
    page.goto(f"{pages}/briefings#brothers_and_sisters")
    sheet = page.locator(".sheet:visible")
    expect(sheet.locator(".rules-answer")).to_be_hidden()
    sheet.get_by_text("What the rules say", exact=True).press("Enter")
    expect(sheet.locator(".rules-answer")).to_contain_text("Red")


def test_a_link_opens_its_briefing_and_no_other_and_leaves_no_step(page: Page, pages: str) -> None:
    page.goto(f"{pages}/briefings#girls")
    expect(page.locator(".sheet:visible")).to_have_attribute("id", "girls")
    steps = page.evaluate("history.length")
    page.get_by_role("link", name="Parents in shock").click()
    expect(page.locator(".sheet:visible")).to_have_attribute("id", "parents_in_shock")
    assert page.evaluate("history.length") == steps


def test_a_sheet_prints_alone_with_its_answer_open(page: Page, pages: str) -> None:
    page.goto(f"{pages}/briefings#girls")
    expect(page.locator(".sheet:visible")).to_have_count(1)
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".sheet:visible")).to_have_count(1)
    expect(page.locator("#girls .rules-answer")).to_be_visible()
    for hidden in (".contents", "#girls button", ".exit"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator("#girls .rules-answer")).to_be_hidden()


def test_all_of_them_print_each_on_one_page(page: Page, pages: str) -> None:
    page.add_init_script(
        "window.print = () => { window.shown = document.querySelectorAll('.sheet:not([hidden])').length; }"
    )
    page.goto(f"{pages}/briefings")
    page.get_by_role("button", name="Print all").click()
    count = page.locator(".sheet").count()
    assert page.evaluate("window.shown") == count >= 15
    # Printing to a file tells the page so before, which opens what is folded away.
    assert sheets_of_paper(page) == count


def test_one_sheet_is_one_page(page: Page, pages: str) -> None:
    page.goto(f"{pages}/briefings#brothers_and_sisters")
    expect(page.locator(".sheet:visible")).to_have_count(1)
    assert sheets_of_paper(page) == 1


def sheets_of_paper(page: Page) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", page.pdf(prefer_css_page_size=True)))
