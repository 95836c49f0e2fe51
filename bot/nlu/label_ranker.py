"""The graph component that ranks what a message is about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu.component import LearningComponent
from bot.nlu.ranker import Ranker
from bot.nlu.sentence_encoder import VECTOR, SentenceEncoder
from bot.nlu.spelling_mender import mended

RANKING = "ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LabelRanker(LearningComponent[Ranker]):
    """Sets the message's `ranking` (see `bot.nlu.ranker.Ranking`)."""

    @classmethod
    def required_components(cls) -> list[type]:
        """What must come before it."""
        return [SentenceEncoder]

    def train(self, training_data: TrainingData) -> Resource:
        """Learns the heads from the labelled sentences."""
        examples = training_data.intent_examples
        vectors = np.stack([example.get(VECTOR) for example in examples])
        ranker = Ranker.train([mended(e) for e in examples], [e.get(INTENT) for e in examples], vectors)
        return self.keep(ranker, ranker.save)

    @classmethod
    def read(cls, folder: Path) -> Ranker:
        """The heads of a trained model."""
        return Ranker.load(folder)

    def process(self, messages: list[Message]) -> list[Message]:
        """Ranks every message."""
        vectors = np.stack([message.get(VECTOR) for message in messages])
        rankings = self.learnt().rank([mended(message) for message in messages], vectors)
        for message, ranking in zip(messages, rankings, strict=True):
            message.set(RANKING, ranking)
        return messages
