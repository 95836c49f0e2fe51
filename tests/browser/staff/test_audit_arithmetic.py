"""The audit's arithmetic against an independent count, on many audits at once; the page itself does the counting."""

import json
import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page

CASES = 3000
_IDS = [str(number) for number in range(12)]
_AGENCIES = ["a1", "a2", "a3", "a4"]

# Cases and answers go as one text each: the browser's driver takes minutes over so many small values.
_COUNT = """async (cases) => {
    const it = await import("/static/audit-arithmetic.js");
    const counted = JSON.parse(cases).map(({ ids, before, after }) => ({
        agreed: Object.fromEntries(ids.map((id) => [id, it.agreed(before[id])])),
        total: it.total(ids, before),
        mean: it.mean(it.total(ids, before)),
        written: it.mean(it.total(ids, before)) === null ? null : it.written(it.mean(it.total(ids, before))),
        change: it.change(ids, before, after),
        lowest: it.lowestFirst(ids, before),
        differing: it.differing(ids, before),
    }));
    return JSON.stringify(counted);
}"""


def count(workbench: Page, cases: list[dict[str, Any]]) -> list[Any]:
    found: list[Any] = json.loads(workbench.evaluate(_COUNT, json.dumps(cases)))
    return found


def made_up(seed: int) -> dict[str, Any]:
    chance = random.Random(seed)
    ids = _IDS[: chance.randint(1, len(_IDS))]
    agencies = _AGENCIES[: chance.randint(1, len(_AGENCIES))]
    missing = chance.choice([0.0, 0.2, 0.6, 1.0])

    def one_round() -> dict[str, dict[str, int]]:
        given = {i: {a: chance.randint(0, 4) for a in agencies if chance.random() >= missing} for i in ids}
        return {i: scores for i, scores in given.items() if scores or chance.random() < 0.3}

    return {"ids": ids, "before": one_round(), "after": one_round()}


@pytest.fixture(scope="module")
def cases() -> list[dict[str, Any]]:
    return [made_up(seed) for seed in range(CASES)]


@pytest.fixture(scope="module")
def counted(workbench: Page, cases: list[dict[str, Any]]) -> list[Any]:
    return count(workbench, cases)


def tenths(mean: Fraction) -> int:
    exact = Decimal(mean.numerator * 10) / Decimal(mean.denominator)
    return int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def taken(scores: dict[str, dict[str, int]]) -> dict[str, int]:
    return {i: min(given.values()) for i, given in scores.items() if given}


def test_the_lowest_score_of_all_agencies_is_taken(cases: list[Any], counted: list[Any]) -> None:
    for case, found in zip(cases, counted, strict=True):
        for i in case["ids"]:
            given = list(case["before"].get(i, {}).values())
            expected = {"score": min(given), "highest": max(given), "gap": max(given) - min(given)} if given else None
            assert found["agreed"][i] == expected


def test_a_missing_answer_is_left_out_and_never_counted_as_nought(cases: list[Any], counted: list[Any]) -> None:
    for case, found in zip(cases, counted, strict=True):
        scores = taken(case["before"])
        assert found["total"] == {"sum": sum(scores.values()), "scored": len(scores), "of": len(case["ids"])}
        expected = tenths(Fraction(sum(scores.values()), len(scores))) if scores else None
        assert found["mean"] == expected
        assert found["written"] == (None if expected is None else f"{Decimal(expected) / 10:.1f}")


def test_there_are_cases_with_noughts_and_cases_with_nothing(counted: list[Any]) -> None:
    assert any(found["mean"] == 0 for found in counted)
    assert any(found["mean"] is None for found in counted)
    assert any(found["change"]["tenths"] is not None and found["change"]["tenths"] < 0 for found in counted)


def test_a_change_counts_only_what_was_scored_both_times(cases: list[Any], counted: list[Any]) -> None:
    for case, found in zip(cases, counted, strict=True):
        before, after = taken(case["before"]), taken(case["after"])
        both = before.keys() & after.keys()
        moved = sum(after[i] - before[i] for i in both)
        expected = tenths(Fraction(moved, len(both))) if both else None
        assert found["change"] == {"tenths": expected, "both": len(both)}


def test_the_lowest_come_first_and_equals_keep_their_order(cases: list[Any], counted: list[Any]) -> None:
    for case, found in zip(cases, counted, strict=True):
        scores = taken(case["before"])
        assert found["lowest"] == sorted((i for i in case["ids"] if i in scores), key=lambda i: scores[i])


def test_where_agencies_differ_the_widest_gap_comes_first(cases: list[Any], counted: list[Any]) -> None:
    for case, found in zip(cases, counted, strict=True):
        gaps = {i: max(g.values()) - min(g.values()) for i, g in case["before"].items() if g}
        wide = [i for i in case["ids"] if gaps.get(i)]
        assert found["differing"] == sorted(wide, key=lambda i: -gaps[i])


def test_the_order_of_the_agencies_does_not_matter(
    workbench: Page, cases: list[dict[str, Any]], counted: list[Any]
) -> None:
    def turned(scores: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
        return {i: {f"b{a}": given[a] for a in reversed(given)} for i, given in scores.items()}

    other = [{**case, "before": turned(case["before"]), "after": turned(case["after"])} for case in cases]
    assert count(workbench, other) == counted


def test_a_lower_score_from_one_more_agency_never_raises_a_mean(
    workbench: Page, cases: list[dict[str, Any]], counted: list[Any]
) -> None:
    def stricter(case: dict[str, Any]) -> dict[str, Any]:
        return {**case, "before": {i: {**given, "z": 0} if given else given for i, given in case["before"].items()}}

    for found, before in zip(count(workbench, [stricter(case) for case in cases]), counted, strict=True):
        assert found["mean"] == (None if before["mean"] is None else 0)


def test_the_share_of_a_team_is_of_all_who_answered(workbench: Page) -> None:
    chance = random.Random(8)
    teams = [[chance.choice([0, 0, 1, 2, 7]) for _ in range(6)] for _ in range(CASES)]
    script = """async (teams) => {
        const it = await import("/static/confidence-arithmetic.js");
        return JSON.stringify(JSON.parse(teams).map((counts) => ({ ...it.share(counts), low: it.needsSupport(counts) })));
    }"""
    for counts, found in zip(teams, json.loads(workbench.evaluate(script, json.dumps(teams))), strict=True):
        base, agree = sum(counts), counts[0] + counts[1]
        exact = Decimal(100 * agree) / Decimal(base) if base else None
        percent = None if exact is None else int(exact.quantize(Decimal(1), rounding=ROUND_HALF_UP))
        assert found == {"base": base, "percent": percent, "low": bool(base and Fraction(agree, base) < Fraction(1, 2))}
