"""The practice cases: the learner says first, then sees what the rules say."""

from typing import Any

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import Seen
from tests.browser.test_nothing_left_behind import KEPT

WORDS = {"green": "Green", "amber": "Amber", "red": "Red", "information": "No colour"}


def begin(page: Page, pages: str, band: str = "all") -> None:
    page.goto(f"{pages}/practice")
    page.get_by_label("Age of the child").select_option(band)
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_role("group", name="Which colour?")).to_be_visible()


def shown(page: Page, content: Any) -> Any:
    story = page.locator(".story").inner_text()
    return next(one for one in content["cases"] if one["story"] == story)


def answer(page: Page, colour: str, matters: list[str]) -> Locator:
    page.locator(f"[name=colour][value={colour}]").check()
    for name in matters:
        page.locator(f"[name=matters][value={name}]").check()
    page.get_by_role("button", name="See what the rules say").click()
    expect(page.locator(".rules-answer")).to_be_visible()
    return page.locator(".case")


def test_the_answer_shown_is_what_the_rules_say_and_why(page: Page, pages: str, practice_content: Any) -> None:
    begin(page, pages)
    for _ in range(5):
        case = shown(page, practice_content)
        room = answer(page, case["answer"]["colour"], case["answer"]["matters"])
        expect(room).to_contain_text("You and the rules gave the same colour.")
        expect(room.locator(".rules-answer")).to_contain_text(WORDS[case["answer"]["colour"]])
        for reason in case["answer"]["reasons"]:
            expect(room).to_contain_text(reason)
        expect(room.get_by_text("People differ here.")).to_have_count(int(case["answer"]["disputed"]))
        expect(room.get_by_text("Counted by the rules, not by you")).to_have_count(0)
        page.get_by_role("button", name="Next case").click()


def test_nothing_of_the_answer_shows_before_the_learner_has_said(page: Page, pages: str) -> None:
    begin(page, pages)
    expect(page.locator(".rules-answer")).to_have_count(0)
    page.get_by_role("button", name="See what the rules say").click()
    expect(page.get_by_role("alert")).to_have_text("Choose a colour first.")
    expect(page.locator(".rules-answer")).to_have_count(0)


def test_what_the_learner_and_the_rules_counted_is_set_side_by_side(
    page: Page, pages: str, practice_content: Any
) -> None:
    begin(page, pages)
    case = shown(page, practice_content)
    titles = {one["id"]: one["title"] for one in practice_content["matters"]}
    wrong = next(name for name in titles if name not in case["answer"]["matters"])
    other = next(colour for colour in WORDS if colour != case["answer"]["colour"])
    room = answer(page, other, [wrong])
    expect(room).to_contain_text("You and the rules gave different colours.")
    expect(room.locator("p:has-text('Counted by you, not by the rules') + ul")).to_have_text(titles[wrong])
    missed = [titles[name] for name in titles if name in case["answer"]["matters"]]
    assert room.locator("p:has-text('Counted by the rules, not by you') + ul li").all_inner_texts() == missed


def test_only_cases_of_the_chosen_age_come(page: Page, pages: str, practice_content: Any) -> None:
    begin(page, pages, "5-9")
    fitting = {one["story"] for one in practice_content["cases"] if "5-9" in one["bands"]}
    expect(page.get_by_role("heading", level=2)).to_have_text(f"Case 1 of {len(fitting)}")
    seen = set()
    for _ in range(4):
        seen.add(shown(page, practice_content)["story"])
        answer(page, "green", [])
        page.get_by_role("button", name="Next case").click()
    assert seen <= fitting
    assert len(seen) == 4


def test_at_the_end_it_says_how_it_went_and_forgets(
    page: Page, pages: str, practice_content: Any, context: BrowserContext, seen: Seen
) -> None:
    begin(page, pages)
    page.wait_for_load_state("networkidle")
    loaded = len(seen.requests)
    right = shown(page, practice_content)["answer"]["colour"]
    answer(page, right, [])
    page.get_by_role("button", name="Stop and see how it went").click()
    expect(page.locator(".case")).to_contain_text("1 case. Same colour as the rules: 1.")
    row = page.get_by_role("row", name=f"Rules: {WORDS[right].lower()}")
    assert sum(int(text) for text in row.get_by_role("cell").all_inner_texts()) == 1
    assert seen.requests[loaded:] == []
    assert not any(page.evaluate(KEPT).values())
    assert context.cookies() == []
    page.reload()
    expect(page.get_by_role("button", name="Start")).to_be_visible()
    expect(page.locator(".case")).to_be_empty()


def test_a_case_can_be_answered_by_keyboard_alone(page: Page, pages: str) -> None:
    page.goto(f"{pages}/practice")
    page.get_by_label("Age of the child").focus()
    for key in ("Tab", "Enter"):
        page.keyboard.press(key)
    expect(page.get_by_role("heading", level=2)).to_be_focused()
    for key in ("Tab", "Space", "ArrowDown", "Tab", "Space"):
        page.keyboard.press(key)
    expect(page.locator("[name=colour][value=amber]")).to_be_checked()
    expect(page.locator("[name=matters]").first).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator(".rules-answer")).to_be_visible()
    expect(page.get_by_role("heading", level=2)).to_be_focused()
