"""The graph component of the gate: what leaves the pipeline."""

from __future__ import annotations

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.nlu import gate
from bot.nlu.component import RuleComponent
from bot.nlu.fact_finder import FACTS, FactFinder
from bot.nlu.label_ranker import RANKING
from bot.nlu.safety_net_classifier import ROUTES, SafetyNetClassifier

CODES = "codes"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class GateClassifier(RuleComponent):
    """Sets Rasa's intent and the output property `codes`; both hold codes only."""

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [FactFinder, SafetyNetClassifier]

    def process(self, messages: list[Message]) -> list[Message]:
        """Puts every message's codes together."""
        for message in messages:
            found = gate.codes(message.get(TEXT) or "", message.get(RANKING), message.get(FACTS), message.get(ROUTES))
            message.set(CODES, found, add_to_output=True)
            message.set(INTENT, {"name": gate.intent(found), "confidence": 1.0}, add_to_output=True)
        return messages
