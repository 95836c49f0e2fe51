"""Briefings for two minutes: three facts with sources, a case whose colour the rules give, three questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import briefing
from knowledge.briefing import briefings
from knowledge.content import ContentError
from knowledge.library import library
from knowledge.practice_case import practice_cases

TWO_MINUTES = 2 * 150  # words read aloud


def test_there_are_at_least_fifteen() -> None:
    assert len(briefings()) >= 15


def test_each_has_three_facts_with_sources_and_three_questions() -> None:
    for one in briefings().values():
        assert len(one.facts) == 3
        assert all(fact.sources for fact in one.facts), one.id
        assert len(one.questions) == 3
        assert all(question.endswith("?") for question in one.questions), one.id


def test_each_can_be_read_aloud_in_two_minutes() -> None:
    for one in briefings().values():
        said = [one.title, *(fact.says for fact in one.facts), practice_cases()[one.case].story, *one.questions]
        assert len(" ".join(said).split()) <= TWO_MINUTES, one.id


def test_no_case_is_used_twice_and_more_than_one_colour_is() -> None:
    cases = [one.case for one in briefings().values()]
    assert len(set(cases)) == len(cases)
    assert {practice_cases()[name].answer()["colour"] for name in cases} == {"green", "amber", "red"}


def test_where_to_go_next_is_something_the_chat_answers() -> None:
    for one in briefings().values():
        assert set(one.ask) <= library().topics.keys(), one.id


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("case: on_the_carpet_at_five", "case: nowhere"), "case"),
        (("ask: [expected_behaviour, why_context_matters]", "ask: [nothing]"), "ask"),
        (("ask: [expected_behaviour, why_context_matters]", "ask: []"), "ask"),
        (('"Who in our team decides when we are not sure?"', ""), "questions"),
        (('sources: ["framework: 2.1"]}', "sources: []}"), "facts.0.sources"),
        (('sources: ["framework: 2.1"]}', 'sources: ["nobody: 2.1"]}'), "facts.0.sources.0"),
        (("order: 1", "order: first"), "order"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_its_place(
    change: tuple[str, str], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path(briefing.__file__).parent / "briefings" / "seeing_it.yml"
    text = real.read_text(encoding="utf-8")
    assert change[0] in text
    spoilt = tmp_path / real.name
    spoilt.write_text(text.replace(*change, 1), encoding="utf-8")
    monkeypatch.setattr(briefing, "files", lambda _: iter([spoilt]))
    with pytest.raises(ContentError) as refused:
        briefings.__wrapped__()
    assert refused.value.field == field
