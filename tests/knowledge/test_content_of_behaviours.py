"""Behaviours that cannot be used are refused by their file, name and field."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from knowledge.content import HERE, ContentError, read_yaml
from knowledge.library import load
from tests.knowledge.spoiling import behaviours_of, refused, spoil

PLAYED = "curious_bodies"


def spoilt(folder: Path, change: Callable[[dict[str, Any]], object], *says: str) -> ContentError:
    path = spoil(behaviours_of(folder), PLAYED, change)
    return refused(lambda: load(folder), path, PLAYED, *says)


def test_a_missing_colour_is_refused_with_its_band(folder: Path) -> None:
    error = spoilt(folder, lambda entry: entry["cells"].pop("9-13"), "one colour for each age band", "missing: 9-13")
    assert error.field == "cells"


def test_a_cell_without_its_colour_or_its_basis_is_refused(folder: Path) -> None:
    assert "cells" in spoilt(folder, lambda entry: entry["cells"]["5-9"].pop("colour")).field
    shutil.copy(HERE / "behaviours" / behaviours_of(folder).name, behaviours_of(folder))
    assert "cells" in spoilt(folder, lambda entry: entry["cells"]["5-9"].pop("basis")).field


def test_a_band_that_does_not_exist_is_refused(folder: Path) -> None:
    change = {"10-14": {"colour": "red", "basis": "B"}}
    error = spoilt(folder, lambda entry: entry["cells"].update(change), "unknown: 10-14")
    assert error.field == "cells"


@pytest.mark.parametrize(
    ("cell", "field", "expected"),
    [
        ({"colour": "orange", "basis": "B"}, "cells.5-9.colour", "'green', 'amber', 'red', 'law', 'information'"),
        ({"colour": "red", "basis": "X"}, "cells.5-9.basis", "'B', 'F', 'L', 'D'"),
        ("red", "cells.5-9", "Cell"),
    ],
)
def test_a_cell_that_is_none_is_refused(folder: Path, cell: object, field: str, expected: str) -> None:
    error = spoilt(folder, lambda entry: entry["cells"].update({"5-9": cell}), expected)
    assert error.field.startswith(field)


@pytest.mark.parametrize("field", ["relevant", "holds", "needs_known"])
def test_an_unknown_factor_is_refused(folder: Path, field: str) -> None:
    error = spoilt(
        folder, lambda entry: entry.update({field: ["coersion"]}), "factors of knowledge/factors", "'coersion'"
    )
    assert error.field == field


def test_a_factor_that_is_both_asked_and_held_is_refused(folder: Path) -> None:
    error = spoilt(
        folder, lambda entry: entry.update(holds=["secrecy"]), "no factor that the cell already holds; secrecy"
    )
    assert error.field == "relevant"


def test_a_question_that_must_be_known_and_is_not_asked_is_refused(folder: Path) -> None:
    error = spoilt(folder, lambda entry: entry.update(needs_known=["injury"]), "relevant factors only; injury")
    assert error.field == "needs_known"


@pytest.mark.parametrize(
    "field", ["title", "clinical", "understood", "involves", "cells", "relevant", "sources", "certainty"]
)
def test_a_missing_field_is_refused_by_its_name(folder: Path, field: str) -> None:
    spoilt(folder, lambda entry: entry.pop(field), field)


def test_an_unknown_field_is_refused_by_its_name(folder: Path) -> None:
    spoilt(folder, lambda entry: entry.update(collour="red"), "collour")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"involves": "everybody"}, "involves"),
        ({"mutuality": "perhaps"}, "mutuality"),
        ({"contact": "sometimes"}, "contact"),
        ({"certainty": "SURE"}, "certainty"),
        ({"relevant": "coercion"}, "relevant"),
    ],
)
def test_a_word_that_the_schema_does_not_know_is_refused(folder: Path, change: dict[str, object], field: str) -> None:
    assert spoilt(folder, lambda entry: entry.update(change)).field.startswith(field)


@pytest.mark.parametrize(
    ("field", "value"), [("title", None), ("title", 5), ("order", "six"), ("order", None), ("subject", 3)]
)
def test_a_heading_of_the_menu_that_is_none_is_refused(folder: Path, field: str, value: object) -> None:
    path = behaviours_of(folder)
    document = read_yaml(path)
    document[field] = value
    path.write_text(yaml.safe_dump(document), encoding="utf-8")
    with pytest.raises(ContentError) as raised:
        load(folder)
    assert raised.value.file == str(path) and raised.value.field == field
