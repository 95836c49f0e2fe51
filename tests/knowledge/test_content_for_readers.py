"""Guidance, topics and routes that cannot be used are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

import knowledge.library
from knowledge.content import HERE, load_entries, read_yaml
from knowledge.library import load
from knowledge.route import Route
from knowledge.step import Step
from knowledge.topic import Topic
from tests.knowledge.spoiling import A_TOPIC, refused, spoil


def spoilt_step(tmp_path: Path, when: dict[str, object]) -> tuple[Path, str]:
    path = tmp_path / "avoid.yml"
    shutil.copy(HERE / "guidance" / "avoid.yml", path)
    name = read_yaml(path)["entries"][0]["id"]
    return spoil(path, name, lambda entry: entry["when"].update(when)), name


@pytest.mark.parametrize(
    ("when", "field"),
    [
        ({"factor": ["coersion"]}, "factor"),
        ({"unless": ["coersion"]}, "unless"),
        ({"colour": ["orange"]}, "colour"),
        ({"role": ["victim"]}, "role"),
        ({"area": ["wales"]}, "area"),
        ({"subject": ["picturs"]}, "subject"),
        ({"behaviour": ["made_up"]}, "behaviour"),
        ({"audience": ["teacher"]}, "audience"),
        ({"age_under": "nine"}, "age_under"),
        ({"colours": ["green"]}, "colours"),
    ],
)
def test_a_step_for_a_case_that_cannot_be_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: dict[str, object], field: str
) -> None:
    """A word that is misspelt in a condition would hide the step for ever."""
    path, name = spoilt_step(tmp_path, when)
    monkeypatch.setattr(knowledge.library, "files", lambda folder: [path])
    refused(lambda: load().steps, path, name, field)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"section": "do_later"}, "'do_now'"),
        ({"text": {}}, "a text for at least one audience"),
        ({"text": {"parent": ""}}, "a text for at least one audience"),
        ({"text": {"teacher": "Stop."}}, "teacher"),
        ({"order": "first"}, "integer"),
    ],
)
def test_a_step_without_a_section_words_or_an_order_is_refused(
    tmp_path: Path, change: dict[str, object], expected: str
) -> None:
    path, name = spoilt_step(tmp_path, {})
    spoil(path, name, lambda entry: entry.update(change))
    refused(lambda: load_entries([path], Step), path, name, expected)


def test_a_topic_too_long_for_a_phone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "topics.yml"
    path.write_text(yaml.safe_dump({"entries": [{**A_TOPIC, "short": "a " * 351}]}), encoding="utf-8")
    error = refused(lambda: load_entries([path], Topic), path, "what", "at most 700 characters")
    assert error.field == "short"


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"id": "danger"}, "id", "a slug of the route table, which begins with 'r.'"),
        ({"says": []}, "says", "at least one"),
        ({"contacts": []}, "contacts", "at least one"),
        ({"grade": "perhaps"}, "grade", "'stop', 'answer_first', 'mention'"),
        ({"priority": "high"}, "priority", "integer"),
    ],
)
def test_a_route_that_cannot_be_used_is_refused(
    tmp_path: Path, change: dict[str, object], field: str, expected: str
) -> None:
    path = tmp_path / "danger.yml"
    shutil.copy(HERE / "routes" / "danger.yml", path)
    name = read_yaml(path)["entries"][0]["id"]
    spoil(path, name, lambda entry: entry.update(change))
    error = refused(lambda: load_entries([path], Route), path, str(change.get("id", name)), expected)
    assert error.field.startswith(field)
