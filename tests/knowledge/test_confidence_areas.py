"""The survey's figures as printed: each number here was read in the report's text and tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge import confidence_area
from knowledge.confidence_area import Figure, confidence_areas, survey_findings
from knowledge.content import ContentError


def test_the_six_areas_stand_in_the_surveys_order() -> None:
    assert list(confidence_areas()) == [
        "identifying", "assessing", "planning", "with_child", "with_parents", "emotional_impact",
    ]  # fmt: skip


def test_confidence_is_as_section_3_2_gives_it() -> None:
    found = {name: area.confident and area.confident.percent for name, area in confidence_areas().items()}
    assert found == {
        "identifying": 66, "assessing": None, "planning": 28, "with_child": 36, "with_parents": 34,
        "emotional_impact": None,
    }  # fmt: skip
    assert confidence_areas()["identifying"].confident == Figure(percent=66, base=395, strongly=9)


def test_knowledge_and_skills_are_as_section_3_3_gives_them() -> None:
    found = {name: area.skilled.percent for name, area in confidence_areas().items() if area.skilled}
    assert found == {"identifying": 75, "assessing": 48, "with_child": 34, "with_parents": 33}


def test_what_advice_from_specialists_goes_with_is_as_table_3_gives_it() -> None:
    found = {
        name: (area.with_advice.percent, area.with_advice.base, area.without_advice.percent, area.without_advice.base)
        for name, area in confidence_areas().items()
    }
    assert found == {
        "identifying": (77, 70, 71, 97),
        "assessing": (52, 69, 42, 97),
        "planning": (43, 68, 31, 97),
        "with_child": (48, 69, 37, 97),
        "with_parents": (42, 69, 35, 96),
        "emotional_impact": (54, 70, 49, 97),
    }


def test_feelings_and_support_are_as_section_3_4_and_table_2_give_them() -> None:
    found = {one.id: (one.percent, one.base) for one in survey_findings().values() if one.percent is not None}
    assert found == {
        "upset": (40, 578),
        "anxious": (36, 578),
        "worried": (25, 578),
        "with_supervision": (70, 238),
        "without_supervision": (53, 123),
        "with_team_learning": (72, 183),
        "without_team_learning": (56, 178),
    }


def test_each_area_has_briefings_and_support() -> None:
    assert all(area.briefings and area.support for area in confidence_areas().values())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("percent: 66", "percent: 166"), "confident.percent"),
        (("briefings: [looking_after_staff]", "briefings: [nothing]"), "briefings"),
        (("with_advice: {percent: 54, base: 70}", "with_advise: {percent: 54}"), "-"),
    ],
)
def test_an_entry_that_does_not_fit_is_refused_with_its_place(
    change: tuple[str, str], field: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (Path(confidence_area.__file__).parent / "confidence" / "survey.yml").read_text(encoding="utf-8")
    assert change[0] in text
    (tmp_path / "survey.yml").write_text(text.replace(*change, 1), encoding="utf-8")
    monkeypatch.setattr(confidence_area, "_FOLDER", tmp_path)
    with pytest.raises(ContentError) as refused:
        confidence_areas.__wrapped__()
    assert refused.value.field == field
