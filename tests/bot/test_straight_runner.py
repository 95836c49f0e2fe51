"""Rasa's graph gives the same run straight as run by dask."""

from __future__ import annotations

import pytest
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner

from bot.nlu.component import RuleComponent
from bot.straight_runner import StraightRunner

RAN: list[str] = []


class Doubling(RuleComponent):
    """Twice what it gets; notes that it ran."""

    def double(self, number: int) -> int:
        RAN.append("double")
        return 2 * number

    def add(self, one: int, other: int) -> int:
        RAN.append("add")
        return one + other


def node(needs: dict[str, str], how: str, target: bool = False) -> SchemaNode:
    return SchemaNode(
        needs=needs, uses=Doubling, fn=how, constructor_name="create", config={}, is_target=target, eager=True
    )


@pytest.fixture
def loaded() -> DaskGraphRunner:
    schema = GraphSchema(
        {
            "sum": node({"one": "doubled", "other": "again"}, "add", target=True),
            "again": node({"number": "doubled"}, "double"),
            "doubled": node({"number": "given"}, "double"),
            "apart": node({"number": "given"}, "double"),
        }
    )
    return DaskGraphRunner(schema, None, ExecutionContext(schema))


@pytest.mark.parametrize("targets", [None, ["sum"], ["doubled"], ["apart", "again"]])
def test_it_gives_what_dask_gives(loaded: DaskGraphRunner, targets: list[str] | None) -> None:
    straight = StraightRunner(loaded)
    for number in (1, 7):
        assert straight.run({"given": number}, targets) == loaded.run({"given": number}, targets)


def test_each_component_that_is_needed_runs_once_and_no_other(loaded: DaskGraphRunner) -> None:
    RAN.clear()
    assert StraightRunner(loaded).run({"given": 3}, ["sum"]) == {"sum": 18}
    assert RAN == ["double", "double", "add"]


def test_a_missing_input_is_said(loaded: DaskGraphRunner) -> None:
    with pytest.raises(GraphRunError, match="Missing input"):
        StraightRunner(loaded).run({}, ["doubled"])
