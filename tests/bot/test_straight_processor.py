"""Turns that go straight are the turns that Rasa's own processor takes."""

from __future__ import annotations

import asyncio
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.processor import MessageProcessor
from rasa.shared.core.domain import Domain
from rasa.utils.endpoints import EndpointConfig

from bot.straight_processor import StraightProcessor, fills_slots
from tests.running import ROOT

RULES = yaml.safe_load((ROOT / "data" / "stories" / "rules.yml").read_text(encoding="utf-8"))["rules"]
INTENTS = [rule["steps"][0]["intent"] for rule in RULES]
SAID = {"text": "How old is the child?", "asks": "age"}


class Actions(EndpointConfig):
    """Stands for the action server: one message, and what it was asked."""

    def __init__(self, answer: Any) -> None:
        super().__init__("http://127.0.0.1:9/webhook", enable_selective_domain=True)
        self.answer, self.asked = answer, []  # type: ignore[var-annotated]

    async def request(self, *_: Any, **kwargs: Any) -> Any:
        self.asked.append(deepcopy(kwargs["json"]))
        if isinstance(self.answer, Exception):
            raise self.answer
        return deepcopy(self.answer)


def answer(state: dict[str, Any]) -> dict[str, Any]:
    return {"events": [{"event": "slot", "name": "state", "value": state}], "responses": [{"custom": SAID}]}


@pytest.fixture
def processor(model: Path) -> MessageProcessor:
    agent = Agent.load(str(model))
    assert agent.processor is not None
    return agent.processor


def take(processor: MessageProcessor, intents: list[str]) -> tuple[list[Any], list[Any], list[Any]]:
    """What a session of these intents leaves on the tracker, sends, and asks of the actions."""
    actions = Actions(answer({"offered": ["8"]}))
    processor.action_endpoint = actions
    sent = CollectingOutputChannel()

    async def session() -> list[Any]:
        for intent in intents:
            parsed = {"text": "[not kept]", "intent": {"name": intent, "confidence": 1.0}, "entities": []}
            message = UserMessage("[not kept]", sent, type(processor).__name__, parse_data=parsed, message_id="1")
            await processor.handle_message(message)
        return list((await processor.get_tracker(type(processor).__name__)).events)

    events = [{**event.as_dict(), "timestamp": None} for event in asyncio.run(session())]
    asked = [
        (one["next_action"], one["tracker"]["slots"], one["tracker"]["latest_message"]["intent"])
        for one in actions.asked
    ]
    return events, [message["custom"] for message in sent.messages], asked


def test_the_tracker_the_messages_and_the_calls_are_those_of_rasas_own(processor: MessageProcessor) -> None:
    plain, straight = take(processor, INTENTS), take(StraightProcessor.of(processor), INTENTS)
    assert len(straight[1]) == len(straight[2]) == len(INTENTS)
    assert straight == plain


def test_an_action_that_fails_fails_the_turn(processor: MessageProcessor) -> None:
    straight = StraightProcessor.of(processor)
    straight.action_endpoint = Actions(RuntimeError("not there"))
    parsed = {"text": "[not kept]", "intent": {"name": "tell", "confidence": 1.0}, "entities": []}
    with pytest.raises(RuntimeError, match="not there"):
        asyncio.run(
            straight.handle_message(UserMessage("[not kept]", CollectingOutputChannel(), "x", parse_data=parsed))
        )


def test_slots_are_looked_for_only_where_a_message_may_fill_one() -> None:
    assert not fills_slots(Domain.load(str(ROOT / "domain.yml")))
    for mapping in ("type: from_text", "type: custom, action: action_look"):
        domain = f"intents: [tell]\nactions: [action_look]\nslots: {{age: {{type: any, mappings: [{{{mapping}}}]}}}}"
        assert fills_slots(Domain.from_yaml(domain))
