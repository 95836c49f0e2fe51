"""The graph component of the safety net."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import safety_net
from bot.nlu.label_ranker import RANKING, LabelRanker

ROUTES = "routes"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyNetClassifier(GraphComponent):
    """Sets the message's `routes`: those that fire, best first, as (id, score)."""

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [LabelRanker]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SafetyNetClassifier:
        """Nothing to configure."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Looks at every message: what was heard in it and what the rules met."""
        for message in messages:
            message.set(ROUTES, safety_net.fire(message.get(RANKING)))
        return messages
