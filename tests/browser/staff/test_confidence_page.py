"""The confidence check, for one and for a team, beside the survey's figures."""

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Seen
from tests.browser.test_nothing_left_behind import KEPT


def cells(page: Page, area: str) -> list[str]:
    row = page.get_by_role("region", name="Share who agree").get_by_role("row", name=area)
    return [" ".join(text.split()) for text in row.get_by_role("cell").all_inner_texts()]


def test_the_survey_stands_beside_with_its_bases(page: Page, pages: str) -> None:
    page.goto(f"{pages}/confidence")
    expect(page.locator(".area")).to_have_count(6)
    assert cells(page, "Identifying") == [
        "no answer yet", "66% (of 395, strongly 9%)", "75% (base in a chart only)", "77% (of 70)", "71% (of 97)"
    ]  # fmt: skip
    assert cells(page, "Assessing")[1] == "in a chart only"
    expect(page.get_by_text("The figures do not stand for all staff.")).to_be_visible()


def test_an_area_of_which_one_is_unsure_brings_briefings_and_support(page: Page, pages: str) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_role("group", name="Identifying").get_by_role("radio", name="Agree", exact=True).check()
    page.get_by_role("group", name="Working with parents").get_by_role("radio", name="Don't know").check()
    assert cells(page, "Identifying")[0] == "Agree"
    help_offered = page.locator(".support")
    expect(help_offered).to_have_count(1)
    expect(help_offered).to_contain_text("Practise the first talk with a colleague.")
    help_offered.get_by_role("link", name="Parents in shock").click()
    expect(page.locator(".sheet:visible")).to_have_attribute("id", "parents_in_shock")


def test_a_team_counts_hands_and_sees_its_share(page: Page, pages: str) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_label("Our team, by show of hands").check()
    for answer, hands in (("Strongly agree", "1"), ("Agree", "1"), ("Neither", "2"), ("Don't know", "1")):
        page.get_by_label(f"Making plans: {answer}", exact=True).fill(hands)
    assert cells(page, "Making plans")[0] == "40% of 5"
    expect(page.locator(".support")).to_contain_text("Making plans")


def test_odd_numbers_of_hands_count_as_what_they_can_mean(page: Page, pages: str) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_label("Our team, by show of hands").check()
    page.get_by_label("Assessing: Agree", exact=True).fill("-3")
    assert cells(page, "Assessing")[0] == "no answer yet"
    page.get_by_label("Assessing: Agree", exact=True).fill("100000")
    assert cells(page, "Assessing")[0] == "100% of 999"


def test_nothing_is_kept_and_nothing_is_sent(page: Page, pages: str, context: BrowserContext, seen: Seen) -> None:
    page.goto(f"{pages}/confidence", wait_until="networkidle")
    loaded = len(seen.requests)
    page.get_by_role("group", name="Identifying").get_by_role("radio", name="Agree", exact=True).check()
    assert seen.requests[loaded:] == []
    assert not any(page.evaluate(KEPT).values())
    assert context.cookies() == []
    assert seen.complaints == []
    page.reload()
    expect(page.locator(".area").first).to_be_visible()
    expect(page.locator(".area input:checked")).to_have_count(0)


def test_it_can_be_answered_by_keyboard_alone(page: Page, pages: str) -> None:
    page.goto(f"{pages}/confidence")
    page.get_by_label("Only me").focus()
    for key in ("Tab", "Space", "ArrowRight"):
        page.keyboard.press(key)
    assert cells(page, "Identifying")[0] == "Agree"
