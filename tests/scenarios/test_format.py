"""The format of a scenario: what is refused, and how clearly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.content import ContentError
from tests.scenarios.scenario import Scenario, load


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Scenario]:
    def write(text: str) -> Scenario:
        file = tmp_path / "scenario.yml"
        file.write_text(text, encoding="utf-8")
        return load(file)

    return write


def test_words_that_yaml_reads_as_truth_values_and_numbers_stay_words(written: Callable[[str], Scenario]) -> None:
    step = written("{name: a, steps: [{answers: {age: 8, role: displayed, '*': no}, until: result}]}").steps[0]
    assert step.answers == {"age": "8", "role": "displayed", "*": "no"}
    assert written("{name: a, steps: [{choose: yes, expect: {offers: [3, no]}}]}").steps[0].choose == "yes"


def test_what_is_typed_stays_exactly_as_it_was_written(written: Callable[[str], Scenario]) -> None:
    assert written('{name: a, steps: [{say: " \\t"}]}').steps[0].say == " \t"
    assert written('{name: a, steps: [{say: ""}]}').steps[0].action == "say"


@pytest.mark.parametrize(
    ("text", "where", "expected"),
    [
        ("[1, 2]", "-", "a mapping"),
        ("{nam: a, steps: [{say: b}]}", "-", "'nam'"),
        ("{name: a, steps: []}", "steps", "at least one"),
        ("{name: a, steps: [hello]}", "-", "a mapping"),
        ("{name: a, steps: [{say: b}, {expect: {asks: age}}]}", "steps", "step 2 does nothing"),
        ("{name: a, steps: [{saye: b}]}", "step 1", "'saye'"),
        ("{name: a, steps: [{say: b, choose: c}]}", "step 1", "not several: say, choose"),
        ("{name: a, steps: [{answers: {age: 8}}]}", "step 1", "go together"),
        ("{name: a, steps: [{say: b}, {say: b, expect: {colour: red}}]}", "step 2.expect", "'colour'"),
        ("{name: a, steps: [{say: b, expect: {route: r.nothing}}]}", "step 1.expect.route.0", "one of r.adult"),
        ("{name: a, steps: [{say: b, expect: {topic: nothing}}]}", "step 1.expect.topic", "one of"),
        (
            "{name: a, because: c, steps: [{say: b, expect: {assessment: {colour: pink}}}]}",
            "step 1.expect.assessment.colour",
            "one of amber, green, none, red; got 'pink'",
        ),
        (
            "{name: a, because: c, steps: [{say: b, expect: {assessment: {behaviours: [touching]}}}]}",
            "step 1.expect.assessment.behaviours.0",
            "got 'touching'",
        ),
        (
            "{name: a, steps: [{say: b, expect: {contacts: {first: mum}}}]}",
            "step 1.expect.contacts.first",
            "got 'mum'",
        ),
        ("{name: a, steps: [{say: b, expect: {assessment: {colour: red}}}]}", "-", "because"),
        ("{name: a, at: tomorrow, steps: [{say: b}]}", "at", "an ISO date and time"),
        ("{name: a, area: london, steps: [{say: b}]}", "area", "permitted"),
        ("{name: a, audience: mum, steps: [{say: b}]}", "audience", "permitted"),
        ("{name: a, name: b, steps: [{say: b}]}", "line 1", "stands twice"),
        ("{name: a", "line 2", "valid YAML"),
    ],
)
def test_a_scenario_that_does_not_fit_is_refused_with_its_place_and_what_is_expected(
    written: Callable[[str], Scenario], text: str, where: str, expected: str
) -> None:
    with pytest.raises(ContentError) as refused:
        written(text)
    assert refused.value.field == where
    assert expected in str(refused.value)
    assert "scenario.yml" in str(refused.value)
