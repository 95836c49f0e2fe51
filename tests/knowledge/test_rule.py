"""The sentence and the source of each rule."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import knowledge
from knowledge.provenance import Citation
from knowledge.rule import rules

SOURCES = sorted(Path(knowledge.__file__).parent.glob("*.py"))
FACTS = {
    "table": {"age", "what", "colour"}, "derived_cell": {"age", "what", "colour"}, "overlap": {"age"},
    "strong_factor": {"present"}, "moderate_factor": {"present"}, "consent_unknown": {"unknown"},
}  # fmt: skip


def named_in_code() -> set[str]:
    """Every id that the code looks up as `rules()["id"]`, also behind a choice."""
    found: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "rules()":
                choices = ast.walk(node.slice)
                found.update(
                    one.value for one in choices if isinstance(one, ast.Constant) and isinstance(one.value, str)
                )
    return found


def test_every_rule_that_the_code_names_exists_and_every_rule_is_used() -> None:
    assert named_in_code() == set(rules())


@pytest.mark.parametrize("name", sorted(rules()))
def test_each_says_what_it_does_and_where_it_comes_from(name: str) -> None:
    rule = rules()[name]
    assert rule.id == name and rule.sources and rule.says.strip()
    assert set(re.findall(r"{(\w+)}", rule.says)) == FACTS.get(name, set())
    assert rule.says.endswith((".", "}"))


def test_a_reason_is_the_sentence_with_its_facts_and_the_sources_of_the_rule() -> None:
    reason = rules()["overlap"].because(age="Age 9")
    assert (reason.rule, reason.text) == ("overlap", "Age 9 lies in two age groups. We used the more cautious one.")
    assert reason.sources == rules()["overlap"].sources
    assert Citation("brook", "overlapping bands") in reason.sources


def test_a_sentence_without_facts_is_given_as_it_stands() -> None:
    assert rules()["family"].because().text == rules()["family"].says


def test_a_fact_that_is_missing_is_an_error_and_not_a_gap() -> None:
    with pytest.raises(KeyError):
        rules()["table"].because(age="age 9")


def test_no_sentence_calls_a_child_names_or_promises_anything() -> None:
    for rule in rules().values():
        words = rule.says.lower()
        for label in ("victim", "abuser", "offender", "perpetrator", "your fault", "will be fine", "normal"):
            assert label not in words, rule.id
