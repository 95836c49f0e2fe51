"""The instruments of `make evaluate`: wrong figures would be worse than none."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import yaml

from bot.nlu import facts, route_rules
from tests.evaluation import compare, figures, page, stock
from tests.evaluation.baselines import of_labels, sentences, tf_idf_trained
from tests.evaluation.disturbing import DISTURBANCES, lower_case, no_punctuation, padded, typos
from tests.evaluation.found import Found
from tests.evaluation.goals import GOALS, short_of
from tests.evaluation.milliseconds import PARTS, Clock, Milliseconds, every_part
from tests.evaluation.page import Table
from tests.evaluation.systems import Waymark

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


def test_a_role_counts_as_right_when_it_is_named_or_equally_right() -> None:
    read = found(role="both")
    either: dict[str, object] = {"role": "affected", "role_also": ["both", "unclear"]}
    assert figures.role([(either, read), ({"role": "affected"}, read)]).value == 0.5


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


def test_what_was_written_for_something_else_and_opens_an_urgent_route_is_counted() -> None:
    entry: dict[str, object] = {"behaviour": "peeping"}
    read = [(entry, found(routes=("r.fgm",))), (entry, found(routes=("r.media_research",))), (entry, found())]
    assert figures.opens_urgent(read, ["r.fgm"]).value == pytest.approx(1 / 3)


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


def test_the_page_says_how_many_epochs_on_which_share_and_how_long_stock_rasa_was_trained() -> None:
    whole = compare.how_stock_was_trained(stock.EPOCHS, 1, 1800)
    part = compare.how_stock_was_trained(20, 12, 90)
    assert f"{stock.EPOCHS} epochs" in whole
    assert "all sentences" in whole
    assert "30 minutes" in whole
    assert "20 epochs" in part
    assert f"comes with {stock.EPOCHS}" in part
    assert "one sentence in 12 of each label, not on all" in part


@pytest.mark.parametrize(
    ("said", "typed"),
    [
        ({}, "make evaluate SET=dev"),
        ({"no_stock": True, "stock_epochs": 5}, "python -m tests.evaluation.compare dev --no-stock"),
        (
            {"stock_epochs": 20, "stock_every": 12},
            "python -m tests.evaluation.compare dev --stock-epochs 20 --stock-every 12",
        ),
    ],
)
def test_the_page_names_the_command_that_made_it(said: dict[str, object], typed: str) -> None:
    usual = {"set": "dev", "no_stock": False, "stock_epochs": stock.EPOCHS, "stock_every": 1}
    assert compare.command(argparse.Namespace(**{**usual, **said})) == typed


def test_every_goal_is_a_row_of_the_main_table_and_what_falls_short_is_named() -> None:
    values = {name: 0.0 if goal.at_most else 1.0 for name, goal in GOALS.items()}
    assert short_of(values, p50=12.0, p95=25.0) == []
    worse = {**values, "ages exact": 0.979, "false alarms on near misses": 0.031}
    assert short_of(worse, p50=12.1, p95=25.0) == [
        "false alarms on near misses: 3.1 %, wanted at most 3 %",
        "ages exact: 97.9 %, wanted at least 98 %",
        "half of all texts: 12.1 ms, wanted at most 12 ms",
    ]
    rows = [name for name, _ in compare.main_table(Everything(), [Silent()]).rows]
    assert set(GOALS) <= set(rows)


def test_the_page_holds_the_tables_and_the_figures_and_no_sentence_of_the_sets(tmp_path: Path) -> None:
    compared, system = Everything(), Silent()
    table = compare.main_table(compared, [system])
    recall, alarms = compare.by_route(compared, [system])
    page.write(
        tmp_path / "understanding.md",
        page.Results(
            command="make evaluate",
            folder="dev",
            sizes={file: len(entries) for file, entries in compared.sentences.items()},
            stock="left out of this run.",
            main=table,
            recall=recall,
            alarms=alarms,
            factors=compare.by_factor(compared, system),
            robust=compare.robustness(compared, [system]),
            confusions=compare.worst_confusions(compared, system),
            milliseconds=Milliseconds({"the sentence encoder": 3.0, "facts: ages": 1.0}, 4.5, 26.0, 30),
            values={name: row[0].value for name, row in table.rows if row[0]},
        ),
    )
    written = (tmp_path / "understanding.md").read_text(encoding="utf-8")
    assert [name for name, _ in table.rows if f"| {name} |" not in written] == []
    assert all(f"| {how} |" in written for how in DISTURBANCES)
    assert "| the sentence encoder | 3.00 | 75 % |" in written
    assert "* right behaviour first: 0.0 %, wanted at least 85 %" in written
    assert "* 95 of 100 texts: 26.0 ms, wanted at most 25 ms" in written
    texts = [entry["text"] for entries in compared.sentences.values() for entry in entries]
    assert [text for text in texts if len(text) > 20 and text in written] == []


def test_a_part_is_charged_for_what_it_does_itself_and_not_for_what_it_calls() -> None:
    clock = Clock()
    inner = clock.timed("inner", lambda: sum(range(200_000)))
    outer = clock.timed("outer", lambda: [inner() for _ in range(5)])
    outer()
    costs = clock.taken()
    assert costs["inner"] > 20 * costs["outer"]
    assert clock.taken() == {}


def test_every_part_of_the_understanding_is_where_the_instrument_looks_for_it() -> None:
    charged = Clock()
    before = {(owner, name): getattr(owner, name) for places in PARTS.values() for owner, name in places}
    with every_part(charged):
        facts.find("My son is six. We live in Stoke.")
        route_rules.rules().fire("My son is six.")
    costs = charged.taken()
    assert {"facts: ages", "facts: role", "facts: area", "identifying details", "safety net: rules"} <= set(costs)
    assert {(owner, name): getattr(owner, name) for owner, name in before} == before


def test_tf_idf_is_trained_so_that_its_scores_are_probabilities_over_the_labels() -> None:
    texts = ["she hit him at school", "he hit her at school", "what time do you open", "when do you open today"] * 5
    model = tf_idf_trained(texts, ["behaviour.a", "behaviour.a", "out_of_scope", "out_of_scope"] * 5)
    scores = model.predict_proba(["he hit him at school", "what do you open"])
    assert scores.sum(axis=1) == pytest.approx([1.0, 1.0])
    assert [model.classes_[row.argmax()] for row in scores] == ["behaviour.a", "out_of_scope"]
    assert model[-1].average


def test_waymark_is_read_one_message_at_a_time_as_in_the_product(model: Path) -> None:
    waymark = Waymark()
    texts = ["My son is six and he touches himself.", "How long do you keep what I write here, and who reads it?", "no"]
    read = waymark.read(texts)
    waymark.close()
    assert [one.facts for one in read] == [waymark.reader.read(text) for text in texts]


class Silent:
    """A system that finds nothing in anything, and says so."""

    name = "silent"

    def read(self, texts: Sequence[str]) -> list[Found]:
        nothing = {"age": [], "area": None, "answer": None, "factors": {}, "role": "unclear", "identifying": []}
        return [Found((("none", 0.1),), 0.1, frozenset(), nothing) for _ in texts]


class Everything(compare.Compared):
    """The development set as a silent system reads it."""

    def __init__(self) -> None:
        super().__init__("dev")
        self.read(Silent())
