"""Practice cases: at least sixty, over all ages and colours; the answer is worked out by the rules each time."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from knowledge import practice_case
from knowledge.age import Band
from knowledge.content import ContentError
from knowledge.factor import Answer
from knowledge.library import library
from knowledge.practice_case import PracticeCase, practice_cases
from knowledge.practice_matter import matters
from knowledge.rule import rules
from knowledge.triage import assess

CASES = list(practice_cases().values())
FACTS_IN_RULES = {"strong_factor", "moderate_factor", "two_moderate_factors", "young_child_continuum"}


def test_there_are_at_least_sixty() -> None:
    assert len(CASES) >= 60


def test_every_band_has_every_colour() -> None:
    found = Counter((band, one.answer()["colour"]) for one in CASES if one.case.age for band in one.case.age.bands)
    for band in Band:
        for colour in ("green", "amber", "red"):
            assert found[band, colour] >= 2, (band.slug, colour)


def test_each_step_of_the_continuum_but_the_last_is_met() -> None:
    steps = {one.answer()["continuum"] for one in CASES}
    assert steps >= {"normal", "inappropriate", "problematic", "abusive"}


def test_subjects_and_colours_cannot_be_told_from_each_other() -> None:
    colours: dict[str, set[str]] = {}
    for one in CASES:
        subject = library().behaviours[one.behaviours[0]].subject
        colours.setdefault(subject, set()).add(one.answer()["colour"])
    assert sum(len(found) > 1 for found in colours.values()) >= 8


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.id)
def test_the_answer_is_what_the_rules_say(one: PracticeCase) -> None:
    assessment, answer = assess(one.case), one.answer()
    assert answer["colour"] == assessment.colour_slug
    assert answer["continuum"] == (assessment.continuum.slug if assessment.continuum else None)
    assert answer["reasons"] == [reason.text for reason in assessment.reasons]
    assert answer["provisional"] is assessment.provisional
    assert answer["matters"], "something has to matter"


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.id)
def test_the_story_tells_the_ages_that_the_rules_use(one: PracticeCase) -> None:
    told = {int(number) for number in re.findall(r"\b\d+\b", one.story)}
    for age in (one.age, one.other_age, one.developmental_age):
        assert age is None or age in told, one.story


def test_no_answer_is_written_by_hand() -> None:
    for path in (Path(practice_case.__file__).parent / "practice").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(colour|continuum|answer|reasons|disputed): ", text.split("entries:", 1)[1]), path.name


def test_what_the_published_lists_do_not_settle_is_marked() -> None:
    for one in CASES:
        fired = {reason.rule for reason in assess(one.case).reasons}
        unsettled = fired & {"derived_cell", "overlap", "under_9_like_age", "under_9_plainly"}
        assert one.answer()["disputed"] is bool(unsettled), one.id
    assert sum(one.answer()["disputed"] for one in CASES) >= 8


def test_every_rule_and_every_factor_belongs_to_what_may_matter_once() -> None:
    counted = Counter(rule for one in matters().values() for rule in one.rules)
    assert counted == Counter(rules().keys() - FACTS_IN_RULES)
    counted = Counter(slug for one in matters().values() for slug in one.factors)
    assert counted == Counter(library().factors.keys())


def test_what_matters_holds_each_factor_that_the_story_tells_and_the_rules_weigh() -> None:
    group = {slug: one.id for one in matters().values() for slug in one.factors}
    for one in CASES:
        for slug in one.case.known(Answer.YES):
            weighed = any(slug in library().behaviours[name].relevant for name in one.behaviours)
            assert not weighed or group[slug] in one.answer()["matters"], (one.id, slug)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("behaviours: [self_touch_private]", "behaviours: [nothing]"), "behaviours"),
        (("behaviours: [self_touch_private]", "behaviours: []"), "behaviours"),
        (("age: 3,", "age: 18,"), "age"),
        (("absent: [coercion, persistence]", "absent: [weather]"), "absent"),
        (("absent: [coercion], present: [persistence]", "absent: [persistence], present: [persistence]"), "present"),
        (("behaviours: [nakedness]", "behaviours: [nakedness], present: [dev_gap]"), "present"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_its_place(
    change: tuple[str, str], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path(practice_case.__file__).parent / "practice" / "0_to_5.yml"
    text = real.read_text(encoding="utf-8")
    assert change[0] in text
    spoilt = tmp_path / real.name
    spoilt.write_text(text.replace(*change, 1), encoding="utf-8")
    monkeypatch.setattr(practice_case, "files", lambda _: iter([spoilt]))
    with pytest.raises(ContentError) as refused:
        practice_cases.__wrapped__()
    assert refused.value.field == field
