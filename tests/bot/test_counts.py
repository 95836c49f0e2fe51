"""No figure, no total and no difference between figures stands for fewer than five results with the same codes."""

from __future__ import annotations

import itertools
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.counts import BATCH, FIELDS, VALUES, Cell, Counts, age_band, result_of_turn
from knowledge.clock import parse

MONDAY = date(2026, 11, 2)
CELL = Cell("2026-11", "amber", "parent", "stoke", "5-8")
OTHER = Cell("2026-11", "red", "parent", "stoke", "5-8")
NOON = parse("2026-11-18T12:00")
FINISHED = {"finished": True, "audience": "school", "area": "stoke", "age": [6, 7]}


class Days:
    """A clock of days."""

    def __init__(self) -> None:
        self.today = MONDAY

    def __call__(self) -> date:
        return self.today

    def next(self) -> None:
        self.today += timedelta(days=1)


cells = st.builds(
    Cell,
    month=st.sampled_from(["2026-10", "2026-11"]),
    colour=st.sampled_from(["amber", "red"]),
    audience=st.sampled_from(["parent", "school"]),
    area=st.sampled_from(["stoke", "staffordshire"]),
    age_band=st.sampled_from(["5-8", "9-12"]),
)
told_apart = st.sampled_from([FIELDS[1:], ("colour", "area"), ("colour",)])
days_of_results = st.lists(st.lists(cells, max_size=25), max_size=5)


def counted(days: list[list[Cell]], by: tuple[str, ...]) -> list[dict[Cell, int]]:
    """What could be seen on each morning after."""
    clock = Days()
    counts = Counts(by, today=clock)
    seen = []
    for results in days:
        for result in results:
            counts.add(result)
        clock.next()
        seen.append(counts.published())
    return seen


@given(days_of_results, told_apart)
def test_every_figure_stands_for_whole_batches_of_results_with_these_codes(
    days: list[list[Cell]], by: tuple[str, ...]
) -> None:
    true: Counter[Cell] = Counter()
    for results, seen in zip(days, counted(days, by), strict=True):
        true.update(result.only(by) for result in results)
        assert seen == {cell: number - number % BATCH for cell, number in true.items() if number >= BATCH}


@given(days_of_results, told_apart, st.data())
def test_no_sum_or_difference_of_figures_singles_out_fewer_than_five(
    days: list[list[Cell]], by: tuple[str, ...], data: st.DataObject
) -> None:
    """Any combination: totals, between months, between days, with any whole weights."""
    figures = [number for seen in counted(days, by) for number in seen.values()]
    weights = data.draw(st.lists(st.integers(-3, 3), min_size=len(figures), max_size=len(figures)))
    combined = sum(weight * figure for weight, figure in zip(weights, figures, strict=True))
    assert combined == 0 or abs(combined) >= BATCH


@given(days_of_results, told_apart)
def test_everybody_who_is_not_in_a_whole_batch_might_as_well_not_have_come(
    days: list[list[Cell]], by: tuple[str, ...]
) -> None:
    """What is seen at the end is the same when each result that is left over is taken out: nothing tells of it."""
    total = Counter(result.only(by) for results in days for result in results)
    left_over = {cell: number % BATCH for cell, number in total.items()}
    without = []
    for results in reversed(days):
        kept = []
        for result in reversed(results):
            cell = result.only(by)
            if left_over[cell]:
                left_over[cell] -= 1
            else:
                kept.append(result)
        without.append(kept[::-1])
    assert (counted(days, by) or [{}])[-1] == (counted(without[::-1], by) or [{}])[-1]


@given(days_of_results)
def test_figures_never_fall_so_no_difference_takes_anybody_out(days: list[list[Cell]]) -> None:
    seen = counted(days, FIELDS[1:])
    for earlier, later in itertools.pairwise(seen):
        assert all(later[cell] >= number for cell, number in earlier.items())


def test_nothing_is_seen_on_the_day_itself_so_nobody_can_watch_a_number_move() -> None:
    clock = Days()
    counts = Counts(today=clock)
    for _ in range(12):
        counts.add(CELL)
    assert counts.published() == {}
    clock.next()
    assert counts.published() == {CELL: 10}


def test_four_are_never_seen_and_the_fifth_may_come_on_another_day() -> None:
    clock = Days()
    counts = Counts(today=clock)
    for _ in range(4):
        counts.add(CELL)
    clock.next()
    assert counts.published() == {}
    counts.add(CELL)
    clock.next()
    assert counts.published() == {CELL: 5}


def test_what_an_earlier_process_published_stays() -> None:
    assert Counts(before={CELL: 15}, today=Days()).published() == {CELL: 15}


def test_where_few_people_ask_fewer_things_are_told_apart() -> None:
    clock = Days()
    counts = Counts(("area",), today=clock)
    for cell in (CELL, OTHER, CELL, OTHER, CELL):
        counts.add(cell)
    clock.next()
    assert counts.published() == {Cell("2026-11", area="stoke"): 5}


def result(before: dict, after: dict, colour: str | None = "amber") -> Cell | None:
    messages = [{"text": "x"}, {"text": "y", "card": {"kind": "assessment", "colour": colour}}]
    return result_of_turn(before, after, messages, NOON)


def test_a_result_is_counted_by_its_codes() -> None:
    assert result({}, FINISHED) == Cell("2026-11", "amber", "school", "stoke", "5-8")
    assert result({}, {"finished": True}, None) == Cell("2026-11", "none", "parent", "not_said", "not_said")


def test_a_result_is_counted_once_however_often_it_is_changed_or_shown() -> None:
    assert result(FINISHED, FINISHED, "red") is None


def test_a_first_view_before_the_questions_are_answered_is_no_result() -> None:
    assert result({}, {"audience": "school"}) is None


def test_a_turn_without_an_assessment_is_not_counted() -> None:
    assert result_of_turn({}, FINISHED, [{"text": "x", "card": {"kind": "contact"}}], NOON) is None


def test_whatever_a_state_holds_only_known_codes_become_labels() -> None:
    odd = {"finished": True, "audience": "Tatiana", "area": "12 Ottermarsh Lane", "age": ["x"]}
    assert result({}, odd, "Thistlewood") == Cell("2026-11", "none", VALUES["audience"][-1], "not_said", "not_said")


@pytest.mark.parametrize(
    ("age", "band"),
    [((0, 4), "0-4"), ([5, 5], "5-8"), ((9, 9), "9-12"), ((13, 17), "13-17"), ((7, 9), "not_said"), (None, "not_said")],
)
def test_every_age_is_in_one_band_only(age: object, band: str) -> None:
    assert age_band(age) == band
