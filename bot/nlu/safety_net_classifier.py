"""The graph component of the safety net."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import safety_net
from bot.nlu.component import RuleComponent
from bot.nlu.label_ranker import RANKING, LabelRanker

ROUTES = "routes"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class SafetyNetClassifier(RuleComponent):
    """Sets the message's `routes`: those that fire, best first, as (id, score)."""

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [LabelRanker]

    def process(self, messages: list[Message]) -> list[Message]:
        """Looks at every message: what was heard in it and what the rules met."""
        for message in messages:
            message.set(ROUTES, safety_net.fire(message.get(RANKING)))
        return messages
