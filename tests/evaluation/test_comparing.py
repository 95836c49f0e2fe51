"""The instruments of `make evaluate`: wrong figures would be worse than none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import yaml

from tests.evaluation import figures, stock
from tests.evaluation.disturbing import DISTURBANCES, lower_case, no_punctuation, padded, typos
from tests.evaluation.found import Found
from tests.evaluation.page import Table
from tests.evaluation.systems import of_labels, sentences

TEXT = "My son, who's 6, said: \"I didn't mean to\" - and she's 10.5 miles away!"


def found(*ids: str, routes: tuple[str, ...] = (), **facts: object) -> Found:
    return Found(tuple((name, 1.0 / (n + 1)) for n, name in enumerate(ids)), 0.5, frozenset(routes), facts or None)


def test_the_stock_project_has_the_pipeline_and_policies_that_rasa_takes_when_none_are_given() -> None:
    import rasa

    file = Path(rasa.__file__).parent / "engine" / "recipes" / "config_files" / "default_config.yml"
    default = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert stock.CONFIG["pipeline"] == default["pipeline"]
    assert stock.CONFIG["policies"] == default["policies"]


def test_the_stock_project_is_trained_on_all_the_sentences_there_are(tmp_path: Path) -> None:
    stock.write_project(tmp_path / "project")
    domain = yaml.safe_load((tmp_path / "project" / "domain.yml").read_text())
    assert domain["intents"] == sorted(set(sentences()[1]))
    copied = {file.name: file.read_bytes() for file in (tmp_path / "project" / "data" / "nlu").iterdir()}
    assert copied == {file.name: file.read_bytes() for file in stock.DATA.iterdir()}


def test_a_share_has_its_value_inside_its_interval_and_more_sentences_make_it_narrower() -> None:
    few, many = figures.share([True] * 8 + [False] * 2), figures.share(([True] * 8 + [False] * 2) * 50)
    assert few.value == many.value == 0.8
    assert few.low <= 0.8 <= few.high
    assert many.high - many.low < few.high - few.low
    assert (few.n, many.n) == (10, 500)


def test_auroc_is_one_for_scores_that_part_and_a_half_for_scores_that_do_not() -> None:
    assert figures.auroc([0.9, 0.8], [0.1, 0.2]).value == 1.0
    assert figures.auroc([0.5] * 9, [0.5] * 9).value == 0.5


def test_a_behaviour_counts_as_right_when_it_is_named_or_equally_right() -> None:
    entry = {"behaviour": "a", "also": ["b"]}
    assert figures.first([(entry, found("b", "a"))]).value == 1.0
    assert figures.first([(entry, found("c", "a"))]).value == 0.0
    assert figures.first([(entry, found("c", "a"))], among=3).value == 1.0


def test_f1_counts_a_wrong_value_as_wrong_and_as_missed_and_forgives_what_may_be_there() -> None:
    entry = {"factors": {"force": "yes", "secrecy": "no"}, "may": {"power": "yes"}}
    perfect = found(factors={"force": "yes", "secrecy": "no", "power": "yes"})
    half = found(factors={"force": "no", "secrecy": "no"})
    assert figures.factor_f1([(entry, perfect)]).value == 1.0
    assert figures.factor_f1([(entry, half)]).value == 0.5
    assert figures.factor_f1([(entry, half)], "force").value == 0.0
    assert figures.factor_f1([(entry, half)], "secrecy").value == 1.0


def test_a_false_alarm_is_a_route_that_must_not_fire() -> None:
    entry = {"not": ["r.fgm"]}
    alarms = [(entry, found(routes=("r.fgm",))), (entry, found(routes=("r.media_research",)))]
    assert figures.false_alarms(alarms).value == 0.5


def test_scores_over_labels_become_behaviours_a_route_and_in_scope() -> None:
    names = ["route.fgm", "behaviour.a", "behaviour.b", "out_of_scope", "route.media_research"]
    read = of_labels(names, np.array([0.4, 0.1, 0.3, 0.1, 0.1]))
    assert read.ids == ["b", "a"]
    assert read.routes == {"r.fgm"}
    assert read.in_scope == pytest.approx(0.8)


def test_each_disturbance_changes_what_it_says_and_nothing_else() -> None:
    assert lower_case(TEXT) == TEXT.lower()
    assert no_punctuation(TEXT) == "My son who's 6 said I didn't mean to and she's 10.5 miles away"
    assert TEXT in padded(TEXT)
    assert DISTURBANCES["as written"](TEXT) == TEXT
    changed = typos(TEXT * 5)
    assert changed != TEXT * 5
    assert changed == typos(TEXT * 5)
    assert [c for c in changed if c.isdigit()] == [c for c in TEXT * 5 if c.isdigit()]


def test_a_system_that_cannot_be_asked_has_a_dash() -> None:
    table = Table(["one", "two"])
    table.add("ages exact", [figures.share([True, True]), None])
    assert table.markdown()[-1] == "| ages exact | 100.0 % (100.0 to 100.0; 2) | - |"
