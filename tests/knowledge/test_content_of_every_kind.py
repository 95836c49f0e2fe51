"""Sources, dates and sign-offs are checked in every kind of content."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.behaviour import Behaviour
from knowledge.content import HERE, load_entries, read_yaml
from knowledge.factor import Factor
from knowledge.route import Route
from knowledge.rule import Rule
from knowledge.step import Step
from knowledge.topic import Topic
from tests.knowledge.spoiling import A_TOPIC, refused, spoil

TOMORROW = date.today() + timedelta(days=1)


FIRST_OF = {
    Behaviour: HERE / "behaviours" / "talk.yml",
    Factor: HERE / "factors" / "factors.yml",
    Rule: HERE / "rules.yml",
    Step: HERE / "guidance" / "avoid.yml",
    Route: HERE / "routes" / "danger.yml",
}


def read_first(kind: type[Any], path: Path) -> object:
    return load_entries([path], kind, shared=lambda document: {"subject": "talk"} if kind is Behaviour else {})


@pytest.fixture(params=[*FIRST_OF, Topic], ids=lambda kind: kind.__name__.lower())
def kind_and_file(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[type[Any], Path, str]:
    """A kind of content, a copy of one of its files, and the first entry there."""
    kind: type[Any] = request.param
    path = tmp_path / "content.yml"
    document: dict[str, Any] = {"entries": [dict(A_TOPIC)]} if kind is Topic else read_yaml(FIRST_OF[kind])
    path.write_text(yaml.safe_dump(document, allow_unicode=True), encoding="utf-8")
    read_first(kind, path)  # it is good as it stands
    return kind, path, document["entries"][0]["id"]


@pytest.mark.parametrize(
    ("change", "field", "expected"),
    [
        ({"sources": []}, "sources", "at least one source"),
        (
            {"sources": ["hearsay: page 1"]},
            "sources",
            "a source named in knowledge/sources.yml; 'hearsay' is not there",
        ),
        ({"sources": "brook"}, "sources", "tuple"),
        ({"sources": None}, "sources", "none"),
        ({"signed_off_on": TOMORROW}, "signed_off_on", "a date that is not in the future"),
        ({"signed_off_on": TOMORROW, "signed_off_by": "A. Reviewer"}, "signed_off_on", "not in the future"),
        ({"signed_off_on": "soon"}, "signed_off_on", "date"),
        ({"certainty": "probably"}, "certainty", "'SEED', 'SEEN', 'PART', 'UNVERIFIED', 'DERIVED'"),
    ],
)
def test_sources_dates_and_certainty_are_checked_in_every_kind_of_content(
    kind_and_file: tuple[type[Any], Path, str], change: dict[str, object], field: str, expected: str
) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.update(change))
    error = refused(lambda: read_first(kind, path), path, name, expected)
    assert error.field.startswith(field)


@pytest.mark.parametrize("field", ["sources", "certainty"])
def test_no_kind_of_content_may_leave_its_source_or_certainty_out(
    kind_and_file: tuple[type[Any], Path, str], field: str
) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.pop(field))
    refused(lambda: read_first(kind, path), path, name, field)


def test_no_kind_of_content_takes_a_field_it_does_not_know(kind_and_file: tuple[type[Any], Path, str]) -> None:
    kind, path, name = kind_and_file
    spoil(path, name, lambda entry: entry.update(singed_off_by="A. Reviewer"))
    refused(lambda: read_first(kind, path), path, name, "singed_off_by")


def test_a_sign_off_needs_both_a_name_and_a_date(kind_and_file: tuple[type[Any], Path, str]) -> None:
    """A name alone or a date alone is half a sign-off: it never counts as one."""
    kind, path, name = kind_and_file
    for half in ({"signed_off_by": "A. Reviewer"}, {"signed_off_on": date(2026, 1, 2)}):
        spoil(path, name, lambda entry, half=half: (entry.pop("signed_off_by", 0), entry.update(half)))  # type: ignore[misc]
        found: Any = read_first(kind, path)
        assert not found[name].signed_off
