"""A stated random part of the wrong changes is noticed; all of them are `python -m tests.proof.mutation`."""

from __future__ import annotations

import pytest

from knowledge.age import Age, Band
from knowledge.case import Case
from knowledge.colour import Colour
from knowledge.library import library
from knowledge.triage import assess
from tests.proof.altered_code import altered
from tests.proof.mutants import Mutant, of_code, of_content
from tests.proof.mutation import ASKED, Score, sample, score
from tests.proof.unit_tests import UnitTests

SEED, CONTENT, CODE = 20262, 120, 50


@pytest.fixture(scope="module")
def tests() -> UnitTests:
    return UnitTests()


def test_of_a_random_part_of_the_mutants_95_in_a_hundred_are_noticed(tests: UnitTests) -> None:
    """120 changes of the content and 50 of the code, drawn by a fixed seed."""
    found = score(sample(SEED, CONTENT, CODE), tests)
    assert found.tried == {"content": CONTENT, "code": CODE}
    assert found.noticed.total() / found.tried.total() >= ASKED, found.missed


def test_every_cell_relevance_marker_and_weight_and_every_place_of_the_rules_has_its_mutants() -> None:
    content, code = list(of_content()), list(of_code())
    assert len(content) > 2_500 and len(code) > 500
    for mutants in (content, code):
        assert {mutant.about for mutant in mutants} <= {
            *library().behaviours, *library().factors, "age", "colour", "case", "weighing", "continuum", "triage",
        }  # fmt: skip
    cells = {mutant.name for mutant in content if " at " in mutant.name and "basis" not in mutant.name}
    assert all(
        any(name.startswith(f"{one} at {band.slug} ") for name in cells)
        for one in library().behaviours
        for band in Band
    )


def test_a_mutant_is_undone() -> None:
    before = [assess(Case((name,), Age.of(years))) for name in library().behaviours for years in (4, 9, 14)]
    for mutant in sample(SEED, 40, 40):
        with mutant:
            pass
    assert [assess(Case((name,), Age.of(years))) for name in library().behaviours for years in (4, 9, 14)] == before


def test_a_changed_cell_changes_the_answer_while_it_lasts() -> None:
    case = Case(("swear_slang_body_words",), Age.of(7))
    with next(one for one in of_content() if one.name == "swear_slang_body_words at 5-9 red"):
        assert assess(case).colour is Colour.RED
    assert assess(case).colour is Colour.GREEN


def test_a_changed_threshold_changes_the_answer_while_it_lasts() -> None:
    case = Case(("sexual_intercourse_oral",), Age.of(15))
    with next(one for one in of_code() if one.name.startswith("weighing.py") and one.name.endswith(" 16: 15")):
        assert assess(case).provisional
        assert "age_16_to_17" in {reason.rule for reason in assess(case).reasons}
    assert "age_13_to_15" in {reason.rule for reason in assess(case).reasons}


def test_what_nobody_notices_is_named_and_lowers_the_score(tests: UnitTests) -> None:
    found = score([Mutant("code", "nothing at all", "triage", lambda: lambda: None)], tests)
    assert found.missed == ["code nothing at all"]
    assert found.of("code") == 0 and not found.good
    assert Score().good and Score().of("code") == 1


@pytest.mark.parametrize(
    ("source", "changes"),
    [
        ("x = 1 < 2", {"1 < 2: LtE", "1: 0", "1: 2", "2: 1", "2: 3"}),
        ("def f(a, b):\n    return a and b", {"a and b: and, or", "a and b: without a", "a and b: without b"}),
        ("def f(a):\n    if a:\n        g(a)", {"if a: always", "if a: never", "left out: g(a)"}),
        ("def f(a):\n    assert a > 1\n    raise ValueError('1')", set()),
        ("def f(a):\n    '''Doc.'''\n    return max(a)", {"max(a): min"}),
        ("x = {'a', 'b'}", {"{'a', 'b'}: without 'a'", "{'a', 'b'}: without 'b'"}),
        ("y = Colour.RED", {"Colour.RED: GREEN", "Colour.RED: AMBER"}),
        ("y = not x", {"not x: not not"}),
        ("y = [a for a in x if a]", {"for ... if a: always"}),
        ("y = a == 'b'", {"a == 'b': NotEq", "a == 'b': another word"}),
        ("y = a & b", {"a & b: BitOr"}),
    ],
)
def test_code_is_altered_at_one_place_at_a_time(source: str, changes: set[str]) -> None:
    found = {what.partition(" ")[2]: make for what, make in altered(source)}
    assert set(found) == changes
    for make in found.values():
        compile(make(), "altered", "exec")
