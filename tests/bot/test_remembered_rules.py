"""Remembered predictions are those that Rasa makes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.policies.policy import PolicyPrediction
from rasa.engine.constants import PLACEHOLDER_TRACKER
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, DefinePrevUserUtteredFeaturization, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.remembered_rules import RememberedRules
from bot.straight_runner import StraightRunner
from tests.running import ROOT

TARGET = "select_prediction"
DOMAIN = Domain.load(str(ROOT / "domain.yml"))
RULES = yaml.safe_load((ROOT / "data" / "stories" / "rules.yml").read_text(encoding="utf-8"))["rules"]
STEPS = [(rule["steps"][0]["intent"], rule["steps"][1]["action"]) for rule in RULES]


def turn(intent: str, *actions: str, domain: Domain = DOMAIN) -> DialogueStateTracker:
    tracker = DialogueStateTracker("x", domain.slots)
    tracker.update(ActionExecuted("action_listen"))
    tracker.update(UserUttered("[not kept]", {"name": intent, "confidence": 1.0}))
    for action in actions:
        tracker.update(ActionExecuted(action))
    return tracker


class Counting:
    """Stands for the graph: says one thing, and how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    def run(self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None) -> dict[str, Any]:
        self.asked += 1
        said = PolicyPrediction([1.0, 0.0], "rules", events=[DefinePrevUserUtteredFeaturization(False)])
        return {(targets or [TARGET])[0]: said}


@pytest.fixture(scope="module")
def straight(model: Path) -> StraightRunner:
    processor = Agent.load(str(model)).processor
    assert processor is not None and processor.model_metadata.core_target == TARGET
    return StraightRunner(processor.graph_runner)


def test_every_turn_goes_on_as_rasa_says(straight: StraightRunner) -> None:
    remembering = RememberedRules(straight, DOMAIN, TARGET)
    for _ in range(2):
        for intent, action in STEPS:
            for actions, expected in (((), action), ((action,), "action_listen")):
                plain = straight.run({PLACEHOLDER_TRACKER: turn(intent, *actions)}, [TARGET])[TARGET]
                found = remembering.run({PLACEHOLDER_TRACKER: turn(intent, *actions)}, [TARGET])[TARGET]
                assert found == plain
                assert DOMAIN.action_names_or_texts[found.max_confidence_index] == expected


def test_each_is_worked_out_once_and_is_everybodys_own() -> None:
    graph = Counting()
    remembering = RememberedRules(graph, DOMAIN, TARGET)  # type: ignore[arg-type]
    first, second, third = (remembering.run({PLACEHOLDER_TRACKER: turn("tell")}, [TARGET])[TARGET] for _ in range(3))
    assert graph.asked == 1
    second.probabilities[0], second.events[:] = 0.0, []
    assert first == third and third.probabilities == [1.0, 0.0] and len(third.events) == 1
    remembering.run({PLACEHOLDER_TRACKER: turn("tell", "action_tell")}, [TARGET])
    remembering.run({"message": "not a prediction"}, ["parsed"])
    assert graph.asked == 3


def test_nothing_is_remembered_where_a_slot_has_a_say() -> None:
    domain = Domain.from_yaml(
        "intents: [tell]\nactions: [action_tell]\nslots: {age: {type: float, mappings: [{type: custom}]}}"
    )
    graph = Counting()
    remembering = RememberedRules(graph, domain, TARGET)  # type: ignore[arg-type]
    for _ in range(2):
        remembering.run({PLACEHOLDER_TRACKER: turn("tell", domain=domain)}, [TARGET])
    assert graph.asked == 2
